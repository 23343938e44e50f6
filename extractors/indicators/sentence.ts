/**
 * The values of one sentence: each quantity gets its role, its subject, its region and its period; lists are dealt out; a level said of several
 * subjects becomes one value for each.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import type { Sentence } from '../language/structure.ts'
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { RoleCues } from './cues.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { EventReader } from './events.ts'
import { findRuns, type ListItem, listItems, quartersListed, type Run } from './lists.ts'
import type { Mention } from './mention.ts'
import { type RoleContext, readRole } from './role.ts'
import { periodOf, regionsOf, type ScopeContext } from './scope.ts'
import { findSubject, type SubjectContext, type SubjectKit } from './subject.ts'
import { agrees } from './units.ts'
import type { Basis, Role } from './value.ts'

export interface SentenceKit extends SubjectKit {
  readonly cues: RoleCues
  readonly eventsOf: EventReader
  readonly regionsIn: RegionReader
  /** Ids of the counties. */
  readonly counties: ReadonlySet<string>
}

export interface SentenceContext extends ScopeContext {
  readonly text: string
  readonly sentence: Sentence
  readonly quantities: readonly Quantity[]
  readonly mentions: readonly Mention[]
  /** True in a plan, and under a heading about what is to come. */
  readonly planned: boolean
  /** What the sentence before, in the same paragraph, was about last. */
  readonly last: Subject | null
}

export interface SentenceReading {
  readonly drafts: readonly ValueDraft[]
  readonly last: Subject | null
}

export function readSentence(kit: SentenceKit, context: SentenceContext): SentenceReading {
  const { text, sentence, quantities } = context
  const runs = findRuns(kit.cues, text, sentence.span.start, sentence.span.end, quantities)
  const drafts: ValueDraft[] = []
  let last = context.last
  const levels: Subject[] = []
  for (const clause of sentence.clauses) {
    const inClause = quantities.filter(({ span }) => span.start >= clause.start && span.start < clause.end)
    for (const event of kit.eventsOf(text, clause)) drafts.push(eventDraft(kit, context, clause, event))
    for (const found of flatChanges(kit, context, clause, last)) drafts.push(found)
    let leadStart = clause.start
    for (const quantity of inClause) {
      const made = readQuantity(kit, context, clause, leadStart, quantity, runs, last, levels).filter(says)
      drafts.push(...made)
      const level = made.findLast(
        ({ role, subject }) => role === 'actual' || role === 'target' || (role === 'reference' && subject.how !== 'inherited'),
      )
      if (level) last = level.subject
      levels.push(...made.filter(({ role }) => role === 'actual').map(({ subject }) => subject))
      leadStart = quantity.span.end
    }
  }
  return { drafts, last }
}

/** A number without a unit says something only as an indicator's level: a bare score or index. */
const says = ({ subject, quantity }: ValueDraft): boolean => quantity.unit !== '' || subject.indicator !== null

