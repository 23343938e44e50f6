/** Passages that stand in other documents too. Nothing here says who took from whom. */

import type { SourceClass } from '../../../rules/copying/copy.ts'
import { blockHolding } from '../../excerpt.ts'
import { placeWords, quoteWords } from '../../place-words.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, EqualPassage, LetterFacts } from './facts.ts'
import { points } from './points.ts'
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
    ...points(passages.slice(0, MOST).map((passage) => filled(wording.equalPassage, described(facts, passage, wording, mask, you)))),
  ]
}

/** The share of each class of source, where there is more than one; each character is put down to one source. */
function byClass({ assessment: { copying } }: LetterFacts, { equalByClass }: LetterWording, you: string): string {
  const shares = new Map<SourceClass, number>()
  for (const { sourceClass, share } of copying?.sources ?? []) shares.set(sourceClass, (shares.get(sourceClass) ?? 0) + share)
  if (shares.size < 2) return ''
  const parts = wholePercents([...shares.values()], Math.round((copying?.share ?? 0) * 100))
  return `（${[...shares.keys()].map((name, at) => filled(equalByClass[name], { share: `${parts[at]}%`, you })).join('，')}）`
}

/** Parts of a whole as they are printed, so that they add up to it: what rounding leaves over goes to the parts that lost most. */
function wholePercents(shares: readonly number[], whole: number): number[] {
  const floors = shares.map((share) => Math.floor(share * 100))
  const left = Math.max(0, whole - floors.reduce((sum, each) => sum + each, 0))
  const order = shares.map((share, at) => ({ at, rest: share * 100 - (floors[at] ?? 0) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  const more = new Set(order.slice(0, left).map(({ at }) => at))
  return floors.map((floor, at) => floor + (more.has(at) ? 1 : 0))
}

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
  const quote = shownWords(text, passage)
  const record = documents.get(source)
  const title = record?.title || (source.split(/[/\\:]/u).at(-1) ?? source)
  const name = sourceClass === 'peer' ? (record?.county ?? '') : title
  const other = filled(wording.sources[sourceClass], { other: mask(name) || wording.otherCounty, you })
  return {
    quote: quoteWords(quote).replace(/[；，：]$/u, ''),
    place: placeWords(text, { quote, start, end, block, ...(page === undefined ? {} : { page }) }),
    other,
  }
}

/** So far a quote is drawn out to the mark of a clause, that it may not begin or end within a word. */
const NEAREST_MARK = 12
const MARKS = '，。；：！？\n'

/** What is printed of a passage: whole clauses of its first paragraph. What it counts is the passage itself. */
function shownWords({ text, blocks }: LetterFacts['text'], { start, end }: EqualPassage): string {
  const block = blocks[blockHolding(blocks, start)]?.span ?? { start: 0, end: text.length }
  const isMark = (at: number): boolean => MARKS.includes(text.charAt(at))
  const last = Math.min(end, block.end)
  let [from, to] = [start, last]
  while (from > block.start && start - from < NEAREST_MARK && !isMark(from - 1)) from--
  while (to < block.end && to - last < NEAREST_MARK && !isMark(to - 1)) to++
  const opens = from === block.start || isMark(from - 1)
  const closes = to === block.end || isMark(to - 1)
  return `${opens ? '' : '……'}${text.slice(opens ? from : start, closes ? to : last)}${closes && last === end ? '' : '……'}`
}
