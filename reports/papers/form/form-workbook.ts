/** The forms as workbooks: a county's quarters and year on a sheet each, and one of all counties. Quotes stand here in full. */
import type { CountyScore, Figure, ScoredItem, ScoredQuarter, Scores } from '../../../rules/scoring/score.ts'
import { boundShown, periodWords } from '../../wording.ts'
import { type Cell, number, points, strong, styledCell, text } from '../../workbook/cell.ts'
import type { Column } from '../../workbook/sheet.ts'
import type { BookSheet, FormBook } from '../paper.ts'
import { filled } from '../wording.ts'
import { feedbackTitle } from './all-form.ts'
import { adviceLines, groundsOf, reasonLines } from './item-words.ts'
import { countySpeech } from './parts.ts'
import { extraPoints } from './reckoning-words.ts'
import { type FormSpeech, isLost, isWithin, itemsOf } from './speech.ts'
import { bound, reached, yearCell, yearSheet } from './year-sheet.ts'
import { gradeWordsOf } from './year-words.ts'

export const countyWorkbook = (county: CountyScore, general: FormSpeech): FormBook => {
  const speech = countySpeech(county, general)
  const { wording, scheme } = speech
  const printTitle = filled(wording.workbookTitle, { county: county.county, year: scheme.year })
  const sheet = (name: string, items: readonly ScoredItem[], period: string): BookSheet => ({
    name,
    printTitle,
    frozenColumns: 2,
    columns: itemColumns(speech),
    rows: items.map((item) => itemCells(item, item.period ?? period, speech)),
  })
  return bookOf([
    { ...yearSheet(county, speech), printTitle },
    ...county.quarters.map((quarter) => withTotal(sheet(periodWords(quarter.period), quarter.items, quarter.period), quarter, speech)),
    ...(county.yearly.length === 0 ? [] : [sheet(wording.sheets.items, county.yearly, String(scheme.year))]),
    { ...openSheet([county], speech), printTitle },
  ])
}

export function allWorkbook({ counties }: Scores, speech: FormSpeech): FormBook {
  const { wording, scheme } = speech
  const printTitle = feedbackTitle(speech)
  const all = counties.flatMap((county) =>
    itemsOf(county, scheme.year).map(({ period, item }) => ({ county: county.county, period, item })),
  )
  const sheet = (name: string, rows: typeof all): BookSheet => ({
    name,
    printTitle,
    frozenColumns: 3,
    columns: [{ title: wording.columns.county, width: 16 }, ...itemColumns(speech)],
    rows: rows.map(({ county, period, item }) => [strong(county), ...itemCells(item, period, speech)]),
  })
  return bookOf([
    { ...summarySheet(counties, speech), printTitle },
    sheet(wording.sheets.detail, all),
    sheet(
      wording.sheets.losses,
      all.filter(({ item }) => isLost(item, speech)),
    ),
    { ...openSheet(counties, speech), printTitle },
  ])
}

const bookOf = (sheets: readonly BookSheet[]): FormBook => ({ form: 'book', sheets })

/** A row a county: quarters with what they weigh, the sum, extra points, the year, the grade. */
function summarySheet(counties: readonly CountyScore[], speech: FormSpeech): BookSheet {
  const { wording, scheme } = speech
  const words = wording.columns
  return {
    name: wording.sheets.summary,
    frozenColumns: 1,
    columns: [
      { title: words.county, width: 16 },
      ...scheme.quarters.flatMap(({ period, weight }): Column[] => [
        { title: `${periodWords(period)}\n${words.score}`, width: 14 },
        { title: `${words.weighted}\n（${weight}%）`, width: 10 },
        { title: words.running, width: 10 },
      ]),
      { title: words.gained, width: 10 },
      { title: words.counted, width: 10 },
      { title: words.deducted, width: 10 },
      { title: words.extra, width: 10 },
      { title: words.year, width: 10 },
      { title: words.low, width: 10 },
      { title: words.high, width: 10 },
      { title: words.grade, width: 40 },
      { title: words.remark, width: 40 },
    ],
    rows: counties.map((county) => [
      strong(county.county),
      ...county.quarters.flatMap((quarter): Cell[] => {
        const own = countySpeech(county, speech)
        const { state, weighted, running } = quarter
        return state === 'missing'
          ? [styledCell('bad', wording.missingCell), text(null), reached(running, own)]
          : [reached(quarter, own), reached(weighted, own), reached(running, own)]
      }),
      ...[county.reckoning?.gained, county.reckoning?.counted, county.reckoning?.deducted, extraPoints(county)].map((figure) =>
        figure === undefined || figure === null ? text(null) : points(figure.provisional),
      ),
      yearCell(county, speech),
      number(Number(boundShown(county.score.low, scheme))),
      number(Number(boundShown(county.score.high, scheme))),
      text(gradeWordsOf(county, speech)),
      text(county.warnings.join('\n')),
    ]),
  }
}

