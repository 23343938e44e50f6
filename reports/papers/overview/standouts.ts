/** What stands out, sentence by sentence; what did not happen is not mentioned. */
import type { CountyScore, Scores } from '../../../rules/scoring/score.ts'
import { pointsWords, scoreShown } from '../../wording.ts'
import { filled } from '../wording.ts'
import { firstFew, shortPeriod, type Verdicts } from './read.ts'
import type { OverviewWording } from './wording.ts'

interface Given {
  readonly scores: Scores
  readonly verdicts: Verdicts
  readonly wording: OverviewWording
  readonly near: number
}

export const standouts = (given: Given): string[] =>
  [...vetoes(given), missing(given), ends(given), near(given), changes(given), losses(given), quality(given), unequal(given)].filter(
    (words) => words !== '',
  )

const vetoes = ({ scores: { counties }, wording }: Given): string[] =>
  (['yes', 'unknown'] as const).map((answer) => {
    const items = vetoCounties(counties, answer, wording)
    return items === '' ? '' : filled(answer === 'yes' ? wording.vetoHappened : wording.vetoUnknown, { items })
  })

/** One veto of several counties is named once. */
function vetoCounties(counties: readonly CountyScore[], answer: 'yes' | 'unknown', wording: OverviewWording): string {
  const names = [...new Set(counties.flatMap((county) => county.vetoes.filter((veto) => veto.answer === answer).map(({ name }) => name)))]
  return names
    .map((name) => {
      const own = counties.filter((county) => county.vetoes.some((veto) => veto.name === name && veto.answer === answer))
      const items = firstFew(
        own.map(({ county }) => county),
        wording,
        'counties',
      )
      return filled(wording.vetoCounty, { county: items, name })
    })
    .join('；')
}

/** A quarter that nobody reported is told once. */
function missing({ scores: { counties }, wording }: Given): string {
  const missed = counties.flatMap(({ county, quarters }) =>
    quarters.filter(({ state }) => state === 'missing').map(({ period }) => ({ county, period })),
  )
  const periods = [...new Set(missed.map(({ period }) => period))].sort()
  const byAll =
    counties.length < 2 ? [] : periods.filter((asked) => missed.filter(({ period }) => period === asked).length === counties.length)
  const items = [
    ...(byAll.length === 0 ? [] : [filled(wording.missingAll, { items: byAll.map(shortPeriod).join('、') })]),
    ...missed.filter(({ period }) => !byAll.includes(period)).map(({ county, period }) => `${county}${shortPeriod(period)}`),
  ]
  return items.length === 0 ? '' : filled(wording.missingQuarters, { items: firstFew(items, wording, 'places') })
}

/** By the score before it is rounded; of those that have a place, since a score that lacks a quarter is none out of a hundred. */
function ends({ scores: { counties, scheme }, wording }: Given): string {
  const scored = counties.filter(
    ({ place, quartersScored, quartersAsked }) => place.place !== null && (quartersScored > 0 || quartersAsked === 0),
  )
  const sorted = scored.sort((a, b) => Number(b.score.provisional) - Number(a.score.provisional))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || first.score.shown === last.score.shown) return ''
  const at = ({ score: { provisional } }: CountyScore): string[] =>
    sorted.filter(({ score }) => score.provisional === provisional).map(({ county }) => county)
  const apart = counties.filter((county) => county.quartersScored > 0 && !scored.includes(county)).map(({ county }) => county)
  return filled(apart.length === 0 ? wording.ends : wording.endsApart, {
    rest: firstFew(apart, wording, 'counties'),
    items: firstFew(at(first), wording, 'counties'),
    high: scoreShown(first.score, scheme),
    county: firstFew(at(last), wording, 'counties'),
    low: scoreShown(last.score, scheme),
  })
}

