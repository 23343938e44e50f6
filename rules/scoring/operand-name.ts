/** How the reasons call what a rule reads. */
import type { Indicator } from '../../extractors/lexicon.ts'
import type { Operand } from './operand.ts'
import { kindWords } from './record-words.ts'

const ASPECTS = { verdict: '分析质量', comparison: '对比分析', problems: '问题查找', causes: '原因分析', measures: '改进措施' } as const

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
  if ('assessment' in operand) return ASPECTS[operand.assessment]
  return 'achievements' in operand ? '成果' : 'checks' in operand ? '核对发现' : '雷同占比'
}
