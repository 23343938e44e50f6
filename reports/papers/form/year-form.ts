/** 反馈表 of one county for the year: quarters weighted and summed, bonus and penalties, the grade and what it hangs on, every item over the year, what is open. */
import type { CountyScore, ReviewEntry, ScoredQuarter } from '../../../rules/scoring/score.ts'
import { periodWords, pointsWords, yearRange, yearScore } from '../../wording.ts'
import { dayWords } from '../days.ts'
import { chineseNumber } from '../numbering.ts'
import type { Cell, Column, FormPaper, FormPart, TableRow, Text } from '../paper.ts'
import { filled } from '../wording.ts'
import { itemTable } from './item-table.ts'
import { matrixTable } from './matrix-table.ts'
import { boundsWords, closing, countySpeech, paperDay, reachedWords, scoreWords, wholeWords } from './parts.ts'
import { extraPoints, yearReckoned } from './reckoning-words.ts'
import { type FormSpeech, isOpen, itemsOf } from './speech.ts'
import { gradeWordsOf, stabilityWords, standingWords, vetoLines } from './year-words.ts'

export function yearForm(county: CountyScore, general: FormSpeech): FormPaper {
  const speech = countySpeech(county, general)
  const { wording, scheme } = speech
  const names = { county: county.county, period: periodWords(String(scheme.year)), year: scheme.year, office: scheme.office }
  const { yearly, review } = county
  const matrix = matrixTable(county, speech)
  return {
    form: 'across',
    office: scheme.office,
    title: filled(wording.yearTitle, names),
    day: paperDay(speech),
    parts: numbered([
      note(filled(wording.head, names)),
      note(filled(wording.basis, { scheme: scheme.scheme })),
      heading(wording.quartersHeading),
      quartersTable(county, speech),
      ...yearReckoned(county, speech).map(note),
      note([{ text: filled(wording.gradeLine, { grade: gradeWordsOf(county, speech) }), face: 'hei' }]),
      ...[...decidedLines(county, speech), ...standing(county, speech)].map(note),
      ...(yearly.length === 0 ? [] : [heading(wording.extraHeading), itemTable(yearly, speech, null, 'whole')]),
      ...(matrix.rows.length === 0 ? [] : [heading(wording.matrixHeading), matrix]),
      ...(review.length === 0 ? [] : [heading(wording.openHeading), openTable(review, speech)]),
      ...closing(speech),
    ]),
  }
}

/** Headings bear their number as they come: a form without extra points leaves none out. */
function numbered(parts: readonly (FormPart | Heading)[]): FormPart[] {
  let count = 0
  return parts.map((part) => (part.kind === 'heading' ? note([{ text: `${chineseNumber(++count)}、${part.title}`, face: 'hei' }]) : part))
}

interface Heading {
  readonly kind: 'heading'
  readonly title: string
}

const note = (text: Text): FormPart => ({ kind: 'note', text })
const heading = (title: string): Heading => ({ kind: 'heading', title })
const centred = (title: string, share = 1): Column => ({ title, share, centred: true })

function quartersTable(county: CountyScore, speech: FormSpeech): FormPart {
  const { wording } = speech
  const { columns: words } = wording
  const bold = (text: string): Cell => ({ lines: [[{ text, face: 'hei' }]], tone: 'band' })
  const extra = extraPoints(county)
  const last: TableRow = [
    bold(wording.yearTotal),
    bold(''),
    bold(yearScore(county, speech.scheme)),
    bold(yearRange(county.score, speech.scheme)),
    bold(''),
    bold(''),
    bold(''),
  ]
  return {
    kind: 'table',
    columns: [words.period, words.weight, words.score, words.range, words.weighted, words.running, words.open].map((title) =>
      centred(title),
    ),
    rows: [
      ...county.quarters.map((quarter) => quarterRow(quarter, speech)),
      ...(extra === null ? [] : [[words.extra, '', '', '', scoreWords(extra), '', String(county.yearly.filter(isOpen).length)]]),
      last,
    ],
  }
}

function quarterRow(quarter: ScoredQuarter, speech: FormSpeech): TableRow {
  const { wording } = speech
  const isMissing = quarter.state === 'missing'
  const missing: Cell = { lines: [wording.missingCell], tone: 'bad' }
  return [
    periodWords(quarter.period),
    `${quarter.weight}%`,
    isMissing ? missing : reachedWords(quarter, speech),
    boundsWords(quarter, speech),
    isMissing ? wording.missingCell : wholeWords(quarter.weighted, speech),
    wholeWords(quarter.running, speech),
    String(quarter.items.filter(isOpen).length),
  ]
}

/** Who decided a quarter's score or the grade, and why. */
function decidedLines({ quarters, gradeDecision }: CountyScore, { wording, scheme }: FormSpeech): string[] {
  const told = (template: string, number: number | undefined, period = ''): string[] =>
    scheme.decisions
      .filter((each) => each.number === number)
      .map(({ reason, by, on }) => filled(template, { period, reason, by, day: dayWords(on) }))
  return [
    ...quarters.flatMap(({ period, decision }) => told(wording.decidedQuarters, decision, periodWords(period))),
    ...told(wording.decidedGrade, gradeDecision),
  ]
}

/** Whether score and grade may still change, and what decides. */
function standing(county: CountyScore, speech: FormSpeech): string[] {
  const { wording, scheme } = speech
  const count = itemsOf(county, scheme.year).filter(({ item }) => isOpen(item)).length
  return [
    standingWords(county, count, speech),
    filled(wording.stabilityLine, { words: stabilityWords(county, speech) }),
    ...vetoLines(county, speech),
    ...county.gates.map(({ grade, text, met }) => filled(wording.gateLine, { grade, name: text, words: wording.gates[met] })),
    ...county.effects.map((words) => filled(wording.effectLine, { words })),
  ]
}

const openTable = (review: readonly ReviewEntry[], { wording, wording: { columns: words } }: FormSpeech): FormPart => ({
  kind: 'table',
  columns: [
    centred(words.number, 5),
    centred(words.period, 16),
    { title: words.item, share: 28 },
    centred(words.effect, 12),
    centred(words.decides, 9),
    { title: words.looked, share: 62 },
  ],
  rows: review.map(({ period, name, effect, turns, open }, index) => [
    String(index + 1),
    periodWords(period),
    name,
    pointsWords(effect),
    turns === 'never' ? wording.turns[turns] : { lines: [wording.turns[turns]], tone: 'doubt' },
    { lines: open },
  ]),
})
