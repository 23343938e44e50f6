/**
 * Which format a file is in, by its content: offices rename .docx to .doc, save web pages as .xls, and send PDFs without a suffix. The name only tells
 * apart what looks the same inside (.txt and .md, .doc and .wps).
 *
 * A new format is one line in `formatOf` and, when it is a container, one in `zipKind` or `compoundKind`.
 */
import type { Format } from '../document.ts'
import { isCompoundFile, openCompoundFile } from './cfb.ts'
import { decodeText } from './encoding.ts'
import { defaultLimits, Rejection } from './reading.ts'
import { openZip } from './zip.ts'

/** What a file is, finer than its format where the advice to its sender differs. */
export type FileKind =
  | Exclude<Format, 'unknown'>
  | 'encrypted-office'
  | 'word-xml'
  | 'mhtml'
  | 'opendocument'
  | 'package'
  | 'xml'
  | 'rtf'
  | 'slides'
  | 'xlsb'
  | 'rar'
  | '7z'
  | 'compressed'
  | 'legacy-wps'
  | 'program'
  | 'empty'
  | 'unknown'

const HEAD = 4096
/** Bytes of the part of a package that says what its parts are. */
const LONGEST_TYPES = 1 << 20
/** Junk that a mail system or a scanner may set before a PDF. */
const PDF_LEAD = 1024
/** How near to the end of a container its directory's own end stands: behind it, a comment at most. */
const DIRECTORY_REACH = 22 + 0xffff

const FORMATS: ReadonlySet<string> = new Set([
  'docx',
  'doc',
  'wps',
  'pdf',
  'xlsx',
  'xls',
  'txt',
  'md',
  'csv',
  'html',
  'zip',
  'ofd',
  'image',
] satisfies readonly Format[])

export function detectFormat(bytes: Uint8Array, name: string): Format {
  const kind = detectKind(bytes, name)
  return isFormat(kind) ? kind : 'unknown'
}

const isFormat = (kind: string): kind is Format => FORMATS.has(kind)

export function detectKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return 'empty'
  const suffix = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return byMagic(bytes, suffix) ?? byText(bytes, suffix)
}

const MAGIC: readonly (readonly [FileKind, readonly number[], number?])[] = [
  ['rtf', ascii('{\\rtf')],
  ['rar', ascii('Rar!\u001a\u0007')],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['compressed', [0x1f, 0x8b]],
  ['compressed', ascii('BZh')],
  ['compressed', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['compressed', ascii('ustar'), 257],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', ascii('GIF8')],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', ascii('WEBP'), 8],
  ['image', ascii('ftypheic'), 4],
  ['image', ascii('ftypmif1'), 4],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
]

function byMagic(bytes: Uint8Array, suffix: string): FileKind | null {
  if (startsWith(bytes, [0x50, 0x4b]) && [3, 5, 7].includes(bytes[2] ?? 0)) return containerKind(bytes, zipNames(bytes))
  if (isCompoundFile(bytes)) return compoundKind(bytes, suffix)
  const lead = latin1(bytes.subarray(0, PDF_LEAD))
  if (lead.includes('%PDF-')) return 'pdf'
  const known = MAGIC.find(([, magic, at]) => startsWith(bytes, magic, at))
  if (known) return known[0]
  if (lead.startsWith('BM') && bytes.length > 26 && [12, 40, 108, 124].includes(bytes[14] ?? 0)) return 'image'
  if (lead.startsWith('MZ') && lead.includes('PE\0\0')) return 'program'
  const packed = isDirectoryBehind(bytes) ? listedNames(bytes) : null
  return packed === null || packed.length === 0 ? null : containerKind(bytes, packed)
}

/** A container may stand behind other bytes, which a mail system or a download has put before it: its directory stands at the end. */
const isDirectoryBehind = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-DIRECTORY_REACH).includes('PK\u0005\u0006', 0, 'latin1')

/** By the names of its parts; where these are unusual, by what the package says its parts are. */
function containerKind(bytes: Uint8Array, names: readonly string[]): FileKind {
  const kind = zipKind(names)
  return kind === 'package' ? (statedKind(bytes) ?? kind) : kind
}

const STATED: readonly (readonly [FileKind, RegExp])[] = [
  ['docx', /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.\w{1,20}\.macroEnabled(?:Template)?\.main\+xml/iu],
  ['xlsx', /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.\w{1,20}\.macroEnabled\.main\+xml/iu],
  ['slides', /presentationml\.\w{1,20}\.main\+xml/iu],
]

