/**
 * The document's title: the lines that the reader marked as such, else its first heading or line.
 *
 *   额敏县2020年第三季度 ｜ 质量状况分析报告      one title set on two lines
 *   塔城市人民政府文件 ｜ 塔市政发〔2020〕15号    a letterhead, and no title; nor is ★秘密, 特急, 000123
 */
import type { Block, Document } from '../document.ts'
import { foldText } from '../language/fold.ts'
import { endsWithTitleWord } from '../language/title-words.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { readPeriods } from '../quantities/period.ts'

export interface Title {
  readonly text: string
  /** Indexes of the blocks that it is set on. */
  readonly blocks: readonly number[]
}

export type TitleReader = (document: Document) => Title

interface Line {
  readonly index: number
  readonly block: Block
  /** Folded. */
  readonly text: string
}

const LONGEST_TITLE = 120
/** Lines that a title is set on at most. */
const MOST_LINES = 4
const ANY_YEAR = 2000
/** 关于转发…文件 is about a paper, and no letterhead; 关于乌苏市 begins a title. */
const ABOUT = '关于'

export function createTitleReader(lexicon: Lexicon): TitleReader {
  const isComplete = (text: string): boolean => endsWithTitleWord(text, cue(lexicon, 'title-words'))
  const isLetterhead = createLetterheadTest(lexicon)
  const goesOn = new RegExp(`(?:${wordPattern(cue(lexicon, 'title-goes-on'))})$`, 'u')
  const isUnfinished = (text: string): boolean =>
    goesOn.test(text) ||
    (text.startsWith(ABOUT) && !isComplete(text)) ||
    readPeriods(text, ANY_YEAR).some(({ span }) => span.end === text.length)
  return (document) => {
    const lines = titleLines(document).filter(({ text }) => !isLetterhead(text))
    const marked = lines.findIndex(({ block }) => block.level === 0)
    const first = marked >= 0 ? marked : lines.findIndex(({ text }) => isComplete(text))
    const chosen = lines[first] ? wholeTitle(lines, first, isComplete, isUnfinished) : firstLine(document, isLetterhead)
    return { text: joined(document, chosen), blocks: chosen.map(({ index }) => index) }
  }
}

function titleLines({ blocks, text }: Document): Line[] {
  return blocks.flatMap((block, index) =>
    block.cell === undefined && (block.zone === 'title' || block.level === 0)
      ? [{ index, block, text: foldText(text.slice(block.span.start, block.span.end)) }]
      : [],
  )
}

/** Without a line that is marked as the title, the first heading or paragraph that is no letterhead. */
function firstLine(document: Document, isLetterhead: (text: string) => boolean): readonly Pick<Line, 'index' | 'block'>[] {
  const lines = document.blocks.flatMap((block, index) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [{ index, block }] : [],
  )
  const own = lines.find(({ block: { span } }) => !isLetterhead(foldText(document.text.slice(span.start, span.end))))
  return own ? [own] : lines.slice(0, 1)
}

/** The title's line with those above that are not finished, and those below until it is; itself alone where that makes no title. */
function wholeTitle(
  lines: readonly Line[],
  at: number,
  isComplete: (text: string) => boolean,
  isUnfinished: (text: string) => boolean,
): readonly Line[] {
  const adjoins = (upper: Line | undefined, lower: Line | undefined): boolean =>
    upper !== undefined && lower !== undefined && lower.index === upper.index + 1
  let from = at
  while (at - from < MOST_LINES - 1 && adjoins(lines[from - 1], lines[from]) && isUnfinished(lines[from - 1]?.text ?? '')) from--
  let to = at
  while (!isComplete(lines[to]?.text ?? '') && to - from < MOST_LINES - 1 && adjoins(lines[to], lines[to + 1])) to++
  return lines.slice(from, (isComplete(lines[to]?.text ?? '') ? to : at) + 1)
}

/** As written; blanks are kept only between what is not Chinese. */
function joined({ text }: Document, lines: readonly Pick<Line, 'block'>[]): string {
  return lines
    .map(({ block: { span } }) => text.slice(span.start, span.end))
    .join('\n')
    .replace(/(?<=\p{scx=Han}|[0-9])\n\s*(?=\p{scx=Han}|[0-9])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
}

const DOCUMENT_NUMBER = /^[^〔［[（(，。]{0,14}[〔［[（(][0-9]{4}[〕］\])）]第?[0-9]{1,4}[号期]/u
const ISSUE_OR_COPY = /^(?:[（(]?总?第?[0-9]{1,4}期.{0,12}|[0-9]{3,8}|附件[0-9一二三四五六七八九十]{0,3}[：:]?)$/u
const CONTENTS_LINE = /[….·]{2,}[0-9]{1,3}$/u

/** Lines of an official paper that stand above the title and are none. */
function createLetterheadTest(lexicon: Lexicon): (text: string) => boolean {
  const organ = new RegExp(`^[^《》，。]{2,40}(?:${wordPattern(cue(lexicon, 'letterhead-ends'))})$`, 'u')
  const marks = new Set(cue(lexicon, 'letterhead-marks'))
  const person = new RegExp(`^(?:${wordPattern(cue(lexicon, 'letterhead-people'))})[：:]`, 'u')
  const about = new RegExp(`^(?:${wordPattern(cue(lexicon, 'letterhead-marks'))})(?:[：:★]|$)`, 'u')
  return (text) => {
    const bare = text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+(?:[0-9一二三四五六七八九十]{1,3}[年月])?$/u, '')
    return (
      marks.has(bare) ||
      about.test(bare) ||
      person.test(text) ||
      ISSUE_OR_COPY.test(text) ||
      CONTENTS_LINE.test(text) ||
      DOCUMENT_NUMBER.test(text) ||
      (organ.test(text) && !text.startsWith(ABOUT))
    )
  }
}
