/** What one letter is written from: the report, what was found in it, and how to say where things stand. */
import type { Assessment } from '../../../rules/analysis/assessment.ts'
import type { Finding } from '../../../rules/checks/finding.ts'
import type { CopiedPassage } from '../../../rules/copying/copy.ts'
import type { Revision } from '../../../rules/resubmission/revision.ts'
import type { VersionReason } from '../../../rules/versions/version-order.ts'
import type { ReportContext } from '../../context.ts'
import type { DocumentRecord, DocumentText } from '../../contract/records.ts'
import type { Text } from '../paper.ts'
import type { LetterWording } from './wording.ts'

/** A passage that stands in another document too. A run that was compared with nothing has none. */
export type EqualPassage = Omit<CopiedPassage, 'id' | 'similarity' | 'masked'>

export interface LetterFacts {
  readonly document: DocumentRecord
  readonly text: DocumentText
  readonly assessment: Assessment
  readonly findings: readonly Finding[]
  readonly passages: readonly EqualPassage[]
  readonly revision: Revision | null
  /** The other versions of the report, and why this one counts. */
  readonly superseded: readonly DocumentRecord[]
  readonly reason: VersionReason
  /** How many results of indicators the report states. */
  readonly resultCount: number
  /** All documents, to name what a passage is equal to. */
  readonly documents: ReadonlyMap<string, DocumentRecord>
  /** And their texts. */
  readonly texts: ReadonlyMap<string, DocumentText>
  /** Files of the county's for the same period that could not be read. */
  readonly unread: readonly DocumentRecord[]
}

/** Other counties in a letter. */
export interface Peers {
  readonly areNamed: boolean
  /** Puts other words for their names, where they are not named. */
  readonly mask: (text: string) => string
}

/** One thing that the annex lists. */
export interface AnnexRow {
  readonly about: string
  readonly quote: Text
  readonly place: string
  readonly advice: Text
}

/** How the letters of one run speak. */
export interface Speech {
  readonly wording: LetterWording
  readonly context: ReportContext
  /** The day of the letters, or null where the office fills it in. */
  readonly day: string | null
}
