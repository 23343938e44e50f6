/**
 * Bytes to text: byte order marks, then UTF-8 if the bytes are valid UTF-8, then whichever of GB18030, UTF-16 and Big5 gives the most
 * ordinary text. Bytes that no encoding turns into ordinary text are not a text file.
 *
 * Ordinary is what Chinese office text is made of: ASCII, Chinese punctuation, full-width forms, ①②③, and the 3,755 characters of GB 2312 level 1.
 */
import jschardet from 'jschardet'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** Places where text is lost: characters that the encoding could not give (shown as U+FFFD), and stretches of noughts. */
  readonly replaced: number
}

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5'

/** Characters looked at to tell encodings apart. */
const SAMPLE = 16_384
/** Below this share of ordinary characters the bytes are no text. */
const ORDINARY_SHARE = 0.7
/** Two encodings nearer than this are told apart by jschardet. */
const TIE = 0.08
const ARBITER_SAMPLE = 400
/** Bytes of a text so short that a rare name in it outweighs the ordinary characters. */
const SHORT = 48
/** Bytes of the mark of UTF-8. */
const MARK_LENGTH = 3
/** What the encoding could not give, and stretches that a disk or a transfer has left empty. */
export const LOST = /\ufffd|\0+/u

export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = byteOrderMark(bytes)
  if (marked === 'utf-8' && !isUtf8(bytes) && isChinese(bytes.subarray(MARK_LENGTH)))
    return decodeAs(bytes.subarray(MARK_LENGTH), 'gb18030')
  if (marked) return decodeAs(bytes, marked)
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  const encoding = guess(bytes.subarray(0, SAMPLE)) ?? (bytes.length <= SHORT && isChinese(bytes) ? 'gb18030' : null)
  return encoding && decodeAs(bytes, encoding)
}

/** Nothing but printable GB 18030, outside the private use area: enough to tell a few rare characters, or text under a false mark. */
function isChinese(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return ordinaryShare(text.slice(0, SAMPLE), isPrintable) === 1 && !/\p{Co}/u.test(text)
  } catch {
    return false
  }
}

/** Decodes by the name of an encoding that the file itself states (<meta charset>); null when the name is unknown. */
export function decodeByName(bytes: Uint8Array, label: string): string | null {
  const name = /^gb(?:2312|k|18030)?$/iu.test(label.trim()) ? 'gb18030' : label.trim()
  try {
    return new TextDecoder(name).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, replaced: text.split(LOST).length - 1 }
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ordinaryShare(text.slice(0, SAMPLE), isPrintable) > 0.95
  } catch {
    return false
  }
}

function guess(sample: Uint8Array): Encoding | null {
  const candidates: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5']
  const scored = candidates
    .map((encoding) => ({
      encoding,
      share: ordinaryShare(new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1)), isOrdinary),
    }))
    .filter(({ share }) => share >= ORDINARY_SHARE)
    .sort((a, b) => b.share - a.share)
  const [first, second] = scored
  if (!first) return null
  if (!second || first.share - second.share > TIE) return first.encoding
  const named = arbiter(sample)
  return scored.find(({ encoding, share }) => encoding === named && first.share - share <= TIE)?.encoding ?? first.encoding
}

function arbiter(sample: Uint8Array): Encoding | null {
  const detected = jschardet.detect(Buffer.from(sample.subarray(0, ARBITER_SAMPLE))).encoding?.toLowerCase() ?? ''
  if (/^gb/u.test(detected)) return 'gb18030'
  return (['utf-8', 'utf-16le', 'utf-16be', 'big5'] as const).find((encoding) => encoding === detected) ?? null
}

function ordinaryShare(text: string, ordinary: (unit: number) => boolean): number {
  if (text.length === 0) return 0
  let count = 0
  for (let at = 0; at < text.length; at++) if (ordinary(text.charCodeAt(at))) count++
  return count / text.length
}

const isPrintable = (unit: number): boolean => unit > 31 || (unit >= 9 && unit <= 13)

/** What Chinese office text is made of. */
export const isOrdinary = (unit: number): boolean =>
  (unit >= 32 && unit < 127) ||
  (unit >= 9 && unit <= 13) ||
  LEVEL_ONE.has(unit) ||
  (unit >= 0x3000 && unit <= 0x3017) ||
  (unit >= 0xff01 && unit <= 0xff5e) ||
  (unit >= 0x2010 && unit <= 0x2030) ||
  (unit >= 0x2460 && unit <= 0x2473) ||
  unit === 0xa0 ||
  unit === 0xb7 ||
  unit === 0x2103

/** GB 2312 level 1, read off the decoder itself: rows 16 to 55. */
const LEVEL_ONE: ReadonlySet<number> = levelOne()

function levelOne(): ReadonlySet<number> {
  const bytes: number[] = []
  for (let high = 0xb0; high <= 0xd7; high++) for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) bytes.push(high, low)
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
  return new Set(Array.from(text, (character) => character.charCodeAt(0)))
}
