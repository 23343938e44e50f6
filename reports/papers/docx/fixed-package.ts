/** The library's zip made anew with fixed times: of its entries, and of the file's own properties. The table of faces is this program's. */
import { strFromU8, strToU8 } from 'fflate'
import { zip } from '../../zip.ts'
import { fontTable } from './font-table.ts'

/** The parts of a file by name. */
export type Package = Readonly<Record<string, Uint8Array>>

const PROPERTIES = 'docProps/core.xml'
const FONTS = 'word/fontTable.xml'

export function fixedPackage(parts: Package, day: string): Promise<Uint8Array> {
  const own = (name: string, content: Uint8Array): Uint8Array =>
    name === PROPERTIES ? dated(content, day) : name === FONTS ? strToU8(fontTable) : content
  const files = Object.entries(parts).filter(([name]) => !name.endsWith('/'))
  return zip(files.map(([name, content]) => ({ name, content: own(name, content) })))
}

const dated = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`))
