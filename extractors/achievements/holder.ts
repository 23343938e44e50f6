/**
 * Who holds an honour: the one the text names, without 我县 and the like; several side by side are several.
 *
 *   ‹体育公园›正式命名为…                       the subject
 *   推荐‹天牧乳业›申报…，争取‹县检测中心›通过…      who is helped on, not who helps
 *   市场监管局：…、…                              whom the label before a list names
 *   申报“天山奖”工程1项，为‹县医院综合楼项目›       named behind
 *
 * Where nobody is named (我市, 全县, 骨干企业) the holder is the county that the report is about; `names` is then empty.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { Honour } from './honour.ts'
import { type Label, labelOf } from './labels.ts'
import { createNamedBehindReader } from './named-behind.ts'
import { createNameReader, type Source } from './names.ts'
import { createPointerReader } from './pointer.ts'
import { type Cue, createScan } from './scan.ts'
import type { Standing } from './standing.ts'
import { says } from './status.ts'
import { createWorkReader } from './whose-work.ts'

export interface Holders {
  readonly names: readonly string[]
  /** Where the first is named, in the sentence; null when the county stands in. */
  readonly start: number | null
  readonly notes: readonly string[]
  /** Helped on by another: what follows in the sentence is not said of them. */
  readonly helped: boolean
}

export interface HolderQuestion {
  readonly source: Source
  readonly clauses: readonly Span[]
  /** Words of standing outside titles. */
  readonly outside: readonly Cue[]
  readonly honours: readonly Honour[]
  readonly honour: Honour
  readonly labels: readonly Label[]
  readonly standing: Standing
  /** The honour before it in the sentence, and its holders. */
  readonly previous: { readonly honour: Honour; readonly standing: Standing; readonly holders: Holders } | null
}

/** Null where the sentence says something of those who hold such honours, and names none (获得认证的6家企业). */
export type HolderReader = (question: HolderQuestion) => Holders | null

const NOBODY: Holders = { names: [], start: null, notes: [], helped: false }
/** Clauses that a subject reaches over. */
const FARTHEST = 12
const LONGEST_BARE = 18
/** 某中心‹向›某社颁发… */
const TO = '向'
/** 一是, 2.: an item of an enumeration has its own subject. */
const ITEM = /^[\s]*(?:[一二三四五六七八九十]{1,2}是|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、]|[0-9]{1,3}[.．](?![0-9]))/u
/** ‹自2019年获得…以来›，甲公司…: its subject stands in the clause behind. */
const SINCE = /^(?:自从|自|继|从|在|随着)?[^，。；：]*(?:以来|之后|过后|后|的同时|的基础上|之余)，$/u

