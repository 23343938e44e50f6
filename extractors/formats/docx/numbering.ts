/**
 * Automatic numbering, counted as the reader sees it: 一、（一）1. stand nowhere in the text, Word counts them when it draws the page.
 *
 * Lists that share an abstract definition count on together; a start override begins anew where its list is first used; a level begins anew
 * after a higher one. Follows ECMA-376 part 1, 17.9, and Word where that is silent.
 */
import { isKnownFormat, listLabel } from '../list-label.ts'
import { bulletCharacter } from '../symbols.ts'
import type { Styles } from './styles.ts'
import { type Attributes, integer, isOn, walkXml } from './xml.ts'

export interface Numbering {
  /** The next label of a list; `linkedStyle` finds the level that a style is linked to. An empty label where the list shows none. */
  next(numId: number, level: number | null, linkedStyle: string | null): string
}

interface Level {
  start: number
  format: string
  text: string
  font: string
  legal: boolean
  linkedStyle: string | null
  /** Begins anew after a level with a lower number than this, 0 never; null after any higher level. */
  restart: number | null
}

interface AbstractList {
  readonly levels: Map<number, Level>
  numStyleLink: string | null
}

interface Override {
  start: number | null
  level: Level | null
}

interface List {
  abstractId: number
  readonly overrides: Map<number, Override>
}

interface Definitions {
  readonly abstracts: Map<number, AbstractList>
  readonly lists: Map<number, List>
}

const LEVELS = 9
const MOST_LINKS = 5

export const noNumbering: Numbering = { next: () => '' }

/**
 * `damaged` is called when the part is not well-formed; what was read is still used. `unread` is called for each label that holds a number in a format that
 * is not known. The answer begins a fresh count each time it is called.
 */
export function readNumbering(bytes: Uint8Array, styles: Styles, damaged: () => void, unread: () => void): () => Numbering {
  const definitions: Definitions = { abstracts: new Map(), lists: new Map() }
  if (!walkXml(bytes, definitionReader(definitions))) damaged()
  return () => counter(definitions, styles, unread)
}

function definitionReader({ abstracts, lists }: Definitions): { open(name: string, attributes: Attributes): 'skip' | undefined } {
  let abstract: AbstractList | null = null
  let list: List | null = null
  let override: Override | null = null
  let level: Level | null = null
  const openLevel = (attributes: Attributes): void => {
    const index = integer(attributes['w:ilvl'])
    level = { start: 0, format: 'decimal', text: '', font: '', legal: false, linkedStyle: null, restart: null }
    if (override !== null) override.level = level
    else if (abstract !== null && index !== null) abstract.levels.set(index, level)
  }
  const openers: Readonly<Record<string, (attributes: Attributes, value: string | undefined) => void>> = {
    'w:abstractNum': (attributes) => {
      abstract = { levels: new Map(), numStyleLink: null }
      abstracts.set(integer(attributes['w:abstractNumId']) ?? -1, abstract)
      list = null
      override = null
    },
    'w:num': (attributes) => {
      list = { abstractId: -1, overrides: new Map() }
      lists.set(integer(attributes['w:numId']) ?? -1, list)
      abstract = null
      override = null
    },
    'w:abstractNumId': (_, value) => {
      if (list !== null) list.abstractId = integer(value) ?? -1
    },
    'w:numStyleLink': (_, value) => {
      if (abstract !== null) abstract.numStyleLink = value ?? null
    },
    'w:lvlOverride': (attributes) => {
      override = { start: null, level: null }
      list?.overrides.set(integer(attributes['w:ilvl']) ?? -1, override)
    },
    'w:startOverride': (_, value) => {
      if (override !== null) override.start = integer(value)
    },
    'w:lvl': openLevel,
  }
  return {
    open(name, attributes) {
      if (name === 'mc:Choice') return 'skip'
      const opener = Object.hasOwn(openers, name) ? openers[name] : undefined
      if (opener !== undefined) opener(attributes, attributes['w:val'])
      else if (level !== null) describeLevel(level, name, attributes)
      return undefined
    },
  }
}

