/** How the reasons call what a rule reads. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { Operand } from './operand.ts'
import { aspectWords, kindWords } from './record-words.ts'

export function nameOfOperand(
  indicators: ReadonlyMap<string, Indicator>,
  factNames: ReadonlyMap<string, string>,
  operand: Operand,
): string {
  if ('indicator' in operand) {
    const part = Object.values(operand.part ?? {}).join('、')
    return `${indicators.get(operand.indicator)?.name ?? operand.indicator}${part === '' ? '' : `（${part}）`}${operand.role === 'change' ? '的变化' : ''}`
  }
  if ('fact' in operand) return factNames.get(operand.fact) ?? operand.fact
  if ('entry' in operand) return operand.entry
  if ('document' in operand) return kindWords[operand.document]
  if ('assessment' in operand) return aspectWords[operand.assessment]
  return 'achievements' in operand ? '成果' : 'checks' in operand ? '核对发现' : '雷同占比'
}

/** By the names of a lexicon. */
export const operandNames = perLexicon(({ indicators, facts }: Lexicon): ((operand: Operand) => string) => {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const factNames = new Map(facts.map(({ id, name }) => [id, name]))
  return (operand) => nameOfOperand(byId, factNames, operand)
})
