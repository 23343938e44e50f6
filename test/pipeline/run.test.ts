import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultLimits, type Limits } from '../../extractors/formats/reading.ts'
import { type RunOptions, run } from '../../pipeline/run.ts'
import { gbk, zipBytes } from '../support/office/zip-bytes.ts'
import { packArchive } from '../support/packing/archive.ts'
import { builtWorker, contents, createWorkspace, records, report, troubledWorker, type Workspace } from '../support/workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace({
    '材料/乌苏市/第一季度分析报告.txt': report('乌苏市', '一', 97.5),
    '材料/乌苏市/第二季度分析报告.txt': report('乌苏市', '二', 96.5),
    '材料/额敏县.zip': packArchive({ '第一季度分析报告.txt': new TextEncoder().encode(report('额敏县', '一', 95.5)) }),
    '材料/托里县/空白.txt': '',
  })
})
afterEach(() => workspace.remove())

const options = (out: string, more: Partial<RunOptions> = {}): RunOptions => ({
  input: workspace.path('材料'),
  out: workspace.path(out),
  cache: null,
  jobs: 2,
  workerFile: builtWorker,
  ...more,
})
const documents = (out: string) => Object.fromEntries(records(workspace.path(out, 'documents.jsonl')).map((line) => [line.file, line]))

describe('a run', () => {
  it('accounts for every file and gives every value the id that its place makes', async () => {
    const { record } = await run(options('结果'))
    expect(record.documents).toEqual({ ok: 4, partial: 0, rejected: 1, duplicate: 0, ignored: 0 })
    expect(documents('结果')['额敏县.zip!/第一季度分析报告.txt']).toMatchObject({
      county: '额敏县',
      period: '2020-Q1',
      kind: 'analysis',
      status: 'ok',
    })
    const values = records(workspace.path('结果', 'values.jsonl'))
    expect(values.find(({ value, county }) => value === 97.5 && county === '乌苏市')).toMatchObject({ role: 'actual', unit: '%' })
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length)
    for (const { id } of values) expect(id).toMatch(/^[0-9a-f]{16}$/u)
  })

  it('writes the same bytes again, with one worker, with two, and from the cache', async () => {
    const cache = workspace.path('缓存')
    await run(options('一', { jobs: 1 }))
    await run(options('二', { jobs: 2, cache }))
    const { record } = await run(options('三', { cache }))
    expect(contents(workspace.path('二'))).toEqual(contents(workspace.path('一')))
    expect(contents(workspace.path('三'))).toEqual(contents(workspace.path('一')))
    expect(record.cached).toBe(4)
  })

  it('files a report that names no year by the name of the folder given, and anew when that is called otherwise', async () => {
    const cache = workspace.path('缓存')
    const text = report('裕民县', '三', 95.5).replaceAll('2020年', '')
    for (const year of ['2020', '2021']) {
      workspace.write(`${year}年报送/裕民县.txt`, text)
      await run(options(`${year}-结果`, { cache, input: workspace.path(`${year}年报送`) }))
      expect(documents(`${year}-结果`)['裕民县.txt']).toMatchObject({
        period: `${year}-Q3`,
        notices: [{ code: 'W_PERIOD_UNKNOWN', message: expect.stringContaining(`“${year}年报送”`) }],
      })
    }
  })

  it('makes anew what a changed file or a changed limit asks for, and nothing else', async () => {
    const cache = workspace.path('缓存')
    await run(options('结果', { cache }))
    workspace.write('材料/乌苏市/第二季度分析报告.txt', report('乌苏市', '二', 90.5))
    expect((await run(options('结果', { cache }))).record.cached).toBe(3)
    expect(records(workspace.path('结果', 'values.jsonl')).some(({ value }) => value === 90.5)).toBe(true)
    const limits = { ...defaultLimits, pages: 7 }
    expect((await run(options('结果', { cache, limits }))).record.cached).toBe(0)
  })

  it('passes over a damaged entry of the cache', async () => {
    const cache = workspace.path('缓存')
    await run(options('一', { cache }))
    const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    for (const name of kept) {
      const path = join(cache, name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('97.5', '79.5').slice(0, -9))
    }
    const { record } = await run(options('二', { cache }))
    expect(record.cached).toBe(0)
    expect(contents(workspace.path('二'))).toEqual(contents(workspace.path('一')))
  })

  it('takes the days of receipt from the register, and names rows that fit no file', async () => {
    workspace.write(
      '材料/收文登记.csv',
      '序号,文件,收到日期\n1,乌苏市/第一季度分析报告.txt,2020年4月12日\n2,额敏县.zip,2020/4/9\n3,没有.txt,2020-04-09\n',
    )
    const { remarks } = await run(options('结果'))
    expect(documents('结果')['乌苏市/第一季度分析报告.txt']).toMatchObject({ receivedAt: '2020-04-12' })
    expect(documents('结果')['额敏县.zip!/第一季度分析报告.txt']).toMatchObject({ receivedAt: '2020-04-09' })
    expect(remarks).toHaveLength(1)
    expect(remarks[0]).toContain('没有.txt')
  })

  it('takes the day of a file within an archive, its name in GBK like the register', async () => {
    workspace.write(
      '材料/裕民县.zip',
      zipBytes([{ name: gbk('二季度/第二季度分析报告.txt'), content: new TextEncoder().encode(report('裕民县', '二', 94.5)) }]),
    )
    workspace.write(
      '材料/收文登记.csv',
      gbk('文件,收到日期\n裕民县.zip,2020-07-01\n裕民县.zip!/二季度/第二季度分析报告.txt,2020-07-08\n第一季度分析报告.txt,2020-04-09\n'),
    )
    const { remarks } = await run(options('结果'))
    expect(documents('结果')['裕民县.zip!/二季度/第二季度分析报告.txt']).toMatchObject({ receivedAt: '2020-07-08', county: '裕民县' })
    expect(documents('结果')['裕民县.zip']).toMatchObject({ receivedAt: '2020-07-01' })
    expect(documents('结果')['乌苏市/第一季度分析报告.txt']).toMatchObject({ receivedAt: '2020-04-09' })
    expect(remarks).toEqual([])
  })

  it('processes only the county and quarter asked for, or the paths that fit', async () => {
    await run(options('结果', { only: '乌苏市/2020-Q2' }))
    expect(Object.keys(documents('结果'))).toEqual(['乌苏市/第二季度分析报告.txt'])
    await run(options('结果', { only: '额敏县*报告*' }))
    expect(Object.keys(documents('结果'))).toEqual(['额敏县.zip!/第一季度分析报告.txt'])
  })
})

