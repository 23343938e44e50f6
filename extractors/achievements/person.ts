/**
 * A person named with place of work and post: 县人民医院护士长‹某某›, 联合社理事长‹某某›. The name alone is the holder's.
 *
 * The words before the post end as names of bodies do, or there are none; what stands behind it ends as no body does.
 */
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { endings } from './scan.ts'

/** Said of nobody but a person. */
const COMRADE = '同志'
const NAME = /^[\p{Script=Han}·]{2,10}$/u

export function createPersonReader(lexicon: Lexicon): (name: string) => string {
  const named = createTradeReader(lexicon)
  const posts = new RegExp(wordPattern(cue(lexicon, 'honour-holder-post')), 'gu')
  const body = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  return (text) => {
    for (const { 0: post, index } of matchesOf(posts, text)) {
      const own = text.slice(index + post.length).replace(/同志$/u, '')
      const isPerson = NAME.test(own) && (own.endsWith('某') || !body.test(own)) && !generic.has(own) && !posts.test(own)
      posts.lastIndex = 0
      if (isPerson && (index === 0 || text.endsWith(COMRADE) || body.test(text.slice(0, index)))) return own
    }
    return named(text)
  }
}

/** 快递员‹叶尔江·哈布力›, 话务员‹马晓梅›: behind a word for what somebody does, a name by its shape: a surname, or the point between two names. */
function createTradeReader(lexicon: Lexicon): (text: string) => string {
  const shaped = new RegExp(
    `^.+(?:${wordPattern(cue(lexicon, 'honour-person-trade'))})((?:${wordPattern(cue(lexicon, 'honour-person-surname'))})\\p{Script=Han}{1,2}|\\p{Script=Han}{1,8}·\\p{Script=Han}{1,12})$`,
    'u',
  )
  const thing = new RegExp(`(?:${endings(lexicon, 'honour-holder-suffix', 'honour-holder-product')})$`, 'u')
  return (text) => {
    const name = shaped.exec(text)?.[1]
    return name === undefined || thing.test(name) ? text : name
  }
}
