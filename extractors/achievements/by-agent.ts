/**
 * The order turned round: the title first, then by whom it was won or is carried on.
 *
 *   …示范单位名单里，有‹铁厂沟镇加油站›      绿色工厂正在公示的有‹甲纸业›、‹乙化工›2家
 *   自治区诚信计量示范单位称号则由‹铁厂沟镇加油站›拿下      已获批的…标准化试点由‹口岸冷链物流园›巩固提升
 *
 * Who gives, recommends or reviews (由自治区农业农村厅认定, 由地区局推荐) does not hold it.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import { createPersonReader } from './person.ts'
import type { Cue } from './scan.ts'
import { says, statusOf } from './status.ts'
import type { Told } from './title-rows.ts'

/** `outside`: words of standing outside titles; `nearest`: the verb before the title. */
export type ByAgentReader = (text: string, outside: readonly Cue[], honour: Honour, nearest: Cue | undefined) => Told | null

const LONGEST_NAME = 30
const LONGEST_LIST = 60
const HAS = /^的?(?:有|包括|为|是)(?:[0-9一二三四五六七八九十两几]{1,3}[家个项件名人处])?(?:：|，(?:分别|依次)?(?:为|是))?/u
const AMONG = /^(?:之?中|里|上|内)，?(?:还|也|就)?(?:有|包括)/u

export function createByAgentReader(lexicon: Lexicon): ByAgentReader {
  const phrases = createNounPhraseReader(lexicon)
  const person = createPersonReader(lexicon)
  const by = new RegExp(
    `^[”’]?(?:${wordPattern(cue(lexicon, 'honour-holder-near'))}){0,2}(?:${wordPattern(cue(lexicon, 'honour-by'))})`,
    'u',
  )
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')

  /** Who is on it: 名单里有…, 正在公示的有…. */
  const listed = (text: string, outside: readonly Cue[], { start: title, end, tailEnd }: Honour, nearest: Cue | undefined): Told | null => {
    const behind = outside.find((found) => found.start >= tailEnd && found.start - tailEnd <= 2 && text[found.end] === '的')
    // 参评‹某奖›的有两家：…, 拟命名的‹某村镇›有：…
    const isWho = nearest !== undefined && (text.startsWith('的', tailEnd) || text.startsWith('的', nearest.end))
    const ahead = nearest !== undefined && isWho && title - nearest.end <= 2 ? nearest : undefined
    const verb = behind ?? ahead
    const from = behind ? behind.end + 1 : tailEnd
    const opener = verb ? HAS.exec(text.slice(from)) : tailEnd > end ? AMONG.exec(text.slice(from)) : null
    const status = verb ? statusOf([verb]) : 'obtained'
    if (!opener || !status) return null
    const start = from + opener[0].length
    const stop = start + text.slice(start).search(/[，；。：]|$/u)
    const named = phrases.subject(text, { start, end: stop })
    const isNamed = named.start === start && named.end - start <= LONGEST_LIST && /\p{Script=Han}{2}/u.test(text.slice(start, named.end))
    return isNamed && !/^[0-9一二三四五六七八九十两几多]/u.test(text.slice(start))
      ? { status, verb: verb ?? { start: tailEnd, end: start }, holder: named }
      : null
  }

  return (text, outside, honour, nearest) => {
    const among = honour.weak ? null : listed(text, outside, honour, nearest)
    if (among) return among
    const agent = by.exec(text.slice(honour.tailEnd, honour.tailEnd + LONGEST_NAME))?.[0]
    if (!agent) return null
    const start = honour.tailEnd + agent.length
    const end = start + text.slice(start).search(/[，；。：]|$/u)
    const verb = outside.find((found) => found.start > start && found.end <= end)
    const named: Span = phrases.subject(text, { start, end: verb?.start ?? end })
    const name = text.slice(named.start, named.end)
    if (named.start !== start || name.length > LONGEST_NAME || !(phrases.isWellFormed(name) || person(name) !== name)) return null
    const isHeld = nearest !== undefined && says(nearest, 'honour-obtained', 'honour-obtained-after') && text[nearest.end] === '的'
    if (!verb) return isHeld && named.end < end ? { status: 'obtained', verb: nearest, holder: named } : null
    const status = statusOf([verb])
    if (says(verb, 'honour-give', 'honour-own-act', 'honour-planned') || !status) return null
    return status !== 'obtained' && organ.test(name) ? null : { status, verb, holder: named }
  }
}
