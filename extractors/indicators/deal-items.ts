/** Lists of subjects or counties: of the clause itself, or of one that the sentence gave before. */
import { foldedSpan } from '../document.ts'
import { readPeriods, yearOf } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { type Dealt, LEANING, type ListsOf } from './dealt.ts'
import type { Subject } from './draft.ts'
import { bareContext, subjectOfHead } from './list-head.ts'
import { subjectOfItem } from './list-subject.ts'
import type { ListItem } from './lists.ts'
import { findRoster } from './roster.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import { sharedHead } from './shared-head.ts'
import { isRate } from './subject-kit.ts'
import { timesListed } from './times.ts'
import type { Role } from './value.ts'

/** A period or a county each. */
export function ofPlaces(
  kit: SentenceKit,
  context: SentenceContext,
  { items, index, from, verb }: ListsOf,
  quantity: Quantity,
  role: Role,
): Dealt | null {
  const year = context.period === null ? null : yearOf(context.period)
  const periods = items?.map(({ text }) => readPeriods(text, year))
  if (periods?.every((found) => found.length === 1)) return { subject: null, period: periods[index]?.[0]?.period ?? '' }
  // 比裕民县97.2%、托里县96.1%分别低2.2和1.1个百分点: those it is compared with are not whose change it is.
  if (role === 'change' && context.county !== null && kit.cues.comparedIn.exec(items?.[0]?.text ?? '')?.index === 0)
    return ofCounties(kit, items, index) && { subject: null }
  const counties = ofCounties(kit, items, index)
  const last = items?.at(-1)
  const named = last && kit.regionsIn(last.text).at(-1)
  if (!counties || !last || !named || /[0-9]/u.test(last.text)) return counties
  const head = { text: last.text.slice(named.span.end), at: last.at + named.span.end }
  return { ...counties, subject: subjectOfHead(kit, context, head, context.sentence.span.start + from, quantity, role, verb) }
}

function ofCounties(kit: SentenceKit, items: readonly ListItem[] | null | undefined, index: number): Dealt | null {
  const regions = items?.map(({ text }) => kit.regionsIn(text).filter(({ kind }) => kind === 'county'))
  return regions?.every((found) => found.length === 1) ? { subject: null, region: regions[index]?.[0]?.region ?? null } : null
}

/** A subject each: of the clause's own list, or of one that the sentence gave before. */
export function ofItems(
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
    (words) => kit.cues.moveBefore.test(words),
    (words) => kit.cues.partKind.test(words),
  )
  const counties = ofCounties(kit, roster?.items, index)
  // 与额敏县的81.5%、裕民县的79.3%摆在一起，差距分别是4.6个和2.4个百分点
  if (counties && role === 'change' && context.county !== null && counties.region !== context.county) return { subject: null }
  if (counties) return counties
  // 第一季度、第二季度分别监测120批次、126批次，合格率分别为…
  const time = roster && timesListed(kit, roster.items, context.period)?.times[index]
  if (time && time.basis === null) return { subject: null, period: time.period }
  const tail = roster?.items.at(-1)?.text ?? ''
  const listed = roster?.items[index]
  if (!roster || !listed) return null
  // 出厂检验合格率和监督抽查合格率双双走低，分别下滑0.7个、1.3个百分点: the list has named them whole.
  if (kit.ownName(head, '', '').bare)
    return kit.mentionsOf(tail).length > 0 && LEANING.has(role)
      ? { subject: subjectOfItem(kit, subjectContext, { ...roster, head: tail }, listed, quantity, role) }
      : null
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
function withoutHead(kit: SentenceKit, items: readonly ListItem[], listed: ListItem): ListItem {
  const dealt = listed.text.search(kit.cues.respectively)
  const item = dealt > 0 ? { ...listed, text: listed.text.slice(0, dealt) } : listed
  const own = kit.mentionsOf(item.text)[0]
  if (own && own.span.start > 0) return { ...item, text: item.text.slice(0, own.span.start) }
  const head = listed === items.at(-1) ? sharedHead(kit, items, item.text) : ''
  return head === '' ? item : { ...item, text: item.text.slice(0, item.text.lastIndexOf(head)) }
}
