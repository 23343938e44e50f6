/** How the reasons call what a rule reads. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { areaNames, type IndicatorOperand, type Operand, operandName, serviceWords, sourceWords } from './operand.ts'
import { aspectWords, kindWords } from './record-words.ts'

export function nameOfOperand(
  indicators: ReadonlyMap<string, Indicator>,
  factNames: ReadonlyMap<string, string>,
  operand: Operand,
): string {
  if ('indicator' in operand) {
    const apart = [...Object.values(operand.part ?? {}), ...sideOf(operand)].join('，')
    return `${indicators.get(operand.indicator)?.name ?? operand.indicator}${apart === '' ? '' : `（${apart}）`}${operand.role === 'change' ? '的变化' : ''}`
  }
  if ('fact' in operand) return factNames.get(operand.fact) ?? operand.fact
  if ('entry' in operand) return operand.entry
  if ('document' in operand) return kindWords[operand.document]
  if ('assessment' in operand) return aspectWords[operand.assessment]
  return 'achievements' in operand ? '成果' : 'checks' in operand ? '核对发现' : '雷同占比'
}

/** Which side of a comparison it is; a level needs no word. */
function sideOf({ role = 'actual', basis, area = 'prefecture' }: IndicatorOperand): string[] {
  if (role === 'actual' || role === 'change') return []
  if (role !== 'reference') return [ROLES[role]]
  if (basis === undefined) return [ROLES.reference]
  return [basis === 'average' ? `${areaNames[area]}平均` : BASES[basis]]
}

const ROLES = { reference: '对照数', target: '目标数', share: '占比', rank: '位次' } as const
const BASES = { yoy: '上年同期', qoq: '上一期', previous: '以前', target: '目标', peer: '其他县市', 'base-year': '基期' } as const

/** What a rule reads, by the names under which decisions speak of it; readings of one thing are told apart by period and source. */
export function readingNames(operands: readonly Operand[], nameOf: (operand: Operand) => string): ReadonlyMap<string, string> {
  const byName = new Map(operands.map((operand) => [operandName(operand), operand]))
  const all = [...byName.values()].map(nameOf)
  const told = (operand: Operand): string => {
    const name = nameOf(operand)
    if (all.filter((each) => each === name).length < 2) return name
    const periods = 'periods' in operand ? (operand.periods ?? []).map((each) => serviceWords[each]) : []
    const sources = 'sources' in operand ? (operand.sources ?? []).map((each) => sourceWords[each]) : []
    const apart = [...periods, ...sources]
    return apart.length === 0 ? name : `${name}（${apart.join('、')}）`
  }
  return new Map([...byName].map(([of, operand]) => [of, told(operand)]))
}

/** By the names of a lexicon. */
export const operandNames = perLexicon(({ indicators, facts }: Lexicon): ((operand: Operand) => string) => {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const factNames = new Map(facts.map(({ id, name }) => [id, name]))
  return (operand) => nameOfOperand(byId, factNames, operand)
})
