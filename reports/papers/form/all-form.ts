/** The annex of the bulletin: all counties on one form, their quarters, year and grade; then county by county what each quarter lost and left open. */
import type { CountyScore, Scores } from '../../../rules/scoring/score.ts'
import { periodWords } from '../../wording.ts'
import type { Cell, Column, FormPaper, FormPart, TableRow } from '../paper.ts'
import { filled } from '../wording.ts'
import { closing, countySpeech, paperDay, reachedWords, scoreWords } from './parts.ts'
import { lossItems } from './quarter-form.ts'
import { extraCut, extraPoints } from './reckoning-words.ts'
import { type FormSpeech, isOpen } from './speech.ts'
import { gradeWordsOf, provisionalWords } from './year-words.ts'

export function allForm({ scheme, counties }: Scores, speech: FormSpeech): FormPaper {
  const { wording } = speech
  const weights = scheme.quarters.map(({ period, weight }) => filled(wording.allWeight, { period: periodWords(period), weight })).join('＋')
  return {
    form: 'across',
    office: scheme.office,
    title: feedbackTitle(speech),
    day: paperDay(speech),
    parts: [
      { kind: 'note', text: filled(wording.allOpening, { items: weights }) },
      summaryTable(counties, speech),
      { kind: 'note', text: [{ text: wording.allDetailHeading, face: 'hei' }] },
      detailTable(counties, speech),
      ...closing(speech).slice(0, wording.notes.length + 1),
    ],
  }
}

/** As the scheme's papers call it. */
export function feedbackTitle({ scheme, wording }: FormSpeech): string {
  const title = scheme.papers?.['feedbackTitle']
  return typeof title === 'string' ? title : filled(wording.allTitle, { year: scheme.year })
}

function summaryTable(counties: readonly CountyScore[], speech: FormSpeech): FormPart {
  const { wording, scheme } = speech
  const words = wording.columns
  const column = (title: string, share: number): Column => ({ title, share, centred: true })
  return {
    kind: 'table',
    columns: [
      column(words.county, 15),
      ...scheme.quarters.map(({ period, weight }) => column(filled(wording.allWeight, { period: periodWords(period), weight }), 15)),
      column(words.extra, 9),
      column(words.year, 18),
      column(words.grade, 30),
    ],
    rows: counties.map((county): TableRow => {
      const extra = extraPoints(county)
      return [
        county.county,
        ...county.quarters.map((quarter): string | Cell => {
          const shown = reachedWords(quarter, countySpeech(county, speech))
          return quarter.state === 'missing'
            ? { lines: [wording.missingCell], tone: 'bad' }
            : quarter.low === quarter.high
              ? shown
              : { lines: [shown, wording.provisional], tone: 'doubt' }
        }),
        extra === null ? wording.notAsked : { lines: [scoreWords(extra), ...[extraCut(county, speech)].filter((words) => words !== null)] },
        { lines: provisionalWords(county, speech).split('\n') },
        { lines: [gradeWordsOf(county, speech)], ...(county.grades.length > 1 ? { tone: 'doubt' } : {}) },
      ]
    }),
  }
}

function detailTable(counties: readonly CountyScore[], speech: FormSpeech): FormPart {
  const { wording } = speech
  const words = wording.columns
  return {
    kind: 'table',
    columns: [
      { title: words.county, share: 15, centred: true },
      { title: words.period, share: 16, centred: true },
      { title: words.score, share: 9, centred: true },
      { title: words.weighted, share: 9, centred: true },
      { title: words.running, share: 9, centred: true },
      { title: words.losses, share: 62 },
      { title: words.open, share: 8, centred: true },
    ],
    rows: counties.flatMap(({ county, quarters, score }) =>
      quarters.map((quarter): TableRow => {
        const isMissing = quarter.state === 'missing'
        const open = quarter.items.filter(isOpen).length
        const own = countySpeech({ score }, speech)
        return [
          county,
          periodWords(quarter.period),
          isMissing ? { lines: [wording.missingCell], tone: 'bad' } : reachedWords(quarter, own),
          isMissing ? wording.missingCell : reachedWords(quarter.weighted, own),
          reachedWords(quarter.running, own),
          isMissing ? '' : lossItems(quarter, speech) || wording.notAsked,
          open === 0 ? wording.notAsked : filled(wording.allOpen, { count: open }),
        ]
      }),
    ),
  }
}
