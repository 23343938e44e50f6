/** PDFs as LibreOffice makes them from invented Word documents: each paragraph of the source is one block, whatever lines and pages do to it. */
import { describe, expect, it } from 'vitest'
import { inventReport } from '../../support/pdf/invented-report.ts'
import { convertToPdf, popplerText } from '../../support/pdf/libreoffice.ts'
import { read, tableRows, textsOf } from '../../support/pdf/read.ts'
import { wordDocument } from '../../support/pdf/word-document.ts'

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '')

/** With some fonts LibreOffice prints no mark that hangs over the margin: a paragraph that another reader does not find whole either is compared without marks. */
const asPrinted = (written: readonly string[], printed: string): ((texts: readonly string[]) => string[]) => {
  const shown = withoutBlanks(printed)
  const whole = written.map((text) => shown.includes(withoutBlanks(text)))
  return (texts) => texts.map((text, index) => (whole[index] === false ? text.replaceAll(/[，。；、]/gu, '') : text))
}

describe('a report printed from Word', () => {
  for (const [seed, size] of [
    [1, 32],
    [2, 28],
    [3, 24],
    [4, 21],
  ] as const) {
    it(`gives back each paragraph whole (${size / 2} points)`, async () => {
      const report = inventReport(seed, 8)
      const pdf = convertToPdf(await wordDocument(report, { size, header: '沙枣县质量强县工作领导小组办公室' }), 'docx')
      const reading = await read(pdf)
      const written = [report.title, report.issuer, ...report.parts.map((part) => (part.kind === 'table' ? '' : part.text))]
      const compared = asPrinted(written, popplerText(pdf))
      expect(compared(textsOf(reading, 'heading', 'paragraph'))).toEqual(compared(written))
      expect(textsOf(reading, 'header')).toEqual(['沙枣县质量强县工作领导小组办公室'])
      expect(textsOf(reading, 'footer')).toEqual(['— 1 —'])
      expect(reading).toMatchObject({ format: 'pdf', notices: [], incomplete: false })
    })
  }

  it('gives back each paragraph whole without indents, ragged at the right', async () => {
    const report = inventReport(8, 6)
    const reading = await read(convertToPdf(await wordDocument(report, { asLetter: true }), 'docx'))
    expect(textsOf(reading, 'paragraph')).toEqual([report.issuer, ...report.parts.map((part) => (part.kind === 'table' ? '' : part.text))])
  })

  it('gives back tables, also over page ends, and the captions above them', async () => {
    const report = inventReport(5, 6, true)
    const reading = await read(convertToPdf(await wordDocument(report), 'docx'))
    const expected = report.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
    for (const [index, rows] of expected.entries()) {
      const found = tableRows(reading, index + 1)
      expect(found.filter((row, at) => at === 0 || row.join() !== rows[0]?.join())).toEqual(rows)
    }
    expect(textsOf(reading, 'caption')).toEqual(report.parts.flatMap((part) => (part.kind === 'caption' ? [part.text] : [])))
    expect(textsOf(reading, 'paragraph')).toEqual([
      report.issuer,
      ...report.parts.flatMap((part) => (part.kind === 'paragraph' || part.kind === 'heading' ? [part.text] : [])),
    ])
  })

  it('keeps a footnote apart from the paragraph that goes on over the page end', async () => {
    const report = inventReport(6, 5)
    const note = '数据来自县市场监督管理局抽检台账。'
    const reading = await read(convertToPdf(await wordDocument(report, { footnote: note }), 'docx'))
    expect(textsOf(reading, 'note')).toEqual([expect.stringContaining(note)])
    expect(textsOf(reading, 'paragraph')).toEqual([report.issuer, ...report.parts.map((part) => (part.kind === 'table' ? '' : part.text))])
  })

  it('finds the same characters as pdftotext', async () => {
    const report = inventReport(7, 5, true)
    const pdf = convertToPdf(await wordDocument(report), 'docx')
    const reading = await read(pdf)
    const pageNumbers = /—\s*[0-9]+\s*—/gu
    const sorted = (text: string): string => [...withoutBlanks(text.replace(pageNumbers, ''))].sort().join('')
    expect(sorted(reading.blocks.map(({ text }) => text).join(''))).toBe(sorted(popplerText(pdf)))
  })
})
