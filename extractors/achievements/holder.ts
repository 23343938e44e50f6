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
import { createOtherClauses, ITEM } from './look-back.ts'
import { createNamedBehindReader } from './named-behind.ts'
import { createNaming, type Holders, NOBODY } from './named-in.ts'
import { createNameReader, type Source } from './names.ts'
import { type Cue, createScan, endings } from './scan.ts'
import type { Standing } from './standing.ts'
import { says } from './status.ts'
import { createSubjectReader } from './subject-before.ts'
import { createWorkReader } from './whose-work.ts'

export interface HolderQuestion {
  readonly source: Source
  readonly clauses: readonly Span[]
  /** Words of standing outside titles. */
  readonly outside: readonly Cue[]
  readonly honours: readonly Honour[]
  readonly honour: Honour
  readonly frames: readonly Span[]
  readonly labels: readonly Label[]
  readonly standing: Standing
  /** The honour before it in the sentence, and its holders. */
  readonly previous: { readonly honour: Honour; readonly standing: Standing; readonly holders: Holders } | null
  /** What a prize was won in. */
  readonly event: string | null
}

/** Null where the sentence says something of those who hold such honours, and names none (获得认证的6家企业). */
export type HolderReader = (question: HolderQuestion) => Holders | null

const LONGEST_BARE = 18
/** …名单‹中有›2家 */
const AMONG = /^(?:之?中|里|上|内|共|有)/u

export function createHolderReader(lexicon: Lexicon, regionsOf: RegionReader): HolderReader {
  const names = createNameReader(lexicon, regionsOf)
  const whoseWork = createWorkReader(lexicon, names, regionsOf)
  const causers = createScan(lexicon, ['honour-causer'])
  const ground = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-ground'))})`, 'u')
  const office = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')
  const winner = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-winner'))})$`, 'u')
  /** ‹哈图布呼镇›万亩棉田：: named by the place that it lies in, whatever it is. */
  const place = new RegExp(`^\\p{Script=Han}{1,8}(?:${wordPattern(cue(lexicon, 'honour-holder-place'))})\\p{Script=Han}`, 'u')
  const receivers = createScan(lexicon, ['honour-holder-to'])
  /** 完成申报某荣誉的‹材料›: nobody's name. */
  const papers = new RegExp(`^的(?:${wordPattern(cue(lexicon, 'honour-papers'))})`, 'u')
  const byOther = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-passive'))})`, 'u')
  const products = new RegExp(`^牌?\\p{Script=Han}{0,8}(?:${endings(lexicon, 'honour-holder-product')})$`, 'u')
  const commending = createScan(lexicon, ['honour-commend'])
  const further = createScan(lexicon, ['honour-further'])

  const read = createNaming(names)
  const namedBehind = createNamedBehindReader(lexicon, read)
  const before = createSubjectReader(lexicon, names, read)
  const { lookBack, pointedTo, ofTwo, namedAmong, afterSince } = createOtherClauses(lexicon, regionsOf, names, read)

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

  const holdersOf = (question: HolderQuestion): Holders | null => {
    const { source, clauses, outside, honours, honour, labels, standing } = question
    const previous = question.previous?.honour.note?.mayName ? null : question.previous
    const text = source.masked
    const { note } = honour
    const titleStart = honour.start - (/[“‘]/u.test(text[honour.start - 1] ?? '') ? 1 : 0)
    const noted = (note?.inners ?? []).flatMap((inner) =>
      note?.counted || read(source, inner, true) ? (read(source, inner, false) ?? []) : [],
    )
    if (noted[0]) return { ...noted[0], names: noted.flatMap((found) => found.names) }
    if (standing.told === 'same') return question.previous?.holders ?? NOBODY
    if (standing.told) return standing.told === 'county' ? NOBODY : (read(source, standing.told, false) ?? NOBODY)
    const given = standing.ahead.some((word) => says(word, 'honour-give') && text[word.end] !== '的')
    if (honour.object && standing.by === undefined && (given || !honour.plain)) {
      const found = read(source, honour.object, !given)
      if (found) return found
    }
    const clauseIndex = clauses.findIndex(({ start, end }) => start <= honour.start && honour.start < end)
    const clause = clauses[clauseIndex] as Span
    if (previous && previous.standing.verb === standing.verb && previous.honour.start < honour.start) return previous.holders
    const listedOf = ofItem(question)
    // 牌子这块：自治区全域旅游示范区，县里还在创建名单里: said of it in a clause of its own.
    if (standing.item && ((listedOf && listedOf.names.length > 0) || standing.verb.start < clause.end)) return listedOf
    const from = Math.max(clause.start, previous?.honour.wholeEnd ?? 0)
    const won = winner.exec(text.slice(honour.tailEnd, standing.verb.end))
    if (won && standing.verb.start === honour.tailEnd)
      return (
        read(source, { start: standing.verb.end, end: clause.end }, clause.end - standing.verb.end > LONGEST_BARE / 2) ??
        read(source, { start: clause.start, end: honour.start }, true)
      )
    const isOther = honours.some(({ start }) => start === honour.tailEnd || start === honour.tailEnd + 1)
    const quoted = text[honour.tailEnd] === '“' && !honour.plain && !isOther ? text.indexOf('”', honour.tailEnd) + 1 : 0
    const called = quoted > 0 ? read(source, { start: honour.tailEnd, end: productEnd(text, quoted) }, true) : null
    if (called) return called
    if (
      text[honour.tailEnd] === '的' &&
      !papers.test(text.slice(honour.tailEnd)) &&
      !(standing.verb.start > honour.tailEnd && standing.verb.end <= clause.end) &&
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
    const pointed = pointedTo(source, from, standing.subjectEnd)
    if (pointed) return pointed
    const later = clauses.find(({ start, end }) => start >= clause.end && standing.verb.start >= start && standing.verb.end <= end)
    // 申请认定驰名商标，国家局已受理: who looks at an application does not make it.
    // 晋升为四星级农家乐，由自治区文旅厅授牌: nor does who gives.
    const isReview =
      later !== undefined &&
      (standing.status === 'applied' || byOther.test(text.slice(later.start, standing.verb.start))) &&
      office.test(names.in(source, { start: later.start, end: standing.verb.start }).subject)
    const listed = later && !isReview ? read(source, { start: later.start, end: standing.verb.start }, true) : null
    if (listed) return listed
    const winners = namedAmong(source, clauses.slice(clauseIndex + 1), outside, honours)
    if (winners) return winners
    // 去年已到手的自治区用户满意工程‹县第三中学教学楼›: named behind what is said to be won.
    const said = standing.ahead.at(-1)
    if (said && text[said.end] === '的' && said.end + 1 >= titleStart && !isOther && !AMONG.test(text.slice(honour.tailEnd))) {
      const beside = read(source, { start: honour.tailEnd, end: clause.end - 1 }, true)
      if (beside && beside.start === honour.tailEnd) return beside
    }
    const own = before(source, from, titleStart, standing.ahead, question.frames)
    if (own === 'nobody') return namedBehind(source, clauses.slice(clauseIndex + 1)) ?? NOBODY
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

  /** “巴尔鲁克”‹小麦粉›: what the quoted name is of. */
  const productEnd = (text: string, end: number): number =>
    end + (products.exec(/^[\p{Script=Han}]{1,10}/u.exec(text.slice(end))?.[0] ?? '')?.[0].length ?? 0)

  return (question) => {
    const found = holdersOf(question)
    return (
      found && {
        ...found,
        whole: found.names,
        names: found.names.map((name) => whoseWork(name, `${question.event ?? ''}${question.honour.title}`)),
      }
    )
  }
}
