/**
 * Who holds an honour: the one the text names, without 我县 and the like; several side by side are several.
 *
 *   ‹乌拉斯台旅游景区›、‹乌斯图旅游景区›和‹体育公园›正式命名为…      three
 *   …合作社选育的两个苹果树种（‹塔城甘露›、‹塔城公主-123›），被…认定为…   the two in the bracket
 *   古尔图镇‹乌兰叶尔格村›等5个乡村荣获…                                one, with a note that four are not named
 *   申报“天山奖”工程1项，为‹县蒙医医院综合楼项目›                       named behind
 *
 * Where nobody is named (我市, 全县, 骨干企业) the holder is the county that the report is about; `names` is then empty.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { Honour } from './honour.ts'
import { type Cue, createScan, createStripper } from './scan.ts'
import type { Standing } from './standing.ts'

export interface Holders {
  readonly names: readonly string[]
  /** Where the first is named, in the sentence; null when the county stands in. */
  readonly start: number | null
  readonly notes: readonly string[]
}

export interface HolderQuestion {
  readonly text: string
  readonly clauses: readonly Span[]
  /** Words of standing outside titles. */
  readonly outside: readonly Cue[]
  readonly honours: readonly Honour[]
  readonly honour: Honour
  readonly standing: Standing
  /** The honour before it in the sentence, and its holders. */
  readonly previous: { readonly honour: Honour; readonly standing: Standing; readonly holders: Holders } | null
}

/** Null where the sentence says something of those who hold such honours, and names none (获得认证的6家企业). */
export type HolderReader = (question: HolderQuestion) => Holders | null

const NOBODY: Holders = { names: [], start: null, notes: [] }
const LONGEST_NAME = 36
/** Clauses that a subject reaches over. */
const FARTHEST = 12
const EVERY_COUNTY = '各县（市）'
const LABEL = /^[\s—–\-•·●◆*]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]、)?/u
/** 一是, 2.: an item of an enumeration has its own subject. */
const ITEM = /^[\s]*(?:[一二三四五六七八九十]{1,2}是|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])/u
const DATE = /^(?:(?:19|20)[0-9]{2}年?度?)?(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:底|初|末|上旬|中旬|下旬)?[，：]?/u
const COUNT = '[0-9一二三四五六七八九十两几多]{1,4}'
const CLASSIFIER = '[个家项件处座名款种]'
const COUNTED = new RegExp(`${COUNT}${CLASSIFIER}`, 'u')
/** 等5个乡村 */
const AND_OTHERS = new RegExp(`等(?:(${COUNT})${CLASSIFIER})?[^、，。“”]{0,10}$`, 'u')
/** 感染楼、教学楼2项工程 */
const TOTAL = new RegExp(`(?:共|等)?${COUNT}${CLASSIFIER}[^0-9、，。“”]{0,8}$`, 'u')
/** 国家级绿色工厂1家（天牧乳业有限公司） */
const BRACKET_BEHIND = new RegExp(`^(?:共|各)?(?:${COUNT}${CLASSIFIER})?（([^（）]{2,80})）`, 'u')
const LEADING_COUNT = new RegExp(`^(?:共|有)?${COUNT}(?:余|多)?(?:${CLASSIFIER}|批次)`, 'u')

