/** Lines are the same however the pieces of a file fall. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { linesOf } from '../../pipeline/lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhijian-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(content: string): Promise<string[]> {
  const path = join(folder, '行.jsonl')
  writeFileSync(path, content)
  const all: string[] = []
  for await (const lines of linesOf(path)) for (const line of lines) all.push(line)
  return all
}

it('ends lines at \\n and \\r\\n, with and without a last one, and drops the byte order mark', async () => {
  expect(await read('\uFEFF一\r\n二\n\n三')).toEqual(['一', '二', '', '三'])
  expect(await read('一\n')).toEqual(['一'])
  expect(await read('')).toEqual([])
})

it('holds lines together that are longer than a piece, and characters that a piece would cut', async () => {
  const long = '质'.repeat(3_500_000)
  const many = Array.from({ length: 400_000 }, (_, index) => `第${index}行：抽查合格率`)
  expect(await read(['前', long, ...many].join('\n'))).toEqual(['前', long, ...many])
})
