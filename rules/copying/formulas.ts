/** Words that everybody writes: the lexicon's formulas, found by their symbols, and stretches that the counties of a period or the office's template share. */
import { foldedSpan } from '../../extractors/document.ts'
import { fold } from '../../extractors/language/fold.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { LeftOut, LeftOutReason } from './copy.ts'
import type { Masker } from './masks.ts'
import { isOneSentence, type Placed } from './sentence-bounds.ts'
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

/** Stretches whose fingerprints many counties of the period share. What runs on for longer than a formula does is copied, and stays. */
export function sharedStretches({ folded, stream: body }: Placed, shared: ReadonlySet<number>): LeftOut[] {
  const marks = winnow(body.codes).filter(({ hash }) => shared.has(hash))
  return runs(
    marks.map(({ at }) => at),
    body,
    'formula',
  ).filter((stretch) => stretch.end - stretch.start <= (isOneSentence(folded, stretch) ? formulaSentence : formulaLength))
}

/** Stretches that stand in the template, gram by gram. */
export function templateStretches(body: Stream, template: ReadonlySet<number>): LeftOut[] {
  const marks: number[] = []
  if (template.size > 0)
    for (let at = 0; at + copyThresholds.gram <= body.codes.length; at++) if (template.has(gramHash(body.codes, at))) marks.push(at)
  return runs(marks, body, 'template')
}

/** Grams that touch make one stretch. */
function runs(marks: readonly number[], body: Stream, reason: LeftOutReason): LeftOut[] {
  const found: [start: number, end: number][] = []
  for (const at of marks) {
    const last = found.at(-1)
    if (last !== undefined && at <= last[1]) last[1] = at + copyThresholds.gram
    else found.push([at, at + copyThresholds.gram])
  }
  return found.map(([start, end]) => place(body, start, end, reason))
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
