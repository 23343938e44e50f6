/** Where a value was looked for, in words. */
import { type Source, serviceWords, sourceWords } from '../operand.ts'
import type { Service } from '../period.ts'

/** The same few orders of periods and sources are asked for throughout a scheme. */
const lookedWords = new WeakMap<readonly Service[], WeakMap<readonly Source[], string>>()

export function lookedIn(periods: readonly Service[], sources: readonly Source[]): string {
  const bySources = lookedWords.get(periods) ?? new WeakMap<readonly Source[], string>()
  lookedWords.set(periods, bySources)
  const words =
    bySources.get(sources) ??
    `在${periods.map((each) => serviceWords[each]).join('、')}的${sources.map((each) => sourceWords[each]).join('、')}中`
  bySources.set(sources, words)
  return words
}
