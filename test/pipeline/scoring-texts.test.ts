/** The 56 forms of docs/scoring.md from reports: what the program reads of a text is scored by the example's rule. Forms that rest on no report say on what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeYaml } from '../../extractors/yaml.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { processFolder } from '../../pipeline/run.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { score } from '../../rules/scoring/engine.ts'
import type { Feed } from '../../rules/scoring/feed.ts'
import { readExamples } from '../support/examples.ts'
import { schemeAround, schemeOf } from '../support/scoring.ts'
import { type Example, entriesOf, examples } from '../support/scoring-examples.ts'
import { lexicon } from '../support/text-document.ts'
import { builtWorker, createWorkspace } from '../support/workspace.ts'

const names: Readonly<Record<string, string>> = { wusu: '乌苏市', tacheng: '塔城市', shawan: '沙湾县', emin: '额敏县' }
const Row = z.strictObject({
  example: z.int(),
  needs: z.enum(['entry', 'register', 'scores']).optional(),
  text: z.string().optional(),
  others: z.record(z.string(), z.string()).default({}),
  files: z.record(z.string(), z.string()).default({}),
  given: z.record(z.string(), z.unknown()).default({}),
  scores: z.record(z.string(), z.number()).default({}),
  gives: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  grades: z.record(z.string(), z.string()).optional(),
})
const rows = z.array(Row).parse(readExamples('scoring'))
const texts = rows.flatMap((row, index) => (row.text === undefined ? [] : [{ ...row, text: row.text, folder: `第${index + 1}例` }]))

const reportOf = (county: string, text: string, mark: string): string =>
  `${names[county]}2020年第三季度质量状况分析报告\n一、总体情况\n${text}\n（${mark}）`
/** A mark without figures, so that two examples of one text are no copies of each other. */
const markOf = (index: number): string => `${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${'子丑寅卯辰巳午未申酉戌亥'[index % 12]}稿`

let workspace: ReturnType<typeof createWorkspace>
let read: Feed
beforeAll(async () => {
  const files = texts.flatMap(({ folder, text, others, files: more }, index) => [
    ...Object.entries({ wusu: text, ...others }).map(([county, words]) => [
      `材料/${folder}/${names[county]}/第三季度/质量状况分析报告.txt`,
      reportOf(county, words, markOf(index)),
    ]),
    ...Object.entries(more).map(([name, words]) => [`材料/${folder}/乌苏市/第三季度/${name}`, `${words}\n（${markOf(index)}）`]),
  ])
  workspace = createWorkspace(Object.fromEntries(files))
  const { batch } = await processFolder({
    input: workspace.path('材料'),
    cache: null,
    jobs: 2,
    workerFile: builtWorker,
    knowledge: loadKnowledge(),
  })
  read = batch.result
}, 120_000)
afterAll(() => workspace.remove())

/** What was read of one example's folder. */
function feedOf(folder: string): Feed {
  const of = <Record extends { readonly file: string }>(records: readonly Record[]): Record[] =>
    records.filter(({ file }) => file.startsWith(`${folder}/`))
  return {
    documents: of(read.documents),
    values: of(read.values),
    achievements: of(read.achievements),
    assessments: of(read.assessments),
    // Every example is of the same county and quarter: what one says beside another is no contradiction.
    checks: of(read.checks).filter(({ evidence }) => evidence.every(({ file = `${folder}/` }) => file.startsWith(`${folder}/`))),
    facts: of(read.facts ?? []),
  }
}

function scored(example: Example, row: (typeof texts)[number]) {
  const { points = 1, kind, rule = { form: 'constant', points: 100 }, notApplicable, grades, vetoes } = example
  const item = {
    points: example.rule === undefined ? 100 : points,
    rule,
    ...(kind === undefined ? {} : { kind }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
  }
  const more = {
    settings: { bonus: 'before', caps: { quarter: null } },
    ...(grades === undefined ? {} : { grades }),
    ...(vetoes === undefined ? {} : { vetoes }),
  }
  const scheme = schemeOf(schemeAround(item, more, ['wusu', ...Object.keys(row.others)]))
  const published = Object.entries(row.scores).flatMap(([county, score]) =>
    [1, 2, 3, 4].map((quarter) => ({ about: 'quarter', county, period: `2020-Q${quarter}`, score })),
  )
  const whole =
    row.grades === undefined || published.length > 0
      ? []
      : ['wusu', ...Object.keys(row.others)].flatMap((county) =>
          [1, 2, 4].map((quarter) => ({ about: 'quarter', county, period: `2020-Q${quarter}`, score: 100 })),
        )
  const signed = [...published, ...whole, ...entriesOf(row.given)].map((each) => ({
    reason: '现场核实',
    by: '复核员',
    on: '2021-01-05',
    ...(each as object),
  }))
  const decisions = parseDecisions({ path: '决定.yaml', text: writeYaml({ decisions: signed }) }, scheme, lexicon)
  return score(feedOf(row.folder), { scheme, lexicon, decisions }).counties
}

describe('the forms of scoring rules, from what reports say', () => {
  it('are all there, each with a text or with what it rests on instead', () =>
    expect([...new Set(rows.map(({ example }) => example))]).toEqual(examples.map(({ example }) => example)))

  it('rest on reports wherever their rule reads what reports state', () => {
    const READ = /"(?:indicator|fact|achievements|assessment|checks|copying)":|"form":"awards"/u
    const isRead = ({ rule, vetoes }: Example): boolean => READ.test(JSON.stringify([rule, vetoes]))
    const withText = new Set(texts.map(({ example }) => example))
    expect(examples.filter((each) => isRead(each) && !withText.has(each.example)).map(({ example }) => example)).toEqual([])
  })

  it.each(texts)('form $example: $text', (row) => {
    const example = examples.find((each) => each.example === row.example)
    if (example === undefined) throw new Error(`no example ${row.example}`)
    const counties = scored(example, row)
    if (row.gives !== undefined) {
      const tested = counties[0]?.quarters[2]?.items.find(({ item }) => item === 'tested')
      const [low, high] = typeof row.gives === 'number' ? [row.gives, row.gives] : row.gives
      expect([Number(tested?.low), Number(tested?.high), low === high ? (tested?.open ?? []) : []]).toEqual([low, high, []])
    }
    for (const [county, grade] of Object.entries(row.grades ?? {}))
      expect([county, counties.find((each) => each.county === names[county])?.grade]).toEqual([county, grade])
  })
})
