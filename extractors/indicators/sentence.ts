/**
 * The values of one sentence: each quantity gets its role, its subject, its region and its period; lists are dealt out; a level said of several
 * subjects becomes one value for each.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { headsAhead } from './ahead.ts'
import type { Counted } from './by-counts.ts'
import { collectiveSubjects } from './collective.ts'
import { withPoints } from './colloquial-points.ts'
import { dealSubject, flatSubject } from './deal.ts'
import type { Stated } from './dealt.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { withEarlierLevel } from './earlier-level.ts'
import { comparatorInRun, comparatorOf, unitAsBefore, unitInRun, unitOfName } from './in-run.ts'
import { labelledNone, withLabels, withLabelUnits } from './label.ts'
import { likened } from './likened.ts'
import { findRuns, type Run, startOfMember } from './lists.ts'
import { type OtherSide, onSide, sideOf } from './other-side.ts'
import { asShares } from './parts-of-whole.ts'
import { keepLists } from './ran.ts'
import { readRole } from './role.ts'
import { contextOf } from './role-context.ts'
import { type Said, saidBy } from './said.ts'
import { withBracketedLevel, withHostPeriod, withSameChange, withSameSide } from './same-side.ts'
import { periodOf } from './scope.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import { noteRates, shareAfter, sidesAfter } from './sentence-state.ts'
import type { SubjectContext } from './subject-kit.ts'
import { asInTable } from './table-told.ts'
import { eventDrafts, flatChanges } from './unstated.ts'
import type { Basis, Role } from './value.ts'
import { partOf, whenOf } from './when.ts'
import { countedFor, EXCEPT, isCount, isJoint, isOthers, isOwnAverage, regionsFor, regionsUnsaid, withoutExceptions } from './whose.ts'

export interface SentenceReading {
  readonly drafts: readonly ValueDraft[]
  readonly last: Subject | null
  readonly levels: readonly Subject[]
  /** What the last level that was told is of another side. */
  readonly way?: Basis | null
}

