/**
 * By the county's place among all: 第一得满分，依次递减5% (`step`); 前三名加0.5、0.3、0.1 (`places`); 后两名每次扣2分 (`last`). Equal numbers share a place. A
 * number that is not known leaves open the places of all that it may stand before.
 */
import { z } from 'zod'
import { decimal, hundred, most, zero } from '../decimal.ts'
import type { Interval } from '../interval.ts'
import { NumberOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { saidOnce } from '../said.ts'
import type { Peers } from '../scope.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('rank'),
  of: NumberOperand,
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
  /** In percent of the points, less for each further place. */
  step: Positive.max(100, '是百分数，应不大于 100').exactOptional(),
  /** Points of the first, second, … place. */
  places: z.array(Points).min(1).exactOptional(),
  /** Points of the last so many places. */
  last: z.strictObject({ count: z.int().positive(), points: Points }).exactOptional(),
})
export type RankRule = z.output<typeof schema>

export const rank: Form<RankRule> = {
  schema: () =>
    schema.refine(
      ({ step, places, last }) => step !== undefined || places !== undefined || last !== undefined,
      '应写明 step、places、last 之一',
    ),
  knots: (rule, _name, scope) => scope.peers(rule.of).endsWithin(scope.number(rule.of).allowed),
  evaluate(rule, scope) {
    const own = scope.number(rule.of)
    const peers = scope.peers(rule.of)
    const direction = rule.direction ?? scope.betterOf(rule.of)
    const better = peers.better(own.allowed, direction)
    const points = (place: number, isLast: boolean) => {
      const stepped =
        rule.step === undefined ? zero : most(zero, scope.full.times(hundred.minus(decimal(rule.step).times(place - 1))).div(hundred))
      return stepped.plus(rule.places?.[place - 1] ?? 0).plus(isLast ? (rule.last?.points ?? 0) : 0)
    }
    const name = scope.nameOf(rule.of)
    const [first, lowest] = [better.least + 1, better.most + 1]
    const outcomes = telling(rule, first, lowest, peers.count.most).flatMap((place) =>
      lastness(rule, place, peers.count, better).map((isLast) =>
        settled(points(place, isLast), `${name} ${own.words}，列第 ${place} 位（${ruleSaid(rule, '')}）`),
      ),
    )
    const whole = oneOf(outcomes)
    if (whole.low.eq(whole.high)) return whole
    const awaited = scope.awaits(rule.of, peers.unsettled(mattersTo(own.allowed, rule, direction)))
    const places = first === lowest ? '排位的县市数不能断定' : `位次在第 ${first} 至 ${lowest} 位之间`
    const others = awaited === '' ? (own.open === '' ? `${name} ${own.words}，${places}` : '') : `${awaited}，${places}`
    return oneOf(outcomes, ...[own.open, others].filter(Boolean))
  },
}

/** A number that may be better than the county's own or not; where the last places count, any that is not known. */
const mattersTo =
  (own: Interval, { last }: RankRule, direction: 'higher' | 'lower') =>
  (other: Interval): boolean => {
    if (last !== undefined) return true
    const [better, worse] = direction === 'higher' ? [other, own] : [own, other]
    if (!better.to.gt(worse.from)) return false
    const order = better.from.cmp(worse.to)
    return order < 0 || (order === 0 && !better.openFrom && !worse.openTo)
  }

/** Whether a place is among the last; both where it is not known how many counties have a place behind it. */
function lastness({ last }: RankRule, place: number, count: Peers['count'], { behind }: ReturnType<Peers['better']>): boolean[] {
  if (last === undefined) return [false]
  if (count.least === count.most) return [count.most - place < last.count]
  return [...(behind.least < last.count ? [true] : []), ...(behind.most < last.count ? [] : [false])]
}

/** Of the places possible, those among which the lowest and the highest points are: between them, points only fall by the step. */
function telling({ places = [], last }: RankRule, first: number, lowest: number, count: number): number[] {
  const named = places.map((_, index) => index + 1)
  const turns = [first, lowest, ...named, named.length + 1, ...(last === undefined ? [] : [count - last.count, count - last.count + 1])]
  return [...new Set(turns)].filter((place) => place >= first && place <= lowest).sort((a, b) => a - b)
}

/** 每后一位少得 5%; 第 1、2、3 位依次 0.5、0.3、0.1 分; 后 2 位扣 2 分. */
const ruleSaid = saidOnce(({ step, places, last }: RankRule): string => {
  const [from, points] = [places?.map((_, index) => index + 1).join('、'), places?.join('、')]
  return [
    ...(step === undefined ? [] : [`每后一位少得 ${step}%`]),
    ...(places === undefined ? [] : [`第 ${from} 位${places.length > 1 ? '依次' : ''} ${points} 分`]),
    ...(last === undefined ? [] : [`最后 ${last.count} 位${last.points < 0 ? '扣' : '得'} ${Math.abs(last.points)} 分`]),
  ].join('，')
})
