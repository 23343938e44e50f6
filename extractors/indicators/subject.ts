/**
 * The subject of a quantity: the indicator that its own clause names, else an earlier clause, else what the sentence was about, else its heading.
 *
 * A mention binds only where its unit agrees. A count takes a lexicon's indicator only from its own clause: 120批次 and 3家 are said of too many things to be
 * guessed. What nothing names keeps the document's own words.
 */
import { foldedSpan } from '../document.ts'
import type { Indicator } from '../lexicon.ts'
import { pointYear, readPeriods } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { isNamedByWhatFollows, namedAfter, readCount } from './counted.ts'
import type { Subject } from './draft.ts'
import { ofHeadBeforeColon, ofLabel } from './label.ts'
import { ownSubject, subjectOf } from './mention-subject.ts'
import { isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { takenUp, withHeadOf } from './taken-up.ts'
import { labelAt, ofToldPart, rateOfRow } from './told-parts.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

export function findSubject(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject {
  const { text, clause, leadStart, mentions, sentence, last, labels } = context
  if (role === 'share') return ownSubject(kit, quantity, context)
  const at = quantity.span.start
  const told = ofToldPart(kit, quantity, role, context)
  if (told) return told
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
  const labelled = ofLabel(kit, quantity, role, context) ?? (bare ? ofNounBehind : ofHeadBeforeColon)(kit, quantity, role, context)
  if (labelled) return labelled
  const share = ofShare(kit, quantity, role, context)
  if (share) return share
  const other = last && (role === 'change' || role === 'reference') ? ofOtherSide(kit, last, quantity, role, context) : null
  if (other) return other
  const whole = last && role === 'reference' ? ofWhole(kit, last, quantity, role, text.slice(leadStart, at)) : null
  if (whole) return whole
  const byUnit = kit.unitNames.get(quantity.unit)
  if (byUnit) return { indicator: byUnit, name: byUnit.name, breakdown: null, span: null, how: 'beside', rate: true, notes: [] }
  const named = role === 'change' ? null : (readCount(kit, quantity, context) ?? namedAfter(kit, quantity, role, context))
  if (named) return named
  // 35批次合格; 6批问题产品货值合计18.7万元: what is counted follows the number that begins a clause.
  if (!isRate(quantity) && role !== 'change' && isNamedByWhatFollows(kit, quantity, context)) return ownSubject(kit, quantity, context)
  const taken = takenUp(kit, quantity, role, context)
  if (taken) return taken
  const stock = bare && role === 'actual' && !isRate(quantity) && !last?.indicator ? ofStock(kit, quantity, context) : null
  if (stock) return stock
  const topic = role === 'change' && bare ? ofTopicLabel(quantity, context) : null
  if (topic) return topic
  const said = role === 'reference' ? ofPartSaid(kit, quantity, context) : null
  if (said) return said
  const { leans } = context
  const elided = last && !bare && isRate(quantity) ? withHeadOf(kit, last, quantity, role, context) : null
  if (elided) return elided
  const row = bare || quantity.unit !== '%' ? null : rateOfRow(labels, kit.ownName(text.slice(leadStart, at), '', '').name, kit.labelIdle)
  if (row) return { ...row, how: 'list' }
  if (!bare && !leans) return ownSubject(kit, quantity, context)
  if (last?.change && role === 'change' && (quantity.unit === '%' || quantity.unit === '个百分点'))
    return { ...last, indicator: last.change, name: last.change.name, how: 'inherited' }
  // 1260人次，完成任务的105%: a degree of completion is said of the count.
  if (last?.indicator && bare && role === 'actual' && quantity.unit === '%' && COMPLETION.test(text.slice(clause.start, at)))
    return kit.namesCompletion(last.indicator) ? { ...last, how: 'inherited' } : ownSubject(kit, quantity, context)
  // 97.5%，同比提高1.1个百分点: what a bare quantity is about was said just before.
  const lead = text.slice(leadStart, at)
  const goesOn = bare || (leans && !kit.saysSubject(lead) && !(role === 'change' && labelAt(labels, lead) !== ''))
  if (last?.indicator && goesOn && role !== 'change' && !kit.accrues(last.indicator, text.slice(clause.start, at)))
    return ownSubject(kit, quantity, context)
  // 合格率：乌苏市95.1%、…: what is named last is nearer than what the last level was about.
  const nearer = last && goesOn && bare && role !== 'change' ? nearest(sentence.start, leadStart, 'earlier-clause') : null
  if (nearer?.span && nearer.span.start >= (last?.span?.end ?? 0)) return nearer
  const stockThen = role === 'reference' && goesOn ? ofStockThen(quantity, context) : null
  if (stockThen) return stockThen
  // 48件，办结率97.2%；与上年的50件相比: what leans on a count goes on about the last one counted in its unit.
  const counted = leans && goesOn && !isRate(quantity) && last?.unit !== quantity.unit ? sameUnit(context, quantity) : null
  if (counted) return { ...counted, how: 'earlier-clause' }
  // 抽查量由74批次增至86批次，与全地区平均水平相比仍低0.6个百分点: points are of the last rate, not of a count.
  // 抽查数多出12批次。与上年二季度（93.1%）相比…: and so is a rate on the other side.
  const isOfRate = (role === 'change' && quantity.unit === '个百分点') || (role === 'reference' && quantity.unit === '%')
  const rated = isOfRate && last?.rate === false && goesOn ? lastRate(context) : null
  if (rated) return { ...rated, how: 'inherited' }
  if (last && goesOn && (role === 'rank' || fits(last, quantity, role))) return { ...last, how: 'inherited' }
  if (bare && (isRate(quantity) || isMeasured(quantity) || leans)) {
    const earlier = nearest(sentence.start, leadStart, 'earlier-clause')
    if (earlier) return earlier
  }
  const told0 = bare && role === 'actual' ? (ofCounts(kit, quantity, context) ?? ofTopic(kit, quantity, role, context)) : null
  const last0 = told0 ?? (bare && (role === 'actual' || role === 'reference') ? ofHeadedScore(kit, quantity, role, context) : null)
  return last0 ?? ownSubject(kit, quantity, context)
}

/** 二氧化氮不降反升，同比上升6.3%: the clause before, which holds no number, begins with the name of a row of the document's tables. */
function ofTopicLabel(quantity: Quantity, { text, since, clause, sentence, labels }: SubjectContext): Subject | null {
  const said = Math.max(since, sentence.start)
  const from = Math.max(said, text.lastIndexOf('；', clause.start - 1))
  const label = from < clause.start ? labelAt(labels, text.slice(from, clause.start)) : ''
  if (label === '') return null
  const start = text.indexOf(label, from)
  const rate = quantity.unit === '%' || quantity.unit === '个百分点' ? labels.get(label) : null
  if (rate) return { ...rate, span: foldedSpan(start, start + label.length), how: 'inherited' }
  return {
    indicator: null,
    name: label,
    breakdown: null,
    span: foldedSpan(start, start + label.length),
    how: 'own-words',
    rate: isRate(quantity),
    notes: [],
  }
}

/** A级占71.4%，比上年的76.9%减少5.5个百分点: how the share just told was, and how far it has moved. */
function ofShare(kit: SubjectKit, { unit, span }: Quantity, role: Role, { text, leadStart, share }: SubjectContext): Subject | null {
  const fits = (role === 'reference' && unit === '%') || (role === 'change' && unit === '个百分点')
  return fits && share && kit.ownName(text.slice(leadStart, span.start), '', '').bare ? { ...share, how: 'inherited' } : null
}

/** 白棉一级占41.3%…，与全疆白棉一级46.9%比: what stands behind a place was named in the sentence before, and by no name of the lexicon. */
function ofPartSaid(kit: SubjectKit, quantity: Quantity, { text, leadStart, sentence }: SubjectContext): Subject | null {
  const lead = text.slice(leadStart, quantity.span.start)
  const place = kit.regionsIn(lead).at(-1)
  const words = place ? lead.slice(place.span.end).replace(/^的|[为是的]$/gu, '') : ''
  if (words.length < SHORTEST_PART || kit.ownName(words, '', '').bare || kit.mentionsOf(words).length > 0) return null
  if (!text.slice(sentence.start, leadStart).includes(words)) return null
  return { indicator: null, name: words, breakdown: null, span: null, how: 'own-words', rate: isRate(quantity), notes: [] }
}
const SHORTEST_PART = 3

/** 1.农产品例行监测。裕民县以98.9%居首: a bare rate is that of the field that the label before it names, where the document has stated it. */
function ofTopic(kit: SubjectKit, quantity: Quantity, role: Role, { above, known }: SubjectContext): Subject | null {
  if (quantity.unit !== '%') return null
  for (const label of above.slice(0, 2)) {
    const words = /^[^，。；：0-9]{2,14}(?=[。：]?$)/u.exec(label.replace(LABEL, ''))?.[0] ?? ''
    const named = kit.fieldsIn(words).at(-1)?.word ?? ''
    const indicator = known.get(kit.fieldAt(named)?.field ?? '')
    if (indicator && agrees(indicator, quantity.unit, role))
      return { indicator, name: indicator.name, breakdown: null, span: null, how: 'heading', rate: true, notes: ['指标由标题或上文判断'] }
  }
  return null
}
/** 〔水利建设质量工作考核的通报〕全地区平均86.8分: a bare score is that of what the heading speaks of. */
function ofHeadedScore(kit: SubjectKit, quantity: Quantity, role: Role, { above }: SubjectContext): Subject | null {
  if (quantity.unit !== SCORE) return null
  for (const heading of above) {
    const indicator = kit.mentionsOf(heading).findLast((mention) => mention.indicator?.unit === SCORE)?.indicator
    if (indicator && agrees(indicator, quantity.unit, role))
      return { indicator, name: indicator.name, breakdown: null, span: null, how: 'heading', rate: true, notes: ['指标由标题或上文判断'] }
  }
  return null
}
const SCORE = '分'
/** Any year serves to see whether words name a time. */
const ANY_YEAR = 2000
const LABEL = /^[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、]{1,2}/u

/** 比春季的96.5%高1.5个百分点: what stands with another side told by a phrase goes on about the last level; the whole's level is of what the part is of. */
function ofOtherSide(
  kit: SubjectKit,
  last: Subject,
  quantity: Quantity,
  role: Role,
  { text, leadStart, clause, known }: SubjectContext,
): Subject | null {
  const { side } = kit.compared(text.slice(leadStart, quantity.span.start), text.slice(quantity.span.end, clause.end), null)
  if (!side || !kit.ownName(side.before, '', '').bare) return null
  const isWhole = role === 'reference' && side.basis === 'average' && (side.whole || kit.fieldsIn(side.phrase).length > 0)
  const of = isWhole ? wholeOf(kit, last, side.phrase, known) : undefined
  if (of && agrees(of, quantity.unit, role)) return { ...last, indicator: of, name: of.name, breakdown: null, how: 'inherited' }
  if (!fits(last, quantity, role)) return null
  // 比内科88%低3个百分点: the level of another part; 比三季度抽测的 is of another time.
  if (role === 'reference' && side.basis === null && readPeriods(side.phrase, ANY_YEAR).length === 0)
    return { ...last, indicator: null, breakdown: last.breakdown, name: side.phrase, how: 'own-words' }
  // 比全部投诉的成功率低: what is lower than the whole of its name is a part of it.
  const { indicator } = last
  const generic = side.whole && indicator ? kit.mentionsOf(side.phrase).at(-1)?.generic : undefined
  const told = generic ? kit.resolve(generic, side.phrase, []).indicator : null
  if (indicator && generic?.candidates.includes(indicator.id) && (told ?? indicator) === indicator)
    return { ...last, indicator: null, breakdown: { of: indicator.id }, name: generic.term, how: 'inherited' }
  return { ...last, how: 'inherited' }
}

/** 水产品合格率95.5%，低于总体水平（97.6%）: the level of the whole that the last level was a part of. */
function ofWhole(kit: SubjectKit, last: Subject, quantity: Quantity, role: Role, lead: string): Subject | null {
  const of = last.indicator === null && kit.wholeSide.test(lead) ? kit.indicatorOf(last.breakdown?.of ?? '') : undefined
  return of && agrees(of, quantity.unit, role) ? { ...last, indicator: of, name: of.name, breakdown: null, how: 'inherited' } : null
}

/** 比全县消费品抽检90.5%的总水平低: what the document has stated of the field, what the part is of, or what the last rate's term means of the field. */
function wholeOf(kit: SubjectKit, last: Subject, phrase: string, known: SubjectContext['known']): Indicator | undefined {
  const [field] = kit.fieldsIn(phrase)
  const stated = known.get(kit.fieldAt(field?.word ?? '')?.field ?? '') ?? kit.indicatorOf(last.breakdown?.of ?? '')
  if (stated || !field) return stated
  const term = kit.mentionsOf(last.name).at(-1)?.generic
  return (term && kit.resolve(term, phrase + term.term, []).indicator) ?? undefined
}

/** 目标为95%的工业产品抽查合格率: the name stands behind the number. */
function ofNounBehind(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  const { text, mentions, clause } = context
  const noun = isRate(quantity) ? mentions.find(({ span }) => span.start >= quantity.span.end && span.end <= clause.end) : undefined
  if (!noun || !/^的\p{Script=Han}{0,6}$/u.test(text.slice(quantity.span.end, noun.span.start))) return null
  return subjectOf(kit, noun, quantity, role, context, 'beside')
}

/** 应检206台，检了203台，98.5%: a bare rate that the counts before it make. */
function ofCounts(kit: SubjectKit, quantity: Quantity, context: SubjectContext): Subject | null {
  const { text, sentence, leadStart, counts, above } = context
  const found = quantity.unit === '%' ? kit.rateByCounts(quantity, counts, text.slice(sentence.start, leadStart), above) : null
  if (!found?.indicator) return found && { ...ownSubject(kit, quantity, context), breakdown: found.breakdown }
  return {
    indicator: found.indicator,
    name: found.indicator.name,
    breakdown: null,
    span: null,
    how: 'earlier-clause',
    rate: true,
    notes: [],
  }
}

/** 新增有效注册商标43件，累计412件: all there are of what was named for what is new. */
function ofStock(kit: SubjectKit, quantity: Quantity, context: SubjectContext): Subject | null {
  const { text, leadStart, clause, mentions } = context
  if (!kit.saysStock(text.slice(clause.start, quantity.span.start))) return null
  const stock = mentions.findLast(({ indicator, span }) => indicator?.accrual === 'stock' && span.end <= leadStart)
  return stock ? subjectOf(kit, stock, quantity, 'actual', context, 'earlier-clause') : null
}

/** 有效注册商标1936件，新增208件，较上年末的1728件: what there was at a point in time is of all there are, not of what is new. */
function ofStockThen({ unit, span }: Quantity, { text, leadStart, levels }: SubjectContext): Subject | null {
  const lead = text.slice(leadStart, span.start).replace(POINT_TAIL, '')
  const stock =
    pointYear(lead, ANY_YEAR) === null ? undefined : levels.findLast((level) => level.unit === unit && level.indicator?.accrual === 'stock')
  return stock ? { ...stock, how: 'earlier-clause' } : null
}
const POINT_TAIL = /[的（为是]+$/u

const sameUnit = ({ levels }: SubjectContext, { unit }: Quantity): Subject | null =>
  unit === '' ? null : (levels.findLast((level) => level.unit === unit) ?? null)

const lastRate = ({ levels, levelsBefore }: SubjectContext): Subject | null =>
  [...levelsBefore, ...levels].findLast(({ rate, unit }) => rate && unit === '%') ?? null

const COMPARED = /[比较][^，。；]{0,8}$/u
const COMPLETION = /(?:(?:完成|占)[^，。；]*的|完成)$/u

/** In a unit that nothing is counted in: 30微克/立方米, 14分钟. */
const isMeasured = ({ unit }: Quantity): boolean => unit.includes('/') || MEASURES.has(unit)
const MEASURES: ReadonlySet<string> = new Set(['分钟', '小时', '指数'])

/** Whether a quantity can go on about what the last one was about: a rate after a rate, a count after a count. */
function fits(last: Subject, quantity: Quantity, role: Role): boolean {
  if (last.indicator) return agrees(last.indicator, quantity.unit, role)
  return role === 'change' || role === 'reference' || last.rate === isRate(quantity)
}
