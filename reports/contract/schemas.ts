/**
 * The schema of every file of the contract, checked at compile time against the record types of the rooms that make them.
 *
 * The order of the fields here is the order in which the files bear them. Open by contract are `format`, `code`, the `kind` of a check and `unit`:
 * a reader meets new words there; all other lists of words are closed.
 */
import type { z } from 'zod'
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Assessment } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { CopiedPassage } from '../../rules/copying/copy.ts'
import type { Practice } from '../../rules/practices/practice.ts'
import type { ScoreRecord } from '../../rules/scoring/score.ts'
import { type BulletinRecord, bulletinRecord } from './bulletin-record.ts'
import { achievement, fact, practice, value } from './extracted-schemas.ts'
import { assessment, copiedPassage, finding } from './judgement-schemas.ts'
import type { DocumentRecord, RunRecord } from './records.ts'
import { scoreRecord } from './score-schemas.ts'
import { documentRecord, run } from './submission-schemas.ts'

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
