/**
 * Whether a quarter is there: when anything was sent for it, read or not, or when a reviewer entered that a document of it came in. A decision about another of its items
 * does not make it be there: it takes effect as soon as the quarter is, and until then is told as waiting.
 */
import type { CountyFeed } from './county-feed.ts'
import type { Decision, ItemDecision } from './decisions.ts'
import { type Operand, operandName, operandsOf } from './operand.ts'
import { serviceOf } from './period.ts'
import { enteredAnswer, enteredDay } from './read/entered.ts'
import type { Scheme } from './scheme.ts'

/** `decisions`: the county's own. */
export const isPresent = (scheme: Scheme, county: CountyFeed, period: string, decisions: readonly Decision[]): boolean =>
  isSent(county, period) || decisions.some((each) => each.about === 'item' && each.period === period && saysSent(each, scheme))

/** A copy alone is its original's. */
const isSent = (county: CountyFeed, period: string): boolean =>
  county.documents.some((document) => document.status !== 'duplicate' && serviceOf(document.period, period) === 'own')

function saysSent(decision: ItemDecision, { items }: Scheme): boolean {
  const isMeant = (operand: Operand): boolean =>
    'document' in operand && (decision.of === undefined || decision.of === operandName(operand))
  const asks = operandsOf(items.find(({ id }) => id === decision.item)?.rule).some(isMeant)
  return asks && (enteredAnswer(decision) === 'yes' || enteredDay(decision) !== null)
}

/** Decisions about items of quarters that are not there. */
export function waiting(
  scheme: Scheme,
  counties: ReadonlyMap<string, CountyFeed>,
  ofCounty: (county: string) => readonly Decision[],
): { readonly decision: number; readonly why: string }[] {
  const quarters = scheme.quarters.map(({ quarter }) => `${scheme.year}-${quarter}`)
  return [...counties.values()].flatMap((county) => {
    const own = ofCounty(county.id)
    const items = own.filter((each) => each.about === 'item' && quarters.includes(each.period)) as (Decision & ItemDecision)[]
    return items
      .filter(({ period }) => !isDecided(own, period) && !isPresent(scheme, county, period, own))
      .map(({ number }) => ({ decision: number, why: '本季度没有收到材料，仍按缺报暂定；材料报来后，这条决定才计入' }))
  })
}

const isDecided = (decisions: readonly Decision[], period: string): boolean =>
  decisions.some((each) => each.about === 'quarter' && each.period === period)
