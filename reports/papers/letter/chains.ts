/** Problems that no measure answers, and measures that answer no problem stated: told where the report has both. */
import type { Evidence } from '../../../extractors/document.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import { inSentence, quoted } from './quoted.ts'
import type { LetterWording } from './wording.ts'

/** As many as a letter can bear; the annex has all. */
const MOST = 3

export function chainParts(facts: LetterFacts, wording: LetterWording): Part[] {
  const { unanswered, unprompted } = looseEnds(facts)
  const item = (words: string) => (evidence: Evidence) => filled(words, inSentence(facts, evidence))
  const items = [...unanswered.slice(0, MOST).map(item(wording.unanswered)), ...unprompted.slice(0, MOST).map(item(wording.unprompted))]
  if (items.length === 0) return []
  return [{ kind: 'heading', level: 2, text: wording.chainHeading }, { kind: 'body', text: wording.chainOpening }, ...points(items)]
}

export function chainRows(facts: LetterFacts, wording: LetterWording): AnnexRow[] {
  const { unanswered, unprompted } = looseEnds(facts)
  const row = (advice: string) => (evidence: Evidence) => ({ about: wording.chainHeading, ...quoted(facts, evidence), advice })
  return [...unanswered.map(row(wording.unansweredAdvice)), ...unprompted.map(row(wording.unpromptedAdvice))]
}

/** Where either is missing altogether, the criterion says so. */
function looseEnds({ assessment: { chains, unprompted, criteria } }: LetterFacts) {
  if (criteria.measures.level === 'absent' || chains.length === 0) return { unanswered: [], unprompted: [] }
  return { unanswered: chains.filter(({ measures }) => measures.length === 0).map(({ problem }) => problem), unprompted }
}
