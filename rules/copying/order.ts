/** Which of two documents may be the source of the other, of what class it is, and whether it is the older. */
import { firstMonth, lastMonth, yearOf } from '../../extractors/quantities/period.ts'
import type { SourceClass, SourceOrder } from './copy.ts'

/** Where a document comes from: sent in, or given to be compared against. */
export type Origin = 'submission' | 'superior' | 'history'

export interface Dated {
  readonly origin: Origin
  /** The county's id, the same under every name it has borne; null where nobody names one. */
  readonly county: string | null
  readonly period: string | null
  /** The day under which it is signed. */
  readonly dated: string | null
  readonly receivedAt: string | null
}

/** Months after its period in which a report is still written; a superior document of later date was not before it. */
const WRITTEN_WITHIN = 2

export function sourceClass(copier: Dated, source: Dated): SourceClass {
  if (source.origin === 'superior') return 'superior'
  const own = source.county === copier.county || (source.origin === 'history' && (source.county === null || copier.county === null))
  return own ? 'own-past' : 'peer'
}

/** null where the source is the later of the two, or another version of the same report: it is no source. */
export function sourceOrder(copier: Dated, source: Dated): SourceOrder | null {
  const relation = sourceClass(copier, source)
  if (relation === 'superior') return superiorOrder(copier, source)
  if (relation === 'own-past') return isOwnPast(copier, source) ? 'earlier' : null
  const order = byPeriod(copier, source) ?? byDay(copier, source)
  return order === 'later' ? null : order
}

/** Of an earlier period. What tells the same period again (another version, the summary of the year) is no past. */
function isOwnPast(copier: Dated, source: Dated): boolean {
  if (copier.period === null || source.period === null) return source.origin === 'history'
  return byPeriod(copier, source) === 'earlier'
}

type Order = SourceOrder | 'later'

/** null where the periods end together, or one is not known. */
function byPeriod(copier: Dated, source: Dated): Order | null {
  if (copier.period === null || source.period === null) return null
  const [one, other] = [lastMonth(copier.period), lastMonth(source.period)]
  return other < one ? 'earlier' : other > one ? 'later' : null
}

function byDay(copier: Dated, source: Dated): Order {
  if (copier.dated !== null && source.dated !== null && copier.dated !== source.dated) return compared(copier.dated, source.dated)
  if (copier.receivedAt !== null && source.receivedAt !== null) return compared(copier.receivedAt, source.receivedAt)
  const known = (copier.dated !== null && source.dated !== null) || (copier.period !== null && source.period !== null)
  return known ? 'same-date' : 'unknown'
}

const compared = (copier: string, source: string): Order => (source < copier ? 'earlier' : source > copier ? 'later' : 'same-date')

/** A superior document goes before by its level, unless it was written after the report. */
function superiorOrder(copier: Dated, source: Dated): SourceOrder | null {
  if (source.dated !== null && copier.dated !== null) {
    const order = compared(copier.dated, source.dated)
    return order === 'later' ? null : order
  }
  if (source.dated !== null && copier.period !== null)
    return source.dated.slice(0, 7) <= monthsLater(lastMonth(copier.period), WRITTEN_WITHIN) ? 'earlier' : null
  if (source.period === null || copier.period === null) return 'unknown'
  if (lastMonth(source.period) < firstMonth(copier.period)) return 'earlier'
  return yearOf(source.period) <= yearOf(copier.period) ? 'unknown' : null
}

function monthsLater(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
