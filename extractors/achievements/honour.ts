/**
 * Titles of honours in a sentence: where each begins and ends, and which entry of the catalogue it is.
 *
 *   被评为‹2019年度全国价格监测工作先进单位›        begins after the verb
 *   ‹全国绿色食品原料（小麦）标准化生产基地›正在创建   without one, at the words of its level
 *   获得‹自治区农田水利基本建设“天山杯”竞赛先进县市综合奖›称号   several names and endings of titles make one
 *
 * A title ends with a name of the catalogue or with a word that titles end with (…示范县), else it is `plain`. Whether it was won is `standing.ts`'s
 * to say.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type Award, cue, type Lexicon } from '../lexicon.ts'
import { type Anchor, chains, createAnchorReader, LONGEST_TITLE } from './anchors.ts'
import type { LevelReader } from './level.ts'
import { isOfName, withLead, withoutQuotedHolder, withQuotedLead } from './near-titles.ts'
import { createNoteReader, type Note } from './note.ts'
import { createPlainTitleReader } from './plain-titles.ts'
import { type Cue, createScan } from './scan.ts'
import { createTitleBounds, elidedGrades, elidedLevels, withQuotes } from './title-bounds.ts'
import { createTitleGiverReader } from './title-giver.ts'

export interface Honour extends Span {
  readonly title: string
  /** The same title under other levels that share its words: ‹国家级›、自治区级绿色工厂. */
  readonly elided: readonly string[]
  readonly award: Award | null
  /** The name of the catalogue that stands in the title. */
  readonly awardName: string
  /** An everyday word (绿色食品): an honour only directly behind its verb. */
  readonly weak: boolean
  /** Known by its level or its quotation marks only (自治区三八红旗集体). */
  readonly plain: boolean
  /** Of a plain one: ends with a noun that is in no list. */
  readonly headless: boolean
  /** 自治区放心消费示范单位和‹示范街区›: its first words are those of the title before it. */
  readonly led: boolean
  /** 三等奖: says nothing without the contest before it. */
  readonly bare: boolean
  /** Where the title's words end: closing quotation marks, 称号, 名录, 的公告 included. */
  readonly tailEnd: number
  readonly note: Note | null
  /** The title named before, said again: 荣膺‹该奖›. */
  readonly isAgain?: boolean
  /** Where the words about the title end: its bracket included. */
  readonly wholeEnd: number
  /** What stands between verb and title: whom it is given to (授予甲公司自治区绿色工厂称号), or who gives it (获甲协会“乙”称号). */
  readonly object: Span | null
  /** Who gives it, at the head of its title; '' where nobody is named there. */
  readonly by: string
}

export type HonourReader = (text: string, clauses: readonly Span[], cues: readonly Cue[]) => Honour[]

const LONGEST_GRADED = 12
const LONGEST_PROPOSAL = 30
/** …优秀单位评选中榜上有名 */
const AMONG = /^[^，。；]{1,6}(?:中|里)(?!心)/u

