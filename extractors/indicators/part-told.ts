/**
 * Parts that the lexicon does not know and a sentence tells by its build.
 *
 *   从场所看，学校食堂抽检210批次，…合格率99.0%；…      told part by part, until the sentence ends
 *   在日用纺织品领域，抽查45批次，合格率86.7%            a field of the whole
 *   食品类投诉办结168件，办结率100%                      a class
 *   27件预付卡投诉调解成功9件，成功率33.3%               a kind of what is counted
 */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { QualifierReader } from './name.ts'

const CLASSES = /类[0-9][0-9,]*[^，。；%0-9]{1,2}[、，和][^，。；%0-9]{1,12}类[0-9][^；%]*$/u

/** The kind of product that stands right before a name that begins with the word for products (眼镜‹产品质量监督抽查合格率›), or null. */
export type KindReader = (before: string, name: string) => string | null

export function createKindReader(lexicon: Lexicon, qualifierOf: QualifierReader): KindReader {
  const head = new RegExp(`^(?:${wordPattern(cue(lexicon, 'kind-heads'))})`, 'u')
  return (before, name) => (head.test(name) ? qualifierOf(before) : null)
}

/** The words of a sentence, up to a generic term, that name a part; null where they tell of none. */
export type PartTeller = (before: string) => string | null

export function createPartTeller(lexicon: Lexicon, qualifierOf: QualifierReader): PartTeller {
  const opener = new RegExp(
    `^[^，。；]{0,6}?(?:[从按分]|区分){1,2}(?:${wordPattern(cue(lexicon, 'part-kinds'))})(?:${wordPattern(cue(lexicon, 'part-views'))})?[，：]`,
    'u',
  )
  const field = new RegExp(
    `^在([^，。；：0-9]{1,14}?(?:${wordPattern(cue(lexicon, 'part-kinds'))}))(?:${wordPattern(cue(lexicon, 'part-sides'))})?[，：]`,
    'u',
  )
  const classes = new RegExp(
    `(?!${wordPattern(cue(lexicon, 'no-classes'))})\\p{Script=Han}类(?!${wordPattern(cue(lexicon, 'class-misfires'))})[^；。]*$`,
    'u',
  )
  const kind = new RegExp(
    `[0-9][件起宗]的?(?!${wordPattern(cue(lexicon, 'generic-prefix'))})(\\p{Script=Han}{2,6}?(?:${wordPattern(cue(lexicon, 'counted-events'))}))[^，；。]{0,12}，?[^，；。0-9]{0,4}$`,
    'u',
  )
  const counted = new RegExp(
    `(?<=^|[，；：、。\\n])(\\p{Script=Han}{2,10}(?:${wordPattern(cue(lexicon, 'complained'))}))(?:[0-9]+|[一二两三四五六七八九十]{1,3})[件起宗][^；。]{0,24}$`,
    'u',
  )
  const taken = new RegExp(`^(?:${wordPattern(cue(lexicon, 'complaint-takers'))})(?:各类)?`, 'u')
  return (before) => {
    const segment = before.slice(before.lastIndexOf('；') + 1)
    const opened = opener.exec(before)
    if (opened) return segment === before ? before.slice(opened[0].length) : segment
    const told = field.exec(before)?.[1]
    if (told !== undefined && segment === before) return told
    // 物业投诉84件，办结81件，办结率…; of 受理投诉84件 nothing is told.
    const noun = counted.exec(segment)?.[1]
    if (noun !== undefined && qualifierOf(noun.replace(taken, '')) !== null) return noun
    // 商品类628件、服务类468件，办结率98.9%: of all of them.
    return kind.exec(segment)?.[1] ?? (CLASSES.test(segment) ? null : (classes.exec(segment)?.[0] ?? null))
  }
}
