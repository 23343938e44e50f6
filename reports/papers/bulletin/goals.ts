/**
 * 质量目标完成情况: for each indicator with a target the counties whose own figures of the year meet it, whatever they allow. Those that do not meet it are
 * counted among the problems, without names; those that say too little are in neither.
 */
import type { Indicator } from '../../../extractors/lexicon.ts'
import { asksLastYear, attainedInYear } from '../../../rules/scoring/attained.ts'
import { operandsOf } from '../../../rules/scoring/operand.ts'
import { quantityWords } from '../../wording.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, decisionSource, listed, sourceOf } from './facts.ts'
import { type Gap, gap, heading, joined, type Passage, paragraph, plain, type Source, type Statement, statement } from './statement.ts'
import type { BulletinWording } from './wording.ts'

interface CountyGoal {
  readonly county: BulletinCounty
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly open: string
  /** Its documents say both that it is met and that it is not. */
  readonly disputed: boolean
  readonly sources: readonly Source[]
}

export interface Goal {
  readonly indicator: Indicator
  readonly counties: readonly CountyGoal[]
}

/** In the scheme's order. What a veto asks is told with the result. */
export function goalsOf(facts: BulletinFacts): Goal[] {
  const { scheme, lexicon, counties, office } = facts
  const vetoed = new Set(
    scheme.vetoes.flatMap((veto) => operandsOf(veto.when).flatMap((each) => ('indicator' in each ? [each.indicator] : []))),
  )
  return Object.keys(scheme.targets).flatMap((id): Goal[] => {
    const indicator = lexicon.indicators.find((each) => each.id === id)
    if (indicator === undefined || vetoed.has(id)) return []
    return [{ indicator, counties: counties.map((county) => countyGoal(facts, office, county, indicator)) }]
  })
}

function countyGoal({ scheme }: BulletinFacts, office: BulletinFacts['office'], county: BulletinCounty, indicator: Indicator): CountyGoal {
  const { answer, uses, entered, open, disputed = false } = attainedInYear(office, county.feed, indicator)
  const decided = entered.map((each) => decisionSource(county, each, scheme))
  return { county, answer, open, disputed, sources: [...uses.map((use) => sourceOf(county.name, use)), ...decided] }
}

export function goalPassages(facts: BulletinFacts, goals: readonly Goal[], wording: BulletinWording): Passage[] {
  const { targets, gaps } = wording
  const domains = [...new Set([...Object.keys(targets.domains), ...goals.map(({ indicator }) => indicator.domain)])]
  const bearing = domains.flatMap((domain): Passage[] => {
    const statements = goals.filter(({ indicator }) => indicator.domain === domain).flatMap((goal) => metStatement(facts, goal, wording))
    if (statements.length === 0) return []
    return [
      {
        kind: 'paragraph',
        level: 3,
        pieces: [plain(`${targets.domains[domain] ?? domain}。`), ...joined(statements, () => '', '；', '。')],
      },
    ]
  })
  const silent = goals.filter(({ counties }) => counties.every(({ answer }) => answer === 'unknown'))
  const items = silent.map(({ indicator }) => indicator.name).join('、')
  const disputed = goals.flatMap((goal) => disputedGap(facts, goal, wording))
  if (bearing.length === 0 && silent.length === 0 && disputed.length === 0) return []
  return [
    heading(2, targets.heading),
    ...(bearing.length === 0 ? [] : [paragraph(plain(targets.lead)), ...bearing]),
    ...(disputed.length === 0 ? [] : [paragraph(...disputed)]),
    ...(silent.length === 0 ? [] : [paragraph(gap('targets.silent', filled(gaps.targets, { items })))]),
  ]
}

/** Who is in no list because its own documents disagree does not vanish from the draft. */
function disputedGap(facts: BulletinFacts, { indicator, counties }: Goal, { gaps, targets }: BulletinWording): Gap[] {
  const disputed = counties.filter((county) => county.disputed && county.answer === 'unknown')
  if (disputed.length === 0) return []
  const { reach } = reachWords(facts, indicator, targets)
  const given = { counties: listed(disputed.map(({ county }) => county)), name: nameOf(facts, indicator, targets.names), reach }
  return [
    gap(
      `targets.disputed.${indicator.id}`,
      filled(gaps.disputed, given),
      disputed.flatMap(({ sources }) => sources),
      disputed.map(({ county, open }) => `${county.name}：${open}`),
    ),
  ]
}

function metStatement(facts: BulletinFacts, { indicator, counties }: Goal, wording: BulletinWording): Statement[] {
  const { targets, comments } = wording
  const met = counties.filter(({ answer }) => answer === 'yes')
  if (met.length === 0) return []
  const { reach, bare } = reachWords(facts, indicator, wording.targets)
  const given = { name: nameOf(facts, indicator, targets.names), reach, counties: listed(met.map(({ county }) => county)) }
  const isAll = met.length === counties.length
  const template = bare ? (isAll ? targets.allWithout : targets.someWithout) : isAll ? targets.all : targets.some
  const unknown = counties.filter(({ answer }) => answer === 'unknown')
  const notes = [
    ...(unknown.length === 0
      ? []
      : [filled(comments.unread, { counties: unknown.map(({ county, open }) => `${county.name}（${open}）`).join('、') })]),
  ]
  return [
    statement(
      `targets.${indicator.id}`,
      filled(template, given),
      met.flatMap(({ sources }) => sources),
      notes,
    ),
  ]
}

/** 三北工程造林成活率（2019年）, where the year before is asked for. */
export function nameOf({ office, scheme }: BulletinFacts, { id, name }: Indicator, names: BulletinWording['targets']['names']): string {
  const own = names[id] ?? name
  return asksLastYear(office, id) ? `${own}（${scheme.year - 1}年）` : own
}

type Reach = Pick<BulletinWording['targets'], 'reach' | 'none'>

/** 达到91%以上, 没有达到91%; or, of an event that must not happen, 未发生特种设备事故, which needs no name before it. */
export function reachWords(
  { scheme }: BulletinFacts,
  { id, unit, direction, events, kind }: Indicator,
  { reach, none }: Reach,
): { readonly reach: string; readonly bare: boolean } {
  const target = scheme.targets[id]
  if (target === undefined) return { reach: '', bare: true }
  const { op, value } = target
  if (direction === 'zero' && value === 0 && (op === '=' || op === '<='))
    return { reach: none[id] ?? filled(reach.none, { name: events[0] ?? '' }), bare: true }
  const template = kind === 'change' && value !== 0 ? (value < 0 ? reach.fewer : reach.more) : reach[op]
  return { reach: filled(template, { value: quantityWords(kind === 'change' ? Math.abs(value) : value, unit) }), bare: false }
}
