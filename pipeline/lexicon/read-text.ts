/** Reads a sentence that somebody writes or pastes, without a file: its values, honours, facts and numbers. */
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import { createAchievementExtractor } from '../../extractors/achievements/extract-achievements.ts'
import type { Document, Evidence } from '../../extractors/document.ts'
import { quote } from '../../extractors/document.ts'
import { createFactExtractor } from '../../extractors/facts/extract-facts.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import { assemble } from '../../extractors/formats/assemble.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import { createValueExtractor } from '../../extractors/indicators/extract-values.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import { createNamer } from '../../extractors/indicators/written-name.ts'
import { structure } from '../../extractors/language/structure.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { TextScope } from '../text-scope.ts'

export interface TextReading {
  readonly text: string
  readonly values: readonly Omit<Value, 'id'>[]
  readonly achievements: readonly Omit<Achievement, 'id'>[]
  readonly facts: readonly Omit<StatedFact, 'id'>[]
  /** Numbers that are no value, with what they were taken for. */
  readonly structural: readonly { readonly class: string; readonly evidence: Evidence }[]
  readonly unexplained: readonly Evidence[]
}

export type TextReader = (text: string, scope: TextScope) => TextReading

export function createTextReader(lexicon: Lexicon): TextReader {
  const extractValues = createValueExtractor(lexicon)
  const extractAchievements = createAchievementExtractor(lexicon)
  const extractFacts = createFactExtractor(lexicon)
  const named = createNamer(lexicon)
  const titleWords = cue(lexicon, 'title-words')
  return (text, scope) => {
    const document = textDocument(text, titleWords)
    const identity: Identity = { kind: 'unknown', title: '', ...scope, notices: [] }
    const input = { document, structure: structure(document), identity }
    const { values, numbers } = extractValues(input)
    return {
      text: document.text,
      values: named(document.text, values),
      achievements: extractAchievements(input),
      facts: extractFacts(input),
      structural: numbers.structural.map((number) => ({ class: number.class, evidence: quote(document, number) })),
      unexplained: numbers.unexplained.map((number) => quote(document, number)),
    }
  }
}

function textDocument(text: string, titleWords: readonly string[]): Document {
  const blocks = text.split(/\r?\n/u).map((line) => ({ kind: 'paragraph' as const, text: line, origin: {} }))
  return assemble('', '', { format: 'txt', pages: null, blocks, notices: [], incomplete: false }, titleWords)
}
