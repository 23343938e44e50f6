/**
 * Dealing out: which subjects a quantity of a list belongs to.
 *
 *   食品、药品抽检合格率分别为97.9%和99.2%               one each, in order; the head is shared
 *   定检率99.7%，投保率99.5%，分别比上季度提升0.5和1.1个百分点   the changes are of the levels just stated
 *   旅游投诉结案率、处理率均为100%                       one value for each subject
 */
import { foldedSpan } from '../document.ts'
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { subjectOfItem } from './list-subject.ts'
import { type ListItem, listItems, quartersListed, type Run } from './lists.ts'
import { findRoster } from './roster.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import { sharedHead } from './shared-head.ts'
import { isRate, type SubjectContext, subjectOf } from './subject.ts'
import { timesListed } from './times.ts'
import { agrees } from './units.ts'
import type { Basis, Role } from './value.ts'

export interface Dealt {
  readonly subject: Subject | null
  readonly region?: string | null
  readonly period?: Period | null
  readonly basis?: Basis | null
  /** Set where the list's own words settle it: 去年同期和今年分别为…. */
  readonly role?: Role
  readonly regionsFrom?: number
}

/** What a sentence has stated before a list. */
export interface Stated {
  /** The levels, in order. */
  readonly levels: readonly Subject[]
  /** The changes of what is named with them, in order. */
  readonly moved: readonly Subject[]
  /** What the list just before was dealt out to, where nothing else was stated since. */
  readonly ran: readonly ValueDraft[]
}

const LEANING: ReadonlySet<Role> = new Set(['change', 'target', 'reference'])

/** 没有达标的还有额敏县和托里县，分别差0.1和0.7个百分点: as many counties end the clause before. */
function countiesBefore(kit: SentenceKit, words: string, count: number): string[] | null {
  const clause = words.replace(/，$/u, '')
  const items = listItems(clause.slice(Math.max(clause.lastIndexOf('，'), clause.lastIndexOf('；')) + 1))
  const found = items.map(({ text }) => kit.regionsIn(text).filter(({ kind }) => kind === 'county'))
  return items.length === count && found.every((each) => each.length === 1) ? found.map((each) => each[0]?.region ?? '') : null
}

/** What the n-th quantity of a 分别 belongs to: the n-th subject, county or time listed before. */
export function dealSubject(
  kit: SentenceKit,
  context: SentenceContext,
  run: Run,
  index: number,
  quantity: Quantity,
  role: Role,
  stated: Stated,
): Dealt | null {
  const { text, sentence } = context
  const before = text.slice(sentence.span.start, run.at)
  const count = run.quantities.length
  const mark = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1
  // 分别由96.2%、95.1%提高到98.4%、97.7%: the second list of a clause begins behind the first.
  const from = Math.max(mark, (stated.ran.at(-1)?.quantity.span.end ?? 0) - sentence.span.start)
  const items = listItems(before.slice(from))
  const lists: ListsOf = { before, from, verb: verbOf(kit, text, run), items: items.length === count ? items : null, count, index }
  return (
    ofTimes(kit, context, lists, quantity, role) ??
    ofStated(kit, context, lists, run, role, stated) ??
    ofPlaces(kit, context, lists) ??
    ofItems(kit, context, lists, items.at(-1)?.text ?? '', quantity, role)
  )
}

/** What a 持平 that stands in a list of changes is of: it takes a place as a quantity does. */
export function flatSubject(
  kit: SentenceKit,
  context: SentenceContext,
  runs: readonly Run[],
  start: number,
  stated: Stated,
): Subject | null {
  const run = runs.find(({ quantities }) => quantities.some(({ span }) => span.start === start))
  const index = run?.quantities.findIndex(({ span }) => span.start === start) ?? -1
  const flat = run?.quantities[index]
  return run && flat
    ? (dealSubject(kit, context, run, index, { ...flat, unit: unitInRun(flat, run) }, 'change', stated)?.subject ?? null)
    : null
}

/** What stands before a list's quantities. */
interface ListsOf {
  /** The sentence up to 分别. */
  readonly before: string
  /** Where its last clause begins, or behind the list before in the same clause. */
  readonly from: number
  /** The words between 分别 and the first quantity that say what is done: 分别抽检. */
  readonly verb: string
  /** What the clause lists, where it lists as many as there are quantities. */
  readonly items: readonly ListItem[] | null
  readonly count: number
  readonly index: number
}

function verbOf(kit: SentenceKit, text: string, run: Run): string {
  const { name, at, bare } = kit.ownName(text.slice(run.behind, run.quantities[0]?.span.start), '', '')
  return bare || at < 0 ? '' : name
}

