/** The passages that two documents share, word for word or touched up, each with both places and the words that differ. */
import { type FoldedSpan, foldedSpan, type Span, toSource } from '../../extractors/document.ts'
import { type Chain, type Extent, eachChain } from './chains.ts'
import type { ChangedKind, ChangedWords } from './copy.ts'
import { type Extended, toClauses, withoutEdges, withoutScraps } from './edges.ts'
import { gapMatches } from './gap-matches.ts'
import { maskKinds } from './masks.ts'
import { withoutOwnClauses } from './own-clauses.ts'
import { isParagraph, paragraphs } from './paragraphs.ts'
import { type Copier, characters, charactersOfSource, type Prepared } from './prepared.ts'
import { isMask, isMasked, isSame } from './same-words.ts'
import { commonStretches, type Match, type SeedTable } from './seeds.ts'
import { copyThresholds } from './thresholds.ts'

/** Places are of the documents' texts. */
export interface Alignment {
  readonly place: Span
  readonly sourcePlace: Span
  /** First and end symbol in the copier's stream. */
  readonly first: number
  readonly end: number
  /** First and end symbol of what agrees in it, by position. */
  readonly agreeing: readonly (readonly [number, number])[]
  readonly length: number
  readonly similarity: number
  readonly masked: boolean
  readonly changed: readonly ChangedWords[]
}

const { counted, countedEvidence, listed, listedEvidence, leastOwn, plainWeight, wholeSentences, density, figuresAgreeing } = copyThresholds

/**
 * The longest first. What differs in nothing needs no other evidence than its length and that it says something; a passage is parted where a section ends, and where a
 * paragraph does and both parts are long enough to count.
 * `table` is that of the copier's stream.
 */
export function align(copier: Copier, table: SeedTable, source: Prepared): Alignment[] {
  const taken = table.scratch.column('taken', copier.stream.codes.length)
  const passages: Chain[] = []
  const isOfWorth = (extent: Extent): boolean => isDense(extent) && !isShort(extent, copier) && !isTaken(extent, taken)
  eachChain(commonStretches(table, source.stream.codes), isOfWorth, (chain) => {
    if (!isDense(extentOf(chain))) return
    for (const passage of passagesOf(chain, copier, source)) {
      const [from, to] = ends(passage)
      taken.fill(1, from.at, to.at + to.length)
      passages.push(passage)
    }
  })
  return passages
    .flatMap((chain) => paragraphs(chain, copier))
    .map((part) => withoutEdges(withoutScraps(part, copier), copier, (edge) => isNothing(edge, copier, source)))
    .filter((part) => speaks(part, copier, source))
    .map((part) => alignment(part, copier, source))
    .sort((a, b) => b.length - a.length || a.first - b.first)
}

/** The chain where it speaks, else what of it does. */
function passagesOf(chain: Chain, copier: Copier, source: Prepared): Chain[] {
  const filled = withGaps(chain, copier.stream.codes, source.stream.codes)
  return withoutOwnClauses(filled, copier).flatMap((part) => {
    if (speaks(part, copier, source)) return [part]
    return part.length === 1 ? [] : part.map((match) => [match]).filter((one) => speaks(one, copier, source))
  })
}

/** So much of a chain in passages that were found before it makes it one of the many places that say the same. */
const TAKEN = 0.5

function isTaken({ at: from, end }: Extent, taken: Int32Array): boolean {
  const most = TAKEN * (end - from)
  let covered = 0
  for (let at = from; at < end && covered <= most; at++) covered += taken[at] as number
  return covered > most
}

/** Whether so much agrees that the one was copied from the other. A chain that is too loose may hold a stretch that is not. */
function speaks(chain: Chain, copier: Copier, source: Prepared): boolean {
  if (isShort(extentOf(chain), copier)) return false
  const length = lengthOf(chain, copier, source)
  if (length < listed) return false
  if (!differs(chain, copier, source)) return says(chain, copier, source)
  return evidenceOf(chain, copier, source) >= (length >= counted ? countedEvidence : listedEvidence)
}

/** Beyond words that every report needs and names, which many lists have in common. */
const says = (chain: Chain, copier: Copier, source: Prepared): boolean => ownOf(weigh(chain, copier, source)) > 0

/** Too short to be listed, with the mark behind it and all that is left out. */
const isShort = ({ at, end }: Extent, { stream }: Prepared): boolean =>
  (stream.ends[end - 1] as number) + 1 - (stream.starts[at] as number) < listed

/** No passage worth showing has fewer symbols, however long the numbers and names in it. */
const FEWEST_SYMBOLS = 9

const isDense = ({ at, end, sourceAt, sourceEnd, symbols }: Extent): boolean =>
  symbols >= FEWEST_SYMBOLS && symbols / Math.max(end - at, sourceEnd - sourceAt) >= density

