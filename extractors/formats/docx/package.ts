/**
 * The parts of a .docx: which there are, how they refer to each other, and what could not be opened. Part names are compared without case.
 * Follows ECMA-376 part 2 (Open Packaging Conventions), for the transitional and the strict relationship types alike.
 */
import { rejection } from '../codes.ts'
import { type Limits, Rejection } from '../reading.ts'
import { openZip, type ZipEntries, type ZipEntry } from '../zip.ts'
import { integer, walkXml } from './xml.ts'

export interface Relationship {
  readonly id: string
  /** The last word of its type: "styles", "header", "image". */
  readonly type: string
  /** Name of the part in the package; null where it lies outside. */
  readonly part: string | null
}

export interface DocxPackage {
  readonly mainPart: string
  readonly relationships: readonly Relationship[]
  /** From docProps/app.xml, as the writing program last counted them. */
  readonly pages: number | null
  /** A part's bytes; null where there is none. Throws Rejection where it is damaged. */
  read(part: string): Uint8Array | null
}

const MAIN_PART = 'word/document.xml'

/** Throws Rejection: E_CORRUPT, E_TOO_LARGE, E_TOO_MANY_ENTRIES, E_ENCRYPTED. */
export function openPackage(bytes: Uint8Array, limits: Limits): DocxPackage {
  const zip = openZip(bytes, limits)
  const entries = new Map(zip.entries.map((entry) => [partKey(entry.name), entry]))
  const read = (part: string): Uint8Array | null => readPart(zip, entries, part)
  const stated = tryRelationships(read, '')?.find(({ type }) => type === 'officeDocument')?.part ?? MAIN_PART
  const mainPart = entries.has(partKey(stated)) ? stated : MAIN_PART
  if (!entries.has(partKey(mainPart))) throw rejection('E_CORRUPT')
  const relationships = tryRelationships(read, mainPart) ?? usualParts(entries)
  return { mainPart, relationships, pages: statedPages(read), read }
}

function readPart(zip: ZipEntries, entries: ReadonlyMap<string, ZipEntry>, part: string): Uint8Array | null {
  const entry = entries.get(partKey(part))
  return entry === undefined ? null : zip.read(entry)
}

function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase()
}

function tryRelationships(read: DocxPackage['read'], source: string): Relationship[] | null {
  const slash = source.lastIndexOf('/')
  const folder = source.slice(0, slash + 1)
  const bytes = optional(read, `${folder}_rels/${source.slice(slash + 1)}.rels`)
  if (bytes === null) return null
  const found: Relationship[] = []
  walkXml(bytes, {
    open(name, attributes) {
      if (!name.endsWith('Relationship')) return undefined
      const target = attributes['Target'] ?? ''
      found.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        part: attributes['TargetMode'] === 'External' ? null : resolve(folder, target),
      })
      return undefined
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** Without relationships the parts are taken by the names that every program gives them. */
function usualParts(entries: ReadonlyMap<string, ZipEntry>): Relationship[] {
  return ['styles', 'numbering', 'footnotes', 'endnotes', 'comments']
    .map((type) => ({ id: '', type, part: `word/${type}.xml` }))
    .filter(({ part }) => entries.has(part))
}

function statedPages(read: DocxPackage['read']): number | null {
  const bytes = optional(read, 'docProps/app.xml')
  if (bytes === null) return null
  let within = false
  let text = ''
  walkXml(bytes, {
    open(name) {
      within = name.endsWith('Pages')
      return undefined
    },
    text(piece) {
      if (within) text += piece
    },
    close() {
      within = false
    },
  })
  const pages = integer(text)
  return pages !== null && pages > 0 ? pages : null
}

function optional(read: DocxPackage['read'], part: string): Uint8Array | null {
  try {
    return read(part)
  } catch (error) {
    if (error instanceof Rejection && error.code === 'E_CORRUPT') return null
    throw error
  }
}
