/** The subject that a mention makes, and what the document's own words make where nothing of the lexicon is named. */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { lastBetween } from '../language/last-between.ts'
import type { Generic, Indicator } from '../lexicon.ts'
import { readPeriods } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import type { Mention } from './mention.ts'
import { isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Breakdown, Role } from './value.ts'

export function subjectOf(
  kit: SubjectKit,
  mention: Mention,
  quantity: Quantity,
  role: Role,
  context: SubjectContext,
  how: Subject['how'],
): Subject | null {
  const { indicator, generic, span } = mention
  if (indicator) {
    const { text, clause, leadStart } = context
    // 新增发明专利5件、有效注册商标突破700件: a member of a list with a verb of its own is not what is new before it.
    const isOwn = span.start >= leadStart && text.slice(span.end, quantity.number.start).length > 0
    const said = text.slice(isOwn ? leadStart : clause.start, quantity.span.start)
    if (!agrees(indicator, quantity.unit, role) || (role !== 'change' && !kit.accrues(indicator, said))) return null
    // “三品一标”认证企业25家: who bears it is counted, and not what is borne.
    if (isBorne(kit, indicator, quantity, text.slice(span.end, quantity.span.start))) return null
    const base = { span, how, rate: isRate(quantity), notes: [] }
    const lead = text.slice(clause.start, span.start)
    const product = base.rate
      ? (kit.partBefore(lead, indicator) ??
        kit.kindBefore(lead, text.slice(span.start, span.end)) ??
        classBefore(kit, lead) ??
        bodiesBefore(kit, lead))
      : null
    return product
      ? { ...base, indicator: null, name: product + text.slice(span.start, span.end), breakdown: { of: indicator.id, product } }
      : { ...base, indicator, name: indicator.name, breakdown: null }
  }
  return generic ? subjectOfGeneric(kit, generic, span, quantity, role, context, how) : null
}

/** 油脂类食品合格率: a class directly before the name of what it is a class of. */
const classBefore = (kit: SubjectKit, before: string): string | null => {
  const name = CLASS.exec(before)?.[0]
  return name !== undefined && kit.partIn(name) !== null ? name : null
}
const CLASS = /(?<=^|[，；：、（]|其中)\p{Script=Han}{1,5}类$/u

/** 获奖企业工业产品监督抽查合格率: whose it is, where they are not all there are. */
const bodiesBefore = (kit: SubjectKit, before: string): string | null => {
  const name = kit.qualifierOf(before)
  return name !== null && name.length <= LONGEST_BODIES && !kit.endsInMeasure(name) && kit.namesBody(name) ? name : null
}
const LONGEST_BODIES = 12

/** Whether those who bear what an indicator counts stand between its name and a count of them. */
const isBorne = (kit: SubjectKit, { name, kind }: Indicator, { unit }: Quantity, between: string): boolean =>
  kind === 'count' && BODIES.has(unit) && kit.namesBody(between) && !kit.namesBody(name)
const BODIES: ReadonlySet<string> = new Set(['家', '户', '个'])

/** 四是调解成功率 */
const ITEM = /^[，；]?[一二三四五六七八九十]是/u

