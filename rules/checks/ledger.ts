/**
 * What a document gives as the levels of one thing, wherever it says so: in another sentence, in a table. Checks ask it for the two levels that a
 * change lies between when the change's own sentence does not have them.
 *
 *   表1 … 工业产品 93.8 上年 95.1 全地区 94.9   …比全地区低1.2个百分点     93.8 and 94.9
 *   投诉办结率94.7%，低于上年同期的96.9%。   …投诉办结率同比下降1.8个百分点   94.7 and 96.9
 *
 * Only plain statements of exact figures are kept. A thing is its indicator, or a name that says what it is; a bare name (投诉办结率) is the one thing
 * whose name ends so, if there is only one.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { previousQuarter, sameLastYear } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { plainStatement } from './statement.ts'

export interface Levels {
  readonly now: readonly CheckedValue[]
  readonly earlier: readonly CheckedValue[]
}

export interface Ledger {
  /** `county`: whose the change is. Empty lists where the document gives no level, or the change does not say of what it is. */
  levelsOf(change: CheckedValue, county: string | null, against: Against): Levels
  /** The levels of a period of the thing that a value is of, of the same county. */
  nowOf(value: CheckedValue, period: string | null): readonly CheckedValue[]
}

/** What a change is a change against; `region` where its clause names another county or an area. */
export interface Against {
  readonly basis: CheckedValue['basis']
  readonly region: string | null
}

/** How sure a level must be; a heading or the sentence before may have told the indicator. */
const SURE = 0.79
/** A shorter bare name is of anything. */
const NAMED = 4

const leads = perLexicon((lexicon) => new RegExp(`^(?:${wordPattern(cue(lexicon, 'statement-leads'))})+`, 'u'))

const known = new WeakMap<CheckContext, Ledger>()

export function ledgerOf(context: CheckContext): Ledger {
  const found = known.get(context) ?? makeLedger(context)
  known.set(context, found)
  return found
}

function makeLedger(context: CheckContext): Ledger {
  const isPlain = plainStatement(context.lexicon)
  const lead = leads(context.lexicon)
  const byThing = new Map<string, CheckedValue[]>()
  const plain = new Map<string, readonly CheckedValue[]>()
  /** Whether a statement is plain takes reading: only what is asked for is looked at. */
  const plainOf = (key: string): readonly CheckedValue[] => {
    const found =
      plain.get(key) ?? (byThing.get(key) ?? []).filter((value) => value.role !== 'actual' || isPlain(value, context.document, SURE))
    plain.set(key, found)
    return found
  }
  for (const value of context.values) {
    if (!LEVELS.has(value.role) || !isExact(value) || value.breakdown !== null) continue
    const inTable = value.evidence.cell === undefined ? null : `unit ${value.unit}`
    for (const key of [keyOf(value, lead), inTable]) {
      if (key === null) continue
      const values = byThing.get(key)
      if (values === undefined) byThing.set(key, [value])
      else values.push(value)
    }
  }
  const things = { keys: () => [...byThing.keys()], of: plainOf }
  return {
    nowOf: (value, period) =>
      thingsOf(value, things, lead).filter(
        (each) => each.unit === value.unit && each.role === 'actual' && each.county === value.county && each.period === period,
      ),
    levelsOf: (change, county, against) => {
      const alike = thingsOf(change, things, lead)
      const unit = change.unit === '个百分点' ? ['%'] : change.unit === '%' ? null : [change.unit]
      const isByUnit = change.indicator === null && change.name === change.unit
      const all = alike.filter((value) => unit === null || unit.includes(value.unit))
      const levels = {
        now: all.filter((value) => isNow(value, change, county)),
        earlier: all.filter((value) => isEarlier(value, change, county, against)),
      }
      return isByUnit && (levels.now.length !== 1 || levels.earlier.length !== 1) ? NONE : levels
    },
  }
}

interface Things {
  readonly keys: () => readonly string[]
  readonly of: (key: string) => readonly CheckedValue[]
}

const NONE: Levels = { now: [], earlier: [] }
const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference', 'target'])

function keyOf({ indicator, name }: CheckedValue, lead: RegExp): string | null {
  if (indicator !== null) return `id ${indicator}`
  const own = name.replace(lead, '')
  return own.length >= NAMED ? `name ${own}` : null
}

/** Of a bare name (投诉办结率): the one indicator whose name in this document ends so. */
function thingsOf(change: CheckedValue, things: Things, lead: RegExp): readonly CheckedValue[] {
  // 托里县下降1.1分: what the tables give in 分 for that county.
  const key = keyOf(change, lead) ?? (change.name === change.unit ? `unit ${change.unit}` : null)
  const own = key === null ? [] : things.of(key)
  if (own.length > 0 || change.indicator !== null || key === null) return own
  const name = change.name.replace(lead, '')
  const ending = things
    .keys()
    .filter((thing) => !thing.startsWith('unit '))
    .map(things.of)
    .filter((values) => values.some((value) => value.name.endsWith(name)))
  return ending.length === 1 ? (ending[0] ?? []) : []
}

const isNow = (value: CheckedValue, { period }: CheckedValue, county: string | null): boolean =>
  value.role === 'actual' && value.county === county && value.period === period

/** The other side of the comparison, as the change's basis says. */
function isEarlier(value: CheckedValue, { period }: CheckedValue, county: string | null, { basis, region }: Against): boolean {
  if (basis === 'peer' || basis === 'average')
    return region === null ? basis === 'average' && value.basis === basis : value.county === region && value.role !== 'target'
  if (value.county !== county) return false
  if (basis === 'target') return value.role === 'target'
  const before = period === null ? null : basis === 'qoq' ? quarterBefore(period) : sameLastYear(period)
  if (value.period !== before) return false
  if (value.role === 'reference') return basis === null ? value.basis === 'yoy' && value.evidence.cell !== undefined : value.basis === basis
  return value.role === 'actual' && (basis === 'yoy' || basis === 'qoq')
}

const quarterBefore = (period: string): string | null => (/-Q/u.test(period) ? previousQuarter(period) : null)
