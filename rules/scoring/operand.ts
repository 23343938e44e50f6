/** What a rule reads: an indicator's value, a fact, a document, a judgement, achievements, findings, or what a reviewer enters. */
import { z } from 'zod'
import type { Criteria, Verdict } from '../analysis/assessment.ts'
import { keyed } from './variant.ts'

export const serviceWords = { own: '本期', cumulative: '累计', annual: '全年', 'last-year': '上年', part: '期内部分时段' } as const
/** Where the other side of a comparison (last year, the quarter before) is found: in what the county reported then, or in what its report states of it now. */
export const referenceWords = { earlier: '往期材料', stated: '本期材料所述' } as const
export const areaNames = { prefecture: '塔城地区', region: '自治区', nation: '全国' } as const

export const sourceWords = { text: '正文', table: '表格', data: '数据表', summary: '年终总结', other: '其他材料' } as const

export const Service = z.enum(['own', 'cumulative', 'annual', 'last-year', 'part'], '应为 own、cumulative、annual、last-year、part 之一')
export const Source = z.enum(['text', 'table', 'data', 'summary', 'other'], '应为 text、table、data、summary、other 之一')
export type Source = z.output<typeof Source>
export const Reference = z.enum(['earlier', 'stated'], '应为 earlier、stated 之一')
export type Reference = z.output<typeof Reference>
const Area = z.enum(['prefecture', 'region', 'nation'], '应为 prefecture、region、nation 之一')

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
  /** A year's count serves a quarter only where it is nought: 全年未发生 is true of each quarter, 全年1起 of one that nobody names. */
  annual: z.literal('zero', '应为 zero').exactOptional(),
  /** Of a `reference` to an earlier period: where it is looked for, the best first; the scheme's `take` where left out. */
  references: z.array(Reference).min(1).exactOptional(),
  /** Of a `reference` to an average: whose; the prefecture's where left out. */
  area: Area.exactOptional(),
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

/**
 * The name under which a decision speaks of what a rule reads: a level by its indicator alone, the other side of a comparison with its role and what it is
 * compared with (`quality_budget:reference:yoy`), so that two readings of a rule never bear one name.
 */
export function operandName(operand: Operand): string {
  const known = names.get(operand)
  if (known !== undefined) return known
  const name = namedApart(operand)
  names.set(operand, name)
  return name
}

const names = new WeakMap<Operand, string>()

function namedApart(operand: Operand): string {
  if ('indicator' in operand) {
    const { indicator, role, references: _order, ...apart } = operand
    return [indicator, ...(role === undefined || role === 'actual' ? [] : [role]), ...wordsIn(apart)].join(':')
  }
  if ('fact' in operand) return [operand.fact, ...wordsIn(operand.periods)].join(':')
  if ('entry' in operand) return operand.entry
  if ('document' in operand) return ['document', operand.document, ...wordsIn(operand.periods)].join(':')
  if ('assessment' in operand) return `assessment:${operand.assessment}`
  if ('achievements' in operand) return ['achievements', ...wordsIn(operand.achievements)].join(':')
  return 'checks' in operand ? ['checks', ...wordsIn(operand.checks)].join(':') : 'copying'
}

const wordsIn = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : typeof node === 'object' && node !== null ? Object.values(node).flatMap(wordsIn) : []

/** Which of the names is meant: itself, or the only one that begins with it. */
export function nameMeant(given: string, names: readonly string[]): string | null {
  if (names.includes(given)) return given
  const [only, ...others] = names.filter((name) => name.startsWith(`${given}:`))
  return only !== undefined && others.length === 0 ? only : null
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
