/** How bonus and penalties make a score, as `scores.jsonl` shows it: only where there are any, or where a cap cuts. */
import type { CountyWork, QuarterWork } from './county-work.ts'
import { figure } from './figure.ts'
import type { Office } from './office.ts'
import type { Reckoning } from './score.ts'
import { type Choice, highest, lowest, provisional, quarterReckoned, type Reckoned, yearReckoned } from './tally.ts'

export function quarterReckoning(office: Office, quarter: QuarterWork): Reckoning | null {
  const { parts, state } = quarter
  const { settings } = office.scheme
  const has = (settings.bonus === 'before' && parts.bonus.length > 0) || parts.penalties.length > 0
  if (state !== 'scored' || (!has && !reaches(quarter.high.toNumber(), settings.caps.quarter))) return null
  return recordOf(office, has, settings.caps.quarter, (choice) => quarterReckoned(parts, choice, settings))
}

export function yearReckoning(office: Office, { quarters, yearly, high }: CountyWork): Reckoning | null {
  const { settings } = office.scheme
  const has = yearly.some(({ item }) => item.kind === 'penalty' || (item.kind === 'bonus' && settings.bonus === 'after'))
  if (!has && !reaches(high.toNumber(), settings.caps.annual)) return null
  const scores = (end: 'low' | 'high' | 'provisional') => quarters.map((quarter) => quarter[end])
  const ends = new Map<Choice, 'low' | 'high' | 'provisional'>([
    [lowest, 'low'],
    [highest, 'high'],
    [provisional, 'provisional'],
  ])
  return recordOf(office, has, settings.caps.annual, (choice) =>
    yearReckoned({ quarters, yearly }, scores(ends.get(choice) ?? 'provisional'), choice, settings),
  )
}

const reaches = (score: number, cap: number | null): boolean => cap !== null && score >= cap

/** null where there is nothing to reckon with and the cap cuts nothing. */
function recordOf(office: Office, has: boolean, cap: number | null, reckon: (choice: Choice) => Reckoned): Reckoning | null {
  const [low, high, likely] = [reckon(lowest), reckon(highest), reckon(provisional)]
  if (!has && (cap === null || high.whole.lte(cap))) return null
  const each = (name: keyof Reckoned) => figure(office, low[name], high[name], likely[name])
  const { bonus } = office.scheme.settings.caps
  return {
    base: each('base'),
    gained: each('gained'),
    most: bonus,
    counted: each('counted'),
    deducted: each('deducted'),
    whole: each('whole'),
    cap,
  }
}