/** A quarter, a year, an earlier period each. */
function ofTimes(
  kit: SentenceKit,
  context: SentenceContext,
  { before, from, items, count, index, verb }: ListsOf,
  quantity: Quantity,
  role: Role,
) {
  const year = context.period === null ? null : yearOf(context.period)
  // 一至三季度食品、药品、化妆品合格率分别为…: what the clause lists itself comes first.
  const quarter = items ? null : quartersListed(before, count, year)?.[index]
  if (quarter) return { subject: null, period: quarter }
  const opening = listItems(before.slice(0, Math.max(0, before.indexOf('，'))))
  // 去年和今年三季度，合格率分别为…: the times may open the sentence.
  const listed = timesListed(kit, items ?? (opening.length === count ? opening : []), context.period)
  const time = listed?.times[index]
  if (!listed || !time) return null
  // 同比、环比分别上升1.2和0.3个百分点: what a change is measured against is no time of its own.
  if (role === 'change') return time.basis === null ? { subject: null, period: time.period } : null
  const subject = items === null ? null : subjectOfHead(kit, context, listed.head, context.sentence.span.start + from, quantity, role, verb)
  const sides = listed.times.some(({ basis }) => basis !== null)
  if (role === 'target' || !(sides || role === 'reference')) return { subject, period: time.period }
  return { subject, period: time.period, role: time.basis ? ('reference' as const) : ('actual' as const), basis: time.basis }
}

/** A为99.7%，B为99.5%，分别比上季度提升0.5和1.1个百分点: what was just stated, in its order. */
function ofStated(
  kit: SentenceKit,
  context: SentenceContext,
  { before, from, items, count, index }: ListsOf,
  run: Run,
  role: Role,
  { levels, moved, ran }: Stated,
): Dealt | null {
  if (!kit.ownName(before.slice(from), '', '').bare) return null
  const item = items?.[index]
  if (LEANING.has(role)) {
    const named = countiesBefore(kit, before.slice(0, from), count)
    if (named) return { subject: levels.at(-1) ?? null, region: named[index] ?? null }
  }
  const again = ran.length === count ? goneOnAbout(ran, index, run, role) : null
  if (again) return again
  if (LEANING.has(role) && levels.length >= count) {
    const named = item ? lastBasis(kit.cues, item.text) : null
    if (named) return { subject: levels.at(-1) ?? null, basis: named.basis }
    const level = levelsFor(levels, run).at(index - count) ?? null
    const others = context.county === null || kit.regionsIn(before.slice(from)).some(({ kind }) => kind === 'self')
    return others && level?.region != null ? { subject: level, region: level.region } : { subject: level }
  }
  if (items?.every(({ text: words }) => lastBasis(kit.cues, words)))
    return { subject: levels.at(-1) ?? null, basis: lastBasis(kit.cues, item?.text ?? '')?.basis ?? null }
  return role === 'actual' && levels.length === 0 && moved.length === count ? { subject: moved[index] ?? null } : null
}

/** 分别比上年提高1.2和0.4个百分点，达到98.1%和99.6%: a second list without subjects of its own goes on about those of the first. */
function goneOnAbout(ran: readonly ValueDraft[], index: number, run: Run, role: Role): Dealt | null {
  const fits = ran.every(({ subject }, at) => {
    const unit = unitInRun(run.quantities[at] as Quantity, run)
    return subject.indicator ? agrees(subject.indicator, unit, role) : role === 'change' || subject.rate === isRate({ unit })
  })
  const draft = ran[index]
  if (!fits || !draft) return null
  const differ = (field: 'region' | 'period'): boolean => ran.some((each) => each[field] !== draft[field])
  return {
    subject: draft.subject,
    ...(differ('region') ? { region: draft.region } : {}),
    ...(differ('period') ? { period: draft.period } : {}),
  }
}

/** 分别提高1.2和0.4个百分点 is said of rates, 同比分别增长12%和8% of counts, where as many were stated. */
function levelsFor(levels: readonly Subject[], run: Run): readonly Subject[] {
  const count = run.quantities.length
  const inUnit = (unit: string): boolean => run.quantities.every((quantity) => unitInRun(quantity, run) === unit)
  const rates = levels.filter(({ rate }) => rate)
  const counts = levels.filter(({ rate }) => !rate)
  if (inUnit('个百分点') && rates.length >= count) return rates
  return inUnit('%') && counts.length === count ? counts : levels
}

/** A period or a county each. */
function ofPlaces(kit: SentenceKit, { period }: SentenceContext, { items, index }: ListsOf): Dealt | null {
  const periods = items?.map(({ text }) => readPeriods(text, period === null ? null : yearOf(period)))
  if (periods?.every((found) => found.length === 1)) return { subject: null, period: periods[index]?.[0]?.period ?? '' }
  return ofCounties(kit, items, index)
}

function ofCounties(kit: SentenceKit, items: readonly ListItem[] | null | undefined, index: number): Dealt | null {
  const regions = items?.map(({ text }) => kit.regionsIn(text).filter(({ kind }) => kind === 'county'))
  return regions?.every((found) => found.length === 1) ? { subject: null, region: regions[index]?.[0]?.region ?? null } : null
}