function subjectOfGeneric(
  kit: SubjectKit,
  generic: Generic,
  span: FoldedSpan,
  quantity: Quantity,
  role: Role,
  context: SubjectContext,
  how: Subject['how'],
): Subject | null {
  const { text, sentence, above } = context
  const from = span.start >= context.leadStart ? context.leadStart : context.clause.start
  const qualifier = kit.qualifierOf(text.slice(Math.max(sentence.start, Math.min(from, span.start)), span.start))
  const isQualified =
    qualifier !== null ||
    (generic.alone !== undefined && !kit.ownName(text.slice(from, Math.max(from, span.start)).replace(ITEM, ''), '', '').bare)
  const resolvedFrom = (start: number): ReturnType<SubjectKit['resolve']> =>
    kit.resolve(generic, qualifier ?? text.slice(start, span.end), qualifier === null ? above : [], isQualified)
  const inSentence = resolvedFrom(sentence.start)
  const goal = role === 'target' && inSentence.breakdown && qualifier === null ? goalStart(context, from, span) : sentence.start
  const resolved = goal > sentence.start ? resolvedFrom(goal) : inSentence
  const isOpen = !resolved.indicator && !resolved.breakdown && qualifier === null
  const counted = isOpen
    ? (ofFieldCounted(kit, generic, context) ??
      composed(kit, generic, span, context) ??
      (role === 'target' ? onlyKnown(kit, generic, span, context) : null))
    : null
  const label = generic.rate ? partLabel(kit, resolved.indicator, span, context) : null
  const { indicator, breakdown, near } = counted
    ? { indicator: counted, breakdown: null, near: true }
    : label
      ? { indicator: null, breakdown: label, near: true }
      : resolved
  if (indicator && !agrees(indicator, quantity.unit, role)) return null
  const told = indicator && generic.rate && qualifier === null ? kit.partIn(text.slice(sentence.start, span.start)) : null
  if (indicator && told !== null && kit.resolve(generic, told + generic.term, []).indicator === null)
    return partOf(kit, indicator, told, { span, how, rate: true })
  if (!indicator && isRate(quantity) !== generic.rate) return null
  const base = { span, rate: isRate(quantity) }
  if (indicator)
    return {
      ...base,
      indicator,
      name: indicator.name,
      breakdown: null,
      how: near ? how : 'heading',
      notes: near ? [] : ['指标由标题或上文判断'],
    }
  const start = Math.max(context.clause.start, sentence.start)
  const words = span.start >= start ? kit.ownName(text.slice(start, span.end), '', '').name : generic.term
  return {
    ...base,
    indicator: null,
    name: words,
    breakdown,
    how,
    notes: breakdown ? [] : [`“${generic.term}”没有写明是哪一类，未对应指标`],
  }
}

/** 对砖厂再抽12批次；力争四季度合格率92%以上: a goal with a time of its own, behind a semicolon, is of no part that stands before that. */
function goalStart({ text, sentence }: SubjectContext, from: number, { start }: FoldedSpan): number {
  const hasTime = readPeriods(text.slice(Math.min(from, start), start), ANY_YEAR).length > 0
  return hasTime ? Math.max(sentence.start, lastBetween(text, '；', sentence.start, start) + 1) : sentence.start
}
/** Any year serves to see whether words name a time. */
const ANY_YEAR = 2000

