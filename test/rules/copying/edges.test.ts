/** Where a passage begins and ends. */
import { describe, expect, it } from 'vitest'
import { align } from '../../../rules/copying/align.ts'
import { preparedCopier, preparedSource } from '../../../rules/copying/prepared.ts'
import { seedTable } from '../../../rules/copying/seeds.ts'
import { createTracer } from '../../../rules/copying/trace.ts'
import { lexicon, textDocument } from '../../support/text-document.ts'

const trace = createTracer(lexicon)
const nobodys = { shared: new Set<number>(), template: new Set<number>(), figures: [] }

function passages(own: string, other: string): string[] {
  const [copier, source] = [textDocument(own), textDocument(other)]
  const prepared = preparedCopier(copier, trace(copier), nobodys)
  return align(prepared, seedTable(prepared.stream.codes), preparedSource(source, trace(source))).map(({ place }) =>
    copier.text.slice(place.start, place.end),
  )
}

const KILN = '砖瓦企业的隧道窑大多是上世纪建成的，窑温凭经验控制，煤矸石掺配没有计量。'

describe('a passage', () => {
  it('does not begin with the tail of a sentence of which the rest is another', () =>
    expect(
      passages(`合格率93.5%，同比提高1.1个百分点，高于平均水平0.3个百分点。${KILN}`, `抽查水泥，低于平均水平0.3个百分点。${KILN}`),
    ).toEqual([KILN]))

  it('does not end with the head of a sentence of which the rest is another', () =>
    expect(
      passages(`${KILN}下一步由两家砖厂在十月底前换装数字温控仪，换好前每窑多抽一组。`, `${KILN}下一步由县里组织到外地参观学习。`),
    ).toEqual([KILN]))

  it('keeps what is left of a sentence that was changed near its end', () =>
    expect(
      passages(
        '砖瓦企业的隧道窑大多是上世纪建成的，窑温凭经验控制，煤矸石不过秤。',
        '砖瓦企业的隧道窑大多是上世纪建成的，窑温凭经验控制，煤矸石没称。',
      ),
    ).toEqual(['砖瓦企业的隧道窑大多是上世纪建成的，窑温凭经验控制，煤矸石不过秤。']))

  it('begins at the clause that it stands in, not within a name', () =>
    expect(
      passages('市市场监管局督促烤串店改用电烤炉，竹签集中高温蒸煮后再用。', '县市场监管局督促烤串店改用电烤炉，竹签集中高温蒸煮后再用。'),
    ).toEqual(['市市场监管局督促烤串店改用电烤炉，竹签集中高温蒸煮后再用。']))

  it('holds nothing of what both are signed with', () => {
    const last = '把计量台账与年检结果逐台核对后公示。'
    const signed = (office: string, day: string): string => `${KILN}\n${last}\n${office}\n${day}`
    const own = `抽查水泥12批次，全部合格。\n${last}\n托里县质量工作领导小组办公室\n2020年10月9日`
    expect(passages(own, signed('塔城地区市场监督管理局', '2020年3月1日'))).toEqual([])
    const longer = `${KILN}\n托里县质量工作领导小组办公室\n托里县市场监督管理局\n二〇二〇年十月九日`
    expect(passages(longer, `${KILN}\n塔城地区市场监督管理局\n塔城地区质量强区工作领导小组办公室\n二〇二〇年三月一日`)).toEqual([KILN])
  })
})