function readQuantity(
  kit: SentenceKit,
  context: SentenceContext,
  clause: FoldedSpan,
  leadStart: number,
  quantity: Quantity,
  runs: readonly Run[],
  last: Subject | null,
  levels: readonly Subject[],
): ValueDraft[] {
  const { text, sentence, headings } = context
  const run = runs.find(({ quantities }) => quantities.includes(quantity))
  const head = run ? (run.quantities[0] as Quantity) : quantity
  const roleContext = contextOf(context, clause, run ? clause.start : leadStart, head)
  const { role, basis, sign } = readRole(
    kit.cues,
    quantity.unit === '' && run ? { ...quantity, unit: run.quantities.at(-1)?.unit ?? '' } : quantity,
    {
      ...roleContext,
      after: text.slice(quantity.span.end, clause.end),
    },
  )
  const unit = run ? unitInRun(quantity, run) : quantity.unit
  const read = { ...quantity, unit }
  const subjectContext: SubjectContext = { text, sentence: sentence.span, clause, leadStart, mentions: context.mentions, headings, last }
  const index = run ? run.quantities.indexOf(quantity) : -1
  const dealt = run ? dealSubject(kit, context, run, index, read, role, levels) : null
  const subjects = dealt?.subject ? [dealt.subject] : collectiveSubjects(kit, subjectContext, read, role, roleContext)
  const before = text.slice(dealt?.regionsFrom ?? leadStart, quantity.span.start)
  const sentenceBefore = text.slice(sentence.span.start, quantity.span.start)
  const partBefore = sentenceBefore.slice(sentenceBefore.lastIndexOf('；') + 1)
  const regions =
    dealt?.region !== undefined
      ? [dealt.region]
      : regionsFor(kit, role, basis, before, partBefore, text.slice(quantity.span.end, sentence.span.end), headings)
  const named = periodOf(role === 'reference' ? text.slice(leadStart, quantity.span.start) : sentenceBefore, role, basis, context)
  const period = dealt?.period ?? (role === 'target' && context.planned && named === context.period ? plannedPeriod(context) : named)
  return subjects.flatMap((subject) =>
    regions.map((region) => ({
      subject,
      ...(role === 'actual' && isPeer(kit, context, region)
        ? { role: 'reference' as const, basis: 'peer' as const }
        : { role, basis: dealt?.basis ?? basis }),
      quantity: signed({ ...read, unit: unit || (subject.indicator?.unit ?? '') }, role, sign),
      region,
      period,
      notes: subject.notes,
    })),
  )
}

/** In a county's own document another county's level is the other side of a comparison; in the prefecture's each county speaks for itself. */
function isPeer(kit: SentenceKit, { county }: ScopeContext, region: string | null): boolean {
  return county !== null && region !== null && region !== county && kit.counties.has(region)
}

function signed<T extends Pick<Quantity, 'value' | 'upper' | 'comparator'>>(quantity: T, role: Role, sign: 1 | -1): T {
  if (sign > 0 || (role !== 'change' && role !== 'target') || quantity.value < 0) return quantity
  const comparator = ({ '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=', '~': '~' } as const)[quantity.comparator]
  return { ...quantity, value: -quantity.value, ...(quantity.upper === undefined ? {} : { upper: -quantity.upper }), comparator }
}

function contextOf(
  { text, sentence, planned, period }: SentenceContext,
  clause: FoldedSpan,
  leadStart: number,
  quantity: Quantity,
): RoleContext {
  return {
    sentenceBefore: text.slice(sentence.span.start, quantity.span.start),
    clauseBefore: text.slice(clause.start, quantity.span.start),
    lead: text.slice(leadStart, quantity.span.start),
    after: text.slice(quantity.span.end, clause.end),
    planned,
    period,
  }
}

function regionsFor(
  kit: SentenceKit,
  role: Role,
  basis: string | null,
  before: string,
  sentenceBefore: string,
  after: string,
  headings: readonly string[],
): (string | null)[] {
  // A change, a rank and a gap are the reporting county's; the area named with them is what it is measured against.
  if (role === 'change' || role === 'rank' || role === 'share') return regionsOf(kit.regionsIn, '', '', headings)
  if (role === 'reference' && basis !== 'average' && basis !== 'peer') return regionsOf(kit.regionsIn, '', '', headings)
  const own = regionsOf(kit.regionsIn, before, after, headings)
  return own[0] === null ? regionsOf(kit.regionsIn, sentenceBefore, after, headings) : own
}

/** A level said of several subjects before 均 (A、B和C均为100%) is one value for each that the clause names. */
function collectiveSubjects(kit: SentenceKit, context: SubjectContext, quantity: Quantity, role: Role, { lead }: RoleContext): Subject[] {
  const nearest = findSubject(kit, quantity, role, context)
  const word = kit.cues.collective.exec(lead)
  if (nearest.how === 'inherited' || (role !== 'actual' && role !== 'target')) return [nearest]
  const items = listItems(word ? lead.slice(0, word.index) : lead)
  if (items.length < 2) return [nearest]
  const subjects = items.map((item) => subjectOfItem(kit, context, items, item, context.leadStart + item.at, quantity, role))
  return subjects.every((subject) => subject.indicator !== null || subject.breakdown !== null) ? subjects : [nearest]
}

