/** What must not change a judgement, and what must. */
import { describe, expect, it } from 'vitest'
import { judgeDocument, judgeText } from '../../support/judge-text.ts'
import { sampleDocument, samplesOf } from '../../support/sample-document.ts'

const TITLE = '乌苏市2020年第三季度质量状况分析报告\n'
const levels = (text: string) => levelsOf(judgeText(TITLE + text).assessment)
const levelsOf = ({ criteria, verdict, narrativeShare }: ReturnType<typeof judgeText>['assessment']) => ({
  comparison: criteria.comparison.level,
  problems: criteria.problems.level,
  causes: criteria.causes.level,
  measures: criteria.measures.level,
  verdict,
  narrativeShare,
})
const analyses = samplesOf(['tuoli', 'yumin', 'emin']).filter(({ out }) => out.includes('分析报告'))

describe.each(analyses.map((sample) => ({ sample, name: sample.source })))('$name', ({ sample }) => {
  const original = levelsOf(judgeDocument(sampleDocument(sample)).assessment)
  const edited = (edit: (text: string) => string) => levelsOf(judgeDocument(sampleDocument(sample, edit)).assessment)

  it('is judged alike under another county’s name', () => {
    expect(pick(edited((text) => text.replaceAll(/托里县|裕民县|额敏县/gu, '乌苏市')))).toEqual(pick(original))
  })

  it('is judged alike with full-width figures', () => {
    expect(edited((text) => text.replaceAll(/[0-9%]/gu, (figure) => String.fromCodePoint((figure.codePointAt(0) ?? 0) + 0xfee0)))).toEqual(
      original,
    )
  })

  it('is judged alike with blanks between its characters', () => {
    expect(pick(edited((text) => text.replaceAll('合格率', '合 格 率')))).toEqual(pick(original))
  })
})

/** Without the share of narration, which the length of a name moves a little. */
function pick({ comparison, problems, causes, measures, verdict }: ReturnType<typeof levelsOf>) {
  return { comparison, problems, causes, measures, verdict }
}

describe('a comparison', () => {
  const stated = '工业产品监督抽查合格率97.5%，比上年提高1.1个百分点。'

  it('counts as a fact', () => {
    expect(levels(stated).comparison).toBe('thin')
  })

  it.each([
    ['is hoped for', `力争${stated}`],
    ['is demanded by a document', `《质量提升行动方案》要求，${stated}`],
    ['is another place’s', `据媒体报道，某省${stated}`],
    ['has lost its baseline', stated.replace('，比上年提高1.1个百分点', '')],
    ['is of training', '培训质量管理人员120人次，比上年提高1.1%。'],
    ['stands below a heading about what is to come', `三、下一步打算\n${stated}`],
  ])('does not count when it %s', (_, text) => {
    expect(levels(text).comparison).toBe('absent')
  })

  it.each([
    ['97.5%', '88.1%'],
    ['1.1个百分点', '3.4个百分点'],
    ['工业产品', '农资'],
  ])('stays with %s made %s', (from, to) => {
    expect(levels(stated.replace(from, to))).toEqual(levels(stated))
  })

  it('stays whatever the order of its clauses', () => {
    expect(levels('食品抽检合格率98.5%，同比提高0.7个百分点；农药抽检合格率91.7%，环比下降4.1个百分点。')).toEqual(
      levels('农药抽检合格率91.7%，环比下降4.1个百分点；食品抽检合格率98.5%，同比提高0.7个百分点。'),
    )
  })

  it('stays with the county’s new name', () => {
    const old = judgeText(`沙湾县2020年质量状况分析报告\n沙湾县${stated}`, '2020/沙湾县/报告.txt').assessment
    const renamed = judgeText(`沙湾市2021年质量状况分析报告\n沙湾市${stated}`, '2021/沙湾市/报告.txt').assessment
    expect(levelsOf(renamed)).toEqual(levelsOf(old))
  })

  it('stays when a figure is wrong, and the slip is told', () => {
    const right = judgeText(`${TITLE}食品监督抽检120批次，合格117批次，合格率97.5%，比上年同期提高1.1个百分点。`).assessment
    const wrong = judgeText(`${TITLE}食品监督抽检120批次，合格117批次，合格率98.5%，比上年同期提高1.1个百分点。`).assessment
    expect(levelsOf(wrong)).toEqual(levelsOf(right))
    expect([right.slips.length, wrong.slips.length]).toEqual([0, 1])
  })

  it('said twice is one comparison', () => {
    const twice = `${stated}\n二、分析\n${stated}比目标高6.5个百分点。`
    expect(levels(twice).comparison).toBe('thin')
  })
})

describe('a problem', () => {
  it('that did not happen is none', () => {
    expect(levels('二、存在的问题\n一是抽查滴灌带拉伸强度不合格2批次。').problems).toBe('specific')
    expect(levels('二、存在的问题\n一是抽查未发现滴灌带拉伸强度不合格。').problems).toBe('absent')
  })
})

describe('a cause', () => {
  const told = '滴灌带断裂伸长率不合格4批次。回收料掺多了，拉伸时发脆。'

  it('is told without a word for it, and stays where the product is another', () => {
    expect(levels(told).causes).toBe('present')
    expect(levels(told.replace('滴灌带', '地膜')).causes).toBe('present')
  })

  it.each([
    ['is an attitude', told.replace('回收料掺多了，拉伸时发脆', '企业质量意识不强，监管力度不够')],
    ['is where the goods went', told.replace('回收料掺多了，拉伸时发脆', '已销往三个乡镇，涉及门店7家')],
    ['is left out', told.replace('回收料掺多了，拉伸时发脆。', '')],
  ])('is none when it %s', (_, text) => {
    expect(levels(text).causes).toBe('absent')
  })
})

describe('a measure', () => {
  it('loses its weight with owner, deadline and object', () => {
    expect(levels('三、下一步措施\n由市市场监督管理局于12月底前对5家砖厂逐家复检。').measures).toBe('concrete')
    expect(levels('三、下一步措施\n进一步加强复检工作。').measures).toBe('slogan')
  })
})
