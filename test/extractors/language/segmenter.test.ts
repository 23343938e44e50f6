import { expect, it } from 'vitest'
import { createSegmenter } from '../../../extractors/language/segmenter.ts'
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
