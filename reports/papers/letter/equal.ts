/** Passages that stand in other documents too. Nothing here says who took from whom. */
import { blockHolding } from '../../excerpt.ts'
import { placeWords, quoteWords } from '../../place-words.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, EqualPassage, LetterFacts } from './facts.ts'
import type { LetterWording } from './wording.ts'

type Mask = (text: string) => string

/** As many as a letter can bear; the annex has all. */
const MOST = 5

export function equalParts(facts: LetterFacts, wording: LetterWording, mask: Mask, you: string): Part[] {
  const { assessment, passages } = facts
  const share = assessment.copying?.share ?? 0
  if (passages.length === 0 && share === 0) return []
  const percent = `${Math.round(share * 100)}%`
  return [
    { kind: 'heading', level: 1, text: wording.equalHeading },
    ...(passages.length === 0
      ? [{ kind: 'body', text: filled(wording.equalShare, { share: percent, you }) } as const]
      : [{ kind: 'body', text: filled(wording.equalOpening, { count: passages.length, you, share: percent }) } as const]),
    ...passages.slice(0, MOST).map(
      (passage): Part => ({
        kind: 'heading',
        level: 3,
        text: filled(wording.equalPassage, described(facts, passage, wording, mask, you)),
      }),
    ),
  ]
}

export const equalRows = (facts: LetterFacts, wording: LetterWording, mask: Mask, you: string): AnnexRow[] =>
  facts.passages.map((passage) => {
    const { quote, place, other } = described(facts, passage, wording, mask, you)
    return { about: wording.equalHeading, quote, place, advice: `与${other}相同。` }
  })

function described({ text, documents }: LetterFacts, passage: EqualPassage, wording: LetterWording, mask: Mask, you: string) {
  const { start, end, source, sourceClass } = passage
  const block = blockHolding(text.blocks, start)
  const page = text.blocks[block]?.origin.page
  const quote = text.text.slice(start, end)
  const record = documents.get(source)
  const title = record?.title || (source.split(/[/\\:]/u).at(-1) ?? source)
  const name = sourceClass === 'peer' ? (record?.county ?? '') : title
  const other = filled(wording.sources[sourceClass], { other: mask(name) || wording.otherCounty, you })
  return { quote: quoteWords(quote), place: placeWords(text, { quote, start, end, block, ...(page === undefined ? {} : { page }) }), other }
}