function statedKind(bytes: Uint8Array): FileKind | null {
  try {
    const zip = openZip(bytes, { ...defaultLimits, archiveEntries: 100_000 })
    const entry = zip.entries.find(({ name, size }) => /^[/\\]?\[content_types\]\.xml$/iu.test(name) && size <= LONGEST_TYPES)
    const types = entry === undefined ? '' : new TextDecoder().decode(zip.read(entry))
    return STATED.find(([, pattern]) => pattern.test(types))?.[0] ?? null
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return null
  }
}

/** By the names of its entries, parted by slashes of either kind. */
function zipKind(entries: readonly string[]): FileKind {
  const names = entries.map((name) => name.replaceAll('\\', '/').replace(/^\//u, ''))
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^ofd\.xml$/iu)) return 'ofd'
  if (has(/^word\/(?:document|document\d{1,4})\.xml$/iu)) return 'docx'
  if (has(/^xl\/workbook\.bin$/iu)) return 'xlsb'
  if (has(/^xl\/(?:workbook\.xml|worksheets\/)/iu)) return 'xlsx'
  if (has(/^ppt\/(?:presentation\.xml|slides\/)/iu)) return 'slides'
  if (has(/^\[content_types\]\.xml$/iu)) return has(/^word\//iu) ? 'docx' : has(/^xl\//iu) ? 'xlsx' : 'package'
  if (has(/^mimetype$/u) && has(/^META-INF\//u)) return has(/^content\.xml$/u) ? 'opendocument' : 'package'
  return 'zip'
}

/** Of a container without a readable directory, the names that stand in the entries' own headers. */
const zipNames = (bytes: Uint8Array): readonly string[] => listedNames(bytes) ?? localNames(bytes)

/** Of a container with a readable directory, the names that stand in it. */
function listedNames(bytes: Uint8Array): readonly string[] | null {
  try {
    return openZip(bytes, { ...defaultLimits, archiveEntries: 100_000, inflatedBytes: Number.MAX_SAFE_INTEGER }).entries.map(
      ({ name }) => name,
    )
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return null
  }
}

function localNames(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (
    let at = buffer.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0 && names.length < 1000;
    at = buffer.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  )
    if (at + 30 <= buffer.length) names.push(buffer.toString('utf8', at + 30, at + 30 + buffer.readUInt16LE(at + 26)))
  return names
}

function compoundKind(bytes: Uint8Array, suffix: string): FileKind {
  const names = openCompoundFile(bytes)?.names ?? []
  const has = (name: string): boolean => names.includes(name)
  if (has('EncryptedPackage')) return 'encrypted-office'
  if (has('WordDocument')) return suffix === 'wps' ? 'wps' : 'doc'
  if (has('Workbook') || has('Book')) return 'xls'
  if (has('PowerPoint Document')) return 'slides'
  if (has('CONTENTS') || has('MatOST')) return 'legacy-wps'
  if (names.length > 0) return 'unknown'
  return suffix === 'xls' || suffix === 'et' ? 'xls' : suffix === 'wps' ? 'wps' : 'doc'
}

function byText(bytes: Uint8Array, suffix: string): FileKind {
  const head = decodeText(bytes.subarray(0, HEAD))?.text.trimStart()
  if (head === undefined) return isOldSpreadsheet(bytes) ? 'xls' : 'unknown'
  const start = head.toLowerCase()
  if (start.startsWith('<?xml') || start.startsWith('<?mso-application')) {
    if (start.includes('schemas-microsoft-com:office:spreadsheet')) return 'xls'
    if (start.includes('office/word/2003/wordml') || start.includes('/2006/xmlpackage')) return 'word-xml'
  }
  if (/^mime-version:|^from: .{0,200}\r?\n|^content-type: multipart/u.test(start) && start.includes('multipart/related')) return 'mhtml'
  if (isHtml(start, suffix)) return 'html'
  if (start.startsWith('<?xml')) return start.includes('urn:oasis:names:tc:opendocument') ? 'opendocument' : 'xml'
  if (suffix === 'md' || suffix === 'markdown') return 'md'
  if (suffix === 'csv' || suffix === 'tsv' || ((suffix === 'xls' || suffix === 'xlsx') && start.includes('\t'))) return 'csv'
  return 'txt'
}

const isHtml = (start: string, suffix: string): boolean =>
  /^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body|table|meta|div|p|h[1-6]|style|script|span|center|font)[\s>]/u.test(
    start,
  ) ||
  ((suffix === 'html' || suffix === 'htm') && /<[a-z][a-z0-9]{0,10}[\s>]/u.test(start)) ||
  /<html[\s>]/u.test(start.slice(0, 1000))

/** A BIFF stream of Excel 2 to 4, which stands without a container. */
const isOldSpreadsheet = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? 255) && bytes[3] === 0 && (bytes[2] ?? 0) <= 8

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte)
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