const itemColumns = ({ wording: { columns: words } }: FormSpeech): Column[] => [
  { title: words.period, width: 16 },
  { title: words.item, width: 26 },
  { title: words.part, width: 14 },
  { title: words.standard, width: 34 },
  { title: words.points, width: 7 },
  { title: words.score, width: 8 },
  { title: words.low, width: 8 },
  { title: words.high, width: 8 },
  { title: words.state, width: 10 },
  { title: words.why, width: 44 },
  { title: words.file, width: 36 },
  { title: words.place, width: 14 },
  { title: words.quote, width: 50 },
  { title: words.advice, width: 30 },
]

const TONES = { settled: 'good', open: 'doubt', decided: 'good', 'not-applicable': 'faint' } as const

function itemCells(item: ScoredItem, period: string, speech: FormSpeech): Cell[] {
  const described = speech.items.get(item.item)
  const grounds = groundsOf(item)
  // Numbered, because a long line wraps: the third quote belongs to the third file.
  const each = (words: (ground: (typeof grounds)[number]) => string): Cell =>
    text(grounds.map((ground, index) => `${grounds.length > 1 ? `${index + 1}. ` : ''}${words(ground)}`).join('\n'))
  return [
    text(periodWords(period)),
    strong(item.name),
    text(described?.part),
    text(described?.standard),
    number(item.points),
    points(item.provisional),
    points(item.low),
    points(item.high),
    isWithin(item) ? styledCell('faint', speech.wording.withQuarter) : styledCell(TONES[item.state], speech.wording.states[item.state]),
    text(reasonLines(item, speech).join('\n')),
    each(({ file }) => file),
    each(({ place }) => place || '—'),
    each(({ quote }) => quote?.replaceAll('\n', ' ') ?? '—'),
    text(adviceLines(item, speech).join('\n')),
  ]
}

/** The quarter's sum below its items, then what it makes of the year. */
function withTotal(sheet: BookSheet, quarter: ScoredQuarter, speech: FormSpeech): BookSheet {
  const { wording } = speech
  const row = (name: string, figure: Figure): Cell[] => {
    const cells = new Map([
      [1, strong(name)],
      [5, bound(figure.provisional, speech)],
      [6, bound(figure.low, speech)],
      [7, bound(figure.high, speech)],
    ])
    return sheet.columns.map((_, column) => cells.get(column) ?? text(null))
  }
  const missing = sheet.columns.map((_, column) => (column === 1 ? styledCell('bad', wording.missingCell) : text(null)))
  const { weighted, running } = quarter
  const { columns: words } = wording
  return {
    ...sheet,
    rows: [
      ...sheet.rows,
      ...(quarter.state === 'missing'
        ? [missing]
        : [row(wording.total, quarter), row(`${words.weighted}（${quarter.weight}%）`, weighted)]),
      row(words.running, running),
    ],
  }
}

function openSheet(counties: readonly CountyScore[], { wording }: FormSpeech): BookSheet {
  const words = wording.columns
  return {
    name: wording.sheets.open,
    columns: [
      { title: words.county, width: 16 },
      { title: words.period, width: 16 },
      { title: words.item, width: 34 },
      { title: words.effect, width: 13 },
      { title: words.decides, width: 10 },
      { title: words.looked, width: 70 },
    ],
    rows: counties.flatMap(({ county, review }) =>
      review.map(({ period, name, effect, turns, open }) => [
        strong(county),
        text(periodWords(period)),
        text(name),
        points(effect),
        turns === 'never' ? text(wording.turns[turns]) : styledCell('doubt', wording.turns[turns]),
        text(open.join('\n')),
      ]),
    ),
  }
}

/** The exact decimals stand in scores.jsonl. */
