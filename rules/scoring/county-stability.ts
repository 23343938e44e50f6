/** Which of a county's open items can change its grade, in records and in words. */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { annual, type CountyWork } from './county-work.ts'
import { type Decimal, decimal, exact, hundred, zero } from './decimal.ts'
import { bandOf } from './grade.ts'
import { NO_GRADES } from './grade-rules.ts'
import type { ItemScore } from './item-score.ts'
import type { Office } from './office.ts'
import { openWords } from './open-words.ts'
import { owedOf } from './owed.ts'
import type { Place } from './ranking.ts'
import type { CountyScore, ReviewEntry, Turns } from './score.ts'
import { type OpenItem, stabilityOf } from './stability.ts'
import { provisional } from './tally.ts'

/** Open items, that of most effect on the year first. */
export function openItems(work: CountyWork): OpenItem[] {
  const open = (items: readonly ItemScore[], weightOf: (item: ItemScore) => Decimal): OpenItem[] =>
    items
      .filter(({ outcome }) => !outcome.low.eq(outcome.high))
      .map((item) => ({ item, effect: item.outcome.high.minus(item.outcome.low).times(weightOf(item)) }))
  const all = [
    ...work.quarters
      .filter(({ decided }) => decided === null)
      .flatMap(({ items, weight, parts: { rescaled } }) => {
        const share = decimal(weight).div(hundred)
        const whole = rescaled === null || rescaled.asked.isZero() ? share : share.times(rescaled.all).div(rescaled.asked)
        return open(items, ({ item }) => (item.kind === 'scored' ? whole : share))
      }),
    ...open(work.yearly, () => decimal(1)),
  ]
  return all.sort((a, b) => b.effect.cmp(a.effect))
}

export interface Steadiness {
  readonly record: CountyScore['stability']
  /** Those that decide the grade first, then by effect. */
  readonly review: readonly ReviewEntry[]
}

/** `possible`: every grade that is; `fixed`: a person decided the grade, and only an open veto can still change it. */
export function stability(
  office: Office,
  work: CountyWork,
  place: Place,
  open: readonly OpenItem[],
  possible: readonly string[],
  fixed: boolean,
): Steadiness {
  const isOpenQuarter = office.scheme.settings.missingQuarter === 'provisional'
  const missing = work.quarters.filter(({ state }) => !fixed && isOpenQuarter && state === 'missing')
  const isDecided = possible.length === 1
  // Whatever a missing quarter comes to, there are scores of it at which any open item decides.
  const isBlank = missing.length > 0 && !isDecided
  const { stable, deciding } = isBlank
    ? { stable: false, deciding: open.filter(({ effect }) => effect.gt(zero)) }
    : fixed
      ? { stable: true, deciding: [] }
      : stabilityOf(open, bandsOf(office, work, place, zero))
  const turns = new Map(open.map((each) => [each.item, isDecided || fixed ? 'never' : turnsOf(office, work, place, each, isBlank)]))
  const decides = new Set(deciding.map(({ item }) => item))
  const review = open.map(
    ({ item, effect }): ReviewEntry => ({
      period: item.period,
      item: item.item.id,
      name: item.item.name,
      effect: exact(effect),
      decides: decides.has(item),
      turns: turns.get(item) ?? 'never',
      open: openWords(item.outcome.open),
      ...(item.trace.owing.length === 0 ? {} : { owes: owedOf(office, item.trace, work.county.id) }),
    }),
  )
  const apart = [
    ...missing.map(({ period }) => `缺报的${periodWords(period)}`),
    ...work.vetoes.filter(({ answer }) => answer === 'unknown').map(({ veto }) => `否决事项“${veto.name}”`),
  ]
  const words = isDecided
    ? open.length === 0
      ? '没有待核项目'
      : `${open.length} 项待核，不论结果如何，均不影响等级`
    : `${isBlank ? `${apart.join('、')}未定，等级不能断定` : exceptWords(apart, deciding, open.length)}${turnsWords([...turns.values()])}`
  return {
    record: {
      stable: stable && isDecided,
      words,
      deciding: deciding.map(({ item }) => ({ period: item.period, item: item.item.id })),
    },
    review: [...review.filter((each) => each.decides), ...review.filter((each) => !each.decides)],
  }
}

/** The band when the given items are at their lowest or highest and all others at their provisional points. */
const bandsOf =
  ({ scheme }: Office, work: CountyWork, place: Place, missing: Decimal) =>
  (moving: ReadonlySet<ItemScore>, end: 'low' | 'high'): number => {
    const score = annual({ scheme }, work, (item) => (moving.has(item) ? item.outcome[end] : item.provisional), missing)
    const standing = { score, place: end === 'low' ? place.worst : place.best }
    return bandOf(scheme.grades ?? NO_GRADES, standing, moving.size === 0 ? [] : work.gates, [], end === 'high')
  }

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
  return others > 0 && deciding.length > 0 ? `${rest}（所列待核项目与暂定得分一致时）` : rest
}

/** How many can change the grade by themselves, only together, or not at all. */
function turnsWords(turns: readonly Turns[]): string {
  const said = ([kind, words]: readonly [Turns, string]): string => {
    const count = turns.filter((each) => each === kind).length
    return count === 0 ? '' : `；${words} ${count} 项`
  }
  return TURNS.map(said).join('')
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
