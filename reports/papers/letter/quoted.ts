import type { Evidence } from '../../../extractors/document.ts'
import { evidenceWords } from '../../evidence-words.ts'
import { placeWords, quoteWords } from '../../place-words.ts'
import type { LetterFacts } from './facts.ts'

/** The words of a piece of evidence and where they stand, as a letter says them. */
export const quoted = ({ text }: Pick<LetterFacts, 'text'>, evidence: Evidence) => ({
  /** A point of a list ends in a mark that leads on to the next. */
  quote: quoteWords(evidenceWords(text, evidence)).replace(/[；，、]$/u, ''),
  place: placeWords(text, evidence),
})

/** The same within a sentence of the letter, which has its own full stop. */
export const inSentence = (facts: Pick<LetterFacts, 'text'>, evidence: Evidence) => {
  const { quote, place } = quoted(facts, evidence)
  return { quote: quote.replace(/[。；，：]$/u, ''), place }
}
