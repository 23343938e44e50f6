/** The feed as people corrected it. What the machine found stays in its own files; a corrected record bears the decision's number. */
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { countyName } from '../../extractors/quantities/region.ts'
import type { Practice } from '../practices/practice.ts'
import type { Decision } from './decisions.ts'
import { domainMistake, type EnteredQuantity, unitMistake } from './entered-quantity.ts'
import type { Feed, FeedAssessment, FeedDocument, FeedFact } from './feed.ts'
import { valueDomain } from './indicator-domain.ts'
import { achievementWords, answerWords, awardLevelWords, kindWords } from './record-words.ts'

interface Decided {
  /** The decision that changed the record, and what the machine had read. */
  readonly decision?: number
  readonly was?: string
  /** Of a value: who corrected it and why, in words. */
  readonly by?: string
  /** Of a value: that its number is another than was read. */
  readonly isChanged?: true
  /** The decision that says whose and of when the record's document is. */
  readonly movedBy?: number
}
export type DecidedValue = Value & Decided
export type DecidedFact = FeedFact & Decided
export type DecidedAchievement = Achievement & Decided
export type DecidedDocument = FeedDocument & Decided

export interface DecidedFeed extends Feed {
  readonly documents: readonly DecidedDocument[]
  readonly values: readonly DecidedValue[]
  readonly earlier: readonly DecidedValue[]
  readonly achievements: readonly DecidedAchievement[]
  readonly facts: readonly DecidedFact[]
  /** Values that a decision says are none: no item takes them, each is shown with its decision. */
  readonly rejected: readonly DecidedValue[]
  /** Decisions whose target is gone. */
  readonly lost: readonly { readonly decision: number; readonly why: string }[]
}

export function applyDecisions(feed: Feed, decisions: readonly Decision[], lexicon: Lexicon): DecidedFeed {
  const facts = feed.facts ?? []
  const documents = decidedBy(decisions, 'document')
  const moved = new Map(
    feed.documents.flatMap((document) => {
      const decision = documents.get(document.id)
      return decision === undefined
        ? []
        : [[document.file, { before: document, after: movedDocument(document, decision, lexicon) }] as const]
    }),
  )
  const follow = <Record extends Value | Achievement | FeedAssessment | FeedFact | Practice>(record: Record): Record => {
    const move = moved.get(record.file)
    if (move === undefined) return record
    const { before, after } = move
    const county = record.county === before.county || record.county === null ? after.county : record.county
    const period = record.period === before.period || record.period === null ? after.period : record.period
    const isMoved = county !== record.county || period !== record.period
    return { ...record, county, period, ...(isMoved && after.decision !== undefined ? { movedBy: after.decision } : {}) }
  }
  const [values, achievements, stated] = [decidedBy(decisions, 'value'), decidedBy(decisions, 'achievement'), decidedBy(decisions, 'fact')]
  const rejected = decidedBy(decisions, 'practice')
  return {
    documents: feed.documents.map((document) => moved.get(document.file)?.after ?? document),
    values: settledByOne(
      feed.values.flatMap((value) => correctedValue(follow(value), values.get(value.id), lexicon)),
      values,
    ),
    rejected: feed.values.flatMap((value) => rejectedValue(follow(value), values.get(value.id), lexicon)),
    earlier: (feed.earlier ?? []).flatMap((value) => correctedValue(follow(value), values.get(value.id), lexicon)),
    achievements: feed.achievements.flatMap((achievement) => correctedAchievement(follow(achievement), achievements.get(achievement.id))),
    assessments: feed.assessments.flatMap((assessment) => {
      const kind = moved.get(assessment.file)?.after.kind ?? 'analysis'
      return kind === 'analysis' ? [follow(assessment)] : []
    }),
    checks: feed.checks,
    practices: (feed.practices ?? []).filter(({ id }) => !rejected.has(id)).map(follow),
    facts: facts.map((fact) => correctedFact(follow(fact), stated.get(fact.id))),
    lost: lostDecisions(decisions, { ...feed, facts }, lexicon),
  }
}

type About = 'document' | 'value' | 'achievement' | 'fact' | 'practice'
type RecordDecision<Kind extends About> = Extract<Decision, { about: Kind }>

