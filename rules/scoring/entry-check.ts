/** Whether what a reviewer entered can stand for what a rule reads: what it cannot would have no effect, and nobody would be told. */
import type { Entered, ItemDecision } from './decisions.ts'
import { judgements, type Operand } from './operand.ts'
import { enteredAnswer, enteredDay, enteredInterval } from './read/entered.ts'
import { judgementCode } from './read/judged.ts'

/** What is expected, where the value is none of it; null where it fits. What a rule leaves to an entry of its own is the rule's to judge. */
export function entryMistake(operand: Operand, value: Entered): string | null {
  const entry = { value } as ItemDecision
  if ('entry' in operand) return null
  if ('assessment' in operand) {
    const known: readonly string[] = judgements[operand.assessment]
    return typeof value === 'string' && known.includes(judgementCode(value)) ? null : `应为 ${known.join('、')} 之一，或其中文说法`
  }
  if ('document' in operand)
    return enteredAnswer(entry) === 'unknown' && enteredDay(entry) === null ? '应为 是、否，或收到日期（2020-10-12）' : null
  if ('fact' in operand) return enteredAnswer(entry) === 'unknown' ? '应为 是、否 之一' : null
  return enteredInterval(entry, 0) === null ? '应为数字，如 92.5、≥91、约85、91—95' : null
}
