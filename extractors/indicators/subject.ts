/**
 * The subject of a quantity: the indicator that its own clause names, else an earlier clause, else what the sentence was about, else its heading.
 *
 * A mention binds only where its unit agrees. A count takes a lexicon's indicator only from its own clause: 120批次 and 3家 are said of too many things to be
 * guessed. What nothing names keeps the document's own words.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Generic, type Indicator, type Lexicon } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Counted, RateByCounts } from './by-counts.ts'
import { isNamedByWhatFollows, namedAfter, readCount } from './counted.ts'
import type { Subject } from './draft.ts'
import type { FieldWords } from './field-words.ts'
import type { GenericResolver } from './generic.ts'
import type { Likeness } from './likeness.ts'
import type { Mention, MentionReader } from './mention.ts'
import type { OwnName } from './name.ts'
import { takenUp, withHeadOf } from './taken-up.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

export interface SubjectContext {
  readonly text: string
  readonly sentence: FoldedSpan
  readonly clause: FoldedSpan
  /** End of the quantity before in the same clause, or the clause's start. */
  readonly leadStart: number
  /** Mentions of the sentence, in order. */
  readonly mentions: readonly Mention[]
  /** What stands above the sentence, nearest first: the paragraph so far, then the headings. */
  readonly above: readonly string[]
  /** What the last level of this sentence, or of the one before, was about. */
  readonly last: Subject | null
  /** True for a quantity that leans on a level stated before it (role.ts). */
  readonly leans: boolean
  /** The levels that the sentence has stated of what it names, in order. */
  readonly levels: readonly Subject[]
  /** The counts that the sentence has stated, in order. */
  readonly counts: readonly Counted[]
  /** The rate of each field that the document stated last. */
  readonly known: ReadonlyMap<string, Indicator>
}

export interface CountTerm {
  readonly verb: string
  readonly generic: Generic | null
  readonly indicator: Indicator | null
}

export interface SubjectKit extends FieldWords {
  readonly accrues: (indicator: Indicator, words: string) => boolean
  readonly mentionsOf: MentionReader
  readonly resolve: GenericResolver
  /** Whether an indicator's own name speaks of completion (培训人次/任务完成率). */
  readonly namesCompletion: (indicator: Indicator) => boolean
  /** Whether words name something that a quantity could be of: a field, a part, a rate or an amount. */
  /** The rate that the counts before it make, where nothing else names it. */
  readonly rateByCounts: RateByCounts
  /** Whether words speak of all there are (累计), not of what is new. */
  readonly saysStock: (words: string) => boolean
  readonly saysSubject: (words: string) => boolean
  readonly ownName: OwnName
  /** The indicator that shortened or rearranged words mean, by what stands around them. */
  readonly liken: Likeness
  /** The words directly before a generic term that say what it is of (小作坊抽检合格率), or null where nothing does. */
  readonly qualifierOf: (before: string) => string | null
  /** Whether the words around a count say that it is a result of the sampling (发现…不合格), not the sampling itself. */
  readonly isResult: (between: string, after: string) => boolean
  /** Indicators by a compound unit that is theirs alone. */
  readonly unitNames: ReadonlyMap<string, Indicator>
  /** Counts named by verb and unit (抽查…批次), by unit. */
  readonly countTerms: ReadonlyMap<string, readonly CountTerm[]>
}

/** Indicators that alone have their compound unit: 4.2批次/千人 names itself. */
export function unitNames(lexicon: Lexicon): SubjectKit['unitNames'] {
  const compound = lexicon.indicators.filter(({ unit }) => /\p{Script=Han}\/\p{Script=Han}/u.test(unit))
  return new Map(
    compound
      .filter(({ unit }) => compound.filter((other) => other.unit === unit).length === 1)
      .map((indicator) => [indicator.unit, indicator]),
  )
}

export function createCompletionTest(lexicon: Lexicon): SubjectKit['namesCompletion'] {
  const word = new RegExp(wordPattern(cue(lexicon, 'completion-names')), 'u')
  return ({ name, aliases }) => [name, ...aliases].some((each) => word.test(each))
}