export function createHolderReader(lexicon: Lexicon, regionsOf: RegionReader): HolderReader {
  const names = createNameReader(lexicon, regionsOf)
  const whoseWork = createWorkReader(lexicon, names, regionsOf)
  const same = createPointerReader(lexicon)
  const causers = createScan(lexicon, ['honour-causer'])
  const pair = cue(lexicon, 'honour-former')
  const ground = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-ground'))})`, 'u')
  const office = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')
  const winner = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-winner'))})$`, 'u')
  /** ‹哈图布呼镇›万亩棉田：: named by the place that it lies in, whatever it is. */
  const place = new RegExp(`^\\p{Script=Han}{1,8}(?:${wordPattern(cue(lexicon, 'honour-holder-place'))})\\p{Script=Han}`, 'u')
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const commending = createScan(lexicon, ['honour-commend'])
  const further = createScan(lexicon, ['honour-further'])

  const read = (source: Source, span: Span, wellFormed: boolean): Holders | null => {
    const found = names.in(source, span)
    const kept = wellFormed && !found.listed ? found.names.filter((name) => names.isWellFormed(name) || source.known(name)) : found.names
    if (kept.length === 0) return null
    const at = source.raw.slice(span.start, span.end).indexOf(kept[0] as string)
    return { names: kept, start: span.start + Math.max(0, at), notes: found.notes, helped: false }
  }

  const namedBehind = createNamedBehindReader(lexicon, read)

  /** 该公司: the nearest name before that ends so. 同一产品: the nearest name in quotation marks. */
  const antecedent = (text: string, before: number): string | null => {
    const found = same(text.slice(0, before)).at(-1)
    if (!found) return null
    const kind = found.kind
    const parts = text
      .slice(0, found.start)
      .split(/[，。；：、]/u)
      .reverse()
    for (const part of parts) {
      const at = part.indexOf(kind)
      const name = at < 0 ? '' : names.clean(part.slice(0, at + kind.length))
      if (names.isName(name)) return name
    }
    return /(?:.*)(“[^“”]{2,20}”)/u.exec(text.slice(0, found.start))?.[1] ?? null
  }

  /**
   * Stretches between the words before a title, the nearest first. Whoever stands behind a word of helping or hoping is whose honour it is; between
   * 获 and 授予的 stands who gives it.
   */
  const before = (source: Source, from: number, title: number, ahead: readonly Cue[]): Holders | 'nobody' | null => {
    const text = source.masked
    const helpers = causers(text.slice(from, title)).map((found) => ({ ...found, start: found.start + from, end: found.end + from }))
    const words = [...ahead, ...helpers.filter(({ start, end }) => !ahead.some((other) => other.start < end && other.end > start))]
    words.sort((a, b) => a.start - b.start)
    const isHelper = (word: Cue | undefined): boolean =>
      word !== undefined && (says(word, 'honour-planned') || helpers.some(({ start, end }) => start <= word.start && end >= word.end))
    for (let index = words.length; index >= 0; index--) {
      const word = words[index - 1]
      const next = words[index]
      if (index > 0 && !next && (!isHelper(word) || says(word, 'honour-planned'))) continue
      const span = { start: word?.end ?? from, end: next?.start ?? title }
      const to = says(next, 'honour-give') ? text.slice(span.start, span.end).lastIndexOf(TO) : -1
      const receiver = to >= 0 ? read(source, { start: span.start + to + TO.length, end: span.end }, true) : null
      if (receiver) return receiver
      if (index > 0 && says(next, 'honour-give') && !isHelper(word)) continue
      const found = read(source, span, index > 0 && !isHelper(word) && text[span.start] !== '的')
      if (found) return { ...found, helped: isHelper(word) }
      const { subject, isGeneric } = names.in(source, span)
      if (index === 0 ? isGeneric : isHelper(word) && !says(word, 'honour-planned') && subject !== '') return 'nobody'
    }
    return isHelper(words.at(-1)) && !says(words.at(-1), 'honour-planned') && words.at(-1)?.end === title ? 'nobody' : null
  }

  /** 前者, 后者: of the two named together before. */
  const ofTwo = (source: Source, clauses: readonly Span[], { names: [name = ''], start }: Holders): Holders | null => {
    const place = pair.indexOf(name)
    if (place < 0 || start === null) return null
    for (const clause of clauses.filter(({ end }) => end <= start).reverse()) {
      const found = read(source, clause, false)
      const one = found?.names.length === 2 ? found.names[place] : undefined
      if (one !== undefined) return { ...NOBODY, names: [one] }
    }
    return null
  }

  /** The nearest subject before, within the half of the sentence and the item of its enumeration. 同时 at the head reaches over a semicolon. */
  const lookBack = (source: Source, clauses: readonly Span[], stops: readonly Span[], overSemicolon: boolean): Holders => {
    for (const { start, end } of clauses.slice(-FARTHEST).reverse()) {
      const clause = source.masked.slice(start, end)
      if (clause.endsWith('；') && !overSemicolon) break
      const stop = stops.find((span) => span.start >= start && span.start < end)?.start ?? end - 1
      const relative = stops.findLast((span) => span.start >= start && span.end < end && source.masked[span.end] === '的')
      const head = relative ? read(source, { start: relative.end + 1, end: end - 1 }, true) : null
      if (head) return head
      const helped = causers(source.masked.slice(start, stop)).at(-1)
      if (helped && stop < end - 1) break
      const found = read(source, { start: start + (helped?.end ?? 0), end: stop }, true)
      if (found) return found
      if (helped || ITEM.test(clause) || regionsOf(clause).some(({ kind }) => kind === 'self')) break
    }
    return NOBODY
  }

  /** Whom the label before a list names. Undefined where it names a kind of honours or nothing. */
  const labelled = (source: Source, labels: readonly Label[], at: number, planned: boolean): Holders | undefined => {
    const label = labelOf(labels, at)
    // 住建局：申报…1项, in a plan: whose task it is.
    const isTask = planned && label !== undefined && office.test(source.masked.slice(label.words.start, label.words.end))
    if (!label || label.ofKind || isTask) return undefined
    const isOfPlace = place.test(source.masked.slice(label.words.start, label.words.end))
    return read(source, label.words, !isOfPlace && !label.isArrow) ?? undefined
  }

  const ofItem = ({ source, honour, labels, previous, standing: { item } }: HolderQuestion): Holders | null => {
    if (!item) return null
    const isCounted = item.counted !== null && names.in(source, item.lead).names.length === item.counted
    const own = read(source, item.lead, !item.plainly && !isCounted)
    if (own) return own
    const { subject } = names.in(source, item.lead)
    // 市监局：帮2家争当…: what stands before the title says of somebody else.
    const isHelp = causers(source.masked.slice(item.lead.start, item.lead.end)).length > 0
    const found = isHelp ? undefined : labelled(source, labels, honour.start, false)
    if (found) return found
    const isBare = source.masked.slice(item.lead.start, item.lead.end).trim() === ''
    if (item.copula && previous && subject === '') return previous.holders
    return item.plainly || (item.label?.ofKind && isBare) ? NOBODY : null
  }

  /** 公示…名单，‹甲加油站、乙超市›位列其中: who is on the list. */
  const namedAmong = (source: Source, behind: readonly Span[], outside: readonly Cue[], honours: readonly Honour[]): Holders | null => {
    const [next] = behind
    const among = outside.find((word) => says(word, 'honour-listed') && next && word.start >= next.start && word.end <= next.end)
    if (!next || !among || honours.some(({ start }) => start >= next.start && start < next.end)) return null
    return read(source, { start: next.start, end: among.start }, true)
  }

  /** 自2019年获得自治区著名商标以来，‹天润牧业›一直…: whom the clause behind tells of. */
  const afterSince = (source: Source, clause: Span, next: Span | undefined, stops: readonly Span[]): Holders | null => {
    if (!next || !SINCE.test(source.masked.slice(clause.start, clause.end))) return null
    const stop = stops.find(({ start }) => start >= next.start && start < next.end)?.start ?? next.end - 1
    return read(source, { start: next.start, end: stop }, true)
  }

  const holdersOf = (question: HolderQuestion): Holders | null => {
    const { source, clauses, outside, honours, honour, labels, standing } = question
    const previous = question.previous?.honour.note?.mayName ? null : question.previous
    const text = source.masked
    const { note } = honour
    const titleStart = honour.start - (/[“‘]/u.test(text[honour.start - 1] ?? '') ? 1 : 0)
    const inNote = note?.mayName && (note.counted || read(source, note.inner, true)) ? read(source, note.inner, false) : null
    if (inNote) return inNote
    if (standing.told === 'same') return question.previous?.holders ?? NOBODY
    if (standing.told) return standing.told === 'county' ? NOBODY : (read(source, standing.told, false) ?? NOBODY)
    const given = standing.ahead.some((word) => says(word, 'honour-give') && text[word.end] !== '的')
    if (honour.object && (given || !honour.plain)) {
      const found = read(source, honour.object, !given)
      if (found) return found
    }
    const clauseIndex = clauses.findIndex(({ start, end }) => start <= honour.start && honour.start < end)
    const clause = clauses[clauseIndex] as Span
    if (previous && previous.standing.verb === standing.verb && previous.honour.start < honour.start) return previous.holders
    const listedOf = ofItem(question)
    // 牌子这块：自治区全域旅游示范区，县里还在创建名单里: said of it in a clause of its own.
    if (standing.item && (listedOf || standing.verb.start < clause.end)) return listedOf
    const from = Math.max(clause.start, previous?.honour.wholeEnd ?? 0)
    const won = winner.exec(text.slice(honour.tailEnd, standing.verb.end))
    if (won && standing.verb.start === honour.tailEnd)
      return (
        read(source, { start: standing.verb.end, end: clause.end }, false) ?? read(source, { start: clause.start, end: honour.start }, true)
      )
    const isOther = honours.some(({ start }) => start === honour.tailEnd || start === honour.tailEnd + 1)
    const quoted = text[honour.tailEnd] === '“' && !honour.plain && !isOther ? text.indexOf('”', honour.tailEnd) + 1 : 0
    const called = quoted > 0 ? read(source, { start: honour.tailEnd, end: quoted }, true) : null
    if (called) return called
    if (
      text[honour.tailEnd] === '的' &&
      !(standing.status === 'creating' && standing.verb.start >= clause.end) &&
      !ground.test(text.slice(honour.tailEnd))
    )
      return read(source, { start: honour.tailEnd + 1, end: clause.end }, true)
    // 对某公司质量攻关课题，某协会发文通报表扬: who gives stands before the verb, whom it is given to in the clause before.
    const earlierClause = clauses[clauseIndex - 1]
    const isGiver =
      given && commending(honour.title).length > 0 && earlierClause !== undefined && office.test(text.slice(from, standing.subjectEnd))
    const receiver = isGiver && receivers(text.slice(earlierClause.start, earlierClause.end))[0]?.start === 0
    if (receiver) return read(source, { start: earlierClause.start, end: earlierClause.end - 1 }, false)
    const anaphor = antecedent(text, standing.subjectEnd)
    const again = same(text.slice(from, standing.subjectEnd)).at(-1)
    const part = again ? names.in(source, { start: from + again.end, end: standing.subjectEnd }) : null
    if (part && part.names.length > 0 && text[from + (again?.end ?? 0)] !== '的') return { ...NOBODY, names: part.names }
    if (anaphor && again) return { ...NOBODY, names: [anaphor] }
    const later = clauses.find(({ start, end }) => start >= clause.end && standing.verb.start >= start && standing.verb.end <= end)
    const listed = later ? read(source, { start: later.start, end: standing.verb.start }, true) : null
    if (listed) return listed
    const winners = namedAmong(source, clauses.slice(clauseIndex + 1), outside, honours)
    if (winners) return winners
    const own = before(source, from, titleStart, standing.ahead)
    if (own === 'nobody') return NOBODY
    if (own) return ofTwo(source, clauses, own) ?? own
    const next = clauses[clauseIndex + 1]
    if (standing.verb === honour && !text.startsWith('——', honour.tailEnd)) {
      const end = outside.find((word) => next && word.start > next.start + 1 && word.end <= next.end)?.start ?? next?.end ?? 0
      return next ? read(source, { start: next.start, end }, true) : null
    }
    if (text.startsWith('——', honour.tailEnd)) {
      const span = { start: honour.tailEnd + 2, end: clause.end }
      const isName =
        text.slice(span.start, span.end).length <= LONGEST_BARE && !outside.some(({ start, end }) => start < span.end && end > span.start)
      return read(source, span, !isName)
    }
    const behind = namedBehind(source, clauses.slice(clauseIndex + 1))
    if (behind) return behind
    const stops = [...outside, ...honours].sort((a, b) => a.start - b.start)
    const since = afterSince(source, clause, next, stops)
    if (since) return since
    const lead = text.slice(from, standing.subjectEnd)
    if (regionsOf(lead).some(({ kind }) => kind === 'self') || ITEM.test(lead)) return NOBODY
    const titleBefore = previous?.honour.wholeEnd ?? text.length
    const between = clauses.slice(0, clauseIndex).filter(({ start }) => start >= titleBefore)
    const isFurther = further(lead).some(({ start }) => start === 0)
    const nearer = lookBack(source, between, stops, isFurther)
    if (nearer.names.length > 0) return nearer
    const half = previous && !text.slice(previous.honour.end, honour.start).includes('；')
    if (previous && half && (previous.holders.names.length > 0 || previous.holders.helped))
      return !previous.holders.helped || isFurther ? previous.holders : NOBODY
    const earlier = lookBack(source, clauses.slice(0, clauseIndex), stops, isFurther)
    return earlier.names.length > 0 || previous
      ? earlier
      : (labelled(source, labels, honour.start, standing.status === 'planned') ?? earlier)
  }

  return (question) => {
    const found = holdersOf(question)
    return found && { ...found, names: found.names.map((name) => whoseWork(name, question.honour.title)) }
  }
}
