/**
 * The names in a stretch of text that may name who holds an honour.
 *
 *   ‹乌拉斯台旅游景区›、‹乌斯图旅游景区›和‹体育公园›正式              three
 *   …合作社选育的两个苹果树种（‹塔城甘露›、‹塔城公主-123›）           the two in the bracket
 *   古尔图镇‹乌兰叶尔格村›等5个乡村                                    one, with a note that four are not named
 *   县水管总站承建的‹喀拉也木勒灌区节水改造项目›因质量突出             what stands behind the last 的
 *
 * 我县, 骨干企业 and the like name nobody. A word that usually ends a name (都, 改造, 在) ends it only where a whole name stands before it, or none
 * behind.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import { createScan, createStripper } from './scan.ts'

export interface Names {
  readonly names: readonly string[]
  readonly notes: readonly string[]
  /** Taken from a list in a bracket. */
  readonly listed: boolean
  /** What stands there without its leading words, cut where no name goes on: '' where nothing names anything. */
  readonly subject: string
}

/** `masked`: the text with the titles of documents hidden, so that no word is found in them; `raw`: as it is written. */
export interface Source {
  readonly masked: string
  readonly raw: string
}

export interface NameReader {
  in(source: Source, span: Span): Names
  /** Ends as names do, stands in quotation marks, or is a region. */
  isWellFormed(name: string): boolean
  isName(name: string): boolean
  clean(text: string): string
}

const LONGEST_NAME = 36
const EVERY_COUNTY = '各县（市）'
const NUMBER = '[0-9一二三四五六七八九十]{1,3}'
const LABEL = new RegExp(
  `^[\\s—–\\-•·●◆*]*(?:[（(]${NUMBER}[)）]|${NUMBER}[)）、]|${NUMBER}[.．](?![0-9])|[0-9]{1,2}-[0-9]{1,2}|[一二三四五六七八九十]{1,2}是)?`,
  'u',
)
const DATE =
  /^(?:(?:19|20)[0-9]{2}年?度?|[一二]〇[〇一二三四五六七八九]{2}年)?(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:底|初|末|上旬|中旬|下旬)?[，：]?/u
/** 红楼博物馆‹2020年5月›被… */
const DATED = /(?:于|在|自)?(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}月)/u
const COUNT = '[0-9一二三四五六七八九十两几多]{1,4}'
const CLASSIFIER = '[个家项件处座名款种]'
const COUNTED = new RegExp(`${COUNT}${CLASSIFIER}`, 'u')
/** 等5个乡村 */
const AND_OTHERS = new RegExp(`等(?:(${COUNT})${CLASSIFIER})?[^、，。“”]{0,10}$`, 'u')
/** 感染楼、教学楼2项工程 */
const TOTAL = new RegExp(`(?:共|等)?${COUNT}${CLASSIFIER}[^0-9、，。“”]{0,8}$`, 'u')
const LEADING_COUNT = new RegExp(`^(?:共|有)?${COUNT}(?:余|多)?(?:${CLASSIFIER}|批次)`, 'u')
const LABELLED = /^[^，；。“”]{2,14}——/u

