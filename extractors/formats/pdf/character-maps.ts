/**
 * The predefined character maps (ISO 32000-1, 9.7.5.2) and standard fonts that pdfjs asks for, read from disk once.
 *
 * pdfjs builds a map anew for each document, 30,000 entries of which a report uses some hundred: most of the time that a short document takes. So a
 * document is given maps without entries first. If it asks for one, it is read again with the entries of the characters that it turned out to use;
 * and if those were not all, with whole maps. A document of many pages is given whole maps at once.
 */
import { readFile } from 'node:fs/promises'
import { type PackedCMap, packOnly, readPackedCMap } from './packed-cmap.ts'

export interface PdfResources {
  /** Directory of the predefined CMaps (`pdfjs-dist/cmaps`); without it Chinese text with GBK-EUC-H and the like is lost. */
  readonly cMapDirectory: string
  /** Directory of the standard fonts (`pdfjs-dist/standard_fonts`). */
  readonly standardFontDirectory: string
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
    if (kind !== 'cMapUrl') return content(resources.standardFontDirectory, filename)
    if (limit === null) return content(resources.cMapDirectory, filename)
    limited = true
    const map = await packedCMap(resources.cMapDirectory, filename)
    return map === null ? content(resources.cMapDirectory, filename) : packOnly(map, limit)
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

const contents = new Map<string, Promise<Uint8Array>>()

const content = (directory: string, name: string): Promise<Uint8Array> =>
  kept(contents, `${directory}${directory.endsWith('/') ? '' : '/'}${name}`, async (path) => new Uint8Array(await readFile(path)))

const maps = new Map<string, Promise<PackedCMap | null>>()

const packedCMap = (directory: string, name: string): Promise<PackedCMap | null> =>
  kept(maps, `${directory}/${name}`, async () => readPackedCMap(await content(directory, name)))

/** What was made under a key before, or made now. What fails is not kept. */
function kept<Made>(memory: Map<string, Promise<Made>>, key: string, make: (key: string) => Promise<Made>): Promise<Made> {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make(key)
  memory.set(key, made)
  made.catch(() => memory.delete(key))
  return made
}
