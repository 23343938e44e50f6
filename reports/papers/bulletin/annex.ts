/** The annex: the counties' scores by quarter and of the year. What earned and lost them stands in the feedback forms. */
import type { CountyScore, SchemeRecord } from '../../../rules/scoring/score.ts'
import { scoreShown, yearScore } from '../../wording.ts'
import type { Column, Part, Words } from '../paper.ts'
import type { BulletinFacts } from './facts.ts'
import { scoreSource } from './result.ts'
import { type Statement, statement } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export interface Annex {
  readonly table: Part
  readonly note: Statement
}

export function annexPart({ scheme, counties, scores }: BulletinFacts, { annex }: BulletinWording): Annex {
  const { quarters, year } = scheme
  const columns: Column[] = [
    { title: annex.columns.county, share: 5, centred: true },
    ...quarters.map(({ quarter }): Column => ({ title: annex.quarters[quarter], share: 3, centred: true })),
    { title: annex.columns.score, share: 4, centred: true },
    { title: annex.columns.grade, share: 3, centred: true },
  ]
  const rows = counties.map(({ name, score }): (string | Words[])[] => [
    name,
    ...quarters.map(({ quarter }) => [quarterWords(score, `${year}-${quarter}`, annex.missing, scores.scheme)]),
    [{ text: yearScore(score, scores.scheme), gap: score.provisional }],
    [{ text: score.grade ?? '—', gap: !score.stability.stable }],
  ])
  const source = counties.map(scoreSource)
  const isLifted = counties.some(({ score: { score } }) => scoreShown(score, scores.scheme) !== score.shown)
  const hasExtra = counties.some(({ score: { yearly } }) => yearly.some(({ provisional }) => Number(provisional) !== 0))
  const isProvisional = counties.some(({ score }) => score.provisional)
  return {
    table: { kind: 'table', columns, rows },
    note: statement(
      'annex.scores',
      [annex.note, hasExtra ? annex.extra : '', isLifted ? annex.unrounded : '', isProvisional ? annex.provisional : ''].join(''),
      source,
      [annex.comment],
    ),
  }
}

/** A quarter with open items is marked as the year is; one that is missing says so itself. */
function quarterWords({ quarters }: CountyScore, period: string, missing: string, scheme: SchemeRecord): Words {
  const quarter = quarters.find((each) => each.period === period)
  if (quarter === undefined || quarter.state === 'missing') return { text: missing, gap: false }
  return { text: scoreShown(quarter, scheme), gap: quarter.low !== quarter.high }
}
