import { describe, expect, it } from 'vitest'
import { openWords } from '../../../rules/scoring/open-words.ts'

describe('the reasons why an item is open', () => {
  it('name once what was looked for in several places', () => {
    expect(openWords(['未找到“甲”：在本期的正文中查找', '未找到“甲”：在全年的正文中查找', '未找到“乙”：在本期的正文中查找'])).toEqual([
      '未找到“甲”：在本期的正文中查找；在全年的正文中查找',
      '未找到“乙”：在本期的正文中查找',
    ])
  })

  it('stand once each, others untouched', () => {
    expect(openWords(['核对发现：甲，请核对', '核对发现：甲，请核对'])).toEqual(['核对发现：甲，请核对'])
  })

  it('have single quotation marks within double ones', () => {
    expect(openWords(['未找到“农产品质检机构“双认证”率”：在本期查找'])).toEqual(['未找到“农产品质检机构‘双认证’率”：在本期查找'])
  })
})
