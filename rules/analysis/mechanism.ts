/**
 * Whether a clause tells how something came about. A trade has its own words for that, and no list holds them; but whoever tells what went on at a machine or in a
 * store uses the grammar of it: what could not be done, what was left out, what was too much, what was changed, how it was done, what followed at once.
 *
 *   压路机碾上去已经压不动        could not be done
 *   磨边以前不点瞳距              left out
 *   熔融时间过长，缩二脲生成得多  too much; how it went
 *   消毒柜从紫外改成了热风        changed
 *
 * What becomes of the goods afterwards (已售, 流向), what an office does (印发, 督导) and what it says of everybody (意识, 机制) is none.
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'

export interface MechanismReader {
  /** How many different marks of an event the clause bears; one that can hardly mean anything else counts as `SURE`. */
  readonly weigh: (text: string) => number
  /** What went on was amiss: could not be done, was left out, too much, broken; not merely changed. */
  readonly isAmiss: (text: string) => boolean
  /** The clause says what an office does or wants, or what became of the goods. */
  readonly isBeside: (text: string) => boolean
}

export const SURE = 2
const RATIO = /^每[^，。；]{1,8}就/u

export const createMechanismReader = perLexicon((lexicon): MechanismReader => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const pattern = (source: string): RegExp => new RegExp(source, 'u')
  const worn = new RegExp(words('event-lookalikes'), 'gu')
  const adverbs = words('excess-adverbs')
  const qualities = words('excess-qualities')
  const amiss = [
    pattern(
      `(?<![0-9一二两三四五六七八九十百千几]\\p{Script=Han}{0,1})\\p{Script=Han}(?<!${words('plain-adverbs')})不(?:${words('complement-ends')})(?![0-9一二两三四五六七八九十百千])`,
    ),
    pattern(`没有?\\p{Script=Han}(?:${words('thorough-ends')})|(?:${words('never-marks')})\\p{Script=Han}{1,4}过|没有?人\\p{Script=Han}`),
    pattern(
      `(?:${adverbs})(?:${qualities})|(?:${words('degree-verbs')})(?:${qualities})了|(?:${words('amiss-adverbs')})\\p{Script=Han}{1,2}了`,
    ),
    pattern(`(?:${words('breach-verbs')})(?:${words('breach-complements')})|(?:${words('onset-verbs')})了?(?:${words('onset-nouns')})`),
    pattern(`(?:${words('once-marks')})(?!(?:${words('listed-units')}))\\p{Script=Han}{1,3}就|\\p{Script=Han}错了`),
    pattern(
      `(?:${words('substitute-openers')})[^，。；]{1,12}${guardedPattern(cue(lexicon, 'substitute-verbs'), lexicon.cues['substitute-verbs:misfires'] ?? [])}\\p{Script=Han}`,
    ),
    pattern(`(?:${words('damage-verbs')})(?:${words('change-to')}|了)`),
    pattern(`${guardedPattern(cue(lexicon, 'slip-verbs'), lexicon.cues['slip-verbs:misfires'] ?? [])}\\p{Script=Han}了?[，。；]$`),
    pattern(`(?:${words('mechanism-things')})[^，。；]?不(?:${words('idle-states')})`),
    pattern(`(?:${words('skip-marks')})\\p{Script=Han}{1,2}(?:${words('then-marks')})\\p{Script=Han}`),
  ]
  const sure = [
    ...amiss,
    pattern(`\\p{Script=Han}得(?:${words('degree-adverbs')})?(?:${qualities})`),
    pattern(`${words('event-phrases')}|一(\\p{Script=Han})算一\\1`),
    pattern(guardedPattern(cue(lexicon, 'tool-openers'), lexicon.cues['tool-openers:misfires'] ?? [])),
    pattern(`(?:${words('used-verbs')})的(?:还|都|全|多|一直)?是\\p{Script=Han}`),
    pattern(`(?:${words('change-from')})[^，。；0-9]{1,8}改\\p{Script=Han}{2}`),
    pattern(`\\p{Script=Han}一(?:${words('degree-verbs')}|${words('swap-verbs')})，$`),
    pattern(`(?:${words('shift-verbs')})(?:了|到|至|[0-9一两二三四五六七八九十半])`),
    pattern(
      `(?:${words('change-from')})[^，。；]{1,14}(?:${words('change-verbs')})[^，。；]{0,6}(?:${words('change-to')})|(?:${words('swap-verbs')})(?:${words('change-to')}|\\p{Script=Han}?了)`,
    ),
  ]
  /** 铁是在旧铸铁管里长出来的 */
  const cleft = pattern(`(?:${words('cleft-openers')})[^，。；]{2,16}的[，。；]?$`)
  const acts = cueTest(lexicon, 'quality-acts', 'activities', 'effort-subjects')
  const likely = [
    pattern(words('omission-marks')),
    pattern(`(?<![0-9万千百两几])${guardedPattern(cue(lexicon, 'only-marks'), lexicon.cues['only-marks:misfires'] ?? [])}`),
    pattern(words('consequence-marks')),
    pattern(guardedPattern(cue(lexicon, 'persist-marks'), lexicon.cues['persist-marks:misfires'] ?? [])),
    pattern(guardedPattern(cue(lexicon, 'befell-words'), lexicon.cues['befell-words:misfires'] ?? [])),
    pattern(`(?:${words('breach-verbs')})了`),
    pattern(`(?:${words('place-ends')})\\p{Script=Han}着\\p{Script=Han}`),
    pattern(`\\p{Script=Han}出了?一\\p{Script=Han}{2}`),
    pattern(`\\p{Script=Han}(?<!${words('grown-prefixes')})(?:${words('plain-qualities')})[，。；]$`),
    pattern(`(?<!${words('degree-adverbs')})了(?:${words('directional-complements')})`),
  ]
  const supporting = [
    pattern(`(?<![0-9]{2})[0-9一二两三四五六七八九十百半几](?:多|来|余)?(?:个)?(?:${words('process-units')})`),
    pattern(`\\p{Script=Han}(?:${words('aspect-marks')})`),
  ]
  const isAfter = cueTest(lexicon, 'aftermath-adverbs')
  const isElse = cueTest(lexicon, 'aftermath-words', 'office-words')
  /** 每供五方水就漏掉一方: the same ratio in other words. */
  const isBeside = memoryOf(lexicon).of((text) => RATIO.test(text) || isElse(text))
  return {
    isBeside,
    isAmiss: memoryOf(lexicon).of((text) => {
      const plain = text.replaceAll(worn, '，')
      return amiss.some((mark) => mark.test(plain)) || (likely[0]?.test(plain) === true && likely[2]?.test(plain) === true)
    }),
    weigh: memoryOf(lexicon).of((text) => {
      const plain = text.replaceAll(worn, '，')
      if (sure.some((mark) => mark.test(plain)) || (cleft.test(plain) && !acts(plain))) return SURE
      if (isAfter(text)) return 0
      const count = (marks: readonly RegExp[]): number => marks.filter((mark) => mark.test(plain)).length
      const [told, supported] = [count(likely), count(supporting)]
      return told > 0 ? told + supported : supported === supporting.length ? 1 : 0
    }),
  }
})
