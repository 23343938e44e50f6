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

/** Characters of names, in ASCII: 1 where one may begin with it, 2 where it may only stand inside. */
const NAME = new Uint8Array(128)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') NAME[character.charCodeAt(0)] = 1
for (const character of '0123456789.-:') NAME[character.charCodeAt(0)] = 2

const [TAB, NEWLINE, SPACE, SLASH, EQUALS, GREATER] = [9, 10, 32, 47, 61, 62]
const [QUOTE, APOSTROPHE] = [34, 39]

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

  #opening(start: number): number {
    const xml = this.#xml
    let at = nameEnd(xml, start)
    if (at < 0 || (this.#open.length === 0 && this.#rooted) || this.#open.length >= DEEPEST) return -1
    const name = xml.slice(start, at)
    let attributes: Record<string, string> | null = null
    for (;;) {
      const blanksEnd = afterBlanks(xml, at)
      const code = xml.charCodeAt(blanksEnd)
      if (code === GREATER || (code === SLASH && xml.charCodeAt(blanksEnd + 1) === GREATER)) {
        this.#rooted = true
        this.#step(OPEN, name, attributes ?? NONE)
        if (code === GREATER) this.#open.push(name)
        else this.#step(CLOSE, name)
        return blanksEnd + (code === GREATER ? 1 : 2)
      }
      if (blanksEnd === at) return -1
      attributes ??= {}
      at = addAttribute(xml, blanksEnd, attributes)
      if (at < 0) return -1
    }
  }
}

/** Reads name="value" at a place and gives the place behind it; -1 for what is not plain, and for a name met before. */
function addAttribute(xml: string, start: number, attributes: Record<string, string>): number {
  const end = nameEnd(xml, start)
  if (end < 0 || xml.charCodeAt(end) !== EQUALS) return -1
  const quote = xml.charCodeAt(end + 1)
  if (quote !== QUOTE && quote !== APOSTROPHE) return -1
  const close = xml.indexOf(quote === QUOTE ? '"' : "'", end + 2)
  if (close < 0) return -1
  const name = xml.slice(start, end)
  const value = attributeValue(xml.slice(end + 2, close))
  if (value === null || attributes[name] !== undefined) return -1
  attributes[name] = value
  return close + 1
}

function attributeValue(written: string): string | null {
  if (written.includes('<')) return null
  return decoded(written.replaceAll(BREAK, ' '))
}

/** Where the name that begins at a place ends; -1 where none does. */
function nameEnd(xml: string, start: number): number {
  let at = start
  if (NAME[xml.charCodeAt(at)] !== 1) return -1
  do at++
  while ((NAME[xml.charCodeAt(at)] ?? 0) > 0)
  return at
}

function afterBlanks(xml: string, start: number): number {
  let at = start
  for (let code = xml.charCodeAt(at); code === SPACE || code === NEWLINE || code === TAB; code = xml.charCodeAt(at)) at++
  return at
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
