/**
 * The values of one sentence: each quantity gets its role, its subject, its region and its period; lists are dealt out; a level said of several
 * subjects becomes one value for each.
 */
import type { FoldedSpan } from '../document.ts'
import type { Indicator } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Counted } from './by-counts.ts'
import { collectiveSubjects } from './collective.ts'
import { comparatorInRun, dealSubject, unitInRun } from './deal.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { findRuns, type Run } from './lists.ts'
import { type OtherSide, onSide, sideOf } from './other-side.ts'
import { type RoleContext, readRole } from './role.ts'
import { periodOf, regionsOf, type ScopeContext } from './scope.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import type { SubjectContext } from './subject.ts'
import { eventDrafts, flatChanges } from './unstated.ts'
import type { Basis, Role } from './value.ts'
import { partOf, whenOf } from './when.ts'

export interface SentenceReading {
  readonly drafts: readonly ValueDraft[]
  readonly last: Subject | null
}

export function readSentence(kit: SentenceKit, context: SentenceContext): SentenceReading {
  const { text, sentence, quantities } = context
  if (kit.cues.conditional.test(text.slice(sentence.span.start, sentence.span.end))) return { drafts: [], last: null }
  const runs = findRuns(kit.cues, text, sentence.span.start, sentence.span.end, quantities)
  const drafts: ValueDraft[] = []
  let last = context.last
  const levels: Subject[] = []
  const counts: Counted[] = []
  let group: readonly Subject[] = []
  let said: Said = { against: null, way: null, target: false, level: null, regions: [], period: null }
  let side: OtherSide | null = null
  for (const clause of sentence.clauses) {
    side = sideOf(kit, context, clause, side)
    const events = kit.eventsOf(text, clause, sentence.span.start)
    // 未发生一起事故: the one is part of the negation.
    const inClause = quantities.filter(
      ({ span, value }) =>
        span.start >= clause.start &&
        span.start < clause.end &&
        !(
          (value === 1 && kit.cues.negatedBefore.test(text.slice(clause.start, span.start))) ||
          kit.cues.notHappenedBefore.test(text.slice(clause.start, span.start)) ||
          (value <= 1 && events.some((event) => event.span.start < span.end && span.start < event.span.end))
        ),
    )
    for (const event of events) drafts.push(...eventDrafts(kit, context, clause, event))
    for (const found of flatChanges(kit, context, clause, last, levels)) drafts.push(found)
    let leadStart = clause.start
    for (const quantity of inClause) {
      const read = readQuantity(kit, context, clause, leadStart, quantity, runs, last, { levels, counts }, group, said).filter(says)
      if (read.some(({ role }) => role === 'change' || role === 'target')) side = null
      const made = side ? onSide(side, context, read) : read
      drafts.push(...made)
      noteRates(kit, context.known, made)
      said = saidBy(made, said, clause)
      const level = made.findLast(
        ({ role, subject }) =>
          role === 'actual' ||
          role === 'target' ||
          ((role === 'reference' || role === 'rank' || (role === 'change' && subject.indicator !== null)) && subject.how !== 'inherited'),
      )
      if (level) {
        last = { ...level.subject, unit: level.quantity.unit }
        group = made.filter(({ role }) => role === level.role).map(({ subject }) => subject)
      }
      levels.push(
        ...made
          .filter(({ role, subject }) => role === 'actual' && subject.how !== 'inherited')
          .map(({ subject, region, quantity: { unit } }) => ({ ...subject, region, unit })),
      )
      if (made[0]?.role === 'actual' && isCount(quantity.unit))
        counts.push({ value: quantity.value, unit: quantity.unit, words: text.slice(leadStart, quantity.span.end) })
      leadStart = quantity.span.end
    }
  }
  return { drafts, last }
}

/** Keeps the rate of its own that each field was given last. */
export function noteRates(kit: SentenceKit, known: Map<string, Indicator>, drafts: readonly ValueDraft[]): void {
  for (const { role, region, subject, quantity } of drafts)
    if (role === 'actual' && region === null && quantity.unit === '%' && subject.indicator?.field && kit.isHeadline(subject.indicator))
      known.set(subject.indicator.field, subject.indicator)
}

/** What a change that follows leans on: the level just set against, and when the last level reached is of. */
export interface Said {
  readonly against: { readonly basis: Basis; readonly clause: FoldedSpan } | null
  /** 由61.5%提高到68.2%，增长6.7%: the way just gone, which a change without a baseline of its own measures. */
  readonly way: Basis | null
  /** Whether the last level is asked for. */
  readonly target: boolean
  readonly level: { readonly unit: string; readonly value: number } | null
  /** Whose the last level is, in a document of no county. */
  readonly regions: readonly (string | null)[]
  readonly period: Period | null
}

