/**
 * The predefined character maps (ISO 32000-1, 9.7.5.2) and standard fonts that pdfjs asks for.
 *
 * pdfjs builds a map anew for each document, 30,000 entries of which a report uses some hundred: most of the time that a short document takes. So a
 * document is given maps without entries first. If it asks for one, it is read again with the entries of the characters that it turned out to use;
 * and if those were not all, with whole maps. A document of many pages is given whole maps at once.
 */
import { type PackedCMap, packOnly, readPackedCMap } from './packed-cmap.ts'

export interface PdfResources {
  /** A file of the predefined CMaps (`pdfjs-dist/cmaps`); without them Chinese text with GBK-EUC-H and the like is lost. */
  readonly cMap: (name: string) => Promise<Uint8Array>
  /** A file of the standard fonts (`pdfjs-dist/standard_fonts`). */
  readonly standardFont: (name: string) => Promise<Uint8Array>
}

export interface CharacterMaps {
  /** The class that pdfjs makes its source of binary data from (`BinaryDataFactory`). */
  readonly Source: new () => { readonly fetch: (request: DataRequest) => Promise<Uint8Array> }
  readonly onOpened: (pages: number) => void
  /** Told of the codes of all characters that are shown. */
  readonly onShown: (codes: Iterable<number>) => void
  /** Told that a font could not be loaded, which may be for want of entries. */
  readonly onLostFont: () => void
  /** Whether what was read with these maps is what whole maps would give. */
  readonly sufficed: () => boolean
  /** The codes shown. */
  readonly shown: ReadonlySet<number>
}

interface DataRequest {
  readonly kind: string
  readonly filename: string
}

/** Reading a page again takes longer than it saves where there are more. */
const MANY_PAGES = 24

/** `entries`: the codes that maps from codes to glyphs are limited to; null for whole maps. */
export function createCharacterMaps(resources: PdfResources, entries: ReadonlySet<number> | null): CharacterMaps {
  const shown = new Set<number>()
  let limit = entries
  let limited = false
  let lostFont = false
  const fetch = async ({ kind, filename }: DataRequest): Promise<Uint8Array> => {
    if (kind !== 'cMapUrl') return resources.standardFont(filename)
    const whole = await resources.cMap(filename)
    if (limit === null) return whole
    limited = true
    const map = packedCMap(whole)
    return map === null ? whole : packOnly(map, limit)
  }
  return {
    Source: class {
      readonly fetch = fetch
    },
    onOpened: (pages) => {
      if (pages > MANY_PAGES) limit = null
    },
    onShown: (codes) => {
      if (limited) for (const code of codes) shown.add(code)
    },
    onLostFont: () => {
      lostFont = true
    },
    sufficed: () => limit === null || !limited || (!lostFont && [...shown].every((code) => limit?.has(code))),
    shown,
  }
}

const packedCMaps = new WeakMap<Uint8Array, PackedCMap | null>()

function packedCMap(bytes: Uint8Array): PackedCMap | null {
  const known = packedCMaps.get(bytes)
  if (known !== undefined) return known
  const read = readPackedCMap(bytes)
  packedCMaps.set(bytes, read)
  return read
}
