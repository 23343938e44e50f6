/**
 * What people decided: corrections of what was read, entries that only a person can make, and overrides of points, scores, vetoes and grades. They lie in a
 * file of their own, apart from what the machine found, and win over it visibly.
 */
import { z } from 'zod'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { openYaml, type YamlFile } from '../../extractors/yaml.ts'
import { explainIssues } from '../../extractors/yaml-expectation.ts'
import type { Mistake } from '../../extractors/yaml-path.ts'
import { checkedDecision } from './check-decision.ts'
import { Day } from './day.ts'
import type { EnteredQuantity } from './entered-quantity.ts'
import { pointsByPeriod } from './office.ts'
import type { Scheme } from './scheme.ts'
import { variant } from './variant.ts'

const name = z.string('应为文字').min(1, '不能为空')
const signed = { reason: name, by: name, on: Day }
const Listed = z.strictObject({ title: name, people: z.int().positive().exactOptional() })
/** A number, 是 or 否, a level's word, a bound (≥91), or things listed. */
const Entered = z.union([z.number(), z.string().min(1), z.boolean(), z.array(Listed)], '应为数字、文字、是/否或列表')

const PERIOD = /^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}(?:\/\d{4}-\d{2})?))?$/u
const PERIOD_EXPECTED = '期间写作 2020、2020-Q1 或 2020-H1'

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
    /** A number, or as a report would write it (≥91, 95%—97%, 120余万元). */
    to: z.union([z.number(), z.string().min(1)], '应为数字或文字').exactOptional(),
    indicator: name.exactOptional(),
    county: name.exactOptional(),
    period: z.string().regex(PERIOD, PERIOD_EXPECTED).exactOptional(),
    reject: z.literal(true).exactOptional(),
    ...signed,
  })
  .refine(
    ({ to, indicator, county, period, reject }) =>
      (reject === undefined) !== [to, indicator, county, period].every((each) => each === undefined),
    '应写 to（更正为）、indicator、county、period，或 reject: true（不采用）',
  )
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
    year: z.int().min(1949).max(2100).exactOptional(),
    reject: z.literal(true).exactOptional(),
    ...signed,
  })
  .refine(
    ({ status, level, year, reject }) => status !== undefined || level !== undefined || year !== undefined || reject !== undefined,
    '应写 status、level、year（哪一年获得）或 reject: true',
  )
/** Practices are only offered to the writer of the bulletin: one that is none is not. */
const PracticeDecision = z.strictObject({
  about: z.literal('practice'),
  id: name,
  reject: z.literal(true, '应为 reject: true（不采用）'),
  ...signed,
})
const DocumentDecision = z
  .strictObject({
    about: z.literal('document'),
    id: name,
    county: name.exactOptional(),
    period: z.string().regex(PERIOD, PERIOD_EXPECTED).exactOptional(),
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

/** `quantity`: the value as a number, where it is one in words. */
export type ItemDecision = z.output<typeof ItemDecision> & { readonly quantity?: EnteredQuantity }
export type ValueDecision = Omit<z.output<typeof ValueDecision>, 'to'> & { readonly to?: EnteredQuantity }
export type Entered = z.output<typeof Entered>
type Written =
  | z.output<typeof ItemDecision>
  | z.output<typeof ValueDecision>
  | z.output<typeof FactDecision>
  | z.output<typeof AchievementDecision>
  | z.output<typeof PracticeDecision>
  | z.output<typeof DocumentDecision>
  | z.output<typeof QuarterDecision>
  | z.output<typeof VetoDecision>
  | z.output<typeof GradeDecision>
/** With what is written as a number read as one. */
type Given = Exclude<Written, { about: 'item' | 'value' }> | ItemDecision | ValueDecision
/** `number`: its place in the file, from 1, by which the results refer to it. Counties are ids. */
export type Decision<Kind extends Given = Given> = Kind & { readonly number: number }

const AnyDecision = variant<Written>('about', '决定的对象', () => ({
  item: ItemDecision,
  value: ValueDecision,
  fact: FactDecision,
  achievement: AchievementDecision,
  practice: PracticeDecision,
  document: DocumentDecision,
  quarter: QuarterDecision,
  veto: VetoDecision,
  grade: GradeDecision,
}))

const File = z.strictObject({ decisions: z.array(AnyDecision).nullable() })
/** The same where a decision may be none. */
const Loose = z.object({ decisions: z.array(z.unknown()).nullable() })

export type { Given as GivenDecision, Written as WrittenDecision }

export const noDecisions: readonly Decision[] = []

/** Throws KnowledgeError with all mistakes, each with file and line. What a decision of a record is about is only known with the feed: see `applyDecisions`. */
export function parseDecisions(file: YamlFile, scheme: Scheme, lexicon: Lexicon): readonly Decision[] {
  const { raw, mistakes } = openYaml(file)
  const whole = File.safeParse(raw)
  const wrong: Mistake[] = whole.success ? [] : [...explainIssues(whole.error.issues, File, raw)]
  const list = Loose.safeParse(raw).data?.decisions ?? []
  const decisions = list.flatMap((each, index): Decision[] => {
    const { data: written } = AnyDecision.safeParse(each)
    if (written === undefined) return []
    const { decision, found } = checkedWhole(written, index, scheme, lexicon)
    wrong.push(...found)
    return decision === null ? [] : [{ ...decision, number: index + 1 }]
  })
  if (wrong.length > 0) throw mistakes(wrong)
  return decisions
}

/** One mistake does not hide those beside it: what is wrong is put right for the look at the rest. */
function checkedWhole(
  written: Written,
  index: number,
  scheme: Scheme,
  lexicon: Lexicon,
): { readonly decision: Given | null; readonly found: readonly Mistake[] } {
  const fail = (key: string, what: string): WrongDecision => new WrongDecision(['decisions', index, key], what)
  const sound: Readonly<Record<string, string | undefined>> = {
    county: scheme.counties[0],
    period: soundPeriod(written, scheme),
  }
  const found: WrongDecision[] = []
  let asked = written
  for (;;) {
    try {
      const decision = checkedDecision(asked, scheme, lexicon, fail)
      return { decision: found.length === 0 ? decision : null, found }
    } catch (error) {
      if (!(error instanceof WrongDecision)) throw error
      found.push(error)
      const key = String(error.path.at(-1))
      const instead = sound[key]
      if (instead === undefined || (asked as Record<string, unknown>)[key] === instead) return { decision: null, found }
      asked = { ...asked, [key]: instead }
    }
  }
}

/** One in which what the decision is about is scored. */
function soundPeriod(written: Written, scheme: Scheme): string {
  const item = written.about === 'item' ? scheme.items.find(({ id }) => id === written.item) : undefined
  const [asked] = item === undefined ? [] : Object.keys(pointsByPeriod(item, scheme))
  return asked ?? `${scheme.year}-${scheme.quarters[0]?.quarter}`
}

class WrongDecision extends Error implements Mistake {
  readonly path: readonly PropertyKey[]
  readonly what: string

  constructor(path: readonly PropertyKey[], what: string) {
    super(what)
    this.path = path
    this.what = what
  }
}
