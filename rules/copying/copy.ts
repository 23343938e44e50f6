/** What is copied from where, as `copies.jsonl` writes it (docs/contract.md), and the compact record of a document from which it is found. */
import type { Span } from '../../extractors/document.ts'

export type SourceClass = 'superior' | 'peer' | 'own-past'
/** Which of two documents is the older: the source is never the later one. */
export type SourceOrder = 'earlier' | 'same-date' | 'unknown'

/** What differs: what is masked, so that exchanging it hides nothing, or other words. */
export type ChangedKind = 'number' | 'time' | 'place' | 'name' | 'words'

/** Words that differ within an aligned passage; one side is empty where words were put in or left out. */
export interface ChangedWords extends Span {
  readonly kind: ChangedKind
  readonly sourceStart: number
  readonly sourceEnd: number
}

/** An aligned passage of two documents, in UTF-16 units of each text. */
export interface CopiedPassage {
  readonly id: string
  readonly file: string
  readonly start: number
  readonly end: number
  readonly source: string
  readonly sourceStart: number
  readonly sourceEnd: number
  /** Characters that are the source's, punctuation and all: words that differ, blanks and what is left out lie within the place, and do not count. */
  readonly length: number
  /** Share of the longer side's characters that are the same on both. */
  readonly similarity: number
  /** True where the two agree only with numbers, times and names masked. */
  readonly masked: boolean
  readonly sourceClass: SourceClass
  readonly order: SourceOrder
  readonly changed: readonly ChangedWords[]
}

/** Why a stretch of the body is nobody's own words and counts neither as copied nor as written. */
export type LeftOutReason = 'quotation' | 'name' | 'title' | 'formula' | 'template'
export const leftOutReasons = ['quotation', 'name', 'title', 'formula', 'template'] as const satisfies readonly LeftOutReason[]

export interface LeftOut extends Span {
  readonly reason: LeftOutReason
}

/** How much of a document's body stands in other documents. */
export interface CopyingShare {
  /** Copied characters over all, both after what is left out; 0 to 1. */
  readonly share: number
  /** Each with what is best explained by it alone, so that together they make the share; the greatest first. */
  readonly sources: readonly {
    readonly file: string
    readonly share: number
    readonly sourceClass: SourceClass
    readonly order: SourceOrder
  }[]
  /** The classes of which there was a document to compare against. Of the others nothing can be said. */
  readonly compared: readonly SourceClass[]
  /** Characters of the body that could have been copied. */
  readonly characters: number
  /** Stretches that count neither way, by position; places of the text. */
  readonly leftOut: readonly LeftOut[]
}

/** The part of the share that stands in documents known to be the older. Of the rest nobody can say who wrote it first. */
export const earlierShare = ({ sources }: Pick<CopyingShare, 'sources'>): number =>
  sources.reduce((sum, { order, share }) => sum + (order === 'earlier' ? share : 0), 0)

/** A sentence that states figures and says nothing besides. Places are of the folded text. */
export interface FigureSentence extends Span {
  /** That of its symbols, figures masked. */
  readonly hash: number
  readonly figures: readonly string[]
}

/** What a worker hands on of one document. Places are of the folded text, flattened to keep the record small. */
export interface CopyTrace {
  /** Distinct fingerprints of the raw and the masked body, ascending. */
  readonly fingerprints: readonly number[]
  /** start, end, kind of each masked stretch, by position. */
  readonly masks: readonly number[]
  /** start, end, index in `leftOutReasons` of each stretch that is left out, by position. */
  readonly leftOut: readonly number[]
  /** start, end of each stretch of words that every report needs, by position. */
  readonly plain: readonly number[]
  readonly figureSentences: readonly FigureSentence[]
  /** The day under which the document is signed (2020-10-16), or null. */
  readonly dated: string | null
}

export const noTrace: CopyTrace = { fingerprints: [], masks: [], leftOut: [], plain: [], figureSentences: [], dated: null }
