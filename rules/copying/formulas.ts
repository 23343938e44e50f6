/** Words that everybody writes: the lexicon's formulas, found by their symbols, and stretches that the counties of a period or the office's template share. */
import { foldedSpan } from '../../extractors/document.ts'
import { fold } from '../../extractors/language/fold.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { LeftOut, LeftOutReason } from './copy.ts'
import { FEWEST_FIGURES } from './figure-sentences.ts'
import { type Masker, maskCodes } from './masks.ts'
import { isOneSentence, isSentenceStart, type Placed } from './sentence-bounds.ts'
import { type Stream, stream } from './stream.ts'
import { copyThresholds } from './thresholds.ts'
import { gramHash, winnow } from './winnow.ts'

const { formulaLength, formulaSentence } = copyThresholds

export type FormulaReader = (body: Stream) => LeftOut[]

export const flatMasks = (masks: ReturnType<Masker>): number[] => masks.flatMap(({ start, end, code }) => [start, end, code])

export function createFormulaReader(lexicon: Lexicon, masker: Masker): FormulaReader {
  const formulas = cue(lexicon, 'copying-formulas')
    .map((words) => {
      const folded = fold(words)
      const whole = [foldedSpan(0, folded.text.length)]
      return symbols(stream({ folded, body: whole, masks: flatMasks(masker(folded.text)), without: [] }))
    })
    .sort((a, b) => b.length - a.length)
  return (body) => {
    const text = symbols(body)
    return formulas.flatMap((formula) => {
      const found: LeftOut[] = []
      for (let at = text.indexOf(formula); at >= 0; at = text.indexOf(formula, at + formula.length))
        found.push(place(body, at, at + formula.length, 'formula'))
      return found
    })
  }
}

/**
 * Stretches whose fingerprints many counties of the period share. What runs on for longer than a formula does is copied, and stays; but a sentence of figures is none
 * of its length: every county writes its own into it.
 */
export function sharedStretches(body: Placed, shared: ReadonlySet<number>): LeftOut[] {
  const marks = winnow(body.stream.codes).filter(({ hash }) => shared.has(hash))
  return runs(marks.map(({ at }) => at))
    .flatMap((run) => parted(body, toSentences(body, run)))
    .map(([start, end]) => place(body.stream, start, end, 'formula'))
    .filter((stretch) => stretch.end - stretch.start <= (isOneSentence(body.folded, stretch) ? formulaSentence : formulaLength))
}

type Run = readonly [start: number, end: number]

/** Fingerprints begin and end up to so many symbols within what is shared. */
const WITHIN = copyThresholds.window

function toSentences(body: Placed, [start, end]: Run): Run {
  const near = (from: number, step: -1 | 1): number => {
    for (let at = from; Math.abs(at - from) <= WITHIN; at += step) if (isSentenceStart(body, at)) return at
    return from
  }
  return [Math.max(0, near(start, -1)), Math.min(body.stream.codes.length, near(end, 1))]
}

/** Its sentences of figures, and what stands between them. */
function parted(body: Placed, [start, end]: Run): Run[] {
  const parts: Run[] = []
  let wasFigures = true
  for (let from = start, to = start + 1; from < end; from = to, to++) {
    while (to < end && !isSentenceStart(body, to)) to++
    const isFigures = body.stream.codes.subarray(from, to).filter((code) => code === maskCodes.number).length >= FEWEST_FIGURES
    const last = parts.at(-1)
    if (last === undefined || isFigures || wasFigures) parts.push([from, to])
    else parts[parts.length - 1] = [last[0], to]
    wasFigures = isFigures
  }
  return parts
}

/** Stretches that stand in the template, gram by gram. */
export function templateStretches(body: Stream, template: ReadonlySet<number>): LeftOut[] {
  const marks: number[] = []
  if (template.size > 0)
    for (let at = 0; at + copyThresholds.gram <= body.codes.length; at++) if (template.has(gramHash(body.codes, at))) marks.push(at)
  return runs(marks).map(([start, end]) => place(body, start, end, 'template'))
}

/** Grams that touch make one stretch. */
function runs(marks: readonly number[]): Run[] {
  const found: [start: number, end: number][] = []
  for (const at of marks) {
    const last = found.at(-1)
    if (last !== undefined && at <= last[1]) last[1] = at + copyThresholds.gram
    else found.push([at, at + copyThresholds.gram])
  }
  return found
}

const place = ({ starts, ends }: Stream, first: number, end: number, reason: LeftOutReason): LeftOut => ({
  start: starts[first] ?? 0,
  end: ends[end - 1] ?? 0,
  reason,
})

function symbols({ codes }: Stream): string {
  let text = ''
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192))
  return text
}