describe('a submission sent twice', () => {
  const long = (rate: number): string =>
    report('乌苏市', '一', rate) +
    '乌苏市组织农产品质量安全监测并公布结果，对不合格单位逐一复查。'.repeat(1) +
    Array.from({ length: 40 }, (_, at) => `第${at + 1}家企业复查后整改到位，产品重新送检合格。`).join('')

  it('counts once, with equal bytes under another name', async () => {
    workspace.write('材料/乌苏市/副本/第一季度分析报告.txt', report('乌苏市', '一', 97.5))
    const { result } = await run(options('结果'))
    const [first, second] = [documents('结果')['乌苏市/副本/第一季度分析报告.txt'], documents('结果')['乌苏市/第一季度分析报告.txt']]
    expect([first?.status, second?.status].sort()).toEqual(['duplicate', 'ok'])
    expect(result.values.filter(({ value, county }) => value === 97.5 && county === '乌苏市')).toHaveLength(1)
  })

  it('is told when the two disagree in a number', async () => {
    workspace.write('材料/乌苏市/第三版.txt', long(97.5))
    workspace.write('材料/乌苏市/第四版.txt', long(93.5))
    const { result } = await run(options('结果', { only: '*版.txt' }))
    expect(result.documents.map(({ status }) => status).sort()).toEqual(['duplicate', 'ok'])
    for (const { notices } of result.documents) expect(notices.map(({ code }) => code)).toContain('W_DUPLICATE_DIFFERS')
  })

  it('is no duplicate when another county sends it', async () => {
    workspace.write('材料/裕民县/第一季度分析报告.txt', report('裕民县', '一', 97.5))
    expect((await run(options('结果'))).record.documents.duplicate).toBe(0)
  })
})

