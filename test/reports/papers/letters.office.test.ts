import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letters } from '../../../reports/papers/letter/letters.ts'
import { speech } from '../../support/letter-speech.ts'
import { convert } from '../../support/office/soffice.ts'
import { result } from '../../support/run-result.ts'

let folder: string
let pdf: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-letter-'))
  pdf = join(folder, 'letter.pdf')
  const file = (await letters(result, speech)).find(({ name }) => name.includes('沙湾县-2020-Q1'))
  writeFileSync(pdf, convert(file?.content ?? new Uint8Array(), 'docx', 'pdf')[0] ?? new Uint8Array())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (...pages: string[]): string => execFileSync('pdftotext', [...pages, '-layout', pdf, '-'], { encoding: 'utf8' })

describe('a letter in LibreOffice', () => {
  it('is printed on A4, the office’s name above all and no page number on the first page', () => {
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u)
    const first = textOf('-l', '1').trim().split('\n')
    expect(first[0]).toContain('塔城地区质量强区工作领导小组办公室')
    expect(first.join('\n')).not.toMatch(/—\s*1\s*—/u)
    expect(textOf('-f', '2', '-l', '2')).toMatch(/—\s*2\s*—/u)
  })

  it('begins the annex on a page of its own', () => {
    const pages = textOf().split('\f')
    const annex = pages.find((page) => page.trim().startsWith('附件'))
    expect(annex).toContain('审读意见汇总表')
    expect(annex).toContain('位置')
  })
})
