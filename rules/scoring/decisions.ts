/**
 * What people decided: corrections of what was read, entries that only a person can make, and overrides of points, scores, vetoes and grades. They lie in a
 * file of their own, apart from what the machine found, and win over it visibly.
 */
import { z } from 'zod'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { unknown } from '../../extractors/suggest.ts'
import { type PositionedYaml, parseYaml, type YamlFile } from '../../extractors/yaml.ts'
import { entryMistake } from './entry-check.ts'
import { operandName, operandsOf } from './operand.ts'
import type { Scheme } from './scheme.ts'
import { variant } from './variant.ts'

const name = z.string('应为文字').min(1, '不能为空')
const day = z.string('应为日期').regex(/^\d{4}-\d{2}-\d{2}$/u, '日期写作 2020-10-15，并加引号')
const signed = { reason: name, by: name, on: day }
const Listed = z.strictObject({ title: name, people: z.int().positive().exactOptional() })
/** A number, 是 or 否, a level's word, a bound (≥91), or things listed. */
const Entered = z.union([z.number(), z.string().min(1), z.boolean(), z.array(Listed)], '应为数字、文字、是/否或列表')

const ItemDecision = z
  .strictObject({
    about: z.literal('item'),
    county: name,
    period: name,
    item: name,
    /** Which of the things that the rule reads; needed only where it reads several. */
    of: name.exactOptional(),
    value: Entered.exactOptional(),
    points: z.number('应为分值（数字）').exactOptional(),
    applies: z.literal(false, '不适用写作 applies: false').exactOptional(),
    ...signed,
  })
  .refine(
    ({ value, points, applies }) => [value, points, applies].filter((each) => each !== undefined).length === 1,
    'value、points、applies 应写且只写一项',
  )
const ValueDecision = z
  .strictObject({
    about: z.literal('value'),
    id: name,
    to: z.number('应为数字').exactOptional(),
    reject: z.literal(true).exactOptional(),
    ...signed,
  })
  .refine(({ to, reject }) => (to === undefined) !== (reject === undefined), '应写 to（更正为）或 reject: true（不采用），只写一项')
const FactDecision = z.strictObject({
  about: z.literal('fact'),
  id: name,
  answer: z.enum(['yes', 'no', 'unknown'], '应为 yes、no、unknown 之一'),
  ...signed,
})
const AchievementDecision = z
  .strictObject({
    about: z.literal('achievement'),
    id: name,
    status: z
      .enum(
        ['obtained', 'pending', 'applied', 'creating', 'planned', 'revoked'],
        '应为 obtained、pending、applied、creating、planned、revoked 之一',
      )
      .exactOptional(),
    level: z
      .enum(
        ['national', 'provincial', 'prefecture', 'county', 'social', 'unknown'],
        '应为 national、provincial、prefecture、county、social、unknown 之一',
      )
      .exactOptional(),
    reject: z.literal(true).exactOptional(),
    ...signed,
  })
  .refine(
    ({ status, level, reject }) => status !== undefined || level !== undefined || reject !== undefined,
    '应写 status、level 或 reject: true',
  )
const DocumentDecision = z
  .strictObject({
    about: z.literal('document'),
    id: name,
    county: name.exactOptional(),
    period: z
      .string()
      .regex(/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}(?:\/\d{4}-\d{2})?))?$/u, '期间写作 2020、2020-Q1 或 2020-H1')
      .exactOptional(),
    kind: z
      .enum(
        ['analysis', 'summary', 'bulletin', 'plan', 'data', 'evidence', 'unknown'],
        '应为 analysis、summary、bulletin、plan、data、evidence、unknown 之一',
      )
      .exactOptional(),
    ...signed,
  })
  .refine(({ county, period, kind }) => county !== undefined || period !== undefined || kind !== undefined, '应写 county、period 或 kind')
const QuarterDecision = z.strictObject({
  about: z.literal('quarter'),
  county: name,
  period: name,
  score: z.number('应为分数').min(0),
  ...signed,
})
const VetoDecision = z.strictObject({
  about: z.literal('veto'),
  county: name,
  veto: name,
  answer: z.enum(['yes', 'no'], '应为 yes（发生）、no（未发生）之一'),
  ...signed,
})
const GradeDecision = z.strictObject({ about: z.literal('grade'), county: name, grade: name, ...signed })

