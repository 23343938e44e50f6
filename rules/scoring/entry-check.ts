/** Whether what a reviewer entered can stand for what a rule reads: what it cannot would have no effect, and nobody would be told. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import type { ItemDecision } from './decisions.ts'
import { domainMistake, expectedQuantity, unitMistake } from './entered-quantity.ts'
import { domainOf } from './office.ts'
import { judgements, type Operand } from './operand.ts'
import { enteredAnswer, enteredDay } from './read/entered.ts'
import { judgementCode, judgementWords } from './read/judged.ts'

/** What is expected, where the value is none of it; null where it fits. What a rule leaves to an entry of its own is the rule's to judge. */
export function entryMistake(operand: Operand, entry: ItemDecision, { indicators }: Lexicon): string | null {
  const { value, quantity } = entry
  const expected = expectedEntry(operand)
  if (expected === null) return null
  if ('assessment' in operand) {
    const known: readonly string[] = judgements[operand.assessment]
    return typeof value === 'string' && known.includes(judgementCode(value)) ? null : expected
  }
  if ('document' in operand) return enteredAnswer(entry) === 'unknown' && enteredDay(entry) === null ? expected : null
  if ('fact' in operand) return enteredAnswer(entry) === 'unknown' ? expected : null
  if (quantity === undefined) return typeof value === 'number' ? numberMistake(operand, value, indicators) : expected
  const unit = 'indicator' in operand ? indicators.find(({ id }) => id === operand.indicator)?.unit : undefined
  if (unit === undefined) return null
  const wrong = unitMistake(quantity, 'role' in operand && operand.role === 'change' ? [unit, '个百分点', '%'] : [unit])
  return wrong ?? domainMistake(quantity, domainOf({ indicators: byId(indicators) }, operand))
}

const byId = (indicators: Lexicon['indicators']): ReadonlyMap<string, Indicator> => new Map(indicators.map((each) => [each.id, each]))

const numberMistake = (operand: Operand, value: number, indicators: Lexicon['indicators']): string | null =>
  domainMistake({ value, comparator: '=', unit: '' }, domainOf({ indicators: byId(indicators) }, operand))

/** In words: what can be entered for what a rule reads; null where the rule leaves it open. */
export function expectedEntry(operand: Operand): string | null {
  if ('entry' in operand) return null
  if ('assessment' in operand) return `应为 ${judgements[operand.assessment].map(judgementWords).join('、')} 之一`
  if ('document' in operand) return '应为 是、否，或收到日期（2020-10-12）'
  return 'fact' in operand ? '应为 是、否 之一' : expectedQuantity
}
