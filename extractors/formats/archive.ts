/**
 * Archives of submissions: .zip within .zip, with names as Windows, WPS and macOS write them (GBK without a mark, UTF-8 with one).
 *
 * One entry that cannot be read never stops the others: it becomes a file without bytes and a reason. Depth, number and total size are bounded over
 * all levels together, so that neither nesting nor overlapping entries multiply.
 */
import type { Notice } from '../document.ts'
import { notice, rejection, tooManyBytes, tooMuchInflated } from './codes.ts'
import { detectKind } from './detect.ts'
import { entryNames } from './entry-names.ts'
import { type Limits, Rejection } from './reading.ts'
import { openZip, type ZipEntries, type ZipEntry } from './zip.ts'

interface ArchivedFile {
  /** Path inside the archive, "/" between parts; within a nested archive "内层.zip!/报告.docx". Shown, never used as a path on disk. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** An entry that gives no file: `code` says why it was rejected; null for the system's own files, which are ignored. */
interface UnreadEntry {
  readonly path: string
  readonly code: Rejection['code'] | null
  readonly message: string
}

export interface Archive {
  readonly files: readonly ArchivedFile[]
  /** The archives within it that were opened. */
  readonly archives: readonly ArchivedFile[]
  readonly unread: readonly UnreadEntry[]
  readonly notices: readonly Notice[]
}

interface Budget {
  entries: number
  bytes: number
}

interface Listing {
  readonly files: ArchivedFile[]
  readonly archives: ArchivedFile[]
  readonly unread: UnreadEntry[]
  readonly notices: Notice[]
}

/** Throws Rejection when the archive itself cannot be read, holds too many entries, or is no .zip. */
export function listArchive(bytes: Uint8Array, limits: Limits): Archive {
  const listing: Listing = { files: [], archives: [], unread: [], notices: [] }
  const budget: Budget = { entries: limits.archiveEntries, bytes: limits.inflatedBytes }
  list(bytes, '', 1, limits, budget, listing)
  return listing
}

function list(bytes: Uint8Array, prefix: string, depth: number, limits: Limits, budget: Budget, listing: Listing): void {
  const zip = openZip(bytes, { ...limits, archiveEntries: budget.entries, inflatedBytes: budget.bytes })
  const names = entryNames(zip.entries)
  if (names.every(({ name }) => isFolder(name))) throw rejection('E_EMPTY', '压缩包中没有文件，请检查后重新打包提交')
  budget.entries -= zip.entries.length
  const taken = new Set<string>()
  for (const [index, entry] of zip.entries.entries()) {
    const { name: written, doubtful } = names[index] ?? { name: entry.name, doubtful: true }
    if (isFolder(written)) continue
    const path = prefix + unique(safePath(written), taken)
    if (doubtful) listing.notices.push(notice('W_ENTRY_NAME', path))
    if (isUnsafe(written)) listing.notices.push(notice('W_ENTRY_PATH', path))
    if (isSystemFile(path)) {
      const { message } = notice('W_ENTRY_IGNORED')
      listing.unread.push({ path, code: null, message })
      continue
    }
    guarded(path, listing, () => addEntry(zip, entry, path, depth, limits, budget, listing))
  }
}

function addEntry(zip: ZipEntries, entry: ZipEntry, path: string, depth: number, limits: Limits, budget: Budget, listing: Listing): void {
  if (entry.size > limits.fileBytes) throw tooManyBytes(entry.size, limits)
  if (entry.size > budget.bytes) throw tooMuchInflated()
  const bytes = zip.read(entry)
  budget.bytes -= bytes.length
  if (detectKind(bytes, path) !== 'zip') {
    listing.files.push({ path, bytes })
    return
  }
  if (depth >= limits.archiveDepth) throw rejection('E_ARCHIVE_TOO_DEEP')
  list(bytes, `${path}!/`, depth + 1, limits, budget, listing)
  listing.archives.push({ path, bytes })
}

function guarded(path: string, listing: Listing, read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    listing.unread.push({ path, code: error.code, message: error.message })
  }
}

const isFolder = (name: string): boolean => /[/\\]$/u.test(name)

/** Windows and absolute paths made relative, steps upwards dropped, control characters replaced. */
function safePath(written: string): string {
  const parts = written
    .replace(/\p{Cc}/gu, '_')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/u.test(part))
  return parts.length === 0 ? '_' : parts.join('/')
}

const isUnsafe = (written: string): boolean => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\p{Cc}/u.test(written)

/** Two entries of one name are both kept: "报告.docx", "报告(2).docx". */
function unique(path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length
  let candidate = path
  for (let number = 2; taken.has(candidate); number++) candidate = `${path.slice(0, dot)}(${number})${path.slice(dot)}`
  taken.add(candidate)
  return candidate
}

/** What macOS, Windows and Office leave beside the files. */
function isSystemFile(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  return parts.includes('__MACOSX') || /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\._.*|\.~.*)$/iu.test(name)
}
