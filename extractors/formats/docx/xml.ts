/**
 * One XML part of an Office Open XML file as a stream of elements under their usual names ("w:p", "mc:Choice"), whatever prefixes the writer
 * chose, and for the transitional and the strict namespaces alike. A damaged part is read up to its damage.
 *
 * What is plain (plain-xml.ts) is read at once, all else by saxes, which expands no entities but the five of XML itself, so that an entity bomb stays text; depth and
 * faults are bounded here.
 */
import { SaxesParser } from 'saxes'
import { LONGEST, readPlainXml, replay, type Steps } from '../plain-xml.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlVisitor {
  /** Answers "skip" to leave out the element and all that it holds; `close` is then not called for it. */
  open(name: string, attributes: Attributes): 'skip' | undefined
  text?(text: string): void
  close?(name: string): void
}

const DEEPEST = 1000
const MOST_FAULTS = 50
const STEP = 1 << 16
const USUAL_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

class Stop extends Error {}

/** Returns false when the part was damaged. */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): boolean {
  const steps = visited(visitor)
  const decoder = new TextDecoder(encodingOf(bytes))
  const plain = bytes.length > LONGEST ? null : readPlainXml(decoder.decode(bytes))
  if (plain === null) return parse(bytes, steps)
  replay(plain, steps)
  return true
}

/** Names are the usual ones, and what is skipped is not told. */
function visited(visitor: XmlVisitor): Steps {
  const rename = renamer()
  let depth = 0
  let skipped = 0
  return {
    open(name, attributes) {
      depth++
      if (skipped > 0) skipped++
      else if (visitor.open(rename.element(name, attributes), rename.attributes(attributes)) === 'skip') skipped = 1
      if (depth > DEEPEST) throw new Stop()
    },
    text(text) {
      if (skipped === 0) visitor.text?.(text)
    },
    close(name) {
      depth--
      if (skipped > 0) skipped--
      else visitor.close?.(rename.element(name, NO_ATTRIBUTES))
    },
  }
}

const NO_ATTRIBUTES: Attributes = {}

function parse(bytes: Uint8Array, { open, text, close }: Steps): boolean {
  const parser = new SaxesParser()
  let faults = 0
  parser.on('error', () => {
    faults++
    if (faults > MOST_FAULTS) throw new Stop()
  })
  parser.on('opentag', ({ name, attributes }) => open(name, attributes))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => close(name))
  try {
    feed(bytes, (chunk) => parser.write(chunk))
    parser.close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return false
  }
  return faults === 0
}

function feed(bytes: Uint8Array, write: (chunk: string) => void): void {
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += STEP) write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }))
  write(decoder.decode())
}

function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le'
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

interface Renamer {
  element(name: string, attributes: Attributes): string
  attributes(attributes: Attributes): Attributes
}

/** A prefix is looked up where it first occurs: declared there or, as nearly always, at the root. */
function renamer(): Renamer {
  const prefixes = new Map<string, string>()
  const names = new Map<string, string>()
  let usual = true
  const declare = (attributes: Attributes): void => {
    for (const key of Object.keys(attributes)) {
      if (!key.startsWith('xmlns')) continue
      const prefix = key.slice(6)
      const namespace = attributes[key] ?? ''
      const renamed = USUAL_PREFIXES[namespace] ?? (isUsual(prefix) ? `other-${prefix}` : prefix)
      prefixes.set(prefix, renamed)
      if (renamed !== prefix && prefix !== '') usual = false
    }
  }
  const translate = (name: string): string => {
    const colon = name.indexOf(':')
    const prefix = prefixes.get(colon < 0 ? '' : name.slice(0, colon))
    if (prefix === undefined || prefix === '') return name
    return `${prefix}:${name.slice(colon + 1)}`
  }
  return {
    element(name, attributes) {
      const known = names.get(name)
      if (known !== undefined) return known
      declare(attributes)
      const translated = translate(name)
      names.set(name, translated)
      return translated
    },
    attributes(attributes) {
      if (usual) return attributes
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.includes(':') ? translate(name) : name, value]))
    },
  }
}

function isUsual(prefix: string): boolean {
  return Object.values(USUAL_PREFIXES).includes(prefix)
}

/** A property that is on when it is named at all: <w:vanish/>, <w:vanish w:val="0"/>. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val']
  return value === undefined || !(value === '0' || value === 'false' || value === 'off' || value === 'none')
}

export function integer(text: string | undefined): number | null {
  const value = text === undefined || !/^\s?[+-]?\d{1,9}\s?$/u.test(text) ? Number.NaN : Number.parseInt(text, 10)
  return Number.isNaN(value) ? null : value
}
