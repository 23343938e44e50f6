/**
 * Sentences that tell of a new way of doing something, for the writer of the bulletin to choose from: by what `signs.ts` finds in them. What is planned,
 * asked for or missing is none. Nothing here is scored.
 *
 * Words: corpus/lexicon/cues/practices.yaml; examples: corpus/examples/practice.yaml.
 */
import { type Document, foldedSpan, quote, toSource } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import { createPlanReader } from '../../extractors/indicators/plan.ts'
import type { Structure } from '../../extractors/language/structure.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from '../analysis/cue-test.ts'
import { createMood } from '../analysis/mood.ts'
import { createPlacer } from '../analysis/parts.ts'
import { type SentenceView, viewSentences } from '../analysis/sentence-view.ts'
import { createStatement } from '../analysis/statement.ts'
import type { Practice } from './practice.ts'
import { createSignReader } from './signs.ts'

export interface PracticeInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Pick<Identity, 'county' | 'period' | 'kind'>
}

/** Without their ids, which the pipeline gives. In order of position. */
export type PracticeFinder = (input: PracticeInput) => Omit<Practice, 'id'>[]

/** A shorter part names a means and tells nothing of it. */
const SHORTEST = 10

export function createPracticeFinder(lexicon: Lexicon): PracticeFinder {
  const plans = createPlanReader(lexicon)
  const placed = createPlacer(lexicon)
  const mood = createMood(lexicon)
  const isDenied = cueTest(lexicon, 'practice-not')
  const rules = new RegExp(wordPattern(cue(lexicon, 'practice-rules')), 'gu')
  const limits = new RegExp(`(?:${wordPattern(cue(lexicon, 'practice-limits'))})(?=[0-9])`, 'gu')
  const isToCome = (words: string): boolean => mood.isMeant({ words: words.replace(rules, ''), values: [] }) || mood.isDue(words)
  const { whyNotOwn } = createStatement(lexicon)
  const signsIn = createSignReader(lexicon)

  return ({ document, structure, identity }) => {
    if (identity.kind !== 'analysis' && identity.kind !== 'summary') return []
    const planned = plans.sections(structure, identity.period)
    const sectionOf = (block: number): number => structure.sectionOfBlock[block] ?? 0
    let turned = -1
    return placed(viewSentences(document, structure, [])).flatMap((sentence) => {
      if (plans.opensAt(sentence.words, identity.period) !== null) turned = sentence.block
      if (
        turned === sentence.block ||
        planned[sectionOf(sentence.block)] === true ||
        sentence.parts.problems !== null ||
        whyNotOwn(sentence) !== null
      )
        return []
      return partsOf(sentence).flatMap(({ start, words }): Omit<Practice, 'id'>[] => {
        const { signs, saysNew } = signsIn(words)
        if (signs.length === 0 || words.length < SHORTEST || isDenied(words.replace(limits, '')) || isToCome(words)) return []
        const span = foldedSpan(sentence.folded.start + start, sentence.folded.start + start + words.length)
        const evidence = quote(document, toSource(document.folded, span))
        return [{ file: document.file, county: identity.county, period: identity.period, signs, saysNew, evidence }]
      })
    })
  }
}

/** What stands between semicolons, without the mark that ends it. */
function partsOf({ words }: SentenceView): { readonly start: number; readonly words: string }[] {
  let start = 0
  return words.split(/[；。！]/u).flatMap((part) => {
    const own = { start, words: part }
    start += part.length + 1
    return part === '' ? [] : [own]
  })
}
