/**
 * What stands before a colon: the label of one value, or the head that all behind it share.
 *
 *   质量强县领导小组会议：4次；挽回经济损失（万元）：46.8      a form line; its unit may stand in the label
 *   合格率分别为：农产品98.3%、工业产品94.2%、食品97.8%        a head for each of the members
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { lastBetween } from '../language/last-between.ts'
import type { Sentence } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { scaled } from '../quantities/measure.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import type { AbsentEvent } from './events.ts'
import { subjectOfItem } from './list-subject.ts'
import { subjectOf } from './mention-subject.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import { isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { IN_BRACKETS, type TableUnits } from './table-units.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

/** What may stand behind the name in a label: 合格率如下, 投诉量分类. */
export const labelTails = (lexicon: Lexicon): RegExp => new RegExp(`(?:${wordPattern(cue(lexicon, 'label-tails'))})$`, 'u')

/** What may stand before it: 各类别不合格批次数, 按环节合格率. */
export const labelOpeners = (lexicon: Lexicon): RegExp => new RegExp(`^(?:${wordPattern(cue(lexicon, 'label-openers'))})`, 'u')

const MARKS = '，；。：\n'
const LONGEST_LABEL = 24
const LONGEST_ITEM = 12

interface Label {
  /** Without its unit and the verbs behind it. */
  readonly words: string
  readonly start: number
  readonly end: number
}

/** The words before the colon at `colon`, back to the mark before them. */
function labelBefore(
  kit: Pick<SubjectKit, 'ownName' | 'labelTail' | 'labelOpener'>,
  text: string,
  from: number,
  colon: number,
): Label | null {
  const unit = UNIT_AT_END.exec(text.slice(from, colon))?.[0] ?? ''
  const end = colon - unit.length
  const start = Math.max(from, ...[...MARKS].map((mark) => lastBetween(text, mark, from, end - 1) + 1))
  const { name, at, bare } = kit.ownName(text.slice(start, end).replace(kit.labelTail, '').replace(kit.labelOpener, ''), '', '')
  if (bare || at < 0 || end - start > LONGEST_LABEL) return null
  return { words: name, start: start + at, end: start + at + name.length }
}

/** 同比增长（%）：: the words of a label without its unit. */
export const withoutUnit = (lead: string): string => lead.replace(UNIT_BEFORE_COLON, '')
const UNIT_BEFORE_COLON = /（[^（）]{1,10}）(?=：$)/u
const UNIT_AT_END = /（[^（）]{1,10}）$/u

/** The subject of a quantity that stands alone behind a label. */
export function ofLabel(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  const { text, clause, leadStart, sentence } = context
  const colon = lastBetween(text, '：', Math.max(leadStart, clause.start) - 1, quantity.span.start - 1)
  if (colon < 0 || role === 'change') return null
  if (!kit.ownName(text.slice(colon + 1, quantity.span.start), '', '').bare) return null
  const label = labelBefore(kit, text, sentence.start, colon)
  if (!label) return null
  const mention = context.mentions.findLast(({ span }) => span.end === label.end && span.start >= label.start)
  if (mention) {
    const unit = quantity.unit || (mention.indicator?.unit ?? '')
    const found = subjectOf(
      kit,
      mention,
      { ...quantity, unit },
      role,
      { ...context, clause: foldedSpan(label.start, clause.end) },
      'beside',
    )
    if (found) return found
  }
  // 检查企业：86家；发现隐患：12处; 投诉受理情况：一季度286件
  const alone = /^[，。；]?$/u.test(text.slice(quantity.span.end, clause.end))
  if (leansOn(role, context)) return null
  if (!(alone || kit.endsInMeasure(label.words)) || quantity.unit === '') return null
  const span = foldedSpan(label.start, label.end)
  return { indicator: null, name: label.words, breakdown: null, span, how: 'own-words', rate: isRate(quantity), notes: [] }
}

/** The subject that a member of a list makes with the head before the list's colon. */
export function ofHeadBeforeColon(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  const { text, sentence, leadStart, last } = context
  if (role === 'change' || role === 'rank') return null
  const colon = lastBetween(text, '：', sentence.start, quantity.span.start - 1)
  const head = colon > sentence.start ? labelBefore(kit, text, sentence.start, colon) : null
  if (!head) return null
  const from = Math.max(leadStart, colon + 1)
  const { name, at } = kit.ownName(text.slice(from, quantity.span.start), '', '')
  // 92%（地区给的底线是90%）: an aside behind a level is of the level.
  if (last && role === 'target' && text[from] === '（' && last.rate === isRate(quantity)) return { ...last, how: 'inherited' }
  const says = kit.endsInMeasure(name) || kit.mentionsOf(name).length > 0 || kit.regionsIn(name).length > 0
  if (at < 0 || name.length > LONGEST_ITEM || says) return null
  const start = from + at
  const mention = kit.mentionsOf(head.words).at(-1)
  if (mention && mention.span.end === head.words.length) {
    const rate = mention.indicator ? agrees(mention.indicator, quantity.unit, role) : mention.generic?.rate === isRate(quantity)
    if (!rate) return null
    const item = { text: name, at: 0 }
    return subjectOfItem(kit, context, { items: [item], head: head.words, start }, item, quantity, role)
  }
  if (!kit.endsInMeasure(head.words) || RATE.test(head.words) !== isRate(quantity) || leansOn(role, context)) return null
  const words = name + head.words
  return {
    indicator: null,
    name: words,
    breakdown: null,
    span: foldedSpan(start, start + name.length),
    how: 'list',
    rate: isRate(quantity),
    notes: [],
  }
}

