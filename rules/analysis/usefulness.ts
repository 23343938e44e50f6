/** How far a report is this county's own, and how far it serves those who decide. Shown beside the verdict, which it does not change. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Locality, Usefulness } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import type { Measure } from './measures.ts'
import { placesIn } from './places.ts'
import type { SentenceView } from './sentence-view.ts'
import { createSubjectClass } from './subject-class.ts'

export interface Beside {
  readonly locality: Locality
  readonly usefulness: Usefulness
}

export function createBeside(lexicon: Lexicon): (sentences: readonly SentenceView[], measures: readonly Measure[]) => Beside {
  const classOf = createSubjectClass(lexicon)
  const priority = cueTest(lexicon, 'priorities')
  const resources = cueTest(lexicon, 'resources')
  return (sentences, measures) => {
    const places = new Set(sentences.flatMap(({ words }) => placesIn(words)))
    const figures = sentences.flatMap(({ clauses, words }) =>
      clauses.flatMap((clause) =>
        clause.values.filter((value) => value.role !== 'target' && classOf(value, clause.words, words) === 'quality'),
      ),
    )
    const count = (name: 'owner' | 'deadline' | 'quantity'): number => measures.filter((measure) => measure[name]).length
    return {
      locality: { places: [...places].sort(), qualityFigures: figures.length },
      usefulness: {
        measures: measures.length,
        owner: count('owner'),
        deadline: count('deadline'),
        quantity: count('quantity'),
        priority: measures.some(({ item }) => priority(item.words)),
        resources: measures.some(({ item }) => resources(item.words)),
      },
    }
  }
}
