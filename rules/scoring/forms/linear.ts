/**
 * So much for each step away from a level: 每低1个百分点扣0.5分，扣完为止; 每偏差1%扣1分; 与上年持平得15分，每降1个百分点扣7.5分，每升1个百分点加1分，最多加10分;
 * 高于全区平均得满分，每低1个百分点扣N分.
 */
import { z } from 'zod'
import { type Curve, range } from '../curve.ts'
import { type Decimal, decimal, hundred, infinity, least, most, zero } from '../decimal.ts'
import { anything, closed, exactly, type Interval, intervalWords, isExact } from '../interval.ts'
import { NumberOperand, operandName } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { saidOnce } from '../said.ts'
import type { Scope } from '../scope.ts'
import { type Form, Points, Positive } from './form.ts'

/** `points` for each `per`; `most` is the limit of the whole. */
const Side = z.strictObject({
  per: Positive,
  points: Points,
  most: Positive.exactOptional(),
  /** `started`: a step begun counts whole; `full`: only a whole step counts; left out: in proportion. */
  steps: z.enum(['started', 'full'], '应为 started、full 之一').exactOptional(),
})
type Side = z.output<typeof Side>

const schema = z.strictObject({
  form: z.literal('linear'),
  of: NumberOperand,
  /** A number, what another operand reads, the counties' average, or the scheme's target. */
  against: z.union([z.number(), NumberOperand, z.literal('average'), z.literal('target')], '应为数字、target、average 或另一个数'),
  /** At the level itself; all the item's points where left out. */
  at: Points.exactOptional(),
  below: Side.exactOptional(),
  above: Side.exactOptional(),
  /** What is better, where the lexicon says otherwise of the indicator: that the better side deducts is a mistake. */
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
  /** Deviations in percent of the level instead of its unit. */
  relative: z.boolean().exactOptional(),
})
export type LinearRule = z.output<typeof schema>

/** What starts from all the points cannot rise: a deduction is written with its sign. */
const checked = schema.superRefine(({ at, ...rule }, context) => {
  for (const side of ['below', 'above'] as const)
    if (at === undefined && (rule[side]?.points ?? 0) > 0)
      context.addIssue({
        code: 'custom',
        path: [side, 'points'],
        message: '没有写 at，从满分起算，不能再加分：扣分应写负数，加分的请写明 at（持平时的得分）',
      })
})

export const linear: Form<LinearRule> = {
  schema: () => checked,
  knots(rule, name, scope) {
    const { of, against, relative = false } = rule
    const isOwn = operandName(of) === name
    const levels = typeof against === 'object' ? endsOf(scope.number(isOwn ? against : of).allowed) : fixedLevel(rule, scope)
    if (levels === null) return null
    // A share of a level is linear only in what is above a level that stands fast.
    if (relative && !(isOwn && levels.length === 1 && levels[0]?.isPositive())) return null
    const offsets = offsetsOf(rule)
    if (offsets === null) return null
    return levels.flatMap((level) =>
      offsets.map((by) => (relative ? level.plus(level.times(by).div(100)) : isOwn ? level.plus(by) : level.minus(by))),
    )
  },
  evaluate(rule, scope) {
    const own = scope.number(rule.of)
    const level = rule.against === 'average' ? averageOf(own.allowed, rule, scope) : levelOf(rule, rule.against, scope, own.allowed)
    const deviation = rule.relative ? inPercent(level.beside) : apartFrom(level.beside)
    const start = rule.at === undefined ? scope.start : decimal(rule.at)
    const curve: Curve = {
      at: (by) => start.plus(by.isNegative() ? side(rule.below, by.neg()) : side(rule.above, by)),
      knots: [zero],
    }
    const { low, high } = range(curve, deviation)
    const name = scope.nameOf(rule.of)
    const unit = rule.relative === true ? '%' : differenceUnit(scope.unitOf(rule.of))
    const compared = () =>
      `${name} ${own.words}，${isExact(deviation) ? offWords(deviation.from, level.words, unit) : sideWords(deviation, level.words)}（${ruleSaid(rule, unit.trim())}）`
    return low.eq(high)
      ? settled(low, compared())
      : between(low, high, ...[own.open, level.open, own.open || level.open ? '' : `${compared()}，不能断定`].filter(Boolean))
  },
}

const endsOf = ({ from, to }: Interval): Decimal[] => (from.eq(to) ? [from] : [from, to]).filter((end) => end.isFinite())

/** Null against an average, which the county's own number moves. */
function fixedLevel({ of, against }: LinearRule, scope: Scope): Decimal[] | null {
  if (typeof against === 'number') return [decimal(against)]
  return against === 'target' ? [decimal(scope.target(of)?.value ?? 0)] : null
}

/** How far from the level its points turn: there, and where a side has given all that it can. Steps jump at each: null where they have no end. */
function offsetsOf({ below, above }: LinearRule): Decimal[] | null {
  const of = (given: Side | undefined): Decimal[] | null => {
    if (given === undefined || given.points === 0) return []
    const count = given.most === undefined ? null : decimal(given.most).div(Math.abs(given.points))
    if (given.steps === undefined) return count === null ? [] : [count.times(given.per)]
    const steps = count === null ? Number.POSITIVE_INFINITY : Math.ceil(count.toNumber())
    return steps > MOST_STEPS ? null : Array.from({ length: steps + 1 }, (_, step) => decimal(given.per).times(step + 1))
  }
  const [down, up] = [of(below), of(above)]
  return down === null || up === null ? null : [zero, ...down.map((by) => by.neg()), ...up]
}

const MOST_STEPS = 200

