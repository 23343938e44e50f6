/**
 * What the clauses behind an honour's clause say of it: they must begin with it, apart from words such as 现已.
 *
 *   申报…，现已顺利通过验收            obtained
 *   甲村获评…，乙村也在申报，材料已上报   nothing of 甲村: the clause between names another
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Surroundings } from './evidence.ts'
import { LEVEL_GROUPS } from './level.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import { type Cue, createScan, createStripper } from './scan.ts'
import { type StatusGroup as Group, says as is } from './status.ts'

interface Followed {
  readonly status: AchievementStatus | null
  readonly verb: Cue
}

/** `bare`: no verb governs the title in its own clause, so that 已上报 behind it is said of it. */
type Following = (
  around: Pick<Surroundings, 'text' | 'clauses' | 'cues' | 'honours'>,
  clauseIndex: number,
  bare: boolean,
) => Followed | null

/** Clauses behind the honour's own. */
const REACH = 2

const FOLLOWING: readonly (readonly [Group, AchievementStatus | null])[] = [
  ['honour-negative', null],
  ['honour-creating-after', 'creating'],
  ['honour-revoked', 'revoked'],
  ['honour-pending', 'pending'],
  ['honour-obtained-after', 'obtained'],
  ['honour-applied-after', 'applied'],
  ['honour-listed', 'obtained'],
  ['honour-retained', 'obtained'],
]
const FOLLOWING_BARE: typeof FOLLOWING = [...FOLLOWING, ['honour-applied', 'applied']]

/** 2021年因未按期复核被…, 于8月… */
const FOR_REASON = /^(?:[0-9]{4}年)?[因由][^，；]{1,24}$/u
/** 10月已列入… */
const DATED = /^(?:至|于|截至)?(?:[0-9]{4}年|[今去前]年)?(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:底|初|末|上旬|中旬|下旬)?/u

export function createFollowingReader(lexicon: Lexicon): Following {
  const passive = createScan(lexicon, ['honour-passive'])
  /** ‹我市›已进入培育建设库: the county itself is no other. */
  const stripFiller = createStripper(lexicon, ['honour-follow-filler', 'honour-self', ...LEVEL_GROUPS], lexicon.regions.self)
  const phrases = createNounPhraseReader(lexicon)
  const again = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-again'))})`, 'u')
  const giverEnds = new RegExp(
    `(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}|(?:${wordPattern(cue(lexicon, 'honour-give'))})的)$`,
    'u',
  )

  const awaiting = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-applied-after'))})$`, 'u')

  const isNamed = (text: string, clause: Span): boolean => {
    const { start, end } = phrases.subject(text, clause)
    return end - start > 1 && phrases.isWellFormed(text.slice(start, end))
  }

  /** The word of a group that a clause begins with, apart from words such as 现已 and who gives it. */
  const saying = (text: string, { start, end }: Span, cues: readonly Cue[], group: Group): Cue | null => {
    const verb = cues.find((found) => found.start >= start && found.end <= end && is(found, group))
    if (!verb) return null
    const before = text.slice(start, verb.start)
    const between = stripFiller(before.replace(DATED, ''))
    const byOrgan = giverEnds.test(between) && (group === 'honour-pending' || group === 'honour-revoked' || passive(before)[0]?.start === 0)
    if (group === 'honour-applied' && !isReviewed(text.slice(verb.end, end))) return null
    const isSaid = between.length <= 1 || byOrgan || group === 'honour-listed' || (group === 'honour-revoked' && FOR_REASON.test(between))
    return isSaid ? verb : null
  }

  /** 已上报‹农业农村部待审›: with whom it lies, and no other thing that is asked for. */
  const isReviewed = (behind: string): boolean => {
    const words = behind.replace(/[，；。]$/u, '')
    return giverEnds.test(words) || awaiting.test(words)
  }

  const isMeant = (cues: readonly Cue[], start: number, verb: Cue): boolean =>
    cues.some((found) => is(found, 'honour-planned') && found.start >= start && found.start <= verb.start)

  return ({ text, clauses, cues, honours }, clauseIndex, bare) => {
    let denied: Followed | null = null
    for (const { start: first, end } of clauses.slice(clauseIndex + 1, clauseIndex + 1 + REACH)) {
      if (text[first - 1] === '；' || text[end - 1] === '：' || honours.some((honour) => honour.start >= first && honour.start < end))
        return denied
      const start = first + (again.exec(text.slice(first, end))?.[0].length ?? 0)
      // 复评未过，于8月注销: what was not kept may have been taken away.
      const gone = denied ? saying(text, { start, end }, cues, 'honour-revoked') : null
      if (gone) return { status: 'revoked', verb: gone }
      for (const [group, status] of denied ? [] : bare ? FOLLOWING_BARE : FOLLOWING) {
        const verb = saying(text, { start, end }, cues, group)
        if (!verb) continue
        // 力争某糖业进榜: meant.
        if (status !== null) return { status: isMeant(cues, start, verb) ? 'planned' : status, verb }
        denied = { status, verb }
        break
      }
      // 乙村也在冲这个牌子，材料已上报: said of the other, whom the clause between names.
      if (!denied && isNamed(text, { start, end: end - 1 })) return null
    }
    return denied
  }
}
