import { describe, expect, it } from 'vitest'
import { lexiconPlaces } from '../../../extractors/lexicon-places.ts'
import { parseLexicon } from '../../../extractors/parse-lexicon.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { lexiconEntries } from '../../../pipeline/lexicon/entries.ts'
import { runExamples } from '../../../pipeline/lexicon/examples.ts'
import { lookUp } from '../../../pipeline/lexicon/lookup.ts'
import { explanation, listing } from '../../../pipeline/lexicon/printing.ts'
import { sharedNames } from '../../../pipeline/lexicon/shared-names.ts'
import { testLexicon } from '../../../pipeline/lexicon/test-lexicon.ts'
import { lexiconTestReport } from '../../../pipeline/lexicon/test-report.ts'
import { lexiconFiles, lineOf, spoiled } from '../../support/lexicon-files.ts'

const { lexicon, scheme } = loadKnowledge()
const places = lexiconPlaces(lexiconFiles)
const entries = lexiconEntries(lexicon, scheme, places)
const nothing = { values: [], achievements: [], facts: [] }

describe('the examples of the lexicon', () => {
  const outcomes = runExamples(lexicon)

  it('are run of indicators, honours, facts and cue words', () => {
    expect(new Set(outcomes.map(({ part }) => part))).toEqual(new Set(['indicators', 'awards', 'facts', 'cues']))
    expect(outcomes.length).toBeGreaterThan(400)
  })

  it('all hold', () => {
    expect(outcomes.filter(({ passed }) => !passed).map(({ key, kind, example, read }) => ({ key, kind, example, read }))).toEqual([])
  })

  it('leave no entry that nothing fires, and no two entries with one name', () => {
    expect(testLexicon(lexicon, places, nothing)).toMatchObject({ failures: [], silent: [], shared: [], passed: true })
  })
})

describe('an example that does not hold', () => {
  const files = spoiled('facts.yaml', (text) => text.replace('[‹缺少标准化奖励政策›。]', '[‹兑现标准化奖励政策›。]'))
  const test = testLexicon(parseLexicon(files), lexiconPlaces(files), nothing)

  it('is told with its line, what was wanted and what was read', () => {
    const line = lineOf(files, 'facts.yaml', '[‹兑现标准化奖励政策›。]')
    expect(test.passed).toBe(false)
    expect(test.failures.map(({ place }) => place)).toEqual([{ file: 'corpus/lexicon/facts.yaml', line }])
    expect(lexiconTestReport(test)).toContain(
      `corpus/lexicon/facts.yaml 第${line}行 standardisation_reward：应当答“否”：‹兑现标准化奖励政策›。\n      标记处读到：建立标准化奖励制度：是`,
    )
  })

  it('leaves the entry silent when it is its only one and no sample fires it', () => {
    const mute = spoiled('awards.yaml', (text) =>
      text.replace('match: [某食品公司入选‹中华老字号›名录。]', 'match: [某食品公司学习‹老字号›经验。]'),
    )
    const read = (samples: Parameters<typeof testLexicon>[2]) => testLexicon(parseLexicon(mute), lexiconPlaces(mute), samples).silent
    expect(read(nothing).map(({ key }) => key)).toEqual(['time_honoured_brand'])
  })
})

it('names that two entries share are found through quotation marks', () => {
  const files = spoiled('indicators.yaml', (text) => text.replace('aliases: [农产品监督抽查合格率,', 'aliases: [“工业品”抽检合格率,'))
  expect(sharedNames(parseLexicon(files)).map(({ name, owners }) => [name, owners.map(({ key }) => key)])).toEqual([
    ['工业品抽检合格率', ['industrial_sampling_pass_rate', 'agri_supervision_pass_rate']],
  ])
})

describe('looking a word up', () => {
  it('explains an indicator by any of its names: unit, formula, shared terms, target, place and examples', () => {
    const [entry] = lookUp(entries, '工业品抽检合格率').entries
    if (!entry) throw new Error('not found')
    const words = explanation(entry)
    expect(words).toContain('单位：%')
    expect(words).toMatch(/公式：合格批次／合格 ÷ 抽查批次/u)
    expect(words).toMatch(/共用说法：合格率、抽检合格率/u)
    expect(words).toContain('目标：≥91%（塔质量强区办〔2021〕2号）')
    expect(words).toContain(
      `位置：corpus/lexicon/indicators.yaml 第${lineOf(lexiconFiles, 'indicators.yaml', '- id: industrial_sampling_pass_rate')}行`,
    )
    expect(words).toContain('不应读出：食品监督抽检合格率‹97.5%›。')
  })

  it('says what a shared term can mean, and what a cue word is for', () => {
    expect(lookUp(entries, '投诉办结率').entries.map(explanation).join('\n')).toContain('可指：建设工程质量投诉办结率')
    expect(lookUp(entries, '力争').entries.map(({ id }) => id)).toContain('target-verb')
    expect(lookUp(entries, '和丰县').entries.map(({ id }) => id)).toEqual(['hebukesaier'])
  })

  it('gives the nearest names of a word that is none', () => {
    const { entries: found, near } = lookUp(entries, '工业产品抽检合个率')
    expect(found).toEqual([])
    expect(near[0]?.name).toBe('工业产品抽检合格率')
    expect(lookUp(entries, '救援平台').near.map(({ name }) => name)).toContain('电梯应急救援平台')
    expect(lookUp(entries, 'xyzzy').near).toEqual([])
  })
})

it('the list has a row for each indicator, shared term, fact and honour', () => {
  const count = lexicon.indicators.length + lexicon.generics.length + lexicon.facts.length + lexicon.awards.length
  const rows = listing(entries).split('\n')
  expect(rows.filter((row) => /^(?:指标|共用说法|事实|荣誉)\s/u.test(row))).toHaveLength(count)
})