export function createHolderReader(lexicon: Lexicon, regionsOf: RegionReader): HolderReader {
  const stripLead = createStripper(lexicon, ['honour-holder-lead'], lexicon.regions.self)
  const ends = createScan(lexicon, ['honour-holder-end'])
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const ands = createScan(lexicon, ['honour-holder-and'])
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  const stripAdjective = createStripper(lexicon, ['honour-holder-adjective'])
  const named = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const maker = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})`, 'gu')
  const same = createScan(lexicon, ['honour-same'])
  const nextNames = /^(?:分别)?(?:为|是|即)/u

  /** The front of a clause, up to the first word that no name goes beyond. */
  const subjectOf = (text: string): string => {
    const whole = strip(text)
    const to = receivers(whole)[0]
    const lead = to ? strip(whole.slice(to.end)) : whole
    return lead.slice(0, ends(lead)[0]?.start)
  }

  const strip = (text: string): string => {
    let rest = text
    for (let before = ''; before !== rest; ) {
      before = rest
      rest = stripLead(
        rest
          .replace(LABEL, '')
          .replace(DATE, '')
          .replace(/^[，、：；\s]+/u, ''),
      )
    }
    return rest
  }

  /** The names in a subject. Empty when it names nobody. */
  const namesIn = (subject: string): { names: string[]; notes: string[]; listed: boolean } => {
    const notes: string[] = []
    let text = subject.replace(/[，：；。、\s]+$/u, '')
    const bracket = /（([^（）]{2,60})）$/u.exec(text)
    const head = bracket ? text.slice(0, bracket.index) : text
    const listed = bracket !== null && (bracket[1] as string).includes('、') && COUNTED.test(head)
    if (bracket) text = listed ? (bracket[1] as string) : head
    const others = AND_OTHERS.exec(text)
    if (others) text = text.slice(0, others.index)
    else text = text.replace(text.includes('、') ? TOTAL : /(?!)/u, '')
    text = afterMaker(text.slice(text.lastIndexOf('的') + 1 || 0) || text.slice(0, -1))
    const names = split(text).map(clean).filter(isName)
    if (others?.[1] && names.length > 0) notes.push(`原文为“${others[0]}”，写明名称的${names.length}个，其余请核对名单`)
    return { names, notes, listed }
  }

  /** 有限公司红花籽油: the product. */
  const afterMaker = (text: string): string => {
    const last = [...text.matchAll(maker)].at(-1)
    if (!last) return text
    const rest = text.slice(last.index + last[0].length)
    return rest.length >= 2 && !/^[、和与及等（”]/u.test(rest) && !named.test(rest) ? rest : text
  }

  const split = (text: string): string[] => {
    const parts: string[] = []
    let from = 0
    for (const { start, end } of ands(text)) {
      parts.push(text.slice(from, start))
      from = end
    }
    return [...parts, text.slice(from)]
  }

  const clean = (text: string): string =>
    strip(text)
      .replace(/^[“‘"]([^“”]+)[”’"]$/u, '$1')
      .replace(/工作$/u, '')
      .replace(LEADING_COUNT, '')

  const isName = (name: string): boolean => {
    if (
      name.length < 2 ||
      name.length > LONGEST_NAME ||
      generic.has(name) ||
      generic.has(stripAdjective(name)) ||
      stripAdjective(name) === ''
    )
      return false
    return !/[，。；：？！%]/u.test(name) && !isWiderArea(name)
  }

  /** 向自治区申报: whom it is asked of, not who asks. */
  const isWiderArea = (name: string): boolean =>
    regionsOf(name).some(({ kind, region, span }) => kind === 'area' && region !== EVERY_COUNTY && span.end - span.start === name.length)

  /** 该公司: the nearest name before that ends so. */
  const antecedent = (text: string, before: number): string | null => {
    const found = same(text.slice(0, before)).at(-1)
    if (!found) return null
    const kind = found.word.slice(1)
    for (const part of text
      .slice(0, found.start)
      .split(/[，。；：、]/u)
      .reverse()) {
      const at = part.lastIndexOf(kind)
      const name = at < 0 ? '' : clean(part.slice(0, at + kind.length))
      if (isName(name)) return name
    }
    return null
  }

  const readSubject = (text: string, from: number, to: number, wellFormed: boolean): Holders | null => {
    const words = text.slice(from, to)
    const subject = subjectOf(words)
    const { names, notes, listed } = namesIn(subject)
    const kept =
      wellFormed && !listed
        ? names.filter((name) => named.test(name) || subject.includes(`“${name}”`) || regionsOf(name).length > 0)
        : names
    if (kept.length === 0) return null
    const start = from + Math.max(0, words.indexOf(kept[0] as string))
    return { names: kept, start, notes }
  }

  /** The nearest subject before, within the half of the sentence and the item of its enumeration. 同时 at the head reaches over a semicolon. */
  const lookBack = (text: string, clauses: readonly Span[], stops: readonly Span[], overSemicolon: boolean): Holders => {
    for (const { start, end } of clauses.slice(-FARTHEST).reverse()) {
      if (text[end - 1] === '；' && !overSemicolon) break
      const stop = stops.find((span) => span.start >= start && span.start < end)
      const found = readSubject(text, start, stop?.start ?? end - 1, true)
      if (found) return found
      const clause = text.slice(start, end)
      if (ITEM.test(clause) || regionsOf(clause).some(({ kind }) => kind === 'self')) break
    }
    return NOBODY
  }

  return ({ text, clauses, outside, honours, honour, standing, previous }) => {
    if (honour.object) {
      const found = readSubject(text, honour.object.start, honour.object.end, false)
      if (found) return found
    }
    const clauseIndex = clauses.findIndex(({ start, end }) => start <= honour.start && honour.start < end)
    const clause = clauses[clauseIndex] as Span
    if (previous && previous.standing.verb === standing.verb && previous.honour.start < honour.start) return previous.holders
    const from = Math.max(clause.start, previous?.honour.tailEnd ?? 0)
    if (text[honour.tailEnd] === '的') return readSubject(text, honour.tailEnd + 1, clause.end, true)
    const bracket = BRACKET_BEHIND.exec(text.slice(honour.tailEnd, clause.end))
    const inBracket = bracket ? readSubject(bracket[1] as string, 0, (bracket[1] as string).length, true) : null
    if (inBracket) return { ...inBracket, start: null }
    const anaphor = antecedent(text, standing.subjectEnd)
    if (anaphor && same(text.slice(from, standing.subjectEnd)).length > 0) return { names: [anaphor], start: null, notes: [] }
    const own = readSubject(text, from, Math.max(from, Math.min(standing.subjectEnd, honour.start)), false)
    if (own) return own
    const passed = text.slice(standing.subjectEnd, honour.start)
    const between =
      standing.verb.end <= honour.start && standing.subjectEnd < standing.verb.start
        ? readSubject(text, standing.subjectEnd, standing.verb.start, true)
        : null
    if (between && passed.length > 0) return between
    const next = clauses[clauseIndex + 1]
    if (standing.verb === honour) return next ? readSubject(text, next.start, next.end, true) : null
    const opening = next ? nextNames.exec(text.slice(next.start, next.end)) : null
    if (next && opening) {
      const behind = readSubject(text, next.start + opening[0].length, next.end, true)
      if (behind) return behind
    }
    const lead = text.slice(from, standing.subjectEnd)
    if (regionsOf(lead).some(({ kind }) => kind === 'self') || ITEM.test(lead)) return NOBODY
    if (previous && previous.holders.names.length > 0 && !text.slice(previous.honour.end, honour.start).includes('；'))
      return previous.holders
    const stops = [...outside, ...honours].sort((a, b) => a.start - b.start)
    return lookBack(text, clauses.slice(0, clauseIndex), stops, lead.length > 0)
  }
}
