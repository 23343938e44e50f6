/**
 * The register of receipt (收文登记.csv or .xlsx in the input folder): on which day each file came in. Columns 文件 and 收到日期, in any order, others
 * beside them. A file is named by its path, or by its bare name where only one file bears it; an archive's day is that of all files in it.
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
export async function loadReceipts(files: readonly FoundFile[], limits: Limits): Promise<Receipts> {
  const register = files.find(({ file, type }) => receiptNames.includes(file) && type === 'file')
  if (register === undefined) return noReceipts
  const submissions = files.filter((each) => each !== register).map(({ file }) => file)
  try {
    return readReceipts(register.file, await readFile(register.path), submissions, limits)
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return { ...noReceipts, remarks: [`${register.file}：${error.message}，未采用`] }
  }
}

/** `files`: all paths below the folder, archives' inner files left out. */
export function readReceipts(name: string, bytes: Uint8Array, files: readonly string[], limits: Limits): Receipts {
  const { blocks } = name.endsWith('.csv') ? readCsv(bytes, limits) : readXlsx(bytes, limits)
  const rows = toRows(blocks)
  const head = rows.findIndex((row) => row.includes(FILE_COLUMN) && row.includes(DAY_COLUMN))
  if (head < 0) return { ...noReceipts, remarks: [`${name}：没有“${FILE_COLUMN}”和“${DAY_COLUMN}”两列，未采用`] }
  const [fileAt, dayAt] = [rows[head]?.indexOf(FILE_COLUMN) ?? 0, rows[head]?.indexOf(DAY_COLUMN) ?? 0]
  const days = new Map<string, string>()
  const remarks: string[] = []
  for (const row of rows.slice(head + 1)) {
    const [named, written] = [(row[fileAt] ?? '').trim(), (row[dayAt] ?? '').trim()]
    if (named === '') continue
    const file = findFile(named, files)
    const day = toDay(written)
    if (file === null) remarks.push(`${name}：登记的文件“${named}”不在文件夹中，或有多个同名文件`)
    else if (day === null) remarks.push(`${name}：文件“${named}”的收到日期“${written}”无法识别`)
    else days.set(file, day)
  }
  return { receivedAt: (file) => days.get(file) ?? days.get(file.split('!/')[0] ?? '') ?? null, remarks }
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

function findFile(named: string, files: readonly string[]): string | null {
  const path = named.replaceAll('\\', '/').replace(/^\.?\//u, '')
  if (files.includes(path)) return path
  const alike = files.filter((file) => posix.basename(file) === path)
  return alike.length === 1 ? (alike[0] ?? null) : null
}

/** 2020-10-12, 2020/10/12, 2020.10.12, 2020年10月12日, with or without a time. */
function toDay(written: string): string | null {
  const [, year, month, day] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\s?日)?(?:$|[\sT])/u.exec(written) ?? []
  if (!year || !month || !day) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const iso = date.toISOString().slice(0, 10)
  return date.getUTCMonth() === Number(month) - 1 ? iso : null
}
