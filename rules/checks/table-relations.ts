/**
 * What the figures of a table have to do with each other, told by the figures: where the third column is the second in percent of the first in all rows
 * but one, it is meant to be in that one too. The same for differences (本期, 上年, 增减), growth and sums (四个季度, 全年), by columns and by rows.
 *
 * Why: names fail (达标户数 and 达标比例 are no words of a formula), and the other rows show how the writer counts. What only a few rows bear out is
 * taken for a relation where the headers say it too; a relation that fails often is none.
 */
import { areNearlyAlike } from './digits.ts'
import { type Figure, type Line, range } from './table-figures.ts'

export type RelationKind = 'rate' | 'rest' | 'difference' | 'growth' | 'sum'

/** One place where a relation is asked: `result` follows from `terms`. */
export interface Instance {
  readonly kind: RelationKind
  readonly result: Figure
  readonly terms: readonly Figure[]
  readonly holds: boolean
  /** So many other places bear the relation out. */
  readonly support: number
}

/** How far apart the columns of a relation stand at most, and how far its rows. */
const REACH = 6
/** Without a header that says it, so many places must bear a relation out; a sum by as many more as it has fewer parts: 31, 16 and 14 meet by chance. */
const SHOWN = 3
const SHOWN_OF_SUM: Readonly<Record<number, number>> = { 2: 5, 3: 3 }
/** One failure in so many is a slip. */
const RARE = 3

/** Whether headers say that a line is the sum of others, or the share or change of others. */
export type SaysSo = (kind: RelationKind, result: Figure, terms: readonly Figure[], label: string) => boolean

export function relationsOf(lines: readonly Line[], saysSo: SaysSo): Instance[] {
  return lines.flatMap((line, at) => (line.figures.some((figure) => figure !== undefined) ? relationsTo(lines, at, saysSo) : []))
}

function relationsTo(lines: readonly Line[], at: number, saysSo: SaysSo): Instance[] {
  const found: Instance[] = []
  const kinds = kindsOf(lines[at] as Line)
  const near =
    kinds.length === 0
      ? []
      : range(2 * REACH + 1).flatMap((step) => (step !== REACH && lines[at + step - REACH] ? [at + step - REACH] : []))
  for (const one of near)
    for (const other of near) if (one !== other) for (const kind of kinds) found.push(...placesOf(kind, lines, at, [one, other], saysSo))
  for (const run of runsBeside(at, lines.length)) found.push(...placesOf('sum', lines, at, run, saysSo))
  return found
}

/** What a line with such figures may be: all of it shares, or all of it changes, or so many of it that what else stands there is of another kind (增减). */
function kindsOf({ figures, isDifference }: Line): readonly RelationKind[] {
  if (isDifference) return ['difference', 'growth']
  const values = figures.flatMap((figure) => figure?.value ?? [])
  const isMeant = (count: number): boolean => count > 0 && (count === values.length || count > SHOWN)
  const shares = values.filter(({ unit, role }) => unit === '%' && role !== 'change').length
  if (isMeant(shares)) return ['rate', 'rest']
  return isMeant(values.filter(({ role }) => role === 'change').length) ? ['difference', 'growth'] : []
}

/** Lines in a row that end right before a line, or begin right after it. */
function runsBeside(at: number, count: number): number[][] {
  const runs: number[][] = []
  for (let length = 2; length <= LONGEST; length++) {
    if (length <= at) runs.push(range(length).map((step) => at - length + step))
    if (at + length < count) runs.push(range(length).map((step) => at + 1 + step))
  }
  return runs
}

const LONGEST = 16

/** Every place where the relation can be asked, if it is one. */
function placesOf(kind: RelationKind, lines: readonly Line[], at: number, from: readonly number[], saysSo: SaysSo): Instance[] {
  const places: { result: Figure; terms: Figure[]; holds: boolean }[] = []
  let shown = 0
  let held = 0
  let failed = 0
  let near = 0
  let said = false
  let mixed = false
  const length = lines[at]?.figures.length ?? 0
  for (let place = 0; place < length; place++) {
    const result = lines[at]?.figures[place]
    if (result === undefined) continue
    const [first, second] = [lines[from[0] ?? -1]?.figures[place], lines[from[1] ?? -1]?.figures[place]]
    if (first === undefined || second === undefined || (kind !== 'rate' && !areOfOneUnit(first.value.unit, second.value.unit))) continue
    // 困人起数 by 电梯数: of two units only where the figures show it.
    mixed ||= !areOfOneUnit(first.value.unit, second.value.unit)
    const terms = from.length === 2 ? [first, second] : from.flatMap((line) => lines[line]?.figures[place] ?? [])
    if (terms.length !== from.length || !fits(kind, result, terms, lines[at]?.isDifference === true)) continue
    // What stands at the year's end as in the last quarter is a stock, and is not added up.
    if (kind === 'sum' && terms.some(({ amount }) => amount === result.amount)) continue
    const off = distance(kind, result, terms)
    if (off === 'close') continue
    places.push({ result, terms, holds: off === 'holds' })
    if (off === 'holds') held++
    if (off === 'holds' && tells(kind, result, terms)) shown++
    if (off === 'fails') failed++
    if (off === 'fails' && terms.every(({ value }) => value.role === result.value.role) && isSlipOfHand(result, outcome(kind, terms)))
      near++
    if (failed > length / 2 || (failed > SHOWN && failed > shown)) return []
    said ||= saysSo(kind, result, terms, lines[at]?.label ?? '')
  }
  const asked = kind === 'sum' ? (SHOWN_OF_SUM[from.length] ?? 2) : SHOWN
  // Where the headers say so, one figure that is off by a slip of the hand needs no other place to show it.
  const isOnlySlip = failed === 1 && near === 1 && (held > 0 || kind === 'sum')
  const enough = said && !mixed ? (shown >= 1 && failed <= shown) || isOnlySlip : shown >= asked && failed * RARE <= Math.max(shown, RARE)
  return enough ? places.map((place) => ({ kind, ...place, support: shown })) : []
}

