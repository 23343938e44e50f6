/**
 * Which encoding the names in an archive are in, where it does not say so: UTF-8, or the GB 18030 of Chinese Windows, or Big5. A short Chinese name may be
 * valid UTF-8 by chance (前缀 would be ǰ׺), and a single name tells too little to part GB 18030 from Big5: names without a mark are looked at together.
 */
import { decodeByName, isOrdinary } from './encoding.ts'
import type { ZipEntry } from './zip.ts'

export interface EntryName {
  readonly name: string
  /** True where the name may be another: no encoding gives it, or a guess was made that is seldom right. */
  readonly doubtful: boolean
}

/** From this share of common characters on the names are taken for GB 18030. */
const COMMON_SHARE = 0.5
/** What a name in Big5 is made of: ASCII, and the rows of its common characters. */
const COMMON_BIG5 = [0xa4, 0xc6] as const

/** In the order of the entries. */
export function entryNames(entries: readonly ZipEntry[]): EntryName[] {
  const unmarked = entries.filter((entry) => !entry.utf8 && isBeyondAscii(entry.nameBytes) && !isRightUtf8(entry.nameBytes))
  const big5 = unmarked.length > 0 && areBig5(unmarked.map(({ nameBytes }) => nameBytes))
  const others = new Set(unmarked)
  return entries.map((entry) => (others.has(entry) ? unmarkedName(entry, big5) : markedName(entry)))
}

function unmarkedName({ name, nameBytes }: ZipEntry, big5: boolean): EntryName {
  const decoded = decodeByName(nameBytes, big5 ? 'big5' : 'gb18030') ?? name
  return { name: decoded, doubtful: big5 || isLost(decoded) }
}

/** UTF-8 by mark or by look; GB 18030 where the mark says UTF-8 and the bytes do not. */
function markedName({ name, nameBytes }: ZipEntry): EntryName {
  if (!isLost(name)) return { name, doubtful: false }
  const chinese = decodeByName(nameBytes, 'gb18030')
  return chinese === null || isLost(chinese) ? { name, doubtful: true } : { name: chinese, doubtful: false }
}

/** Valid, and no less like Chinese than the same bytes in GB 18030. */
function isRightUtf8(bytes: Uint8Array): boolean {
  const text = decodeByName(bytes, 'utf-8') ?? ''
  return !isLost(text) && chineseShare(text) >= chineseShare(decodeByName(bytes, 'gb18030') ?? '')
}

function areBig5(names: readonly Uint8Array[]): boolean {
  const chinese = names.map((name) => decodeByName(name, 'gb18030') ?? '').join('')
  if (!isLost(chinese) && share(chinese, isOrdinary) >= COMMON_SHARE) return false
  return names.every((name) => isCommonBig5(name) && !isLost(decodeByName(name, 'big5') ?? '\ufffd'))
}

function isCommonBig5(name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at++) {
    const byte = name[at] ?? 0
    if (byte < 0x80) continue
    if (byte < COMMON_BIG5[0] || byte > COMMON_BIG5[1]) return false
    at++
  }
  return true
}

const chineseShare = (text: string): number => share(text, (unit) => isOrdinary(unit) || (unit >= 0x3400 && unit <= 0x9fff))

/** Of the characters beyond ASCII. */
function share(text: string, fits: (unit: number) => boolean): number {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).filter((unit) => unit > 0x7f)
  return units.length === 0 ? 1 : units.filter(fits).length / units.length
}

const isBeyondAscii = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 0x7f)
const isLost = (text: string): boolean => text.includes('\ufffd')
