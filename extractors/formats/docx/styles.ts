/**
 * What a style says that matters to a reader of text: heading level, title, caption, numbering, hidden text. Inherited along "based on".
 *
 * Built-in styles bear English names in every language version of Word and WPS; some other programs write the Chinese ones.
 */
import type { Script } from '../scripts.ts'
import { scriptOf } from './run-properties.ts'
import { integer, isOn, walkXml } from './xml.ts'

export interface Style {
  /** 0 title, 1 first level …; null for body text. */
  readonly level: number | null
  readonly caption: boolean
  /** The numbering that the style brings; `definedBy` is the style that it was inherited from, to which a list level may be linked. */
  readonly numbering: { readonly numId: number; readonly level: number | null; readonly definedBy: string } | null
  readonly hidden: boolean
  readonly struck: boolean
  readonly script: Script | null
}

export interface Styles {
  /** undefined stands for the document's default paragraph style. */
  find(id: string | undefined): Style
}

interface StyleEntry {
  readonly id: string
  name: string
  basedOn: string | null
  outline: number | null
  numId: number | null
  numLevel: number | null
  hidden: boolean | null
  struck: boolean | null
  /** undefined where the style says nothing. */
  script: Script | null | undefined
}

const PLAIN: Style = { level: null, caption: false, numbering: null, hidden: false, struck: false, script: null }
const HEADING_NAME = /^(?:heading|标题)\s?([1-9])$/iu
const TITLE_NAME = /^(?:title|标题)$/iu
const CAPTION_NAME = /^(?:caption|题注)$/iu
const LONGEST_CHAIN = 50
const BODY_OUTLINE = 9

export const noStyles: Styles = { find: () => PLAIN }

/** `damaged` is called when the part is not well-formed; what was read is still used. */
export function readStyles(bytes: Uint8Array, damaged: () => void): Styles {
  const entries = new Map<string, StyleEntry>()
  let defaultId: string | null = null
  let entry: StyleEntry | null = null
  const wellFormed = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'w:style') {
        entry = newEntry(attributes['w:styleId'] ?? '')
        entries.set(entry.id, entry)
        if (attributes['w:type'] === 'paragraph' && attributes['w:default'] !== undefined && attributes['w:default'] !== '0')
          defaultId = entry.id
        return undefined
      }
      if (name === 'w:latentStyles' || name === 'w:docDefaults' || name === 'w:tblStylePr' || name.endsWith('PrChange')) return 'skip'
      if (entry !== null) describe(entry, name, attributes)
      return undefined
    },
    close(name) {
      if (name === 'w:style') entry = null
    },
  })
  if (!wellFormed) damaged()
  return resolver(entries, defaultId)
}

function newEntry(id: string): StyleEntry {
  return { id, name: '', basedOn: null, outline: null, numId: null, numLevel: null, hidden: null, struck: null, script: undefined }
}

function describe(entry: StyleEntry, element: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes['w:val']
  if (element === 'w:name') entry.name = value ?? ''
  else if (element === 'w:basedOn') entry.basedOn = value ?? null
  else if (element === 'w:outlineLvl') entry.outline = integer(value)
  else if (element === 'w:numId') entry.numId = integer(value)
  else if (element === 'w:ilvl') entry.numLevel = integer(value)
  else if (element === 'w:vanish') entry.hidden = isOn(attributes)
  else if (element === 'w:strike' || element === 'w:dstrike') entry.struck = isOn(attributes)
  else if (element === 'w:vertAlign') entry.script = scriptOf(value)
}

function resolver(entries: ReadonlyMap<string, StyleEntry>, defaultId: string | null): Styles {
  const known = new Map<string, Style>()
  return {
    find(id) {
      const wanted = id ?? defaultId
      if (wanted === null) return PLAIN
      const style = known.get(wanted) ?? inherit(chain(entries, wanted))
      known.set(wanted, style)
      return style
    },
  }
}

function chain(entries: ReadonlyMap<string, StyleEntry>, id: string): StyleEntry[] {
  const found: StyleEntry[] = []
  for (let at = entries.get(id); at !== undefined && !found.includes(at) && found.length < LONGEST_CHAIN; ) {
    found.push(at)
    at = at.basedOn === null ? undefined : entries.get(at.basedOn)
  }
  return found
}

function inherit(styles: readonly StyleEntry[]): Style {
  const numbered = styles.find(({ numId }) => numId !== null)
  return {
    level: styles.map(levelOf).find((level) => level !== undefined) ?? null,
    caption: styles.some(({ name }) => CAPTION_NAME.test(name)),
    numbering:
      numbered === undefined || numbered.numId === null
        ? null
        : { numId: numbered.numId, level: numbered.numLevel, definedBy: numbered.id },
    hidden: styles.find(({ hidden }) => hidden !== null)?.hidden ?? false,
    struck: styles.find(({ struck }) => struck !== null)?.struck ?? false,
    script: styles.find(({ script }) => script !== undefined)?.script ?? null,
  }
}

/** null: the style itself says that it is body text; undefined: it says nothing, the style below decides. */
function levelOf({ name, outline }: StyleEntry): number | null | undefined {
  if (TITLE_NAME.test(name)) return 0
  if (outline !== null) return outlineLevel(outline)
  const digit = HEADING_NAME.exec(name)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** The outline level of Word (0 is the first, 9 body text) as a heading's level. */
export function outlineLevel(outline: number): number | null {
  return outline >= 0 && outline < BODY_OUTLINE ? outline + 1 : null
}
