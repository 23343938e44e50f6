/**
 * Sentences that tell of a new way of doing something, for the writer of the bulletin to choose from: by words of newness (率先, 试点), or by an act and its
 * means in one clause (推行…二维码, 组建…公司). What is planned, asked for or missing is none. Nothing here is scored.
 *
 * Words: corpus/lexicon/cues/practices.yaml; examples: corpus/examples/practice.yaml.
 */
import { type Document, foldedSpan, quote, toSource } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import { createPlanReader } from '../../extractors/indicators/plan.ts'
import type { Structure } from '../../extractors/language/structure.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { type CueFinder, cueFinder, cueTest } from '../analysis/cue-test.ts'
import { createMood } from '../analysis/mood.ts'
import { createPlacer } from '../analysis/parts.ts'
import { type SentenceView, viewSentences } from '../analysis/sentence-view.ts'
import type { Practice } from './practice.ts'

export interface PracticeInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Pick<Identity, 'county' | 'period' | 'kind'>
}

/** Without their ids, which the pipeline gives. In order of position. */
export type PracticeFinder = (input: PracticeInput) => Omit<Practice, 'id'>[]

/** How far from the act its means may be named. */
const REACH = 24
/** A shorter part names a means and tells nothing of it. */
const SHORTEST = 10

export function createPracticeFinder(lexicon: Lexicon): PracticeFinder {
  const plans = createPlanReader(lexicon)
  const placed = createPlacer(lexicon)
  const mood = createMood(lexicon)
  const isDenied = cueTest(lexicon, 'practice-not')
  const signsIn = signReader(lexicon)

  return ({ document, structure, identity }) => {
    if (identity.kind !== 'analysis' && identity.kind !== 'summary') return []
    const planned = plans.sections(structure, identity.period)
    const sectionOf = (block: number): number => structure.sectionOfBlock[block] ?? 0
    let turned = -1
    return placed(viewSentences(document, structure, [])).flatMap((sentence) => {
      if (plans.opensAt(sentence.words, identity.period) !== null) turned = sentence.block
      if (turned === sentence.block || planned[sectionOf(sentence.block)] === true || sentence.parts.problems !== null) return []
      return partsOf(sentence).flatMap(({ start, words }): Omit<Practice, 'id'>[] => {
        const { signs, saysNew } = signsIn(words)
        if (signs.length === 0 || words.length < SHORTEST || isDenied(words) || mood.isToCome({ words, values: [] })) return []
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

function signReader(lexicon: Lexicon): (words: string) => Pick<Practice, 'signs' | 'saysNew'> {
  const isNew = cueFinder(lexicon, 'practice-new')
  const pairs = [
    pairReader(cueFinder(lexicon, 'practice-acts'), cueFinder(lexicon, 'practice-means')),
    pairReader(cueFinder(lexicon, 'practice-founding'), cueFinder(lexicon, 'practice-bodies')),
  ]
  return (words) => {
    const said = isNew(words).map(({ word }) => word)
    const named = words.split('，').flatMap((clause) => pairs.flatMap((pair) => pair(clause)))
    return { signs: [...new Set([...said, ...named])], saysNew: said.length > 0 }
  }
}

/** An act and, behind it, the first means within reach: 推行…二维码. */
const pairReader =
  (acts: CueFinder, means: CueFinder) =>
  (clause: string): string[] =>
    acts(clause).flatMap((act) => {
      const found = means(clause).find(({ start }) => start >= act.end && start - act.end <= REACH)
      return found === undefined ? [] : [`${act.word}…${found.word}`]
    })
