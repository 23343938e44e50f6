/** Readings that several parts of the overview share. */
import type { Verdict } from '../../../rules/analysis/assessment.ts'
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { periodWords } from '../../wording.ts'
import { filled } from '../wording.ts'
import type { OverviewInput } from './read-facts.ts'
import type { OverviewWording } from './wording.ts'

/** 2020-Q3 → 三季度: the year stands in the title. */
export const shortPeriod = (period: string): string => periodWords(period).replace(/^\d{4}年(?=.)第?/u, '')

export const isOpenGrade = ({ grade, grades }: CountyScore): boolean => grade === null || grades.length > 1

export interface Verdicts {
  readonly of: (county: string, period: string) => Verdict | null
  readonly all: readonly { readonly county: string; readonly period: string; readonly verdict: Verdict }[]
}

/** The verdicts on the reports of the counties and quarters assessed, whatever name a report bears for its county. */
export function verdictsOf({ scores: { scheme, counties }, assessments, lexicon }: Omit<OverviewInput, 'wording'>): Verdicts {
  const names = new Map(
    counties.flatMap(({ county }) => {
      const known = lexicon.regions.counties.find((each) => each.names.some(({ name }) => name === county))
      return [county, ...(known?.names.map(({ name }) => name) ?? [])].map((name) => [name, county] as const)
    }),
  )
  const periods = new Set(scheme.quarters.map(({ period }) => period))
  const all = assessments.flatMap(({ county, period, verdict }) => {
    const own = names.get(county ?? '')
    return own === undefined || period === null || !periods.has(period) ? [] : [{ county: own, period, verdict }]
  })
  const found = new Map(all.map(({ county, period, verdict }) => [`${county}/${period}`, verdict]))
  return { of: (county, period) => found.get(`${county}/${period}`) ?? null, all }
}

/** The first few, and in the words of `more` how many there are. */
export function firstFew(
  items: readonly string[],
  { figures: { named }, more }: OverviewWording,
  what: keyof OverviewWording['more'],
): string {
  const shown = items.slice(0, named).join('、')
  return items.length > named ? filled(more[what], { items: shown, count: items.length }) : shown
}
