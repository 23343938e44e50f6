import { describe, expect, it } from 'vitest'
import { foldedSpan } from '../../../extractors/document.ts'
import { fingerprintIndex } from '../../../rules/copying/fingerprint-index.ts'
import { createLeftOutReader } from '../../../rules/copying/left-out.ts'
import { createMasker } from '../../../rules/copying/masks.ts'
import { signedDay } from '../../../rules/copying/signed-day.ts'
import { winnow } from '../../../rules/copying/winnow.ts'
import { lexicon, textDocument } from '../../support/text-document.ts'

const masker = createMasker(lexicon)
const readLeftOut = createLeftOutReader(lexicon)

const masked = (text: string): string[] => masker(text).map(({ start, end }) => text.slice(start, end))
const leftOut = (text: string): string[] =>
  readLeftOut(text, [foldedSpan(0, text.length)]).map(({ start, end, reason }) => `${reason} ${text.slice(start, end)}`)

describe('what is masked', () => {
  it('is numbers, times and places', () =>
    expect(masked('2020年第三季度，托里县抽查农资46批次，合格率95.65%')).toEqual(['2020年第三季度', '托里县', '46', '95.65%']))

  it('is a name with what stands before its last word, back to a word that no name crosses', () =>
    expect(masked('督促巴尔鲁克乳业有限公司和老沙湾镇整改')).toEqual(['巴尔鲁克乳业有限公司', '老沙湾镇']))

  it('is no percentage point, no township in general', () => expect(masked('提高个百分点，各乡镇和农村')).toEqual([]))
})

describe('what is left out', () => {
  it('is the name of a document, with its number', () =>
    expect(leftOut('按照《质量强国建设纲要》（国发〔2023〕3号）部署')[0]).toBe('name 《质量强国建设纲要》（国发〔2023〕3号）'))

  it('is a quotation that says whose it is', () => {
    expect(leftOut('地区通报指出：“部分企业把质量月当成宣传月。”')).toEqual(['quotation “部分企业把质量月当成宣传月。”'])
    expect(leftOut('行署6号文件通报：“部分小作坊添加剂台账不全。”')).toEqual(['quotation “部分小作坊添加剂台账不全。”'])
    expect(leftOut('分管领导在碰头会上讲到：“谁的摊子谁负责到底。”')).toEqual(['quotation “谁的摊子谁负责到底。”'])
    expect(leftOut('我们体会到，“质量不是检验出来的，而是做出来的”。')).toEqual([])
  })

  it('is a run-in title, not a first sentence', () => {
    expect(leftOut('（一）加强领导。成立专班。')).toEqual(['title （一）加强领导。'])
    expect(leftOut('（一）由县市场监督管理局对两家砖厂开展飞行检查，逐窑复检。')).toEqual(['title （一）'])
  })
})

describe('fingerprints', () => {
  const codes = (text: string): Uint16Array => Uint16Array.from(text, (character) => character.charCodeAt(0))

  it('meet wherever fifteen symbols in a row are shared', () => {
    const shared = '冰融化后兑入奶中再运往收购站点验'
    const one = new Set(winnow(codes(`甲乙丙丁戊己庚辛壬癸${shared}子丑寅卯辰巳午未申酉`)).map(({ hash }) => hash))
    expect(winnow(codes(`东南西北中发白春夏秋${shared}梅兰竹菊琴棋书画诗酒`)).some(({ hash }) => one.has(hash))).toBe(true)
  })

  it('are looked up without those that too many bear', () => {
    const index = fingerprintIndex([[1, 5, 4_000_000_000], [5, 9], [5]])
    const bearers = (hash: number, most: number): number[] => {
      const found: number[] = []
      index.lookUp(hash, most, (document) => found.push(document))
      return found
    }
    expect(bearers(5, 3)).toEqual([0, 1, 2])
    expect(bearers(5, 2)).toEqual([])
    expect(bearers(4_000_000_000, 3)).toEqual([0])
    expect(bearers(7, 3)).toEqual([])
  })
})

describe('the day of signature', () => {
  it('is read at the end, in figures or characters', () => {
    expect(signedDay(textDocument('某报告\n正文一句话。\n某局\n2020年10月16日'))).toBe('2020-10-16')
    expect(signedDay(textDocument('某报告\n正文一句话。\n二〇二〇年十月九日'))).toBe('2020-10-09')
    expect(signedDay(textDocument('某报告\n2020年10月16日前完成整改。'))).toBeNull()
  })
})
