/** Short names that the document itself explains: 锦天 where it also writes 新疆锦天番茄制品有限公司, without the words of places at its head. */
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

/** Of a document's text: whether a name is the beginning of a whole one in it. */
export type KnownNames = (text: string) => (name: string) => boolean

const LONGEST_PLACE = 3

export function createKnownNames(lexicon: Lexicon): KnownNames {
  const whole = new RegExp(`\\p{Script=Han}{4,18}(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})`, 'gu')
  const places = lexicon.regions.counties.flatMap(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases])
  const place = new RegExp(
    `(?:${wordPattern([...places, ...cue(lexicon, 'honour-level-provincial'), ...cue(lexicon, 'honour-level-prefecture')])})$`,
    'u',
  )
  return (text) => {
    let wholeNames: string[] | null = null
    return (name) => {
      wholeNames ??= matchesOf(whole, text).map(([found]) => found)
      return wholeNames.some((found) => {
        const at = found.indexOf(name)
        return at >= 0 && at + name.length < found.length && (at === 0 || place.test(found.slice(Math.max(0, at - LONGEST_PLACE * 4), at)))
      })
    }
  }
}
