/**
 * Parts that are told with their shares one after the other are shares of one whole.
 *
 *   不合格的12批次中，标签7批次，占58.3%，指标5批次，占41.7%     holds: both of twelve
 *   不合格的12批次中，标签7批次，占58.3%，指标5批次，占44.7%     41.7: the first share tells of what
 *   微生物4项、添加剂3项、重金属1项，微生物占57.1%，添加剂占37.5%  50: of all that is listed
 */
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

interface Pair {
  readonly count: CheckedValue
  readonly share: CheckedValue
}

/** How many characters may stand between a part and its share. */
const FAR = 10
/** So many sentences back. */
const BACK = 3
/** So many counts of a sentence are tried as the whole. */
const MOST = 16

export const shareRun = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const [at, group] of context.groups.entries())
      for (const { count, share, whole } of wrongShares(context, group, ...context.groups.slice(Math.max(0, at - BACK), at)))
        yield slip(count, share, whole)
  },
})

/** The shares of a sentence that are not of the whole that its other shares are of. */
export function wrongShares(
  context: CheckContext,
  group: ValueGroup,
  ...before: readonly ValueGroup[]
): (Pair & { readonly whole: CheckedValue })[] {
  if (group.table) return []
  const earlier = before.filter(({ table, values }) => !table && isSameBlock(values, group.values)).flatMap(({ values }) => values)
  const ofLast = wrongOf(context, group, earlier, pairsOf(context, group, earlier, 'last'))
  return ofLast.length === 0 ? wrongOf(context, group, earlier, pairsOf(context, group, earlier, 'first')) : ofLast
}

function wrongOf(
  context: CheckContext,
  group: ValueGroup,
  earlier: readonly CheckedValue[],
  pairs: readonly Pair[],
): (Pair & { readonly whole: CheckedValue })[] {
  const unit = pairs[0]?.count.unit
  if (pairs.length < 2 || pairs.some(({ count }) => count.unit !== unit)) return []
  const wholes = [...earlier.slice(-MOST), ...group.values.slice(0, MOST)].filter(
    (value) => value.unit === unit && isExact(value) && value.value > 0 && !pairs.some(({ count }) => count === value),
  )
  if (wholes.every((value) => pairs.every((pair) => !isOf(pair, value))))
    wholes.push(...listedTogether(context, [...earlier, ...group.values], unit))
  const holding = wholes.map((whole) => ({ whole, pairs: pairs.filter((pair) => isOf(pair, whole)) }))
  const best = holding.reduce<(typeof holding)[number] | undefined>(
    (found, each) => (found === undefined || each.pairs.length > found.pairs.length ? each : found),
    undefined,
  )
  if (best === undefined || best.pairs.length * 2 < pairs.length) return []
  return pairs
    .filter((pair) => pair.count.value <= best.whole.value && !wholes.some((whole) => isOf(pair, whole)))
    .map((pair) => ({ ...pair, whole: best.whole }))
}

/** The counts that a list holds together, as one whole: nothing but 、 and names between them. */
function listedTogether({ between }: CheckContext, values: readonly CheckedValue[], unit: string | undefined): CheckedValue[] {
  let run: CheckedValue[] = []
  for (const value of values) {
    const last = run.at(-1)
    const isNext = last === undefined || /^、[^，。；、：]{0,12}$/u.test(flat(between(last.evidence.end, value.evidence.start)))
    if (!isCount(value) || value.unit !== unit || !isNext) {
      if (run.length >= LISTED) break
      run = []
    }
    if (isCount(value) && value.unit === unit) run.push(value)
  }
  const [first, last] = [run[0], run.at(-1)]
  if (run.length < LISTED || first === undefined || last === undefined) return []
  const [start, end] = [first.evidence.start, last.evidence.end]
  const quote = between(start, end)
  return [{ ...first, value: run.reduce((all, { value }) => all + value, 0), evidence: { ...first.evidence, start, end, quote } }]
}

/** So many counts make a list. */
const LISTED = 3

