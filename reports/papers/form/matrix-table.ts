/** Every item over the quarters of one county: points won of points asked, what that cost of the year, what to mend. */
import type { CountyScore, ScoredItem } from '../../../rules/scoring/score.ts'
import { periodWords, pointsWords } from '../../wording.ts'
import type { Cell, TablePart, TableRow } from '../paper.ts'
import { adviceLines, penaltyWords, toneOf } from './item-words.ts'
import { type DescribedItem, type FormSpeech, isOpen, isPenalty, isWithin, lossOf } from './speech.ts'

export function matrixTable({ quarters }: CountyScore, speech: FormSpeech): TablePart {
  const { wording, scheme } = speech
  const words = wording.columns
  const rows = scheme.items.flatMap((described): TableRow[] => {
    const own = quarters.map(({ items, weight }) => ({ weight, item: items.find(({ item }) => item === described.item) }))
    return own.every(({ item }) => item === undefined) ? [] : [row(described, own, speech)]
  })
  return {
    kind: 'table',
    columns: [
      { title: words.item, share: 30 },
      ...scheme.quarters.map(({ period }) => ({ title: periodWords(period), share: 15, centred: true })),
      { title: words.lostYear, share: 11, centred: true },
      { title: words.advice, share: 36 },
    ],
    rows,
  }
}

type Own = readonly { readonly weight: number; readonly item: ScoredItem | undefined }[]

function row({ name }: DescribedItem, own: Own, speech: FormSpeech): TableRow {
  const lost = own.reduce((all, { item, weight }) => all + (item === undefined ? 0 : (lossOf(item, speech) * weight) / 100), 0)
  const advice = [...new Set(own.flatMap(({ item }) => (item === undefined ? [] : adviceLines(item, speech))))]
  return [name, ...own.map(({ item }) => cell(item, speech)), pointsWords(lost), { lines: advice }]
}

function cell(item: ScoredItem | undefined, speech: FormSpeech): Cell | string {
  const { wording } = speech
  if (item === undefined) return wording.notAsked
  const points = pointsWords(item.points)
  if (isWithin(item)) return wording.withQuarter
  if (isOpen(item))
    return { lines: [isPenalty(item, speech) ? wording.openScore : `${wording.openScore}/${points}`], ...toneOf(item, speech) }
  if (item.state === 'not-applicable') return wording.states['not-applicable']
  if (isPenalty(item, speech)) return { lines: [penaltyWords(item, speech)], ...toneOf(item, speech) }
  return { lines: [`${pointsWords(item.provisional)}/${points}`], ...toneOf(item, speech) }
}
