/**
 * The result of a run as the files of the contract: one JSON object a line, in the order of `order.ts`, fields in the order of the schema.
 *
 * Every record is validated, and every quote held against the document's text, before anything is written: a record that does not hold is a
 * mistake of this program. `soundRecords` sets it aside; where it comes as far as the files, it is thrown with file and record rather than handed to the office.
 */
import type { Evidence } from '../../extractors/document.ts'
import type { Assessment, Criteria, Criterion } from '../../rules/analysis/assessment.ts'
import type { Scores } from '../../rules/scoring/score.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { conforming } from './conform.ts'
import { byPlace } from './order.ts'
import type { DocumentText, RunRecord, RunResult } from './records.ts'
import { type ContractFileName, type ContractRecords, schemas } from './schemas.ts'

export interface ContractFile {
  readonly name: ContractFileName
  readonly text: string
}

/** `verified`: records that were validated before, by `soundRecords`, and have not changed since. */
export function contractFiles(result: RunResult, verified: ReadonlySet<object> = NONE): ContractFile[] {
  const texts = textsByFile(result)
  const jsonLines = (name: LinesName, records: readonly Line[]): ContractFile => ({
    name,
    text: [...records]
      .sort(byPlace)
      .map((record) => `${JSON.stringify(verified.has(record) ? record : holding(name, record, texts))}\n`)
      .join(''),
  })
  return [
    jsonLines('documents.jsonl', result.documents),
    jsonLines('values.jsonl', result.values),
    jsonLines('earlier.jsonl', result.earlier),
    jsonLines('achievements.jsonl', result.achievements),
    jsonLines('facts.jsonl', result.facts),
    jsonLines('practices.jsonl', result.practices),
    jsonLines('assessments.jsonl', result.assessments),
    jsonLines('copies.jsonl', result.copies),
    jsonLines('checks.jsonl', result.checks),
    ...(result.scores === undefined ? [] : [{ name: 'scores.jsonl' as const, text: [...scoreLines(result.scores)].join('') }]),
  ]
}

const NONE: ReadonlySet<object> = new Set()

type LinesName = Exclude<ContractFileName, 'run.json' | 'scores.jsonl' | 'bulletin.jsonl'>

/** A record that is not as the contract has it, or whose quote does not stand where it says: a mistake of this program. */
export interface RefusedRecord {
  readonly name: LinesName
  readonly record: Line
  readonly reason: string
}

export interface SoundRecords<Result extends LineRecords> {
  /** Without what is refused, each record with its fields in the order of the schema: what `contractFiles` need not look at again. */
  readonly result: Result
  readonly refused: readonly RefusedRecord[]
}

/** The lists of a result that may lose a record and still be of use; a document's own record may not. */
export type LineRecords = Pick<
  RunResult,
  'values' | 'earlier' | 'achievements' | 'facts' | 'practices' | 'assessments' | 'copies' | 'checks' | 'documents' | 'texts'
>

/** Holds every record against the contract and the text. Throws only where a document's own record does not hold. */
export function soundRecords<Result extends LineRecords>(result: Result, verified: ReadonlySet<object> = NONE): SoundRecords<Result> {
  const texts = textsByFile(result)
  const refused: RefusedRecord[] = []
  const sound = <Name extends LinesName>(name: Name, records: readonly Line[]): ContractRecords[Name][] =>
    records.flatMap((record) => {
      try {
        return [(verified.has(record) ? record : holding(name, record, texts)) as ContractRecords[Name]]
      } catch (error) {
        if (!(error instanceof UnsoundRecord)) throw error
        refused.push({ name, record, reason: error.message })
        return []
      }
    })
  const kept = {
    values: sound('values.jsonl', result.values),
    earlier: sound('earlier.jsonl', result.earlier),
    achievements: sound('achievements.jsonl', result.achievements),
    facts: sound('facts.jsonl', result.facts),
    practices: sound('practices.jsonl', result.practices),
    assessments: sound('assessments.jsonl', result.assessments),
    copies: sound('copies.jsonl', result.copies),
    checks: sound('checks.jsonl', result.checks),
  }
  for (const document of result.documents) holding('documents.jsonl', document, texts)
  return { result: { ...result, ...kept }, refused }
}

class UnsoundRecord extends Error {}

const textsByFile = ({ texts }: Pick<RunResult, 'texts'>): ReadonlyMap<string, DocumentText> =>
  new Map(texts.map((document) => [document.file, document]))

/** The scheme, then the counties in the office's order; one at a time, because those of a whole region are longer than a string can be. */
export function* scoreLines({ scheme, counties }: Scores): Generator<string> {
  yield `${JSON.stringify(validated('scores.jsonl', scheme, scheme.scheme))}\n`
  for (const county of counties) yield `${JSON.stringify(validated('scores.jsonl', county, county.county))}\n`
}

/** The records of the draft bulletin, in the order of the paper. */
export const bulletinFile = (records: readonly BulletinRecord[]): ContractFile => ({
  name: 'bulletin.jsonl',
  text: records.map((record) => `${JSON.stringify(validated('bulletin.jsonl', record, record.id))}\n`).join(''),
})

export const runFile = (run: RunRecord): ContractFile => ({
  name: 'run.json',
  text: `${JSON.stringify(validated('run.json', run, 'run'), null, 2)}\n`,
})

type Line = { readonly id: string; readonly file: string; readonly evidence?: Evidence | readonly Evidence[] }

/** The record as the contract has it, its quotes where it says. */
function holding(name: LinesName, record: Line, texts: ReadonlyMap<string, DocumentText>): unknown {
  const place = `${record.file} (${record.id})`
  for (const { file, quote, start, end } of evidenceOf(record)) {
    const document = texts.get(file ?? record.file)
    if (document !== undefined && document.text.slice(start, end) !== quote)
      throw new UnsoundRecord(`${name}: ${place}: quote ${JSON.stringify(quote)} does not stand at ${start}–${end}`)
  }
  return validated(name, record, place)
}

function validated(name: ContractFileName, record: unknown, place: string): unknown {
  if (conforming(schemas[name])(record)) return record
  const parsed = schemas[name].safeParse(record)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new UnsoundRecord(`${name}: ${place}: ${issues.join('; ')}`)
}

type Judged = Partial<Pick<Assessment, 'chains' | 'unprompted' | 'slips'>> & {
  readonly others?: readonly { readonly evidence: Evidence }[]
  readonly criteria?: Readonly<Record<keyof Criteria, Criterion<string>>>
}

function evidenceOf({ evidence, criteria, others = [], chains = [], unprompted = [], slips = [] }: Line & Judged): Evidence[] {
  return [
    ...(evidence === undefined ? [] : [evidence].flat()),
    ...(criteria === undefined ? [] : Object.values(criteria)).flatMap((criterion) => [
      ...criterion.evidence,
      ...criterion.rejected.map((entry) => entry.evidence),
    ]),
    ...others.map((other) => other.evidence),
    ...chains.flatMap(({ problem, causes, measures }) => [problem, ...causes, ...measures]),
    ...unprompted,
    ...slips.map((slip) => slip.evidence),
  ]
}