function near({ scores: { counties, scheme }, wording, near: distance }: Given): string {
  const items = counties.flatMap(({ county, score }) =>
    scheme.bands
      .filter(({ from }) => from !== undefined && Math.abs(Number(score.provisional) - from) <= distance)
      .map(({ grade, from = 0 }) => filled(wording.nearCounty, { county, score: scoreShown(score, scheme), grade, points: from })),
  )
  return items.length === 0 ? '' : filled(wording.near, { near: distance, items: firstFew(items, wording, 'places') })
}

/** The greatest movements between neighbouring quarters. */
function changes({ scores: { counties }, wording }: Given): string {
  const moved = counties.flatMap(({ county, quarters }) =>
    quarters.slice(1).flatMap((quarter, index) => {
      const before = quarters[index]
      if (before === undefined || before.state === 'missing' || quarter.state === 'missing') return []
      return [{ county, period: shortPeriod(quarter.period), by: Number(quarter.shown) - Number(before.shown) }]
    }),
  )
  const great = moved.filter(({ by }) => Math.abs(by) >= wording.figures.change).sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  const items = great.map(({ county, period, by }) =>
    filled(by > 0 ? wording.rise : wording.fall, { county, period, points: pointsWords(Math.abs(by)) }),
  )
  return items.length === 0 ? '' : filled(wording.changes, { items: firstFew(items, wording, 'places') })
}

const MOST_ITEMS = 2

/** Settled losses only, weighted as the year counts them. */
function losses({ scores: { counties, scheme }, wording }: Given): string {
  const penalties = new Set(scheme.items.filter(({ kind }) => kind === 'penalty').map(({ item }) => item))
  const lost = counties.map(({ quarters }) => lostBy(quarters, penalties))
  const all = scheme.items
    .filter(({ kind }) => kind !== 'bonus')
    .map(({ item, name }) => {
      const own = lost.map((items) => items.get(item) ?? 0)
      return { name, lost: own.reduce((sum, each) => sum + each, 0), count: own.filter((each) => each > LEAST).length }
    })
  const items = all
    .filter(({ lost }) => lost > LEAST)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, MOST_ITEMS)
    .map(({ name, count, lost }) => filled(wording.lossItem, { name, count, points: pointsWords(lost) }))
  return items.length === 0 ? '' : filled(wording.losses, { items: items.join('、') })
}

/** By item, over the quarters; an item counts once a quarter. */
function lostBy(quarters: CountyScore['quarters'], penalties: ReadonlySet<string>): ReadonlyMap<string, number> {
  const lost = new Map<string, number>()
  for (const { items, weight } of quarters) {
    const seen = new Set<string>()
    for (const { item, state, points, provisional } of items) {
      if ((state !== 'settled' && state !== 'decided') || seen.has(item)) continue
      seen.add(item)
      lost.set(item, (lost.get(item) ?? 0) + (((penalties.has(item) ? 0 : points) - Number(provisional)) * weight) / 100)
    }
  }
  return lost
}

/** What binary figures leave behind. */
const LEAST = 0.005

function quality({ scores: { counties }, verdicts: { all: judged }, wording }: Given): string {
  if (judged.length === 0) return ''
  const place = new Map(counties.map(({ county }, index) => [county, index]))
  const at = (county: string): number => place.get(county) ?? place.size
  const all = [...judged].sort((a, b) => at(a.county) - at(b.county) || (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  const count = (verdict: string): number => all.filter((each) => each.verdict === verdict).length
  const weak = all
    .filter(({ verdict }) => verdict === 'weak')
    .map(({ county, period }) => filled(wording.weakReport, { county, period: shortPeriod(period) }))
  const items = weak.length === 0 ? '' : filled(wording.weakReports, { items: firstFew(weak, wording, 'reports') })
  return filled(wording.quality, { pass: count('pass'), review: count('review'), weak: count('weak'), items })
}

const unequal = ({ scores: { scheme }, wording }: Given): string =>
  scheme.unequal.length === 0 ? '' : filled(wording.unequal, { count: scheme.unequal.length })
