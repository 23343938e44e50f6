/**
 * A record that does not hold (not as the contract has it, or its quote not where it says) is a mistake of this program: it is set aside and told, on its
 * document and among the run's faults, and everything else of the document is kept.
 */
import type { Span } from '../extractors/document.ts'
import { foldText } from '../extractors/language/fold.ts'
import { readNumerals } from '../extractors/quantities/numeral.ts'
import { compareText } from '../reports/contract/order.ts'
import type { DocumentRecord, DocumentText, RunResult } from '../reports/contract/records.ts'
import { type LineRecords, type RefusedRecord, soundRecords } from '../reports/contract/write.ts'
import type { DocumentResult, Fault } from './document-result.ts'

const NAMES: Readonly<Record<RefusedRecord['name'], string>> = {
  'documents.jsonl': '文件',
  'values.jsonl': '指标值',
  'earlier.jsonl': '往期指标值',
  'achievements.jsonl': '成果',
  'facts.jsonl': '事实',
  'practices.jsonl': '创新做法',
  'assessments.jsonl': '分析质量评定',
  'copies.jsonl': '雷同段落',
  'checks.jsonl': '核对结果',
}

/** One document's result, every record as the contract has it. */
export function sound(result: DocumentResult): DocumentResult {
  const { document, assessment, text } = result
  const { result: kept, refused } = soundRecords({
    ...result,
    documents: [document],
    assessments: assessment === null ? [] : [assessment],
    copies: [],
    earlier: [],
    texts: text === null ? [] : [text],
  })
  const records = { ...result, values: kept.values, achievements: kept.achievements, facts: kept.facts, practices: kept.practices }
  const whole = { ...records, checks: kept.checks, assessment: kept.assessments[0] ?? null }
  return refused.length === 0 ? whole : told(whole, refused)
}

function told(result: DocumentResult, refused: readonly RefusedRecord[]): DocumentResult {
  const { text } = result
  const document = marked(result.document, refused)
  const [fault = null] = faultsOf(refused)
  if (text === null) return { ...result, document, fault }
  const places = placesOf(refused, result.values, text)
  const count = places.reduce((sum, { start, end }) => sum + numeralsIn(text.text.slice(start, end)), 0)
  const quotes = places.map((place) => ({
    file: document.file,
    quote: text.text.slice(place.start, place.end),
    ...place,
    block: blockAt(text, place),
  }))
  return {
    ...result,
    fault,
    text: { ...text, unexplained: [...text.unexplained, ...places].sort((a, b) => a.start - b.start) },
    document: {
      ...document,
      unexplained: [...document.unexplained, ...quotes].sort((a, b) => a.start - b.start),
      numbers: {
        ...document.numbers,
        extracted: document.numbers.extracted - count,
        unexplained: document.numbers.unexplained + count,
      },
    },
  }
}

const numeralsIn = (text: string): number => readNumerals(foldText(text)).length

const blockAt = ({ blocks }: DocumentText, { start }: Span): number =>
  blocks.findIndex(({ span }) => span.start <= start && start < span.end)

/** Where the text has figures that are now no value's: nothing explains them. */
function placesOf(
  refused: readonly RefusedRecord[],
  values: readonly { readonly evidence: Span }[],
  { text, blocks }: DocumentText,
): Span[] {
  const places = refused.flatMap(({ name, record: { evidence } }): Span[] => {
    if (name !== 'values.jsonl' || evidence === undefined || !('quote' in evidence)) return []
    const { start, end, quote } = evidence
    const stands = text.slice(start, end) === quote && quote !== '' && blocks.some(({ span }) => span.start <= start && start < span.end)
    return stands && !values.some(({ evidence: other }) => other.start < end && start < other.end) ? [{ start, end }] : []
  })
  return places.filter(({ start, end }, at) => places.findIndex((place) => place.start < end && start < place.end) === at)
}

export interface SoundBatch<Result extends LineRecords> {
  readonly result: Result
  readonly faults: readonly Fault[]
}

/** The same of a whole batch, for what was made or changed over all documents. `verified`: records that `sound` has seen and nobody has changed. */
export function soundBatch(result: RunResult, verified: ReadonlySet<object>): SoundBatch<RunResult> {
  const { result: kept, refused } = soundRecords(result, verified)
  if (refused.length === 0) return { result: kept, faults: [] }
  const documents = kept.documents.map((document) => {
    const own = refused.filter(({ record }) => record.file === document.file)
    return own.length === 0 ? document : marked(document, own)
  })
  return { result: { ...kept, documents }, faults: faultsOf(refused) }
}

/** The document says what is missing of it. */
function marked(document: DocumentRecord, refused: readonly RefusedRecord[]): DocumentRecord {
  const counts = new Map<string, number>()
  for (const { name } of refused) counts.set(NAMES[name], (counts.get(NAMES[name]) ?? 0) + 1)
  const what = [...counts].map(([name, count]) => `${name}${count}条`).join('、')
  const notice = {
    code: 'W_RECORD_SET_ASIDE' as const,
    message: `程序内部错误：${what}没有通过核对，未列入结果，请对照原件，并把文件交给维护人员；其余内容不受影响`,
  }
  const notices = [...document.notices, notice]
  return document.status === 'ok' ? { ...document, status: 'partial', ...notice, notices } : { ...document, notices }
}

/** One for each file, with the records as they were: nothing of them is lost. */
function faultsOf(refused: readonly RefusedRecord[]): Fault[] {
  const files = [...new Set(refused.map(({ record }) => record.file))].sort(compareText)
  return files.map((file) => ({
    file,
    stage: 'verify',
    stack: refused
      .filter(({ record }) => record.file === file)
      .map(({ record, reason }) => `${reason}\n${JSON.stringify(record)}`)
      .join('\n'),
  }))
}