function describeLevel(level: Level, element: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (element === 'w:start') level.start = integer(value) ?? 0
  else if (element === 'w:numFmt') level.format = value ?? 'decimal'
  else if (element === 'w:lvlText') level.text = value ?? ''
  else if (element === 'w:isLgl') level.legal = isOn(attributes)
  else if (element === 'w:pStyle') level.linkedStyle = value ?? null
  else if (element === 'w:lvlRestart') level.restart = integer(value)
  else if (element === 'w:lvlPicBulletId') level.text = '•'
  else if (element === 'w:rFonts') level.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? ''
}

interface Count {
  /** The number last shown at each level; undefined where the level begins anew. */
  readonly shown: (number | undefined)[]
}

function counter(definitions: Definitions, styles: Styles, unread: () => void): Numbering {
  const counts = new Map<AbstractList, Count>()
  const begun = new Set<Override>()
  return {
    next(numId, statedLevel, linkedStyle) {
      const list = definitions.lists.get(numId)
      const abstract = list === undefined ? undefined : abstractOf(definitions, styles, list)
      if (list === undefined || abstract === undefined) return ''
      const index = Math.min(LEVELS - 1, linkedLevel(abstract, list, linkedStyle) ?? statedLevel ?? 0)
      const levelAt = (at: number): Level | undefined => list.overrides.get(at)?.level ?? abstract.levels.get(at)
      const level = levelAt(index)
      if (level === undefined) return ''
      const count = counts.get(abstract) ?? { shown: [] }
      counts.set(abstract, count)
      advance(count, index, level, list, begun)
      beginLowerLevels(count, index, levelAt)
      const numberAt = (at: number): Shown => ({
        level: levelAt(at),
        value: count.shown[at] ?? list.overrides.get(at)?.start ?? levelAt(at)?.start ?? 1,
      })
      return label(level, index, numberAt, unread)
    },
  }
}

/** An abstract list may stand for the one that a list style names. */
function abstractOf({ abstracts, lists }: Definitions, styles: Styles, list: List): AbstractList | undefined {
  let found = abstracts.get(list.abstractId)
  for (let links = 0; found?.numStyleLink != null && links < MOST_LINKS; links++) {
    const numbering = styles.find(found.numStyleLink).numbering
    const linked = numbering === null ? undefined : abstracts.get(lists.get(numbering.numId)?.abstractId ?? -1)
    if (linked === undefined) break
    found = linked
  }
  return found
}

function linkedLevel(abstract: AbstractList, list: List, style: string | null): number | null {
  if (style === null) return null
  for (let at = 0; at < LEVELS; at++) {
    if ((list.overrides.get(at)?.level ?? abstract.levels.get(at))?.linkedStyle === style) return at
  }
  return null
}

function advance(count: Count, index: number, level: Level, list: List, begun: Set<Override>): void {
  const override = list.overrides.get(index)
  const startsHere = override !== undefined && override.start !== null && !begun.has(override)
  if (override !== undefined) begun.add(override)
  const last = count.shown[index]
  count.shown[index] = startsHere || last === undefined ? (override?.start ?? level.start) : last + 1
}

function beginLowerLevels(count: Count, index: number, levelAt: (at: number) => Level | undefined): void {
  for (let at = index + 1; at < LEVELS; at++) {
    const restart = levelAt(at)?.restart ?? null
    if (restart === null || index < restart) count.shown[at] = undefined
  }
}

interface Shown {
  readonly level: Level | undefined
  readonly value: number
}

/** "%1.%2": a place for each level's number. The tab or blank that Word sets after it is left to whoever joins label and text. */
function label(level: Level, index: number, numberAt: (at: number) => Shown, unread: () => void): string {
  if (level.format === 'bullet') return bulletCharacter(level.font, level.text)
  return level.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      if (at > index) return ''
      const { level: shown, value } = numberAt(at)
      const format = shown?.format ?? 'decimal'
      const taken = level.legal && format !== 'bullet' && format !== 'none' ? 'decimal' : format
      if (!isKnownFormat(taken)) unread()
      return listLabel(value, taken)
    })
    .trim()
}