export function createHonourReader(lexicon: Lexicon, levels: LevelReader): HonourReader {
  const anchorsIn = createAnchorReader(lexicon)
  const bounds = createTitleBounds(lexicon, levels)
  const plainIn = createPlainTitleReader(lexicon, levels)
  const boundaries = createScan(lexicon, ['honour-boundary'])
  const tail = new RegExp(
    `^[”’"』」》]?(?:的?(?:${wordPattern(cue(lexicon, 'honour-tail'))})|的(?:${wordPattern(cue(lexicon, 'honour-naming-tail'))}))?`,
    'u',
  )
  const notAfter = new RegExp(`^[”’"』」》]?(?:${wordPattern(cue(lexicon, 'honour-not-after'))})`, 'u')
  /** 推荐“甲”参加‹全国名特优新农产品›评选: put forward for it. */
  /** “十佳诚信餐饮”‹评选揭晓›: who won follows. */
  const announced = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-announced'))})`, 'u')
  const selection = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-selection'))})`, 'u')
  const proposed = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-proposed'))})[^，。；]{0,24}$`, 'u')
  const kept = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'honour-retained'))})(?!(?:的|工作)?(?:${wordPattern(cue(lexicon, 'honour-prepared'))}))`,
    'u',
  )
  const prepared = new RegExp(
    `^[”’]?(?:${wordPattern(cue(lexicon, 'honour-retained'))})(?:的|工作)?(?:${wordPattern(cue(lexicon, 'honour-prepared'))})`,
    'u',
  )
  const noteAt = createNoteReader(lexicon, levels)
  const proof = new RegExp(`^的(?:${wordPattern(cue(lexicon, 'honour-proof'))})`, 'u')
  const listed = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-proof-creating'))})`, 'u')
  const tailEnd = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-tail'))})$`, 'u')
  const nounAtEnd = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-head'))})$`, 'u')
  const joined = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-holder-and'))})`, 'u')
  const putForward = new Set(cue(lexicon, 'honour-put-forward'))
  const bare = new Set(cue(lexicon, 'honour-bare'))
  /** 此认证: says again what another sentence named. */
  const pointing = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-same-lead'))})`, 'u')
  const again = createScan(lexicon, ['honour-again'])
  const giverAhead = createTitleGiverReader(lexicon)
  /** 自治区质量技术监督局‹“计量工匠”›: the title begins behind who gives it. */
  const withoutGiver = (text: string, span: Span, verb: Cue | null): Span => {
    const start = span.start + giverAhead(text.slice(span.start, span.end), verb?.end === span.start)
    const isQuoted = start > span.start && /^“[^“”]*”$/u.test(text.slice(start, span.end))
    return isQuoted ? { start: start + 1, end: span.end - 1 } : { start, end: span.end }
  }

  /** AAA级‹物流企业›, 模范‹职工之家›: says what kind of something else. */
  const isGradeOf = (text: string, { word, end, weak, award }: Anchor): boolean => {
    if (!weak || (award !== null && !word.endsWith('级'))) return false
    const run = /^[^，。；、：！？（）“”\s]*/u.exec(text.slice(end, end + LONGEST_GRADED))?.[0] ?? ''
    return !joined.test(run) && nounAtEnd.test(run.replace(tailEnd, ''))
  }

  const finish = (
    text: string,
    span: Span,
    clauseEnd: number,
    rest: Pick<Honour, 'award' | 'awardName' | 'weak' | 'plain' | 'headless' | 'object' | 'by'>,
  ): Honour => {
    const title = text.slice(span.start, span.end)
    const levelled = elidedLevels(text, span, levels)
    const shared = levelled.elided.length > 0 ? levelled : elidedGrades(text, span)
    const named = span.end + (tail.exec(text.slice(span.end))?.[0].length ?? 0)
    const tailEnd = Math.min(named + (proof.exec(text.slice(named, named + 12))?.[0].length ?? 0), Math.max(clauseEnd, span.end))
    const note = noteAt(text, tailEnd)
    return {
      ...span,
      ...shared,
      title,
      bare: bare.has(title.replace(/[“”]/gu, '')),
      led: false,
      tailEnd,
      note,
      wholeEnd: note?.end ?? tailEnd,
      ...rest,
    }
  }

  /** Speaks of an activity about such honours (先进单位表彰会), and is no certificate listed under a name (甲镇：国家卫生镇创建方案). */
  const isActivity = (text: string, title: Span): boolean =>
    prepared.test(text.slice(title.end)) ||
    (notAfter.test(text.slice(title.end)) &&
      !announced.test(text.slice(title.end)) &&
      !AMONG.test(text.slice(title.end)) &&
      !kept.test(text.slice(title.end)) &&
      !(selection.test(text.slice(title.end)) && proposed.test(text.slice(Math.max(0, title.start - LONGEST_PROPOSAL), title.start))) &&
      !(text[title.start - 1] === '：' && listed.test(text.slice(title.end))))

  /** ‹获评›全省打造内陆地区改革开放高地先进单位: a verb of winning with the words of a level directly behind it; what follows is the title's. */
  const namingAt = (text: string, verbs: readonly Cue[], lower: number, until: number): Cue | null =>
    verbs.findLast(
      ({ start, end, groups }) =>
        start >= lower &&
        end < until &&
        groups.has('honour-obtained') &&
        !/[，；。、：“”（）]/u.test(text.slice(end, until)) &&
        levels.words(text.slice(end, until)).some((word) => word.start === 0) &&
        verbs.some((other) => other.start > end && other.end <= until && other.groups.has('honour-creating')),
    ) ?? null

  /** 该称号, 这个牌子: the title named last before, unless a clause begins with it and only goes on. */
  const namedAgain = (text: string, titles: readonly Honour[]): Honour[] =>
    again(text).flatMap(({ start, end }): Honour[] => {
      const title = titles.findLast((one) => one.end <= start)
      if (!title || /^[，；。]?$/u.test(text[start - 1] ?? '') || titles.some((one) => one.start < end && one.end > start)) return []
      return [{ ...title, start, end, tailEnd: end, wholeEnd: end, note: null, object: null, elided: [], bare: false, isAgain: true }]
    })

  return (text, clauses, cues) => {
    const known: Honour[] = []
    const refused: Span[] = []
    const limits = boundaries(text)
    const verbs = cues.filter(({ groups }) => !groups.has('honour-creating-after') || groups.has('honour-creating'))
    for (const chain of chains(text, anchorsIn(text), [...limits, ...cues.filter(({ groups }) => !groups.has('honour-creating-after'))])) {
      const first = chain[0] as Anchor
      const last = chain.at(-1) as Anchor
      const clause = clauses.find(({ start, end }) => start <= first.start && first.start < end)
      if (!clause || isGradeOf(text, last)) continue
      const lower = Math.max(clause.start, known.at(-1)?.wholeEnd ?? 0)
      const verb = namingAt(text, verbs, lower, first.start) ?? lastIn(verbs, lower, first.start)
      // “全国消协‹组织›维权先进集体”: what is quoted is whole.
      const open = text.lastIndexOf('“', first.start)
      const isQuoted = open >= (verb?.end ?? lower) && !text.slice(open, first.start).includes('”')
      const boundary = lastIn(limits, lower, isQuoted ? open : first.start)?.end ?? -1
      const limit = verb && namingAt(text, verbs, lower, first.start) === verb ? -1 : boundary
      const begun = bounds.beginning(text, lower, first.start, verb, limit)
      const { start, object } = withQuotedLead(text, withoutQuotedHolder(text, begun, first), first, verb, clause, putForward)
      const end = bounds.end(text, start, last, clause.end)
      const named = withQuotes(text, { start, end })
      const span = withoutGiver(text, named, verb)
      if (span.end - span.start > LONGEST_TITLE || isActivity(text, span)) {
        refused.push(span)
        continue
      }
      const entry = last.weak && end > last.end ? null : awardOf(chain)
      known.push(
        finish(text, span, clause.end, {
          award: entry?.award ?? null,
          awardName: entry?.word ?? '',
          weak: chain.every(({ weak }) => weak),
          plain: false,
          headless: false,
          object,
          by: text.slice(named.start, span.start).replace(/“$/u, ''),
        }),
      )
    }
    const plain = plainIn(text, limits, cues, [...known, ...refused]).flatMap((found): Honour[] => {
      const clause = clauses.find(({ start, end }) => start <= found.start && found.start < end)
      const inNote = known.some(({ note }) => note !== null && note.giver !== '' && found.start >= note.start && found.end <= note.end)
      if (!clause || inNote || isActivity(text, found)) return []
      const named = withQuotes(text, found)
      const lower = Math.max(clause.start, known.findLast(({ end }) => end <= named.start)?.wholeEnd ?? 0)
      const verb = lastIn(verbs, lower, named.start)
      const span = withoutGiver(text, named, verb)
      const object =
        found.object ??
        (verb && verb.end < span.start ? { start: verb.end, end: span.start - (/[“‘]$/u.test(text.slice(0, span.start)) ? 1 : 0) } : null)
      return [
        finish(text, span, clause.end, {
          award: null,
          awardName: '',
          weak: false,
          plain: true,
          headless: found.headless,
          object,
          by: found.by ?? text.slice(named.start, span.start).replace(/“$/u, ''),
        }),
      ]
    })
    const titles = [...known, ...plain]
      .sort((a, b) => a.start - b.start)
      .filter(({ title }) => !pointing.test(title))
      .filter((title, at, all) => !isOfName(text, title, all[at + 1], verbs, limits))
    const whole = titles.map((title, at) => withLead(text, title, titles[at - 1], levels))
    return [...whole, ...namedAgain(text, whole)].sort((a, b) => a.start - b.start)
  }
}

/** The entry that the title ends with, else one that is no everyday word (“天山杯”水资源管理奖). */
function awardOf(chain: readonly Anchor[]): Anchor | null {
  const last = chain.at(-1)
  const inside = chain.filter((anchor) => anchor.award !== null && (anchor === last || !anchor.weak))
  return (
    inside.find(({ award }) => award?.level) ?? inside[0] ?? chain.find(({ award, word }) => award?.level && !word.endsWith('级')) ?? null
  )
}

const lastIn = (cues: readonly Cue[], from: number, to: number): Cue | null =>
  cues.reduce<Cue | null>((last, found) => (found.start >= from && found.end <= to && found.end > (last?.end ?? -1) ? found : last), null)
