/**
 * The parts of an .xlsx that hold for all its sheets: their order, names and states (ECMA-376 part 1, 18.2), the shared strings (18.4) and the
 * number format of each cell style (18.8).
 */
import { isOff, richText } from './rich-text.ts'
import { attribute, walkXml } from './xml.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly date1904: boolean
}

export interface Relation {
  readonly id: string
  /** The last word of the relation's type: worksheet, drawing, comments … */
  readonly type: string
  readonly target: string
}

export function readWorkbook(bytes: Uint8Array): Workbook {
  const sheets: SheetEntry[] = []
  let date1904 = false
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isOn(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const state = attribute(attributes, 'state') ?? 'visible'
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden: state !== 'visible', relation: attribute(attributes, 'id') ?? '' })
    },
  })
  return { sheets, date1904 }
}

/** Relations of a part, their targets as paths from the archive's root. `part` is the path of the part that they belong to. */
export function readRelations(bytes: Uint8Array, part: string): readonly Relation[] {
  const relations: Relation[] = []
  walkXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributes['Target'] ?? ''
      if (attributes['TargetMode'] !== 'External')
        relations.push({
          id: attributes['Id'] ?? '',
          type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
          target: resolve(part, target),
        })
    },
  })
  return relations
}

/** Each shared string's text: runs joined, phonetic readings left out. */
export function readSharedStrings(bytes: Uint8Array): { readonly strings: readonly string[]; readonly struck: number } {
  const strings: string[] = []
  let text = ''
  const runs = richText()
  walkXml(bytes, {
    open(name, attributes, path) {
      runs.open(name, attributes, path)
      if (name === 'si') text = ''
    },
    text(chunk, path) {
      if (isShown(path)) text += runs.seen(chunk)
    },
    close(name) {
      if (name === 'si') strings.push(unescapeCharacters(text))
    },
  })
  return { strings, struck: runs.struck() }
}

/** Within a string item or an inline string, what the cell shows. */
export const isShown = (path: readonly string[]): boolean => path.at(-1) === 't' && !path.includes('rPh')

/** Characters that XML cannot hold are written _x000D_. */
export const unescapeCharacters = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll('\r\n', '\n')

/** The number format of each cell style: its code, or the number of a built-in format. */
export function readNumberFormats(bytes: Uint8Array): readonly (string | number)[] {
  const codes = new Map<number, string>()
  const formats: (string | number)[] = []
  walkXml(bytes, {
    open(name, attributes, path) {
      if (name === 'numFmt' && path.at(-2) === 'numFmts') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'xf' && path.at(-2) === 'cellXfs') {
        const id = Number(attributes['numFmtId'] ?? 0)
        formats.push(codes.get(id) ?? id)
      }
    },
  })
  return formats
}

/** The cell styles whose font is struck through. */
export function readStruckStyles(bytes: Uint8Array): ReadonlySet<number> {
  const fonts: boolean[] = []
  const struck = new Set<number>()
  let styles = 0
  walkXml(bytes, {
    open(name, attributes, path) {
      if (name === 'font' && path.at(-2) === 'fonts') fonts.push(false)
      if (name === 'strike' && path.at(-2) === 'font' && path.at(-3) === 'fonts') fonts[fonts.length - 1] = !isOff(attributes['val'])
      if (name !== 'xf' || path.at(-2) !== 'cellXfs') return
      if (fonts[Number(attributes['fontId'] ?? 0)] === true) struck.add(styles)
      styles++
    },
  })
  return struck
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

function resolve(part: string, target: string): string {
  const parts = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}