export function createNameReader(lexicon: Lexicon, regionsOf: RegionReader): NameReader {
  const stripLead = createStripper(lexicon, ['honour-holder-lead'], lexicon.regions.self)
  const stripSelf = createStripper(lexicon, ['honour-holder-its'])
  const adverb = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'honour-holder-adverb'))})(?=${wordPattern(cue(lexicon, 'honour-holder-lead'))})`,
    'u',
  )
  const ends = createScan(lexicon, ['honour-holder-end'])
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const ands = createScan(lexicon, ['honour-holder-and'])
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  const stripAdjective = createStripper(lexicon, ['honour-holder-adjective'])
  const suffix = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const product = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-product'))})$`, 'u')
  const maker = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})`, 'gu')
  const role = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-holder-role'))})`, 'u')
  const passive = createScan(lexicon, ['honour-passive'])

  const strip = (text: string): string => {
    let rest = text
    for (let before = ''; before !== rest; ) {
      before = rest
      rest = stripLead(
        rest
          .replace(LABELLED, '')
          .replace(LABEL, '')
          .replace(DATE, '')
          .replace(/^[，、：；\s]+/u, ''),
      ).replace(adverb, '')
    }
    return rest
  }

  /** Where the adverbs before a verb begin: 某乡‹均已›. */
  const withoutAdverbs = (text: string): number => {
    let length = text.length
    for (const { start, end } of ends(text).reverse()) {
      if (end !== length) break
      length = start
    }
    return length
  }

  /** Where the name at the front of a text ends. */
  const cut = (whole: string): number => {
    const dated = whole.search(DATED)
    const masked = dated > 0 ? whole.slice(0, dated) : whole
    for (const { start } of ends(masked)) {
      const before = masked.slice(0, start)
      if (suffix.test(before) || /[”）]$/u.test(before)) return start
      const behind = masked.slice(start)
      if (!suffix.test(behind.slice(0, withoutAdverbs(behind))) || passive(behind).some((found) => found.start === 0)) return start
    }
    return masked.length
  }

  /** 有限公司红花籽油: the product; 加工厂职工某某: the person with the place of work. */
  const afterMaker = (text: string): string => {
    const last = [...text.matchAll(maker)].at(-1)
    if (!last) return text
    const rest = text.slice(last.index + last[0].length)
    return rest.length >= 2 && !/^[、和与及等（”]/u.test(rest) && !suffix.test(rest) && !role.test(rest) ? rest : text
  }

  const split = (text: string): string[] => {
    const parts: string[] = []
    let from = 0
    for (const { start, end, word } of ands(text)) {
      if (start === from && word !== '、') continue
      parts.push(text.slice(from, start))
      from = end
    }
    return [...parts, text.slice(from)].flatMap((part) => part.split(/(?<=”)(?=“)/u))
  }

  const clean = (text: string): string =>
    stripSelf(strip(text))
      .replace(/（[^（）]{2,12}）$/u, '')
      .replace(/工作$/u, '')
      .replace(LEADING_COUNT, '')
      .replace(/^《([^《》]+)》$/u, '$1')

  const isName = (name: string): boolean => {
    const bare = name.replace(/^“([^“”]+)”$/u, '$1')
    if (bare.length < 2 || bare.length > LONGEST_NAME) return false
    if (generic.has(bare) || generic.has(stripAdjective(bare)) || stripAdjective(bare) === '') return false
    return !/[，。；：？！%]/u.test(bare) && !isWiderArea(bare) && bare.split('“').length === bare.split('”').length
  }

  /** 向自治区申报: whom it is asked of, not who asks. */
  const isWiderArea = (name: string): boolean =>
    regionsOf(name).some(({ kind, region, span }) => kind === 'area' && region !== EVERY_COUNTY && span.end - span.start === name.length)

  const isWellFormed = (name: string): boolean =>
    suffix.test(name) || product.test(name) || /^“[^“”]+”/u.test(name) || regionsOf(name).length > 0

  const read = (subject: string): { names: string[]; notes: string[]; listed: boolean } => {
    const notes: string[] = []
    let text = subject.replace(/[，：；。、\s]+$/u, '')
    const bracket = /（([^（）]{2,60})）$/u.exec(text)
    const head = bracket ? text.slice(0, bracket.index) : text
    const listed = bracket !== null && (bracket[1] as string).includes('、') && COUNTED.test(head)
    if (bracket) text = listed ? (bracket[1] as string) : head
    const others = AND_OTHERS.exec(text)
    if (others) text = text.slice(0, others.index)
    else text = text.replace(text.includes('、') ? TOTAL : /(?!)/u, '')
    const owner = text.lastIndexOf('的')
    const namesOf = (words: string): string[] => split(words).map(afterMaker).map(clean).filter(isName)
    const owned = namesOf(text.slice(owner + 1) || text.slice(0, -1))
    const names = owned.length > 0 || owner < 0 ? owned : namesOf(text.slice(0, owner))
    if (others?.[1] && names.length > 0) notes.push(`原文为“${others[0]}”，写明名称的${names.length}个，其余请核对名单`)
    return { names, notes, listed }
  }

  return {
    isName,
    isWellFormed,
    clean,
    in: ({ masked, raw }, { start, end }) => {
      const text = masked.slice(start, end)
      const whole = strip(text)
      const to = receivers(whole)[0]
      const lead = to ? strip(whole.slice(to.end)) : whole
      const from = start + text.length - lead.length
      const subject = raw.slice(from, from + cut(lead))
      return { ...read(subject), subject }
    },
  }
}
