import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createSegmenter, remembering } from '../../../extractors/language/segmenter.ts'
import { lexicon } from '../../support/text-document.ts'

const segmenter = await createSegmenter(lexicon.segmenterWords)

for (const word of [
  '质量状况分析报告',
  '和布克赛尔蒙古自治县',
  '监督抽查合格率',
  '工业产品质量监督抽查合格率',
  '例行监测',

  '双认证',
])
  it(`${word} stays whole`, () => expect(segmenter.cut(`关于${word}的说明`)).toContain(word))

it('同比例 is not cut to 同比', () => expect(segmenter.cut('按照同比例配套资金')).not.toContain('同比'))

it('the words joined are the text', () => {
  const text = '2020年第三季度，乌苏市抽查工业产品92批次，合格率91.3%。GB/T 19001—2016'
  expect(segmenter.cut(text).join('')).toBe(text)
})

it('no word goes on over the end of a line or a cell, so that blocks may be cut one by one', () => {
  const text = ['01-q1', '02-q2']
    .map((name) => readFileSync(`test/support/samples/emin/${name}.md`, 'utf8').replaceAll('|', '\t'))
    .join('\n')
  const whole = segmenter.cut(text).filter((word) => !/[\n\t]/u.test(word))
  expect(text.split(/[\n\t]/u).flatMap((block) => segmenter.cut(block))).toEqual(whole)
})

it('what is remembered is what is cut', () => {
  const { cut } = remembering(segmenter)
  for (const text of ['开展监督抽查', '开展监督检查', '开展监督抽查']) expect(cut(text)).toEqual(segmenter.cut(text))
})