/** The last decision about a record counts. */
function decidedBy<Kind extends About>(decisions: readonly Decision[], about: Kind): Map<string, RecordDecision<Kind>> {
  const chosen = decisions.filter((decision): decision is RecordDecision<Kind> => decision.about === about)
  return new Map(chosen.map((decision) => [(decision as { readonly id: string }).id, decision]))
}

function movedDocument(document: FeedDocument, decision: RecordDecision<'document'>, { regions }: Lexicon): DecidedDocument {
  const period = decision.period ?? document.period
  const county = regions.counties.find(({ id }) => id === decision.county)
  return {
    ...document,
    period,
    county: county === undefined ? document.county : countyName(county, period),
    kind: decision.kind ?? document.kind,
    decision: decision.number,
    was: [document.county ?? '县市不明', periodWords(document.period), kindWords[document.kind]].join('，'),
  }
}

function correctedValue(value: Value, decision: RecordDecision<'value'> | undefined, lexicon: Lexicon): DecidedValue[] {
  if (decision === undefined || unfitting(value, decision, lexicon) !== null) return [value]
  if (decision.reject === true) return []
  const { to } = decision
  const { upper: _upper, ...single } = value
  const moved = correctedPlace(to === undefined ? value : { ...single, ...quantityFields(to), unit: value.unit }, decision, lexicon)
  return [
    {
      ...moved,
      confidence: 1,
      decision: decision.number,
      was: wasOf(value, decision),
      by: signature(decision),
      ...changedFrom(value, moved),
    },
  ]
}

function rejectedValue(value: Value, decision: RecordDecision<'value'> | undefined, lexicon: Lexicon): DecidedValue[] {
  if (decision?.reject !== true || unfitting(value, decision, lexicon) !== null) return []
  return [{ ...value, decision: decision.number, was: value.evidence.quote }]
}

/**
 * A corrected value settles its indicator: what else the county states of the same indicator, period and role, whatever document states it, is corrected with it,
 * unless it was decided by itself, or several corrections disagree.
 */
function settledByOne(values: readonly DecidedValue[], decisions: ReadonlyMap<string, RecordDecision<'value'>>): readonly DecidedValue[] {
  const corrected = new Map<string, DecidedValue | null>()
  for (const value of values) {
    if (value.decision === undefined || decisions.get(value.id)?.to === undefined) continue
    const before = corrected.get(placeOf(value))
    corrected.set(placeOf(value), before === undefined || (before !== null && isSameQuantity(before, value)) ? value : null)
  }
  if (corrected.size === 0) return values
  return values.map((value) => {
    const by = value.decision === undefined && value.indicator !== null ? corrected.get(placeOf(value)) : undefined
    if (by === undefined || by === null) return value
    const { upper: _upper, ...single } = value
    const { value: to, upper, comparator, unit, confidence, decision, by: signed = '' } = by
    const quantity = { value: to, comparator, unit, ...(upper === undefined ? {} : { upper }) }
    return {
      ...single,
      ...quantity,
      confidence,
      ...(decision === undefined ? {} : { decision }),
      was: value.evidence.quote,
      by: signed,
      ...changedFrom(value, { ...value, ...quantity }),
    }
  })
}

const changedFrom = (read: Value, now: Value): Pick<DecidedValue, 'isChanged'> => (isSameQuantity(read, now) ? {} : { isChanged: true })

const isSameQuantity = (one: Value, other: Value): boolean =>
  one.value === other.value && one.upper === other.upper && one.comparator === other.comparator && one.unit === other.unit

const placeOf = ({ indicator, breakdown, role, basis, county, period }: Value): string =>
  JSON.stringify([indicator, breakdown, role, basis, county, period])

const quantityFields = ({ value, upper, comparator }: EnteredQuantity): Pick<Value, 'value' | 'upper' | 'comparator'> =>
  upper === undefined ? { value, comparator } : { value, upper, comparator }

/** The value as one of the indicator, county and period that the decision names. */
function correctedPlace(
  value: Value,
  { indicator: asked, county: askedCounty, period: askedPeriod }: RecordDecision<'value'>,
  lexicon: Lexicon,
): Value {
  const indicator = lexicon.indicators.find(({ id }) => id === asked)
  const county = lexicon.regions.counties.find(({ id }) => id === askedCounty)
  const period = askedPeriod ?? value.period
  return {
    ...value,
    period,
    county: county === undefined ? value.county : countyName(county, period),
    ...(indicator === undefined ? {} : { indicator: indicator.id, name: indicator.name, unit: indicator.unit ?? value.unit }),
  }
}

