import { describe, expect, it } from 'vitest'
import { createVersionOrder } from '../../../rules/versions/version-order.ts'
import { lexicon } from '../../support/text-document.ts'

const named = (file: string, receivedAt: string | null = null) => ({ file, receivedAt })
const order = createVersionOrder(lexicon, [])
const counted = (...files: string[]): string | undefined => files.map((file) => named(file)).sort(order.compare)[0]?.file

describe('the version that counts', () => {
  it.each([
    ['报告（终稿）.docx', '报告.docx'],
    ['报告（终稿）.docx', '报告最新版(1).docx'],
    ['报告最新版.docx', '报告.docx'],
    ['报告最新版(1).docx', '报告最新版.docx'],
    ['报告(2).docx', '报告(1).docx'],
    ['报告V3.docx', '报告V2.docx'],
    ['报告.docx', '报告（初稿）.docx'],
    ['报告（修改稿10）.docx', '报告（修改稿2）.docx'],
    ['报告终稿2.docx', '报告终稿.docx'],
    ['报告（第三次修改）.docx', '报告（第二次修改）.docx'],
    ['报告三稿.docx', '报告二稿.docx'],
  ])('is %s rather than %s', (one, other) => {
    expect(counted(one, other)).toBe(one)
    expect(counted(other, one)).toBe(one)
    expect(order.reason(named(one), named(other))).toBe('name')
  })

  it('is the later received, whatever the names say', () => {
    const [late, early] = [named('报告.docx', '2020-10-25'), named('报告（终稿）.docx', '2020-10-12')]
    expect(order.compare(late, early)).toBeLessThan(0)
    expect(order.reason(late, early)).toBe('received')
  })

  it('is the one that the scheme names before all', () => {
    const set = createVersionOrder(lexicon, ['报告（初稿）.docx'])
    expect(set.compare(named('报告（初稿）.docx', '2020-10-01'), named('报告（终稿）.docx', '2020-10-12'))).toBeLessThan(0)
  })

  it('is told apart by nothing where only the format or a folder differs', () => {
    expect(order.reason(named('终稿/报告.docx'), named('初稿/报告.pdf'))).toBe('none')
  })
})
