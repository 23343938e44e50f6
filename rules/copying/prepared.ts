/** A document made ready for alignment from its text and its trace: its streams as copier and as source, made once each. */
import { type Folded, type FoldedSpan, foldedSpan, type Span, toFolded } from '../../extractors/document.ts'
import { fold } from '../../extractors/language/fold.ts'
import { bodySpans, type CopyText } from './body.ts'
import { type CopyTrace, type LeftOut, leftOutReasons } from './copy.ts'
import { sharedStretches, templateStretches } from './formulas.ts'
import { maskCodes } from './masks.ts'
import { isWithin } from './plain-words.ts'
import { type Stream, stream } from './stream.ts'

export interface Prepared {
  readonly file: string
  readonly folded: Folded
  readonly stream: Stream
  /** What was left out, by position; places of the folded text. */
  readonly leftOut: readonly LeftOut[]
  /** Of each symbol: 1 where it is a word that every report needs. */
  readonly plain: Uint8Array
}

/** One that may have copied: what is asked of it for every source. */
export interface Copier extends Prepared {
  /** How many characters the symbols before each symbol have. */
  readonly symbolLengths: Uint32Array
  /** How many characters stand before each place of the folded text, without line ends and what is left out. */
  readonly textLengths: Uint32Array
  /** Of each symbol: 1 where it is a figure that does not agree by chance. */
  readonly figures: Uint8Array
  /** Of each symbol how many headings stand before it. */
  readonly sections: Uint16Array
}

/** What the period's counties share, and the office's template, by fingerprint and by gram; sentences of figures by their places. */
export interface NobodysWords {
  readonly shared: ReadonlySet<number>
  readonly template: ReadonlySet<number>
  readonly figures: readonly Span[]
}

/** As one that may have copied: quotations, formulas and the template's words are no part of it. */
export function preparedCopier(document: CopyText, trace: CopyTrace, { shared, template, figures }: NobodysWords): Copier {
  const parts = partsOf(document, trace)
  const own = [...parts.leftOut, ...figures.map(({ start, end }): LeftOut => ({ start, end, reason: 'formula' }))].sort(byStart)
  const first = stream({ ...parts, without: own })
  const leftOut = [...own, ...templateStretches(first, template), ...sharedStretches({ folded: parts.folded, stream: first }, shared)].sort(
    byStart,
  )
  const body = prepared(document, trace, parts, leftOut)
  return {
    ...body,
    symbolLengths: lengthsOfSymbols(body.stream),
    textLengths: lengthsOfText(body.folded.text, leftOut),
    figures: figuresOf(body),
    sections: sectionsOf(document, body),
  }
}

function sectionsOf({ blocks }: CopyText, { stream: { starts }, folded }: Prepared): Uint16Array {
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => toFolded(folded, span).start)
  let section = 0
  return Uint16Array.from(starts, (start) => {
    while ((headings[section] ?? Number.POSITIVE_INFINITY) <= start) section++
    return section
  })
}

const byStart = (a: Span, b: Span): number => a.start - b.start

/** Rounded figures such as 100% agree by chance; others do not. */
const COMMON_FIGURE = /^(?:[0-9]|[1-9]0+)%?$/u

const figuresOf = ({ stream: { codes, starts, ends }, folded }: Prepared): Uint8Array =>
  Uint8Array.from(codes, (code, at) => {
    const words = code === maskCodes.number ? folded.text.slice(starts[at], ends[at]) : ''
    return /[0-9]/u.test(words) && !COMMON_FIGURE.test(words) ? 1 : 0
  })

/** As one that may have been copied: what it quotes from others is part of it. */
export function preparedSource(document: CopyText, trace: CopyTrace): Prepared {
  const parts = partsOf(document, trace)
  const leftOut = parts.leftOut.filter(({ reason }) => reason !== 'quotation')
  return prepared(document, trace, parts, leftOut)
}

function prepared({ file }: CopyText, { plain }: CopyTrace, parts: Parts, leftOut: readonly LeftOut[]): Prepared {
  const body = stream({ ...parts, without: leftOut })
  return { file, folded: parts.folded, stream: body, leftOut, plain: isWithin(body, plain) }
}

function lengthsOfSymbols({ starts, ends }: Stream): Uint32Array {
  const lengths = new Uint32Array(starts.length + 1)
  for (let at = 0; at < starts.length; at++) lengths[at + 1] = (lengths[at] as number) + (ends[at] as number) - (starts[at] as number)
  return lengths
}

const [TAB, LINE_END] = [0x09, 0x0a]

function lengthsOfText(text: string, leftOut: readonly LeftOut[]): Uint32Array {
  const out = new Uint8Array(text.length)
  for (const { start, end } of leftOut) out.fill(1, start, end)
  const lengths = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    lengths[at + 1] = (lengths[at] as number) + (out[at] === 1 || unit === TAB || unit === LINE_END ? 0 : 1)
  }
  return lengths
}

interface Parts {
  readonly folded: Folded
  readonly body: readonly FoldedSpan[]
  readonly masks: readonly number[]
  readonly leftOut: readonly LeftOut[]
}

function partsOf(document: CopyText, trace: CopyTrace): Parts {
  const folded = fold(
    document.text,
    document.blocks.map(({ span }) => span),
  )
  const leftOut: LeftOut[] = []
  for (let at = 0; at < trace.leftOut.length; at += 3) {
    const [start = 0, end = 0, reason = 0] = trace.leftOut.slice(at, at + 3)
    leftOut.push({ ...foldedSpan(start, end), reason: leftOutReasons[reason] ?? 'name' })
  }
  return { folded, body: bodySpans(document, folded), masks: trace.masks, leftOut }
}

/** Characters from one symbol up to another. */
export const characters = ({ symbolLengths }: Copier, first: number, end: number): number =>
  end > first ? (symbolLengths[end] as number) - (symbolLengths[first] as number) : 0

export function charactersOfSource({ stream: { starts, ends } }: Prepared, first: number, end: number): number {
  let sum = 0
  for (let at = first; at < end; at++) sum += (ends[at] as number) - (starts[at] as number)
  return sum
}
