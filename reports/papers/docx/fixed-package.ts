/** The library's zip made anew with fixed times: of its entries, and of the file's own properties. The table of faces is this program's. */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { fontTable } from './font-table.ts'

/** The parts of a file by name. */
export type Package = Readonly<Record<string, Uint8Array>>

/** A zip entry bears a local time without a zone: made from local parts, it is the same everywhere. */
const FIXED_TIME = new Date(2020, 0, 1)
const PROPERTIES = 'docProps/core.xml'
const FONTS = 'word/fontTable.xml'

export function fixedPackage(parts: Package, day: string): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('/')) continue
    const own = name === PROPERTIES ? dated(content, day) : name === FONTS ? strToU8(fontTable) : content
    entries[name] = [own, { mtime: FIXED_TIME, level: 6 }]
  }
  return zipSync(entries)
}

const dated = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`))
