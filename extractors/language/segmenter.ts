/**
 * Word segmentation. The only file that knows the segmenter: @node-rs/jieba by default (prebuilt, the same algorithm as cppjieba), or nodejieba
 * where it is installed. The domain words are loaded into it, so that 质量状况分析报告 and 和布克赛尔蒙古自治县 stay whole.
 */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { kept } from './kept.ts'
import { defaultEngine, type SegmenterEngine } from './segmenter-engine.ts'

export interface Segmenter {
  /** The words of a text, in order; joined they are the text. */
  readonly cut: (text: string) => readonly string[]
}

/** Higher than any word of the general dictionary, so that a domain word wins over its parts. */
const DOMAIN_FREQUENCY = 1_000_000

export async function createSegmenter(domainWords: readonly string[], engine: SegmenterEngine = defaultEngine): Promise<Segmenter> {
  const words = [...new Set(domainWords)].filter((word) => word.length > 1 && !/\s/u.test(word))
  if (engine === 'nodejieba') return createNodejieba(words)
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(Buffer.from(words.map((word) => `${word} ${DOMAIN_FREQUENCY}\n`).join('')))
  return { cut: (text) => jieba.cut(text, true) }
}

/** Texts whose words are kept: those of one document, mostly. */
const KEPT = 500

/** The same, each text cut once: what a report's terms are counted in, its paragraphs are judged by. */
export const remembering = ({ cut }: Segmenter): Segmenter => ({ cut: kept(cut, KEPT) })

/** nodejieba compiles at install, so it is an optional peer dependency, imported by a name that the compiler does not resolve. */
async function createNodejieba(words: readonly string[]): Promise<Segmenter> {
  const name: string = 'nodejieba'
  const module = (await import(name).catch(() => {
    throw new Error('没有安装 nodejieba：请运行 npm install nodejieba@3.4.4（需要 python3、make 和 g++），或去掉 --segmenter 选项')
  })) as {
    default: { insertWord(word: string): boolean; cut(text: string, hmm?: boolean): string[] }
  }
  // It gives such a word the middle weight of its dictionary, and takes no frequency: enough for a word to win over its parts.
  for (const word of words) module.default.insertWord(word)
  return { cut: (text) => module.default.cut(text, true) }
}
