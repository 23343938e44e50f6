/** What a county's year comes to, in words: the extra points, what the grade hangs on, the vetoes. */
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { type Apart, decidingApart, openApart } from '../../deciding-apart.ts'
import { boundShown, periodWords, yearRange, yearScore } from '../../wording.ts'
import { filled } from '../wording.ts'
import { type FormSpeech, itemsOf } from './speech.ts'

/** The few that decide the grade: missing quarters and vetoes before open items, of which the first are named. */
export function stabilityWords(county: CountyScore, { wording, scheme }: FormSpeech): string {
  const { stability, review, grades } = county
  if (grades.length <= 1) {
    if (review.length > 0) return filled(wording.stable, { count: review.length })
    const all = apartWords(openApart(county), wording)
    return all.length === 0 ? wording.settled : filled(wording.stableApart, { items: all.join('、') })
  }
  const apart = apartWords(decidingApart(county), wording)
  const names = new Map(itemsOf(county, scheme.year).map(({ period, item }) => [`${period}/${item.item}`, item.name]))
  const named = stability.deciding
    .slice(0, wording.figures.deciding)
    .map(({ period, item }) => `${periodWords(period)}${names.get(`${period}/${item}`) ?? item}`)
  const items = named.join('、')
  const rest = stability.deciding.length
  if (stability.missing.length > 0) return filled(rest === 0 ? wording.blankAlone : wording.blank, { items: apart.join('、'), rest })
  const parts = [
    ...apart,
    ...(named.length === 0
      ? []
      : [named.length < stability.deciding.length ? filled(wording.deciding, { items, count: stability.deciding.length }) : items]),
  ]
  const left = review.length - rest
  const template = left === 0 ? wording.unstableAll : named.length === 0 ? wording.unstableApart : wording.unstable
  return filled(template, { items: parts.join('、'), rest: left })
}

/** Missing quarters, named together, and vetoes. */
const apartWords = ({ missing, vetoes }: Apart, wording: FormSpeech['wording']): string[] => [
  ...(missing.length === 0 ? [] : [filled(wording.decidingMissing, { period: missing.map(periodWords).join('、') })]),
  ...vetoes.map((name) => filled(wording.decidingVeto, { name })),
]

/** Whether the year's score may still change, and by what: open items, missing quarters, or only the grade. */
export function standingWords(county: CountyScore, count: number, { wording, scheme }: FormSpeech): string {
  const { provisional, quartersScored: scored, quartersAsked: asked, score } = county
  if (!provisional) return wording.settledYear
  const given = { scored, asked, count, low: boundShown(score.low, scheme), high: boundShown(score.high, scheme) }
  if (scored < asked) return filled(count === 0 ? wording.missingYear : wording.provisionalBoth, given)
  return count === 0 ? wording.settledScore : filled(wording.provisionalYear, given)
}

export const vetoLines = ({ vetoes }: CountyScore, { wording }: FormSpeech): string[] =>
  vetoes.map(({ name, answer, words }) => filled(wording.vetoLine, { name, words: `${wording.answers[answer]}。${ended(words)}` }))

const ended = (words: string): string => (words === '' || words.endsWith('。') ? words : `${words}。`)

/** The grade as the records say it, 暂定 before it while something may still change. */
export const gradeWordsOf = (
  { gradeWords, grade, grades, provisional, quartersScored, quartersAsked }: CountyScore,
  { wording }: FormSpeech,
): string =>
  provisional && grade !== null && grades.length > 1 && quartersScored === quartersAsked
    ? `${wording.provisional}${gradeWords}`
    : gradeWords

/** 暂定 while something may still change. */
export const provisionalWords = (county: CountyScore, { wording, scheme }: FormSpeech): string =>
  county.provisional && county.score.low !== county.score.high
    ? `${yearScore(county, scheme)}\n${wording.provisional}（${yearRange(county.score, scheme)}）`
    : yearScore(county, scheme)
