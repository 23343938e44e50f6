/** What looks like a comparison and does not count; in the annex also the county's own figures of a year or a quarter before that could make one. */
import { figureWords } from '../../../rules/analysis/own-past.ts'
import { fileName } from '../../../rules/versions/file-name.ts'
import { rejectionWords } from '../../wording.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import { inSentence, quoted } from './quoted.ts'
import type { LetterWording } from './wording.ts'

/** As many as a letter can bear; the annex has all. */
const MOST = 3

export function comparisonParts(facts: LetterFacts, wording: LetterWording): Part[] {
  const rejected = lookalikes(facts)
  return [
    ...(rejected.length === 0 ? [] : [{ kind: 'body', text: wording.notCountedOpening } as const]),
    ...points(
      rejected
        .slice(0, MOST)
        .map(({ evidence, reason }) => filled(wording.notCounted, { ...inSentence(facts, evidence), reason: rejectionWords[reason] })),
    ),
  ]
}

export const comparisonRows = (facts: LetterFacts, wording: LetterWording): AnnexRow[] => [
  ...lookalikes(facts).map(({ evidence, reason }) => ({
    about: wording.notCountedAbout,
    ...quoted(facts, evidence),
    advice: `${rejectionWords[reason]}。`,
  })),
  ...knownWords(facts, wording).map((message) => ({ about: wording.knownAbout, quote: '—', place: '', advice: `${message}。` })),
]

/** What was copied is told with the passages. */
const lookalikes = ({ assessment: { criteria } }: LetterFacts) => criteria.comparison.rejected.filter(({ reason }) => reason !== 'copied')

const knownWords = ({ assessment: { known } }: LetterFacts, { knownYoy, knownQoq }: LetterWording): string[] =>
  known.map((figure) =>
    filled(figure.basis === 'yoy' ? knownYoy : knownQoq, {
      criterion: figure.name,
      quote: figureWords(figure),
      other: fileName(figure.source).replace(EXTENSION, ''),
    }),
  )

const EXTENSION = /\.[a-z]{2,5}$/iu
