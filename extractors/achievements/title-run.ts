/** How far the words of a title that no list holds can go: up to a mark, a word that no title goes beyond, or the name of a document. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { LevelReader } from './level.ts'
import { type Cue, createScan } from './scan.ts'

export interface TitleRun {
  /** Where the words that begin at `from` end. */
  runEnd(text: string, from: number, stops: readonly Cue[]): number
  /** Where the noun behind a place ends; the place itself where none stands there. */
  nounBehind(text: string, from: number, stops: readonly Cue[]): number
}

export const LONGEST_PLAIN = 36
/** 2019年度, 首批, 2019—2020采暖季: of which year, season or batch. */
export const DATED =
  '(?:(?:19|20)[0-9]{2}(?:[—-](?:19|20)?[0-9]{2})?(?:年度?|学年度?|\\p{Script=Han}{0,2}季)?)?(?:第[0-9一二三四五六七八九十]{1,3}[届批次]|首[届批次]|[上下]半年|[一二三四]季度)?'
export const STOP = /[，。；、：！？（）“”\s□]|——/u

export function createTitleRun(lexicon: Lexicon, levels: LevelReader): TitleRun {
  const head = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-head'))})$`, 'u')
  const tail = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-tail'))})$`, 'u')
  const proofs = createScan(lexicon, ['honour-proof', 'honour-proof-applied', 'honour-proof-pending', 'honour-proof-creating'])
  const joiner = new Set(cue(lexicon, 'honour-holder-and').filter((word) => word !== '、'))

  const runEnd = (text: string, from: number, stops: readonly Cue[]): number => {
    const run = text.slice(from, from + LONGEST_PLAIN)
    const mark = run.search(STOP)
    const end = from + (mark < 0 ? run.length : mark)
    const limit = stops.find((stop) => stop.start >= from && stop.start < end && !joinsWithin(text, from, stop, end))?.start ?? end
    const proof = proofs(text.slice(from, limit)).find((found) => from + found.end === limit)
    return proof ? from + proof.start : limit
  }

  /** 质量安全与营养健康科普基地: what stands before 与 is no title, what stands behind it ends one. */
  const joinsWithin = (text: string, from: number, { start, end, word }: Cue, until: number): boolean =>
    joiner.has(word) &&
    !head.test(text.slice(from, start)) &&
    head.test(text.slice(end, until)) &&
    levels.words(text.slice(end, until)).length === 0

  const nounBehind = (text: string, from: number, stops: readonly Cue[]): number => {
    const end = runEnd(text, from, stops)
    const noun = text.slice(from, end).replace(tail, '')
    return head.test(noun) ? from + noun.length : from
  }

  return { runEnd, nounBehind }
}
