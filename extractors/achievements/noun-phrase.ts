/**
 * What in a stretch of text before a verb can be its subject: without what leads to it and without what is said of how and when.
 *
 *   三条链上的企业收获颇丰：‹华疆纺织有限公司›        behind the last colon
 *   截至目前，‹查干库勒乡›已                          without 截至目前 and 已
 *   ‹镇卫生院›（已于上半年                            before a bracket that is still open
 *   ‹市中医医院›同, ‹县公证处›却                      without the short adverbs directly before the verb
 *
 * A word that usually ends a name (都, 改造, 在) ends it only where a whole name stands before it, or none behind.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createScan, createStripper, endings } from './scan.ts'

export interface NounPhraseReader {
  subject(text: string, span: Span): Span
  /** Without the words that lead to a name. */
  strip(text: string): string
  /** Ends as names of bodies, places and works do. */
  isWellFormed(name: string): boolean
}

const NUMBER = '[0-9一二三四五六七八九十]{1,3}'
const LABEL = new RegExp(
  `^(?:【[^【】]{1,12}】)?[^\\p{L}\\p{Nd}“‘《（「【(□]*(?:[（(]${NUMBER}[)）]|${NUMBER}[)）、]|${NUMBER}[.．](?![0-9])|[0-9]{1,2}-[0-9]{1,2}|[一二三四五六七八九十]{1,2}是)?`,
  'u',
)
const DATE =
  /^(?:(?:19|20)[0-9]{2}年?度?|[一二]〇[〇一二三四五六七八九]{2}年)?(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:底|初|末|上旬|中旬|下旬)?[，：]?/u
/** 红楼博物馆‹2020年5月›被… */
const DATED = /(?:于|在|自)?(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}月)/u
/** 上个月, 这回, 同年: a point in time by its shape. */
const TIME = /(?:[上这本当同次今昨前那头]个?(?:年度?|月份?|周|季度|回|次|天|日|届)|第[一二三四五六七八九十]{1,2}(?:次|回|年))$/u
const SHORTEST_NAME = 2
const LONGEST_RELATIVE = 16
const LONGEST_SOURCE = 5
const LABELLED = /^[^，；。“”]{2,14}——/u
const OPENER = /^.*(?:：|——)(?=.)/su