/** A subject each: of the clause's own list, or of one that the sentence gave before. */
function ofItems(
  kit: SentenceKit,
  context: SentenceContext,
  { from, items, count, index, verb }: ListsOf,
  head: string,
  quantity: Quantity,
  role: Role,
): Dealt | null {
  const { text, sentence } = context
  const subjectContext = bareContext(context, sentence.span.start)
  const item = items?.[index]
  if (items && item) {
    const list = { items, head, start: sentence.span.start + from + (items[0]?.at ?? 0) }
    return { subject: withVerb(subjectOfItem(kit, subjectContext, list, item, quantity, role), verb) }
  }
  const roster = findRoster(
    text,
    sentence.span.start,
    sentence.span.start + from,
    context.quantities,
    count,
    (words) => kit.ownName(words, '', '').bare,
  )
  const counties = ofCounties(kit, roster?.items, index)
  if (counties) return counties
  const listed = roster?.items[index]
  if (!roster || !listed) return null
  const words = withoutHead(kit, roster.items, listed)
  if (kit.mentionsOf(head).length > 0) return { subject: subjectOfItem(kit, subjectContext, { ...roster, head }, words, quantity, role) }
  // 不合格批次分别为2批次、1批次: a head that the lexicon lacks.
  const own = kit.ownName(head, '', '')
  if (own.bare || !kit.endsInMeasure(own.name)) return null
  const start = sentence.span.start + from + own.at
  const span = own.at < 0 ? null : foldedSpan(start, start + own.name.length)
  return {
    subject: { indicator: null, name: words.text + own.name, breakdown: null, span, how: 'list', rate: isRate(quantity), notes: [] },
  }
}

/** 食品、药品分别抽检120批次、86批次: what was done belongs to the name. */
const withVerb = (subject: Subject, verb: string): Subject =>
  verb === '' || subject.indicator || subject.name.endsWith(verb) ? subject : { ...subject, name: subject.name + verb }

/** 食品抽检批次分别为…，合格率分别为…: the last of a roster bears the head of its own list, which the second one changes. */
function withoutHead(kit: SentenceKit, items: readonly ListItem[], item: ListItem): ListItem {
  const own = kit.mentionsOf(item.text)[0]
  if (own && own.span.start > 0) return { ...item, text: item.text.slice(0, own.span.start) }
  const head = item === items.at(-1) ? sharedHead(kit, items, item.text) : ''
  return head === '' ? item : { ...item, text: item.text.slice(0, item.text.lastIndexOf(head)) }
}

const bareContext = (context: SentenceContext, start: number): SubjectContext => ({
  text: context.text,
  sentence: context.sentence.span,
  clause: foldedSpan(start, context.sentence.span.end),
  leadStart: start,
  mentions: [],
  above: aboveOf(context),
  last: null,
  leans: false,
  levels: [],
  counts: [],
  known: context.known,
})

/** The subject that a head names for all of a list; null where it names none. */
function subjectOfHead(
  kit: SentenceKit,
  context: SentenceContext,
  head: ListItem,
  offset: number,
  quantity: Quantity,
  role: Role,
  verb: string,
): Subject | null {
  const start = offset + head.at
  const { name, at, bare } = kit.ownName(head.text, '', '')
  const base = { indicator: null, breakdown: null, how: 'list', rate: isRate(quantity), notes: [] } as const
  if (bare) return verb === '' ? null : { ...base, name: verb, span: null }
  const mention = kit.mentionsOf(head.text).at(-1)
  const span = mention && foldedSpan(start + mention.span.start, start + mention.span.end)
  const found = mention && span && subjectOf(kit, { ...mention, span }, quantity, role, bareContext(context, start), 'list')
  if (found) return found
  const own = at < 0 ? null : foldedSpan(start + at, start + at + name.length)
  return { ...base, name: name + verb, span: own }
}

/** 分别不低于98%和98.5%, 分别控制在7%和28%以内: a bound before the first or after the last is the bound of all, but 分别低于8%和32%的目标 compares. */
export function comparatorInRun(kit: SentenceKit, quantity: Quantity, run: Run, after: string): Quantity['comparator'] {
  if ((quantity.comparator === '<' || quantity.comparator === '>') && kit.cues.targetAfter.test(after)) return '='
  if (quantity.comparator !== '=') return quantity.comparator
  const [first, last] = [run.quantities[0], run.quantities.at(-1)]
  const bound = [first, last].find((each) => each && each.comparator !== '=' && each.comparator !== '~')?.comparator ?? '='
  return (bound === '<' || bound === '>') && kit.cues.targetAfter.test(after) ? '=' : bound
}

/** 0.5和1.1个百分点, 0.2个和0.4个百分点: the unit that the last of a run bears is that of all. */
export function unitInRun(quantity: Quantity, run: Run): string {
  const shared = run.quantities.findLast(({ unit }) => unit !== '')?.unit ?? ''
  return quantity.unit === '' || (quantity.unit === '个' && shared.startsWith('个')) ? shared : quantity.unit
}
