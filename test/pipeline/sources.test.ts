/** Documents that are only compared against, from the command line to the result's files. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { contents, createWorkspace, records, zhijian } from '../support/workspace.ts'

const copied =
  '隧道窑投料口的破碎机筛网破损后没有及时更换，粗颗粒进入泥料，砖坯内部形成层裂，抗折试验时沿层裂断开，企业化验员春节后离职，连续两个月没有做出厂抗压试验。'
const workspace = createWorkspace({
  '报送/托里县2020年第二季度质量状况分析报告.txt': `托里县2020年第二季度质量状况分析报告\n一、问题\n${copied}\n`,
  '上级/通报.txt': `塔城地区建材质量通报\n2020年3月5日\n${copied}\n`,
  '往期/托里县2020年第一季度质量状况分析报告.txt':
    '托里县2020年第一季度质量状况分析报告\n一、问题\n铬铁合金碳含量波动大，电极糊换了供货厂家。\n',
  '稿/托里县2020年第三季度质量状况分析报告.txt': '托里县2020年第三季度质量状况分析报告\n工业产品监督抽查合格率94.2%。\n',
  '旧稿/托里县2019年第三季度质量状况分析报告.txt': '托里县2019年第三季度质量状况分析报告\n工业产品监督抽查合格率92.5%。\n',
})
const cache = workspace.path('cache')
afterAll(workspace.remove)

const run = (out: string, ...more: string[]) =>
  zhijian(['run', workspace.path('报送'), '--out', workspace.path(out), '--no-cache', ...more], cache)

describe('--superior and --history', () => {
  const sources = ['--superior', workspace.path('上级'), '--history', workspace.path('往期')]

  it('give documents that are compared against and counted nowhere', async () => {
    const { code, stdout } = await run('结果', ...sources, '--jobs', '2')
    expect(code).toBe(0)
    expect(stdout).toContain('文件 1 个')
    expect(records(workspace.path('结果', 'documents.jsonl')).map(({ file }) => file)).toEqual([
      'history:托里县2020年第一季度质量状况分析报告.txt',
      'superior:通报.txt',
      '托里县2020年第二季度质量状况分析报告.txt',
    ])
    const [assessment] = readFileSync(workspace.path('结果', 'assessments.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(assessment).toMatchObject({ verdict: 'weak', copying: { share: 1, compared: ['superior', 'own-past'] } })
    expect(records(workspace.path('结果', 'copies.jsonl'))).toMatchObject([
      { source: 'superior:通报.txt', sourceClass: 'superior', order: 'earlier', similarity: 1, masked: false },
    ])
  })

  it('give the same bytes at any number of jobs', async () => {
    await run('结果一', ...sources, '--jobs', '1')
    expect(contents(workspace.path('结果一'))).toEqual(contents(workspace.path('结果')))
  })

  it('are missed aloud where they were not given', async () => {
    const { stdout } = await run('结果二')
    expect(stdout).toContain('雷同：无法评定')
    const checked = await zhijian(['check', workspace.path('报送', '托里县2020年第二季度质量状况分析报告.txt')], cache)
    expect(checked.stdout).toContain('与上级文件的雷同情况（可用 --superior 指定')
  })

  it('give a county its own figures of a year and a quarter before', async () => {
    const report = (period: string, rate: string): string => `托里县${period}质量状况分析报告\n工业产品质量监督抽查合格率${rate}。\n`
    const own = createWorkspace({
      '托里县2020年第三季度质量状况分析报告.txt': report('2020年第三季度', '94.2%'),
      '往期/托里县2019年第三季度质量状况分析报告.txt': report('2019年第三季度', '92.5%'),
      '往期/托里县2020年第二季度质量状况分析报告.txt': report('2020年第二季度', '92.4%'),
    })
    const { stdout } = await zhijian(['check', own.path('托里县2020年第三季度质量状况分析报告.txt'), '--history', own.path('往期')], cache)
    own.remove()
    expect(stdout).toContain('上年同期为92.5%（见托里县2019年第三季度质量状况分析报告.txt），可作同比')
    expect(stdout).toContain('上季度为92.4%（见托里县2020年第二季度质量状况分析报告.txt），可作环比')
  })

  it('serve a county before it sends its report', async () => {
    const { stdout, code } = await zhijian(
      ['check', workspace.path('报送', '托里县2020年第二季度质量状况分析报告.txt'), '--superior', workspace.path('上级')],
      cache,
    )
    expect(code).toBe(4)
    expect(stdout).toContain('雷同：占正文 100%')
    expect(stdout).not.toContain('与上级文件的雷同情况（')
  })

  it('offer the county’s own earlier figures to set a result against', async () => {
    const report = workspace.path('稿', '托里县2020年第三季度质量状况分析报告.txt')
    const { stdout } = await zhijian(['check', report, '--history', workspace.path('旧稿')], cache)
    expect(stdout).toMatch(
      /对比分析：没有.*工业产品质量监督抽查合格率上年同期为92\.5%（见托里县2019年第三季度质量状况分析报告\.txt），可作同比/u,
    )
    const out = workspace.path('结果三')
    await zhijian(['run', workspace.path('稿'), '--out', out, '--no-cache', '--history', workspace.path('旧稿')], cache)
    expect(readFileSync(`${out}/assessments.jsonl`, 'utf8')).toContain('上年同期为92.5%')
  })
})
