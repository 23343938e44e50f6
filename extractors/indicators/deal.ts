/**
 * Dealing out: which subjects a quantity of a list belongs to.
 *
 *   食品、药品抽检合格率分别为97.9%和99.2%               one each, in order; the head is shared
 *   定检率99.7%，投保率99.5%，分别比上季度提升0.5和1.1个百分点   the changes are of the levels just stated
 *   旅游投诉结案率、处理率均为100%                       one value for each subject
 */
import { foldedSpan } from '../document.ts'
import { yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { lastBasis } from './cues.ts'
import type { Subject } from './draft.ts'
import { type ListItem, listItems, quartersListed, type Run } from './lists.ts'
import type { Mention } from './mention.ts'
import type { RoleContext } from './role.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import { findSubject, type SubjectContext } from './subject.ts'
import { agrees } from './units.ts'
import type { Basis, Role } from './value.ts'

/**
 * A level said of several subjects before 均 (A、B和C均为100%) is one value for each that the clause names; where it names none (两项均高于97%的目标), for
 * each level that the sentence has just stated.
 */
export function collectiveSubjects(
  kit: SentenceKit,
  context: SubjectContext,
  quantity: Quantity,
  role: Role,
  { lead }: RoleContext,
  levels: readonly Subject[],
): Subject[] {
  const word = collectiveWord(kit, lead)
  const said = word ? lead.slice(0, word.index) : lead
  if (word && levels.length > 1 && kit.ownName(said, '', '').bare) return justStated(kit, levels, said + word[0], quantity, role)
  const nearest = findSubject(kit, quantity, role, context)
  if (nearest.how === 'inherited' || (role !== 'actual' && role !== 'target')) return [nearest]
  const items = listItems(said)
  if (items.length < 2) return [nearest]
  const subjects = items.map((item) => subjectOfItem(kit, context, items, item, context.leadStart + item.at, quantity, role))
  const known = subjects.filter((subject) => subject.indicator !== null || subject.breakdown !== null).length
  if (known === subjects.length) return subjects
  // 煤炭、工业盐合格率均为100%: what 均 stands behind is a list of subjects, whether the lexicon knows them or not.
  return word && (known > 0 || kit.mentionsOf(items.at(-1)?.text ?? '').length > 0) ? subjects : [nearest]
}

/** 均 stands for the subjects before it only where nothing but verbs follows it: 比全部产品合格率低 holds none. */
function collectiveWord(kit: SentenceKit, lead: string): RegExpExecArray | null {
  const word = kit.cues.collective.exec(lead)
  return word && kit.ownName(lead.slice(word.index + word[0].length), '', '').bare ? word : null
}

/** 双双, 两项均: the last two levels; 均 alone: all of the sentence that the quantity can be of. */
function justStated(kit: SentenceKit, levels: readonly Subject[], words: string, quantity: Quantity, role: Role): Subject[] {
  const fitting = levels.filter(({ indicator, rate }) => (indicator ? agrees(indicator, quantity.unit, role) : rate === (quantity.unit === '%')))
  const count = kit.cues.collectiveCount(words)
  return (count === null ? fitting : fitting.slice(-count)).map((subject) => ({ ...subject, how: 'inherited' as const }))
}

export interface Dealt {
  readonly subject: Subject | null
  readonly region?: string | null
  readonly period?: string
  readonly basis?: Basis | null
  readonly regionsFrom?: number
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
    above: aboveOf(context),
    last: null,
  }
  return { subject: subjectOfItem(kit, subjectContext, items, item, sentence.span.start + from + item.at, quantity, role) }
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
  const { mention, before } = mentionOfItem(kit, item.text, items.at(-1)?.text ?? '')
  const base = { span, how: 'list', rate: quantity.unit === '%', notes: [] } as const
  const own: Subject = { ...base, indicator: null, name: item.text, breakdown: null }
  if (!mention) return own
  if (mention.indicator)
    return agrees(mention.indicator, quantity.unit, role)
      ? { ...base, indicator: mention.indicator, name: mention.indicator.name, breakdown: null }
      : own
  if (!mention.generic) return own
  const listStart = start - item.at + (items[0]?.at ?? 0)
  const qualified = kit.qualifierOf(before) !== null
  const above = qualified
    ? []
    : [context.text.slice(listStart, start), context.text.slice(context.sentence.start, listStart), ...context.above]
  const { indicator, breakdown } = kit.resolve(mention.generic, item.text, above)
  return indicator && agrees(indicator, quantity.unit, role)
    ? { ...base, indicator, name: indicator.name, breakdown: null }
    : { ...own, breakdown }
}

/** An item's own mention, else the one that it makes with the head that the last item shares with all (…、重要工业品抽检合格率). */
function mentionOfItem(kit: SentenceKit, item: string, lastItem: string): { readonly mention: Mention | null; readonly before: string } {
  const direct = kit.mentionsOf(item).at(-1)
  if (direct) return { mention: direct, before: item.slice(0, direct.span.start) }
  const shared = kit.mentionsOf(lastItem).at(-1)
  if (!shared) return { mention: null, before: item }
  const words = lastItem.slice(shared.span.start, shared.span.end)
  for (let at = 1; at < words.length - 1; at++) {
    const composed = kit.mentionsOf(item + words.slice(at)).at(-1)
    if (composed?.indicator && composed.span.start < item.length && composed.span.end === item.length + words.length - at)
      return { mention: composed, before: item.slice(0, composed.span.start) }
  }
  return { mention: shared.generic ? shared : null, before: item }
}
