/** Passages that stand in other documents too, with what differs marked on both sides. Nothing here says who took from whom. */

import type { SourceClass } from '../../../rules/copying/copy.ts'
import { copiedFrom, copyThresholds } from '../../../rules/copying/thresholds.ts'
import { blockHolding } from '../../excerpt.ts'
import { placeWords } from '../../place-words.ts'
import { differenceWords } from '../../wording.ts'
import { type Part, plainText, type Words } from '../paper.ts'
import { filled } from '../wording.ts'
import { markedQuote, otherMarks, ownMarks } from './equal-quote.ts'
import type { AnnexRow, EqualPassage, LetterFacts, Peers } from './facts.ts'
import { points } from './points.ts'
import { unpraised } from './praise.ts'
import type { LetterWording } from './wording.ts'

/** As many as a letter can bear; the annex has all. */
const MOST = 5

export function equalParts(facts: LetterFacts, wording: LetterWording, peers: Peers, you: string): Part[] {
  const { assessment, passages } = facts
  const share = assessment.copying?.share ?? 0
  if (passages.length === 0 && share === 0) return []
  const state = passages.every(({ changed }) => changed.length === 0) ? wording.equalSame : wording.equalAlmost
  const given = { count: passages.length, you, share: percent(share), state, message: byClass(facts, wording, you) }
  const criteria = unpraised(facts).map((name) => wording.missing[name])
  return [
    { kind: 'heading', level: 1, text: wording.equalHeading },
    { kind: 'body', text: filled(openingOf(facts, wording), given) },
    ...points(passages.slice(0, MOST).map((passage) => sentenceOf(facts, passage, wording, peers, you))),
    ...(criteria.length === 0 ? [] : [{ kind: 'body', text: filled(wording.equalUnpraised, { criterion: criteria.join('、') }) } as const]),
    ...(share >= copiedFrom.review && isOpen(facts) ? [{ kind: 'body', text: filled(wording.equalOpen, { you }) } as const] : []),
  ]
}

/** The share of each class of source, where there is more than one; each character is put down to one source. What is too short to count is told. */
function byClass({ assessment: { copying }, passages }: LetterFacts, { equalByClass, equalUncounted }: LetterWording, you: string): string {
  const shares = new Map<SourceClass, number>()
  for (const { sourceClass, share } of copying?.sources ?? []) shares.set(sourceClass, (shares.get(sourceClass) ?? 0) + share)
  const parts = wholePercents([...shares.values()], Math.round((copying?.share ?? 0) * 100))
  const told = shares.size < 2 ? [] : [...shares.keys()].map((name, at) => filled(equalByClass[name], { share: `${parts[at]}%`, you }))
  const short = passages.filter(({ length }) => length < copyThresholds.counted).length
  if (short > 0) told.push(filled(equalUncounted, { count: short }))
  return told.length === 0 ? '' : `（${told.join('，')}）`
}

/** Parts of a whole as they are printed, so that they add up to it: what rounding leaves over goes to the parts that lost most. */
function wholePercents(shares: readonly number[], whole: number): number[] {
  const floors = shares.map((share) => Math.floor(share * 100))
  const left = Math.max(0, whole - floors.reduce((sum, each) => sum + each, 0))
  const order = shares.map((share, at) => ({ at, rest: share * 100 - (floors[at] ?? 0) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  const more = new Set(order.slice(0, left).map(({ at }) => at))
  return floors.map((floor, at) => floor + (more.has(at) ? 1 : 0))
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

export const equalRows = (facts: LetterFacts, wording: LetterWording, peers: Peers, you: string): AnnexRow[] =>
  facts.passages.map((passage) => {
    const { quote, place, state, theirs } = described(facts, passage, wording, peers, you)
    return { about: wording.equalHeading, quote, place, advice: [`${state}。`, ...theirs] }
  })

function sentenceOf(facts: LetterFacts, passage: EqualPassage, wording: LetterWording, peers: Peers, you: string): Words[] {
  const { quote, place, state, theirs } = described(facts, passage, wording, peers, you)
  return [{ text: `${place}“` }, ...quote, { text: `”，${state}。` }, ...theirs]
}

/** `theirs`: what the other document says, where it says it otherwise. */
function described({ text, texts, documents }: LetterFacts, passage: EqualPassage, wording: LetterWording, peers: Peers, you: string) {
  const { start, end, source, sourceClass, sourceStart, sourceEnd, changed, order } = passage
  const quote = markedQuote(text, { start, end }, ownMarks(changed))
  const block = blockHolding(text.blocks, start)
  const page = text.blocks[block]?.origin.page
  const record = documents.get(source)
  const title = record?.title || (source.split(/[/\\:]/u).at(-1) ?? source)
  const name = sourceClass === 'peer' ? (record?.county ?? '') : title
  const named = { other: peers.mask(name) || wording.otherCounty, you }
  const other = filled(wording.sources[sourceClass], named)
  const among = sourceClass === 'peer' && order === 'earlier' ? wording.equalEarlier : ''
  const state =
    changed.length === 0
      ? filled(wording.equalVerbatim, { other, message: among })
      : filled(wording.equalBut, { other, message: among, criterion: differenceWords(changed.map(({ kind }) => kind)) })
  const otherText = texts.get(source)
  const isNamed = sourceClass !== 'peer' || peers.areNamed
  const theirs =
    changed.length === 0 || otherText === undefined
      ? []
      : markedQuote(otherText, { start: sourceStart, end: sourceEnd }, otherMarks(changed, isNamed, wording.someName)).map((words) =>
          sourceClass === 'peer' ? { ...words, text: peers.mask(words.text) } : words,
        )
  return {
    quote,
    place: placeWords(text, { quote: plainText(quote), start, end, block, ...(page === undefined ? {} : { page }) }),
    state,
    theirs: theirs.length === 0 ? [] : [{ text: `${wording.equalTheirs}“` }, ...theirs, { text: '”。' }],
  }
}
