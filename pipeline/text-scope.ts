/** Whose report, and of when, a text without a file is to be read as: what is said, else nobody's and of no time. */
import type { Lexicon } from '../extractors/lexicon.ts'
import { readPeriods } from '../extractors/quantities/period.ts'
import { countyName } from '../extractors/quantities/region.ts'

export interface TextScope {
  /** As the county is called at that time. */
  readonly county: string | null
  readonly countyId: string | null
  readonly period: string | null
}

/** A county or a period that nothing is known of; the message says what can be given. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError'
}

/** `period`: 2020, 2020-Q3, or words (2020年第三季度). Throws ScopeError. */
export function textScope(lexicon: Lexicon, county: string | undefined, period: string | undefined): TextScope {
  const when = period === undefined ? null : chosenPeriod(period)
  if (county === undefined) return { county: null, countyId: null, period: when }
  const entry = lexicon.regions.counties.find(
    ({ id, names, aliases }) => id === county || aliases.includes(county) || names.some(({ name }) => name === county),
  )
  if (!entry)
    throw new ScopeError(`没有县市“${county}”；可用的有：${lexicon.regions.counties.map((each) => countyName(each, when)).join('、')}`)
  return { county: countyName(entry, when), countyId: entry.id, period: when }
}

function chosenPeriod(written: string): string {
  if (/^[0-9]{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])))?$/u.test(written)) return written
  const read = readPeriods(written)[0]
  if (!read?.yearWritten) throw new ScopeError(`看不懂期间“${written}”；写作 2020、2020-Q3、2020年第三季度`)
  return read.period
}
