import { describe, expect, it } from 'vitest'
import { parseLexicon } from '../../extractors/parse-lexicon.ts'
import { KnowledgeError } from '../../extractors/yaml.ts'
import { lexiconFiles } from '../support/lexicon-files.ts'

const ENTRY = `- id: testing_report_ontime_rate
  name: 检验报告按时出具率
  aliases: [检测报告按时出具率, 报告按时率]
  domain: 基础
  unit: "%"
  kind: ratio
  direction: higher
  formula: { numerator: [按时出具], denominator: [应出具], factor: 100 }
  examples:
    match: [检验报告按时出具率‹98%›。]
    miss: [检验机构资质合格率‹98%›。]
`

/** What is answered to an entry that somebody adds at the end of indicators.yaml; lines are counted from the entry's first. */
function answer(change: (entry: string) => string, file = 'indicators.yaml', entry = ENTRY): string {
  let before = 0
  const files = lexiconFiles.map((each) => {
    if (!each.path.endsWith(`/${file}`) || each.path.includes('/cues/')) return each
    before = each.text.trimEnd().split('\n').length + 1
    return { ...each, text: `${each.text.trimEnd()}\n\n${change(entry)}` }
  })
  try {
    parseLexicon(files)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.message.replace(/第([0-9]+)行/gu, (_, line) => `第${Number(line) - before > 0 ? Number(line) - before : `0（${line}）`}行`)
  }
  return ''
}

const replaced = (from: string, to: string) => (entry: string) => {
  expect(entry).toContain(from)
  return entry.replace(from, to)
}

describe('somebody who does not program adds an indicator', () => {
  it('rightly, and nothing is answered', () => {
    expect(answer((entry) => entry)).toBe('')
  })

  it.each([
    ['a colon left out', 'name: 检', 'name 检', '第2行：“name”后面缺少冒号，写作“name: 内容”'],
    ['a full-width colon', 'name: 检', 'name：检', '第2行：“name”后面是中文全角冒号“：”，请改为英文半角冒号加一个空格“: ”'],
    ['no blank after the colon', 'name: 检', 'name:检', '第2行：“name:”的冒号后面要空一格'],
    ['a tab', '  name', '\tname', '第2行：行首用了制表符（Tab），请改用空格缩进'],
    ['a line too far in', '  name', '   name', '第2行：缩进不对'],
    ['a line too far out', '  unit', ' unit', '第5行：缩进不对'],
    ['no dash before the entry', '- id', '-id', '第1行：行首短横线后面要空一格'],
    ['a full-width dash', '- id', '—id', '第1行：行首的横线不是英文半角短横线'],
    ['a bracket left open', '报告按时率]', '报告按时率', '第3行：有“[”，没有与它配对的“]”'],
    ['a bracket too many', '报告按时率]', '报告按时率]]', '第3行：多了一个“]”'],
    ['a quotation mark left open', '"%"', '"%', '第5行：英文双引号没有成对'],
    ['a percent sign without quotation marks', '"%"', '%', '第5行：以“%”开头的内容要加英文双引号，写作 "%"'],
    ['a key written twice', '  unit', '  name: 又一个\n  unit', '第5行：“name”在同一项里写了两次'],
    [
      'full-width commas in a list',
      '率, 报告',
      '率，报告',
      '第3行 testing_report_ontime_rate 的 aliases 的 第1项：“检测报告按时出具率，报告按时率”里有中文逗号',
    ],
    ['an unknown key', 'aliases', 'alias', '第3行 testing_report_ontime_rate 的 alias：没有“alias”，是不是“aliases”？'],
    ['a unit that is none', '"%"', '公斤米', '第5行 testing_report_ontime_rate 的 unit：单位表 units.yaml 里没有“公斤米”'],
    ['Chinese quotation marks', '"%"', '“%”', '单位表 units.yaml 里没有““%””'],
    ['a formula that names nothing', '[按时出具]', '[]', '第8行 testing_report_ontime_rate 的 formula 的 numerator：至少要写一个词'],
    ['a formula without its factor', ', factor: 100', '', '缺少“factor”，应为数字，百分率写 100'],
    [
      'an example without a mark',
      '‹98%›。]\n    miss',
      '98%。]\n    miss',
      '第10行 testing_report_ontime_rate 的 examples 的 match 的 第1项：例句“检验报告按时出具率98%。”没有标记',
    ],
    ['an example with two marks', '率‹98%›。]\n    miss', '‹率›‹98%›。]\n    miss', '应当只标出一处'],
    ['an empty mark', '‹98%›。]\n    miss', '‹›98%。]\n    miss', '标记 ‹› 里没有文字'],
    ['no near miss', '    miss: [检验机构资质合格率‹98%›。]\n', '', '缺少“miss”，应为例句的列表'],
    [
      'an empty list of examples',
      '[检验报告按时出具率‹98%›。]',
      '[]',
      '第10行 testing_report_ontime_rate 的 examples 的 match：至少要有一个例句',
    ],
    ['an id in Chinese', 'testing_report_ontime_rate', '按时率', '第1行 按时率 的 id：标识只能用小写字母'],
    [
      'an alias that another indicator has',
      '报告按时率]',
      '工业产品合格率]',
      '第3行 testing_report_ontime_rate 的 aliases 的 第2项：“工业产品合格率”已经是指标 industrial_sampling_pass_rate 的名称或别名',
    ],
    ['an alias written twice', '报告按时率]', '检测报告按时出具率]', '“检测报告按时出具率”写了两次'],
  ])('%s', (_, from, to, expected) => {
    expect(answer(replaced(from, to))).toContain(expected)
  })

  it('without any example', () => {
    expect(answer((entry) => entry.slice(0, entry.indexOf('  examples')))).toContain(
      '缺少“examples”，应写作 examples: { match: [应当读出的例句], miss: [相近而不应读出的例句] }',
    )
  })
})

describe('somebody adds an honour or a fact', () => {
  it('an honour without examples', () => {
    expect(answer((entry) => entry, 'awards.yaml', '- { id: some_award, name: 某某奖, level: county }\n')).toMatch(
      /awards\.yaml 第1行 some_award 的 examples：缺少“examples”，应写作 examples/u,
    )
  })

  it('a fact without a deed', () => {
    const fact = '- id: some_fact\n  name: 某事\n  aliases: [某事]\n  yes: []\n  examples: { match: [‹做了某事›。], miss: [‹别的事›。] }\n'
    expect(answer((entry) => entry, 'facts.yaml', fact)).toContain('第4行 some_fact 的 yes：至少要写一个动作，说明这件事做了')
  })
})
