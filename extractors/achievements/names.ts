/**
 * The names in a stretch of text that may name who holds an honour.
 *
 *   ‹乌拉斯台旅游景区›、‹乌斯图旅游景区›和‹体育公园›正式              three
 *   …合作社选育的两个苹果树种（‹塔城甘露›、‹塔城公主-123›）           the two in the bracket
 *   古尔图镇‹乌兰叶尔格村›等5个乡村                                    one, with a note that four are not named
 *   县水管总站承建的‹喀拉也木勒灌区节水改造项目›因质量突出             what stands behind the last 的
 *   华疆纺织的‹精梳棉纱标准›, of a product the product alone
 *
 * 我县, 骨干企业 and the like name nobody. Where the names begin and end is `noun-phrase.ts`'s to say.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import { CLASSIFIER, NUMERAL } from './counted.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import { createPersonReader } from './person.ts'
import { createPersonNamer } from './person-title.ts'
import { createScan, createStripper, endings } from './scan.ts'

export interface Names {
  readonly names: readonly string[]
  readonly notes: readonly string[]
  /** Taken from a list in a bracket. */
  readonly listed: boolean
  /** Told to be a person by the post before the name (技术员某某). */
  readonly persons: readonly string[]
  /** Speaks of the county, or of nobody in particular: 我县, 县城, 骨干企业. */
  readonly isGeneric: boolean
  /** What stands there without its leading words, cut where no name goes on: '' where nothing names anything. */
  readonly subject: string
}

/** `masked`: the text with the titles of documents hidden, so that no word is found in them; `raw`: as it is written. */
export interface Source {
  readonly masked: string
  readonly raw: string
  /** Whether the document writes it elsewhere as the beginning of a whole name (锦天 for 锦天番茄制品有限公司). */
  readonly known: (name: string) => boolean
  /** What the paragraph says before the sentence: whom 该公司 may point back to. */
  readonly earlier?: string
}

export interface NameReader {
  in(source: Source, span: Span): Names
  /** Ends as names do, stands in quotation marks, or is a region. */
  isWellFormed(name: string): boolean
  isName(name: string): boolean
  clean(text: string): string
}

const LONGEST_NAME = 36
/** 某公司《设备预知维护经验》: what it is honoured for. */
const WORK_BEHIND = /《[^《》]{1,40}》$/u
const EVERY_COUNTY = '各县（市）'
const COUNTED = new RegExp(`${NUMERAL}${CLASSIFIER}`, 'u')
/** 某合作社‹800亩红花› */
const AREA = /^[0-9.]{1,8}万?余?(?:亩|吨|公斤|头|只|公顷)/u
/** 等5个乡村 */
const AND_OTHERS = new RegExp(`等(?:(${NUMERAL})${CLASSIFIER})?[^、，。“”]{0,10}$`, 'u')
/** 示范项目6项: how many, and not who. */
const ONLY_COUNTED = new RegExp(`[0-9]{1,4}${CLASSIFIER}$`, 'u')
/** 感染楼、教学楼2项工程 */
const TOTAL = new RegExp(`(?:共|等)?${NUMERAL}${CLASSIFIER}[^0-9、，。“”]{0,8}$`, 'u')
const LEADING_COUNT = new RegExp(`^(?!一种)(?:共|有)?(?:[0-9]{1,4}[—～~-])?${NUMERAL}(?:余|多)?(?:${CLASSIFIER}|批次)(?!户)`, 'u')

