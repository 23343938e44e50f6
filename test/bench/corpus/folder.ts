/** Submission folders of any size: half .docx of 6,800 characters with tables, half PDFs of 2,000 characters, sorted by county and quarter. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../../pipeline/package.ts'
import { pdfFile } from './pdf-file.ts'
import { inventText } from './report-text.ts'
import { wordFile } from './word-file.ts'

const WORD_CHARACTERS = 6800
const PDF_CHARACTERS = 2000
/** So that no PDF has the text of a Word file. */
const PDF_SEED = 100_000

export interface BenchFile {
  readonly file: string
  readonly bytes: Uint8Array
}

export const wordFiles = (count: number): BenchFile[] =>
  Array.from({ length: count }, (_, index) => {
    const text = inventText(index, WORD_CHARACTERS - 420)
    return { file: `${text.year}/${text.county}/第${text.quarter}季度/分析报告${index}.docx`, bytes: wordFile(text) }
  })

export const pdfFiles = (count: number): BenchFile[] =>
  Array.from({ length: count }, (_, index) => {
    const text = inventText(PDF_SEED + index, PDF_CHARACTERS)
    return { file: `${text.year}/${text.county}/第${text.quarter}季度/质量分析${index}.pdf`, bytes: pdfFile(text) }
  })

/** Writes a folder of `count` documents, half of each kind. */
export function writeFolder(folder: string, count: number): void {
  for (const { file, bytes } of [...wordFiles(Math.ceil(count / 2)), ...pdfFiles(Math.floor(count / 2))]) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

/** The PDFs of the demonstration folder, as office programs write them, with embedded fonts; encrypted ones are left out. */
export function samplePdfs(): BenchFile[] {
  const folder = join(packageRoot(), 'corpus/samples')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => ({ file: name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    .filter(({ bytes }) => !Buffer.from(bytes.buffer).includes('/Encrypt'))
}
