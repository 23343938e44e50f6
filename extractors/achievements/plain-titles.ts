/**
 * Titles that no list can hold: what begins with the word of a level and ends with a noun that many things end with, or stands in quotation marks.
 *
 *   获评‹全国农产品质量安全科普基地›      被授予‹自治区三八红旗集体›      荣获地区‹“最美市场监管人”›
 *
 * Such words are a title only where their place says so; that is for `standing.ts` to weigh. Here is only where they begin and end.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { isAbove, type LevelReader } from './level.ts'
import { createQuotedTitleReader, SHORTEST_QUOTED } from './quoted-titles.ts'
import { type Cue, createScan, endings, misfires } from './scan.ts'
import { createTitleGiverReader } from './title-giver.ts'
import { createTitleRun, DATED, LONGEST_PLAIN, STOP } from './title-run.ts'

export interface PlainTitle extends Span {
  /** Ends with a noun that is in no list: a title only where its verb or a list of honours says so. */
  readonly headless: boolean
  /** Whom it is given to, before it. */
  readonly object?: Span
  /** Who gives it, between the verb and a quotation, with the act of giving. */
  readonly by?: string
}

/** `limits`: words that no title goes beyond; `taken`: titles found already. */
export type PlainTitleReader = (text: string, limits: readonly Cue[], cues: readonly Cue[], taken: readonly Span[]) => PlainTitle[]

const SHORTEST_PLAIN = 5
const SHORTEST_HEADLESS = 3
const COUNTED = /[0-9一二三四五六七八九十两几多][个家项件处座名款种批次]/u
/** 评为‹一等›县级车管所 */
const LONGEST_GRADE = 4
/** …教育基地等荣誉, …育种场两块牌子 */
const AND_MORE = /(?:等|等?[0-9一二两三四五六七八九十]{1,3}[个项块类种张]|[还仍已正均尚也又将])$/u
/** 评为A级单位 */
const GRADED = /^[A-Da-d甲乙丙丁一二三四五]级/u
/** Of a clause, what stands behind the passive word: 被‹自治区民政厅›. */
const CLAUSE = /[^，。；：]*$/u
/** 国家矿山安全监察局2021年第4号: a document's; 新疆天山水泥厂2020年11月: who, and when. */
const NUMBERED = /[0-9][号年月日]$/u
/** 争取地区补助‹10万元› */
const MONEY = /[0-9]万?余?元/u
/** From the clause's beginning, 的 or 其 on. */
const LOST = /(?:^|[，；。：的其])([^，；。：、的其“”（）]{4,24})$/u
/** 全国‹首批›“…” */
const ORDINAL = new RegExp(`^${DATED}(?=“)`, 'u')
const LONGEST_ORDINAL = 16
/** What was passed, up to the end of its clause. */
const PASSED_RUN = /^[^，。；、：！？（）“”\s]*/u
const BEFORE_LEVEL = /(?:(?:19|20)[0-9]{2}年?度?|第[0-9一二三四五六七八九十]{1,3}[届批]|首[届批])$/u

