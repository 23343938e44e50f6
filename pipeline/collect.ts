/**
 * The files of a submission folder, one after another: those to be processed with their bytes, the others with the record of why not.
 *
 * Archives are opened and each inner file is an input of its own (`包.zip!/内.docx`). Bytes are handed over one file at a time (a few small files are
 * read ahead), so that memory does not grow with the folder.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readlink, stat } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Format } from '../extractors/document.ts'
import { type Archive, listArchive } from '../extractors/formats/archive.ts'
import { tooManyBytes } from '../extractors/formats/codes.ts'
import { detectFormat } from '../extractors/formats/detect.ts'
import { type Limits, Rejection } from '../extractors/formats/reading.ts'
import type { Identifier } from '../extractors/identity/identity.ts'
import type { DocumentRecord } from '../reports/contract/records.ts'
import { archiveRecord, emptySha256, formatBySuffix, ignoredRecord, rejectedRecord, type SourceFile } from './document-record.ts'
import { readAhead } from './read-ahead.ts'
import type { DocumentInput } from './reading-kit.ts'
import { receiptNames } from './receipts.ts'
import type { FoundFile } from './walk.ts'

/** A file to be processed, or one whose fate is settled. */
export type Collected = { readonly input: DocumentInput; readonly format: Format } | { readonly record: DocumentRecord }

export interface CollectOptions {
  readonly limits: Limits
  /** Tells county and period of files that cannot be read, by their path. */
  readonly identify: Identifier
}

/** Files that belong to the run itself and are no submissions: the gold of an evaluation, the register of receipt. */
export const isSubmission = ({ file }: FoundFile): boolean => posix.basename(file) !== 'gold.json' && !receiptNames.includes(file)

/** 包.zip!/内.docx */
export const isInArchive = (file: string): boolean => file.includes('!/')

export async function* collect(files: readonly FoundFile[], options: CollectOptions): AsyncGenerator<Collected> {
  for await (const { item, ready } of readAhead(files, (found) => open(found, options.limits))) {
    if ('bytes' in ready) yield* contents(item.file, ready.bytes, options)
    else if ('refusal' in ready) yield { record: rejectedRecord(ready.source, formatBySuffix(item.file), ready.refusal, options.identify) }
    else yield { record: ignoredRecord(ready.source, ready.ignored) }
  }
}

type Opened =
  | { readonly bytes: Uint8Array }
  | { readonly source: SourceFile; readonly refusal: { readonly code: string; readonly message: string } }
  | { readonly source: SourceFile; readonly ignored: string }

async function open({ file, path, type }: FoundFile, limits: Limits): Promise<Opened> {
  try {
    if (type === 'link')
      return { source: sourceOf(file, await readlink(path, 'buffer')), ignored: '快捷方式（符号链接），未跟随；请提交文件本身' }
    if (type === 'other') return { source: { file, sha256: emptySha256, bytes: 0 }, ignored: '不是普通文件，已忽略' }
    const { size } = await stat(path)
    if (isSystemFile(file)) return { source: await hashed(file, path, size), ignored: '系统文件或临时文件，已忽略' }
    if (size > limits.fileBytes) {
      const { code, message } = tooManyBytes(size, limits)
      return { source: await hashed(file, path, size), refusal: { code, message } }
    }
    return { bytes: await readFile(path) }
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
    const message = denied ? '没有读取权限，请检查文件权限后重新运行' : '文件在读取时出错或已被移走，请检查后重新运行'
    return { source: { file, sha256: emptySha256, bytes: 0 }, refusal: { code: 'E_UNREADABLE', message } }
  }
}

function* contents(file: string, bytes: Uint8Array, options: CollectOptions): Generator<Collected> {
  const source = sourceOf(file, bytes)
  const format = detectFormat(bytes, file)
  if (format !== 'zip') {
    yield { input: { file, sha256: source.sha256, bytes }, format }
    return
  }
  const archive = openArchive(bytes, options.limits)
  if (archive instanceof Rejection) {
    yield { record: rejectedRecord(source, 'zip', { code: archive.code, message: archive.message }, options.identify) }
    return
  }
  yield { record: archiveRecord(source, archive.notices) }
  yield* innerFiles(file, archive, options)
}

function* innerFiles(file: string, { files, archives, unread }: Archive, { identify }: CollectOptions): Generator<Collected> {
  for (const { path, code, message } of unread) {
    const source = { file: `${file}!/${path}`, sha256: emptySha256, bytes: 0 }
    if (code === null) yield { record: ignoredRecord(source, message) }
    else yield { record: rejectedRecord(source, formatBySuffix(path), { code, message }, identify) }
  }
  for (const { path, bytes } of archives) yield { record: archiveRecord(sourceOf(`${file}!/${path}`, bytes), []) }
  for (const { path, bytes } of files) {
    const source = sourceOf(`${file}!/${path}`, bytes)
    if (posix.basename(path) === 'gold.json') continue
    if (isSystemFile(path)) yield { record: ignoredRecord(source, '系统文件或临时文件，已忽略') }
    else yield { input: { ...source, bytes }, format: detectFormat(bytes, path) }
  }
}

function openArchive(bytes: Uint8Array, limits: Limits): Archive | Rejection {
  try {
    return listArchive(bytes, limits)
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

/** Hidden files and folders, and what Office, macOS and Windows leave beside the files. */
const isSystemFile = (file: string): boolean =>
  file.split('/').some((part) => part === '__MACOSX' || part.startsWith('.')) ||
  /(?:^|\/)(?:~\$[^/]*|Thumbs\.db|desktop\.ini)$/iu.test(file)

const sourceOf = (file: string, bytes: Uint8Array): SourceFile => ({
  file,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
})

async function hashed(file: string, path: Buffer, bytes: number): Promise<SourceFile> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return { file, sha256: hash.digest('hex'), bytes }
}
