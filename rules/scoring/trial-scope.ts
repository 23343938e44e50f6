/** The scope of an item with some readings set, to try what its rule gives then. It leaves no trace. */
import { CountyScope, type ScopeOf } from './county-scope.ts'
import { type AnswerOperand, type NumberOperand, operandName, type WordOperand } from './operand.ts'
import type { AnswerReading, NumberReading, Scope, WordReading } from './scope.ts'
import type { Fixed } from './shared-unknown.ts'
import { newTrace } from './trace.ts'

export const createTrial = (of: ScopeOf, trusting: boolean, fixed: Fixed): Scope =>
  new TrialScope({ ...of, trace: newTrace() }, trusting, fixed, of.item.kind === 'penalty')

class TrialScope extends CountyScope {
  private readonly fixed: Fixed
  private readonly again: (deducts: boolean) => TrialScope

  constructor(of: ScopeOf, trusting: boolean, fixed: Fixed, deducts: boolean) {
    super(of, trusting, deducts)
    this.fixed = fixed
    this.again = (deducting) => new TrialScope(of, trusting, fixed, deducting)
  }

  override deducting(): Scope {
    return this.again(true)
  }

  override number(operand: NumberOperand): NumberReading {
    const set = this.fixed.get(operandName(operand))
    const reading = super.number(operand)
    return typeof set === 'object' ? { ...reading, allowed: set } : reading
  }

  override answer(operand: AnswerOperand): AnswerReading {
    const set = this.fixed.get(operandName(operand))
    return set === 'yes' || set === 'no' ? { answer: set, words: '', open: '' } : super.answer(operand)
  }

  override word(operand: WordOperand): WordReading {
    const set = this.fixed.get(operandName(operand))
    return typeof set === 'string' ? { word: set, words: set, open: '' } : super.word(operand)
  }
}