function saidBy(made: readonly ValueDraft[], said: Said, clause: FoldedSpan): Said {
  const level = made.at(-1)
  if (level?.role === 'reference' && level.basis) return { ...said, against: { basis: level.basis, clause } }
  if (level?.role === 'target') return { ...said, against: { basis: 'target', clause }, target: level.subject.how !== 'inherited' }
  if (level?.role !== 'actual') return said
  const way = said.against?.clause === clause ? said.against.basis : null
  const { value, unit } = level.quantity
  return { against: null, way, target: false, level: { value, unit }, regions: made.map(({ region }) => region), period: level.period }
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
  { levels, counts }: { readonly levels: readonly Subject[]; readonly counts: readonly Counted[] },
  group: readonly Subject[],
  said: Said,
): ValueDraft[] {
  const { text, sentence, headings } = context
  const run = runs.find(({ quantities }) => quantities.includes(quantity))
  const head = run ? (run.quantities[0] as Quantity) : quantity
  // 分别低于8%和32%的控制目标: what follows the run is said of each.
  const after = text.slice((run?.quantities.at(-1) ?? quantity).span.end, clause.end)
  const roleContext = contextOf(kit, context, clause, run ? clause.start : leadStart, head, said)
  const reading = readRole(kit.cues, quantity.unit === '' && run ? { ...quantity, unit: run.quantities.at(-1)?.unit ?? '' } : quantity, {
    ...roleContext,
    after,
  })
  const { role, sign, leans } = reading
  // 距96%的目标还差0.8个百分点: the level in its own clause is what a change is measured against; one before serves where no baseline is named.
  const basis =
    role === 'change' && said.against && (said.against.clause === clause || reading.basis === null)
      ? said.against.basis
      : role === 'change'
        ? (reading.basis ?? said.way)
        : reading.basis
  const unit = run ? unitInRun(quantity, run) : quantity.unit
  const read = { ...quantity, unit, comparator: run ? comparatorInRun(kit, quantity, run, after) : quantity.comparator }
  const subjectContext: SubjectContext = {
    text,
    sentence: sentence.span,
    clause,
    leadStart,
    mentions: context.mentions,
    above: aboveOf(context),
    last,
    leans,
    levels,
    counts,
    known: context.known,
  }
  const index = run ? run.quantities.indexOf(quantity) : -1
  const dealt = run ? dealSubject(kit, context, run, index, read, role, levels) : null
  const subjects = dealt?.subject
    ? [dealt.subject]
    : ofAll(collectiveSubjects(kit, subjectContext, read, role, roleContext, levels), group, role)
  const before = text.slice(dealt?.regionsFrom ?? leadStart, quantity.span.start)
  const sentenceBefore = text.slice(sentence.span.start, quantity.span.start)
  const partBefore = sentenceBefore.slice(sentenceBefore.lastIndexOf('；') + 1)
  const regionsNamed =
    dealt?.region !== undefined
      ? [dealt.region]
      : regionsFor(kit, context, role, basis, before, partBefore, text.slice(quantity.span.end, sentence.span.end), headings, said.regions)
  const regions =
    regionsNamed.every((region) => region === null) && isOfAll(kit, context, text.slice(leadStart, quantity.span.start))
      ? [ALL_COUNTIES]
      : regionsNamed
  const regionsSaid = isCount(unit)
    ? regions.filter((region) => region === null || kit.counties.has(region) || context.county === null)
    : regions
  const named = periodOf(
    role === 'reference' ? text.slice(leadStart, quantity.span.start) : sentenceBefore,
    role,
    basis,
    context,
    kit.cues.backAt,
  )
  const period =
    dealt?.period ??
    whenOf(kit, context, role, named, said, subjects, text.slice(leadStart, clause.end), partOf(text, sentence.span, quantity.span))
  return likened(kit, subjects, read.unit, role, subjectContext).flatMap((subject) =>
    (regionsSaid.length > 0 ? regionsSaid : [null]).map((region) => ({
      subject,
      ...(role === 'actual' && isOthers(context, region)
        ? { role: 'reference' as const, basis: kit.counties.has(region) ? ('peer' as const) : ('average' as const) }
        : { role, basis: dealt?.basis ?? basis }),
      quantity: signed({ ...read, unit: unit || (subject.indicator?.unit ?? '') }, role, sign),
      region,
      period,
      notes: subject.notes,
    })),
  )
}

/** What no name of the lexicon tells may be told by likeness (likeness.ts). */
function likened(kit: SentenceKit, subjects: readonly Subject[], unit: string, role: Role, context: SubjectContext): readonly Subject[] {
  const { text, sentence, clause, above } = context
  return subjects.map((subject) => {
    if (subject.indicator !== null || subject.breakdown !== null || subject.how === 'inherited' || role === 'share' || role === 'rank')
      return subject
    const indicator = kit.liken(subject.name, unit, role, [text.slice(sentence.start, clause.end), ...above])
    return indicator ? { ...subject, indicator, name: indicator.name, how: 'likeness' as const, notes: [] } : subject
  })
}

