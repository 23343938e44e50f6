import { createHash } from 'node:crypto'
import { symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import type { Identifier } from '../../extractors/identity/identity.ts'
import { type Collected, collect, isSubmission } from '../../pipeline/collect.ts'
import { walk } from '../../pipeline/walk.ts'
import { schemas } from '../../reports/contract/schemas.ts'
import { packArchive } from '../support/packing/archive.ts'
import { createWorkspace, report, type Workspace } from '../support/workspace.ts'

const nobody: Identifier = () => ({ kind: 'unknown', title: '', county: null, countyId: null, period: null, notices: [] })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

let workspace: Workspace
afterEach(() => workspace.remove())

async function collected(limits = defaultLimits): Promise<Collected[]> {
  const { files } = await walk(workspace.path(), { except: [] })
  const all: Collected[] = []
  for await (const one of collect(files.filter(isSubmission), { limits, identify: nobody })) all.push(one)
  return all
}

const nameOf = (one: Collected): string => ('record' in one ? one.record.file : one.input.file)
const fate = (one: Collected): string => ('record' in one ? `${one.record.status}${one.record.code ? ` ${one.record.code}` : ''}` : 'input')
const fates = (all: readonly Collected[]): Record<string, string> => Object.fromEntries(all.map((one) => [nameOf(one), fate(one)]))

describe('collecting a folder', () => {
  it('gives every file below the folder in the order of its path, with its hash', async () => {
    workspace = createWorkspace({ '乙/二.txt': report('额敏县', '二', 97), '甲.txt': report('乌苏市', '一', 96), '乙/一.txt': 'x' })
    const all = await collected()
    expect(all.map(nameOf)).toEqual(['乙/一.txt', '乙/二.txt', '甲.txt'])
    expect(all.flatMap((one) => ('input' in one ? [one.input.sha256] : []))[2]).toBe(sha256(report('乌苏市', '一', 96)))
  })

  it('opens an archive with GBK names, and archives within it', async () => {
    const inner = packArchive({ '二季度/分析报告.txt': utf8(report('托里县', '二', 95)) })
    workspace = createWorkspace({ '材料.zip': packArchive({ '一季度/分析报告.txt': utf8(report('托里县', '一', 95)), '内层.zip': inner }) })
    expect(fates(await collected())).toEqual({
      '材料.zip': 'ok',
      '材料.zip!/一季度/分析报告.txt': 'input',
      '材料.zip!/内层.zip': 'ok',
      '材料.zip!/内层.zip!/二季度/分析报告.txt': 'input',
    })
  })

  it('names a damaged archive with its code and goes on', async () => {
    const whole = packArchive({ '报告.txt': utf8('报告') })
    workspace = createWorkspace({ 'a.zip': whole.slice(0, whole.length - 30), 'b.txt': '报告' })
    expect(fates(await collected())).toEqual({ 'a.zip': 'rejected E_CORRUPT', 'b.txt': 'input' })
  })

  it('passes over hidden files, lock files and what systems leave behind, and says so', async () => {
    workspace = createWorkspace({ '~$报告.docx': 'x', '.DS_Store': 'x', 'Thumbs.db': 'x', '.git/config': 'x', '报告.txt': '报告' })
    const all = fates(await collected())
    expect(Object.entries(all).filter(([, found]) => found === 'input')).toEqual([['报告.txt', 'input']])
    expect(Object.values(all).filter((found) => found.startsWith('ignored'))).toHaveLength(4)
  })

  it('takes neither the gold nor the register of receipt for a submission', async () => {
    workspace = createWorkspace({ 'gold.json': '{}', '收文登记.csv': '文件,收到日期\n', '子/收文登记.csv': '文件,收到日期\n' })
    expect((await collected()).map(nameOf)).toEqual(['子/收文登记.csv'])
  })

  it('follows no symbolic link, neither out of the folder nor round in it', async () => {
    const outside = createWorkspace({ '秘密.txt': '秘密' })
    workspace = createWorkspace({ '报告.txt': '报告' })
    symlinkSync(outside.path('秘密.txt'), workspace.path('链接.txt'))
    symlinkSync(outside.path(), workspace.path('外面'))
    symlinkSync(workspace.path(), workspace.path('自己'))
    expect(fates(await collected())).toEqual({
      外面: 'ignored W_ENTRY_IGNORED',
      '报告.txt': 'input',
      自己: 'ignored W_ENTRY_IGNORED',
      '链接.txt': 'ignored W_ENTRY_IGNORED',
    })
    outside.remove()
  })

  it('refuses a file above the limit without reading it whole, and still gives its hash', async () => {
    workspace = createWorkspace({ '大.txt': '报'.repeat(1000) })
    const [one] = await collected({ ...defaultLimits, fileBytes: 1000 })
    const record = one && 'record' in one ? one.record : null
    expect(record).toMatchObject({
      status: 'rejected',
      code: 'E_TOO_LARGE',
      bytes: 3000,
      sha256: sha256('报'.repeat(1000)),
    })
    expect(schemas['documents.jsonl'].safeParse(record).error?.issues ?? []).toEqual([])
  })

  it('reads a name that another system wrote in GB 18030', async () => {
    workspace = createWorkspace()
    writeFileSync(Buffer.concat([Buffer.from(`${workspace.path()}/`), Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]), Buffer.from('.txt')]), '报告')
    expect(fates(await collected())).toEqual({ '报告.txt': 'input' })
  })
})
