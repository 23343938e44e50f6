/**
 * The register of receipt (收文登记.csv or .xlsx in the input folder): on which day each file came in. Columns 文件 and 收到日期, in any order, others
 * beside them. A file is named by its path (a file within an archive as 包.zip!/内.docx, or 包.zip/内.docx), or by the end of it, mostly its bare name, where only
 * one file ends so; of those alike, one that lies in the folder itself goes before those within archives. An archive's day is that of all files in it that
 * the register does not name themselves.
 */
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { readCsv } from '../extractors/formats/csv.ts'
import type { BlockDraft, Limits } from '../extractors/formats/reading.ts'
import { Rejection } from '../extractors/formats/reading.ts'
import { readXlsx } from '../extractors/formats/sheets/read-xlsx.ts'
import type { FoundFile } from './walk.ts'

export const receiptNames: readonly string[] = ['收文登记.csv', '收文登记.xlsx']

export interface Receipts {
  /** The day (2020-10-12) on which a file came in, or null. */
  readonly receivedAt: (file: string) => string | null
  /** Rows that name no file, or bear no day, as sentences. */
  readonly remarks: readonly string[]
}

export const noReceipts: Receipts = { receivedAt: () => null, remarks: [] }

const FILE_COLUMN = '文件'
const DAY_COLUMN = '收到日期'

/** The register that lies in the folder, if one does. */
export async function loadReceipts(files: readonly FoundFile[], inArchives: readonly string[], limits: Limits): Promise<Receipts> {
  const register = files.find(({ file, type }) => receiptNames.includes(file) && type === 'file')
  if (register === undefined) return noReceipts
  const submissions = files.filter((each) => each !== register).map(({ file }) => file)
  try {
    return readReceipts(register.file, await readFile(register.path), [...submissions, ...inArchives], limits)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return { ...noReceipts, remarks: [`${register.file}：${error.message}，未采用`] }
  }
}

/** `files`: all paths below the folder, those within archives as `documents.jsonl` names them. */
export function readReceipts(name: string, bytes: Uint8Array, files: readonly string[], limits: Limits): Receipts {
  const { blocks } = name.endsWith('.csv') ? readCsv(bytes, limits) : readXlsx(bytes, limits)
  const rows = toRows(blocks)
  const head = rows.findIndex((row) => row.includes(FILE_COLUMN) && row.includes(DAY_COLUMN))
  if (head < 0) return { ...noReceipts, remarks: [`${name}：没有“${FILE_COLUMN}”和“${DAY_COLUMN}”两列，未采用`] }
  const [fileAt, dayAt] = [rows[head]?.indexOf(FILE_COLUMN) ?? 0, rows[head]?.indexOf(DAY_COLUMN) ?? 0]
  const find = fileFinder(files)
  const days = new Map<string, string>()
  const remarks: string[] = []
  for (const row of rows.slice(head + 1)) {
    const [named, written] = [(row[fileAt] ?? '').trim(), (row[dayAt] ?? '').trim()]
    if (named === '') continue
    const file = find(named)
    const day = toDay(written)
    if (file === null) remarks.push(`${name}：登记的文件“${named}”不在文件夹或压缩包中`)
    else if (typeof file === 'object') remarks.push(`${name}：登记的文件“${named}”不止一个（如${file.join('、')}），请写出路径`)
    else if (day === null) remarks.push(`${name}：文件“${named}”的收到日期“${written}”无法识别`)
    else days.set(file, day)
  }
  return { receivedAt: (file) => dayOf(file, days), remarks }
}

function toRows(blocks: readonly BlockDraft[]): string[][] {
  const rows = new Map<string, string[]>()
  for (const { cell, origin, text } of blocks) {
    if (cell === undefined) continue
    const key = `${origin.sheet ?? ''}\u0000${cell.table}\u0000${cell.row}`
    const row = rows.get(key) ?? []
    row[cell.column] = text.trim()
    rows.set(key, row)
  }
  return [...rows.values()].map((row) => Array.from(row, (text) => text ?? ''))
}

/** Its own day, else that of the nearest archive around it. */
function dayOf(file: string, days: ReadonlyMap<string, string>): string | null {
  for (let end = file.length; end > 0; end = file.lastIndexOf(INSIDE, end - 1)) {
    const day = days.get(file.slice(0, end))
    if (day !== undefined) return day
  }
  return null
}

const INSIDE = '!/'

/** The file that a row names; several that it may mean; null for none. */
function fileFinder(files: readonly string[]): (named: string) => string | readonly string[] | null {
  const byName = new Map<string, string[]>()
  for (const file of new Set(files.flatMap(withArchives))) {
    const name = posix.basename(asPath(file))
    byName.set(name, [...(byName.get(name) ?? []), file])
  }
  return (named) => {
    const path = asPath(named.replaceAll('\\', '/').replace(/^\.?\//u, ''))
    const alike = (byName.get(posix.basename(path)) ?? []).filter((file) => asPath(file) === path || asPath(file).endsWith(`/${path}`))
    const exact = alike.find((file) => asPath(file) === path)
    if (exact !== undefined) return exact
    const outside = alike.filter((file) => !file.includes(INSIDE))
    const meant = outside.length > 0 ? outside : alike
    return meant.length > 1 ? meant.slice(0, MOST_NAMED) : (meant[0] ?? null)
  }
}

/** A file, and the archives in which it lies: those within an archive have no line of their own. */
const withArchives = (file: string): string[] => [...[...file.matchAll(/!\//gu)].map(({ index }) => file.slice(0, index)), file]

/** So many files of one name are told. */
const MOST_NAMED = 3

const asPath = (file: string): string => file.replaceAll(INSIDE, '/').normalize('NFC')

/** 2020-10-12, 2020/10/12, 2020.10.12, 2020年10月12日, with or without a time. */
function toDay(written: string): string | null {
  const [, year, month, day] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\s?日)?(?:$|[\sT])/u.exec(written) ?? []
  if (!year || !month || !day) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const iso = date.toISOString().slice(0, 10)
  return date.getUTCMonth() === Number(month) - 1 ? iso : null
}
