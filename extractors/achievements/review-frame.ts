/**
 * What came of looking at an honour again, told of those whom the next clause names.
 *
 *   自治区级“重合同守信用”企业‹年度复核中›，甲厂‹被撤销›        放心消费示范街区‹动态复核中›，乙街‹未能过关被摘牌›
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import { statusOf } from './status.ts'

export interface Reviewed {
  /** Null where nothing was won or kept. */
  readonly status: AchievementStatus | null
  readonly verb: Span
}

type ReviewFrame = (around: Pick<Surroundings, 'text' | 'clauses' | 'cues'>, honour: Honour) => Reviewed | null

const LONGEST = 16

export function createReviewFrame(lexicon: Lexicon): ReviewFrame {
  const looking = new RegExp(
    `^的?[\\p{Script=Han}]{0,6}(?:${wordPattern([...cue(lexicon, 'honour-retained'), ...cue(lexicon, 'honour-passed')])})(?:工作)?(?:中|时|里|期间|过程中)，$`,
    'u',
  )
  /** ‹在申报›…‹过程中›，甲因材料不全被退回 */
  const applying = new RegExp(`^(?:在|于)?(?:${wordPattern([...cue(lexicon, 'honour-applied'), ...cue(lexicon, 'honour-creating')])})`, 'u')
  const meanwhile = /^[\p{Script=Han}]{0,4}(?:过程中|期间|中|时)，$/u
  return ({ text, clauses, cues }, { start: title, tailEnd }) => {
    const own = clauses.findIndex(({ start, end }) => start <= tailEnd && tailEnd < end)
    const [clause, next] = [clauses[own], clauses[own + 1]]
    if (!clause || !next || clause.end - tailEnd > LONGEST) return null
    const said = cues.filter(({ start, end }) => start >= next.start && end <= next.end)
    const rest = text.slice(tailEnd, clause.end)
    const isApplying = said.length > 0 && meanwhile.test(rest) && applying.test(text.slice(clause.start, title))
    if (!isApplying && !looking.test(rest)) return null
    const [first, last] = [said[0], said.at(-1)]
    const status = statusOf(said)
    return { status: status ?? null, verb: { start: first?.start ?? next.start, end: last?.end ?? next.end } }
  }
}
