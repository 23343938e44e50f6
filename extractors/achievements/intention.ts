/**
 * What is meant for the coming period, and not yet so: under a plan's heading, behind 力争 and 计划.
 *
 * In a plan too, some things are told as they are: what was taken away or is announced, what is held and kept (在…的基础上, 继续保持…), what 正在 or 已 stands
 * before, what a giver has given (被某协会评为…), and an honour won of which a paragraph tells that opens so (据悉, 此外).
 */
import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import { createScan } from './scan.ts'
import type { Standing } from './standing.ts'

export interface IntentionReader {
  /** Whether what `standing` says of the honour is only meant; `before`: the standing of the honour before it. */
  isMeant(around: Surroundings, honour: Honour, standing: Standing, before: Standing | null): boolean
}

/** What is true of an honour in a plan too. */
const KEPT: ReadonlySet<AchievementStatus> = new Set(['revoked', 'pending'])
const LONGEST_WINNER = 8
const SHORTEST_SUBJECT = 3
/** 年底前, 三年内, 到2022年: by when. */
const YEAR = /(?<![至到—～-])((?:19|20)[0-9]{2})年(?!以来|至|—|底前|前)/gu
const UNTIL = /前|内|[至到于][0-9]{4}年|明年|来年|20[0-9]{2}年/u

export function createIntentionReader(lexicon: Lexicon): IntentionReader {
  const actual = new RegExp(wordPattern(cue(lexicon, 'honour-actual')), 'u')
  /** …试点‹已于2021年›通过验收, …文明号‹已›申报 */
  const already = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-already'))})`, 'u')
  /** 在获得…命名的基础上, 继续保持…: held already, also in a plan. */
  const ground = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-ground'))})`, 'u')
  const holding = new Set(cue(lexicon, 'honour-holding'))
  const winner = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-winner'))})`, 'u')
  const passive = createScan(lexicon, ['honour-passive'])
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')

  const past = new RegExp(
    wordPattern(['honour-year-last', 'honour-year-before-last', 'honour-past'].flatMap((group) => cue(lexicon, group))),
    'u',
  )
  const tellingVerbs = new Set(cue(lexicon, 'honour-told'))
  const helping = createScan(lexicon, ['honour-causer', 'honour-modal', 'honour-planned'])
  /** ‹某公司的驼奶粉获›有机产品认证, in a report: whose it is stands before the verb, and nothing says that it is meant. */
  const isNarrated = ({ text, inPlan }: Surroundings, clause: Span, { status, ahead }: Standing): boolean => {
    const verb = ahead.find(({ word }) => tellingVerbs.has(word))
    if (status !== 'obtained' || inPlan || !verb) return false
    const half = text.lastIndexOf('；', verb.start) + 1
    const before = text.slice(clause.start, verb.start)
    return (
      before.length >= SHORTEST_SUBJECT && !UNTIL.test(text.slice(half, verb.start)) && helping(text.slice(half, verb.start)).length === 0
    )
  }

  /** 被某协会评为: told of what happened. */
  const isGivenBy = ({ text, cues }: Surroundings, clause: Span, honour: Honour, { verb }: Standing): boolean => {
    const by = passive(text.slice(clause.start, verb.start)).at(-1)
    const named = by ? text.slice(clause.start + by.end, verb.start) : ''
    return verb.end <= honour.start && organ.test(named) && !cues.some(({ start, end }) => start >= clause.start && end <= verb.start)
  }

  /** 西湖镇敬老院‹2022年›获…, in a plan of 2023; 某人‹同年›获…: of a time that is over. */
  const isPast = ({ text, year, inPlan }: Surroundings, honour: Honour, { status, verb }: Standing): boolean => {
    if (status !== 'obtained' || verb.start > honour.end) return false
    const half = text.slice(text.lastIndexOf('；', verb.start) + 1, verb.start)
    const years = matchesOf(YEAR, half).map(({ 1: written }) => Number(written))
    const isOver = year !== null && years.length > 0 && years.every((each) => (inPlan ? each < year : each <= year))
    return (isOver || past.test(half)) && helping(half).length === 0
  }

  /** Told as it is, whatever stands above. */
  const isTold = (around: Surroundings, clause: Span, honour: Honour, standing: Standing): boolean => {
    const { text } = around
    if (actual.test(text.slice(clause.start, honour.start))) return true
    if (standing.verb.start >= honour.tailEnd && already.test(text.slice(honour.tailEnd, standing.verb.end))) return true
    if (standing.status !== 'obtained') return false
    if (isPast(around, honour, standing)) return true
    return ground.test(text.slice(honour.tailEnd)) || holding.has(text.slice(standing.verb.start, standing.verb.end))
  }

  return {
    isMeant: (around, honour, standing, before) => {
      const isWinner = winner.test(around.text.slice(honour.tailEnd, honour.tailEnd + LONGEST_WINNER))
      if (KEPT.has(standing.status) || isWinner || standing.verb === before?.verb) return false
      const clause = around.clauses.find(({ start, end }) => start <= honour.start && honour.start < end) as Span
      if (isTold(around, clause, honour, standing)) return false
      const isWon = standing.status === 'obtained' && (around.reported || isGivenBy(around, clause, honour, standing))
      const isReported = isWon || around.noted || isNarrated(around, clause, standing)
      return (around.planned && !isReported) || intends(around, clause, honour)
    },
  }
}

/** 力争, 计划 in the same clause before the title, or at the head of an earlier clause of the same half of the sentence. */
function intends({ text, clauses, cues }: Surroundings, clause: Span, honour: Honour): boolean {
  const half = text.lastIndexOf('；', honour.start) + 1
  return cues.some((found) => {
    if (!found.groups.has('honour-planned') || found.end > honour.start || found.start < half) return false
    if (found.start >= clause.start) return true
    return clauses.some(({ start }) => found.start >= start && found.start - start <= 3)
  })
}