describe('a file that does harm', () => {
  const troubled = async (names: readonly string[], limits: Partial<Limits>) => {
    for (const name of names) workspace.write(`材料/托里县/${name}.txt`, report('托里县', '三', 91.5))
    workspace.write('材料/托里县/第四季度分析报告.txt', report('托里县', '四', 92.5))
    const more = { limits: { ...defaultLimits, ...limits }, cache: workspace.path('缓存') }
    const { record } = await run(options('结果', { ...more, workerFile: troubledWorker }))
    return { record, found: documents('结果'), again: () => run(options('结果', more)) }
  }

  it('is given up after its time while the others are read, and is tried again the next time', async () => {
    const { found, again } = await troubled(['慢'], { fileMs: 8000 })
    expect(found['托里县/慢.txt']).toMatchObject({ status: 'rejected', code: 'E_TIMEOUT', county: '托里县' })
    expect(found['托里县/第四季度分析报告.txt']).toMatchObject({ status: 'ok', period: '2020-Q4' })
    expect((await again()).record.documents).toMatchObject({ rejected: 1 })
  })

  it('is given up when it fills the memory, or when the program fails in it', async () => {
    const { record, found } = await troubled(['大', '崩'], { workerMiB: 128 })
    expect(found['托里县/大.txt']).toMatchObject({ status: 'rejected', code: 'E_MEMORY' })
    expect(found['托里县/崩.txt']).toMatchObject({ status: 'rejected', code: 'E_INTERNAL' })
    expect(found['托里县/第四季度分析报告.txt']).toMatchObject({ status: 'ok', period: '2020-Q4' })
    expect(record.faults).toMatchObject([{ file: '托里县/崩.txt', stage: 'worker' }])
  })
})

describe('the result folder', () => {
  it('is never one that holds something else, unless insisted on; then the other is kept', async () => {
    workspace.write('别的/重要.txt', '重要')
    await expect(run(options('别的'))).rejects.toThrow('不是本程序生成的结果')
    expect(readdirSync(workspace.path('别的'))).toEqual(['重要.txt'])
    const { keptFolder } = await run(options('别的', { force: true }))
    expect(keptFolder).toBe(workspace.path('别的-原有'))
    expect(readFileSync(workspace.path('别的-原有', '重要.txt'), 'utf8')).toBe('重要')
    expect(existsSync(workspace.path('别的', 'documents.jsonl'))).toBe(true)
  })

  it('is neither the input nor a folder around it', async () => {
    await expect(run(options('材料', { force: true }))).rejects.toThrow('结果文件夹不能就是')
    await expect(run(options('.', { force: true }))).rejects.toThrow('里面放着提交材料')
  })

  it('may lie within the input, and is then no submission', async () => {
    await run(options('材料/结果'))
    expect((await run(options('材料/结果'))).result.documents).toHaveLength(5)
  })

  it('stays as it was when the run is stopped, and what was done is used by the next', async () => {
    const cache = workspace.path('缓存')
    await run(options('结果'))
    const before = contents(workspace.path('结果'))
    workspace.write('材料/裕民县/慢.txt', report('裕民县', '三', 91.5))
    const stop = new AbortController()
    const stopped = run(
      options('结果', {
        cache,
        workerFile: troubledWorker,
        signal: stop.signal,
        onProgress: ({ done }) => (done === 5 ? stop.abort(new Error('停')) : undefined),
      }),
    )
    await expect(stopped).rejects.toThrow('停')
    expect(contents(workspace.path('结果'))).toEqual(before)
    expect(readdirSync(workspace.path())).toEqual(['材料', '缓存', '结果'].sort())
    expect((await run(options('结果', { cache, workerFile: builtWorker }))).record.cached).toBe(4)
  })
})
