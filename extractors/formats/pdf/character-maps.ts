/**
 * The predefined character maps (ISO 32000-1, 9.7.5.2) and standard fonts that pdfjs asks for.
 *
 * pdfjs builds a map anew for each document, 30,000 entries of which a report uses some hundred: most of the time that a short document takes. So a
 * document is given maps with the entries of the characters that documents before it used. If it shows others, it is read again with theirs too;
 * and if that was not enough, with whole maps. A document of many pages is given whole maps at once.
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

/** `entries`: the character codes that maps are limited to; null for whole maps. */
export function createCharacterMaps(resources: PdfResources, entries: ReadonlySet<number> | null): CharacterMaps {
  const shown = new Set<number>()
  /** Maps from codes to CIDs that were given, and the CIDs that maps from CIDs to Unicode were limited to. */
  const given: PackedCMap[] = []
  const cids = new Set<number>()
  let limit = entries
  let limited = false
  let lostFont = false

  /** The CIDs that a code may stand for; it may be a CID itself. */
  const addCids = (code: number): void => {
    cids.add(code)
    for (const map of given) cids.add(map.entries.get(code) ?? code)
  }
  const hasCids = (code: number): boolean => cids.has(code) && given.every((map) => cids.has(map.entries.get(code) ?? code))
  const limitTo = (map: PackedCMap, codes: ReadonlySet<number>): Uint8Array => {
    limited = true
    if (map.to === 'cid') {
      given.push(map)
      return packOnly(map, codes)
    }
    for (const code of codes) addCids(code)
    // pdfjs takes a map without entries for none.
    const [some] = map.entries.keys()
    return packOnly(map, some === undefined ? cids : new Set([some, ...cids]))
  }
  const fetch = async ({ kind, filename }: DataRequest): Promise<Uint8Array> => {
    if (kind !== 'cMapUrl') return resources.standardFont(filename)
    const whole = await resources.cMap(filename)
    const map = limit === null ? null : packedCMap(whole)
    return map === null || limit === null ? whole : limitTo(map, limit)
  }
  const has = (code: number): boolean => limit?.has(code) === true && (cids.size === 0 || hasCids(code))
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
    sufficed: () => limit === null || !limited || (!lostFont && [...shown].every(has)),
    shown,
  }
}

/** Codes that documents showed; no more than make a map dearer to build than they save. */
const MOST_CODES = 6000
const codesShown = new WeakMap<PdfResources, Set<number>>()

/** The codes to begin a document with: what is read does not depend on them, only how often it is. */
export const knownCodes = (resources: PdfResources): ReadonlySet<number> => codesShown.get(resources) ?? new Set()

/** The known codes and some more, from now on known. */
export function addKnownCodes(resources: PdfResources, codes: ReadonlySet<number>): ReadonlySet<number> {
  const known = knownCodes(resources)
  const together = known.size + codes.size > MOST_CODES ? new Set(codes) : new Set([...known, ...codes])
  codesShown.set(resources, together)
  return together
}

const packedCMaps = new WeakMap<Uint8Array, PackedCMap | null>()

function packedCMap(bytes: Uint8Array): PackedCMap | null {
  const known = packedCMaps.get(bytes)
  if (known !== undefined) return known
  const read = readPackedCMap(bytes)
  packedCMaps.set(bytes, read)
  return read
}
