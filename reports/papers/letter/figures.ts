/** The figures to verify: what the checks found in this report. */
import { placeWords, quoteWords } from '../../place-words.ts'
import { checkKindWords } from '../../wording.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import type { LetterWording } from './wording.ts'

type Mask = (text: string) => string

export function figureParts(facts: LetterFacts, wording: LetterWording, mask: Mask): Part[] {
  if (facts.findings.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: wording.figuresHeading },
    { kind: 'body', text: filled(wording.figuresOpening, { count: facts.findings.length }) },
    ...points(
      facts.findings.map((finding) => {
        const own = finding.evidence.find(({ file }) => file === undefined)
        const where = own === undefined ? '' : filled(wording.figurePlace, { place: placeWords(facts.text, own) })
        return `${mask(finding.message).replace(/[。，]?(?:请核对)?。?$/u, '')}${where}。`
      }),
    ),
  ]
}

export const figureRows = ({ findings, text }: LetterFacts, mask: Mask): AnnexRow[] =>
  findings.map((finding) => {
    const own = finding.evidence.filter(({ file }) => file === undefined)
    return {
      about: checkKindWords(finding.kind),
      quote: own.map(({ quote }) => quoteWords(quote, 40)).join('；'),
      place: own[0] === undefined ? '' : placeWords(text, own[0]),
      advice: `${mask(finding.message)}${/。$/u.test(finding.message) ? '' : '。'}`,
    }
  })