export function createPlainTitleReader(lexicon: Lexicon, levels: LevelReader): PlainTitleReader {
  const { runEnd, nounBehind } = createTitleRun(lexicon, levels)
  const quotedTitle = createQuotedTitleReader(lexicon, levels)
  /** 列入“红榜”‹名单› */
  const listAhead = new RegExp(`^(?:${wordPattern([...cue(lexicon, 'honour-list'), ...cue(lexicon, 'honour-called')])})`, 'u')
  const head = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-head'))})$`, 'u')
  const notHead = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-not-head'))})$`, 'u')
  /** 新疆乌苏市银海轧花厂: whose name begins with the words of a level. */
  const notHeadless = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-not-headless'))})$`, 'u')
  /** 自治区级‹示范›苗圃: a title, whatever it ends with. */
  const praise = new RegExp(
    `^[“‘]?(?:${guardedPattern([...cue(lexicon, 'honour-praise'), ...cue(lexicon, 'honour-grade')], misfires(lexicon, 'honour-praise'))}).{2,10}$`,
    'u',
  )
  const match = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-match'))})$`, 'u')
  const ground = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-ground'))})$`, 'u')
  const tail = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-tail'))})$`, 'u')
  const tailAhead = new RegExp(`^(?:${STOP.source}|$|${wordPattern(cue(lexicon, 'honour-tail'))})`, 'u')
  const proofs = createScan(lexicon, ['honour-proof', 'honour-proof-applied', 'honour-proof-pending', 'honour-proof-creating'])
  const appointing = new Set(cue(lexicon, 'honour-appointing'))
  const holding = new Set(cue(lexicon, 'honour-holding'))
  const keptAs = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-kept-as'))})$`, 'u')
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')
  /** 自治区市场监管局‹计量授权›: who gives it stands before the title. */
  const givenBy = new RegExp(
    `^[\\p{Script=Han}]{2,14}(?:${wordPattern(cue(lexicon, 'honour-office'))})(?!门|署|队|长)(?=[\\p{Script=Han}]{4})`,
    'u',
  )
  const passive = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-passive'))})$`, 'u')
  /** 被‹依法›撤销 */
  const lawfully = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-lawfully'))})$`, 'u')
  const from = new RegExp(`从“?([^，。；：、从“”（）]{4,24}?)”?的?(?:${wordPattern(cue(lexicon, 'honour-tail'))})(?:中|里|内)?$`, 'u')
  const listing = new RegExp(
    `([^，。；：、的]{2,24})(?:${wordPattern(cue(lexicon, 'honour-announce'))})的([^，。；：、“”的]{5,${LONGEST_PLAIN}})(?=(?:名单|名录|榜单)(?:之?中|里|上))`,
    'gu',
  )
  const passedActs = createScan(lexicon, ['honour-retained', 'honour-passed', 'honour-passed-more'])
  const passedEnds = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-passed-title'))})$`, 'u')
  /** 核准‹换证›评审, 示范区‹现场›验收 */
  const tailAct = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-retained'), ...cue(lexicon, 'honour-passed-how')])})$`, 'u')
  const giverAhead = createTitleGiverReader(lexicon)
  const openings = createScan(lexicon, ['honour-title-opening'])
  const named = new RegExp(`..(?:”|${endings(lexicon, 'honour-holder-suffix', 'honour-holder-product')})$`, 'u')
  const holderEnds = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const givenPassively = createScan(lexicon, ['honour-passive'])
  const passiveAhead = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-passive'))})`, 'u')
  const endsOf = createScan(lexicon, ['honour-holder-end'])
  /** 检验检测能力‹提升›项目: part of a name where a noun follows. */
  const nouns = new Set(cue(lexicon, 'honour-holder-noun'))
  const adverb = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-near'))})$`, 'u')
  /** 被‹自治区民政厅›评定为: a grade that a body above the county gives is an honour. */
  const giverBefore = (text: string, verb: number): string => {
    const clause = CLAUSE.exec(text.slice(0, verb))?.[0] ?? ''
    return clause.slice(givenPassively(clause).at(-1)?.end ?? clause.length)
  }

  /** Behind a word of appointing the title begins with what stands before the level: 评为‹一等›县级车管所. */
  const beginning = (text: string, level: Cue, cues: readonly Cue[]): number => {
    const ordinal = BEFORE_LEVEL.exec(text.slice(Math.max(0, level.start - 12), level.start))?.[0] ?? ''
    const verb = cues.findLast(({ end }) => end <= level.start)
    const between = verb && appointing.has(verb.word) ? text.slice(verb.end, level.start) : ''
    const isGrade = between.length > 0 && between.length <= LONGEST_GRADE && !STOP.test(between) && !organ.test(between)
    return level.start - Math.max(ordinal.length, isGrade ? between.length : 0)
  }

  /** 国家卫生镇‹于9月顺利›通过… */
  const withoutAdverbs = (words: string): string => {
    const stop = endsOf(words).find(({ start, end, word }) => start >= SHORTEST_HEADLESS && !(nouns.has(word) && end < words.length))
    return stop && !head.test(words) ? words.slice(0, stop.start) : words
  }

  /** 诚信旅行社‹山花旅行社›因…: what ends twice with the same noun is a title and who holds it. */
  const withoutName = (words: string): string => {
    const cutAt = endsOf(words)[0]?.start ?? words.length
    const run = words.slice(0, cutAt)
    for (let length = Math.min(4, run.length - 2); length >= 2; length--) {
      const noun = run.slice(-length)
      const first = run.indexOf(noun)
      if (first > 0 && first + length + 1 < run.length - length && holderEnds.test(noun)) return run.slice(0, first + length)
    }
    return words
  }

  /** The level's words and what follows: up to the end of its noun, with what stands in quotation marks behind them. */
  const levelTitle = (text: string, level: Cue, stops: readonly Cue[], start: number): PlainTitle | null => {
    const from = level.end + (ORDINAL.exec(text.slice(level.end, level.end + LONGEST_ORDINAL))?.[0].length ?? 0)
    const close = text[from] === '“' ? text.indexOf('”', from) : -1
    // “全国…竞赛”压力容器组第八名: only where it was won.
    const isEvent = close > 0 && match.test(text.slice(from, close)) && !tailAhead.test(text.slice(close + 1))
    if (isEvent) return null
    if (close > 0 && close - from <= LONGEST_PLAIN) return { start, end: nounBehind(text, close + 1, stops), headless: false }
    const end = runEnd(text, level.end, stops)
    const inner = text[end] === '“' ? text.indexOf('”', end) : -1
    // 中国旅游协会2022年度“十佳乡村节庆”: who gives it, when, and what is called so.
    const behindGiver =
      inner > 0 && inner - end <= LONGEST_PLAIN
        ? giverAhead(
            text.slice(start, end + 1),
            stops.some((stop) => stop.end === start),
          )
        : 0
    if (behindGiver > 0 && ORDINAL.test(text.slice(start + behindGiver, end + 1)))
      return { start, end: nounBehind(text, inner + 1, stops), headless: false }
    if (inner > 0 && inner - start <= LONGEST_PLAIN && nounBehind(text, inner + 1, stops) > inner + 1)
      return { start, end: nounBehind(text, inner + 1, stops), headless: false }
    if (text[end] === '”' && match.test(text.slice(level.end, end)) && !tailAhead.test(text.slice(end + 1))) return null
    const words = withoutName(withoutAdverbs(text.slice(level.end, end).replace(ground, '').replace(tail, '').replace(AND_MORE, '')))
    const length = level.end + words.length - start
    if (notHead.test(words) || NUMBERED.test(words) || MONEY.test(words) || length < SHORTEST_PLAIN) return null
    if (head.test(words) || praise.test(words)) return { start, end: start + length, headless: false }
    if (notHeadless.test(words)) return null
    const isNamed = words.length >= SHORTEST_HEADLESS && !organ.test(words) && !COUNTED.test(words)
    const named = givenBy.exec(text.slice(level.start, level.end + words.length))?.[0].length ?? 0
    if (named > 0 && level.start === start) return { start: start + named, end: level.end + words.length, headless: true }
    const isWhole =
      isNamed &&
      (level.end + words.length < end ||
        tailAhead.test(text.slice(end)) ||
        (text[end] !== '的' && stops.some((stop) => stop.start === end)))
    return isWhole ? { start, end: start + length, headless: true } : null
  }

  /** 授予‹古丽罕果汁›最受消费者喜爱商标: a name before the words that titles begin with. */
  const receiver = (words: string): number => openings(words).find(({ start }) => named.test(words.slice(0, start)))?.start ?? 0

  /** 被…评为优秀乳品加工企业: what somebody is appointed is a title, without the word of a level too. */
  const appointed = (text: string, verb: Cue, stops: readonly Cue[], taken: readonly Span[]): PlainTitle | null => {
    const from = verb.end
    const clauseEnd = from + text.slice(from).search(/[，；。]|$/u)
    // 授予甲产业园、乙园“集聚示范区”牌匾: whom it is given to.
    if (verb.groups.has('honour-give') && taken.some(({ start }) => start >= from && start < clauseEnd)) return null
    const words = text.slice(from, runEnd(text, from, stops)).replace(tail, '')
    const to = verb.groups.has('honour-give') ? receiver(words) : 0
    const isGrade = GRADED.test(words) && !isAbove(levels.ofGiver(giverBefore(text, verb.start)))
    return words.length >= SHORTEST_QUOTED && head.test(words) && !notHead.test(words) && !isGrade
      ? { start: from + to, end: from + words.length, headless: false, ...(to > 0 && { object: { start: from, end: from + to } }) }
      : null
  }

  /** 被国家税务总局‹列为›出口退税一类管理企业: whatever a body above the county makes of one. */
  const appoints = (text: string, { word, start, groups }: Cue): boolean =>
    appointing.has(word) || (word.endsWith('为') && groups.has('honour-obtained') && isAbove(levels.ofGiver(giverBefore(text, start))))

  /** 国家市场监管总局公布的‹2020年…先进技术机构›名单中，有…: what a body above the county lists. */
  const listedTitles = (text: string): PlainTitle[] =>
    matchesOf(listing, text).flatMap(({ 0: whole, 1: giver = '', 2: title = '', index }): PlainTitle[] => {
      const start = index + whole.length - title.length
      return isAbove(levels.ofGiver(giver)) && !notHead.test(title) ? [{ start, end: start + title.length, headless: false }] : []
    })

  /** 继续持有…二级证书: what is kept is a title, whatever it says. */
  const kept = (text: string, verb: Cue, stops: readonly Cue[]): PlainTitle | null => {
    const run = runEnd(text, verb.end, stops)
    const end = run + (proofs(text.slice(run)).find(({ start }) => start === 0)?.end ?? 0)
    const words = text.slice(verb.end, end)
    const isProof = words.length >= SHORTEST_PLAIN && keptAs.test(words) && !COUNTED.test(words) && !/[0-9]/u.test(words)
    return isProof ? { start: verb.end, end, headless: false } : null
  }

  /** 通过‹国家粮食储备库规范化管理›复审, 通过‹地区示范幼儿园›验收: what was passed or looked at again. */
  const passedTitle = (text: string, verb: Cue): PlainTitle | null => {
    const run = PASSED_RUN.exec(text.slice(verb.end, verb.end + LONGEST_PLAIN))?.[0] ?? ''
    const by = /^[^的]{2,24}组织的/u.exec(run)?.[0].length ?? 0
    const act = passedActs(run.slice(by)).at(-1)
    if (!act || by + act.end !== run.length) return null
    const words = run.slice(by, by + act.start).replace(tailAct, '')
    const given = givenBy.exec(words)?.[0].length ?? 0
    const title = words.slice(given)
    const isNamed =
      head.test(title) || passedEnds.test(title) || (praise.test(title.slice(levels.words(title)[0]?.end ?? 0)) && !organ.test(title))
    if (title.length < SHORTEST_QUOTED || notHead.test(title) || organ.test(title) || !isNamed) return null
    const isAgain = act.groups.has('honour-retained')
    if (!isAgain && levels.words(words).length === 0) return null
    const start = verb.end + by + given
    return { start, end: start + title.length, headless: false, ...(given > 0 && { object: { start: start - given, end: start } }) }
  }

  /** 三星级旅游饭店资格被取消: what is taken away is a title, whatever it is. */
  const lost = (text: string, verb: Cue): PlainTitle | null => {
    const before = text.slice(Math.max(0, verb.start - LONGEST_PLAIN), verb.start)
    const plainly = before.replace(lawfully, '')
    const by = passive.test(plainly) || passiveAhead.test(verb.word)
    const words = by ? (LOST.exec(plainly.replace(passive, '').replace(adverb, ''))?.[1] ?? '') : ''
    const title = words.replace(tail, '')
    const from = verb.start - before.length + before.lastIndexOf(words)
    return title === words || title.length < SHORTEST_QUOTED || COUNTED.test(title)
      ? null
      : { start: from, end: from + title.length, headless: false }
  }

  /** 从美丽宜居村庄名单中剔除: what one is taken from. */
  const lostFrom = (text: string, verb: Cue): PlainTitle | null => {
    const title = from.exec(text.slice(Math.max(0, verb.start - LONGEST_PLAIN), verb.start))?.[1]
    const start = title === undefined ? -1 : text.lastIndexOf(title, verb.start)
    return title === undefined ? null : { start, end: start + title.length, headless: false }
  }

  /** 被注销二级安全生产标准化矿井资格: the same behind its verb, up to 资格 or 称号. */
  const lostBehind = (text: string, verb: Cue, stops: readonly Cue[]): PlainTitle | null => {
    if (!passiveAhead.test(verb.word) && !passive.test(text.slice(0, verb.start))) return null
    const words = text.slice(verb.end, runEnd(text, verb.end, stops))
    const title = words.replace(tail, '')
    return title === words || title.length < SHORTEST_QUOTED || title.includes('的')
      ? null
      : { start: verb.end, end: verb.end + title.length, headless: false }
  }

  return (text, limits, cues, taken) => {
    const titles: PlainTitle[] = []
    const add = (span: PlainTitle | null): void => {
      if (span && ![...taken, ...titles].some(({ start, end }) => start < span.end && end > span.start)) titles.push(span)
    }
    const stops = [...limits, ...cues].sort((a, b) => a.start - b.start)
    for (const verb of cues) if (verb.groups.has('honour-revoked')) add(lostFrom(text, verb))
    for (const verb of cues) if (verb.groups.has('honour-pass')) add(passedTitle(text, verb))
    for (const level of levels.words(text)) add(levelTitle(text, level, stops, beginning(text, level, cues)))
    for (const verb of cues) if (holding.has(verb.word)) add(kept(text, verb, stops))
    for (const verb of cues) if (appoints(text, verb)) add(appointed(text, verb, stops, taken))
    for (const span of listedTitles(text)) add(span)
    for (const verb of cues) if (verb.groups.has('honour-revoked')) add(lost(text, verb) ?? lostBehind(text, verb, stops))
    for (let open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
      const close = text.indexOf('”', open)
      const isListed = close - open === SHORTEST_QUOTED - 1 && listAhead.test(text.slice(close + 1))
      if ((close - open >= SHORTEST_QUOTED || isListed) && close - open <= LONGEST_PLAIN)
        add(quotedTitle(text, { open, close }, { cues, stops, taken: [...taken, ...titles] }))
    }
    return titles
  }
}
