/** What a county's year comes to, in words: the extra points, what the grade hangs on, the vetoes. */
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { periodWords, pointsWords } from '../../wording.ts'
import { filled } from '../wording.ts'
import { type FormSpeech, itemsOf } from './speech.ts'

/** Bonus and penalties counted once a year; null where the scheme has none. */
export const extraPoints = ({ yearly }: CountyScore): number | null =>
  yearly.length === 0 ? null : yearly.reduce((sum, { provisional }) => sum + Number(provisional), 0)

/** The few that decide the grade: missing quarters and vetoes before open items, of which the first are named. */
export function stabilityWords(county: CountyScore, { wording, scheme }: FormSpeech): string {
  const { quarters, vetoes, stability, review, grades } = county
  if (grades.length <= 1) return review.length === 0 ? wording.settled : filled(wording.stable, { count: review.length })
  const names = new Map(itemsOf(county, scheme.year).map(({ period, item }) => [`${period}/${item.item}`, item.name]))
  const named = stability.deciding
    .slice(0, wording.figures.deciding)
    .map(({ period, item }) => `${periodWords(period)}${names.get(`${period}/${item}`) ?? item}`)
  const items = named.join('、')
  const missing = quarters.filter(({ state }) => state === 'missing')
  const apart = [
    ...missing.map(({ period }) => filled(wording.decidingMissing, { period: periodWords(period) })),
    ...vetoes.filter(({ answer }) => answer === 'unknown').map(({ name }) => filled(wording.decidingVeto, { name })),
  ]
  if (missing.length > 0) return filled(wording.blank, { items: apart.join('、'), rest: stability.deciding.length })
  const parts = [
    ...apart,
    ...(named.length === 0
      ? []
      : [named.length < stability.deciding.length ? filled(wording.deciding, { items, count: stability.deciding.length }) : items]),
  ]
  const rest = review.length - stability.deciding.length
  const template = rest === 0 ? wording.unstableAll : named.length === 0 ? wording.unstableApart : wording.unstable
  return filled(template, { items: parts.join('、'), rest })
}

export const vetoLines = ({ vetoes }: CountyScore, { wording }: FormSpeech): string[] =>
  vetoes.map(({ name, answer, words }) => filled(wording.vetoLine, { name, words: `${wording.answers[answer]}。${words}` }))

/** The grade as the records say it, 暂定 before it while something may still change. */
export const gradeWordsOf = (
  { gradeWords, grade, grades, provisional, quartersScored, quartersAsked }: CountyScore,
  { wording }: FormSpeech,
): string =>
  provisional && grade !== null && grades.length > 1 && quartersScored === quartersAsked
    ? `${wording.provisional}${gradeWords}`
    : gradeWords

/** 暂定 while something may still change. */
export const provisionalWords = ({ provisional, score }: CountyScore, { wording }: FormSpeech): string =>
  provisional ? `${score.shown}\n${wording.provisional}（${pointsWords(score.low)}—${pointsWords(score.high)}）` : score.shown
