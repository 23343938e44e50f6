import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { width } from '../../pipeline/terminal.ts'
import { createWorkspace, type Outcome, report, start, type Workspace, zhijian } from '../support/workspace.ts'

let workspace: Workspace
beforeAll(() => {
  workspace = createWorkspace({
    '好/乌苏市第一季度质量状况分析报告.txt': report('乌苏市', '一', 97.5),
    '坏/空白.txt': '',
    '坏/塔城市第一季度质量状况分析报告.txt': report('塔城市', '一', 96.5),
    '标准/报告.txt': report('乌苏市', '一', 97.5),
    '标准/gold.json': JSON.stringify({
      values: [
        {
          file: '报告.txt',
          indicator: 'industrial_sampling_pass_rate',
          name: '',
          role: 'actual',
          value: 97.5,
          unit: '%',
          comparator: '=',
          quote: '97.5%',
        },
      ],
    }),
    '最低.json': JSON.stringify({ 'values.precision': 1 }),
    '最低-召回.json': JSON.stringify({ 'values.recall': 0.5 }),
  })
})
afterAll(() => workspace.remove())

const call = (...args: string[]): Promise<Outcome> => zhijian(args, workspace.path('缓存'))

describe('zhijian lexicon', () => {
  it('explains an entry, and ends with 1 and the nearest names for a word that is none', async () => {
    const known = await call('lexicon', '工业品抽检合格率')
    expect(known.code).toBe(0)
    expect(known.stdout).toContain('位置：corpus/lexicon/indicators.yaml 第3行')
    const none = await call('lexicon', '工业产品抽检合个率')
    expect([none.code, none.stdout]).toEqual([1, ''])
    expect(none.stderr).toContain('工业产品抽检合格率（指标：工业产品质量监督抽查合格率）')
  })

  it('prints one JSON value', async () => {
    const { code, stdout } = await call('lexicon', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'fact', id: 'leading_group' })]))
  })

  it('runs every example and reads the samples', async () => {
    const { code, stdout } = await call('lexicon', 'test')
    expect(stdout).toContain('词库没有问题。')
    expect(code).toBe(0)
  }, 120_000)

  it('shows what is read in a sentence', async () => {
    const { code, stdout } = await call(
      'lexicon',
      'try',
      '依据第四十九条，抽检食品120批次，我县未设立县长质量奖。',
      '--county',
      '乌苏',
      '--period',
      '2020年第三季度',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('建立质量奖励制度：否')
    expect(stdout).toContain('“四十九” → 法律条款、罚则')
    expect(stdout).toContain('乌苏市；2020年第三季度')
    expect((await call('lexicon', 'try', '一句话', '--county', '某县')).code).toBe(64)
  })
})

describe('zhijian run', () => {
  it('ends with 0 when every file was read, and says where the result is', async () => {
    const { code, stdout } = await call('run', workspace.path('好'))
    expect(code).toBe(0)
    expect(stdout).toContain(workspace.path('好-结果'))
    expect(readdirSync(workspace.path('好-结果')).sort()).toEqual(
      [
        'achievements.jsonl',
        'assessments.jsonl',
        'bulletin.jsonl',
        'checks.jsonl',
        'copies.jsonl',
        'documents.jsonl',
        'earlier.jsonl',
        'facts.jsonl',
        'practices.jsonl',
        'report.html',
        'run.json',
        'scores.jsonl',
        'values.jsonl',
        '反馈意见',
        '反馈表',
        '总览-2020.docx',
        '提取结果.xlsx',
        '通报（草稿）.docx',
      ].sort(),
    )
  })

  it('ends with 3 when a file was rejected, with 0 when the demonstration meant it so', async () => {
    expect((await call('run', workspace.path('坏'))).code).toBe(3)
    const { code, stderr } = await call('run', workspace.path('坏'), '--demo')
    expect(code).toBe(0)
    expect(stderr).toContain('特意放入')
  })

  it('says at once that a result cannot be put where nothing can be made', async () => {
    const { code, stderr } = await call('run', workspace.path('好'), '--out', '/proc/结果')
    expect(code).toBe(1)
    expect(stderr).toContain('不能在“/proc”里建立文件夹')
  })

  it('ends with 1 rather than replace a foreign folder', async () => {
    const { code, stderr } = await call('run', workspace.path('好'), '--out', workspace.path('坏'))
    expect(code).toBe(1)
    expect(stderr).toContain('--force')
    expect(existsSync(workspace.path('坏/空白.txt'))).toBe(true)
  })

  it('ends with 130 when it is interrupted, leaves no result, and can be run again', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`很多/${at}.txt`, report('裕民县', '一', 90 + at / 100).repeat(20)]),
    )
    for (const [file, text] of Object.entries(files)) workspace.write(file, text)
    const running = start(['run', workspace.path('很多'), '--jobs', '1'], workspace.path('缓存'))
    await running.spoken
    running.stop('SIGINT')
    const { code, stderr } = await running.ended
    expect(code).toBe(130)
    expect(stderr).toContain('再次运行会接着进行')
    expect(readdirSync(workspace.path()).filter((name) => name.includes('很多'))).toEqual(['很多'])
  })
})

