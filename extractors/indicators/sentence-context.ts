/** What reading a sentence needs: the readers compiled from the lexicon, and where the sentence stands. */

import type { Sentence } from '../language/structure.ts'
import type { Indicator } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { CampaignReader } from './campaign.ts'
import type { Subject } from './draft.ts'
import type { countedEvents, EventReader } from './events.ts'
import type { Mention } from './mention.ts'
import type { PlanReader } from './plan.ts'
import type { RoleCues } from './role-cues.ts'
import type { ScopeContext } from './scope.ts'
import type { SeasonReader } from './season.ts'
import type { SubjectKit } from './subject-kit.ts'
import type { TableReferences } from './table-told.ts'
import type { TableUnits } from './table-units.ts'
import type { RowLabels, TableParts } from './told-parts.ts'

export interface SentenceKit extends SubjectKit {
  readonly cues: RoleCues
  readonly eventsOf: EventReader
  readonly countedEvents: ReturnType<typeof countedEvents>
  readonly plans: PlanReader
  readonly campaigns: CampaignReader
  readonly seasons: SeasonReader
  /** The units that labels write in brackets. */
  readonly labelUnits: TableUnits
  /** Ids of the counties. */
  readonly counties: ReadonlySet<string>
  /** Names of wider areas. */
  readonly areas: ReadonlySet<string>
}

import type { Basis } from './value.ts'

/** What stands above a sentence, nearest first. */
export const aboveOf = ({ paragraph, headings, title }: Pick<SentenceContext, 'paragraph' | 'headings' | 'title'>): readonly string[] => [
  ...(paragraph === '' ? [] : [paragraph]),
  ...headings,
  title,
]

export interface SentenceContext extends ScopeContext {
  readonly text: string
  readonly sentence: Sentence
  readonly quantities: readonly Quantity[]
  readonly mentions: readonly Mention[]
  /** True in a plan, and under a heading about what is to come. */
  readonly planned: boolean
  /** From where in the sentence `planned` holds. */
  readonly plannedFrom: number
  /** The rate of each field that the document has stated last, and each rate by its id: what a field alone (工业产品差0.2个百分点) goes on about. */
  readonly known: Map<string, Indicator>
  /** What the document's tables tell part by part. */
  readonly parts: TableParts
  /** What the rows of its tables are called. */
  readonly labels: RowLabels
  /** The other sides that its tables tell. */
  readonly references: TableReferences
  /** The first year of a plan of several (2023—2025年). */
  readonly planFrom?: string | undefined
  /** True in a plan, whose own period is the one it plans for. */
  readonly isPlan: boolean
  /** What the paragraph says before this sentence. */
  readonly paragraph: string
  /** The document's title. */
  readonly title: string
  /** What the sentence before, in the same paragraph, was about last. */
  readonly last: Subject | null
  /** What the other side was that it ended with. */
  readonly lastWay: Basis | null
  /** The levels that it stated, which a list at this sentence's head goes on about: 同比分别增长…. */
  readonly lastLevels: readonly Subject[]
  /** The levels that the paragraph has stated before this sentence. */
  readonly paragraphLevels: readonly Subject[]
}
