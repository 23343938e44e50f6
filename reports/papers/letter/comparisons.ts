/** What looks like a comparison and does not count; in the annex also the county's own figures of a year or a quarter before that could make one. */
import { fileName } from '../../../rules/versions/file-name.ts'
import { rejectionWords } from '../../wording.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { inSentence, quoted } from './quoted.ts'
import type { LetterWording } from './wording.ts'

/** As many as a letter can bear; the annex has all. */
const MOST = 3

export function comparisonParts(facts: LetterFacts, wording: LetterWording): Part[] {
  const { rejected } = facts.assessment.criteria.comparison
  return [
    ...(rejected.length === 0 ? [] : [{ kind: 'body', text: wording.notCountedOpening } as const]),
    ...rejected.slice(0, MOST).map(
      ({ evidence, reason }): Part => ({
        kind: 'heading',
        level: 3,
        text: filled(wording.notCounted, { ...inSentence(facts, evidence), reason: rejectionWords[reason] }),
      }),
    ),
  ]
}

export const comparisonRows = (facts: LetterFacts, wording: LetterWording): AnnexRow[] => [
  ...facts.assessment.criteria.comparison.rejected.map(({ evidence, reason }) => ({
    about: wording.notCountedAbout,
    ...quoted(facts, evidence),
    advice: `${rejectionWords[reason]}。`,
  })),
  ...knownWords(facts, wording).map((message) => ({ about: wording.knownAbout, quote: '—', place: '', advice: `${message}。` })),
]

const knownWords = ({ assessment: { known } }: LetterFacts, { knownYoy, knownQoq }: LetterWording): string[] =>
  known.map(({ name, basis, quote, source }) =>
    filled(basis === 'yoy' ? knownYoy : knownQoq, { criterion: name, quote, other: fileName(source) }),
  )
