/** The library's zip made anew with fixed times: of its entries, and of the file's own properties. Plots and the table of faces are added to it. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Chart } from '../chart.ts'
import { chartParts } from './chart-parts.ts'
import { fontTable } from './font-table.ts'

/** A zip entry bears a local time without a zone: made from local parts, it is the same everywhere. */
const FIXED_TIME = new Date(2020, 0, 1)

export function fixedPackage(bytes: Uint8Array, day: string, charts: readonly Chart[]): Uint8Array {
  const { files, types, relations } = chartParts(charts)
  const changed: Readonly<Record<string, (content: Uint8Array) => Uint8Array>> = {
    'docProps/core.xml': (content) => dated(content, day),
    'word/fontTable.xml': () => strToU8(fontTable),
    '[Content_Types].xml': (content) => extended(content, '</Types>', types),
    'word/_rels/document.xml.rels': (content) => extended(content, '</Relationships>', relations),
  }
  const entries: Zippable = {}
  for (const [name, content] of [...Object.entries(unzipSync(bytes)), ...Object.entries(files)]) {
    if (name.endsWith('/')) continue
    entries[name] = [changed[name]?.(content) ?? content, { mtime: FIXED_TIME, level: 6 }]
  }
  return zipSync(entries)
}

const dated = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`))

const extended = (content: Uint8Array, end: string, more: string): Uint8Array =>
  more === '' ? content : strToU8(strFromU8(content).replace(end, `${more}${end}`))
