/**
 * `judgeParagraph` as the package exports it, held to labelled paragraphs: twenty hard ones, each made to look like what it is not (test/fixtures/flag-cases.json),
 * 319 sentences in plain words (test/support/gold/analysis-sentences.json), and 760 by ten hands. They were seen while the rules were written: their share of right answers says
 * nothing of unseen texts; it must not fall.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgeParagraph, type ParagraphJudgement } from '../../pipeline/judge-paragraph.ts'

const level = z.string().transform((name) => (name === 'none' ? 'absent' : name))
const Labels = z.object({ comparison: z.boolean(), problem: level, cause: z.boolean(), measure: level, activity: z.boolean().optional() })
const Case = z.object({ id: z.string(), text: z.string(), county: z.string().optional(), period: z.string().optional(), expect: Labels })
type Labelled = z.infer<typeof Case>
/** As the sets of sentences by other hands are labelled. */
const isThere = z.union([z.boolean(), z.enum(['present', 'absent']).transform((name) => name === 'present')])
const Sentence = z.object({
  text: z.string(),
  county: z.string(),
  period: z.string(),
  comparison: isThere,
  problems: level,
  causes: isThere,
  measures: level,
})

const read = (path: string): Labelled[] => z.array(Case).parse(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')))
const countyIn = (text: string): string => /塔城市|乌苏市|沙湾县|额敏县|托里县|裕民县|和布克赛尔县/u.exec(text)?.[0] ?? '托里县'

/** A paragraph narrates when a good part of it does. */
const NARRATES = 0.3

function answers({ criteria, narrativeShare }: ParagraphJudgement) {
  const { comparison, problems, causes, measures } = criteria
  return {
    comparison: comparison.level !== 'absent',
    problem: problems.level,
    cause: causes.level === 'present',
    measure: measures.level,
    activity: narrativeShare > NARRATES,
  }
}

async function wrongIn(cases: readonly Labelled[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { id, text, county = countyIn(text), period = '2020', expect: expected } of cases) {
    const given: Readonly<Record<string, string | boolean>> = answers(await judgeParagraph(text, { county, period }))
    for (const [question, answer] of Object.entries(expected))
      if (given[question] !== answer) wrong.push(`${question} ${id}: ${String(given[question])}, not ${String(answer)}`)
  }
  return wrong
}

describe('judgeParagraph', () => {
  it('answers the five questions of the hard paragraphs', async () => {
    expect(await wrongIn(read('../fixtures/flag-cases.json'))).toEqual([])
  })

  it('answers the questions of the plain sentences as often as it did', async () => {
    const sentences = read('../support/gold/analysis-sentences.json')
    const wrong = await wrongIn(sentences)
    const right = (question: string): number => 1 - wrong.filter((each) => each.startsWith(`${question} `)).length / sentences.length
    expect(right('comparison')).toBeGreaterThan(0.95)
    expect(right('problem')).toBeGreaterThan(0.87)
    expect(right('cause')).toBeGreaterThan(0.94)
    expect(right('measure')).toBeGreaterThan(0.92)
  })

  it.each([
    { set: 'analysis-blind', comparison: 57, problems: 58, causes: 57, measures: 58 },
    { set: 'analysis-held-back-second', comparison: 57, problems: 56, causes: 56, measures: 57 },
    { set: 'analysis-blind-second', comparison: 58, problems: 58, causes: 58, measures: 57 },
    { set: 'analysis-held-back-third', comparison: 57, problems: 55, causes: 57, measures: 56 },
    { set: 'analysis-blind-third', comparison: 58, problems: 57, causes: 58, measures: 55 },
    { set: 'analysis-held-back-fourth', comparison: 58, problems: 55, causes: 56, measures: 56 },
    { set: 'analysis-blind-fourth', comparison: 58, problems: 56, causes: 58, measures: 58 },
    { set: 'analysis-held-back-fifth', comparison: 58, problems: 57, causes: 57, measures: 58 },
    { set: 'analysis-blind-fifth', comparison: 59, problems: 58, causes: 59, measures: 59 },
    { set: 'analysis-blind-sixth', comparison: 58, problems: 56, causes: 58, measures: 57 },
    { set: 'analysis-held-back-sixth', comparison: 59, problems: 58, causes: 58, measures: 58 },
    { set: 'analysis-blind-seventh', comparison: 55, problems: 57, causes: 55, measures: 56 },
    { set: 'analysis-blind-eighth', comparison: 58, problems: 52, causes: 57, measures: 58 },
    { set: 'analysis-held-back-seventh', comparison: 55, problems: 51, causes: 56, measures: 55 },
    { set: 'analysis-own-second', comparison: 55, problems: 51, causes: 54, measures: 56 },
    { set: 'analysis-own', comparison: 94, problems: 80, causes: 91, measures: 94 },
  ])('answers the questions of $set-sentences as often as it did', async ({ set, ...least }) => {
    const sentences = z
      .array(Sentence)
      .parse(JSON.parse(readFileSync(new URL(`../support/gold/${set}-sentences.json`, import.meta.url), 'utf8')))
    const right = { comparison: 0, problems: 0, causes: 0, measures: 0 }
    for (const { text, county, period, ...wanted } of sentences) {
      const { comparison, problem, cause, measure } = answers(await judgeParagraph(text, { county, period }))
      if (comparison === wanted.comparison) right.comparison++
      if (problem === wanted.problems) right.problems++
      if (cause === wanted.causes) right.causes++
      if (measure === wanted.measures) right.measures++
    }
    for (const name of ['comparison', 'problems', 'causes', 'measures'] as const)
      expect(right[name], name).toBeGreaterThanOrEqual(least[name])
  })

  it('takes a county by any of its names, and a period in words; what it does not know it says', async () => {
    const text = '工业产品监督抽查合格率94.2%，比上年同期的92.5%提高1.7个百分点。'
    const levels = async (context: Parameters<typeof judgeParagraph>[1]) => (await judgeParagraph(text, context)).criteria.comparison
    const plain = await levels({ county: '和布克赛尔县', period: '2020-Q3' })
    expect(plain.level).toBe('thin')
    expect(await levels({ county: '和丰县', period: '2020年第三季度' })).toEqual(plain)
    expect((await levels({})).level).toBe('thin')
    await expect(judgeParagraph(text, { county: '不存在县' })).rejects.toThrow('没有县市“不存在县”')
    await expect(judgeParagraph(text, { county: '托里县', period: '三季度' })).rejects.toThrow('看不懂期间“三季度”')
  })

  it('says that there is nothing to judge where the text is empty', async () => {
    await expect(judgeParagraph('')).rejects.toThrow('没有可以评判的文字')
    await expect(judgeParagraph(' \n')).rejects.toThrow('没有可以评判的文字')
  })

  it('reads a table of tabs and lines wrapped at a fixed width as a file is read', async () => {
    const table = ['一、数据', '产品\t本期合格率（%）\t上年同期（%）', '食品\t97.7\t96.9', '农产品\t98.4\t97.2'].join('\n')
    expect((await judgeParagraph(table, { county: '托里县', period: '2020-Q3' })).criteria.comparison.level).toBe('thin')
  })

  it('cuts its quotes from the text, and gives each judgement its reason', async () => {
    const text = '2020年额敏县参加培训1860人，比上年增长35.2%。水泥抗渗不合格2批次，原因是养护时间不足。'
    const { criteria } = await judgeParagraph(text, { county: '额敏县', period: '2020' })
    for (const { evidence } of criteria.comparison.rejected) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
    expect(criteria.comparison.rejected.map(({ reason }) => reason)).toEqual(['effort'])
    expect(criteria.causes.evidence.map(({ quote }) => quote)).toEqual(['水泥抗渗不合格2批次，原因是养护时间不足。'])
  })
})
