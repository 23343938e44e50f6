/**
 * Submission folders of any size: half .docx with tables, half three-page PDFs of 2,000 characters, sorted by county and quarter.
 *
 * A whole run is of .docx as long as what counties send: 2,000 characters, with some 50 to 60 values to a thousand, as the demonstration submissions have, and no two worded alike.
 * Reading alone is measured on .docx of 6,800 characters, the length of the yardstick.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../../pipeline/package.ts'
import { pdfFile } from './pdf-file.ts'
import { inventText } from './report-text.ts'
import { variedSentence } from './varied-sentences.ts'
import { wordFile } from './word-file.ts'

export const LONG_WORD_CHARACTERS = 6800
export const WORD_CHARACTERS = 2000
/** What the two tables of a long .docx hold; a short one has the first. */
const LONG_TABLES = 420
const SHORT_TABLE = 230
const PDF_CHARACTERS = 2000
/** So that no PDF has the text of a Word file. */
const PDF_SEED = 100_000

export interface BenchFile {
  readonly file: string
  readonly bytes: Uint8Array
}

export const wordFiles = (count: number, characters: number = LONG_WORD_CHARACTERS): BenchFile[] =>
  Array.from({ length: count }, (_, index) => {
    const short = characters < LONG_WORD_CHARACTERS
    const invented = inventText(index, characters - (short ? SHORT_TABLE : LONG_TABLES), variedSentence)
    const text = short ? { ...invented, tables: invented.tables.slice(0, 1) } : invented
    return { file: `${text.year}/${text.county}/第${text.quarter}季度/分析报告${index}.docx`, bytes: wordFile(text) }
  })

export const pdfFiles = (count: number): BenchFile[] =>
  Array.from({ length: count }, (_, index) => {
    const text = inventText(PDF_SEED + index, PDF_CHARACTERS, variedSentence)
    return { file: `${text.year}/${text.county}/第${text.quarter}季度/质量分析${index}.pdf`, bytes: pdfFile(text) }
  })

/** Writes a folder of `count` documents, half of each kind; `characters`: of a .docx. */
export function writeFolder(folder: string, count: number, characters: number): void {
  for (const { file, bytes } of [...wordFiles(Math.ceil(count / 2), characters), ...pdfFiles(Math.floor(count / 2))]) {
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