function extentOf(chain: Chain): Extent {
  const [from, to] = ends(chain)
  return {
    at: from.at,
    end: to.at + to.length,
    sourceAt: from.sourceAt,
    sourceEnd: to.sourceAt + to.length,
    symbols: chain.reduce((sum, { length }) => sum + length, 0),
  }
}

const ends = (chain: Chain): readonly [Match, Match] => [chain[0] as Match, chain.at(-1) as Match]

/** The chain with the runs that agree between its stretches. */
function withGaps(chain: Chain, codes: Uint16Array, source: Uint16Array): Chain {
  if (chain.length === 1) return chain
  const filled: Match[] = []
  for (const match of chain) {
    const last = filled.at(-1)
    if (last !== undefined) {
      const gap = { at: last.at + last.length, until: match.at, sourceAt: last.sourceAt + last.length, sourceUntil: match.sourceAt }
      if (gap.until > gap.at && gap.sourceUntil > gap.sourceAt) filled.push(...gapMatches(codes, source, gap))
    }
    filled.push(match)
  }
  return filled
}

function alignment(chain: Chain, copier: Copier, source: Prepared): Alignment {
  const extended = toClauses(chain, copier, source)
  const { first, end, sourceFirst, sourceEnd } = extended
  const [place, sourcePlace] = withMark(copier, foldedPlace(copier, first, end), source, foldedPlace(source, sourceFirst, sourceEnd))
  const changes = differences(chain, extended, copier, source)
  const own = characters(copier, first, end)
  const longer = Math.max(own, charactersOfSource(source, sourceFirst, sourceEnd))
  const lostIn = (of: readonly Difference[]): number => of.reduce((sum, { at, until }) => sum + characters(copier, at, until), 0)
  const lost = lostIn(changes.filter(({ kind }) => kind === 'words'))
  return {
    place: toSource(copier.folded, place),
    sourcePlace: toSource(source.folded, sourcePlace),
    first,
    end,
    agreeing: chain.map(({ at, length }) => [at, at + length]),
    length: withoutLeftOut(copier, place) - lost,
    similarity: Math.round((1e4 * (own - lostIn(changes))) / longer) / 1e4,
    masked: changes.some(({ kind }) => kind !== 'words'),
    changed: joined(changes, copier, source),
  }
}

/** How long it is, with the mark that closes it and without what is left out or differs. */
function lengthOf(chain: Chain, copier: Copier, source: Prepared): number {
  const {
    stream: { starts, ends: stops },
    folded,
    textLengths,
  } = copier
  const [from, to] = ends(chain)
  const end = stops[to.at + to.length - 1] as number
  const sourceEnd = source.stream.ends[to.sourceAt + to.length - 1] as number
  const closed = isClosing(folded.text[end], source.folded.text[sourceEnd]) ? end + 1 : end
  const agreeing = chain.reduce((sum, { at, length }) => sum + characters(copier, at, at + length), 0)
  const others = characters(copier, from.at, to.at + to.length) - agreeing
  return (textLengths[closed] as number) - (textLengths[starts[from.at] as number] as number) - others
}

interface Difference {
  readonly at: number
  readonly until: number
  readonly sourceAt: number
  readonly sourceUntil: number
  readonly kind: ChangedKind
}

/** Symbols around and between the stretches, and masked ones within them that are not the same words. */
function differences(chain: Chain, { first, end, sourceFirst, sourceEnd }: Extended, copier: Copier, source: Prepared): Difference[] {
  const found: Difference[] = []
  let [at, sourceAt] = [first, sourceFirst]
  for (const match of chain) {
    if (match.at > at || match.sourceAt > sourceAt)
      found.push({ at, until: match.at, sourceAt, sourceUntil: match.sourceAt, kind: 'words' })
    for (let step = 0; step < match.length; step++) {
      const [one, other] = [match.at + step, match.sourceAt + step]
      if (isMasked(copier, one) && !isSame(copier, one, source, other))
        found.push({
          at: one,
          until: one + 1,
          sourceAt: other,
          sourceUntil: other + 1,
          kind: maskKinds[copier.stream.codes[one] as number] ?? 'words',
        })
    }
    at = match.at + match.length
    sourceAt = match.sourceAt + match.length
  }
  if (end > at || sourceEnd > sourceAt) found.push({ at, until: end, sourceAt, sourceUntil: sourceEnd, kind: 'words' })
  return found
}

/** Whether there is any. */
function differs(chain: Chain, copier: Copier, source: Prepared): boolean {
  let last = chain[0] as Match
  for (const match of chain) {
    if (match !== last && (match.at > last.at + last.length || match.sourceAt > last.sourceAt + last.length)) return true
    for (let step = 0; step < match.length; step++)
      if (isMasked(copier, match.at + step) && !isSame(copier, match.at + step, source, match.sourceAt + step)) return true
    last = match
  }
  return false
}

