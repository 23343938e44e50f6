/** Values that a decision put aside: no item takes them; an item that would have says so. */
import type { CountyFeed } from '../county-feed.ts'
import type { NumberOperand } from '../operand.ts'
import { servicesOf } from '../period.ts'
import type { Settings } from '../settings.ts'
import { noteDecision, note as noteUses, type Passed, type Trace } from '../trace.ts'
import { refusal, sourceOf } from './take.ts'
import { use } from './use.ts'

interface Asked {
  readonly county: CountyFeed
  readonly period: string
  readonly trace: Trace
  readonly office: { readonly scheme: { readonly settings: Settings } }
}

/** Notes what would have served, with its decision; in words, to stand behind where it was looked for. */
export function notePutAside({ county, period, trace, office }: Asked, operand: NumberOperand): string {
  const rejected = 'indicator' in operand ? county.rejected.get(operand.indicator) : undefined
  if (rejected === undefined || !('indicator' in operand)) return ''
  const { periods = office.scheme.settings.take.periods } = operand
  const aside = rejected.flatMap((value): Passed[] => {
    const services = servicesOf(value.period, period)
    const service = periods.find((each) => services.includes(each))
    if (service === undefined || refusal(value, operand) !== null) return []
    return [{ ...use(value, service, sourceOf(county, value)), why: '复核决定不采用' }]
  })
  if (aside.length > 0) noteUses(trace, [], aside)
  for (const { decision } of aside) if (decision !== undefined) noteDecision(trace, decision)
  return aside.map(({ words }) => `；${words}经复核不采用`).join('')
}
