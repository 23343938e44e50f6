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

  it('is two where a clause of one’s own stands between, each as long as it is', () => {
    const [sieve, dust] = ['乳清粉投料口加装磁栅每班清理并留照片备查', '葵花籽筛选机除尘袋每两周拆洗并登记更换日期']
    expect(
      passages(
        `风淋室坏了半年，${sieve}，校服面料色牢度偏低，${dust}，料场没有盖网。`,
        `原料严格把关，${sieve}，确保追溯；${dust}，定期抽查。`,
      ),
    ).toEqual([dust, sieve])
  })

  it('is one where only numbers and words within its clauses differ', () =>
    expect(
      passages(
        '窑温凭经验控制了12年，两座窑的煤矸石不过磅，砖坯裂了也照样出窑。',
        '窑温凭经验控制了20年，三座窑的煤矸石不过秤，砖坯裂了也照样出窑。',
      ),
    ).toEqual(['窑温凭经验控制了12年，两座窑的煤矸石不过磅，砖坯裂了也照样出窑。']))

  it('does not run over a heading into figures of one’s own', () =>
    expect(
      passages(
        `食用农产品抽检120批次，合格率97.5%。\n二、问题\n${KILN}`,
        `工业产品监督抽查30批次，合格28批次，合格率95.3%。\n二、问题\n${KILN}`,
      ),
    ).toEqual([KILN]))

  it('is no list of offices alone', () => {
    const offices = '市场监督管理局、农业农村局、生态环境局、住房和城乡建设局、交通运输局、水利局'
    expect(passages(`以上由${offices}分头落实。`, `涉及${offices}的，逐月核对。`)).toEqual([])
  })

  it('holds nothing of what both are signed with', () => {
    const last = '把计量台账与年检结果逐台核对后公示。'
    const signed = (office: string, day: string): string => `${KILN}\n${last}\n${office}\n${day}`
    const own = `抽查水泥12批次，全部合格。\n${last}\n托里县质量工作领导小组办公室\n2020年10月9日`
    expect(passages(own, signed('塔城地区市场监督管理局', '2020年3月1日'))).toEqual([])
    const longer = `${KILN}\n托里县质量工作领导小组办公室\n托里县市场监督管理局\n二〇二〇年十月九日`
    expect(passages(longer, `${KILN}\n塔城地区市场监督管理局\n塔城地区质量强区工作领导小组办公室\n二〇二〇年三月一日`)).toEqual([KILN])
  })
})
