/** What stands in an older document of others counts for nothing; what is the county's own stays. */
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { withoutCopied } from '../../../rules/analysis/copied-evidence.ts'
import type { CopiedPassage } from '../../../rules/copying/copy.ts'
import { judgeText } from '../../support/judge-text.ts'
import { valuesOf } from '../../support/text-document.ts'

const { scheme } = loadKnowledge()
const PROBLEM = '电焊条仓库未分区存放，受潮焊条照常出库，返修焊缝占到全部焊缝的一成以上，原因是两家钢构厂没有配备烘干箱。'
const OWN_MEASURE = '由市场监管局11月底前对2家钢构厂复查烘干箱，查一家补一家。'
const COMPARISON = '工业产品监督抽查合格率92.0%，比上年同期提高1.2个百分点，比上季度下降0.4个百分点，低于全地区平均水平0.3个百分点。'
const TEXT = `托里县2020年第三季度质量状况分析报告\n一、主要指标\n${COMPARISON}\n二、存在问题\n${PROBLEM}\n三、措施\n${OWN_MEASURE}`
const judged = judgeText(TEXT)
const { values } = valuesOf(judged.document)

function judgedWith(words: string, given: Partial<CopiedPassage> = {}) {
  const start = TEXT.indexOf(words)
  const passage = {
    file: judged.assessment.file,
    start,
    end: start + words.length,
    source: 'superior:意见.txt',
    sourceStart: 0,
    sourceEnd: words.length,
    length: words.length,
    similarity: 1,
    masked: false,
    sourceClass: 'superior' as const,
    order: 'earlier' as const,
    changed: [],
    ...given,
  }
  return withoutCopied(judged.assessment, { passages: [passage], values }, scheme.analysis)
}

describe('a sentence that stands in an older document of others', () => {
  it('is set aside with the reason, and the level is what the rest bears', () => {
    const { criteria, chains } = judgedWith(PROBLEM)
    expect([judged.assessment.criteria.problems.level, criteria.problems.level]).toEqual(['specific', 'absent'])
    expect(criteria.problems.rejected.map(({ evidence, reason }) => [evidence.quote, reason])).toContainEqual([PROBLEM, 'copied'])
    expect(criteria.problems.missing).toContain('1处问题与在先的上级文件或其他县市材料相同')
    expect(criteria.causes.level).toBe('absent')
    expect([criteria.comparison.level, criteria.measures.level]).toEqual(['adequate', 'concrete'])
    expect(chains).toEqual([])
  })

  it('stays where nobody knows who wrote first, and where it is the county’s own', () => {
    expect(judgedWith(PROBLEM, { order: 'same-date', sourceClass: 'peer' }).criteria).toEqual(judged.assessment.criteria)
    expect(judgedWith(PROBLEM, { sourceClass: 'own-past' }).criteria).toEqual(judged.assessment.criteria)
  })

  it('is no comparison of the county’s own where the figures are the other’s, and is one where they are its own', () => {
    expect(judgedWith(COMPARISON).criteria.comparison.level).toBe('absent')
    const at = TEXT.indexOf('92.0%')
    const figure = { start: at, end: at + 5, sourceStart: 12, sourceEnd: 17, kind: 'number' as const }
    expect(judgedWith(COMPARISON, { changed: [figure], masked: true }).criteria.comparison.level).toBe('adequate')
  })

  it('counts where most of it is the county’s own', () => expect(judgedWith(PROBLEM.slice(0, 24)).criteria.problems.level).toBe('specific'))
})
