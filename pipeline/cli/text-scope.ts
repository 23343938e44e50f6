/** Whose report, and of when, a sentence is to be read as: what the user says, else nobody's and of no time. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { countyName } from '../../extractors/quantities/region.ts'
import type { TextScope } from '../lexicon/read-text.ts'
import { UsageError } from './exit-codes.ts'

/** Throws UsageError. */
export function chosenScope(lexicon: Lexicon, county: string | undefined, period: string | undefined): TextScope {
  const when = period === undefined ? null : chosenPeriod(period)
  if (county === undefined) return { county: null, countyId: null, period: when }
  const entry = lexicon.regions.counties.find(
    ({ id, names, aliases }) => id === county || aliases.includes(county) || names.some(({ name }) => name === county),
  )
  if (!entry)
    throw new UsageError(`没有县市“${county}”；可用的有：${lexicon.regions.counties.map((each) => countyName(each, when)).join('、')}`)
  return { county: countyName(entry, when), countyId: entry.id, period: when }
}

function chosenPeriod(written: string): string {
  if (/^[0-9]{4}(?:-(?:Q[1-4]|H[12]|[0-9]{2}))?$/u.test(written)) return written
  const read = readPeriods(written)[0]
  if (!read) throw new UsageError(`看不懂期间“${written}”；写作 2020、2020-Q3、2020年第三季度`)
  return read.period
}