export function findSubject(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject {
  const { text, clause, leadStart, mentions, sentence, last } = context
  if (role === 'share') return ownSubject(kit, quantity, context)
  const at = quantity.span.start
  const nearest = (from: number, to: number, how: Subject['how']): Subject | null => {
    for (const mention of mentions.filter(({ span }) => span.start >= from && span.end <= to).reverse()) {
      // 比全部产品合格率低4.7个百分点: what is compared with is not what the change is of.
      if (role === 'change' && last && COMPARED.test(text.slice(clause.start, mention.span.start))) continue
      const subject = subjectOf(kit, mention, quantity, role, context, how)
      if (subject) return subject
    }
    return null
  }
  const bare = kit.ownName(text.slice(leadStart, at), '', '').bare
  const beside = nearest(bare || role === 'change' || role === 'rank' ? clause.start : leadStart, at, 'beside')
  if (beside) return beside
  const labelled = bare ? ofLabel(kit, quantity, role, context) : null
  if (labelled) return labelled
  const byUnit = kit.unitNames.get(quantity.unit)
  if (byUnit) return { indicator: byUnit, name: byUnit.name, breakdown: null, span: null, how: 'beside', rate: true, notes: [] }
  const named = role === 'change' ? null : (readCount(kit, quantity, context) ?? namedAfter(kit, quantity, role, context))
  if (named) return named
  // 35批次合格; 6批问题产品货值合计18.7万元: what is counted follows the number that begins a clause.
  if (!isRate(quantity) && role !== 'change' && isNamedByWhatFollows(kit, quantity, context)) return ownSubject(kit, quantity, context)
  const taken = takenUp(kit, quantity, role, context)
  if (taken) return taken
  const { leans } = context
  const elided = last && !bare && isRate(quantity) ? withHeadOf(kit, last, quantity, role, context) : null
  if (elided) return elided
  if (!bare && !leans) return ownSubject(kit, quantity, context)
  if (last?.change && role === 'change' && quantity.unit === '%')
    return { ...last, indicator: last.change, name: last.change.name, how: 'inherited' }
  // 1260人次，完成任务的105%: a degree of completion is said of the count.
  if (last?.indicator && bare && quantity.unit === '%' && COMPLETION.test(text.slice(clause.start, at)))
    return kit.namesCompletion(last.indicator) ? { ...last, how: 'inherited' } : ownSubject(kit, quantity, context)
  // 97.5%，同比提高1.1个百分点: what a bare quantity is about was said just before.
  const goesOn = bare || (leans && !kit.saysSubject(text.slice(leadStart, at)))
  if (last?.indicator && goesOn && role !== 'change' && !kit.accrues(last.indicator, text.slice(clause.start, at)))
    return ownSubject(kit, quantity, context)
  // 合格率：乌苏市95.1%、…: what is named last is nearer than what the last level was about.
  const nearer = last && goesOn && bare && role !== 'change' ? nearest(sentence.start, leadStart, 'earlier-clause') : null
  if (nearer?.span && nearer.span.start >= (last?.span?.end ?? 0)) return nearer
  // 48件，办结率97.2%；与上年的50件相比: what leans on a count goes on about the last one counted in its unit.
  const counted = leans && goesOn && !isRate(quantity) && last?.unit !== quantity.unit ? sameUnit(context, quantity) : null
  if (counted) return { ...counted, how: 'earlier-clause' }
  if (last && goesOn && (role === 'rank' || fits(last, quantity, role))) return { ...last, how: 'inherited' }
  if (bare && (isRate(quantity) || isMeasured(quantity) || leans)) {
    const earlier = nearest(sentence.start, leadStart, 'earlier-clause')
    if (earlier) return earlier
  }
  return (bare && role === 'actual' ? ofWhatWasCounted(kit, quantity, context) : null) ?? ownSubject(kit, quantity, context)
}

/** 领导小组会议：4次; 合格率（%）：93.5; 目标为95%的工业产品抽查合格率: the name stands as a label before the number, or as its noun behind it. */
function ofLabel(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  const { text, mentions, leadStart, clause } = context
  const label = mentions.findLast(({ span }) => span.end <= leadStart)
  const unit = label ? LABEL.exec(text.slice(label.span.end, leadStart)) : null
  if (label && unit) {
    const written = quantity.unit === '' && unit[1] ? { ...quantity, unit: unit[1] } : quantity
    return subjectOf(kit, label, written, role, context, 'beside')
  }
  const noun = isRate(quantity) ? mentions.find(({ span }) => span.start >= quantity.span.end && span.end <= clause.end) : undefined
  if (!noun || !/^的\p{Script=Han}{0,6}$/u.test(text.slice(quantity.span.end, noun.span.start))) return null
  return subjectOf(kit, noun, quantity, role, context, 'beside')
}

const LABEL = /^(?:（([^（）]{1,6})）)?：$/u

/** 应检206台，检了203台，98.5%; 新增有效注册商标43件，累计412件: a bare number whose indicator the counts before it tell. */
function ofWhatWasCounted(kit: SubjectKit, quantity: Quantity, context: SubjectContext): Subject | null {
  const { text, sentence, leadStart, clause, counts, above, mentions } = context
  if (quantity.unit === '%') {
    const found = kit.rateByCounts(quantity, counts, text.slice(sentence.start, leadStart), above)
    const base = { span: null, how: 'earlier-clause', rate: true, notes: [] } as const
    if (found?.indicator) return { ...base, indicator: found.indicator, name: found.indicator.name, breakdown: null }
    return found ? { ...ownSubject(kit, quantity, context), breakdown: found.breakdown } : null
  }
  if (!kit.saysStock(text.slice(clause.start, quantity.span.start))) return null
  const stock = mentions.findLast(({ indicator, span }) => indicator?.accrual === 'stock' && span.end <= leadStart)
  return stock ? subjectOf(kit, stock, quantity, 'actual', context, 'earlier-clause') : null
}

const sameUnit = ({ levels }: SubjectContext, { unit }: Quantity): Subject | null =>
  unit === '' ? null : (levels.findLast((level) => level.unit === unit) ?? null)

const COMPARED = /[比较][^，。；]{0,8}$/u
const COMPLETION = /(?:完成|占)[^，。；]*的$/u

export const isRate = ({ unit }: Quantity): boolean => unit === '%' || unit === '‰' || unit === '个百分点' || unit === '分'

/** In a unit that nothing is counted in: 30微克/立方米, 14分钟. */
const isMeasured = ({ unit }: Quantity): boolean => unit.includes('/') || MEASURES.has(unit)
const MEASURES: ReadonlySet<string> = new Set(['分钟', '小时', '指数'])

/** Whether a quantity can go on about what the last one was about: a rate after a rate, a count after a count. */
function fits(last: Subject, quantity: Quantity, role: Role): boolean {
  if (last.indicator) return agrees(last.indicator, quantity.unit, role)
  return role === 'change' || role === 'reference' || last.rate === isRate(quantity)
}

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
    const { text, clause } = context
    if (
      !agrees(indicator, quantity.unit, role) ||
      (role !== 'change' && !kit.accrues(indicator, text.slice(clause.start, quantity.span.start)))
    )
      return null
    const base = { span, how, rate: isRate(quantity), notes: [] }
    const product = base.rate ? kit.partBefore(text.slice(clause.start, span.start), indicator) : null
    return product
      ? { ...base, indicator: null, name: product + text.slice(span.start, span.end), breakdown: { of: indicator.id, product } }
      : { ...base, indicator, name: indicator.name, breakdown: null }
  }
  return generic ? subjectOfGeneric(kit, generic, span, quantity, role, context, how) : null
}

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
  const { indicator, breakdown, near } = kit.resolve(
    generic,
    qualifier ?? text.slice(sentence.start, span.end),
    qualifier === null ? above : [],
    qualifier !== null,
  )
  if (indicator && !agrees(indicator, quantity.unit, role)) return null
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

export function ownSubject(kit: SubjectKit, quantity: Quantity, { text, leadStart, clause, mentions }: SubjectContext): Subject {
  const { name, at } = kit.ownName(text.slice(leadStart, quantity.span.start), text.slice(quantity.span.end, clause.end), quantity.unit)
  const start = leadStart + at
  const change = mentions.findLast(
    ({ span, indicator }) => indicator?.kind === 'change' && span.start >= leadStart && span.end <= quantity.span.start,
  )?.indicator
  const span = at < 0 ? null : foldedSpan(start, start + name.length)
  return {
    indicator: null,
    name,
    breakdown: null,
    span,
    how: 'own-words',
    rate: isRate(quantity),
    notes: [],
    ...(change ? { change } : {}),
  }
}
