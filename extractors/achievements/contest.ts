/** The contest that a prize was won in, told before it: 在‹自治区创业创新大赛›中获二等奖. */
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

/** Null where none is told. */
export function createContestReader(lexicon: Lexicon): (before: string) => string | null {
  const named = `([^，。；]{2,40}?(?:${wordPattern(cue(lexicon, 'honour-contest'))}))(?:活动)?`
  const entered = wordPattern(cue(lexicon, 'honour-entered'))
  const contest = new RegExp(`(?:在|于)${named}(?:中|上|里)|(?:${entered})了?${named}(?:，|并|后|中)`, 'gu')
  const held = new RegExp(`^.*(?:${wordPattern(cue(lexicon, 'honour-contest-held'))})(?=.{2})`, 'u')
  return (before) => {
    const last = matchesOf(contest, before).at(-1)
    return (last?.[1] ?? last?.[2])?.replace(held, '') ?? null
  }
}
