/**
 * Copied passages held against the gold. One of the gold is found when three quarters of its characters lie in passages that were found; one that was
 * found is right when three quarters of its characters lie in the gold's. Recall is of passages from 20 characters, precision of those from 30.
 */
import { type Folded, foldedSpan, type Span, toFolded, toSource } from '../../extractors/document.ts'
import { fold } from '../../extractors/language/fold.ts'
import type { DocumentText, RunResult } from '../../reports/contract/records.ts'
import type { Evaluation } from './evaluate.ts'
import { figures, share } from './figures.ts'
import type { GoldCopy } from './gold.ts'

const COVERED = 0.75
const RECALL_FROM = 20
const PRECISION_FROM = 30
/** A share is right within this. */
const TOLERANCE = 0.08

interface Passage {
  readonly file: string
  readonly quote: string
  readonly span: Span
  readonly masked: boolean
}

type CopyScores = Pick<Evaluation, 'figures' | 'shares' | 'errors' | 'differences'>

export function scoreCopies({ copies, assessments, texts }: RunResult, gold: readonly GoldCopy[]): CopyScores {
  const byFile = new Map(texts.map((text) => [text.file, { text, folded: foldedOf(text) }]))
  const asked = new Set(gold.map(({ file }) => file))
  const wanted = gold.flatMap(({ file, passages }) =>
    passages.flatMap((passage) => {
      const { quote, masked } = typeof passage === 'string' ? { quote: passage, masked: false } : passage
      const folded = byFile.get(file)?.folded
      return folded === undefined ? [] : placesOf(folded, quote).map((span): Passage => ({ file, quote, span, masked }))
    }),
  )
  const said = copies
    .filter(({ file }) => asked.has(file))
    .map(({ file, start, end, masked }): Passage => {
      const { text, folded } = byFile.get(file) ?? {}
      return { file, quote: text?.text.slice(start, end) ?? '', span: folded ? toFolded(folded, { start, end }) : { start, end }, masked }
    })
  const recalled = wanted.filter(({ span }) => lengthOf(span) >= RECALL_FROM)
  const long = said.filter(({ span }) => lengthOf(span) >= PRECISION_FROM)
  const found = recalled.filter((passage) => isCovered(passage, said))
  const right = long.filter((passage) => isCovered(passage, wanted))
  const recall = (masked: boolean) => {
    const of = recalled.filter((passage) => passage.masked === masked)
    return share(of.filter((passage) => found.includes(passage)).length, of.length)
  }
  const measured = gold.map(({ file, share: is }) => {
    const said = assessments.find((assessment) => assessment.file === file)?.copying?.share ?? 0
    return { file, is, said, error: Math.abs(said - is) }
  })
  const passages = figures(0, 0, 0)
  return {
    figures:
      gold.length === 0
        ? {}
        : { 'copies.passages': { ...passages, precision: share(right.length, long.length), recall: share(found.length, recalled.length) } },
    shares:
      gold.length === 0
        ? {}
        : {
            'copies.share': share(measured.filter(({ error }) => error <= TOLERANCE).length, measured.length),
            'copies.verbatim': recall(false),
            'copies.masked': recall(true),
          },
    errors: gold.length === 0 ? {} : { 'copies.share': errorOf(measured.map(({ error }) => error)) },
    differences: [
      ...measured
        .filter(({ error }) => error > TOLERANCE)
        .map(({ file, is, said: other }) => ({ of: 'copy', fault: 'wrong', file, quote: '', what: `雷同占比 ${is} → ${other}` }) as const),
      ...recalled
        .filter((passage) => !found.includes(passage))
        .map(({ file, quote }) => ({ of: 'copy', fault: 'missed', file, quote, what: '雷同段落' }) as const),
      ...long
        .filter((passage) => !right.includes(passage))
        .map(({ file, quote }) => ({ of: 'copy', fault: 'invented', file, quote, what: '雷同段落' }) as const),
    ],
  }
}

const foldedOf = ({ text, blocks }: DocumentText): Folded =>
  fold(
    text,
    blocks.map(({ span }) => span),
  )

/** Where a quote stands; blocks of the document may part it. */
function placesOf({ text, map }: Folded, quote: string): Span[] {
  const bare = [...text].flatMap((character, at) => (/\s/u.test(character) ? [] : [at]))
  const joined = bare.map((at) => text[at]).join('')
  const words = fold(quote).text.replace(/\s/gu, '')
  const at = words === '' ? -1 : joined.indexOf(words)
  if (at < 0) return []
  const span = foldedSpan(bare[at] ?? 0, (bare[at + words.length - 1] ?? 0) + 1)
  return [toFolded({ text, map }, toSource({ text, map }, span))]
}

const lengthOf = ({ start, end }: Span): number => end - start

/** Whether enough of a passage lies in others of its file. */
function isCovered({ file, span }: Passage, others: readonly Passage[]): boolean {
  const near = others.filter((other) => other.file === file && other.span.start < span.end && other.span.end > span.start)
  let covered = 0
  for (let at = span.start; at < span.end; at++) if (near.some((other) => other.span.start <= at && at < other.span.end)) covered++
  return covered >= COVERED * lengthOf(span)
}

function errorOf(errors: readonly number[]) {
  const sum = errors.reduce((all, error) => all + error, 0)
  return {
    mean: errors.length === 0 ? null : sum / errors.length,
    greatest: errors.length === 0 ? null : Math.max(...errors),
    of: errors.length,
  }
}
