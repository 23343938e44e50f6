/** What finding a quantity's subject needs: the readers compiled from the lexicon, and where the quantity stands. */
import type { FoldedSpan } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Generic, type Indicator, type Lexicon } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { Counted, RateByCounts } from './by-counts.ts'
import type { ComparedReader } from './compared.ts'
import type { Subject } from './draft.ts'
import type { FieldWords } from './field-words.ts'
import type { GenericResolver } from './generic.ts'
import type { Likeness } from './likeness.ts'
import type { Mention, MentionReader } from './mention.ts'
import { type OwnName, PERIOD } from './name.ts'
import type { KindReader, PartTeller } from './part-told.ts'
import type { RowLabels, SuperlativeReader, TableParts } from './told-parts.ts'

export interface SubjectContext {
  readonly text: string
  readonly sentence: FoldedSpan
  readonly clause: FoldedSpan
  /** End of the quantity before in the same clause, or the clause's start. */
  readonly leadStart: number
  /** Mentions of the sentence, in order. */
  readonly mentions: readonly Mention[]
  /** What stands above the sentence, nearest first: the paragraph so far, then the headings. */
  readonly above: readonly string[]
  /** What the last level of this sentence, or of the one before, was about. */
  readonly last: Subject | null
  /** True for a quantity that leans on a level stated before it (role.ts). */
  readonly leans: boolean
  /** The levels that the sentence has stated of what it names, in order. */
  readonly levels: readonly Subject[]
  /** The levels that the sentence before, in the same paragraph, has stated. */
  readonly levelsBefore: readonly Subject[]
  /** The counts that the sentence has stated, in order. */
  readonly counts: readonly Counted[]
  /** End of the quantity before in the sentence, or its start. */
  readonly since: number
  /** What the document's tables tell part by part. */
  readonly parts: TableParts
  /** What the rows of its tables are called. */
  readonly labels: RowLabels
  /** The share that the sentence has just told, with nothing reached since; null where it has told none. */
  readonly share: Subject | null
  /** The rate of each field that the document stated last. */
  readonly known: ReadonlyMap<string, Indicator>
}

export interface CountTerm {
  readonly verb: string
  readonly generic: Generic | null
  readonly indicator: Indicator | null
}

export interface SubjectKit extends FieldWords {
  readonly accrues: (indicator: Indicator, words: string) => boolean
  readonly mentionsOf: MentionReader
  readonly regionsIn: RegionReader
  readonly resolve: GenericResolver
  /** Whether an indicator's own name speaks of completion (培训人次/任务完成率). */
  readonly namesCompletion: (indicator: Indicator) => boolean
  /** Whether words name those who bear something: 企业, 单位, 合作社. */
  readonly namesBody: (words: string) => boolean
  /** Whether words name something that a quantity could be of: a field, a part, a rate or an amount. */
  /** The rate that the counts before it make, where nothing else names it. */
  readonly rateByCounts: RateByCounts
  /** Whether words speak of all there are (累计), not of what is new. */
  readonly saysStock: (words: string) => boolean
  /** What may stand behind a name in a label (合格率如下), and before it (各类别不合格批次数). */
  readonly labelTail: RegExp
  readonly labelOpener: RegExp
  /** What a label ends with that names no part (基本数据：). */
  readonly labelIdle: RegExp
  /** Words for the whole of which something is a part (总体水平). */
  readonly wholeSide: RegExp
  /** Whether words end with one that measures something (shared-head.ts). */
  readonly endsInMeasure: (words: string) => boolean
  readonly saysSubject: (words: string) => boolean
  /** The other side of a comparison, told by a phrase. */
  readonly compared: ComparedReader
  readonly ownName: OwnName
  /** The part that stands first or last (told-parts.ts). */
  readonly superlative: SuperlativeReader
  /** A name without the verb of a change and what it is measured against. */
  readonly plainName: (name: string) => string
  /** How often, in which period and how many at least: what stands between a name and its number. */
  readonly idle: RegExp
  /** The indicator that shortened or rearranged words mean, by what stands around them. */
  readonly liken: Likeness
  /** The words that tell of a part by the sentence's build. */
  readonly partIn: PartTeller
  readonly kindBefore: KindReader
  /** The words directly before a generic term that say what it is of (小作坊抽检合格率), or null where nothing does. */
  readonly qualifierOf: (before: string) => string | null
  /** Whether the words around a count say that it is a result of the sampling (发现…不合格), not the sampling itself. */
  readonly isResult: (between: string, after: string) => boolean
  /** Indicators by a compound unit that is theirs alone. */
  readonly unitNames: ReadonlyMap<string, Indicator>
  /** Counts named by verb and unit (抽查…批次), by unit. */
  readonly countTerms: ReadonlyMap<string, readonly CountTerm[]>
}

/** Indicators that alone have their compound unit: 4.2批次/千人 names itself. */
export function unitNames(lexicon: Lexicon): SubjectKit['unitNames'] {
  const compound = lexicon.indicators.filter(({ unit }) => /\p{Script=Han}\/\p{Script=Han}/u.test(unit))
  return new Map(
    compound
      .filter(({ unit }) => compound.filter((other) => other.unit === unit).length === 1)
      .map((indicator) => [indicator.unit, indicator]),
  )
}

export function createCompletionTest(lexicon: Lexicon): SubjectKit['namesCompletion'] {
  const word = new RegExp(wordPattern(cue(lexicon, 'completion-names')), 'u')
  return ({ name, aliases }) => [name, ...aliases].some((each) => word.test(each))
}

export function createBodyTest(lexicon: Lexicon): SubjectKit['namesBody'] {
  const body = new RegExp(wordPattern(cue(lexicon, 'bodies')), 'u')
  return (words) => body.test(words)
}

export const isRate = ({ unit }: Pick<Quantity, 'unit'>): boolean =>
  unit === '%' || unit === '‰' || unit === '个百分点' || unit === '个千分点' || unit === '分'

export function idlePattern(lexicon: Lexicon): RegExp {
  const bounds = ['comparator-ge-before', 'comparator-le-before', 'comparator-ge-ahead', 'yearly']
  return new RegExp(`每(?:年|季度|季|月|周|半年)|${PERIOD}|${wordPattern(bounds.flatMap((group) => cue(lexicon, group)))}`, 'gu')
}