export function readSentence(kit: SentenceKit, written: SentenceContext): SentenceReading {
  const { text, sentence } = written
  const labelled = withLabelUnits(kit, text, sentence.span.start, written.quantities)
  const quantities = withPoints(kit.cues, text, sentence.span.start, labelled)
  const context = { ...written, quantities }
  if (kit.cues.conditional.test(text.slice(sentence.span.start, sentence.span.end))) return { drafts: [], last: null, levels: [] }
  const runs = findRuns(kit, text, sentence.span.start, sentence.span.end, quantities)
  const drafts: ValueDraft[] = []
  let last = context.last
  const levels: Subject[] = []
  const counts: Counted[] = []
  const moved: Subject[] = []
  let share: Subject | null = null
  let sides: ValueDraft[] = []
  const lists = keepLists(runs)
  const flatOf = (start: number): Subject | null => flatSubject(kit, context, runs, start, { levels, moved, sides, ran: [] })
  let group: readonly Subject[] = []
  const asides = asideKeeper(text)
  let said: Said = {
    against: null,
    way: opensMoving(kit, context) ? context.lastWay : null,
    target: false,
    level: null,
    regions: [],
    peer: null,
    period: null,
    share: false,
    side: null,
    at: sentence.span.start,
  }
  let side: OtherSide | null = null
  for (const clause of withLabels(text, sentence, quantities)) {
    side = sideOf(kit, context, clause, side)
    const none = labelledNone(kit, context, clause)
    const events = none ? [none] : kit.eventsOf(text, clause, eventsFrom(context, clause))
    const supposed = kit.cues.conditional.test(text.slice(clause.start, clause.end))
    // 未发生一起事故: the one is part of the negation.
    const inClause = quantities.filter(
      ({ span, value }) =>
        span.start >= clause.start &&
        span.start < clause.end &&
        !supposed &&
        !(
          (value === 1 && kit.cues.negatedBefore.test(text.slice(clause.start, span.start))) ||
          kit.cues.notHappenedBefore.test(text.slice(clause.start, span.start)) ||
          (value <= 1 && events.some((event) => event.span.start < span.end && span.start < event.span.end))
        ),
    )
    for (const event of events) {
      const absent = eventDrafts(kit, context, clause, event)
      drafts.push(...absent)
      const [only] = absent
      if (only?.role === 'actual' && absent.length === 1) last = { ...only.subject, unit: only.quantity.unit, period: only.period }
    }
    for (const found of flatChanges(kit, context, clause, last, levels, moved, flatOf)) drafts.push(found)
    let leadStart = clause.start
    for (const quantity of inClause) {
      last = asides.back(quantity.span.start, last)
      const read = readQuantity(
        kit,
        context,
        clause,
        leadStart,
        quantity,
        runs,
        last,
        { levels, counts, moved, sides, share, ran: lists.before(quantity) },
        group,
        said,
      ).filter(says)
      if (read.some(({ role }) => role === 'change' || role === 'target')) side = null
      const lead = foldedSpan(leadStart, quantity.span.start)
      const within = text.slice(sentence.span.start, quantity.span.start)
      const inTable = asInTable(context.references, read, within.slice(within.lastIndexOf('；') + 1))
      const sided = side ? onSide(side, context, inTable) : withEarlierLevel(kit, context, inTable, lead, said, last)
      const isDealt = runs.some((run) => run.quantities.includes(quantity))
      const inSameClause = leadStart > clause.start && !isDealt ? drafts.at(-1) : undefined
      const changed = withBracketedLevel(context, withSameChange(context, sided, inSameClause), drafts.at(-1))
      const made = withHostPeriod(text, withSameSide(kit, context, changed, inSameClause, quantity, levels), drafts, quantity)
      drafts.push(...made)
      noteRates(kit, context.known, made)
      lists.note(quantity, made)
      sides = sidesAfter(sides, made, levels)
      share = shareAfter(share, made)
      said = saidBy(made, said, clause)
      const level = made.findLast(
        ({ role, subject }) =>
          role === 'actual' ||
          role === 'target' ||
          ((role === 'reference' || role === 'rank' || (role === 'change' && subject.indicator !== null)) && subject.how !== 'inherited'),
      )
      if (level) {
        asides.enter(quantity.span.start, last, level)
        const { unit } =
          level.role === 'rank' ? { unit: last?.indicator === level.subject.indicator ? last?.unit : undefined } : level.quantity
        last = { ...level.subject, ...(unit === undefined ? {} : { unit }), ...(level.role === 'actual' ? { period: level.period } : {}) }
        group = [...new Set(made.filter(({ role }) => role === level.role).map(({ subject }) => subject))]
      }
      levels.push(
        ...made
          .filter(({ role, subject }) => role === 'actual' && subject.how !== 'inherited')
          .map(({ subject, region, quantity: { unit } }) => ({ ...subject, region, unit })),
      )
      moved.push(...made.filter(({ role, subject }) => role === 'change' && subject.how !== 'inherited').map(({ subject }) => subject))
      if (made[0]?.role === 'actual' && isCount(quantity.unit))
        counts.push({ value: quantity.value, unit: quantity.unit, words: text.slice(leadStart, quantity.span.end) })
      // 抽查9类工业产品132批次: a number that says nothing by itself parts no name.
      if (made.length > 0 || quantity.unit !== '') leadStart = quantity.span.end
    }
  }
  last = asides.back(sentence.span.end, last)
  return { drafts: asShares(kit.cues.theRest, text, headsAhead(kit, context, drafts)), last, levels, way: said.against?.basis ?? null }
}

/** 特种设备。在用684台…。零事故。: a sentence that says nothing else is of what its paragraph speaks of. */
function eventsFrom({ sentence: { span }, paragraph }: SentenceContext, { start, end }: FoldedSpan): number {
  return start === span.start && end - start <= LONGEST_ZERO ? span.start - paragraph.length : span.start
}
const LONGEST_ZERO = 6

/** 合格率98.3%（抽检178批次，合格175批次）。比上年同期上升0.5个百分点: what a bracket counts is not what goes on behind it. */
function asideKeeper(text: string): {
  readonly enter: (at: number, before: Subject | null, level: ValueDraft) => void
  readonly back: (at: number, last: Subject | null) => Subject | null
} {
  let host: { readonly subject: Subject; readonly from: number } | null = null
  return {
    enter: (at, before, { role, subject, quantity }) => {
      const opened = text.lastIndexOf('（', at)
      const isInside = opened > text.lastIndexOf('）', at - 1) && opened >= 0
      if (!isInside || host !== null || before?.rate !== true || role !== 'actual' || subject.how === 'inherited') return
      // （生产领域94.8%，流通领域89.2%）: a rate is an aside only where it is of a part.
      if (isPart(quantity.unit) && (subject.indicator !== null || before.indicator === null)) return
      host = { subject: before, from: at }
    },
    back: (at, last) => {
      if (host === null || !text.slice(host.from, at).includes('）')) return last
      const { subject } = host
      host = null
      return subject
    },
  }
}
const isPart = (unit: string): boolean => unit === '%' || unit === '‰'