/** 0.5和1.1个百分点, 0.2个和0.4个百分点: the unit that the last of a run bears is that of all. */
function unitInRun(quantity: Quantity, run: Run): string {
  const shared = run.quantities.findLast(({ unit }) => unit !== '')?.unit ?? ''
  return quantity.unit === '' || (quantity.unit === '个' && shared.startsWith('个')) ? shared : quantity.unit
}

/** Under 2021年工作打算 a target is of 2021. */
function plannedPeriod({ period, headings }: SentenceContext): Period | null {
  const named = headings
    .flatMap((heading) => readPeriods(heading))
    .find((mention) => period === null || yearOf(mention.period) > yearOf(period))
  return named?.period ?? period
}

interface Dealt {
  readonly subject: Subject | null
  readonly region?: string | null
  readonly period?: string
  readonly basis?: Basis | null
  readonly regionsFrom?: number
}

/** What the n-th quantity of a 分别 belongs to: the n-th subject, county or quarter listed before. */
function dealSubject(
  kit: SentenceKit,
  context: SentenceContext,
  run: Run,
  index: number,
  quantity: Quantity,
  role: Role,
  levels: readonly Subject[],
): Dealt | null {
  const { text, sentence, headings } = context
  const before = text.slice(sentence.span.start, run.at)
  const year = context.period === null ? null : yearOf(context.period)
  const quarter = quartersListed(before, run.quantities.length, year)?.[index]
  if (quarter) return { subject: null, period: quarter }
  const from = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1
  const items = listItems(before.slice(from))
  const item = items[index]
  const count = run.quantities.length
  // A为99.7%，B为99.5%，分别比上季度提升0.5和1.1个百分点: the changes are of the levels just stated, in their order.
  if (role === 'change' && levels.length >= count && kit.ownName(before.slice(from), '', '').bare) {
    const named = lastBasis(kit.cues, item?.text ?? '')
    if (items.length === count && named) return { subject: levels.at(-1) ?? null, basis: named.basis }
    return { subject: levels.at(index - count) ?? null }
  }
  if (items.length === count && items.every(({ text: words }) => kit.ownName(words, '', '').bare && lastBasis(kit.cues, words)))
    return { subject: levels.at(-1) ?? null, basis: lastBasis(kit.cues, item?.text ?? '')?.basis ?? null }
  if (items.length !== count || !item) return null
  const regions = items.map(({ text: words }) => kit.regionsIn(words).filter(({ kind }) => kind === 'county'))
  if (regions.every((found) => found.length === 1)) return { subject: null, region: regions[index]?.[0]?.region ?? null }
  const subjectContext = {
    text,
    sentence: sentence.span,
    clause: sentence.span,
    leadStart: sentence.span.start,
    mentions: [],
    headings,
    last: null,
  }
  return { subject: subjectOfItem(kit, subjectContext, items, item, sentence.span.start + from + item.at, quantity, role) }
}