/** 比目标 91% 高 1.86 个百分点 */
const offWords = (by: Decimal, level: string, unit: string): string =>
  by.isZero()
    ? `与${level}持平`
    : `比${level}${level.endsWith('）') ? '' : ' '}${by.isPositive() ? '高' : '低'} ${Number(by.abs().toFixed(4))}${unit}`

/** Of a bound or a range. */
const sideWords = ({ from, to }: Interval, level: string): string =>
  `${from.isNegative() ? (to.isPositive() && !to.isZero() ? '对照' : '不高于') : '不低于'}${level}`

/** Rates differ by points. */
const differenceUnit = (unit: string): string => (unit === '%' ? ' 个百分点' : unit === '' ? '' : ` ${unit}`)

interface Level {
  /** What the level can be, in words, with what it may stay open for. */
  readonly words: string
  readonly open: string
  /** The county's own number and the level: where the own is as low as can be and the level high, and the other way round. */
  readonly beside: Beside
}

/** Own number and level at the least and at the largest deviation. */
interface Beside {
  readonly least: readonly [own: Decimal, level: Decimal]
  readonly most: readonly [own: Decimal, level: Decimal]
}

function levelOf({ of }: LinearRule, against: Exclude<LinearRule['against'], 'average'>, scope: Scope, own: Interval): Level {
  const unit = scope.unitOf(of)
  const fixed = (value: number, words: string): Level => ({ words, open: '', beside: besideOf(own, exactly(decimal(value))) })
  if (typeof against === 'number') return fixed(against, ` ${against}${unit}`)
  if (against === 'target') {
    const value = scope.target(of)?.value ?? 0
    return fixed(value, `目标 ${value}${unit}`)
  }
  const read = scope.number(against)
  return { words: `${scope.nameOf(against)} ${read.words}`, open: read.open, beside: besideOf(own, read.allowed) }
}

const besideOf = (own: Interval, level: Interval): Beside => ({ least: [own.from, level.to], most: [own.to, level.from] })

/** A county's own number is one of those that make the mean: the lower it is, the lower is the mean with it. */
function averageOf(own: Interval, { of }: LinearRule, scope: Scope): Level {
  const peers = scope.peers(of)
  if (peers.alone) return { words: '各县市平均（只有本县市）', open: '', beside: besideOf(exactly(zero), exactly(zero)) }
  const [high, low] = [peers.mean(own.from, 'to'), peers.mean(own.to, 'from')]
  const mean = closed(least(low, high), most(low, high))
  const said = isExact(mean)
    ? String(Number(mean.from.toFixed(4)))
    : intervalWords({ ...mean, from: mean.from.toPlaces(4), to: mean.to.toPlaces(4) })
  const owing = peers.unsettled(() => true)
  const open = owing.counties.length === 0 ? '' : scope.awaits(of, owing)
  return {
    words: `各县市平均 ${said}${scope.unitOf(of)}`,
    open: open === '' ? '' : `${open}，平均数不能断定`,
    beside: { least: [own.from, high], most: [own.to, low] },
  }
}

function side(given: Side | undefined, by: Decimal): Decimal {
  if (given === undefined || by.isZero()) return zero
  const steps = by.div(given.per)
  const counted = !steps.isFinite() || given.steps === undefined ? steps : given.steps === 'started' ? steps.ceil() : steps.floor()
  const points = counted.times(Math.abs(given.points))
  const limited = given.most === undefined ? points : least(points, decimal(given.most))
  return given.points < 0 ? limited.neg() : given.points === 0 ? zero : limited
}

/** Two numbers of which nothing is known may be as far apart as can be; a number alone in its mean is the mean. */
function apartFrom({ least: low, most: high }: Beside): Interval {
  const isOne = low[0] === high[0] && low[1] === high[1] && low[0].isFinite() && low[1].isFinite()
  return isOne ? exactly(low[0].minus(low[1])) : closed(gap(low, infinity.neg()), gap(high, infinity))
}

const gap = ([own, level]: readonly [Decimal, Decimal], end: Decimal): Decimal =>
  own.isFinite() ? (level.isFinite() ? own.minus(level) : end) : level.isFinite() ? own : end

/** In percent of the level. Of one that may be below nought nothing can be said. */
function inPercent({ least: low, most: high }: Beside): Interval {
  if (low[1].isNegative() || high[1].isNegative()) return anything
  return closed(share(low, high[1]), share(high, low[1]))
}

/** `other`: the other end of the level, to which a number below nought is further. */
function share([own, level]: readonly [Decimal, Decimal], other: Decimal): Decimal {
  const by = own.isNegative() ? other : level
  if (!own.isFinite()) return own
  if (!by.isFinite()) return hundred.neg()
  if (by.isZero()) return own.isZero() ? zero : own.isNegative() ? infinity.neg() : infinity
  return own.div(by).times(100).minus(100)
}

/** 持平得 15 分，每低 1 个百分点扣 7.5 分，每高 1 个百分点加 1 分、最多加 10 分. */
const ruleSaid = saidOnce(({ at, below, above }: LinearRule, unit: string): string => {
  const said = (way: string, given: Side | undefined): string[] => {
    if (given === undefined || given.points === 0) return []
    const verb = given.points < 0 ? '扣' : '加'
    const steps = given.steps === undefined ? '' : `（不足 ${given.per} 的${given.steps === 'started' ? `按 ${given.per} 计` : '不计'}）`
    const limit = given.most === undefined ? '' : `、最多${verb} ${given.most} 分`
    const step = unit === '' ? `${given.per} ` : unit === '%' ? `${given.per}% ` : `${given.per} ${unit}`
    return [`每${way} ${step}${steps}${verb} ${Math.abs(given.points)} 分${limit}`]
  }
  return [at === undefined ? '持平得满分' : `持平得 ${at} 分`, ...said('低', below), ...said('高', above)].join('，')
})
