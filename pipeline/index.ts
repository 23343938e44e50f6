/** What another program may use of this package: a run, one file's reading, one report's check, and the types of what they give. */
export type { Achievement } from '../extractors/achievements/achievement.ts'
export type { Block, Evidence, Notice, Span } from '../extractors/document.ts'
export type { StatedFact } from '../extractors/facts/fact.ts'
export { defaultLimits, type Limits } from '../extractors/formats/reading.ts'
export type { Value } from '../extractors/indicators/value.ts'
export { jsonSchemas } from '../reports/contract/json-schemas.ts'
export {
  contractVersion,
  type DocumentRecord,
  type DocumentText,
  type RunRecord,
  type RunResult,
} from '../reports/contract/records.ts'
export type { Assessment } from '../rules/analysis/assessment.ts'
export type { Finding } from '../rules/checks/finding.ts'
export { cacheFolder } from './cache.ts'
export { type Check, type CheckOptions, check } from './check.ts'
export { type Inspection, inspect } from './inspect-file.ts'
export { judgeParagraph, type ParagraphContext, type ParagraphJudgement } from './judge-paragraph.ts'
export { type ReadQuantity, readQuantities } from './read-quantities.ts'
export { OutputRefusal } from './result-folder.ts'
export { type RunOptions, type RunSummary, run } from './run.ts'
export type { Progress } from './tally.ts'
export { ScopeError } from './text-scope.ts'