/** 上年同期只有90.7%。提高了2.4个百分点: a sentence that opens with how far something moved goes on about the comparison before it. */
function opensMoving(kit: SentenceKit, { text, sentence, quantities }: SentenceContext): boolean {
  const [first] = quantities
  if (first === undefined) return false
  const lead = text.slice(sentence.span.start, first.span.start)
  return lead.length <= LONGEST_MOVE && (kit.cues.moveBefore.exec(lead)?.index ?? -1) === 0
}
const LONGEST_MOVE = 6

/** A number without a unit says something only as an indicator's level: a bare score or index. */
const says = ({ subject, quantity }: ValueDraft): boolean => quantity.unit !== '' || subject.indicator !== null

/** 市政府常务会、领导小组会研究质量工作4次: two names of one count are one. */
const distinct = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(
    ({ indicator }, index) => indicator?.kind !== 'count' || !subjects.slice(0, index).some((other) => other.indicator === indicator),
  )

function readQuantity(
  kit: SentenceKit,
  context: SentenceContext,
  clause: FoldedSpan,
  leadStart: number,
  quantity: Quantity,
  runs: readonly Run[],
  last: Subject | null,
  stated: Stated & { readonly counts: readonly Counted[]; readonly share: Subject | null },
  group: readonly Subject[],
  said: Said,
): ValueDraft[] {
  const { text, sentence, headings } = context
  const run = runs.find(({ quantities }) => quantities.includes(quantity))
  const { levels, counts } = stated
  const index = run ? run.quantities.indexOf(quantity) : -1
  const head = run ? (run.governing[index] as Quantity) : quantity
  // 分别低于8%和32%的控制目标: what follows the run is said of each.
  const after = text.slice((run?.quantities.at(-1) ?? quantity).span.end, clause.end)
  const roleContext = contextOf(kit, context, clause, run ? startOfMember(run, head, clause) : leadStart, head, said)
  const reading = readRole(kit.cues, run ? { ...quantity, unit: unitInRun(quantity, run) } : quantity, {
    ...roleContext,
    after,
  })
  const { role, sign, leans, exact } = reading
  // 距96%的目标还差0.8个百分点: the level in its own clause is what a change is measured against; one before serves where no baseline is named.
  const basis =
    role === 'change' && said.against && (said.against.clause === clause || reading.basis === null)
      ? said.against.basis
      : role === 'change'
        ? (reading.basis ?? said.way)
        : reading.basis
  const unit = run ? unitInRun(quantity, run) : unitAsBefore(kit, quantity, last, text.slice(leadStart, quantity.span.start))
  const bound = run ? comparatorInRun(kit, quantity, run, after) : comparatorOf(kit, quantity, role, roleContext)
  const read = { ...quantity, unit, comparator: exact ? ('=' as const) : bound }
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
    levelsBefore: context.lastLevels,
    counts,
    since: context.quantities.findLast(({ span }) => span.end <= quantity.span.start)?.span.end ?? sentence.span.start,
    parts: context.parts,
    labels: context.labels,
    share: stated.share,
    known: context.known,
  }
  const dealt = run ? dealSubject(kit, context, run, index, read, role, stated) : null
  const subjects = dealt?.subject
    ? [dealt.subject]
    : ofAll(collectiveSubjects(kit, subjectContext, read, role, roleContext, levels), group, role)
  const before = withoutExceptions(text.slice(dealt?.regionsFrom ?? leadStart, quantity.span.start))
  const sentenceBefore = withoutExceptions(text.slice(sentence.span.start, quantity.span.start))
  const partBefore = sentenceBefore.slice(sentenceBefore.lastIndexOf('；') + 1)
  const excepts = EXCEPT.test(text.slice(leadStart, quantity.span.start))
  const regionsNamed =
    dealt?.region !== undefined || excepts
      ? [dealt?.region ?? null]
      : regionsFor(
          kit,
          context,
          role,
          basis,
          before,
          partBefore,
          text.slice(quantity.span.end, sentence.span.end),
          headings,
          said.regions,
          said.peer,
          text.slice(said.at, quantity.span.start),
        )
  const isUnsaid = !excepts && regionsNamed.every((region) => region === null)
  const regions = isUnsaid
    ? regionsUnsaid(
        kit,
        context,
        role !== 'target' && dealt?.region === undefined ? sentenceBefore : '',
        text.slice(leadStart, quantity.span.start),
      )
    : regionsNamed
  const regionsSaid = isCount(unit) && basis !== 'average' ? countedFor(kit, context, regions, roleContext.lead) : regions
  // 超过60%目标的只有前三个: what tells one from another is asked of all of them.
  const isOfAll =
    role === 'target' &&
    context.county === null &&
    dealt?.region === undefined &&
    TELLS_APART.test(after) &&
    kit.regionsIn(text.slice(leadStart, quantity.span.start)).length === 0
  const areJoint =
    role === 'target' &&
    context.county === null &&
    regionsSaid.length > 1 &&
    kit.cues.jointPlaces.test(partBefore) &&
    !kit.cues.distributive.test(before)
  // 裕民县、和布克赛尔县合计仅占全地区14.6%: a part that several make together.
  const isTogether =
    role === 'share' &&
    context.county === null &&
    regionsSaid.length > 1 &&
    !kit.cues.collective.test(before) &&
    !kit.cues.distributive.test(before) &&
    run === undefined
  const own =
    isOfAll ||
    areJoint ||
    isTogether ||
    (role !== 'target' && isJoint(kit, context, unit, regionsSaid, roleContext.lead, run !== undefined))
      ? [null]
      : regionsSaid
  const side = dealt?.role ? { role: dealt.role, basis: dealt.basis ?? null } : { role, basis: dealt?.basis ?? basis }
  const named = periodOf(
    side.role === 'reference' ? text.slice(leadStart, quantity.span.start) : sentenceBefore,
    side.role,
    side.basis,
    // 全年累计19件，较上年20件: last year of the level's own stretch.
    side.role === 'reference' && said.period !== null && LEANS_ON.has(subjects[0]?.how ?? '')
      ? { ...context, period: said.period }
      : context,
    kit.cues,
  )
  const period =
    dealt?.period ??
    whenOf(
      kit,
      context,
      side.role,
      side.role === 'actual' && own.some((region) => isOthers(context, region)) ? 'peer' : side.basis,
      named,
      said,
      subjects,
      text.slice(leadStart, clause.end),
      partOf(text, sentence.span, quantity.span),
    )
  return likened(kit, distinct(subjects), read.unit, role, subjectContext).flatMap((subject) =>
    (own.length > 0 ? own : [null]).map((region) => ({
      subject,
      ...(side.role === 'actual' && isOthers(context, region)
        ? { role: 'reference' as const, basis: kit.areas.has(region) ? ('average' as const) : ('peer' as const) }
        : isOwnAverage(context, side, region) && !kit.cues.setAgainst.test(roleContext.lead)
          ? { role: 'actual' as const, basis: null }
          : side),
      quantity: signed({ ...read, unit: unit || (subject.indicator?.unit ?? unitOfName(kit, subject, role)) }, role, sign),
      region,
      period,
      notes: subject.notes,
    })),
  )
}

const TELLS_APART = /^[^，。；]{0,6}的(?:县（?市?）?)?[只仅]?(?:有|是)/u

const LEANS_ON: ReadonlySet<string> = new Set(['inherited', 'earlier-clause'])

/** 建材、电线电缆合格率均只有87.5%，低于总体水平2.2个百分点: what goes on about a level said of several is of each. */
function ofAll(subjects: readonly Subject[], group: readonly Subject[], role: Role): readonly Subject[] {
  const [only] = subjects
  if (subjects.length !== 1 || only?.how !== 'inherited' || group.length < 2 || (role !== 'change' && role !== 'rank')) return subjects
  return group.map((subject) => ({ ...subject, how: 'inherited' }))
}

function signed<T extends Pick<Quantity, 'value' | 'upper' | 'comparator'>>(quantity: T, role: Role, sign: 1 | -1): T {
  if (sign > 0 || (role !== 'change' && role !== 'target') || quantity.value < 0) return quantity
  const comparator = ({ '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=', '~': '~' } as const)[quantity.comparator]
  return { ...quantity, value: -quantity.value, ...(quantity.upper === undefined ? {} : { upper: -quantity.upper }), comparator }
}
