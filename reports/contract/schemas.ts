/**
 * The schema of every file of the contract, checked at compile time against the record types of the rooms that make them.
 *
 * The order of the fields here is the order in which the files bear them. Open by contract are `format`, `code`, the `kind` of a check and `unit`:
 * a reader meets new words there; all other lists of words are closed.
 */
import { z } from 'zod'
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Format } from '../../extractors/document.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Assessment } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { CopiedPassage } from '../../rules/copying/copy.ts'
import type { Practice } from '../../rules/practices/practice.ts'
import type { ScoreRecord } from '../../rules/scoring/score.ts'
import { type BulletinRecord, bulletinRecord } from './bulletin-record.ts'
import { evidence } from './evidence-schema.ts'
import { count, county, day, id, name, openWords, period, share, span, text } from './fields.ts'
import type { DocumentRecord, RunRecord } from './records.ts'
import { scoreRecord } from './score-schemas.ts'

const notice = z.strictObject({ code: z.templateLiteral(['W_', z.string()]), message: name })

const documentRecord = z.strictObject({
  id,
  file: name.meta({ description: 'Path below the input folder, "/" between parts; inside an archive 包.zip!/内.docx' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: count,
  format: openWords<Format>('docx, doc, wps, pdf, xlsx, xls, txt, md, csv, html, zip, ofd, image, unknown'),
  status: z.enum(['ok', 'partial', 'rejected', 'duplicate', 'ignored']),
  duplicateOf: z.exactOptional(name),
  code: z.exactOptional(name),
  message: z.exactOptional(name),
  kind: z.enum(['analysis', 'summary', 'bulletin', 'plan', 'data', 'evidence', 'unknown']),
  title: text,
  notJudged: text.nullable().meta({ description: 'Why a document that was read has no assessment' }),
  county,
  period,
  pages: count.nullable(),
  characters: count,
  receivedAt: day.nullable(),
  numbers: z.strictObject({
    extracted: count,
    structural: count,
    unexplained: count,
    structuralByClass: z
      .record(z.string(), count)
      .meta({ description: 'What the structural numbers were taken for: date, document-number, name …' }),
  }),
  unexplained: z.array(evidence).meta({ description: 'The numbers that are neither part of a value nor structural' }),
  notices: z.array(notice),
})

const value = z.strictObject({
  id,
  file: name,
  county,
  period,
  indicator: name.nullable(),
  name,
  breakdown: z
    .strictObject({
      of: z.exactOptional(name),
      level: z.exactOptional(name),
      product: z.exactOptional(name),
      place: z.exactOptional(name),
      stage: z.exactOptional(name),
    })
    .nullable(),
  role: z.enum(['actual', 'target', 'reference', 'change', 'share', 'rank']),
  value: z.number(),
  upper: z.exactOptional(z.number()),
  unit: text.meta({ description: 'The classifier as written, synonyms made one; 万 and 亿 multiplied out' }),
  comparator: z.enum(['=', '>=', '<=', '>', '<', '~']),
  basis: z.enum(['yoy', 'qoq', 'previous', 'target', 'peer', 'average', 'base-year']).nullable(),
  evidence,
  subject: span.nullable(),
  confidence: share,
  notes: z.array(text),
})

const achievement = z.strictObject({
  id,
  file: name,
  county,
  period,
  title: name,
  holder: name,
  level: z.enum(['national', 'provincial', 'prefecture', 'county', 'social', 'unknown']),
  status: z.enum(['obtained', 'pending', 'applied', 'creating', 'planned', 'revoked']),
  year: z.int().nullable(),
  evidence,
  confidence: share,
  notes: z.array(text),
})

const reason = z.enum([
  'placeholder',
  'foreign',
  'quoted',
  'copied',
  'planned',
  'unreal',
  'effort',
  'macro',
  'contest',
  'limit',
  'unquantified',
  'listing',
  'lookalike',
  'boilerplate',
  'attitude',
  'slogan',
])
const answer = z.enum(['yes', 'no', 'unknown'])

const fact = z.strictObject({
  id,
  file: name,
  county,
  period,
  fact: name.meta({ description: 'Id in the lexicon' }),
  answer: answer.meta({ description: 'unknown: spoken of without settling it, or said both ways; what is not spoken of has no line' }),
  evidence,
  others: z.array(z.strictObject({ answer, evidence })).meta({ description: 'Where the same document answers otherwise' }),
  confidence: share,
  notes: z.array(text),
})

const sourceClass = z.enum(['superior', 'peer', 'own-past'])
const sourceOrder = z
  .enum(['earlier', 'same-date', 'unknown'])
  .meta({ description: 'Whether the source is the older of the two; the later of two is never a source' })

const copiedPassage = z
  .strictObject({
    id,
    file: name,
    start: count,
    end: count,
    source: name,
    sourceStart: count,
    sourceEnd: count,
    length: count.meta({ description: 'Characters of the passage, without blanks and what is left out' }),
    similarity: share,
    masked: z.boolean().meta({ description: 'The two agree only with numbers, times and names masked' }),
    sourceClass,
    order: sourceOrder,
    changed: z.array(
      z.strictObject({
        start: count,
        end: count,
        sourceStart: count,
        sourceEnd: count,
        kind: z.enum(['number', 'time', 'place', 'name', 'words']),
      }),
    ),
  })
  .refine(({ start, end, sourceStart, sourceEnd }) => end > start && sourceEnd > sourceStart, '雷同段落的终点应在起点之后')

const criterion = <const Levels extends readonly [string, ...string[]]>(levels: Levels) =>
  z.strictObject({
    level: z.enum(levels),
    evidence: z.array(evidence),
    rejected: z.array(z.strictObject({ evidence, reason })),
    missing: text,
  })

const assessment = z.strictObject({
  id,
  file: name,
  county,
  period,
  verdict: z.enum(['pass', 'review', 'weak']),
  criteria: z.strictObject({
    comparison: criterion(['adequate', 'thin', 'absent']),
    problems: criterion(['specific', 'boilerplate', 'absent']),
    causes: criterion(['present', 'absent']),
    measures: criterion(['concrete', 'slogan', 'absent']),
  }),
  narrativeShare: share,
  copying: z
    .strictObject({
      share,
      sources: z.array(z.strictObject({ file: name, share, sourceClass, order: sourceOrder })),
      compared: z.array(sourceClass).meta({ description: 'The classes of which there was a document; of the others nothing can be said' }),
      characters: count,
      leftOut: z.array(z.strictObject({ start: count, end: count, reason: z.enum(['quotation', 'name', 'title', 'formula', 'template']) })),
    })
    .nullable(),
  chains: z.array(z.strictObject({ problem: evidence, causes: z.array(evidence), measures: z.array(evidence) })),
  unprompted: z.array(evidence).meta({ description: 'Measures that answer no problem stated' }),
  slips: z.array(z.strictObject({ evidence, message: name })),
  known: z.array(
    z.strictObject({
      indicator: name,
      name,
      basis: z.enum(['yoy', 'qoq']),
      period: name,
      value: z.number(),
      unit: text,
      quote: name,
      source: name.meta({ description: 'The document of the same county that the quote stands in' }),
    }),
  ),
  locality: z.strictObject({ places: z.array(name), qualityFigures: count }),
  usefulness: z.strictObject({
    measures: count,
    owner: count,
    deadline: count,
    quantity: count,
    priority: z.boolean(),
    resources: z.boolean(),
  }),
  genres: z.strictObject({ narration: share, analysis: share, background: share }).nullable(),
  reviewSuggested: z.boolean(),
  doubt: share.meta({ description: 'The nearer to 1, the earlier a person should look' }),
  feedback: text,
})

const finding = z.strictObject({
  id,
  file: name,
  kind: name.meta({ description: 'rate, delta, sum, range, direction, unit, restated, cross-document, period, achievement …' }),
  severity: z.enum(['error', 'warning']),
  claimed: z.union([z.number(), z.string()]),
  recomputed: z.union([z.number(), z.string()]),
  words: z.exactOptional(
    z
      .strictObject({ claimed: text, recomputed: text })
      .meta({ description: 'What the document says and what its figures say, where bare figures would not tell' }),
  ),
  evidence: z.array(evidence),
  message: name,
})

const practice = z.strictObject({
  id,
  file: name,
  county,
  period,
  signs: z.array(name).min(1).meta({ description: 'The words for which it was chosen' }),
  saysNew: z.boolean().meta({ description: 'It says itself that it is new; else a means is named that is not every office’s' }),
  evidence,
})

const moment = z.iso.datetime({ offset: true })

const run = z.strictObject({
  contractVersion: name,
  version: name,
  startedAt: moment,
  finishedAt: moment,
  durationMs: z.number().nonnegative(),
  input: name,
  jobs: z.int().positive(),
  lexicon: name,
  scheme: name,
  decisions: z.exactOptional(name),
  documents: z.strictObject({ ok: count, partial: count, rejected: count, duplicate: count, ignored: count }),
  counts: z.strictObject({
    values: count,
    achievements: count,
    facts: count,
    assessments: count,
    checks: count,
    copies: z.exactOptional(count),
  }),
  cached: z.exactOptional(count),
  limits: z.exactOptional(z.record(z.string(), z.number())),
  stages: z.exactOptional(z.array(z.strictObject({ name, version: z.int().positive(), ms: z.number().nonnegative() }))),
  faults: z.exactOptional(z.array(z.strictObject({ file: name, stage: name, stack: text }))),
  remarks: z.exactOptional(z.array(text)),
})

/** What each file holds; of a `.jsonl`, what one line holds. */
export interface ContractRecords {
  'documents.jsonl': DocumentRecord
  'values.jsonl': Value
  'earlier.jsonl': Value
  'achievements.jsonl': Achievement
  'facts.jsonl': StatedFact
  'practices.jsonl': Practice
  'assessments.jsonl': Assessment
  'copies.jsonl': CopiedPassage
  'checks.jsonl': Finding
  'scores.jsonl': ScoreRecord
  'bulletin.jsonl': BulletinRecord
  'run.json': RunRecord
}
export type ContractFileName = keyof ContractRecords

export const schemas: { readonly [Name in ContractFileName]: z.ZodType<ContractRecords[Name]> } = {
  'documents.jsonl': documentRecord,
  'values.jsonl': value,
  'earlier.jsonl': value,
  'achievements.jsonl': achievement,
  'facts.jsonl': fact,
  'practices.jsonl': practice,
  'assessments.jsonl': assessment,
  'copies.jsonl': copiedPassage,
  'checks.jsonl': finding,
  'scores.jsonl': scoreRecord,
  'bulletin.jsonl': bulletinRecord,
  'run.json': run,
}
