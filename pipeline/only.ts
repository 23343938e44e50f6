/**
 * A part of a batch: files whose path fits a pattern (`*` stands for any characters), or documents of a county and period (`乌苏市/2020-Q3`, `乌苏市`,
 * `第三季度`).
 */
import { fold } from '../extractors/language/fold.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import { readPeriods } from '../extractors/quantities/period.ts'
import type { DocumentRecord } from '../reports/contract/records.ts'

export interface Only {
  /** False for files that need not be processed at all. */
  readonly file: (file: string) => boolean
  readonly document: (document: DocumentRecord) => boolean
}

export const everything: Only = { file: () => true, document: () => true }

/** Throws an Error with a sentence when the words are neither a pattern nor a county or period. */
export function parseOnly(words: string, lexicon: Lexicon): Only {
  const tests = words.split('/').map((part) => countyTest(part.trim(), lexicon) ?? periodTest(part.trim()))
  if (tests.every((test) => test !== null)) return { file: () => true, document: (document) => tests.every((test) => test(document)) }
  const pattern = /[*?]/u.test(words) ? words : `*${words}*`
  return { file: (file) => fits(file, pattern), document: () => true }
}

type Test = (document: DocumentRecord) => boolean

function countyTest(word: string, { regions }: Lexicon): Test | null {
  const county = regions.counties.find(
    ({ id, names, aliases }) => id === word || aliases.includes(word) || names.some(({ name }) => name === word),
  )
  if (county === undefined) return null
  const names = new Set(county.names.map(({ name }) => name))
  return (document) => document.county !== null && names.has(document.county)
}

function periodTest(word: string): Test | null {
  const quarter = /^(?:(\d{4})-?)?Q([1-4])$/iu.exec(word)
  if (quarter) return quarterTest(quarter[1], `Q${quarter[2]}`)
  if (/^\d{4}(?:-\S{1,20})?$/u.test(word)) return (document) => document.period === word || document.period?.startsWith(`${word}-`) === true
  const folded = fold(word).text
  const bare = /^第?([一二三四1-4])季度$/u.exec(folded)
  if (bare) return quarterTest(undefined, `Q${('一二三四1234'.indexOf(bare[1] ?? '') % 4) + 1}`)
  const mention = readPeriods(folded)[0]
  return mention && mention.span.start === 0 && mention.span.end === folded.length ? ({ period }) => period === mention.period : null
}

const quarterTest =
  (year: string | undefined, quarter: string): Test =>
  ({ period }) =>
    period !== null && (year === undefined ? period.endsWith(`-${quarter}`) : period === `${year}-${quarter}`)

/** `*` any characters, `?` one. Looks back at the last `*` only, so that no pattern takes long. */
export function fits(text: string, pattern: string): boolean {
  let [at, patternAt, star, retry] = [0, 0, -1, 0]
  while (at < text.length) {
    if (pattern[patternAt] === '*') {
      star = patternAt++
      retry = at
    } else if (pattern[patternAt] === '?' || pattern[patternAt] === text[at]) {
      at++
      patternAt++
    } else if (star >= 0) {
      patternAt = star + 1
      at = ++retry
    } else return false
  }
  while (pattern[patternAt] === '*') patternAt++
  return patternAt === pattern.length
}
