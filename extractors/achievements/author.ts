/** Whom a document speaks of as 本所, 我室: the body whose name stands under its title or at its end, as a line of its own. */
import type { Document } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

/** Of what stands before a title: whom it speaks of so. Null where it speaks of nobody so, or no line of the document names them. */
export type AuthorOf = (words: string) => string | null

const AT_HEAD = 6
const AT_END = 4
const LINE = /^\p{Script=Han}{4,26}$/u

export function createAuthorReader(lexicon: Lexicon): (document: Pick<Document, 'blocks' | 'text'>) => AuthorOf {
  const spoken = new RegExp(`[本我](${wordPattern(cue(lexicon, 'honour-holder-own'))})`, 'gu')
  return ({ blocks, text }) => {
    const lines = [...blocks.slice(0, AT_HEAD), ...blocks.slice(-AT_END)]
      .map(({ span }) => text.slice(span.start, span.end).replace(/^(?:单位|报送单位|填报单位|编制单位)：|\s/gu, ''))
      .filter((line) => LINE.test(line))
    return (words) => {
      const kind = matchesOf(spoken, words).at(-1)?.[1]
      return kind === undefined ? null : (lines.find((line) => line.endsWith(kind)) ?? null)
    }
  }
}