/** One digit is another, or two neighbours have changed places. */
export const isSlipOfHand = ({ amount, step }: Figure, right: number): boolean =>
  areNearlyAlike(Math.round(amount / step), Math.round(right / step), 1)

/** Whether the units and roles allow the relation. */
function fits(kind: RelationKind, { value: result }: Figure, terms: readonly Figure[], isDifference: boolean): boolean {
  const [first, second] = terms.map(({ value }) => value)
  if (first === undefined || second === undefined) return false
  const isRate = first.unit === '%'
  const isShare = kind === 'rate' || kind === 'rest'
  const areAlike = terms.every(({ value }) => (isShare ? areOfOneUnit(value.unit, first.unit) : value.unit === first.unit))
  if (!areAlike && (kind !== 'rate' || first.unit.includes('元') !== second.unit.includes('元'))) return false
  if (kind === 'sum')
    return (
      result.unit === first.unit &&
      !isRate &&
      first.unit !== '个百分点' &&
      !NOT_ADDED.has(first.unit) &&
      terms.every(({ value }) => value.role === result.role || !APART.has(value.role)) &&
      !APART.has(result.role)
    )
  if (isShare)
    return (
      result.unit === '%' &&
      result.role !== 'change' &&
      !isRate &&
      second.unit !== '%' &&
      second.value > 0 &&
      first.value <= second.value &&
      first.role !== 'change' &&
      second.role !== 'change'
    )
  if ((result.role !== 'change' && !isDifference) || first.role === 'change' || second.role === 'change') return false
  if (kind === 'growth') return result.unit === '%' && !isRate && second.value > 0
  return isRate ? result.unit === '个百分点' || result.unit === '%' : result.unit === first.unit
}

/** 抽样数（批次）, 合格数: a column whose header has no unit counts what the other does. */
const areOfOneUnit = (one: string, other: string): boolean => one === other || one === '' || other === ''

const NOT_ADDED: ReadonlySet<string> = new Set(['分', '位', ''])
const APART: ReadonlySet<string> = new Set(['change', 'rank', 'share'])

/** What follows from the terms. */
export function outcome(kind: RelationKind, terms: readonly Figure[]): number {
  const [one = 0, other = 1] = terms.map(({ amount }) => amount)
  if (kind === 'sum') return Number(terms.reduce((all, { amount }) => all + amount, 0).toPrecision(12))
  if (kind === 'rate') return (one / other) * 100
  if (kind === 'rest') return ((other - one) / other) * 100
  return kind === 'difference' ? Number((one - other).toPrecision(12)) : (one / other - 1) * 100
}

/** `close`: off by no more than rounding and a last digit cut off can do. */
export function distance(kind: RelationKind, result: Figure, terms: readonly Figure[]): 'holds' | 'close' | 'fails' {
  const off = Math.abs(outcome(kind, terms) - result.amount)
  const isRounded = result.value.unit === '%' || result.value.unit === '个百分点' || result.step < 1
  if (off <= (isRounded ? result.step / 2 : 0) + 1e-9) return 'holds'
  if (!isRounded) return 'fails'
  const slack = kind === 'difference' || kind === 'sum' ? terms.reduce((all, { step }) => all + step / 2, 0) : 0
  return off < Math.max(result.step, slack + result.step / 2) + 1e-9 ? 'close' : 'fails'
}

/** Whether a place where it holds says anything: 100% of all, or nothing less nothing, does not. */
function tells(kind: RelationKind, { amount, value }: Figure, terms: readonly Figure[]): boolean {
  const others = terms.filter(({ amount: term }) => term !== 0).length
  if (kind === 'sum') return others > 1
  if (amount === 0 || others < 2) return false
  if (kind === 'rate' || kind === 'rest') return amount !== 100
  return kind === 'growth' || value.unit === '%' || value.unit === '个百分点' || terms.some(({ amount: term }) => Math.abs(term) >= 10)
}
