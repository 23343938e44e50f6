/** Problems with what causes them and what answers them; and the county's own earlier figures. */
import { describe, expect, it } from 'vitest'
import type { Value } from '../../../extractors/indicators/value.ts'
import type { Assessment } from '../../../rules/analysis/assessment.ts'
import { addKnownFigures } from '../../../rules/analysis/own-past.ts'
import { judgeText } from '../../support/judge-text.ts'
import { lexicon, scheme, textDocument, valuesOf } from '../../support/text-document.ts'

const TITLE = '乌苏市2020年第三季度质量状况分析报告'
const report = `${TITLE}
一、存在的问题
（一）滴灌带拉伸强度不达标4批次，出自哈图布呼镇2家企业。
（二）水泥抗渗不合格2批次，出自百泉镇1家搅拌站。
二、原因
滴灌带企业回收料掺用过高，挤出温度没有调低。
三、措施
（一）由市市场监管局负责，10月底前对2家滴灌带企业逐家复检。
（二）市文旅局11月底前更换景区标识牌60块。`

describe('the chains of a report', () => {
  const { assessment } = judgeText(report)

  it('link a problem with the cause given for it and the measure that answers it', () => {
    const [first] = assessment.chains
    expect(first?.problem.quote).toContain('滴灌带拉伸强度')
    expect(first?.causes.map(({ quote }) => quote)).toEqual(['滴灌带企业回收料掺用过高，挤出温度没有调低。'])
    expect(first?.measures.map(({ quote }) => quote)).toEqual(['（一）由市市场监管局负责，10月底前对2家滴灌带企业逐家复检。'])
  })

  it('show a problem without a measure and a measure without a problem', () => {
    expect(assessment.chains[1]?.measures).toEqual([])
    expect(assessment.unprompted.map(({ quote }) => quote)).toEqual(['（二）市文旅局11月底前更换景区标识牌60块。'])
    expect(assessment.feedback).toContain('水泥抗渗不合格2批次')
  })

  it('link a problem and a measure by a word that only they share, however often the data speak of it', () => {
    const data = ['城区学校英语及格率81.0%', '乡镇学校英语及格率63.2%', '英语听力得分率70.1%'].map((line) => `${line}。`).join('')
    const { chains, unprompted } = judgeText(
      `${TITLE}\n一、数据\n${data}\n二、存在的问题\n1.全市英语及格率低于全地区4.2个百分点。\n2.餐盘大肠菌群超标2批次。\n三、措施\n1.9月底前由教研室给初中每周加开英语课1节。\n2.市场监管局10月底前复检餐盘20只。`,
    ).assessment
    expect(chains.map(({ measures }) => measures.length)).toEqual([1, 1])
    expect(unprompted).toEqual([])
  })

  it('stand beside what is local and what serves those who decide', () => {
    expect(assessment.locality.places).toContain('哈图布呼镇')
    expect(assessment.usefulness).toMatchObject({ measures: 2, owner: 2, deadline: 2 })
  })
})

describe('slips', () => {
  it('are named and never turn a comparison into none', () => {
    const { assessment } = judgeText(`${TITLE}\n食品监督抽检120批次，合格117批次，合格率98.5%，比上年同期提高1.1个百分点。`)
    expect(assessment.criteria.comparison.level).toBe('thin')
    expect(assessment.slips.map(({ message }) => message)).not.toEqual([])
    expect(assessment.feedback).toContain('请核对数字')
  })
})

describe('the county’s own earlier figures', () => {
  const values = (text: string, file: string): Value[] =>
    valuesOf(textDocument(text, file)).values.map((value, index) => ({ ...value, id: `${file} ${index}` }))
  const file = '2020/乌苏市/第三季度/报告.txt'
  const text = `${TITLE}\n食品监督抽检合格率98.5%。`
  const earlier = '2019/乌苏市/第三季度/报告.txt'
  const earlierText = '乌苏市2019年第三季度质量状况分析报告\n食品监督抽检合格率97.1%。'
  const judged: Assessment = { id: 'a', ...judgeText(text, file).assessment }

  it('are offered where a result stands without a comparison', () => {
    const [known] = addKnownFigures([judged], [...values(text, file), ...values(earlierText, earlier)], {
      lexicon,
      thresholds: scheme.analysis,
    })
    expect(known?.known.map(({ basis, period, value, source }) => [basis, period, value, source])).toEqual([
      ['yoy', '2019-Q3', 97.1, earlier],
    ])
    expect(known?.feedback).toContain('上年同期为97.1%（见报告.txt），可作同比')
    expect(known?.criteria.comparison.missing).toContain('上年同期为97.1%（见报告.txt），可作同比')
  })

  it('are offered where the report states no level at all, the office’s first indicators first', () => {
    const told = `${TITLE}\n三季度开展质量月宣传，抓好日常监管。`
    const own: Assessment = { id: 'a', ...judgeText(told, file).assessment }
    const before = `${earlierText}\n工业产品质量监督抽查合格率94.2%。`
    const [known] = addKnownFigures([own], [...values(told, file), ...values(before, earlier)], { lexicon, thresholds: scheme.analysis })
    expect(known?.known.map(({ name, basis, value }) => [name, basis, value])).toEqual([
      ['工业产品质量监督抽查合格率', 'yoy', 94.2],
      ['食品安全监督抽检合格率', 'yoy', 97.1],
    ])
    expect(known?.criteria.comparison.missing).toContain(
      '写上本期数，就可与此前报送的数据对比：工业产品质量监督抽查合格率上年同期为94.2%（见报告.txt），可作同比',
    )
  })

  it('are not offered for what the report compares with that time itself', () => {
    const told = `${TITLE}\n食品监督抽检合格率98.5%，上年同期为97.1%。`
    const own: Assessment = { id: 'a', ...judgeText(told, file).assessment }
    expect(
      addKnownFigures([own], [...values(told, file), ...values(earlierText, earlier)], { lexicon, thresholds: scheme.analysis })[0]?.known,
    ).toEqual([])
  })

  it('are not taken from another county, nor from the report itself', () => {
    const other = values('托里县2019年第三季度质量状况分析报告\n食品监督抽检合格率97.1%。', '2019/托里县/第三季度/报告.txt')
    expect(addKnownFigures([judged], [...values(text, file), ...other], { lexicon, thresholds: scheme.analysis })[0]?.known).toEqual([])
  })
})
