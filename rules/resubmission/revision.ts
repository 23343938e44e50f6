/**
 * What became of an earlier version's shortcomings in a later one of the same report, and which figures changed.
 *
 *   comparison absent → thin            部分改
 *   the rate that did not hold is gone  已改
 *   the same vague problems stand       未改
 */
import type { Block, Evidence } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Assessment, Criteria } from '../analysis/assessment.ts'
import type { Finding } from '../checks/finding.ts'
import { mendedCopying } from './copying.ts'
import { mendedCriteria } from './criteria.ts'
import { type ChangedFigure, changedFigures } from './figures.ts'
import { mendedFindings } from './findings.ts'

export type MendState = 'mended' | 'partly' | 'unmended'

/** One shortcoming of the earlier version. */
export interface Mended {
  /** A criterion's name, a finding, or what was copied. */
  readonly about: keyof Criteria | 'finding' | 'copying'
  /** What was said of the earlier version, in Chinese. */
  readonly said: string
  readonly state: MendState
  /** Where it stands in the later version, if it does. */
  readonly evidence: readonly Evidence[]
}

export interface Revision {
  /** The later version. */
  readonly file: string
  readonly earlier: string
  readonly deficiencies: readonly Mended[]
  readonly figures: readonly ChangedFigure[]
}

/** One version, as far as it is compared. */
export interface Version {
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly values: readonly Value[]
  readonly assessment: Assessment | null
  readonly checks: readonly Finding[]
}

export const compareVersions = (earlier: Version, later: Version): Revision => ({
  file: later.file,
  earlier: earlier.file,
  deficiencies: [...mendedCriteria(earlier, later), ...mendedFindings(earlier, later), ...mendedCopying(earlier, later)],
  figures: changedFigures(earlier, later),
})
