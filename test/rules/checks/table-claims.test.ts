/** What the text says of a table as a whole is so there: places, the most and the least, what all reach, shares of its totals. */
import { describe, expect, it } from 'vitest'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const check = createChecker(lexicon)

function findings(rows: readonly (readonly string[])[], ...after: string[]) {
  const document = tableDocument('塔城地区2019年度质量工作考核通报', '表1 得分表', rows, after)
  const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
  return found.map(({ kind, claimed, recomputed }) => ({ kind, claimed, recomputed }))
}

const scores = [
  ['县（市）', '2019年得分', '2018年得分', '升降'],
  ['乌苏市', '91.6', '89.2', '2.4'],
  ['塔城市', '88.4', '88.9', '-0.5'],
  ['沙湾县', '90.2', '87.6', '2.6'],
  ['额敏县', '86.7', '84.4', '2.3'],
  ['托里县', '83.5', '85.0', '-1.5'],
  ['裕民县', '82.9', '80.4', '2.5'],
  ['和布克赛尔县', '84.3', '81.0', '3.3'],
]

describe('a rank', () => {
  it('is the place that the column gives', () => {
    expect(findings(scores, '乌苏市、塔城市、沙湾县分居第一、第二、第三。')).toEqual([
      { kind: 'direction', claimed: '第二', recomputed: '第3' },
      { kind: 'direction', claimed: '第三', recomputed: '第2' },
    ])
    expect(findings(scores, '乌苏市、沙湾县、塔城市分居第一、第二、第三。')).toEqual([])
  })

  it('of how far each moved is none of the level', () => {
    expect(findings(scores, '塔城市降幅居第二位。')).toEqual([])
  })
})

describe('the most of a column', () => {
  it('is the row that has it', () => {
    expect(findings(scores, '与上年比，升幅最大的是沙湾县。')).toEqual([
      { kind: 'direction', claimed: '沙湾县', recomputed: '和布克赛尔县' },
    ])
    expect(findings(scores, '与上年比，升幅最大的是和布克赛尔县，降幅最大的是托里县。')).toEqual([])
  })

  it('of something that no column is called by is left in peace', () => {
    expect(findings(scores, '整改率最高的是沙湾县。')).toEqual([])
  })
})

describe('what all are told to reach', () => {
  it('is reached in each row', () => {
    expect(findings(scores, '各县（市）得分均在85分以上。').map(({ kind, claimed }) => [kind, claimed])).toEqual([['direction', 85]])
    expect(findings(scores, '各县（市）得分均在80分以上。')).toEqual([])
    expect(findings(scores, '其余县（市）得分均在85分以上。')).toEqual([])
  })
})

describe('a table without units', () => {
  const rows = (rate: string): string[][] => [
    ['品种', '抽样数', '合格数', '合格率%'],
    ['食用盐', '40', '39', '97.5'],
    ['工业盐', '36', '34', rate],
    ['融雪剂', '20', '18', '90.0'],
  ]

  it('has its rates recomputed too', () => {
    expect(findings(rows('91.4'))).toEqual([{ kind: 'rate', claimed: 91.4, recomputed: 94.4 }])
    expect(findings(rows('94.4'))).toEqual([])
  })

  it('has a column of differences that only its header tells', () => {
    const held = (last: string): string[][] => [
      ['类别', '上年末', '年末', '净增'],
      ['绿色食品', '21', '26', '5'],
      ['有机产品', '16', '28', '12'],
      ['名特优新', '30', '43', '13'],
      ['地理标志', '19', '33', last],
    ]
    expect(findings(held('15'))).toEqual([{ kind: 'delta', claimed: 15, recomputed: 14 }])
    expect(findings(held('14'))).toEqual([])
  })

  it('has rates by things of another kind where the rows show it', () => {
    const lifts = (rate: string): string[][] => [
      ['县（市）', '电梯数（部）', '困人起数（起）', '百台困人率（%）'],
      ['塔城市', '1200', '36', '3.0'],
      ['乌苏市', '1500', '60', '4.0'],
      ['额敏县', '600', '15', '2.5'],
      ['沙湾县', '800', '28', rate],
    ]
    expect(findings(lifts('3.9'))).toEqual([{ kind: 'rate', claimed: 3.9, recomputed: 3.5 }])
    expect(findings(lifts('3.5'))).toEqual([])
  })
})

describe('a share of a total of the table', () => {
  const failed = [
    ['产品', '抽查批次', '不合格批次'],
    ['电线电缆', '24', '3'],
    ['防护用品', '18', '2'],
    ['包装桶', '20', '1'],
    ['合计', '62', '6'],
  ]

  it('is of the total', () => {
    expect(findings(failed, '电线电缆3批次不合格，占全部不合格批次的60%。')).toEqual([{ kind: 'rate', claimed: 60, recomputed: 50 }])
    expect(findings(failed, '电线电缆3批次不合格，占全部不合格批次的50%。')).toEqual([])
  })
})
