/** The library's parts as one file with fixed times: of its entries, and of the file's own properties. The table of faces is this program's. */
import { zip } from '../../zip.ts'
import { fontTable } from './font-table.ts'

const PROPERTIES = 'docProps/core.xml'
const FONTS = 'word/fontTable.xml'

/** XML, or a file within the file. */
export type Part = string | Uint8Array

/** The parts of a file by name. */
export type Parts = ReadonlyMap<string, Part>

export function fixedPackage(parts: Parts, day: string): Promise<Uint8Array> {
  const own = (name: string, content: Part): Part =>
    name === FONTS ? fontTable : name === PROPERTIES && typeof content === 'string' ? dated(content, day) : content
  return zip([...parts].map(([name, content]) => ({ name, content: bytesOf(own(name, content)) })))
}

const dated = (content: string, day: string): string =>
  content.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`)

const bytesOf = (content: Part): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content)