const RATE = /[率比]$/u

/** 按期办结率98.6%，五把尺子量：跟上季度（97.2%）比: what a level is compared with is of the level, whatever the label is. */
const leansOn = (role: Role, { levels, leans }: SubjectContext): boolean =>
  (leans || role === 'target') && role !== 'actual' && levels.some(({ rate, indicator }) => rate && indicator !== null)

/** Quantities without a unit of their own take that of their label: 合格率（%）：93.5; 万元 is multiplied out. */
export function withLabelUnits(
  { labelUnits, ownName }: Pick<SentenceKit, 'labelUnits' | 'ownName'>,
  text: string,
  from: number,
  quantities: readonly Quantity[],
): readonly Quantity[] {
  return quantities.map((quantity) => {
    if (quantity.unit !== '' || quantity.rank) return quantity
    const before = text.slice(from, quantity.span.start)
    const written = unitOfLabel(before, (words) => ownName(words, '', '').bare) ?? unitSaid(labelUnits, before)
    if (written === null || !labelUnits.isUnit(written)) return quantity
    const { unit, factor } = labelUnits.scaled(written)
    const upper = quantity.upper === undefined ? {} : { upper: scaled(quantity.upper, factor) }
    return { ...quantity, ...upper, unit, value: scaled(quantity.value, factor), step: scaled(quantity.step, factor) }
  })
}

/**
 * The unit in brackets before a colon, or directly before the number. It holds for the members behind the colon (旅游98.2，消费97.6), and for labels that name
 * nothing themselves (上年同期：96.9).
 */
function unitOfLabel(before: string, isBare: (words: string) => boolean): string | null {
  if (before.endsWith('）')) return unitAtEnd(before)
  for (let end = before.lastIndexOf('：'), from = before.length; end >= 0; from = end, end = before.lastIndexOf('：', end - 1)) {
    const behind = before.slice(end + 1, from)
    const item = behind.slice(lastMark(behind))
    const listed = lastMark(behind) > 0 && !/^[0-9]/u.test(behind)
    if (!isBare(item) && (lastMark(behind) > 0 ? !listed : from < before.length)) return null
    if (before[end - 1] === '）') return unitAtEnd(before.slice(0, end))
  }
  return null
}

/** 满意度得分：83.2, 办结率：97.9: the unit that the label's own words end with. */
function unitSaid(units: TableUnits, before: string): string | null {
  if (!before.endsWith('：')) return null
  return units.nearest([before.slice(Math.max(0, before.length - LONGEST_LABEL), -1).replace(/^.*[，；。：\n]/u, '')]) || null
}

const lastMark = (words: string): number => Math.max(...'，；、'.split('').map((mark) => words.lastIndexOf(mark))) + 1
const unitAtEnd = (label: string): string | null => IN_BRACKETS.exec(label.slice(label.lastIndexOf('（')))?.[1] ?? null

/** A label and the value that follows its colon directly (上年同期合格率：96.9%) are read as one clause. */
export function withLabels(text: string, { clauses }: Sentence, quantities: readonly Quantity[]): readonly FoldedSpan[] {
  const joined: FoldedSpan[] = []
  for (const clause of clauses) {
    const label = joined.at(-1)
    const isValue = quantities.some(({ span }) => span.start === clause.start)
    const isLabel =
      label !== undefined &&
      text[label.end - 1] === '：' &&
      label.end - label.start <= LONGEST_LABEL &&
      !quantities.some(({ span }) => span.start >= label.start && span.end <= label.end)
    if (isValue && isLabel) joined[joined.length - 1] = foldedSpan(label.start, clause.end)
    else joined.push(clause)
  }
  return joined
}

/** 工程质量事故：无: the label of an event that is counted, and nothing but the word for none behind its colon. */
export function labelledNone(kit: SentenceKit, { text, sentence }: SentenceContext, clause: FoldedSpan): AbsentEvent | null {
  if (text[clause.start - 1] !== '：' || !kit.cues.noneSaid.test(text.slice(clause.start, clause.end))) return null
  const label = labelBefore(kit, text, sentence.span.start, clause.start - 1)
  const named = label ? kit.countedEvents(label.words).at(-1) : undefined
  if (!label || !named || named.end !== label.words.length) return null
  const end = clause.end - (/[，。；]$/u.test(text.slice(clause.start, clause.end)) ? 1 : 0)
  return { span: foldedSpan(label.start, end), indicator: named.named.indicator, name: named.named.indicator.name }
}