export function createNameReader(lexicon: Lexicon, regionsOf: RegionReader): NameReader {
  const phrases = createNounPhraseReader(lexicon)
  const stripSelf = createStripper(lexicon, ['honour-holder-its'])
  const ands = createScan(lexicon, ['honour-holder-and'])
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  const inner = new Set(cue(lexicon, 'honour-holder-inner'))
  const stripAdjective = createStripper(lexicon, ['honour-holder-adjective'])
  const suffix = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const product = new RegExp(`(?:${endings(lexicon, 'honour-holder-product')})$`, 'u')
  const maker = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})`, 'gu')
  const role = new RegExp(`^(?:${wordPattern([...cue(lexicon, 'honour-holder-role'), ...cue(lexicon, 'honour-holder-post')])})`, 'u')
  const makerEnds = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})$`, 'u')
  const work = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-work'))})$`, 'u')
  const person = createPersonReader(lexicon)
  const personIn = createPersonNamer(lexicon)
  /** 某科甲、某中心乙‹两名同志› */
  const peopled = new RegExp(`[名位](?:${wordPattern(cue(lexicon, 'honour-person-counted'))})`, 'u')
  const posted = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-post'))})$`, 'u')
  /** 某公司‹长链二元酸专利›: the firm's. */
  const right = new RegExp(`^[^“”、，的]{1,16}(?:${wordPattern(cue(lexicon, 'honour-holder-right'))})$`, 'u')
  /** 有限公司红花籽油: the product; 加工厂职工某某: the person with the place of work. */
  const afterMaker = (text: string): string => {
    const last = matchesOf(maker, text).at(-1)
    if (!last || text.includes('的', last.index)) return text
    const firm = last.index + last[0].length
    const rest = text.slice(firm)
    if (right.test(rest) || AREA.test(rest)) return text.slice(0, firm)
    const isProduct = product.test(rest) || rest.includes('“')
    return rest.length >= 2 && isProduct && !/^[、和与及等（”]/u.test(rest) && !suffix.test(rest) && !role.test(rest) ? rest : text
  }

  /** 与 in 县质量与计量检测所 joins no two names: only the second looks like one. */
  const joins = (one: string, other: string): boolean => isName(other) && (endsAsName(one) || !isWellFormed(other))

  const split = (text: string): string[] => {
    const parts: string[] = []
    let from = 0
    for (const { start, end, word } of ands(text)) {
      if (word !== '、' && (start === from || !joins(text.slice(from, start), text.slice(end)))) continue
      parts.push(text.slice(from, start))
      from = end
    }
    return [...parts, text.slice(from)].flatMap((part) => part.split(/(?<=”)(?=“)/u))
  }

  /** 哈拉布拉镇的‹江格斯湿地公园› */
  const inPlace = new RegExp(`^\\p{Script=Han}{1,10}(?:${wordPattern(cue(lexicon, 'honour-holder-place'))})$`, 'u')
  const ofPlace = new RegExp(`^\\p{Script=Han}{1,8}(?:${wordPattern(cue(lexicon, 'honour-holder-place'))})(?=“)`, 'u')
  /** 沙湾市“沙湾大盘鸡”, 哈拉布拉乡“哈拉布拉黑加仑”: what is quoted is known without its county or township. */
  const withoutCounty = (text: string): string => {
    const county = regionsOf(text).find(({ kind, span }) => kind === 'county' && span.start === 0)
    const end = county?.span.end ?? 0
    const place = ofPlace.exec(text.slice(end))?.[0].length ?? 0
    const quoted = [end + place, end].find((from) => from > 0 && /^“[^“”]+”$/u.test(text.slice(from)))
    return quoted === undefined ? text : text.slice(quoted)
  }

  /** 安集海大峡谷‹的身份› */
  const attribute = new RegExp(`(?<=.{2})的(?:${wordPattern(cue(lexicon, 'honour-holder-attribute'))})$`, 'u')

  /** ‹电梯维保企业›新疆北塔机电有限公司: of what kind the firm named behind is. */
  const kindBefore = new RegExp(
    `^[\\p{Script=Han}]{2,6}(?:企业|单位|机构)(?=\\p{Script=Han}{3,24}(?:${endings(lexicon, 'honour-holder-maker')})$)(?!集团|\\p{Script=Han}{0,3}公司)`,
    'u',
  )

  const clean = (text: string): string =>
    person(withoutCounty(stripSelf(phrases.strip(text))))
      .replace(/（[^（）]{2,12}）$/u, '')
      .replace(/(?:工作|(?<=.{2})为)$/u, '')
      .replace(LEADING_COUNT, '')
      .replace(/^《([^《》]+)》$/u, '$1')
      .replace(attribute, '')
      .replace(/^的/u, '')
      .replace(kindBefore, '')

  /** 本室, 我所 */
  const own = new RegExp(`^[本我](?:${wordPattern(cue(lexicon, 'honour-holder-own'))})$`, 'u')
  const isGeneric = (name: string): boolean =>
    own.test(name) || generic.has(name) || generic.has(stripAdjective(name)) || stripAdjective(name) === ''

  const isName = (name: string): boolean => {
    const bare = name.replace(/^“([^“”]+)”$/u, '$1')
    if (bare.length < 2 || bare.length > LONGEST_NAME || isGeneric(bare) || inner.has(bare)) return false
    return (
      !/[，。；：？！%]/u.test(bare) && !ONLY_COUNTED.test(bare) && !isWiderArea(bare) && bare.split('“').length === bare.split('”').length
    )
  }

  /** 向自治区申报: whom it is asked of, not who asks. */
  const isWiderArea = (name: string): boolean =>
    regionsOf(name).some(({ kind, region, span }) => kind === 'area' && region !== EVERY_COUNTY && span.end - span.start === name.length)

  /** 环保公司的废渣综合利用技术 */
  const isOwned = (name: string): boolean => name.includes('的') && suffix.test(name.slice(0, name.lastIndexOf('的')))

  const isWellFormed = (name: string): boolean =>
    isOwned(name) ||
    suffix.test(name) ||
    product.test(name) ||
    /^“[^“”]+”|”$/u.test(name) ||
    regionsOf(name).some(({ kind, region }) => kind === 'county' || region === EVERY_COUNTY)

  /** 沙湾市质量 begins with a county, and is no name. */
  const endsAsName = (name: string): boolean =>
    isWellFormed(name) &&
    !regionsOf(name).some(
      ({ span }) => span.start === 0 && span.end < name.length && !suffix.test(name) && !product.test(name) && !name.endsWith('”'),
    )

  /** ‹沙湾市›、‹乌苏市检测站›: each has one. */
  const eachOwn = (parts: string[]): string[] => {
    const last = parts.at(-1) ?? ''
    const county = (text: string): number => regionsOf(text).find(({ kind, span }) => kind === 'county' && span.start === 0)?.span.end ?? 0
    const head = last.slice(county(last))
    const areCounties = parts.length > 1 && parts.slice(0, -1).every((part) => part !== '' && county(part) === part.length)
    return areCounties && county(last) > 0 && head.length > 1 && suffix.test(head)
      ? parts.map((part) => (part === last ? part : `${part}${head}`))
      : parts
  }

  const namesOf = (text: string): string[] => eachOwn(split(text)).map(possession).map(afterMaker).map(clean).filter(isName)

  /** 华疆纺织的‹精梳棉纱标准› is known with its owner only; a product, what is quoted, and a firm are known without. */
  const possession = (text: string): string => {
    const own = text.slice(text.lastIndexOf('的') + 1)
    return /^[“《]/u.test(own) ||
      product.test(own) ||
      matchesOf(maker, own).some(({ 0: word, index }) => index + word.length === own.length)
      ? own
      : text
  }

  const isSplitQuote = (part: string): boolean => part.split('“').length !== part.split('”').length

  /** What stands behind the last 的, unless that only says whose the thing is. */
  const owned = (subject: string): string[] => {
    const text = subject.replace(/的$/u, '').replace(attribute, '')
    const parts = text.split('、')
    // 甲公司生产的“乙”牌小麦粉、丙厂生产的“丁”牌颗粒粕: each has its own owner.
    if (parts.length > 1 && parts.every((part) => /[^的]的[^的]/u.test(part) && !isSplitQuote(part))) return parts.flatMap(owned)
    const at = text.lastIndexOf('的')
    if (at < 0) return namesOf(text)
    const owner = text.slice(text.lastIndexOf('、', at) + 1, at)
    const own = namesOf(text.slice(at + 1))
    if (inPlace.test(owner) && own.length > 0 && own.every((name) => isWellFormed(name) && !work.test(name))) return own
    if (suffix.test(owner) && !(own.length > 0 && makerEnds.test(owner) && own.every((name) => work.test(name)))) return namesOf(text)
    return own.length > 0 ? own : namesOf(text.slice(0, at))
  }

  const read = (subject: string): Omit<Names, 'persons' | 'subject' | 'isGeneric'> => {
    const notes: string[] = []
    let text = subject.replace(/[，：；。、—→｜（|\s]+$/u, '')
    const work = WORK_BEHIND.exec(text)
    if (work && suffix.test(text.slice(0, work.index))) text = text.slice(0, work.index)
    const bracket = /（([^（）]{2,60})）$/u.exec(text)
    const head = bracket ? text.slice(0, bracket.index) : text
    const listed = bracket !== null && (bracket[1] as string).includes('、') && COUNTED.test(head)
    if (bracket) text = listed ? (bracket[1] as string) : head
    const others = AND_OTHERS.exec(text)
    if (others) text = text.slice(0, others.index)
    else if (/、|”“/u.test(text)) text = text.replace(TOTAL, '')
    const isOfPersons = peopled.test(subject.slice(text.length))
    const names = owned(text).map((name) => (isOfPersons ? personIn(name) : name))
    if (others?.[1] && names.length > 0) notes.push(`原文为“${others[0]}”，写明名称的${names.length}个，其余请核对名单`)
    return { names, notes, listed }
  }

  return {
    isName,
    isWellFormed,
    clean,
    in: ({ masked, raw }, span) => {
      const { start, end } = phrases.subject(masked, span)
      const subject = raw.slice(start, end)
      const bare = clean(subject)
      const found = read(subject)
      const persons = found.names.filter((name) => posted.test(subject.slice(0, Math.max(0, subject.indexOf(name)))))
      return { ...found, persons, subject, isGeneric: bare !== '' && isGeneric(bare) }
    },
  }
}
