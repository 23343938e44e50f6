/**
 * What the verb that governs a title says of it: 获评, 列入 → obtained; 申报 → applied; 创建 → creating; a giving only where somebody above the county gives.
 */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import { COUNTED } from './counted.ts'
import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import { isAbove, type LevelReader } from './level.ts'
import { type Cue, createScan } from './scan.ts'
import { says as is } from './status.ts'

/** 对…高新技术企业给予‹20万元奖励›: what is given is money. */
export const REWARD = /^[”’]?[^，。；0-9]{0,8}[0-9.]+万?余?元/u

/** 入选‹首批›“…”, 列入‹第五批›… */
const ORDINAL = /(?:第[0-9一二三四五六七八九十]{1,3}[届批次]|首[届批次])“?$/u

/** 成为自治区‹“质量管家”›，: what is called so, and nothing behind it. */
const isClosedQuote = (text: string, { title, tailEnd }: Honour): boolean =>
  title.includes('“') && /^(?:[，。；]|$)/u.test(text.slice(tailEnd))

export interface Verdict {
  readonly status: AchievementStatus
  readonly notes: readonly string[]
}

export interface VerbReader {
  /** Nothing but who gives it, or whom it is given to, between verb and title. */
  governs(text: string, honour: Honour, verb: Cue | undefined): boolean
  /** Null where the verb gives nothing to anybody here. */
  says(around: Surroundings, honour: Honour, verb: Cue): Verdict | null
  /** A giving is an obtaining when the sentence is passive, when the giver is above the county, or when no county could give such a title. */
  given(subject: string, honour: Honour): boolean
}

export function createVerbReader(lexicon: Lexicon, levels: LevelReader): VerbReader {
  const passive = createScan(lexicon, ['honour-passive'])
  const direct = new Set(cue(lexicon, 'honour-direct'))
  const entering = new Set(cue(lexicon, 'honour-entering'))
  const loose = new Set(cue(lexicon, 'honour-loose'))
  const giverEnds = new RegExp(
    `(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}|(?:${wordPattern([...cue(lexicon, 'honour-give'), ...cue(lexicon, 'honour-announce')])})的)$`,
    'u',
  )
  const above = ({ award, title }: Honour): boolean => isAbove(award?.level ?? levels.in(title))
  const given = (subject: string, honour: Honour): boolean =>
    passive(subject).length > 0 || isAbove(levels.ofGiver(subject)) || above(honour)
  const only = (status: AchievementStatus, ...notes: readonly string[]): Verdict => ({ status, notes })

  return {
    given,
    governs: (text, honour, verb) => {
      if (!verb || (loose.has(verb.word) && !isClosedQuote(text, honour))) return false
      const between = text.slice(verb.end, honour.start).replace(/“$/u, '').replace(ORDINAL, '')
      return (honour.by !== '' && between === honour.by) || between.length <= 1 || is(verb, 'honour-give') || giverEnds.test(between)
    },
    says: ({ text, issuedAbove, cues }, honour, verb) => {
      // 力争县苗圃进入国家重点林木良种基地: meant, it needs no list.
      const isMeant = cues.some(
        (found) => is(found, 'honour-planned') && found.end <= verb.start && !/[，；。]/u.test(text.slice(found.end, verb.start)),
      )
      if (entering.has(verb.word) && honour.tailEnd === honour.end && !isMeant) return null
      const between = text.slice(verb.end, honour.start).replace(ORDINAL, '')
      const isDirect = between.length <= 1 || honour.by !== '' || honour.object !== null || giverEnds.test(between)
      if (is(verb, 'honour-give') && REWARD.test(text.slice(honour.tailEnd))) return null
      if (is(verb, 'honour-own-act') || (honour.weak && !isDirect)) return null
      if (is(verb, 'honour-held')) return COUNTED.test(text.slice(honour.tailEnd)) && above(honour) ? only('obtained') : null
      if (is(verb, 'honour-ambiguous')) return only('applied', `“${verb.word}”没有说明是否已经获得，请核对文件`)
      if (is(verb, 'honour-applied')) return only('applied')
      if (is(verb, 'honour-creating')) return only('creating')
      const subject = text.slice(text.lastIndexOf('；', verb.start) + 1, verb.start)
      if (is(verb, 'honour-give')) return issuedAbove || given(subject, honour) ? only('obtained') : null
      const isObtained = is(verb, 'honour-obtained', 'honour-obtained-after') && (isDirect || !direct.has(verb.word))
      return isObtained ? only('obtained') : null
    },
  }
}
