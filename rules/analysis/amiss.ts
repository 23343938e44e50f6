/**
 * A thing that is broken, missing or left undone, as one clause says it: 秤架锈死, 20家没有装水表, 水压不足, 铝盘起了点蚀, 感应灯不亮, 过了检定周期.
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'

export interface Amiss {
  readonly isAmiss: (text: string) => boolean
  /** Nothing but something not done: 4名护理员没有健康证. */
  readonly isUndone: (text: string) => boolean
}

/** So many characters behind a thing hold what it lacks. */
const NEXT = 4

export function createAmiss(lexicon: Lexicon): Amiss {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const things = cueFinder(lexicon, 'mechanism-things')
  const lacksNext = new RegExp(`^(?:${words('material-lacks')})`, 'u')
  const idleNext = new RegExp(`^[^，。；]?不(?:${words('idle-states')})`, 'u')
  const broken = cueTest(lexicon, 'adverse-morphemes')
  /** 麸皮不碎 */
  const unbroken = new RegExp(`(?:不|没|未|无)(?:有|再|会|易)?(?:${words('adverse-morphemes')})(?=[，。；]|$)`, 'gu')
  /** 20家没有装水表, 从来没有校过 */
  const undone = new RegExp(
    `${guardedPattern(cue(lexicon, 'undone-words'), lexicon.cues['undone-words:misfires'] ?? [])}(?![^，。；]{0,6}(?:${words('deficits')}|${words('better-lower')}))(?!有?了)\\p{Script=Han}`,
    'u',
  )
  /** 铝盘起了点蚀 */
  const onset = new RegExp(`(?:${words('onset-verbs')})了?(?:${words('onset-nouns')})`, 'u')
  const expired = new RegExp(`(?:${words('expiry-openers')})[^，。；]{0,8}?(?:${words('expiry-terms')})`, 'u')
  /** 水压不足, 料温不够, 感应灯不亮 */
  const fails = (text: string): boolean =>
    things(text).some(({ end }) => lacksNext.test(text.slice(end, end + NEXT)) || idleNext.test(text.slice(end, end + NEXT)))
  const isBroken = (text: string): boolean => broken(text) && broken(text.replaceAll(unbroken, ''))
  const memory = memoryOf(lexicon)
  return {
    isAmiss: memory.of((text) => expired.test(text) || isBroken(text) || undone.test(text) || fails(text) || onset.test(text)),
    isUndone: memory.of((text) => undone.test(text) && !isBroken(text) && !onset.test(text)),
  }
}
