/**
 * Which documents are the same submission sent twice: of one county, period and kind, with equal bytes or nearly equal text. The version that
 * counts is kept where the file names tell, and else the richer file.
 *
 * Equal text of two counties is no duplicate but copying, and is left alone here; so are documents whose county nobody names, unless their bytes
 * are equal. Where the two disagree in a number, both are told so.
 */
import type { Format, Notice } from '../extractors/document.ts'
import { fold } from '../extractors/language/fold.ts'
import { compareText } from '../reports/contract/order.ts'
import type { DocumentRecord } from '../reports/contract/records.ts'
import { noTrace } from '../rules/copying/copy.ts'
import type { VersionOrder } from '../rules/versions/version-order.ts'
import type { DocumentResult } from './document-result.ts'
import { estimatedSimilarity, shingles, similarity } from './sketch.ts'

const NEARLY_EQUAL = 0.9
/** What the sketches must say before the texts themselves are compared; below `NEARLY_EQUAL` by more than the sketch's error. */
const CANDIDATE = 0.7
/** A file with this much more text than its double holds something that the other lost. */
const RICHER = 1.05

/** Of two files alike, the one from which a reader loses least. */
const FORMAT_ORDER: readonly Format[] = ['docx', 'xlsx', 'doc', 'wps', 'xls', 'html', 'md', 'txt', 'csv', 'pdf']

/** Results sorted by file. Those of duplicates are left with their record alone. */
export function markDuplicates(results: readonly DocumentResult[], versions: VersionOrder): DocumentResult[] {
  const marked = new Map<string, DocumentRecord>()
  for (const group of groups(results))
    for (const cluster of clusters(group)) for (const record of settle(cluster, versions)) marked.set(record.file, record)
  return results.map((result) => {
    const document = marked.get(result.document.file)
    if (document === undefined) return result
    return document.status === 'duplicate' ? { ...emptied(result), document } : { ...result, document }
  })
}

const emptied = (result: DocumentResult): DocumentResult => ({
  ...result,
  values: [],
  achievements: [],
  facts: [],
  practices: [],
  assessment: null,
  checks: [],
  text: null,
  trace: noTrace,
})

function groups(results: readonly DocumentResult[]): DocumentResult[][] {
  const byKey = new Map<string, DocumentResult[]>()
  for (const result of results) {
    const { status, county, period, kind } = result.document
    if (result.text === null || (status !== 'ok' && status !== 'partial')) continue
    const key = JSON.stringify([county, period, kind])
    const group = byKey.get(key)
    if (group) group.push(result)
    else byKey.set(key, [result])
  }
  return [...byKey.values()].filter((group) => group.length > 1)
}

/** Sets of documents alike, each of two or more. */
function clusters(group: readonly DocumentResult[]): DocumentResult[][] {
  const memory = new Map<DocumentResult, Set<number>>()
  const shinglesOf = (result: DocumentResult): Set<number> => {
    const known = memory.get(result) ?? shingles(foldedText(result))
    memory.set(result, known)
    return known
  }
  const found: DocumentResult[][] = []
  for (const result of group) {
    const home = found.find((cluster) => cluster.some((other) => isAlike(result, other, shinglesOf)))
    if (home) home.push(result)
    else found.push([result])
  }
  return found.filter((cluster) => cluster.length > 1)
}

function isAlike(one: DocumentResult, other: DocumentResult, shinglesOf: (result: DocumentResult) => Set<number>): boolean {
  if (one.document.sha256 === other.document.sha256) return true
  if (one.document.county === null || one.sketch.length === 0 || other.sketch.length === 0) return false
  if (estimatedSimilarity(one.sketch, other.sketch) < CANDIDATE) return false
  return similarity(shinglesOf(one), shinglesOf(other)) >= NEARLY_EQUAL
}

/** The records of a cluster as they are to be written: the kept one first. */
function settle(cluster: readonly DocumentResult[], versions: VersionOrder): DocumentRecord[] {
  const kept = cluster.reduce((best, other) => (isPreferred(other, best, versions) ? other : best))
  const doubles = cluster.filter((result) => result !== kept)
  const differing = doubles.filter((double) => numbersOf(double) !== numbersOf(kept))
  const notices = differing.map(({ document }) => differs(document.file))
  const keptRecords = notices.length === 0 ? [] : [{ ...kept.document, notices: [...kept.document.notices, ...notices] }]
  return [
    ...keptRecords,
    ...doubles.map(({ document, ...double }) => ({
      ...document,
      status: 'duplicate' as const,
      duplicateOf: kept.document.file,
      code: 'W_DUPLICATE',
      message: `与“${kept.document.file}”内容${document.sha256 === kept.document.sha256 ? '相同' : '基本相同'}，不重复计算`,
      notices: differing.some((other) => other.text === double.text)
        ? [...document.notices, differs(kept.document.file)]
        : document.notices,
    })),
  ]
}

const differs = (file: string): Notice => ({
  code: 'W_DUPLICATE_DIFFERS',
  message: `与“${file}”内容基本相同，但数字有出入，请核对以哪一份为准`,
})

/** A day of receipt does not decide here: the stamped copy comes later and says the same. */
function isPreferred(one: DocumentResult, other: DocumentResult, { compare, reason }: VersionOrder): boolean {
  const [a, b] = [undated(one), undated(other)]
  return reason(a, b) === 'none' ? isRicher(one, other) : compare(a, b) < 0
}

const undated = ({ document: { file } }: DocumentResult) => ({ file, receivedAt: null })

function isRicher(one: DocumentResult, other: DocumentResult): boolean {
  const [a, b] = [one.document, other.document]
  const lost = Number(a.status === 'partial') - Number(b.status === 'partial')
  if (lost !== 0) return lost < 0
  if (a.characters > b.characters * RICHER) return true
  if (b.characters > a.characters * RICHER) return false
  const order = formatRank(a.format) - formatRank(b.format) || tablesOf(other) - tablesOf(one) || b.characters - a.characters
  return (order || compareText(a.file, b.file)) < 0
}

function formatRank(format: Format): number {
  const rank = FORMAT_ORDER.indexOf(format)
  return rank < 0 ? FORMAT_ORDER.length : rank
}

const tablesOf = ({ text }: DocumentResult): number => new Set(text?.blocks.flatMap(({ cell }) => (cell ? [cell.table] : []))).size

const foldedText = ({ text }: DocumentResult): string =>
  text === null
    ? ''
    : fold(
        text.text,
        text.blocks.map(({ span }) => span),
      ).text

/** The numbers of the body, in any order; page furniture and the single digits of numbering are left out, which formats keep differently. */
function numbersOf({ text }: DocumentResult): string {
  if (text === null) return ''
  const body = text.blocks.filter(({ kind }) => kind !== 'header' && kind !== 'footer')
  const words = body.map(({ span }) => fold(text.text.slice(span.start, span.end)).text).join('\n')
  return (words.match(/[0-9]+\.[0-9]+|[0-9]{2,}/gu) ?? []).sort().join(' ')
}