/** Characters that agree: words of its own, with its figures where enough of them agree, and words that every report needs. */
interface Weighed {
  readonly own: number
  readonly plain: number
}

function weigh(chain: Chain, copier: Copier, source: Prepared): Weighed {
  const { codes } = copier.stream
  let [own, plain, figures, agreeing, agreed] = [0, 0, 0, 0, 0]
  for (const { at: first, sourceAt, length } of chain) {
    for (let at = first; at < first + length; at++) {
      if (isMask(codes[at] as number)) {
        if (copier.figures[at] !== 1) continue
        figures++
        if (!isSame(copier, at, source, sourceAt + at - first)) continue
        agreeing++
        agreed += characters(copier, at, at + 1)
      } else if (copier.plain[at] === 1) plain++
      else own++
    }
  }
  return { own: agreeing >= figuresAgreeing * figures ? own + agreed : own, plain }
}

const ownOf = ({ own, plain }: Weighed): number => (own < leastOwn * (own + plain) ? 0 : own)

function evidenceOf(chain: Chain, copier: Copier, source: Prepared): number {
  const [from, to] = ends(chain)
  const weighed = weigh(chain, copier, source)
  const { own, plain } = weighed
  const matched = chain.reduce((sum, { length }) => sum + length, 0)
  const longer = Math.max(to.at + to.length - from.at, to.sourceAt + to.length - from.sourceAt)
  const whole = longer === matched && isWhole(copier, from.at, to.at + to.length) && isWhole(source, from.sourceAt, to.sourceAt + to.length)
  const evidence = own + plainWeight * plain - (longer - matched) + (whole ? Math.min(wholeSentences, WHOLE_PER_OWN * own) : 0)
  return ownOf(weighed) === 0 ? 0 : evidence
}

/** Figures of the copier's own in words that every report needs: the rest of a sentence, or a paragraph by itself. */
function isNothing(edge: Chain, copier: Copier, source: Prepared): boolean {
  if (!differs(edge, copier, source) || says(edge, copier, source)) return false
  const [from, to] = ends(edge)
  const [first, end] = [from.at, to.at + to.length]
  return isParagraph(copier, first, end) || !isWhole(copier, first, end) || !isWhole(source, from.sourceAt, to.sourceAt + to.length)
}

/** Whole sentences of nothing but such words say nothing by being whole. */
const WHOLE_PER_OWN = 4

/** From the beginning of a sentence to the end of one. */
function isWhole({ folded: { text }, stream: { starts, ends: stops } }: Prepared, first: number, end: number): boolean {
  const before = text.slice(stops[first - 1] ?? 0, starts[first])
  return (first === 0 || /[。；！？\n]/u.test(before)) && /[。；！？\n]/u.test(text[stops[end - 1] ?? 0] ?? '\n')
}

/** From the first symbol to the last; an empty place where there is none. */
function foldedPlace({ stream: { starts, ends: stops } }: Prepared, first: number, end: number): FoldedSpan {
  const start = starts[first] ?? stops.at(-1) ?? 0
  return foldedSpan(start, end > first ? (stops[end - 1] ?? start) : start)
}

/** Characters of a place, punctuation and all, but neither line ends nor what is left out. */
const withoutLeftOut = ({ textLengths }: Copier, { start, end }: FoldedSpan): number =>
  (textLengths[end] as number) - (textLengths[start] as number)

/** The mark that closes the sentence on both sides belongs to the passage. */
function withMark(copier: Copier, place: FoldedSpan, source: Prepared, sourcePlace: FoldedSpan): readonly [FoldedSpan, FoldedSpan] {
  if (!isClosing(copier.folded.text[place.end], source.folded.text[sourcePlace.end])) return [place, sourcePlace]
  return [foldedSpan(place.start, place.end + 1), foldedSpan(sourcePlace.start, sourcePlace.end + 1)]
}

const isClosing = (mark: string | undefined, other: string | undefined): boolean =>
  mark !== undefined && mark === other && '。；！？'.includes(mark)

/** Differences as places of the texts; those that touch are one. */
function joined(changes: readonly Difference[], copier: Copier, source: Prepared): ChangedWords[] {
  const groups: Difference[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last !== undefined && last.kind === change.kind && last.until === change.at && last.sourceUntil === change.sourceAt)
      groups[groups.length - 1] = { ...last, until: change.until, sourceUntil: change.sourceUntil }
    else groups.push(change)
  }
  return groups.map(({ at, until, sourceAt, sourceUntil, kind }) => {
    const here = toSource(copier.folded, foldedPlace(copier, at, until))
    const there = toSource(source.folded, foldedPlace(source, sourceAt, sourceUntil))
    return { start: here.start, end: here.end, sourceStart: there.start, sourceEnd: there.end, kind }
  })
}