export function createNounPhraseReader(lexicon: Lexicon): NounPhraseReader {
  const stripLead = createStripper(lexicon, ['honour-holder-lead'], lexicon.regions.self)
  const adverb = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'honour-holder-adverb'))})(?=${wordPattern(cue(lexicon, 'honour-holder-lead'))})`,
    'u',
  )
  const ends = createScan(lexicon, ['honour-holder-end', 'honour-holder-judged'])
  /** 东干渠‹改造›工程: part of a longer name where one follows. */
  const nouns = new Set(cue(lexicon, 'honour-holder-noun'))
  const lastNames = new Set(cue(lexicon, 'honour-holder-last-name'))
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const suffix = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  /** 地区工信局‹将›某产业园列入…: what is dealt with is named behind it. */
  const disposed = createScan(lexicon, ['honour-holder-disposed'])
  const named = new RegExp(`..(?:${endings(lexicon, 'honour-holder-suffix', 'honour-holder-product')})$`, 'u')
  const passive = createScan(lexicon, ['honour-passive'])
  /** 向自治区…, 凭…: says how, and no subject follows in the same stretch. */
  const adverbial = createScan(lexicon, ['honour-holder-adverbial'])
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')
  /** 自治区总工会‹为›某队挂上…: who gives, and to whom. */
  const givenTo = new RegExp(
    `^\\p{Script=Han}{1,20}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})[为给](?=\\p{Script=Han}{3}|“)`,
    'u',
  )
  const near = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-near'))})$`, 'u')

  const trailing = createScan(lexicon, ['honour-holder-trailing'])
  /** 某公司‹同年›, 某队‹这回又›: without what says when and how, whatever stands before it. */
  const trimmed = (text: string): number => {
    let length = text.length
    for (let before = -1; before !== length; ) {
      before = length
      const words = text.slice(0, length)
      const last = trailing(words).at(-1)
      const time = TIME.exec(words)
      if (last?.end === length && last.start >= SHORTEST_NAME) length = last.start
      else if (time && time.index >= SHORTEST_NAME) length = time.index
    }
    return length < text.length ? nearCut(text.slice(0, length)) : length
  }

  const sources = new Set(cue(lexicon, 'honour-holder-source'))
  /** No name ends with them. */
  const never = new Set(cue(lexicon, 'honour-holder-never'))

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

  /** 赵‹刚›, but 市中医医院‹同›. */
  const mayEndName = (before: string, word: string): boolean =>
    lastNames.has(word) && before.length > 1 && !suffix.test(before) && !/[”）]$/u.test(before)

  /** 某学院‹共建的农机维修实训基地›: goes on to the noun behind 的. */
  const isRelative = (behind: string): boolean => {
    const at = behind.lastIndexOf('的')
    return at > 0 && at <= LONGEST_RELATIVE && !/[，；：。]/u.test(behind) && named.test(behind.slice(at + 1, withoutAdverbs(behind)))
  }

  /** Where the name at the front of a text ends. */
  const cut = (whole: string): number => {
    const dated = whole.search(DATED)
    const masked = dated > 0 ? whole.slice(0, dated) : whole
    for (const { start, word } of ends(masked)) {
      const before = masked.slice(0, start)
      const behind = masked.slice(start)
      if (start + word.length === masked.length && mayEndName(before, word)) continue
      if (before.split('“').length > before.split('”').length || before.split('（').length > before.split('）').length) continue
      if (
        nouns.has(word) &&
        (suffix.test(behind.slice(word.length)) ||
          ends(behind.slice(word.length)).some(({ start: next }) => suffix.test(masked.slice(0, start + word.length + next))))
      )
        continue
      if (isRelative(behind)) continue
      // 某某从塔城捧回…: from where.
      if (sources.has(word) && before.length > 2 && (behind.length <= LONGEST_SOURCE || organ.test(behind))) return start
      // 某乡政府向自治区文旅厅: of whom it is asked.
      if (adverbial(behind).some((found) => found.start === 0) && organ.test(behind)) return start
      const isShortAdverb = word.length === 1 && near.test(word) && suffix.test(behind)
      if ((suffix.test(before) && !isShortAdverb) || /[”）]$/u.test(before) || (word.length > 1 && named.test(before))) return start
      if (!suffix.test(behind.slice(0, withoutAdverbs(behind))) || passive(behind).some((found) => found.start === 0)) return start
    }
    return masked.length
  }

  const nearCut = (text: string): number => {
    let length = text.length
    for (let found = near.exec(text); found; found = near.exec(text.slice(0, length))) {
      const rest = text.slice(0, found.index)
      const isWhole = named.test(rest) || TIME.test(rest) || /[”）]$/u.test(rest)
      if (suffix.test(text.slice(0, length)) || (length - found.index === 1 && !never.has(found[0]) && !isWhole && rest !== '')) break
      length = found.index
    }
    return length
  }

  const endOf = (lead: string): number => trimmed(lead.slice(0, nearCut(lead.slice(0, cut(lead)))))

  /** Without the adverbs before the verb. */
  const nearly = (text: string): string => text.slice(0, withoutAdverbs(text))

  return {
    strip,
    isWellFormed: (name) => suffix.test(name),
    subject: (text, { start, end }) => {
      const open = start + unclosed(text.slice(start, end))
      const opener = OPENER.exec(withoutBrackets(text.slice(start, open)))?.[0].length ?? 0
      const whole = strip(text.slice(start + opener, open))
      const to =
        receivers(whole)[0] ??
        disposed(whole).find((found) => suffix.test(nearly(whole.slice(found.end))) || /^[“其]/u.test(whole.slice(found.end)))
      const handed = to ? null : givenTo.exec(whole)
      const lead = to ? strip(whole.slice(to.end)) : whole.slice(handed?.[0].length ?? 0)
      const from = open - lead.length
      return {
        start: from,
        end: from + (adverbial(lead).some((found) => found.start === 0) ? 0 : endOf(lead.replace(/的$/u, ''))),
      }
    },
  }
}

/** What stands in brackets hidden: its colon opens nothing. */
const withoutBrackets = (text: string): string => text.replace(/（[^（）]{0,60}）/gu, (words) => '□'.repeat(words.length))

/** Where a bracket opens that is not closed, unless it stands at the front; else the text's length. */
function unclosed(text: string): number {
  const open = text.lastIndexOf('（')
  return open > 0 && !text.includes('）', open) ? open : text.length
}
