/** The library's zip made anew with fixed times: of its entries, and of the file's own properties. Plots and the table of faces are added to it. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { zip } from '../../zip.ts'
import type { Chart } from '../chart.ts'
import { chartParts } from './chart-parts.ts'
import { fontTable } from './font-table.ts'

export async function fixedPackage(bytes: Uint8Array, day: string, charts: readonly Chart[]): Promise<Uint8Array> {
  const { files, types, relations } = await chartParts(charts)
  const changed: Readonly<Record<string, (content: Uint8Array) => Uint8Array>> = {
    'docProps/core.xml': (content) => dated(content, day),
    'word/fontTable.xml': () => strToU8(fontTable),
    '[Content_Types].xml': (content) => extended(content, '</Types>', types),
    'word/_rels/document.xml.rels': (content) => extended(content, '</Relationships>', relations),
  }
  const parts = [...Object.entries(unzipSync(bytes)), ...Object.entries(files)].filter(([name]) => !name.endsWith('/'))
  return zip(parts.map(([name, content]) => ({ name, content: changed[name]?.(content) ?? content })))
}

const dated = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`))

const extended = (content: Uint8Array, end: string, more: string): Uint8Array =>
  more === '' ? content : strToU8(strFromU8(content).replace(end, `${more}${end}`))
