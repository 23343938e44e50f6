/**
 * By the county's place among all: 第一得满分，依次递减5% (`step`); 前三名加0.5、0.3、0.1 (`places`); 后两名每次扣2分 (`last`). Equal numbers share a place. A
 * number that is not known leaves open the places of all that it may stand before.
 */
import { z } from 'zod'
import { decimal, hundred, most, zero } from '../decimal.ts'
import { NumberOperand } from '../operand.ts'
import { oneOf, settled } from '../outcome.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('rank'),
  of: NumberOperand,
  direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
  /** In percent of the points, less for each further place. */
  step: Positive.exactOptional(),
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
  evaluate(rule, scope) {
    const own = scope.number(rule.of)
    const peers = scope.peers(rule.of)
    const better = peers.better(own.allowed, rule.direction ?? scope.betterOf(rule.of))
    const points = (place: number) => {
      const stepped =
        rule.step === undefined ? zero : most(zero, scope.full.times(hundred.minus(decimal(rule.step).times(place - 1))).div(hundred))
      const placed = decimal(rule.places?.[place - 1] ?? 0)
      const last = rule.last !== undefined && place > peers.count - rule.last.count ? decimal(rule.last.points) : zero
      return stepped.plus(placed).plus(last)
    }
    const name = scope.nameOf(rule.of)
    const outcomes = telling(rule, better.least + 1, better.most + 1, peers.count).map((place) =>
      settled(points(place), `${name} ${own.words}，列第 ${place} 位`),
    )
    return oneOf(outcomes, own.open || `${name}：有县市的数值待核，位次在第 ${better.least + 1} 至 ${better.most + 1} 位之间`)
  },
}

/** Of the places possible, those among which the lowest and the highest points are: between them, points only fall by the step. */
function telling({ places = [], last }: RankRule, first: number, lowest: number, count: number): number[] {
  const named = places.map((_, index) => index + 1)
  const turns = [first, lowest, ...named, named.length + 1, ...(last === undefined ? [] : [count - last.count, count - last.count + 1])]
  return [...new Set(turns)].filter((place) => place >= first && place <= lowest).sort((a, b) => a - b)
}
