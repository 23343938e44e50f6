/** The passages that two documents share, word for word or touched up, each with both places and the words that differ. */
import { type FoldedSpan, foldedSpan, type Span, toSource } from '../../extractors/document.ts'
import { type Chain, chains } from './chains.ts'
import type { ChangedWords } from './copy.ts'
import { gapMatches } from './gap-matches.ts'
import { maskCodes } from './masks.ts'
import { paragraphs } from './paragraphs.ts'
import { characters, type Prepared } from './prepared.ts'
import { commonStretches, type Match, type SeedTable } from './seeds.ts'
import { copyThresholds } from './thresholds.ts'

/** Places are of the documents' texts. */
export interface Alignment {
  readonly place: Span
  readonly sourcePlace: Span
  /** First and end symbol in the copier's stream. */
  readonly first: number
  readonly end: number
  readonly length: number
  readonly similarity: number
  readonly masked: boolean
  readonly changed: readonly ChangedWords[]
}

const { counted, countedEvidence, listed, listedEvidence, leastOwn, plainWeight, wholeSentences, density } = copyThresholds

/**
 * The longest first. What differs in nothing needs no other evidence than its length; it is parted where a paragraph ends and both parts are long enough to count.
 * `table` is that of the copier's stream.
 */
export function align(copier: Prepared, table: SeedTable, source: Prepared): Alignment[] {
  const taken = new Uint8Array(copier.stream.codes.length)
  return chains(commonStretches(table, source.stream.codes))
    .flatMap((chain) => {
      if (!isDense(chain) || isTaken(chain, taken)) return []
      const filled = withGaps(chain, copier.stream.codes, source.stream.codes)
      const passages = speaks(filled, copier, source)
        ? [filled]
        : filled.map((match) => [match]).filter((one) => speaks(one, copier, source))
      for (const [from, to] of passages.map(ends)) taken.fill(1, from.at, to.at + to.length)
      return passages
    })
    .flatMap((chain) => paragraphs(chain, copier).map((part) => alignment(part, copier, source)))
    .sort((a, b) => b.length - a.length || a.first - b.first)
}

/** So much of a chain in passages that were found before it makes it one of the many places that say the same. */
const TAKEN = 0.5

function isTaken(chain: Chain, taken: Uint8Array): boolean {
  const [from, to] = ends(chain)
  let covered = 0
  for (let at = from.at; at < to.at + to.length; at++) covered += taken[at] as number
  return covered > TAKEN * (to.at + to.length - from.at)
}

/** Whether so much agrees that the one was copied from the other. A chain that is too loose may hold a stretch that is not. */
function speaks(chain: Chain, copier: Prepared, source: Prepared): boolean {
  const [from, to] = ends(chain)
  const [start, end] = [copier.stream.starts[from.at] as number, copier.stream.ends[to.at + to.length - 1] as number]
  if (end + 1 - start < listed) return false
  const { length } = placed(chain, copier, source)
  if (length < listed) return false
  return !differs(chain, copier, source) || evidenceOf(chain, copier, source) >= (length >= counted ? countedEvidence : listedEvidence)
}

/** No passage worth showing has fewer symbols, however long the numbers and names in it. */
const FEWEST_SYMBOLS = 9

function isDense(chain: Chain): boolean {
  const [from, to] = ends(chain)
  const matched = chain.reduce((sum, { length }) => sum + length, 0)
  const longer = Math.max(to.at + to.length - from.at, to.sourceAt + to.length - from.sourceAt)
  return matched >= FEWEST_SYMBOLS && matched / longer >= density
}

const ends = (chain: Chain): readonly [Match, Match] => [chain[0] as Match, chain.at(-1) as Match]

/** The chain with the runs that agree between its stretches. */
function withGaps(chain: Chain, codes: Uint16Array, source: Uint16Array): Chain {
  return chain.flatMap((match, index) => {
    const last = chain[index - 1]
    if (last === undefined) return [match]
    const gap = { at: last.at + last.length, until: match.at, sourceAt: last.sourceAt + last.length, sourceUntil: match.sourceAt }
    return [...gapMatches(codes, source, gap), match]
  })
}

function alignment(chain: Chain, copier: Prepared, source: Prepared): Alignment {
  const { first, end, sourceFirst, sourceEnd, place, sourcePlace, length } = placed(chain, copier, source)
  const changes = differences(chain, copier, source)
  const own = characters(copier, first, end)
  const longer = Math.max(own, characters(source, sourceFirst, sourceEnd))
  const lost = changes.reduce((sum, { at, until }) => sum + characters(copier, at, until), 0)
  return {
    place: toSource(copier.folded, place),
    sourcePlace: toSource(source.folded, sourcePlace),
    first,
    end,
    length,
    similarity: Math.round((1e4 * (own - lost)) / longer) / 1e4,
    masked: changes.some(({ masked }) => masked),
    changed: joined(changes, copier, source),
  }
}

/** Where a chain stands in both documents, and how long it is. */
function placed(chain: Chain, copier: Prepared, source: Prepared) {
  const [from, to] = ends(chain)
  const [first, end, sourceFirst, sourceEnd] = [from.at, to.at + to.length, from.sourceAt, to.sourceAt + to.length]
  const [place, sourcePlace] = withMark(copier, foldedPlace(copier, first, end), source, foldedPlace(source, sourceFirst, sourceEnd))
  return { first, end, sourceFirst, sourceEnd, place, sourcePlace, length: withoutLeftOut(copier, place) }
}

interface Difference {
  readonly at: number
  readonly until: number
  readonly sourceAt: number
  readonly sourceUntil: number
  readonly masked: boolean
}

