/** PDFs that LibreOffice made from invented reports, kept in test/fixtures/pdf: paragraphs, tables, notes and furniture come back as written. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Rejection } from '../../../extractors/formats/reading.ts'
import { fixtureReports, inventReport, seeded } from '../../support/pdf/invented-report.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/pdf/${name}.pdf`, import.meta.url)))
const { plain, tables, short } = fixtureReports

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte < 58

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return `read ${(await read(bytes)).format}`
  } catch (error) {
    if (error instanceof Rejection) return error.code
    throw error
  }
}

describe('a file damaged on its way', () => {
  it('is no complete reading when a part of the compressed text does not inflate, though pdfjs shows the rest without a word', async () => {
    const bytes = fixture('plain')
    expect((await read(bytes)).incomplete).toBe(false)
    const page = Buffer.from(bytes).indexOf('stream', 0, 'latin1')
    bytes.fill(0, page + 300, page + 400)
    const reading = await read(bytes)
    expect(reading.incomplete).toBe(true)
    expect(reading.notices.map(({ code }) => code)).toContain('W_TRUNCATED')
  })

  it('is not suspected where its streams are encrypted without a password to open', async () => {
    expect((await read(fixture('owner-password'))).incomplete).toBe(false)
  })
})

describe('a report of several pages', () => {
  it('gives back each paragraph as one block, over line ends and page ends', async () => {
    const report = inventReport(plain.seed, plain.sections)
    const reading = await read(fixture('plain'))
    expect(reading.pages).toBeGreaterThan(2)
    expect(textsOf(reading, 'heading', 'paragraph')).toEqual([
      report.title,
      report.issuer,
      ...report.parts.map((part) => (part.kind === 'table' ? '' : part.text)),
    ])
    expect(reading.blocks[0]).toMatchObject({ kind: 'heading', level: 0 })
  })

  it('keeps the page header and the page numbers apart, each once', async () => {
    const reading = await read(fixture('plain'))
    expect(reading.blocks.slice(-2)).toEqual([
      expect.objectContaining({ kind: 'header', text: '沙枣县质量强县工作领导小组办公室' }),
      expect.objectContaining({ kind: 'footer', text: '— 1 —' }),
    ])
  })

  it('gives every block its page and its box within the page', async () => {
    const reading = await read(fixture('tables'))
    for (const { origin } of reading.blocks) {
      expect(origin.page).toBeGreaterThanOrEqual(1)
      expect(origin.page).toBeLessThanOrEqual(reading.pages ?? 0)
      const [x0, y0, x1, y1] = origin.box ?? [1, 1, 0, 0]
      expect(x0 < x1 && y0 < y1 && x0 >= 0 && y0 >= 0 && x1 <= 596 && y1 <= 842).toBe(true)
    }
  })

  it('gives a paragraph that spans two pages the place of its first page', async () => {
    const reading = await read(fixture('plain'))
    const pages = reading.blocks.filter(({ kind }) => kind === 'paragraph').map(({ origin }) => origin.page ?? 0)
    expect(pages).toEqual([...pages].sort((a, b) => a - b))
  })

  it('gives back tables cell by cell, their captions, and the footnote', async () => {
    const report = inventReport(tables.seed, tables.sections, true)
    const reading = await read(fixture('tables'))
    const expected = report.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
    expect(
      expected.map((rows, at) => tableRows(reading, at + 1).filter((row, index) => index === 0 || row.join() !== rows[0]?.join())),
    ).toEqual(expected)
    expect(textsOf(reading, 'caption')).toEqual(report.parts.flatMap((part) => (part.kind === 'caption' ? [part.text] : [])))
    expect(textsOf(reading, 'note')).toEqual([expect.stringContaining('数据来自抽检台账。')])
  })
})

describe('a file that is protected', () => {
  it('is rejected when a password is needed to open it', async () => {
    await expect(read(fixture('user-password'))).rejects.toMatchObject({ code: 'E_PDF_ENCRYPTED', message: '文件已加密，请提供无密码版本' })
  })

  it('is read when only changing it needs a password', async () => {
    const reading = await read(fixture('owner-password'))
    expect(textsOf(reading, 'heading')[0]).toBe(inventReport(short.seed, short.sections).title)
  })
})

describe('limits', () => {
  it('rejects a file of too many pages and names the limit', async () => {
    await expect(read(fixture('plain'), { pages: 1 })).rejects.toMatchObject({
      code: 'E_TOO_MANY_PAGES',
      message: expect.stringContaining('上限1页'),
    })
  })

  it('rejects a file of too much text', async () => {
    await expect(read(fixture('plain'), { characters: 100 })).rejects.toMatchObject({ code: 'E_TOO_LARGE' })
  })
})

describe('a damaged file', () => {
  it('that is no PDF at all is corrupt', async () => {
    expect(await outcome(new TextEncoder().encode('这不是PDF文件'))).toBe('E_CORRUPT')
    expect(await outcome(new Uint8Array())).toBe('E_CORRUPT')
  })

  it('ends in a reading or a rejection wherever it is cut', async () => {
    const whole = fixture('owner-password')
    const random = seeded(20)
    for (let round = 0; round < 25; round++) {
      expect(await outcome(whole.slice(0, Math.floor(random() * whole.length)))).toMatch(/^(?:read pdf|E_CORRUPT|E_PDF_ENCRYPTED)$/)
    }
  })

  it('ends in a reading or a rejection whatever bytes are changed', async () => {
    const random = seeded(21)
    for (let round = 0; round < 25; round++) {
      const bytes = fixture(round % 2 === 0 ? 'plain' : 'owner-password')
      for (let flips = 1 + Math.floor(random() * 40); flips > 0; flips--)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      expect(await outcome(bytes)).toMatch(/^(?:read pdf|E_CORRUPT|E_PDF_ENCRYPTED|E_TOO_MANY_PAGES|E_TOO_LARGE)$/)
    }
  })
})

describe('a file whose own numbers are wrong', () => {
  it('ends in a reading or a rejection, also where the library loses the error', async () => {
    const random = seeded(5001)
    for (let round = 0; round < 40; round++) {
      const bytes = fixture('plain')
      for (let change = 0; change < 60; change++) {
        const at = Math.floor(random() * bytes.length)
        if (isDigit(bytes[at])) bytes[at] = 48 + Math.floor(random() * 10)
      }
      expect(await outcome(bytes)).toMatch(/^(?:read pdf|E_[A-Z_]+)$/)
    }
  })
})

describe('reading', () => {
  it('leaves the natives of the process as they were, and prints nothing', async () => {
    const natives = [Array.prototype.push, JSON.parse, JSON.stringify].map(String)
    const printed: unknown[] = []
    const { log, warn, error } = console
    Object.assign(console, {
      log: (...all: unknown[]) => printed.push(all),
      warn: (...all: unknown[]) => printed.push(all),
      error: (...all: unknown[]) => printed.push(all),
    })
    try {
      await read(fixture('plain'))
      await read(new Uint8Array([1, 2, 3])).catch(() => undefined)
    } finally {
      Object.assign(console, { log, warn, error })
    }
    expect(natives.every((native) => native.includes('[native code]'))).toBe(true)
    expect([Array.prototype.push, JSON.parse, JSON.stringify].map(String)).toEqual(natives)
    expect(printed).toEqual([])
  })

  it('gives the same reading twice, and leaves the bytes it was given alone', async () => {
    const bytes = fixture('tables')
    const first = await read(bytes)
    expect(bytes.length).toBeGreaterThan(0)
    expect(await read(bytes)).toEqual(first)
  })
})
