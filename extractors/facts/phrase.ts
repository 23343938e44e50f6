/** Names of the lexicon in which `…` stands for a few characters without punctuation: 质量提升…方案 is 质量提升行动实施方案 too. */
import { wordPattern } from '../language/word-pattern.ts'

const GAP = '[^，。；：！？\\s]{0,16}?'
const ELLIPSIS = /…+/u

/** The source of a pattern for one name, without a repetition that could grow. */
export const phraseSource = (name: string): string =>
  name
    .split(ELLIPSIS)
    .map((part) => (part === '' ? '' : wordPattern([part])))
    .join(GAP)

/** Where any of the names stands: those listed first win where several begin at one place. */
export function phrasePattern(names: readonly string[]): RegExp {
  const sources = [...new Set(names)].sort((a, b) => b.length - a.length).map((name) => `(?:${phraseSource(name)})`)
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), 'gu')
}
