/**
 * A title that the rest of its item speaks of, where no grammar of verb and object ties them.
 *
 *   ‹自治区农业产业化重点龙头企业›，力争绿翔糖业进榜        县体育馆…，‹地区“红花杯”优质工程奖›，年内要拿下来
 *   原‹自治区畜禽标准化示范场›哈拉布拉乡羊场因环保不力，资格被取消
 *
 * An item lies between ；, 。 or a label. It must speak of one title only, of one given above the county, and say how far that is won; or stand under a label
 * that says so, beside a name and nothing else. Whose it is stands before the title, directly behind it, or before the verb of a clause behind it.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import { labelOf } from './labels.ts'
import { isAbove, type LevelReader } from './level.ts'
import type { NameReader, Source } from './names.ts'
import type { Cue } from './scan.ts'
import { says as is, type StatusGroup, statusOf } from './status.ts'
import type { Told } from './title-rows.ts'

export type TopicReader = (around: Surroundings, index: number) => Told | null

const LONGEST_ITEM = 120
const LONGEST_NAME = 30
const SHORTEST_NAME = 2
const VERBS: readonly StatusGroup[] = ['honour-obtained', 'honour-obtained-after', 'honour-listed', 'honour-applied', 'honour-creating']
/** What a clause of an item may begin with. */
const MARKS = /^[\s，、：\p{No}●◆■▲•]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}(?:[)）、]|[.．](?![0-9])))?/u

export function createTopicReader(lexicon: Lexicon, levels: LevelReader, names: NameReader, regionsOf: RegionReader): TopicReader {
  /** 原‹…示范场›, 现有‹…单位›: what may stand before a title that opens its item. */
  const opening = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-topic-opening'))})?[“‘]?$`, 'u')
  /** ‹国家卫生县城›标准, ‹高新技术企业›奖励: said of something else. */
  const aside = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-topic-aside'))})`, 'u')
  const tried = new RegExp(wordPattern(cue(lexicon, 'honour-tried')), 'u')
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')

  /** 自治区劳动模范: with its level in front an everyday word is a title too. */
  const isStrong = ({ weak, bare, headless, award, title }: Honour): boolean =>
    !(weak && (award !== null || levels.words(title)[0]?.start !== 0)) && !bare && !headless && isAbove(award?.level ?? levels.in(title))

  const itemAround = (text: string, { start, wholeEnd }: Honour, label: number): Span => {
    const stop = text.slice(wholeEnd).search(/[；。]/u)
    return {
      start: Math.max(label, ...['；', '。'].map((mark) => text.lastIndexOf(mark, start) + 1)),
      end: stop < 0 ? text.length : wholeEnd + stop,
    }
  }

  /** How far it is won: the last word decides, and before all of them what is only meant. */
  const statusIn = (said: readonly Cue[], label: AchievementStatus | null | undefined, amongHonours: boolean): AchievementStatus | null => {
    if (said.length === 0) return label === undefined ? (amongHonours ? 'obtained' : null) : label
    if (said.some((word) => is(word, 'honour-own-act', 'honour-held') || (is(word, 'honour-give') && !word.word.startsWith('被'))))
      return null
    const status = statusOf(said) ?? null
    if (status === 'revoked' || said.some((word) => is(word, 'honour-negative'))) return status === 'revoked' ? status : null
    return said.some((word) => is(word, 'honour-planned') && !is(word, 'honour-obtained-after')) ? 'planned' : status
  }

  /** 打算明年再看: meant, and nobody knows what. */
  const isVague = (text: string, word: Cue, end: number): boolean =>
    is(word, 'honour-planned') && !is(word, ...VERBS) && !tried.test(text.slice(word.end, end))

  return (around, index) => {
    const { text, outside, honours, labels, amongHonours } = around
    const honour = honours[index] as Honour
    if (!isStrong(honour) || aside.test(text.slice(honour.tailEnd))) return null
    const label = labelOf(labels, honour.start)
    const item = itemAround(text, honour, label?.end ?? 0)
    if (item.end - item.start > LONGEST_ITEM || honours.some((other) => other !== honour && isIn(other, item) && !other.headless))
      return null
    const source: Source = { masked: text, raw: text, known: () => false }
    const said = outside.filter((word) => isIn(word, item))
    const first = said[0]
    const from = item.start + (MARKS.exec(text.slice(item.start, honour.start))?.[0].length ?? 0)
    const lead = { start: from, end: honour.start }
    const isLabelled = label !== undefined && (label.ofKind || label.status !== undefined)
    const status = statusIn(said, isLabelled ? (label.status ?? 'obtained') : undefined, amongHonours)
    if (status === null || (said.length === 1 && isVague(text, said[0] as Cue, item.end))) return null

    /** A name and nothing else, or at the head of a stretch one that ends as names do. */
    const named = (span: Span, whole: boolean): Span | null => {
      const words = text.slice(span.start, span.end).replace(/[，、\s“‘]+$/u, '')
      if (words.length < SHORTEST_NAME || words.length > LONGEST_NAME || /[，：]/u.test(words)) return null
      const place = { start: span.start, end: span.start + words.length }
      const found = names.in(source, place)
      const [name] = found.names
      if (name === undefined || found.isGeneric || (organ.test(name) && regionsOf(name).some(({ kind }) => kind === 'area'))) return null
      return found.names.every(names.isWellFormed) || (whole && found.subject === words) ? place : null
    }

    const opens = opening.test(text.slice(lead.start, lead.end))
    const ahead = opens ? null : named(lead, text[lead.end - 1] === '，')
    if (!opens && !ahead) return null
    if (ahead && first && first.start < honour.start) return null
    const verb = said.at(-1) ?? honour
    if (ahead) return { status, verb, holder: ahead }
    const stops = [...said.map(({ start }) => start), item.end]
    const beside = {
      start: honour.tailEnd,
      end: Math.min(...stops.filter((stop) => stop >= honour.tailEnd), endOfClause(text, honour.tailEnd, item.end)),
    }
    const behind = named(beside, false)
    if (behind) return { status, verb, holder: behind }
    for (const clause of clausesOf(text, { start: honour.wholeEnd, end: item.end })) {
      const words = said.filter((word) => isIn(word, clause))
      const meant = words[0] && is(words[0], 'honour-planned') && words[0].start === clause.start ? words[0] : undefined
      const until = words.find((word) => word !== meant)?.start ?? clause.end
      const found = named({ start: meant?.end ?? clause.start, end: until }, false)
      if (found) return { status, verb, holder: found }
    }
    return { status, verb, holder: 'county' }
  }
}

const isIn = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

function endOfClause(text: string, from: number, limit: number): number {
  const stop = text.slice(from, limit).search(/[，：；。（]/u)
  return stop < 0 ? limit : from + stop
}

function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = []
  let from = start
  for (let at = start; at <= end; at++)
    if (at === end || text[at] === '，') {
      if (at > from) clauses.push({ start: from, end: at })
      from = at + 1
    }
  return clauses
}