/** Symbols between the stretches, and masked ones within them that are not the same words. */
function differences(chain: Chain, copier: Prepared, source: Prepared): Difference[] {
  const found: Difference[] = []
  let [at, sourceAt] = [chain[0]?.at ?? 0, chain[0]?.sourceAt ?? 0]
  for (const match of chain) {
    if (match.at > at || match.sourceAt > sourceAt)
      found.push({ at, until: match.at, sourceAt, sourceUntil: match.sourceAt, masked: false })
    for (let step = 0; step < match.length; step++) {
      const [one, other] = [match.at + step, match.sourceAt + step]
      if (isMasked(copier, one) && words(copier, one) !== words(source, other))
        found.push({ at: one, until: one + 1, sourceAt: other, sourceUntil: other + 1, masked: true })
    }
    at = match.at + match.length
    sourceAt = match.sourceAt + match.length
  }
  return found
}

/** Whether there is any. */
function differs(chain: Chain, copier: Prepared, source: Prepared): boolean {
  let last = chain[0] as Match
  for (const match of chain) {
    if (match !== last && (match.at > last.at + last.length || match.sourceAt > last.sourceAt + last.length)) return true
    for (let step = 0; step < match.length; step++)
      if (isMasked(copier, match.at + step) && words(copier, match.at + step) !== words(source, match.sourceAt + step)) return true
    last = match
  }
  return false
}

/** Rounded figures such as 100% agree by chance; others do not. */
const COMMON_FIGURE = /^(?:[0-9]|[1-9]0+)%?$/u

function evidenceOf(chain: Chain, copier: Prepared, source: Prepared): number {
  const [from, to] = ends(chain)
  let [own, plain, matched] = [0, 0, 0]
  for (const { at: first, sourceAt, length } of chain) {
    matched += length
    for (let step = 0; step < length; step++) {
      const at = first + step
      if (isMasked(copier, at)) {
        if (isFigure(copier, at) && words(copier, at) === words(source, sourceAt + step)) own += words(copier, at).length
      } else if (copier.plain[at] === 1) plain++
      else own++
    }
  }
  const longer = Math.max(to.at + to.length - from.at, to.sourceAt + to.length - from.sourceAt)
  const whole = longer === matched && isWhole(copier, from.at, to.at + to.length) && isWhole(source, from.sourceAt, to.sourceAt + to.length)
  const evidence = own + plainWeight * plain - (longer - matched) + (whole ? Math.min(wholeSentences, WHOLE_PER_OWN * own) : 0)
  return own < leastOwn * (own + plain) ? 0 : evidence
}

/** Whole sentences of nothing but such words say nothing by being whole. */
const WHOLE_PER_OWN = 4

/** From the beginning of a sentence to the end of one. */
function isWhole({ folded: { text }, stream: { starts, ends: stops } }: Prepared, first: number, end: number): boolean {
  const before = text.slice(stops[first - 1] ?? 0, starts[first])
  return (first === 0 || /[。；！？\n]/u.test(before)) && /[。；！？\n]/u.test(text[stops[end - 1] ?? 0] ?? '\n')
}

const isFigure = (copier: Prepared, at: number): boolean =>
  copier.stream.codes[at] === maskCodes.number && /[0-9]/u.test(words(copier, at)) && !COMMON_FIGURE.test(words(copier, at))

const isMasked = ({ stream: { codes } }: Prepared, at: number): boolean => (codes[at] as number) >= 0xe000 && (codes[at] as number) < 0xf900

const words = ({ stream: { starts, ends: stops }, folded }: Prepared, at: number): string => folded.text.slice(starts[at], stops[at])

/** From the first symbol to the last; an empty place where there is none. */
function foldedPlace({ stream: { starts, ends: stops } }: Prepared, first: number, end: number): FoldedSpan {
  const start = starts[first] ?? stops.at(-1) ?? 0
  return foldedSpan(start, end > first ? (stops[end - 1] ?? start) : start)
}

/** Characters of a place, punctuation and all, but neither line ends nor what is left out. */
function withoutLeftOut({ folded: { text }, leftOut }: Prepared, { start, end }: FoldedSpan): number {
  let length = 0
  let at = start
  for (const stretch of [...leftOut.filter((each) => each.start < end && each.end > start), { start: end, end }]) {
    if (stretch.start > at) length += text.slice(at, stretch.start).replace(/[\n\t]/gu, '').length
    at = Math.max(at, stretch.end)
  }
  return length
}

/** The mark that closes the sentence on both sides belongs to the passage. */
function withMark(copier: Prepared, place: FoldedSpan, source: Prepared, sourcePlace: FoldedSpan): readonly [FoldedSpan, FoldedSpan] {
  const mark = copier.folded.text[place.end] ?? ''
  if (mark === '' || !'。；！？'.includes(mark) || source.folded.text[sourcePlace.end] !== mark) return [place, sourcePlace]
  return [foldedSpan(place.start, place.end + 1), foldedSpan(sourcePlace.start, sourcePlace.end + 1)]
}

/** Differences as places of the texts; those that touch are one. */
function joined(changes: readonly Difference[], copier: Prepared, source: Prepared): ChangedWords[] {
  const groups: Difference[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last !== undefined && last.until === change.at && last.sourceUntil === change.sourceAt)
      groups[groups.length - 1] = { ...last, until: change.until, sourceUntil: change.sourceUntil }
    else groups.push(change)
  }
  return groups.map(({ at, until, sourceAt, sourceUntil }) => {
    const here = toSource(copier.folded, foldedPlace(copier, at, until))
    const there = toSource(source.folded, foldedPlace(source, sourceAt, sourceUntil))
    return { start: here.start, end: here.end, sourceStart: there.start, sourceEnd: there.end }
  })
}
