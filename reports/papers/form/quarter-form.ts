/** 反馈表 of one county and quarter: what was scored, why points were lost, what it rests on, what to mend. */
import type { CountyScore, ScoredQuarter } from '../../../rules/scoring/score.ts'
import { periodWords, pointsWords } from '../../wording.ts'
import { dayWords } from '../days.ts'
import type { FormPaper, FormPart, TableRow } from '../paper.ts'
import { filled } from '../wording.ts'
import { itemTable } from './item-table.ts'
import { boundsWords, boundWords, closing, countySpeech, paperDay, reachedWords, wholeWords } from './parts.ts'
import { quarterReckoned } from './reckoning-words.ts'
import { type FormSpeech, greatestLosses, isOpen } from './speech.ts'

export function quarterForm({ county, score }: CountyScore, quarter: ScoredQuarter, general: FormSpeech): FormPaper {
  const speech = countySpeech({ score }, general)
  const { wording, scheme } = speech
  const names = { county, period: periodWords(quarter.period), office: scheme.office, scheme: scheme.scheme }
  return {
    form: 'across',
    office: scheme.office,
    title: filled(wording.quarterTitle, names),
    day: paperDay(speech),
    parts: [
      { kind: 'note', text: filled(wording.head, names) },
      { kind: 'note', text: filled(wording.basis, names) },
      sums(quarter, speech),
      ...standing(quarter, speech).map((text): FormPart => ({ kind: 'note', text })),
      ...(quarter.items.length === 0 ? [] : [itemTable(quarter.items, speech, totalRow(quarter, speech), 'first')]),
      ...closing(speech),
    ],
  }
}

function sums(quarter: ScoredQuarter, speech: FormSpeech): FormPart {
  const { columns: words, states, missingCell } = speech.wording
  const missing = quarter.state === 'missing'
  const open = quarter.items.filter(isOpen).length
  return {
    kind: 'table',
    columns: [words.score, words.range, words.weight, words.weighted, words.running, words.open, words.state].map((title) => ({
      title,
      share: 1,
      centred: true,
    })),
    rows: [
      [
        missing ? missingCell : reachedWords(quarter, speech),
        boundsWords(quarter, speech),
        `${quarter.weight}%`,
        missing ? missingCell : wholeWords(quarter.weighted, speech),
        wholeWords(quarter.running, speech),
        String(open),
        missing ? missingCell : quarter.state === 'decided' ? states.decided : open > 0 ? states.open : states.settled,
      ],
    ],
  }
}

/** Whether the quarter's score may still change, and what cost most. */
function standing(quarter: ScoredQuarter, speech: FormSpeech): string[] {
  const { wording, scheme } = speech
  if (quarter.state === 'missing') return [filled(wording.missingQuarter, { weight: quarter.weight })]
  const decision = scheme.decisions.find(({ number }) => number === quarter.decision)
  if (decision !== undefined)
    return [filled(wording.decidedQuarter, { reason: decision.reason, by: decision.by, day: dayWords(decision.on) })]
  const count = quarter.items.filter(isOpen).length
  const given = { count, low: boundWords(quarter.low, speech), high: boundWords(quarter.high, speech) }
  return [
    count === 0 ? wording.settledQuarter : filled(wording.provisionalQuarter, given),
    ...quarterReckoned(quarter, speech),
    lossesWords(quarter, speech),
  ]
}

function lossesWords(quarter: ScoredQuarter, speech: FormSpeech): string {
  const items = lossItems(quarter, speech)
  return items === '' ? speech.wording.noLosses : filled(speech.wording.mainLosses, { items })
}

/** 工业产品质量监督抽查合格率（失3分）、…; empty where nothing was lost. */
export const lossItems = ({ items }: ScoredQuarter, speech: FormSpeech): string =>
  greatestLosses(items, speech)
    .map(({ item: { name }, lost }) => filled(speech.wording.lossItem, { name, lost: pointsWords(lost) }))
    .join('、')

const totalRow = (quarter: ScoredQuarter, speech: FormSpeech): TableRow => [
  { lines: [[{ text: speech.wording.total, face: 'hei' }]], columns: 2, tone: 'band' },
  pointsWords(pointsOf(quarter, speech)),
  { lines: [[{ text: reachedWords(quarter, speech), face: 'hei' }]], tone: 'band' },
  { lines: [quarter.low === quarter.high ? '' : boundsWords(quarter, speech)], columns: 3 },
]

const pointsOf = ({ items }: ScoredQuarter, { items: described }: FormSpeech): number =>
  items.filter(({ item }) => (described.get(item)?.kind ?? 'scored') === 'scored').reduce((all, { points }) => all + points, 0)
