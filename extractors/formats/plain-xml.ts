/**
 * XML as office programs write it, read in one go: one element in another, attributes in quotes, the five entities of XML and numbered characters.
 *
 * Everything else (a document type, comments, CDATA, names beyond ASCII, whatever is not well-formed) is not judged here: `null` leaves it to a whole parser, which
 * then reads the part from its beginning. What is read here, such a parser reads alike.
 */

/** One part as the steps through it, in the order of the text. */
export interface PlainXml {
  readonly kinds: readonly (typeof OPEN | typeof CLOSE | typeof TEXT)[]
  /** The element's name, or the text. */
  readonly words: readonly string[]
  /** Those of an element that opens; empty for every other step. */
  readonly attributes: readonly Readonly<Record<string, string>>[]
}

const OPEN = 0
const CLOSE = 1
const TEXT = 2

/** What a part's steps are told to, names as they are written. */
export interface Steps {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** In bytes; what is longer is better read piece by piece. */
export const LONGEST = 1 << 22
const DEEPEST = 200
const NONE: Readonly<Record<string, string>> = Object.freeze({})
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][A-Za-z0-9._-]{0,40}"|'[A-Za-z][A-Za-z0-9._-]{0,40}'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const BLANK = /^[ \t\n]*$/
const BREAK = /[\t\n]/g
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const NAME = '[A-Za-z_][A-Za-z0-9_.:-]*'
const VALUE = `"[^"<]*"|'[^'<]*'`
const TAG = new RegExp(`^(${NAME})((?:[ \\t\\n]+${NAME}=(?:${VALUE}))*)[ \\t\\n]*(/?)$`)
const ATTRIBUTE = new RegExp(`(${NAME})=(${VALUE})`, 'g')
const SLASH = 47

/** null for what is not as described above. */
export function readPlainXml(written: string): PlainXml | null {
  if (FORBIDDEN.test(written)) return null
  const xml = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written
  const reader = new Reader(xml)
  return reader.read() ? reader : null
}

export function replay({ kinds, words, attributes }: PlainXml, { open, text, close }: Steps): void {
  for (let at = 0; at < kinds.length; at++) {
    const word = words[at] as string
    if (kinds[at] === OPEN) open(word, attributes[at] ?? NONE)
    else if (kinds[at] === CLOSE) close(word)
    else text(word)
  }
}

class Reader implements PlainXml {
  readonly kinds: (typeof OPEN | typeof CLOSE | typeof TEXT)[] = []
  readonly words: string[] = []
  readonly attributes: Readonly<Record<string, string>>[] = []
  readonly #xml: string
  readonly #tags = new Map<string, Tag>()
  readonly #open: string[] = []
  #rooted = false

  constructor(xml: string) {
    this.#xml = xml
  }

  read(): boolean {
    const xml = this.#xml
    let at = DECLARATION.exec(xml)?.[0].length ?? 0
    if (at === 0 && !xml.startsWith('<')) return false
    for (let next = xml.indexOf('<', at); next >= 0; next = xml.indexOf('<', at)) {
      if (next > at && !this.#text(at, next)) return false
      at = xml.charCodeAt(next + 1) === SLASH ? this.#closing(next + 2) : this.#opening(next + 1)
      if (at < 0) return false
    }
    return this.#rooted && this.#open.length === 0 && (at === xml.length || this.#text(at, xml.length))
  }

  #step(kind: typeof OPEN | typeof CLOSE | typeof TEXT, word: string, attributes = NONE): void {
    this.kinds.push(kind)
    this.words.push(word)
    this.attributes.push(attributes)
  }

  #text(start: number, end: number): boolean {
    const written = this.#xml.slice(start, end)
    if (this.#open.length === 0 ? !BLANK.test(written) : written.includes(']]>')) return false
    const text = decoded(written)
    if (text === null) return false
    this.#step(TEXT, text)
    return true
  }

  /** The place behind the tag; -1 for what is not plain. */
  #closing(at: number): number {
    const end = this.#xml.indexOf('>', at)
    const name = this.#open.pop()
    if (name === undefined || end - at !== name.length || !this.#xml.startsWith(name, at)) return -1
    this.#step(CLOSE, name)
    return end + 1
  }

  /** Office programs write few different tags, and each many times: what one says is read once. */
  #opening(start: number): number {
    const end = this.#xml.indexOf('>', start)
    if (end < 0) return -1
    const written = this.#xml.slice(start, end)
    const tag = this.#tags.get(written) ?? readTag(written)
    if (tag === null || (this.#open.length === 0 && this.#rooted) || this.#open.length >= DEEPEST) return -1
    this.#tags.set(written, tag)
    this.#rooted = true
    this.#step(OPEN, tag.name, tag.attributes)
    if (tag.closes) this.#step(CLOSE, tag.name)
    else this.#open.push(tag.name)
    return end + 1
  }
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly closes: boolean
}

/** What stands between < and >; null for what is not plain, as where > stands in a value. */
function readTag(written: string): Tag | null {
  const [, name = '', inner = '', slash] = TAG.exec(written) ?? []
  if (name === '') return null
  const attributes: Record<string, string> = {}
  for (const [, key = '', quoted = ''] of inner.matchAll(ATTRIBUTE)) {
    const value = decoded(quoted.slice(1, -1).replaceAll(BREAK, ' '))
    // Also for names that every object has: none of them is an office program's.
    if (value === null || attributes[key] !== undefined) return null
    attributes[key] = value
  }
  return { name, attributes, closes: slash === '/' }
}

/** Text with its entities resolved; null where it names another, or a character that is none. */
function decoded(text: string): string | null {
  if (!text.includes('&')) return text
  let known = 0
  const plain = text.replaceAll(ENTITY, (_, name: string | undefined, decimal: string | undefined, hexadecimal: string | undefined) => {
    const character = name === undefined ? numbered(decimal, hexadecimal) : (ENTITIES[name] ?? null)
    if (character !== null) known++
    return character ?? ''
  })
  return known === text.split('&').length - 1 ? plain : null
}

function numbered(decimal: string | undefined, hexadecimal: string | undefined): string | null {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isCharacter = (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(code) : null
}
