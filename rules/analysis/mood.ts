/**
 * Whether a sentence speaks of what is to come: by its own words (下一步, 拟由, 建议), by a deadline that nothing says has passed (12月底前), or by what
 * befalls those who do not comply (复检不合格的停产).
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'
import type { ClauseView } from './sentence-view.ts'

export interface Mood {
  readonly isToCome: (sentence: ClauseView) => boolean
  /** By its own words, a deadline alone not counted. */
  readonly isMeant: (clause: ClauseView) => boolean
  /** 7月起每周抽查2个站 */
  readonly isOnset: (sentence: ClauseView) => boolean
  readonly isDone: (text: string) => boolean
  /** By a day that nothing says has passed: a term within which each case is dealt with (48小时内) is none. */
  readonly isDue: (text: string) => boolean
  readonly hasDeadline: (text: string) => boolean
  readonly hasSanction: (text: string) => boolean
}

/** So many characters hold the word that ends a sentence, and its mark. */
const LONGEST_END = 5
/** 从9月起， 7月1日起 */
const ONSET = '(?:^|[，；：。从自])(?:20[0-9]{2}年|今年|明年)?[0-9]{1,2}月(?:份|[0-9]{1,2}日)?(?:开始|起)'

export const createMood = perLexicon((lexicon): Mood => {
  const memory = memoryOf(lexicon)
  const future = cueTest(lexicon, 'future-marks')
  const isDone = cueTest(lexicon, 'past-marks')
  const deadline = cueTest(lexicon, 'deadlines')
  const day = `(?:${wordPattern(cue(lexicon, 'deadline-times'))})(?:之)?前(?![后移])`
  const dated = new RegExp(day, 'u')
  const before = new RegExp(
    `${day}|[0-9一两二三四五六]+(?:日|天|小时|个月|个工作日)内|[0-9]{1,2}(?:月|日)(?:起|后)由|[0-9]{1,2}月起[^，。；]{0,12}每`,
    'u',
  )
  /** 7月起搅拌站进砂一车一测; 从11月起，加油站每半月自测一次 */
  const onset = new RegExp(
    `${ONSET}[^。；]{0,30}(?:${wordPattern(cue(lexicon, 'recurrence-marks'))}|一(\\p{Script=Han})一\\p{Script=Han})`,
    'u',
  )
  const failing = guardedPattern(cue(lexicon, 'failing-marks'), lexicon.cues['failing-marks:misfires'] ?? [])
  const sanctions = wordPattern(cue(lexicon, 'sanctions'))
  const sanction = new RegExp(`(?:${failing})[^，。；]{0,16}，?[^，。；]{0,10}(?:${sanctions})`, 'u')
  const rule = new RegExp(`(?:${failing})[^，。；]{0,16}的[^，。；]{0,8}，?[^，。；]{0,12}(?:${sanctions})`, 'u')
  /** 每月抽检4批次，县农业农村局负责。 */
  const ends = `(?:${wordPattern(cue(lexicon, 'assigned-ends'))})[。；]?$`
  const closes = new RegExp(ends, 'u')
  const given = new RegExp(`[，；][^，。；]{0,10}(?:${wordPattern(cue(lexicon, 'owner-bodies'))})${ends}`, 'u')
  const isAssigned = (words: string): boolean => closes.test(words.slice(-LONGEST_END)) && given.test(words)
  /** 各单位要高度重视；要组织活动8场: who is told to, or nobody, stands before it. */
  const told = new RegExp(
    `(?:^|[，；：。])(?:(?:${wordPattern(cue(lexicon, 'addressees'))})\\p{Script=Han}{0,6})?${guardedPattern(['要'], lexicon.cues['obligations:misfires'] ?? [])}\\p{Script=Han}{2}`,
    'u',
  )
  const limit = cueTest(lexicon, 'limits')
  const over = cueTest(lexicon, 'aspect-marks', 'experience-marks')
  /** 将不合格率降至8%以内 */
  const aim = new RegExp(
    `(?:^|[，；。])(?:到20[0-9]{2}年(?:底|末)?，?|将)[^，。；0-9]{2,16}[0-9][^，。；]{0,6}(?:${wordPattern(cue(lexicon, 'bound-ends'))})`,
    'u',
  )
  const isMeant = memory.of((words) => (future(words) || aim.test(words) || (words.includes('要') && told.test(words))) && !limit(words))
  const isOnset = (words: string): boolean => onset.test(words) && !over(words)
  const isToCome = memory.of(
    (words) => isMeant(words) || (!isDone(words) && (before.test(words) || rule.test(words) || isAssigned(words) || isOnset(words))),
  )
  return {
    isDone,
    isMeant: ({ words }) => isMeant(words),
    isOnset: ({ words }) => !isDone(words) && isOnset(words),
    isDue: (text) => dated.test(text) && !isDone(text),
    hasDeadline: (text) => deadline(text) || before.test(text),
    hasSanction: (text) => sanction.test(text),
    isToCome: ({ words }) => isToCome(words),
  }
})
