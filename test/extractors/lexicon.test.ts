import { describe, expect, it } from 'vitest'
import { cue } from '../../extractors/lexicon.ts'
import { parseLexicon } from '../../extractors/parse-lexicon.ts'
import { KnowledgeError, type YamlFile } from '../../extractors/yaml.ts'
import { lexiconFiles, lineOf, spoiled } from '../support/lexicon-files.ts'

function complaint(files: readonly YamlFile[]): string {
  try {
    parseLexicon(files)
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message
    throw error
  }
  return ''
}

const lexicon = parseLexicon(lexiconFiles)

describe('a mistake in the lexicon is answered with file, line and what is expected', () => {
  it('an id written twice', () => {
    const files = spoiled('indicators.yaml', (text) =>
      text.replace('- id: agri_supervision_pass_rate', '- id: industrial_sampling_pass_rate'),
    )
    expect(complaint(files)).toMatch(
      /indicators\.yaml 第[0-9]+行 industrial_sampling_pass_rate 的 id：标识“industrial_sampling_pass_rate”重复，第3行已经用过/u,
    )
  })

  it('an alias that is another indicator’s', () => {
    const files = spoiled('indicators.yaml', (text) => text.replace('aliases: [农产品监督抽查合格率,', 'aliases: [工业品抽检合格率,'))
    const line = lineOf(files, 'indicators.yaml', 'aliases: [工业品抽检合格率,')
    expect(complaint(files)).toContain(`第${line}行`)
    expect(complaint(files)).toContain('“工业品抽检合格率”已经是指标 industrial_sampling_pass_rate 的名称或别名')
  })

  it('a term that several indicators share, as an alias of one', () => {
    const files = spoiled('indicators.yaml', (text) => text.replace('aliases: [农产品监督抽查合格率,', 'aliases: [合格率,'))
    expect(complaint(files)).toContain('“合格率”是几个指标共用的说法，应写在 generics.yaml')
  })

  it('a misspelt field, with the nearest', () => {
    const files = spoiled('indicators.yaml', (text) => text.replace('field: industrial', 'field: industial'))
    const line = lineOf(files, 'indicators.yaml', 'field: industial')
    expect(complaint(files)).toMatch(new RegExp(`第${line}行.*没有“industial”，是不是“industrial”？`, 'u'))
  })

  it('a misspelt candidate of a shared term', () => {
    const files = spoiled('generics.yaml', (text) => text.replace('[industrial_sampling_pass_rate,', '[industrial_sampling_pas_rate,'))
    expect(complaint(files)).toMatch(/generics\.yaml 第[0-9]+行.*是不是“industrial_sampling_pass_rate”？/u)
  })

  it('a misspelt key, with the nearest and all that may be written', () => {
    const files = spoiled('indicators.yaml', (text) => text.replace('  aliases: [', '  aliasses: ['))
    const line = lineOf(files, 'indicators.yaml', 'aliasses')
    expect(complaint(files)).toMatch(new RegExp(`第${line}行.*没有“aliasses”，是不是“aliases”？（可以写：id、name、aliases`, 'u'))
  })

  it('a missing key', () => {
    const files = spoiled('units.yaml', (text) => text.replace('{ unit: 批次, synonyms', '{ synonyms'))
    expect(complaint(files)).toMatch(/units\.yaml 第[0-9]+行.*缺少“unit”，应为文字/u)
  })

  it('a word where a list is expected', () => {
    const files = spoiled('generics.yaml', (text) => text.replace(/candidates: \[[^\]]*\]/u, 'candidates: industrial_sampling_pass_rate'))
    expect(complaint(files)).toMatch(/generics\.yaml 第[0-9]+行.*应为列表/u)
  })

  it('a value outside its choice', () => {
    const files = spoiled('indicators.yaml', (text) => text.replace('direction: higher', 'direction: up'))
    expect(complaint(files)).toContain('应为 higher、lower、zero、context 之一')
  })

  it('text that is no YAML', () => {
    const files = spoiled('regions.yaml', (text) => text.replace('counties:', 'counties: ['))
    const line = lineOf(files, 'regions.yaml', 'counties: [')
    expect(complaint(files)).toBe(`corpus/lexicon/regions.yaml 第${line}行：有“[”，没有与它配对的“]”`)
  })

  it('a file of aliases that multiply without bound', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
    ]
    expect(complaint(spoiled('units.yaml', () => bomb.join('\n')))).toContain('引用（*）太多或不成立')
  })

  it('a file that is not there', () => {
    expect(complaint(lexiconFiles.filter(({ path }) => !path.endsWith('/awards.yaml')))).toContain(
      'corpus/lexicon/awards.yaml：缺少这个文件',
    )
  })

  it('a cue group in two files', () => {
    const files = [...lexiconFiles, { path: 'corpus/lexicon/cues/zz.yaml', text: 'up: { note: 又写一遍, words: [上升] }' }]
    expect(complaint(files)).toMatch(/cues\/zz\.yaml 第1行 up：词组“up”在 corpus\/lexicon\/cues\/values\.yaml 里已经有了/u)
  })

  it('an honour’s name that is another’s', () => {
    const files = spoiled('awards.yaml', (text) => text.replace('aliases: [中国质量奖提名]', 'aliases: [中国质量奖]'))
    expect(complaint(files)).toContain('“中国质量奖”已经是荣誉 china_quality_award 的名称或别名')
  })

  it('a month that is none', () => {
    const files = spoiled('regions.yaml', (text) => text.replace('from: "2021-01"', 'from: "2021年1月"'))
    expect(complaint(files)).toContain('月份写作 "2021-01"')
  })
})

describe('the lexicon as it is', () => {
  it('holds no zero that is no event: the words of an event name the event', () => {
    const bare = lexicon.indicators.flatMap(({ id, events }) =>
      events.filter((event) => event.length < 3).map((event) => `${id}: ${event}`),
    )
    expect(bare).toEqual([])
  })

  it('gives events to indicators of which none is good, and only to those', () => {
    const wrong = lexicon.indicators.filter(({ direction, events }) => (direction === 'zero') !== events.length > 0)
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('names every unit of an indicator among the units', () => {
    const known = new Set(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms]))
    expect(
      lexicon.indicators.filter(({ unit }) => !known.has(unit.replace(/^万(?=元)/u, ''))).map(({ id, unit }) => `${id}: ${unit}`),
    ).toEqual([])
  })

  it('gives each synonym of a unit one meaning', () => {
    const words = lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  it('knows the seven counties, and 沙湾县 as 沙湾市 from 2021', () => {
    expect(lexicon.regions.counties).toHaveLength(7)
    expect(lexicon.regions.counties.find(({ id }) => id === 'shawan')?.names).toEqual([
      { name: '沙湾县', to: '2020-12' },
      { name: '沙湾市', from: '2021-01' },
    ])
  })

  it('lets the segmenter keep names whole', () => {
    for (const word of ['天山奖', '和布克赛尔县', '滴灌带', '特种设备定期检验率', '绿色食品'])
      expect(lexicon.segmenterWords).toContain(word)
  })

  it('a cue group that no file holds is named', () => {
    expect(() => cue(lexicon, 'no-such-group')).toThrow('缺少词组“no-such-group”')
  })

  it('holds no web address: a source is a document number or a title', () => {
    expect(lexiconFiles.filter(({ text }) => /https?:|www\./u.test(text)).map(({ path }) => path)).toEqual([])
  })
})
