/** Passages that stand in other documents too. Nothing here says who took from whom. */

import type { SourceClass } from '../../../rules/copying/copy.ts'
import { copiedFrom } from '../../../rules/copying/thresholds.ts'
import { blockHolding, runningWords } from '../../excerpt.ts'
import { percentParts } from '../../percent-parts.ts'
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
  const given = { count: passages.length, you, share: percent(share), message: byClass(facts, wording, you) }
  return [
    { kind: 'heading', level: 1, text: wording.equalHeading },
    { kind: 'body', text: filled(openingOf(facts, wording), given) },
    ...passages.slice(0, MOST).map(
      (passage): Part => ({
        kind: 'heading',
        level: 3,
        text: filled(wording.equalPassage, described(facts, passage, wording, mask, you)),
      }),
    ),
    ...(share >= copiedFrom.review && isOpen(facts) ? [{ kind: 'body', text: filled(wording.equalOpen, { you }) } as const] : []),
  ]
}

/** The share of each class of source, where there is more than one; each character is put down to one source. */
function byClass({ assessment: { copying } }: LetterFacts, { equalByClass }: LetterWording, you: string): string {
  const shares = new Map<SourceClass, number>()
  for (const { sourceClass, share } of copying?.sources ?? []) shares.set(sourceClass, (shares.get(sourceClass) ?? 0) + share)
  if (shares.size < 2) return ''
  const parts = percentParts([...shares.values()], copying?.share ?? 0)
  return `（${[...shares.keys()].map((name, index) => filled(equalByClass[name], { share: `${parts[index]}%`, you })).join('，')}）`
}

/** Of a part nobody can say who wrote it first. */
const isOpen = ({ assessment: { copying } }: LetterFacts): boolean => copying?.sources.some(({ order }) => order !== 'earlier') ?? false

/** What is counted into the share is longer than what is listed: a report may have passages and no share. */
function openingOf({ passages, assessment }: LetterFacts, wording: LetterWording): string {
  if (passages.length === 0) return wording.equalShare
  return (assessment.copying?.share ?? 0) < LEAST ? wording.equalShort : wording.equalOpening
}

/** Less than half a per cent is printed as none. */
const LEAST = 0.005

const percent = (share: number): string => `${Math.round(share * 100)}%`

export const equalRows = (facts: LetterFacts, wording: LetterWording, mask: Mask, you: string): AnnexRow[] =>
  facts.passages.map((passage) => {
    const { quote, place, other } = described(facts, passage, wording, mask, you)
    return { about: wording.equalHeading, quote, place, advice: `与${other}相同。` }
  })

function described({ text, documents }: LetterFacts, passage: EqualPassage, wording: LetterWording, mask: Mask, you: string) {
  const { start, end, source, sourceClass } = passage
  const block = blockHolding(text.blocks, start)
  const page = text.blocks[block]?.origin.page
  const quote = runningWords(text, passage)
  const record = documents.get(source)
  const title = record?.title || (source.split(/[/\\:]/u).at(-1) ?? source)
  const name = sourceClass === 'peer' ? (record?.county ?? '') : title
  const other = filled(wording.sources[sourceClass], { other: mask(name) || wording.otherCounty, you })
  return { quote: quoteWords(quote), place: placeWords(text, { quote, start, end, block, ...(page === undefined ? {} : { page }) }), other }
}
