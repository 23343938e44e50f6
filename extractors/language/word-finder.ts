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
  /** Whether a word stands anywhere in a text; of those found, only the ones in `wanted` count where it is given. */
  readonly isIn: (text: string, wanted?: ReadonlySet<string>) => boolean
  /** The text with a mark in place of each word, or without them. */
  readonly without: (text: string, mark?: string) => string
}

/** Most nodes lead on to one character only. */
interface Node {
  word: string
  unit: number
  only: Node | null
  next: Map<number, Node> | null
}

/** Almost all places of a text begin no word: told by the lowest bits of the character and of the one behind it, without a look at the tree. */
const FIRST_UNITS = 2048
const PAIRS = 4096
const NONE = 0
const LONGER = 1
const ALONE = 2

export function createWordFinder(words: Iterable<string>): WordFinder {
  const root: Node = newNode()
  const begins = new Uint8Array(FIRST_UNITS)
  const pairs = new Uint8Array(PAIRS)
  for (const word of words) {
    add(root, word)
    const first = word.charCodeAt(0) & (FIRST_UNITS - 1)
    begins[first] = Math.max(begins[first] as number, word.length === 1 ? ALONE : LONGER)
    pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1
  }
  /** The first place from `from` on at which a word may begin; the text's end where there is none. */
  const candidate = (text: string, from: number): number => {
    const end = text.length
    for (let place = from; place < end; place++) {
      const unit = text.charCodeAt(place)
      const kind = begins[unit & (FIRST_UNITS - 1)]
      if (kind === NONE) continue
      if (kind === ALONE || pairs[pairOf(unit, text.charCodeAt(place + 1))] === 1) return place
    }
    return end
  }
  const longestAt = (text: string, place: number): string => {
    let longest = ''
    let node = childOf(root, text.charCodeAt(place))
    for (let next = place + 1; node !== null; next++) {
      if (node.word !== '') longest = node.word
      node = childOf(node, text.charCodeAt(next))
    }
    return longest
  }
  const all = (text: string): FoundWord[] => {
    const found: FoundWord[] = []
    for (let place = candidate(text, 0); place < text.length; ) {
      const word = longestAt(text, place)
      if (word !== '') found.push({ word, start: place, end: place + word.length })
      place = candidate(text, place + (word.length || 1))
    }
    return found
  }
  return {
    all,
    at: (text, place) => (begins[text.charCodeAt(place) & (FIRST_UNITS - 1)] === NONE ? '' : longestAt(text, place)),
    isIn: (text, wanted) => {
      for (let place = candidate(text, 0); place < text.length; ) {
        const word = longestAt(text, place)
        if (word !== '' && (wanted === undefined || wanted.has(word))) return true
        place = candidate(text, place + (word.length || 1))
      }
      return false
    },
    without: (text, mark = '') => {
      let [rest, from] = ['', 0]
      for (const { start, end } of all(text)) {
        rest += text.slice(from, start) + mark
        from = end
      }
      return from === 0 ? text : rest + text.slice(from)
    },
  }
}

const pairOf = (unit: number, next: number): number => ((unit << 5) ^ next) & (PAIRS - 1)

const newNode = (): Node => ({ word: '', unit: -1, only: null, next: null })

const childOf = ({ unit, only, next }: Node, wanted: number): Node | null =>
  next !== null ? (next.get(wanted) ?? null) : unit === wanted ? only : null

function add(root: Node, word: string): void {
  let node = root
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    node = childOf(node, unit) ?? grown(node, unit)
  }
  node.word = word
}

function grown(node: Node, unit: number): Node {
  const child = newNode()
  if (node.next !== null) node.next.set(unit, child)
  else if (node.only === null) Object.assign(node, { unit, only: child })
  else
    node.next = new Map([
      [node.unit, node.only],
      [unit, child],
    ])
  return child
}