/** What one item of a list names, alone or with the head that the last item shares with all. */
function subjectOfItem(
  kit: SentenceKit,
  context: SubjectContext,
  items: readonly ListItem[],
  item: ListItem,
  start: number,
  quantity: Quantity,
  role: Role,
): Subject {
  const span = foldedSpan(start, start + item.text.length)
  const mention = mentionOfItem(kit, item.text, items.at(-1)?.text ?? '')
  const base = { span, how: 'list', rate: quantity.unit === '%', notes: [] } as const
  const own: Subject = { ...base, indicator: null, name: item.text, breakdown: null }
  if (!mention) return own
  if (mention.indicator)
    return agrees(mention.indicator, quantity.unit, role)
      ? { ...base, indicator: mention.indicator, name: mention.indicator.name, breakdown: null }
      : own
  if (!mention.generic) return own
  const listStart = start - item.at + (items[0]?.at ?? 0)
  const qualified = kit.qualifierOf(item.text.slice(0, Math.max(0, item.text.length - mention.generic.term.length))) !== null
  const above = qualified ? context.headings.slice(0, 0) : [context.text.slice(context.sentence.start, listStart), ...context.headings]
  const { indicator, breakdown } = kit.resolve(mention.generic, item.text, above)
  return indicator && agrees(indicator, quantity.unit, role)
    ? { ...base, indicator, name: indicator.name, breakdown: null }
    : { ...own, breakdown }
}

/** An item's own mention, else the one that it makes with the head that the last item shares with all (…、重要工业品抽检合格率). */
function mentionOfItem(kit: SentenceKit, item: string, lastItem: string): Mention | null {
  const direct = kit.mentionsOf(item).at(-1)
  if (direct) return direct
  const shared = kit.mentionsOf(lastItem).at(-1)
  if (!shared) return null
  const words = lastItem.slice(shared.span.start, shared.span.end)
  for (let at = 1; at < words.length - 1; at++) {
    const composed = kit.mentionsOf(item + words.slice(at)).at(-1)
    if (composed?.indicator && composed.span.start < item.length && composed.span.end === item.length + words.length - at) return composed
  }
  return shared.generic ? shared : null
}

function eventDraft(kit: SentenceKit, context: SentenceContext, clause: FoldedSpan, event: ReturnType<EventReader>[number]): ValueDraft {
  const before = context.text.slice(clause.start, event.span.start)
  const sentenceBefore = context.text.slice(context.sentence.span.start, event.span.start)
  const asked = context.planned || kit.cues.targetVerb.test(before)
  return {
    subject: { indicator: event.indicator, name: event.name, breakdown: null, span: event.span, how: 'event', rate: false, notes: [] },
    role: asked ? 'target' : 'actual',
    basis: null,
    quantity: { value: 0, unit: event.indicator?.unit ?? '起', comparator: '=', span: event.span },
    region: regionsOf(kit.regionsIn, sentenceBefore, '', context.headings)[0] ?? null,
    period: periodOf(sentenceBefore, 'actual', null, context),
    notes: [],
  }
}

/** 与上年同期持平: a change of 0, in the unit of its level. */
function flatChanges(kit: SentenceKit, context: SentenceContext, clause: FoldedSpan, last: Subject | null): ValueDraft[] {
  const { text, sentence } = context
  return [...text.slice(clause.start, clause.end).matchAll(kit.cues.flat)].flatMap((match) => {
    const start = clause.start + match.index
    const before = text.slice(sentence.span.start, start)
    const basis = lastBasis(kit.cues, before)?.basis
    const mention = context.mentions.filter(({ span, indicator }) => span.end <= start && indicator).at(-1)
    const subject: Subject | null =
      last ??
      (mention?.indicator
        ? {
            indicator: mention.indicator,
            name: mention.indicator.name,
            breakdown: null,
            span: mention.span,
            how: 'inherited',
            rate: mention.indicator.unit === '%',
            notes: [],
          }
        : null)
    if (!basis || !subject) return []
    const level = context.quantities.filter(({ span }) => span.end <= start).at(-1)
    return [
      {
        subject: { ...subject, how: 'inherited' },
        role: 'change',
        basis,
        quantity: {
          value: 0,
          unit: level?.unit ?? subject.indicator?.unit ?? '',
          comparator: '=',
          span: foldedSpan(start, start + match[0].length),
        },
        region: regionsOf(kit.regionsIn, '', '', context.headings)[0] ?? null,
        period: context.period,
        notes: [],
      } satisfies ValueDraft,
    ]
  })
}