/** 标签7批次，占58.3%: a share right behind its count; 渗漏11件、开裂5件，渗漏占57.9%: of that name; 依次占: the shares of a list in its order. */
function pairsOf({ between }: CheckContext, { values }: ValueGroup, earlier: readonly CheckedValue[], which: 'first' | 'last'): Pair[] {
  const shares = values.flatMap((share, index) =>
    share.role === 'share' && share.unit === '%' && isExact(share) ? [{ share, index }] : [],
  )
  const counts = values.filter(isCount)
  return shares.flatMap(({ share, index }): Pair[] => {
    const run = shares.filter((other) => isRun(values, other.index, index))
    const own = values.slice(0, run[0]?.index ?? 0)
    const listed = runBefore(own.length === 0 ? earlier : own, run.length, which)
    const isInOrder = run.length > 2 && listed.length === run.length
    const at = run.findIndex((other) => other.index === index)
    const before = values[index - 1]
    const said = before === undefined ? '' : flat(between(before.evidence.end, share.evidence.start))
    const ofName = [...earlier.filter(isCount), ...counts].filter(
      ({ name, evidence }) => isNamed(name, share.name) && evidence.end < share.evidence.start,
    )
    // 重金属1项，微生物占50%: of the 微生物 named before, not of what stands beside it.
    const isOfOther = ofName.length === 1 && ofName[0] !== before && said.includes(share.name)
    if (before !== undefined && counts.includes(before) && said.length <= FAR && !/[。；;]/u.test(said) && !isInOrder && !isOfOther)
      return [{ count: before, share }]
    const count = isInOrder ? listed[at] : ofName.length === 1 ? ofName[0] : undefined
    return count === undefined ? [] : [{ count, share }]
  })
}

const isCount = (value: CheckedValue): boolean => value.role === 'actual' && value.unit !== '%' && isExact(value)

/** 家电 and 家电: what both are of. A name that says nothing (%) is nobody's. */
function isNamed(count: string, share: string): boolean {
  const own = share.replace(/类$/u, '')
  return own.length > 1 && (count.startsWith(own) || count.replace(/类$/u, '').endsWith(own))
}

const isSameBlock = (one: readonly CheckedValue[], other: readonly CheckedValue[]): boolean =>
  one[0]?.evidence.block === other[0]?.evidence.block

/** Shares with nothing but shares between them. */
const isRun = (values: readonly CheckedValue[], one: number, other: number): boolean =>
  values.slice(Math.min(one, other), Math.max(one, other) + 1).every(({ role, unit }) => role === 'share' && unit === '%')

/** The counts of one unit right before a place, as many as are asked for, if they are all that the list has but one: the whole before them, or what is listed last (其他). */
function runBefore(values: readonly CheckedValue[], asked: number, which: 'first' | 'last'): readonly CheckedValue[] {
  const unit = values.at(-1)?.unit
  const run = values.slice(values.findLastIndex((value) => value.unit !== unit || value.role !== 'actual' || !isExact(value)) + 1)
  // The whole first, and the rest of the list last.
  if (run.length === asked + 2) return which === 'first' ? run.slice(1, -1) : []
  if (run.length !== asked && run.length !== asked + 1) return []
  return which === 'last' ? run.slice(-asked) : run.slice(0, asked)
}

const isOf = ({ count, share }: Pair, whole: CheckedValue): boolean =>
  roundsTo((count.value / whole.value) * 100, share.value, writtenStep(share.evidence.quote, share.value))

function slip(count: CheckedValue, share: CheckedValue, whole: CheckedValue): Slip {
  const exact = (count.value / whole.value) * 100
  const step = writtenStep(share.evidence.quote, share.value)
  const shown = atStep(exact, Math.min(step, 0.1))
  return {
    severity: Math.abs(exact - share.value) < step ? 'warning' : 'error',
    claimed: share.value,
    recomputed: Number(shown),
    evidence: [share.evidence, count.evidence, whole.evidence],
    message: `“${count.evidence.quote}”占“${whole.evidence.quote}”的${shown}%，文中写作“${share.evidence.quote}”，请核对`,
  }
}
