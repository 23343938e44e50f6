/** Which of a county's open items can change its grade, in records and in words. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { annual, annualMoving, type CountyWork } from './county-work.ts'
import { type Decimal, exact, hundred, zero } from './decimal.ts'
import { bandOf, type Gate } from './grade.ts'
import { NO_GRADES } from './grade-rules.ts'
import type { ItemScore } from './item-score.ts'
import type { Office } from './office.ts'
import { openWords } from './open-words.ts'
import { owedOf } from './owed.ts'
import type { Grades } from './possible-grades.ts'
import type { Place } from './ranking.ts'
import { byUrgency } from './review-order.ts'
import type { CountyScore, ReviewEntry, Turns } from './score.ts'
import { type OpenItem, stabilityOf } from './stability.ts'
import { provisional } from './tally.ts'

export interface Steadiness {
  readonly record: CountyScore['stability']
  /** The most urgent first. */
  readonly review: readonly ReviewEntry[]
}

/** What can still change the grade: open items, quarters that are missing, vetoes of which nobody knows. */
export function stability(office: Office, work: CountyWork, place: Place, open: readonly OpenItem[], grades: Grades): Steadiness {
  const { possible, byScore, turning } = grades
  const isOpenQuarter = office.scheme.settings.missingQuarter === 'provisional'
  const missing = work.quarters.filter(({ state }) => byScore && isOpenQuarter && state === 'missing')
  const isBlank = missing.length > 0
  const deciding = byScore ? decidingOf(office, work, place, open, isBlank) : []
  const turns = open.map((each): Turns => (byScore ? turnsOf(office, work, place, each, isBlank) : 'never'))
  const decides = new Set(deciding.map(({ item }) => item))
  const review = open.map(({ item, effect }, index): ReviewEntry => {
    const entry = {
      period: item.period,
      item: item.item.id,
      name: item.item.name,
      effect: exact(effect),
      decides: decides.has(item),
      turns: turns[index] ?? 'never',
      open: openWords(item.outcome.open),
    }
    return item.trace.owing.length === 0 ? entry : { ...entry, owes: owedOf(office, item.trace, work.county.id) }
  })
  const apart = [...missing.map(({ period }) => `缺报的${periodWords(period)}`), ...turning.map(({ veto }) => `否决事项“${veto.name}”`)]
  return {
    record: {
      stable: possible.length === 1,
      words: stabilityWords(possible.length === 1, isBlank, apart, deciding, turns),
      deciding: deciding.map(({ item }) => ({ period: item.period, item: item.item.id })),
      missing: missing.map(({ period }) => period),
    },
    review: byUrgency(review, (entry) => entry),
  }
}

/** Whatever a missing quarter comes to, there are scores of it at which any open item decides. */
function decidingOf(office: Office, work: CountyWork, place: Place, open: readonly OpenItem[], isBlank: boolean): readonly OpenItem[] {
  return isBlank ? open.filter(({ effect }) => effect.gt(zero)) : stabilityOf(open, bandsOf(office, work, place, zero)).deciding
}

function stabilityWords(
  isDecided: boolean,
  isBlank: boolean,
  apart: readonly string[],
  deciding: readonly OpenItem[],
  turns: readonly Turns[],
): string {
  if (isDecided) return turns.length === 0 ? '没有待核项目' : `${turns.length} 项待核，不论结果如何，均不影响等级`
  const first = isBlank ? `${apart.join('、')}未定，等级不能断定` : exceptWords(apart, deciding, turns.length)
  return `${first}${turnsWords(turns)}`
}

/** The band when the given items are at their lowest or highest and all others at their provisional points. */
const bandsOf =
  ({ scheme }: Office, work: CountyWork, place: Place, missing: Decimal) =>
  (moving: ReadonlySet<ItemScore>, end: 'low' | 'high'): number => {
    const score = annualMoving({ scheme }, work, moving, end, missing)
    const standing = { score, place: end === 'low' ? place.worst : place.best }
    return bandOf(scheme.grades ?? NO_GRADES, standing, gatesFor(scheme, work, moving), [], end === 'high')
  }

/** A key item's gate is open only while one of its items is among those that move. */
const gatesFor = ({ grades }: Office['scheme'], { gates }: CountyWork, moving: ReadonlySet<ItemScore>): Gate[] =>
  gates.filter(
    ({ met }, index) => met !== 'unknown' || [...moving].some(({ item }) => grades?.gates[index]?.items.includes(item.id) ?? false),
  )

/** An item by itself, from its lowest to its highest, while missing quarters come to whatever they may. */
function turnsOf(office: Office, work: CountyWork, place: Place, { item, effect }: OpenItem, isBlank: boolean): Turns {
  if (effect.isZero()) return 'never'
  const most = isBlank ? hundred : zero
  if (!mayCross(office, work, place, effect, most)) return 'together'
  const only = new Set([item])
  const isTurned = bandsOf(office, work, place, zero)(only, 'low') !== bandsOf(office, work, place, most)(only, 'high')
  return isTurned ? 'alone' : 'together'
}

/** Whether a boundary lies as near as the item's whole effect; asked first, because it is told without adding up. */
function mayCross({ scheme }: Office, work: CountyWork, place: Place, effect: Decimal, missing: Decimal): boolean {
  const rules = scheme.grades ?? NO_GRADES
  if (place.best !== place.worst && rules.bands.some(({ first }) => first !== undefined)) return true
  if (work.gates.length > 0) return true
  const least = work.provisional
  const greatest = missing.isZero() ? least : annual({ scheme }, work, provisional, missing)
  const bandAt = (score: Decimal): number => bandOf(rules, { score, place: place.worst }, [], [], true)
  return bandAt(least.minus(effect)) !== bandAt(greatest.plus(effect))
}

/** How many of the items that decide are named. */
const NAMED = 8

/** What stands in 除…外. The rest leaves the grade as it is only while those named come out as the provisional score has them. */
function exceptWords(apart: readonly string[], deciding: readonly OpenItem[], open: number): string {
  const others = open - deciding.length
  const names = byPeriod(deciding.slice(0, NAMED).map(({ item }) => item))
  const named = names.length === 0 ? [] : [`${names.join('，')}${deciding.length > NAMED ? `等 ${deciding.length} 项` : ''}`]
  const rest = `除${[...apart, ...named].join('，')}外，${others > 0 ? `其余 ${others} 项待核` : '其余'}均不影响等级`
  return others > 0 && deciding.length > 0 ? `${rest}（以所列待核项目与暂定得分一致为前提）` : rest
}

/** How many of all can change the grade by themselves, only together, or not at all; nothing where none can. */
function turnsWords(turns: readonly Turns[]): string {
  if (turns.every((each) => each === 'never')) return ''
  const counted = TURNS.flatMap(([kind, words]) => {
    const count = turns.filter((each) => each === kind).length
    return count === 0 ? [] : [`${words} ${count} 项`]
  })
  return `；全部 ${turns.length} 项待核中，${counted.join('，')}`
}

const TURNS = [
  ['alone', '单独一项就能改变等级的'],
  ['together', '几项合起来才能改变等级的'],
  ['never', '不能改变等级的'],
] as const

/** The items of each period after its name, which is said once. */
const byPeriod = (items: readonly ItemScore[]): string[] =>
  [...new Set(items.map(({ period }) => period))].map(
    (period) =>
      `${periodWords(period)}的${items
        .filter((each) => each.period === period)
        .map(({ item }) => item.name)
        .join('、')}`,
  )
