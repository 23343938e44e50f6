/** The scores and verdicts read for what the overview tells. */
import type { Lexicon } from '../../../extractors/lexicon.ts'
import type { Verdict } from '../../../rules/analysis/assessment.ts'
import type { CountyScore, Scores } from '../../../rules/scoring/score.ts'
import { boundShown, scoreShown, yearScore } from '../../wording.ts'
import { filled } from '../wording.ts'
import { rangeChart, trendChart } from './charts.ts'
import { decidingRows } from './deciding.ts'
import type { OverviewFacts, OverviewRow } from './facts.ts'
import { firstFew, isOpenGrade, shortPeriod, type Verdicts, verdictsOf } from './read.ts'
import { standouts } from './standouts.ts'
import type { OverviewWording } from './wording.ts'

export interface OverviewInput {
  readonly scores: Scores
  /** Those that count, of all counties. */
  readonly assessments: readonly { readonly county: string | null; readonly period: string | null; readonly verdict: Verdict }[]
  readonly lexicon: Lexicon
  readonly wording: OverviewWording
  /** How near to a boundary a score is pointed out. */
  readonly near: number
}

export function overviewFacts(input: OverviewInput): OverviewFacts {
  const { scores, wording, near } = input
  const { scheme, counties } = scores
  const verdicts = verdictsOf(input)
  return {
    title: filled(wording.title, { year: scheme.year }),
    standing: standing(counties, wording),
    doubt: counties.some(isOpenGrade) ? wording.doubtNote : null,
    grades: gradesOf(scores),
    periods: scheme.quarters.map(({ period }) => shortPeriod(period)),
    rows: counties.map((county) => row(county, scheme, verdicts)),
    trend: trendChart(scores, wording),
    ranges: rangeChart(scores, wording),
    standouts: standouts({ scores, verdicts, wording, near }),
    deciding: decidingRows(counties, wording),
    steady: counties.filter((county) => !isOpenGrade(county)).map(({ county }) => county),
  }
}

function standing(counties: readonly CountyScore[], wording: OverviewWording): string {
  if (!counties.some(({ provisional }) => provisional)) return wording.standingSettled
  const count = counties.reduce((all, { review }) => all + review.length, 0)
  return filled(count === 0 ? wording.standingApart : wording.standingProvisional, { items: scoredWords(counties, wording), count })
}

/** Of all counties at once where they are equally far; else those that lack a quarter by name. */
function scoredWords(counties: readonly CountyScore[], wording: OverviewWording): string {
  const [first] = counties
  const given = ({ quartersScored: scored, quartersAsked: asked }: CountyScore) => ({ scored, asked })
  if (first === undefined || counties.every(({ quartersScored }) => quartersScored === first.quartersScored))
    return first === undefined ? '' : filled(wording.scoredAll, given(first))
  const behind = counties.filter(({ quartersScored, quartersAsked }) => quartersScored < quartersAsked)
  const named = behind.map((county) => filled(wording.scoredCounty, { county: county.county, ...given(county) }))
  const items = firstFew(named, wording, 'counties')
  return behind.length === counties.length ? items : filled(wording.scoredSome, { items, asked: first.quartersAsked })
}

function gradesOf({ scheme, counties }: Scores): OverviewFacts['grades'] {
  return [...scheme.bands.map(({ grade }) => grade), null]
    .map((grade) => ({
      grade,
      counties: counties.filter((county) => county.grade === grade).map((county) => ({ name: county.county, open: isOpenGrade(county) })),
    }))
    .filter((each) => each.counties.length > 0)
}

function row(scored: CountyScore, scheme: Scores['scheme'], verdicts: Verdicts): OverviewRow {
  const { county, grade, grades, score, place, quarters } = scored
  return {
    county,
    grade,
    grades,
    score: yearScore(scored, scheme),
    range: score.low === score.high ? null : { low: boundShown(score.low, scheme), high: boundShown(score.high, scheme) },
    place: place.place,
    quarters: quarters.map((quarter) => ({
      shown: quarter.state === 'missing' ? null : scoreShown(quarter, scheme),
      verdict: verdicts.of(county, quarter.period),
    })),
  }
}
