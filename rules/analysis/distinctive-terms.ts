/**
 * The words that set a report apart from the others of its period (滴灌带, 岩棉板): a report that only repeats what all write has none of its own.
 *
 * TF-IDF over the reports' segmented words, by natural; its own product of the two cuts the term as if it were English, and is 0 for Chinese. Shown beside the verdict, which it does not change.
 */
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js'
import type { TermCount } from '../../extractors/language/terms.ts'
import type { DistinctiveTerms } from './assessment.ts'

export interface ReportTerms {
  readonly file: string
  readonly period: string | null
  readonly terms: readonly TermCount[]
}

const SHOWN = 8
/** Fewer reports than this cannot be told apart. */
const FEWEST = 3

export function distinctiveTerms(reports: readonly ReportTerms[]): DistinctiveTerms[] {
  const periods = new Map<string | null, ReportTerms[]>()
  for (const report of reports) periods.set(report.period, [...(periods.get(report.period) ?? []), report])
  return [...periods.values()].filter((group) => group.length >= FEWEST).flatMap(ofPeriod)
}

function ofPeriod(group: readonly ReportTerms[]): DistinctiveTerms[] {
  const index = new TfIdf()
  for (const { terms } of group) index.addDocument(terms.flatMap(([term, count]) => Array<string>(count).fill(term)))
  return group.map(({ file }, at) => ({
    file,
    terms: index
      .listTerms(at)
      .map(({ term, tf, idf }) => ({ term, weight: tf * idf }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, SHOWN)
      .map(({ term }) => term),
  }))
}