const signature = ({ by, reason }: RecordDecision<'value'>): string => `复核人${by}，理由：${reason}`

/** What the machine had read: its quote, and what it took it for where that was corrected. */
function wasOf({ evidence, name, county, period }: Value, decision: RecordDecision<'value'>): string {
  const before = [
    ...(decision.indicator === undefined ? [] : [name]),
    ...(decision.county === undefined ? [] : [county ?? '县市不明']),
    ...(decision.period === undefined ? [] : [periodWords(period)]),
  ]
  return `${evidence.quote}${before.length === 0 ? '' : `（${before.join('，')}）`}`
}

/** Why a correction cannot be of this value; null where it can. */
function unfitting(value: Value, { to, indicator: asked }: RecordDecision<'value'>, { indicators }: Lexicon): string | null {
  const indicator = indicators.find(({ id }) => id === asked)
  const unit = indicator?.unit ?? value.unit
  if (indicator !== undefined && to === undefined && value.unit !== '' && unit !== '' && value.unit !== unit)
    return `“${indicator.name}”的单位是“${unit}”，原数值“${value.evidence.quote}”的单位是“${value.unit}”，请同时更正数值`
  const known = indicators.find(({ id }) => id === (asked ?? value.indicator))
  const beyond = to === undefined ? null : domainMistake(to, valueDomain(known, value.role, unit))
  const wrong = to === undefined ? null : (unitMistake(to, [unit]) ?? beyond)
  return wrong === null ? null : `更正值${wrong}`
}

function correctedAchievement(achievement: Achievement, decision: RecordDecision<'achievement'> | undefined): DecidedAchievement[] {
  if (decision === undefined) return [achievement]
  if (decision.reject) return []
  const { status = achievement.status, level = achievement.level, year = achievement.year } = decision
  return [
    {
      ...achievement,
      status,
      level,
      year,
      confidence: 1,
      decision: decision.number,
      was: `${awardLevelWords[achievement.level]}，${achievementWords[achievement.status]}${decision.year === undefined ? '' : achievement.year === null ? '，没有写明哪一年' : `，${achievement.year}年`}`,
    },
  ]
}

const correctedFact = (fact: FeedFact, decision: RecordDecision<'fact'> | undefined): DecidedFact =>
  decision === undefined
    ? fact
    : { ...fact, answer: decision.answer, confidence: 1, decision: decision.number, was: answerWords[fact.answer] }

const RECORDS = { document: '文件', value: '指标值', achievement: '成果', fact: '事实', practice: '创新做法' } as const

function lostDecisions(
  decisions: readonly Decision[],
  feed: Feed & { readonly facts: readonly FeedFact[] },
  lexicon: Lexicon,
): DecidedFeed['lost'] {
  const asked = decisions.filter((decision): decision is RecordDecision<About> => decision.about in RECORDS)
  if (asked.length === 0) return []
  const found = <Record extends { readonly id: string }>(about: About, records: readonly Record[]): ReadonlyMap<string, Record> => {
    const ids = new Set(asked.filter((decision) => decision.about === about).map(({ id }) => id))
    return new Map(records.filter(({ id }) => ids.has(id)).map((record) => [record.id, record]))
  }
  const values = found('value', [...feed.values, ...(feed.earlier ?? [])])
  const known = {
    document: found('document', feed.documents),
    value: values,
    achievement: found('achievement', feed.achievements),
    fact: found('fact', feed.facts),
    practice: found('practice', feed.practices ?? []),
  }
  return asked.flatMap((decision) => {
    const { about } = decision
    if (!known[about].has(decision.id))
      return [{ decision: decision.number, why: `结果中已没有编号为 ${decision.id} 的${RECORDS[about]}，未采用` }]
    const value = about === 'value' ? values.get(decision.id) : undefined
    const wrong = value === undefined || about !== 'value' ? null : unfitting(value, decision, lexicon)
    return wrong === null ? [] : [{ decision: decision.number, why: `${wrong}，未采用` }]
  })
}
