/** Figures exchanged in a table that was copied with the text around it. */
import { describe, expect, it } from 'vitest'
import { tableChanges } from '../../../rules/copying/table-changes.ts'
import { tableDocument } from '../../support/text-document.ts'

const header = ['产品', '抽查批次', '合格率']
const whole = (one: ReturnType<typeof tableDocument>, other: ReturnType<typeof tableDocument>) => ({
  start: 0,
  end: one.text.length,
  sourceStart: 0,
  sourceEnd: other.text.length,
})
const source = tableDocument('二季度分析', '表1', [header, ['滴灌带', '30', '86.7%'], ['复混肥料', '16', '93.8%']])

describe('the tables within a copied passage', () => {
  it('have the cells marked whose figures were exchanged', () => {
    const copier = tableDocument('三季度分析', '表1', [header, ['滴灌带', '32', '84.4%'], ['复混肥料', '16', '88.9%']])
    const changes = tableChanges(whole(copier, source), copier, source)
    expect(changes.map(({ start, end }) => copier.text.slice(start, end))).toEqual(['32', '84.4%', '88.9%'])
    expect(changes.map(({ sourceStart, sourceEnd }) => source.text.slice(sourceStart, sourceEnd))).toEqual(['30', '86.7%', '93.8%'])
  })

  it('are left alone where they are no copies of one another', () => {
    const other = tableDocument('三季度分析', '表1', [
      ['乡镇', '户数', '达标率'],
      ['铁厂沟镇', '11', '72.7%'],
      ['庙尔沟镇', '9', '66.7%'],
    ])
    expect(tableChanges(whole(other, source), other, source)).toEqual([])
    const longer = tableDocument('三季度分析', '表1', [header, ['滴灌带', '32', '84.4%']])
    expect(tableChanges(whole(longer, source), longer, source)).toEqual([])
  })

  it('are looked at only where they lie within the passage', () => {
    const copier = tableDocument('三季度分析', '表1', [header, ['滴灌带', '32', '84.4%'], ['复混肥料', '16', '88.9%']])
    expect(tableChanges({ ...whole(copier, source), end: 8 }, copier, source)).toEqual([])
  })
})
