/**
 * Words of the lexicon in a text, found in one pass: at each place the longest, and none that overlaps the one before.
 *
 * The same as a pattern made of the words, but in time that hardly grows with their number: a regular expression tries hundreds of words at every
 * character. For words with other shapes around them there is `wordPattern`.
 */
export interface FoundWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

export interface WordFinder {
  /** All words of a text, in order. */
  readonly all: (text: string) => FoundWord[]
  /** The longest word that begins at a place, or ''. */
  readonly at: (text: string, place: number) => string
  /** Whether a word stands anywhere in a text. */
  readonly isIn: (text: string) => boolean
}

interface Node {
  readonly next: Map<number, Node>
  word: string
}

export function createWordFinder(words: Iterable<string>): WordFinder {
  const root: Node = { next: new Map(), word: '' }
  for (const word of words) add(root, word)
  const at = (text: string, place: number): string => {
    let longest = ''
    let node = root.next.get(text.charCodeAt(place))
    for (let next = place + 1; node !== undefined; next++) {
      if (node.word !== '') longest = node.word
      node = node.next.get(text.charCodeAt(next))
    }
    return longest
  }
  return {
    all: (text) => {
      const found: FoundWord[] = []
      for (let place = 0; place < text.length; ) {
        const word = at(text, place)
        if (word !== '') found.push({ word, start: place, end: place + word.length })
        place += word.length || 1
      }
      return found
    },
    at,
    isIn: (text) => {
      for (let place = 0; place < text.length; place++) if (at(text, place) !== '') return true
      return false
    },
  }
}

function add(root: Node, word: string): void {
  let node = root
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    let child = node.next.get(unit)
    if (!child) {
      child = { next: new Map(), word: '' }
      node.next.set(unit, child)
    }
    node = child
  }
  node.word = word
}