export type ItemDecision = z.output<typeof ItemDecision>
export type Entered = z.output<typeof Entered>
type Given =
  | ItemDecision
  | z.output<typeof ValueDecision>
  | z.output<typeof FactDecision>
  | z.output<typeof AchievementDecision>
  | z.output<typeof DocumentDecision>
  | z.output<typeof QuarterDecision>
  | z.output<typeof VetoDecision>
  | z.output<typeof GradeDecision>
/** `number`: its place in the file, from 1, by which the results refer to it. Counties are ids. */
export type Decision<Kind extends Given = Given> = Kind & { readonly number: number }

const File = z.strictObject({
  decisions: z
    .array(
      variant<Given>('about', '决定的对象', () => ({
        item: ItemDecision,
        value: ValueDecision,
        fact: FactDecision,
        achievement: AchievementDecision,
        document: DocumentDecision,
        quarter: QuarterDecision,
        veto: VetoDecision,
        grade: GradeDecision,
      })),
    )
    .nullable(),
})

export const noDecisions: readonly Decision[] = []

/** Throws KnowledgeError with file and line. What a decision of a record is about is only known with the feed: see `applyDecisions`. */
export function parseDecisions(file: YamlFile, scheme: Scheme, lexicon: Lexicon): readonly Decision[] {
  const parsed = parseYaml(file, File)
  return (parsed.data.decisions ?? []).map((decision, index) => ({
    ...checked(decision, index, parsed, scheme, lexicon),
    number: index + 1,
  }))
}

function checked(decision: Given, index: number, { mistake }: PositionedYaml<unknown>, scheme: Scheme, lexicon: Lexicon): Given {
  const wrong = (key: string, what: string): Error => mistake(['decisions', index, key], what)
  if (decision.about === 'veto' && !scheme.vetoes.some(({ id }) => id === decision.veto))
    throw wrong(
      'veto',
      unknown(
        decision.veto,
        scheme.vetoes.map(({ id }) => id),
      ),
    )
  const grades = scheme.grades?.bands.map(({ grade }) => grade) ?? []
  if (decision.about === 'grade' && !grades.includes(decision.grade)) throw wrong('grade', unknown(decision.grade, grades))
  if ((decision.about === 'quarter' || decision.about === 'item') && !periodsOf(scheme).includes(decision.period))
    throw wrong('period', unknown(decision.period, periodsOf(scheme)))
  if (decision.about === 'item') checkItem(decision, wrong, scheme)
  if (!('county' in decision) || decision.county === undefined) return decision
  const county = lexicon.regions.counties.find(
    ({ id, names, aliases }) =>
      id === decision.county || aliases.includes(decision.county ?? '') || names.some((each) => each.name === decision.county),
  )
  if (county === undefined)
    throw wrong(
      'county',
      unknown(
        decision.county,
        lexicon.regions.counties.flatMap(({ id, names }) => [id, ...names.map((each) => each.name)]),
      ),
    )
  return { ...decision, county: county.id }
}

const periodsOf = ({ year, quarters }: Scheme): string[] => [...quarters.map(({ quarter }) => `${year}-${quarter}`), String(year)]

function checkItem({ item: id, of, value }: ItemDecision, wrong: (key: string, what: string) => Error, { items }: Scheme): void {
  const item = items.find((each) => each.id === id)
  if (item === undefined)
    throw wrong(
      'item',
      unknown(
        id,
        items.map((each) => each.id),
      ),
    )
  if (value === undefined) return
  const operands = operandsOf(item.rule)
  const names = [...new Set(operands.map(operandName))]
  if (of !== undefined && !names.includes(of)) throw wrong('of', unknown(of, names))
  if (of === undefined && names.length !== 1)
    throw wrong('value', `“${item.name}”读取多项，不能只填一个复核值：请填复核得分（points），或用 of 写明是哪一项：${names.join('、')}`)
  const operand = operands.find((each) => of === undefined || operandName(each) === of)
  const expected = operand === undefined ? null : entryMistake(operand, value)
  if (expected !== null) throw wrong('value', `“${item.name}”的复核值${expected}`)
}
