/** What a rule reads: an indicator's value, a fact, a document, a judgement, achievements, findings, or what a reviewer enters. */
import { z } from 'zod'
import type { Criteria, Verdict } from '../analysis/assessment.ts'
import { keyed } from './variant.ts'

export const serviceWords = { own: '本期', cumulative: '累计', annual: '全年', 'last-year': '上年', part: '期内部分时段' } as const
export const sourceWords = { text: '正文', table: '表格', data: '数据表', summary: '年终总结', other: '其他材料' } as const

export const Service = z.enum(['own', 'cumulative', 'annual', 'last-year', 'part'], '应为 own、cumulative、annual、last-year、part 之一')
export const Source = z.enum(['text', 'table', 'data', 'summary', 'other'], '应为 text、table、data、summary、other 之一')
export type Source = z.output<typeof Source>

const Basis = z.enum(['yoy', 'qoq', 'previous', 'target', 'peer', 'average', 'base-year'])
const Role = z.enum(['actual', 'target', 'reference', 'change', 'share', 'rank'])
export const Level = z.enum(['national', 'provincial', 'prefecture', 'county', 'social', 'unknown'])
export const Status = z.enum(['obtained', 'pending', 'applied', 'creating', 'planned', 'revoked'])
const Kind = z.enum(['analysis', 'summary', 'bulletin', 'plan', 'data', 'evidence'])
const word = z.string().min(1)

/** A number that documents state. A part stands for the whole only where `part` names it. */
export const IndicatorOperand = z.strictObject({
  indicator: word,
  role: Role.exactOptional(),
  basis: Basis.exactOptional(),
  part: z
    .strictObject({
      level: word.exactOptional(),
      product: word.exactOptional(),
      place: word.exactOptional(),
      stage: word.exactOptional(),
    })
    .exactOptional(),
  /** How values of other periods serve, the first best; the scheme's `take` where left out. */
  periods: z.array(Service).min(1).exactOptional(),
  sources: z.array(Source).min(1).exactOptional(),
})

export const AwardFilter = z.strictObject({
  levels: z.array(Level).exactOptional(),
  statuses: z.array(Status).exactOptional(),
  /** Words that the title must hold, any of them. */
  titles: z.array(word).exactOptional(),
})
export type AwardFilter = z.output<typeof AwardFilter>

const FactOperand = z.strictObject({ fact: word, periods: z.array(Service).min(1).exactOptional() })
/** Whether a document of the kind came in for the period. `absent`: what it means that none did; unknown where left out. */
export const DocumentOperand = z.strictObject({
  document: Kind,
  absent: z.enum(['no', 'unknown'], '应为 no、unknown 之一').exactOptional(),
  periods: z.array(Service).min(1).exactOptional(),
})
const EntryOperand = z.strictObject({ entry: word })
/** What may be judged, and the words of each judgement, the best first. */
export const judgements = {
  verdict: ['pass', 'review', 'weak'],
  comparison: ['adequate', 'thin', 'absent'],
  problems: ['specific', 'boilerplate', 'absent'],
  causes: ['present', 'absent'],
  measures: ['concrete', 'slogan', 'absent'],
} as const satisfies { readonly [Aspect in keyof Criteria]: readonly Criteria[Aspect]['level'][] } & {
  readonly verdict: readonly Verdict[]
}
const AssessmentOperand = z.strictObject({ assessment: z.enum(['verdict', 'comparison', 'problems', 'causes', 'measures']) })
const AwardsOperand = z.strictObject({ achievements: AwardFilter })
const ChecksOperand = z.strictObject({
  checks: z.strictObject({ severity: z.enum(['error', 'warning']).exactOptional(), kind: word.exactOptional() }),
})
const CopyingOperand = z.strictObject({ copying: z.literal('share') })

export type IndicatorOperand = z.output<typeof IndicatorOperand>
export type FactOperand = z.output<typeof FactOperand>
export type EntryOperand = z.output<typeof EntryOperand>
export type AssessmentOperand = z.output<typeof AssessmentOperand>
export type ChecksOperand = z.output<typeof ChecksOperand>
export type DocumentOperand = z.output<typeof DocumentOperand>
export type NumberOperand =
  | IndicatorOperand
  | EntryOperand
  | z.output<typeof AwardsOperand>
  | ChecksOperand
  | z.output<typeof CopyingOperand>
export type AnswerOperand = FactOperand | DocumentOperand | EntryOperand
export type WordOperand = AssessmentOperand | EntryOperand
export type Operand = NumberOperand | AnswerOperand | WordOperand

export const NumberOperand = keyed<NumberOperand>('所读的数', () => ({
  indicator: IndicatorOperand,
  entry: EntryOperand,
  achievements: AwardsOperand,
  checks: ChecksOperand,
  copying: CopyingOperand,
}))
export const AnswerOperand = keyed<AnswerOperand>('所问的事', () => ({ fact: FactOperand, document: DocumentOperand, entry: EntryOperand }))
export const WordOperand = keyed<WordOperand>('所取的档次', () => ({ assessment: AssessmentOperand, entry: EntryOperand }))

/** The name under which a decision speaks of what a rule reads. */
export function operandName(operand: Operand): string {
  if ('indicator' in operand) return operand.indicator
  if ('fact' in operand) return operand.fact
  if ('entry' in operand) return operand.entry
  if ('document' in operand) return `document:${operand.document}`
  if ('assessment' in operand) return `assessment:${operand.assessment}`
  if ('achievements' in operand) return 'achievements'
  return 'checks' in operand ? 'checks' : 'copying'
}

/** Every operand that a rule reads, in the order of the rule. */
export function operandsOf(rule: unknown): Operand[] {
  if (Array.isArray(rule)) return rule.flatMap(operandsOf)
  if (typeof rule !== 'object' || rule === null) return []
  if ('form' in rule && rule.form === 'manual' && 'entry' in rule) return [{ entry: String(rule.entry) }]
  for (const schema of [
    IndicatorOperand,
    FactOperand,
    DocumentOperand,
    EntryOperand,
    AssessmentOperand,
    AwardsOperand,
    ChecksOperand,
    CopyingOperand,
  ]) {
    const parsed = schema.safeParse(rule)
    if (parsed.success) return [parsed.data]
  }
  return Object.values(rule).flatMap(operandsOf)
}
