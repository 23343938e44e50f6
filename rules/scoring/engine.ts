/**
 * The engine: the contract's records, a scheme and decisions give the scores. It reads nothing else, and the order of counties and records changes nothing:
 * records are taken in the order of the contract.
 */
import { createHash } from 'node:crypto'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { applyDecisions } from './apply-decisions.ts'
import { feedByCounty } from './county-feed.ts'
import { countyRecord, tieWarning } from './county-record.ts'
import { type CountyWork, workOf } from './county-work.ts'
import { zero } from './decimal.ts'
import { targetOf } from './decision-target.ts'
import { createDecisionWords, type DecisionWords, decidedRecords } from './decision-words.ts'
import { type Decision, noDecisions } from './decisions.ts'
import { expectedEntry } from './entry-check.ts'
import { createFairness } from './fairness.ts'
import type { Feed } from './feed.ts'
import { createOffice, pointsByPeriod } from './office.ts'
import { type Operand, operandName, operandsOf } from './operand.ts'
import { operandNames, readingNames } from './operand-name.ts'
import { peerNumbers } from './peer-numbers.ts'
import { waiting } from './present.ts'
import { type Place, places, type Ranked } from './ranking.ts'
import { byUrgency } from './review-order.ts'
import type { Scheme } from './scheme.ts'
import type { CountyScore, SchemeRecord, Scores } from './score.ts'
import { settingsWords } from './settings.ts'

export interface ScoringOptions {
  readonly scheme: Scheme
  readonly lexicon: Lexicon
  readonly decisions?: readonly Decision[]
}

/** How many entries the list over all counties bears; each county has its own whole list. */
const REVIEW = 50

export function score(feed: Feed, { scheme, lexicon, decisions = noDecisions }: ScoringOptions): Scores {
  const decided = applyDecisions(feed, decisions, lexicon)
  const office = createOffice(scheme, lexicon, feedByCounty(decided, scheme.counties, lexicon), decisions, peerNumbers)
  const nameOf = office.countyName
  const ofCounty = decisionsByCounty(decisions)
  const fairness = createFairness(decisions.some(({ about }) => about === 'value'))
  // A county's items are let go as soon as its line is made, unless its grade depends on its place.
  const byPlace = scheme.grades?.bands.some(({ first }) => first !== undefined) ?? false
  const line = (work: CountyWork, place: Place): CountyScore =>
    countyRecord(office, work, place, nameOf(work.county.id), ofCounty(work.county.id))
  const finished = [...office.counties.values()].map((county) => {
    const work = workOf(office, county, ofCounty(county.id))
    const name = nameOf(county.id)
    for (const { items } of work.quarters) for (const item of items) fairness.add(name, item)
    for (const item of work.yearly) fairness.add(name, item)
    return { ranked: rankedOf(work, scheme), finish: byPlace ? (place: Place) => line(work, place) : atPlace(line(work, ALONE)) }
  })
  const placed = places(
    finished.map(({ ranked }) => ranked),
    scheme.settings,
  )
  const counties = finished.map(({ finish }, index): CountyScore => finish(placed[index] ?? ALONE))
  const lost = [...decided.lost, ...strangers(decisions, scheme), ...superseded(decisions), ...waiting(scheme, office.counties, ofCounty)]
  const words = createDecisionWords(scheme, lexicon, nameOf, decidedRecords(feed, decisions, lexicon))
  const record = { decisions: decisions.map((decision) => decisionRecord(decision, words, lost, counties)), unequal: fairness.unequal() }
  return { scheme: schemeRecord(scheme, lexicon, record, counties), counties }
}

const ALONE: Place = { place: 1, best: 1, worst: 1, sharing: 1 }

/** A line made before the places were known. */
const atPlace =
  (made: CountyScore) =>
  (place: Place): CountyScore => ({ ...made, place: { ...place }, warnings: [...made.warnings, ...tieWarning(place)] })

function rankedOf({ low, high, provisional, quarters }: CountyWork, { settings }: Scheme): Ranked {
  const isOpen = settings.missingQuarter === 'provisional' && quarters.some(({ state }) => state === 'missing')
  const tieBreakers = settings.ties.breakBy.map((quarter) => {
    const asked = quarters.find(({ period }) => period.endsWith(quarter))
    return asked?.provisional ?? zero
  })
  return { low, high, provisional, whole: !isOpen, tieBreakers }
}

