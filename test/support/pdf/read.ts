/** Reads a PDF as the pipeline would, with the resources of the installed pdfjs. */
import { readPdf } from '../../../extractors/formats/pdf/read-pdf.ts'
import { defaultLimits, type Limits, type Reading } from '../../../extractors/formats/reading.ts'
import { pdfResources } from '../../../pipeline/pdf-resources.ts'

const resources = pdfResources()

export const read = (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Reading> =>
  readPdf(bytes, { ...defaultLimits, ...limits }, resources)

/** The texts of all blocks of some kinds, in order. */
export const textsOf = (reading: Reading, ...kinds: readonly string[]): string[] =>
  reading.blocks.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)

/** The cells of one table as rows of texts; merged parts are undefined. */
export function tableRows(reading: Reading, table = 1): (string | undefined)[][] {
  const rows: (string | undefined)[][] = []
  for (const { cell, text } of reading.blocks) {
    if (cell?.table !== table) continue
    let row = rows[cell.row]
    if (!row) {
      row = []
      rows[cell.row] = row
    }
    row[cell.column] = text
  }
  return rows.map((row) => Array.from(row))
}
