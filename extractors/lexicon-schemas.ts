/** The form of each file of corpus/lexicon. What must hold between entries and files is `parse-lexicon.ts`'s to check. */
import { z } from 'zod'

const word = z.string('应为文字').min(1, '不能为空')
const words = z.array(word, '应为列表，写作 [甲, 乙]')
const list = words.default([])

/** A name of an entry. A full-width comma in it is a list that was meant. */
const name = word.superRefine((written, context) => {
  if (written.includes('，'))
    context.addIssue({ code: 'custom', message: `“${written}”里有中文逗号；几个名称之间请用英文逗号加空格，写作 [甲, 乙]` })
})
const names = z.array(name, '应为列表，写作 [甲, 乙]')
const id = z.string('应为标识').regex(/^[a-z][a-z0-9_-]*$/u, '标识只能用小写字母、数字、下划线和短横线，以字母开头')
const month = z.string('应为月份，写作 "2021-01"').regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/u, '月份写作 "2021-01"')

/** A sentence in which ‹…› marks the place. */
const example = z.string('例句应为文字').superRefine((written, context) => {
  const marks = [...written.matchAll(/[‹›]/gu)].map(([mark]) => mark).join('')
  if (marks === '') context.addIssue({ code: 'custom', message: `例句“${written}”没有标记：请用 ‹ › 标出位置，写作 抽检合格率‹97%›` })
  else if (marks !== '‹›') context.addIssue({ code: 'custom', message: `例句“${written}”应当只标出一处，先 ‹ 后 ›` })
  else if (written.includes('‹›')) context.addIssue({ code: 'custom', message: `例句“${written}”的标记 ‹› 里没有文字` })
})
const someExamples = z.array(example, '应为例句的列表，每句一项').min(1, '至少要有一个例句')
const EXAMPLES = '应写作 examples: { match: [应当读出的例句], miss: [相近而不应读出的例句] }，每句用 ‹ › 标出一处'
const examples = z.strictObject({ match: someExamples, miss: someExamples }, EXAMPLES)
const moreExamples = z.array(example, '应为例句的列表，每句一项').default([])
const someExamplesOrNone = z.strictObject({ match: moreExamples, miss: moreExamples }, EXAMPLES).default({ match: [], miss: [] })

const formulaWords = words.min(1, '至少要写一个词：分子、分母在文中怎么说')

export const lexiconSchemas = {
  indicators: z.array(
    z.strictObject({
      id,
      name,
      aliases: names.default([]),
      domain: z.enum(['产品', '工程', '服务', '环境', '基础', '安全', '治理'], '应为 产品、工程、服务、环境、基础、安全、治理 之一'),
      field: id.nullable().default(null),
      unit: z.string('应为单位'),
      kind: z.enum(
        ['ratio', 'count', 'score', 'change', 'money', 'duration', 'index'],
        '应为 ratio、count、score、change、money、duration、index 之一',
      ),
      direction: z.enum(['higher', 'lower', 'zero', 'context'], '应为 higher、lower、zero、context 之一'),
      formula: z
        .strictObject({
          numerator: formulaWords,
          denominator: formulaWords,
          factor: z.number('应为数字，百分率写 100').positive('应大于 0'),
        })
        .nullable()
        .default(null),
      accrual: z.enum(['new', 'stock'], '应为 new（新增的）或 stock（累计的），两者都算时不写').optional(),
      events: list,
      noneWithout: id.optional(),
      notes: z.string().default(''),
      examples,
    }),
  ),
  generics: z.array(
    z.strictObject({
      term: word,
      rate: z.boolean('应为 true 或 false'),
      divisible: z.boolean('应为 true 或 false').default(false),
      alone: id.optional(),
      candidates: z.array(id),
    }),
  ),
  fields: z.array(z.strictObject({ id, name: word, words, parts: list, endedBy: list, refines: id.optional(), within: id.optional() })),
  facts: z.array(
    z.strictObject({
      id,
      name,
      aliases: names.min(1, '至少要写一个：这件事在文中怎么称呼'),
      yes: words.min(1, '至少要写一个动作，说明这件事做了'),
      implies: list,
      no: list,
      plan: list,
      context: list,
      misfires: list,
      near: list,
      circumstance: z.boolean('应为 true 或 false').default(false),
      made: z.boolean('应为 true 或 false').default(false),
      notes: z.string().default(''),
      examples: z.strictObject({ match: someExamples, no: moreExamples, unknown: moreExamples, miss: someExamples }, EXAMPLES),
    }),
  ),
  awards: z.array(
    z.strictObject({
      id,
      name,
      aliases: names.default([]),
      level: z
        .enum(
          ['national', 'provincial', 'prefecture', 'county', 'social'],
          '应为 national、provincial、prefecture、county、social 之一，或不写',
        )
        .nullable()
        .default(null),
      relevance: z.enum(['quality', 'adjacent', 'unrelated'], '应为 quality、adjacent、unrelated 之一').default('quality'),
      notes: z.string().default(''),
      examples,
    }),
  ),
  regions: z.strictObject({
    counties: z.array(
      z.strictObject({
        id,
        names: z.array(z.strictObject({ name: word, from: month.exactOptional(), to: month.exactOptional() })).min(1),
        aliases: names.default([]),
      }),
    ),
    areas: z.array(z.strictObject({ name: word, words })),
    elsewhere: z.strictObject({ names: words, aliases: words, origins: words, deals: words }),
    self: words,
    notRegions: words,
    nameTails: words,
    assessments: words,
    superiorActs: words,
  }),
  units: z.array(
    z.strictObject({
      unit: word,
      synonyms: list,
      digitsOnly: z.boolean().default(false),
      counts: list,
      smaller: z.record(word, z.number().positive()).default({}),
      short: list,
    }),
  ),
  cues: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/u, '词组名只能用小写字母、数字和短横线'),
    z.strictObject({
      note: z.string(),
      words,
      places: z.boolean('应为 true 或 false').default(false),
      misfires: list,
      examples: someExamplesOrNone,
    }),
  ),
} as const
