import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../pipeline/index.ts'

const brief = (text: string) =>
  readQuantities(text).map(({ value, upper, unit, comparator, start, end }) => [text.slice(start, end), value, upper, unit, comparator])

describe('the exported reader of quantities', () => {
  it('gives value, unit and comparator with the place in the text as given', () => {
    expect(brief('抽检120余批次，合格率达到百分之九十七点五以上')).toEqual([
      ['120余批次', 120, undefined, '批次', '>'],
      ['百分之九十七点五以上', 97.5, undefined, '%', '>='],
    ])
  })

  it('points into the text as given, full-width digits and blanks included', () => {
    expect(brief('合格率 ９７．５ ％，投入1 270万元')).toEqual([
      ['９７．５ ％', 97.5, undefined, '%', '='],
      ['1 270万元', 12_700_000, undefined, '元', '='],
    ])
  })

  it('reads line by line: nothing reaches over a line end', () => {
    expect(brief('共抽检120\n批次合格\n80～85分')).toEqual([
      ['120', 120, undefined, '', '='],
      ['80～85分', 80, 85, '分', '='],
    ])
  })

  it('passes over what only looks like a quantity', () => {
    expect(brief('塔质量强区办〔2021〕2号，2020年第三季度，第四十九条，GB/T 19001，12315，新陆早36号，15日内')).toEqual([])
  })

  it('counts a Chinese numeral of several characters without a unit', () => {
    expect(
      readQuantities('三百六，负四十七点二，七亿零九万；二十余万，伍仟零壹拾').map(({ value, comparator }) => [value, comparator]),
    ).toEqual([
      [360, '='],
      [-47.2, '='],
      [700_090_000, '='],
      [200_000, '>'],
      [5010, '='],
    ])
    expect(brief('十')).toEqual([['十', 10, undefined, '', '=']])
    expect(brief('十分重视，一切顺利，第三十七届，千万注意，万一')).toEqual([])
  })
})
