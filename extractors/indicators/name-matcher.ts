/**
 * Finds names of the lexicon in a text: the longest at each place wins.
 *
 * Words that add nothing to a name (质量安全, 总体, quotation marks) may stand inside it or be missing from it: the lexicon lists them once, so that nobody
 * writes every combination as an alias. At most two are skipped inside one name, which bounds the search.
 */
import { createWordFinder, type WordFinder } from '../language/word-finder.ts'

export interface NameMatch<T> {
  readonly start: number
  readonly end: number
  readonly named: T
}

export type NameMatcher<T> = (text: string) => NameMatch<T>[]

interface Node<T> {
  /** By UTF-16 unit. */
  readonly next: Map<number, Node<T>>
  named: T | null
}

/** Most characters of a text begin no name: told by the lowest bits of the character. */
const FIRST_UNITS = 2048

/** The first meaning given for a name is kept. */
export function createNameMatcher<T extends object>(
  names: Iterable<readonly [string, T]>,
  neutralWords: readonly string[],
): NameMatcher<T> {
  const neutral = createWordFinder(neutralWords)
  const longestFirst = [...neutralWords].sort((a, b) => b.length - a.length)
  const root: Node<T> = { next: new Map(), named: null }
  for (const [name, named] of names) for (const variant of withoutNeutral(name, longestFirst)) add(root, variant, named)
  const begins = new Uint8Array(FIRST_UNITS)
  for (const unit of root.next.keys()) begins[unit & (FIRST_UNITS - 1)] = 1
  return (text) => {
    const matches: NameMatch<T>[] = []
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at)
      if (begins[unit & (FIRST_UNITS - 1)] === 0) {
        at++
        continue
      }
      const first = root.next.get(unit)
      const found = first ? longest(first, text, at + 1, neutral, 0) : null
      if (found) matches.push({ start: at, ...found })
      at = found ? found.end : at + 1
    }
    return matches
  }
}

function add<T>(root: Node<T>, name: string, named: T): void {
  let node = root
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    let child = node.next.get(unit)
    if (!child) {
      child = { next: new Map(), named: null }
      node.next.set(unit, child)
    }
    node = child
  }
  node.named ??= named
}

function longest<T>(node: Node<T>, text: string, at: number, neutral: WordFinder, skipped: number): { end: number; named: T } | null {
  let best: { end: number; named: T } | null = node.named ? { end: at, named: node.named } : null
  const child = node.next.get(text.charCodeAt(at))
  if (child) best = longer(best, longest(child, text, at + 1, neutral, skipped))
  if (skipped < 2 && node.next.size > 0) {
    const word = neutral.at(text, at)
    if (word !== '') best = longer(best, longest(node, text, at + word.length, neutral, skipped + 1))
  }
  return best
}

function longer<F extends { readonly end: number }>(a: F | null, b: F | null): F | null {
  return !a || (b && b.end > a.end) ? b : a
}

/** A name as it stands, and without the neutral words it holds, if enough of it is left to be told apart. */
function withoutNeutral(name: string, neutral: readonly string[]): string[] {
  let short = name
  for (const word of neutral) short = short.replaceAll(word, '')
  return short !== name && short.length >= 5 ? [name, short] : [name]
}
