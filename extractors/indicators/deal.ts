/**
 * Dealing out: which subjects a quantity of a list belongs to.
 *
 *   食品、药品抽检合格率分别为97.9%和99.2%               one each, in order; the head is shared
 *   定检率99.7%，投保率99.5%，分别比上季度提升0.5和1.1个百分点   the changes are of the levels just stated
 *   旅游投诉结案率、处理率均为100%                       one value for each subject
 */
import { readPeriods, yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { lastBasis } from './cues.ts'
import type { Subject } from './draft.ts'
import { subjectOfItem } from './list-subject.ts'
import { type ListItem, listItems, quartersListed, type Run } from './lists.ts'
import { findRoster } from './roster.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import type { Basis, Role } from './value.ts'

export interface Dealt {
  readonly subject: Subject | null
  readonly region?: string | null
  readonly period?: string
  readonly basis?: Basis | null
  readonly role?: Role
  readonly regionsFrom?: number
}

const LEANING: ReadonlySet<Role> = new Set(['change', 'target', 'reference'])

/** 没有达标的还有额敏县和托里县，分别差0.1和0.7个百分点: as many counties end the clause before. */
function countiesBefore(kit: SentenceKit, words: string, count: number): string[] | null {
  const clause = words.replace(/，$/u, '')
  const items = listItems(clause.slice(Math.max(clause.lastIndexOf('，'), clause.lastIndexOf('；')) + 1))
  const found = items.map(({ text }) => kit.regionsIn(text).filter(({ kind }) => kind === 'county'))
  return items.length === count && found.every((each) => each.length === 1) ? found.map((each) => each[0]?.region ?? '') : null
}

/** What the n-th quantity of a 分别 belongs to: the n-th subject, county or quarter listed before. */
export function dealSubject(
  kit: SentenceKit,
  context: SentenceContext,
  run: Run,
  index: number,
  quantity: Quantity,
  role: Role,
  levels: readonly Subject[],
  /** The run before in the sentence. */
  earlier: Run | undefined,
): Dealt | null {
  const { text, sentence } = context
  const before = text.slice(sentence.span.start, run.at)
  const year = context.period === null ? null : yearOf(context.period)
  const quarter = quartersListed(before, run.quantities.length, year)?.[index]
  if (quarter) return { subject: null, period: quarter }
  const from = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1
  const items = listItems(before.slice(from))
  const item = items[index]
  const count = run.quantities.length
  // A为99.7%，B为99.5%，分别比上季度提升0.5和1.1个百分点: the changes are of the levels just stated, in their order.
  if (LEANING.has(role) && kit.ownName(before.slice(from), '', '').bare) {
    const named = countiesBefore(kit, before.slice(0, from), count)
    if (named) return { subject: levels.at(-1) ?? null, region: named[index] ?? null }
  }
  if (LEANING.has(role) && levels.length >= count && kit.ownName(before.slice(from), '', '').bare) {
    const named = lastBasis(kit.cues, item?.text ?? '')
    if (items.length === count && named) return { subject: levels.at(-1) ?? null, basis: named.basis }
    const level = levels.at(index - count) ?? null
    const others = context.county === null || kit.regionsIn(before.slice(from)).some(({ kind }) => kind === 'self')
    return others && level?.region != null ? { subject: level, region: level.region } : { subject: level }
  }
  if (items.length === count && items.every(({ text: words }) => kit.ownName(words, '', '').bare && lastBasis(kit.cues, words)))
    return { subject: levels.at(-1) ?? null, basis: lastBasis(kit.cues, item?.text ?? '')?.basis ?? null }
  const subjectContext = {
    text,
    sentence: sentence.span,
    clause: sentence.span,
    leadStart: sentence.span.start,
    mentions: [],
    above: aboveOf(context),
    last: null,
    leans: false,
    levels: [],
    counts: [],
    known: context.known,
  }
  const sides = items.length === count ? sidesListed(kit, items) : null
  const side = sides?.[index]
  const tail = items.at(-1)
  if (side && tail)
    return {
      subject: subjectOfItem(
        kit,
        subjectContext,
        { items: [tail], head: tail.text, start: sentence.span.start + from + tail.at },
        tail,
        quantity,
        role,
      ),
      ...side,
    }
  const periods = items.map(({ text: words }) => readPeriods(words, year))
  if (items.length === count && periods.every((found) => found.length === 1))
    return { subject: null, period: periods[index]?.[0]?.period ?? '' }
  const regions = items.map(({ text: words }) => kit.regionsIn(words).filter(({ kind }) => kind === 'county'))
  if (items.length === count && regions.every((found) => found.length === 1))
    return { subject: null, region: regions[index]?.[0]?.region ?? null }
  const head = items.at(-1)?.text ?? ''
  if (items.length === count && item)
    return {
      subject: subjectOfItem(
        kit,
        subjectContext,
        { items, head, start: sentence.span.start + from + (items[0]?.at ?? 0) },
        item,
        quantity,
        role,
      ),
    }
  // 分别提高1.2和0.4个百分点，达到98.1%和99.6%: as many again, of the same.
  if (earlier?.quantities.length === count && kit.ownName(before.slice(from), '', '').bare) {
    const again = dealSubject(kit, context, earlier, index, quantity, role, levels, undefined)
    if (again?.subject) return again
  }
  const roster = findRoster(text, sentence.span.start, sentence.span.start + from, context.quantities, count)
  const listed = roster?.items[index]
  const counties = roster?.items.map(({ text: words }) => kit.regionsIn(words).filter(({ kind }) => kind === 'county'))
  if (counties?.every((found) => found.length === 1)) return { subject: null, region: counties[index]?.[0]?.region ?? null }
  return roster && listed && kit.mentionsOf(head).length > 0
    ? { subject: subjectOfItem(kit, subjectContext, { ...roster, head }, ofField(kit, listed), quantity, role) }
    : null
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

/** 食品抽检批次 in a list that a later 合格率 takes up: its field is what is listed. */
function ofField(kit: SentenceKit, item: ListItem): ListItem {
  const field = kit.mentionsOf(item.text).length > 0 ? kit.fieldsIn(item.text).at(0) : undefined
  return field ? { ...item, text: item.text.slice(0, field.end) } : item
}

/** 去年同期、上季度和本季度合格率分别为: what each is set against, the report's own side without one. */
function sidesListed(kit: SentenceKit, items: readonly ListItem[]): { readonly role: Role; readonly basis: Basis | null }[] | null {
  const sides = items.map(({ text }) => {
    const basis = lastBasis(kit.cues, text)?.basis
    return basis ? ({ role: 'reference', basis } as const) : kit.cues.backAt(text) >= 0 ? ({ role: 'actual', basis: null } as const) : null
  })
  const told = sides.filter((side) => side !== null)
  return told.length === items.length && new Set(told.map(({ basis }) => basis)).size > 1 ? told : null
}
