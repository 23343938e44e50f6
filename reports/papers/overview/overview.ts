/** 总览 for the leader: one page with grades, scores, plots, what stands out, and which open items decide a grade. */
import type { Chart } from '../chart.ts'
import { dayWords } from '../days.ts'
import { roomBelow } from '../docx/form-height.ts'
import type { Column, FormPaper, FormPart, TableRow, Text, Tone } from '../paper.ts'
import type { PaperFile } from '../paper-file.ts'
import { paperFiles, type RenderPapers, renderHere } from '../render-papers.ts'
import { filled } from '../wording.ts'
import type { OverviewFacts, OverviewRow } from './facts.ts'
import { overviewName } from './overview-name.ts'
import type { OverviewWording } from './wording.ts'

export interface OverviewSettings {
  readonly wording: OverviewWording
  readonly office: string
  readonly year: number
  /** The day, or null where the office fills it in. */
  readonly day: string | null
}

export async function overviewFile(
  facts: OverviewFacts,
  settings: OverviewSettings,
  render: RenderPapers = renderHere,
): Promise<PaperFile> {
  const [file] = await paperFiles([{ name: overviewName(settings.year), paper: overviewPaper(facts, settings) }], render)
  return file as PaperFile
}

const CHART_HEIGHT = 53

/** How much of each list is printed. */
interface Extent {
  readonly rows: number
  readonly standouts: number
  readonly deciding: number
}

/** Less is not worth printing; the lists are cut in this order. */
const LEAST: readonly (readonly [keyof Extent, number])[] = [
  ['deciding', 2],
  ['standouts', 4],
  ['rows', 4],
]

/** As much as stands on one page. */
export function overviewPaper(facts: OverviewFacts, settings: OverviewSettings): FormPaper {
  const { rows, deciding } = settings.wording.figures
  let extent: Extent = {
    rows: Math.min(rows, facts.rows.length),
    standouts: facts.standouts.length,
    deciding: Math.min(deciding, facts.deciding.length),
  }
  for (const [list, least] of LEAST)
    while (extent[list] > least && roomBelow(paperOf(facts, settings, extent)) < 0) extent = { ...extent, [list]: extent[list] - 1 }
  return paperOf(facts, settings, extent)
}

function paperOf(facts: OverviewFacts, settings: OverviewSettings, extent: Extent): FormPaper {
  const { wording, office, year, day } = settings
  const { trend, ranges } = facts
  const charts = [trend, ranges].map((chart) => ofFirst(chart, extent.rows))
  return {
    form: 'dense',
    office,
    title: facts.title,
    day: day ?? `${year}-01-01`,
    parts: [
      note(filled(wording.head, { office, day: day === null ? wording.noDay : dayWords(day) })),
      note(facts.standing),
      note([{ text: gradesLine(facts, wording), face: 'hei' }, { text: facts.doubt ?? '' }]),
      scoresTable(facts, wording, extent),
      note(tableNote(facts, wording, extent)),
      { kind: 'charts', charts, height: CHART_HEIGHT },
      heading(wording.standoutsHeading),
      ...facts.standouts.slice(0, extent.standouts).map((words, index) => note(`${index + 1}. ${words}`)),
      heading(wording.decidingHeading),
      ...decidingParts(facts, wording, extent),
    ],
  }
}

const ofFirst = (chart: Chart, rows: number): Chart =>
  chart.kind === 'lines' ? { ...chart, lines: chart.lines.slice(0, rows) } : { ...chart, bars: chart.bars.slice(0, rows) }

const note = (text: Text): FormPart => ({ kind: 'note', text })
const heading = (text: string): FormPart => note([{ text, face: 'hei' }])
const column = (title: string, share: number, centred = true): Column => ({ title, share, centred })

function gradesLine({ grades }: OverviewFacts, wording: OverviewWording): string {
  const line = grades.map(({ grade, counties }) => {
    const items = counties.map(({ name, open }) => filled(open ? wording.gradeDoubt : wording.gradeCounty, { county: name })).join('、')
    return grade === null ? `${wording.noGrade}：${items}` : filled(wording.gradeLine, { grade, items })
  })
  return `${line.join('；')}。`
}

const VERDICT_TONES: Readonly<Record<string, Tone>> = { review: 'doubt', weak: 'bad' }

function scoresTable({ rows, periods }: OverviewFacts, wording: OverviewWording, extent: Extent): FormPart {
  const words = wording.columns
  return {
    kind: 'table',
    columns: [
      column(words.county, 22),
      column(words.grade, 20),
      column(words.score, 13),
      column(words.range, 23),
      column(words.place, 10),
      ...periods.map((period) => column(period, 14)),
      column(words.verdicts, 16),
    ],
    rows: rows.slice(0, extent.rows).map((row) => scoreRow(row, wording)),
  }
}

function scoreRow({ county, grade, grades, score, range, place, quarters }: OverviewRow, wording: OverviewWording): TableRow {
  return [
    county,
    { lines: [gradeWords(grade, grades, wording)], ...(grades.length > 1 ? { tone: 'doubt' } : { tone: 'good' }) },
    score,
    range === null ? score : filled(wording.gradeRange, range),
    place === null ? '—' : String(place),
    ...quarters.map(({ shown, verdict }) =>
      shown === null
        ? { lines: [wording.missing], tone: 'bad' as const }
        : { lines: [shown], ...(VERDICT_TONES[verdict ?? ''] === undefined ? {} : { tone: VERDICT_TONES[verdict ?? ''] }) },
    ),
    quarters.map(({ verdict }) => wording.verdicts[verdict ?? 'none']).join(''),
  ]
}

function gradeWords(grade: string | null, grades: readonly string[], wording: OverviewWording): string {
  if (grades.length <= 1) return grade ?? wording.noGrade
  const range = filled(wording.gradeRange, { low: grades[0] ?? '', high: grades.at(-1) ?? '' })
  return grade === null ? range : `${grade}（${range}）`
}

function tableNote({ rows }: OverviewFacts, wording: OverviewWording, extent: Extent): string {
  const left = rows.length - extent.rows
  return [wording.verdictNote, ...(left > 0 ? [filled(wording.rowsLeft, { rest: left })] : [])].join('')
}

function decidingParts({ deciding: rows, steady }: OverviewFacts, wording: OverviewWording, extent: Extent): FormPart[] {
  if (rows.length === 0) return [note(wording.decidingNone)]
  const words = wording.columns
  const left = rows.length - extent.deciding
  return [
    {
      kind: 'table',
      columns: [column(words.county, 22), column(words.possible, 24), column(words.deciding, 104, false)],
      rows: rows.slice(0, extent.deciding).map(({ county, grades, words: said }) => [county, grades.join('、'), said]),
    },
    ...(left > 0 ? [note(filled(wording.decidingLeft, { rest: left }))] : []),
    ...(steady.length === 0 ? [] : [note(filled(wording.decidingSettled, { items: steady.join('、') }))]),
  ]
}