/** 监督抽查不少于180批次，合格率稳定在93%以上: the rate of what the sentence has just counted, where the lexicon has it. */
function ofFieldCounted(kit: SubjectKit, { rate, candidates }: Generic, { last, sentence }: SubjectContext): Indicator | null {
  const field = last?.indicator?.kind === 'count' && (last.span?.start ?? -1) >= sentence.start ? last.indicator.field : null
  if (!rate || field === null) return null
  const fitting = candidates.map(kit.indicatorOf).filter((each) => each?.field === field)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** “两书一牌”落实50项，覆盖率96.2%: the rate that the words which a clause before begins with make together with the term. */
function composed(kit: SubjectKit, { rate, term }: Generic, span: FoldedSpan, { text, sentence }: SubjectContext): Indicator | null {
  if (!rate) return null
  const said = text.slice(sentence.start, span.start)
  for (const clause of said
    .slice(said.lastIndexOf('；') + 1)
    .split('，')
    .slice(-BACK)
    .reverse()) {
    const words = LEADING.exec(clause)?.[0] ?? ''
    for (let length = words.length; length >= SHORTEST; length--) {
      const name = words.slice(0, length) + term
      const mention = kit.mentionsOf(name).at(-1)
      if (mention?.indicator && mention.span.start === 0 && mention.span.end === name.length) return mention.indicator
    }
  }
  return null
}
/** So many clauses back. */
const BACK = 3
const LEADING = /^[\p{Script=Han}“”]{2,12}/u
const SHORTEST = 3

/** 全地区监督抽查合格率要达到94%以上: where nothing says of what, the only one of those it can be that the document has stated. */
function onlyKnown(
  kit: SubjectKit,
  { rate, candidates }: Generic,
  span: FoldedSpan,
  { known, text, sentence }: SubjectContext,
): Indicator | null {
  if (!rate || kit.fieldsIn(text.slice(sentence.start, span.end)).length > 0) return null
  const stated = new Set([...known.values()].filter(({ id }) => candidates.includes(id)))
  const [only] = stated
  return stated.size === 1 && candidates.length > 1 ? (only ?? null) : null
}

/** 住宅：14项，实体符合率94.1%, below 抽查符合率95%: the rate of what the label names, where the document has told the whole's before. */
export function partLabel(
  kit: SubjectKit,
  indicator: Indicator | null,
  span: FoldedSpan,
  { known, text, sentence }: SubjectContext,
): Breakdown | null {
  if (!indicator || !known.has(indicator.id)) return null
  const product = LABELLED.exec(text.slice(sentence.start, span.start))?.[1] ?? ''
  if (
    product === '' ||
    kit.labelIdle.test(product) ||
    kit.ownName(product, '', '').bare ||
    kit.fieldsIn(product).length > 0 ||
    kit.regionsIn(product).length > 0
  )
    return null
  return kit.mentionsOf(product).length > 0 || kit.endsInMeasure(product) || kit.qualifierOf(product) === null
    ? null
    : { of: indicator.id, product }
}
const LABELLED = /^(?:[一二三四五六七八九十]是|[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、])?([^，。；：0-9]{2,14})：[^。；]*$/u

/** 学校食堂抽检210批次，…合格率: the rate of a part that the lexicon has no word for. */
function partOf(kit: SubjectKit, { id, name }: Indicator, told: string, base: Pick<Subject, 'span' | 'how' | 'rate'>): Subject {
  const [clause = ''] = told.split(/[，0-9]/u).filter((words) => words !== '')
  const product = kit.ownName(clause, '', '').name
  return { ...base, indicator: null, name: `${product}${name}`, breakdown: { of: id, product }, notes: [] }
}

export function ownSubject(kit: SubjectKit, quantity: Quantity, { text, leadStart, clause, mentions, sentence }: SubjectContext): Subject {
  const { name, at } = ownWords(
    kit,
    quantity,
    text.slice(leadStart, quantity.span.start),
    text.slice(quantity.span.end, clause.end),
    leadStart > clause.start,
  )
  const start = leadStart + at
  const change = mentions.findLast(
    ({ span, indicator }) => indicator?.kind === 'change' && span.start >= leadStart && span.end <= quantity.span.start,
  )?.indicator
  const of = kit.isResult(name, '') && name.length <= LONGEST_RESULT ? fieldOfPart(kit, text.slice(sentence.start, leadStart)) : ''
  const span = at < 0 ? null : foldedSpan(start, start + name.length)
  return {
    indicator: null,
    name: of + name,
    breakdown: null,
    span,
    how: 'own-words',
    rate: isRate(quantity),
    notes: [],
    ...(change ? { change } : {}),
  }
}

/** 31个乡和5个农场的315个生产基地: what stands right behind one count is counted by it, and the next counts what stands behind itself. */
function ownWords(kit: SubjectKit, { unit }: Quantity, lead: string, after: string, goesOn: boolean): ReturnType<SubjectKit['ownName']> {
  const own = kit.ownName(lead, after, unit)
  if (!goesOn || !NOUN_ONLY.test(lead) || !NOUN.test(after) || own.at < 0 || kit.isResult(lead, '')) return own
  return kit.ownName('', after, unit)
}
const NOUN_ONLY = /^\p{Script=Han}{1,10}$/u
const NOUN = /^\p{Script=Han}{2,8}(?!\p{Script=Han})/u

/** 不合格, 检出不合格, 不合格率: a result that does not say of what. */
const LONGEST_RESULT = 5

/** 建材抽查28批次，不合格3批次: the field or the part that the sentence has spoken of since its last semicolon. */
function fieldOfPart(kit: SubjectKit, said: string): string {
  return kit.fieldsIn(said.slice(said.lastIndexOf('；') + 1)).at(-1)?.word ?? ''
}
