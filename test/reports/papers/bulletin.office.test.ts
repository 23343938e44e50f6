import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin } from '../../../reports/papers/bulletin/bulletin.ts'
import { renderDocx } from '../../../reports/papers/docx/render.ts'
import { bulletinInput, speech } from '../../support/bulletin.ts'
import { convert } from '../../support/office/soffice.ts'

let folder: string
let pages: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-bulletin-'))
  const paper = await bulletin(bulletinInput(), speech)
  pages = pagesOf(paper?.content ?? new Uint8Array(), 'bulletin.pdf')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pagesOf = (content: Uint8Array, name: string): string[] => {
  const pdf = join(folder, name)
  writeFileSync(pdf, convert(content, 'docx', 'pdf')[0] ?? new Uint8Array())
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
}

/** Where 印发 stands on the last page, as a part of the page's height. */
function imprintTop(): number {
  const boxes = execFileSync('pdftotext', ['-bbox', '-f', String(pages.length), join(folder, 'bulletin.pdf'), '-'], { encoding: 'utf8' })
  const [, height = ''] = /<page[^>]* height="([\d.]+)"/u.exec(boxes) ?? []
  const [, top = ''] = /yMin="([\d.]+)"[^>]*>[^<]*印发/u.exec(boxes) ?? []
  return Number(top) / Number(height)
}

describe('a document in LibreOffice', () => {
  it('has 22 lines on a full page, whatever paragraph ends there', async () => {
    const parts = Array.from({ length: 30 }, () => ({ kind: 'body', text: '质量工作考核情况'.repeat(10) }) as const)
    const paper = {
      form: 'document',
      office: '某办公室',
      documentNumber: '某〔2021〕2号',
      title: '通报',
      day: '2021-01-06',
      parts,
    } as const
    const [, second = ''] = pagesOf(await renderDocx(paper), 'lines.pdf')
    const lines = second.split('\n').filter((line) => line.trim() !== '')
    expect(lines.slice(0, -1)).toHaveLength(22)
    expect(lines.at(-1)?.trim()).toMatch(/^—\s*2\s*—$/u)
  })
})

describe('the draft bulletin in LibreOffice', () => {
  it('begins with the mark, the number and the title, the addressees after them', () => {
    const first = (pages[0] ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
    expect(first[0]).toBe('某地区质量强区工作领导小组办公室')
    expect(first[1]).toBe('某质量强区办〔2021〕【待填】号')
    expect(first.slice(2, 5)).toEqual(['关于 2020 年度各县（市）人民政府', '质量工作考核结果的通报', '各县（市）人民政府：'])
  })

  it('bears its number on every page, odd ones right and even ones left', () => {
    const numbers = pages.map((page) => page.trimEnd().split('\n').at(-1) ?? '')
    numbers.forEach((line, index) => {
      expect(line.trim()).toMatch(new RegExp(`^—\\s*${index + 1}\\s*—$`, 'u'))
    })
    expect(numbers[0]?.search(/\S/u)).toBeGreaterThan(numbers[1]?.search(/\S/u) ?? 0)
  })

  it('has the annex on a page of its own and 版记 at its end', () => {
    const last = pages.at(-1) ?? ''
    expect(last.trim()).toMatch(/^附件\n/u)
    expect(last).toMatch(/乌苏市\s+100\.00/u)
    expect(last).toMatch(/抄送：地委组织部，行署办公室。\n[\s\S]*2021 年 1 月 6 日印发/u)
    // Nothing but the page's number stands below it, and it stands apart from the text above.
    const lines = last.trimEnd().split('\n')
    expect(
      lines
        .slice(lines.findIndex((line) => line.includes('印发')) + 1)
        .join('')
        .trim(),
    ).toMatch(/^—\s*\d+\s*—$/u)
    expect(imprintTop()).toBeGreaterThan(0.84)
  })
})