function decisionsByCounty(decisions: readonly Decision[]): (county: string) => readonly Decision[] {
  const byCounty = new Map<string, Decision[]>()
  for (const decision of decisions) {
    if (!('county' in decision) || decision.county === undefined) continue
    const own = byCounty.get(decision.county)
    if (own === undefined) byCounty.set(decision.county, [decision])
    else own.push(decision)
  }
  return (county) => byCounty.get(county) ?? noDecisions
}

/** Of several decisions about one thing the last counts. */
function superseded(decisions: readonly Decision[]): { readonly decision: number; readonly why: string }[] {
  const last = new Map(decisions.map((decision) => [targetOf({ ...decision }), decision.number]))
  return decisions.flatMap((decision) => {
    const by = last.get(targetOf({ ...decision })) ?? decision.number
    return by === decision.number ? [] : [{ decision: decision.number, why: `与第 ${by} 条决定的是同一项，以第 ${by} 条为准` }]
  })
}

/** Decisions about counties that the scheme does not assess. */
const strangers = (decisions: readonly Decision[], { counties }: Scheme): { decision: number; why: string }[] =>
  decisions.flatMap((each) =>
    'county' in each && each.about !== 'document' && each.county !== undefined && !counties.includes(each.county)
      ? [{ decision: each.number, why: '方案不考核此县市，未采用' }]
      : [],
  )

function schemeRecord(
  scheme: Scheme,
  lexicon: Lexicon,
  found: Pick<SchemeRecord, 'decisions' | 'unequal'>,
  counties: readonly CountyScore[],
): SchemeRecord {
  return {
    record: 'scheme',
    id: createHash('sha256').update(`scheme\u0000${scheme.year}\u0000${scheme.name}`).digest('hex').slice(0, 16),
    scheme: scheme.name,
    year: scheme.year,
    office: scheme.office,
    notes: scheme.notes,
    settings: settingsWords(scheme.settings),
    quarters: scheme.quarters.map(({ quarter, weight: share, name }) => ({
      period: `${scheme.year}-${quarter}`,
      name: name ?? quarter,
      weight: share,
    })),
    bands: scheme.grades?.bands ?? [],
    items: scheme.items.map((item) => ({
      item: item.id,
      name: item.name,
      part: item.part,
      standard: item.standard,
      kind: item.kind,
      points: pointsByPeriod(item, scheme),
      byDefault: item.byDefault,
      ...(item.source === undefined ? {} : { source: item.source }),
      rule: item.rule,
      ...partsOf(item, lexicon),
    })),
    ...(scheme.papers === undefined ? {} : { papers: scheme.papers }),
    ...found,
    review: reviewOf(counties),
  }
}

/** What to look at first over all counties. A county's own entries are in this order, so that no more of them than the list is long can be in it. */
function reviewOf(counties: readonly CountyScore[]): SchemeRecord['review'] {
  const all = counties.flatMap(({ county, review }) => review.slice(0, REVIEW).map((entry) => ({ county, ...entry })))
  return byUrgency(all, (entry) => entry).slice(0, REVIEW)
}

function decisionRecord(
  decision: Decision,
  words: DecisionWords,
  lost: readonly { readonly decision: number; readonly why: string }[],
  counties: readonly CountyScore[],
): SchemeRecord['decisions'][number] {
  const { number, about, reason, by, on } = decision
  const gone = lost.find((each) => each.decision === number)?.why
  const misfit = counties
    .flatMap(({ misfits = [] }) => misfits.flatMap((each) => (each.decision === number ? [each.words] : [])))
    .join('；')
  const notes = { ...(gone === undefined ? {} : { lost: gone }), ...(misfit === '' ? {} : { misfit }) }
  return { number, about, words: words(decision), reason, by, on, ...notes }
}

/** What may be entered for what an item reads; where that is several things, each can be decided by itself. */
function partsOf({ rule }: Scheme['items'][number], lexicon: Lexicon): Pick<SchemeRecord['items'][number], 'parts' | 'expected'> {
  const operands = new Map(operandsOf(rule).map((operand) => [operandName(operand), operand]))
  const expectedOf = (operand: Operand): string => expectedEntry(operand, rule, lexicon) ?? ''
  const [single, ...others] = operands.values()
  if (single === undefined) return {}
  if (others.length === 0) return { expected: expectedOf(single) }
  const names = readingNames([...operands.values()], operandNames(lexicon))
  return { parts: [...operands].map(([of, operand]) => ({ of, name: names.get(of) ?? of, expected: expectedOf(operand) })) }
}
