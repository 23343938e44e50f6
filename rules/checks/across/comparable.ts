/** Which documents are compared with others: reports, summaries and data of a county or the prefecture whose period is certain. Drafts and superseded versions are not. */
import { foldText } from '../../../extractors/language/fold.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import { type Period, readPeriods, yearOf } from '../../../extractors/quantities/period.ts'
import { fileName } from '../../versions/file-name.ts'
import type { ComparedDocument } from './compared-document.ts'
import { owners } from './owner.ts'

const KINDS: ReadonlySet<ComparedDocument['kind']> = new Set(['analysis', 'summary', 'bulletin', 'data', 'unknown'])

/** A document with its period where that can be relied on. */
export interface Comparable {
  readonly document: ComparedDocument
  /** The lexicon's id of the county, or the prefecture's name (owner.ts). */
  readonly county: string
  readonly period: Period
  /** False where title or file name speak of the year and only the folder of the quarter: its values may be of either. */
  readonly isPeriodCertain: boolean
}

const patterns = perLexicon((lexicon) => ({
  draft: new RegExp(wordPattern(cue(lexicon, 'draft-files')), 'u'),
}))

export const comparables = perLexicon((lexicon) => {
  const { draft } = patterns(lexicon)
  return (documents: readonly ComparedDocument[]): Comparable[] =>
    documents.flatMap((document) => {
      const county = owners(lexicon)(document.county)
      if (county === null || document.period === null || !KINDS.has(document.kind) || draft.test(fileName(document.file))) return []
      return [{ document, county, period: document.period, isPeriodCertain: isCertain(document, document.period) }]
    })
})

function isCertain({ title, file }: ComparedDocument, period: Period): boolean {
  const named = [title, fileName(file)].flatMap((words) => readPeriods(foldText(words), yearOf(period)))
  return named.some((mention) => mention.period === period) || named.length === 0
}
