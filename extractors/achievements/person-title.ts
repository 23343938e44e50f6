/** An honour that only a person can hold: of 市污水处理厂化验室‹刘海燕› the person is meant, the place of work is not. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

/** The person's name alone, of a title given to persons; else the name as it is. */
export type PersonTitleReader = (name: string, title: string) => string

/** 刘海燕, 古丽娜孜, 阿依·努尔 */
const PERSON = /^[\p{Script=Han}·]{2,6}$/u

/** Of a person named with the place of work the name alone; anything else as it is. */
export function createPersonNamer(lexicon: Lexicon): (name: string) => string {
  const place = new RegExp(
    `^\\p{Script=Han}{1,24}(?:${wordPattern([...cue(lexicon, 'honour-holder-suffix'), ...cue(lexicon, 'honour-holder-post')])})`,
    'u',
  )
  const body = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-suffix'))})$`, 'u')
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  return (name) => {
    if (body.test(name)) return name
    const own = name.slice(place.exec(name)?.[0].length ?? 0).replace(/^的/u, '')
    return own !== name && PERSON.test(own) && !generic.has(own) ? own : name
  }
}

export function createPersonTitleReader(lexicon: Lexicon): PersonTitleReader {
  const ofPersons = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-person'))})(?:称号)?$`, 'u')
  const events = new RegExp(wordPattern(cue(lexicon, 'honour-person-event')), 'u')
  const personIn = createPersonNamer(lexicon)
  return (name, title) => (ofPersons.test(title.replace(/[“”]/gu, '')) || events.test(title) ? personIn(name) : name)
}
