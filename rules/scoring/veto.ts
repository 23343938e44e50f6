/**
 * Vetoes. A veto is triggered only by evidence, and excluded only by evidence for the whole year; between the two it is unknown, and says what months
 * nobody speaks of. Evidence both ways is unknown as well.
 */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import type { CountyFeed } from './county-feed.ts'
import { decimal } from './decimal.ts'
import type { Decision } from './decisions.ts'
import type { Veto } from './grade-rules.ts'
import { allowed, satisfies, type Truth, threshold } from './interval.ts'
import type { AnswerOperand, IndicatorOperand } from './operand.ts'
import { type Months, monthsOf, quartersOf } from './period.ts'
import { answerFact, receivedDocuments } from './read/answers.ts'
import type { Settings } from './settings.ts'
import type { Use } from './trace.ts'

export interface VetoResult {
  readonly veto: Veto
  readonly answer: Truth
  readonly words: string
  readonly uses: readonly Use[]
  readonly decision: number | null
}

export function examineVeto(veto: Veto, county: CountyFeed, year: number, settings: Settings, decisions: readonly Decision[]): VetoResult {
  const decided = decisions.findLast(
    (each): each is Extract<Decision, { about: 'veto' }> => each.about === 'veto' && each.county === county.id && each.veto === veto.id,
  )
  const found = 'indicator' in veto.when ? byIndicator(veto.when, county, year, settings) : byAnswer(veto.when, county, year, settings)
  if (decided === undefined) return { veto, ...found, decision: null }
  return {
    veto,
    ...found,
    answer: decided.answer,
    words: `人工认定${decided.answer === 'yes' ? '发生' : '未发生'}：${decided.reason}（${found.words}）`,
    decision: decided.number,
  }
}

type Found = Omit<VetoResult, 'veto' | 'decision'>

function byIndicator(
  { indicator, op, value: limit }: Extract<Veto['when'], { op: string }>,
  county: CountyFeed,
  year: number,
  { trust, approximate }: Settings,
): Found {
  const asked = threshold(op, limit)
  const wanted: Months = { from: year * 12, to: year * 12 + 11 }
  const stated = statedIn(county, indicator, wanted).map(({ value, months }) => ({
    value,
    months,
    truth: satisfies(allowed(value.comparator, decimal(value.value), decimal(value.upper ?? value.value), approximate), asked),
  }))
  const uses = stated.map(
    ({ value }): Use => ({
      record: 'value',
      id: value.id,
      file: value.file,
      words: `${value.value}${value.unit}（${periodWords(value.period)}）`,
      evidence: value.evidence,
      ...(value.decision === undefined ? {} : { decision: value.decision }),
    }),
  )
  const yes = stated.filter(({ truth }) => truth === 'yes')
  const no = stated.filter(({ truth }) => truth === 'no')
  const denied = yes.filter(({ months }) => no.some((other) => other.months.from <= months.from && other.months.to >= months.to))
  if (yes.length > 0 && denied.length === 0 && yes.some(({ value }) => value.confidence >= trust))
    return { answer: 'yes', words: '材料写明发生', uses }
  if (yes.length > 0)
    return { answer: 'unknown', words: denied.length > 0 ? '材料说法不一，须核实' : '材料写明发生，但读取可信度低，须核实', uses }
  const open = uncovered(
    wanted,
    no.map(({ months }) => months),
  )
  return open.length === 0
    ? { answer: 'no', words: '材料写明全年未发生', uses }
    : {
        answer: 'unknown',
        words: `没有材料说明是否发生：${no.length === 0 ? '全年均未提及' : `${open.map((month) => `${(month % 12) + 1}月`).join('、')}未提及`}`,
        uses,
      }
}

function statedIn(county: CountyFeed, { indicator, part }: IndicatorOperand, wanted: Months) {
  return (county.values.get(indicator) ?? []).flatMap((value) => {
    const months = value.period === null ? null : monthsOf(value.period)
    const serves =
      value.role === 'actual' &&
      (part !== undefined || value.breakdown === null) &&
      months !== null &&
      months.from >= wanted.from &&
      months.to <= wanted.to
    return serves ? [{ value, months }] : []
  })
}

function uncovered({ from, to }: Months, covered: readonly Months[]): number[] {
  const open: number[] = []
  for (let month = from; month <= to; month++) if (!covered.some((each) => each.from <= month && month <= each.to)) open.push(month)
  return open
}

function byAnswer(
  { answer: operand, is }: Extract<Veto['when'], { answer: AnswerOperand }>,
  county: CountyFeed,
  year: number,
  { trust }: Settings,
): Found {
  if ('entry' in operand) return { answer: 'unknown', words: `“${operand.entry}”待认定`, uses: [] }
  const answers = [String(year), ...quartersOf(year)].map((period) =>
    'fact' in operand
      ? answerFact(county, operand, period, trust)
      : { ...receivedDocuments(county, operand, period), doubts: [] as string[], conflict: '' },
  )
  const truths = answers.map((each) => ('answer' in each ? each.answer : each.received))
  const uses = [...new Map(answers.flatMap((each) => each.uses).map((use) => [use.id, use])).values()]
  if (truths.includes(is)) return { answer: 'yes', words: '材料写明属于此情形', uses }
  if (truths[0] !== 'unknown') return { answer: 'no', words: '材料写明不属于此情形', uses }
  const conflict = answers.find((each) => each.conflict !== '')?.conflict
  return { answer: 'unknown', words: conflict === undefined ? '没有材料说明' : `材料说法不一，须核实：${conflict}`, uses }
}
