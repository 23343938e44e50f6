/** The library's zip made anew with fixed times: of its entries, and of the file's own properties. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** A zip entry bears a local time without a zone: made from local parts, it is the same everywhere. */
const FIXED_TIME = new Date(2020, 0, 1)
const PROPERTIES = 'docProps/core.xml'

export function fixedPackage(bytes: Uint8Array, day: string): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue
    entries[name] = [name === PROPERTIES ? dated(content, day) : content, { mtime: FIXED_TIME, level: 6 }]
  }
  return zipSync(entries)
}

const dated = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`))