describe('help', () => {
  it.each([['run'], ['score'], ['decisions'], ['inspect'], ['check'], ['eval'], ['schema'], []])(
    'of %s is in Chinese, its columns in line',
    async (...command) => {
      const { code, stdout } = await call(...command, '--help')
      expect(code).toBe(0)
      expect(stdout).not.toMatch(/default|choices|options|Usage|Options/u)
      const columns = [...stdout.matchAll(/^ {2}(-[^\n]*?) {2,}(?=\p{Script=Han})/gmu)].map(([line]) => width(line))
      expect(new Set(columns).size).toBe(1)
    },
  )
})

describe('zhijian inspect', () => {
  it('prints one JSON object and nothing else', async () => {
    const { code, stdout } = await call('inspect', workspace.path('好/乌苏市第一季度质量状况分析报告.txt'), '--json')
    expect(code).toBe(0)
    const inspection = JSON.parse(stdout)
    expect(Object.keys(inspection)).toEqual(['status', 'format', 'pages', 'title', 'text', 'blocks', 'notices'])
    expect(inspection).toMatchObject({ status: 'ok', format: 'txt', title: '乌苏市2020年第一季度质量状况分析报告' })
  })

  it('keeps to the limits it is given', async () => {
    const file = workspace.path('好/乌苏市第一季度质量状况分析报告.txt')
    const { code, stdout } = await call('inspect', file, '--json', '--limit', 'characters=10')
    expect({ code, refusal: JSON.parse(stdout).code }).toEqual({ code: 2, refusal: 'E_TOO_LARGE' })
  })

  it('ends with 2 and the code when the file cannot be read', async () => {
    const { code, stdout } = await call('inspect', workspace.path('坏/空白.txt'), '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ status: 'rejected', code: 'E_EMPTY' })
  })
})

describe('zhijian check', () => {
  it('shows a writer the values of the report', async () => {
    const { code, stdout } = await call('check', workspace.path('好/乌苏市第一季度质量状况分析报告.txt'))
    expect([0, 4]).toContain(code)
    expect(stdout).toContain('工业产品质量监督抽查合格率')
    expect(stdout).toContain('没有检查的内容')
  })

  it('ends with 2 when the file cannot be read', async () => {
    expect((await call('check', workspace.path('坏/空白.txt'))).code).toBe(2)
  })

  it('writes the page of one report', async () => {
    await call('check', workspace.path('好/乌苏市第一季度质量状况分析报告.txt'), '--html', workspace.path('一份.html'))
    expect(readFileSync(workspace.path('一份.html'), 'utf8')).toContain('<!doctype html>')
  })
})

describe('zhijian eval', () => {
  it('counts the gold found, and names what is invented', async () => {
    const { code, stdout } = await call('eval', workspace.path('标准'), '--json')
    expect(code).toBe(0)
    const { figures, differences } = JSON.parse(stdout)
    expect(figures.values.recall).toMatchObject({ value: 1, of: 1 })
    expect(differences.every(({ fault }: { fault: string }) => fault === 'invented')).toBe(true)
  })

  it('ends with 1 when a figure falls below its floor', async () => {
    expect((await call('eval', workspace.path('标准'), '--min', workspace.path('最低.json'))).code).toBe(1)
    expect((await call('eval', workspace.path('标准'), '--min', workspace.path('最低-召回.json'))).code).toBe(0)
  })
})

describe('wrong usage', () => {
  it.each([
    [['rnu'], '是不是 run？'],
    [['run'], '缺少参数'],
    [['run', '.', '--ou', 'x'], '是不是 --out'],
    [['run', '.', '--superior', 'x'], '没有找到文件夹“x”'],
    [['run', '没有这个文件夹'], '没有找到文件夹'],
    [['run', '.', '--limit', 'pages=-1'], 'pages=正整数'],
    [['check', '.'], 'zhijian run'],
    [['schema', '没有'], 'documents.jsonl'],
  ])('%j ends with 64 and says what is right', async (args, hint) => {
    const { code, stderr, stdout } = await call(...args)
    expect(code).toBe(64)
    expect(stderr).toContain(hint)
    expect(stdout).toBe('')
  })

  it('help is Chinese and no error', async () => {
    const { code, stdout } = await call('run', '--help')
    expect(code).toBe(0)
    expect(stdout).toContain('用法：')
    expect(stdout).toContain('fileBytes')
  })
})