/** 建材、电线电缆合格率均只有87.5%，低于总体水平2.2个百分点: what goes on about a level said of several is of each. */
function ofAll(subjects: readonly Subject[], group: readonly Subject[], role: Role): readonly Subject[] {
  const [only] = subjects
  if (subjects.length !== 1 || only?.how !== 'inherited' || group.length < 2 || (role !== 'change' && role !== 'rank')) return subjects
  return group.map((subject) => ({ ...subject, how: 'inherited' }))
}

/** 新疆名牌产品5个: before a count, an area is mostly part of a name. */
const isCount = (unit: string): boolean => unit !== '' && !/^(?:%|‰|个百分点|分|位|指数|元)$/u.test(unit) && !unit.includes('/')

/** In a county's own document the level of another county or of a wider area is the other side of a comparison; in the prefecture's each speaks for itself. */
function isOthers({ county }: ScopeContext, region: string | null): region is string {
  return county !== null && region !== null && region !== county
}

function signed<T extends Pick<Quantity, 'value' | 'upper' | 'comparator'>>(quantity: T, role: Role, sign: 1 | -1): T {
  if (sign > 0 || (role !== 'change' && role !== 'target') || quantity.value < 0) return quantity
  const comparator = ({ '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=', '~': '~' } as const)[quantity.comparator]
  return { ...quantity, value: -quantity.value, ...(quantity.upper === undefined ? {} : { upper: -quantity.upper }), comparator }
}

function contextOf(
  kit: SentenceKit,
  { text, sentence, planned, plannedFrom, period }: SentenceContext,
  clause: FoldedSpan,
  leadStart: number,
  quantity: Quantity,
  said: Said,
): RoleContext {
  return {
    sentenceBefore: text.slice(sentence.span.start, quantity.span.start),
    clauseBefore: text.slice(clause.start, quantity.span.start),
    lead: text.slice(leadStart, quantity.span.start),
    bound: text.slice(quantity.span.start, quantity.number.start),
    bare: kit.ownName(text.slice(leadStart, quantity.span.start), '', '').bare,
    after: text.slice(quantity.span.end, clause.end),
    planned: planned && quantity.span.start >= plannedFrom,
    afterTarget: said.target,
    against: said.against?.clause === clause ? said.against.basis : null,
    level: said.level?.unit === quantity.unit ? said.level.value : null,
    period,
  }
}

/** 各县（市）质量目标完成情况较好。其中：…均达到97%以上: in the prefecture's own document, what each has reached of whom the paragraph speaks. */
const isOfAll = (kit: SentenceKit, { county, paragraph }: SentenceContext, lead: string): boolean =>
  county === null && kit.cues.collective.test(lead) && kit.regionsIn(paragraph).at(-1)?.region === ALL_COUNTIES

/** 其他县市均在97%以上: the counties that the sentence has not named, nor the report is of. */
function complement(kit: SentenceKit, before: string, county: string | null): (string | null)[] {
  const named = new Set([county, ...kit.regionsIn(before).map(({ region }) => region)])
  const rest = [...kit.counties].filter((id) => !named.has(id))
  return rest.length > 0 ? rest : [null]
}

/** As the contract writes what is said of each of the counties. */
const ALL_COUNTIES = '各县（市）'
/** Areas within which counties are ranked. */
const OF_COUNTIES: ReadonlySet<string> = new Set(['塔城地区', ALL_COUNTIES, '全区'])

function regionsFor(
  kit: SentenceKit,
  { county }: ScopeContext,
  role: Role,
  basis: string | null,
  before: string,
  sentenceBefore: string,
  after: string,
  headings: readonly string[],
  saidOf: readonly (string | null)[],
): (string | null)[] {
  // A rank within the region or the nation, in the prefecture's own document, is the prefecture's.
  if (role === 'rank' && county === null && kit.regionsIn(before).some(({ kind, region }) => kind === 'area' && !OF_COUNTIES.has(region)))
    return ['塔城地区']
  // A change, a rank and a gap are the reporting county's, in the prefecture's own document the last level's; the area named with them is what it is measured against.
  if (role === 'change' || role === 'rank' || role === 'share') {
    if (county !== null) return regionsOf(kit.regionsIn, '', '', headings)
    const compared = kit.cues.comparedIn.exec(before)
    const own = regionsOf(kit.regionsIn, compared ? before.slice(0, compared.index) : before, after, headings)
    return own[0] === null && saidOf.length > 0 ? [...saidOf] : own
  }
  if (role === 'reference' && basis !== 'average' && basis !== 'peer')
    return regionsOf(kit.regionsIn, county === null ? before : '', '', headings)
  if (kit.cues.otherCounties.test(before)) return complement(kit, sentenceBefore, county)
  // 地区要求不低于98%: who asks is not whose it is.
  const isArea = ([region]: readonly (string | null)[]): boolean => region != null && !kit.counties.has(region)
  const own = regionsOf(kit.regionsIn, before, after, headings, role === 'reference')
  if (role === 'target' && county !== null && isArea(own)) return [null]
  return own[0] === null ? regionsOf(kit.regionsIn, sentenceBefore, after, headings) : own
}
