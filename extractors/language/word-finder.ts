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
}

/** Most nodes lead on to one character only. */
interface Node {
  word: string
  unit: number
  only: Node | null
  next: Map<number, Node> | null
}

/** Almost all characters of a text begin no word: told by the lowest bits of the character and of the one behind it, without a look at the tree. */
const FIRST_UNITS = 2048
const PAIRS = 4096
const ONE_UNIT = 1
const MORE_UNITS = 2

const pairOf = (first: number, second: number): number => (first * 31 + second) & (PAIRS - 1)

export function createWordFinder(words: Iterable<string>): WordFinder {
  const root: Node = newNode()
  const begins = new Uint8Array(FIRST_UNITS)
  const pairs = new Uint8Array(PAIRS)
  for (const word of words) {
    add(root, word)
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    const place = first & (FIRST_UNITS - 1)
    begins[place] = (begins[place] ?? 0) | (word.length === 1 ? ONE_UNIT : MORE_UNITS)
    if (word.length > 1) pairs[pairOf(first, second)] = 1
  }
  const isBegin = (text: string, place: number): boolean => {
    const first = text.charCodeAt(place)
    const begun = begins[first & (FIRST_UNITS - 1)] ?? 0
    return begun !== 0 && ((begun & ONE_UNIT) !== 0 || pairs[pairOf(first, text.charCodeAt(place + 1))] === 1)
  }
  const at = (text: string, place: number): string => {
    if (!isBegin(text, place)) return ''
    let longest = ''
    let node = childOf(root, text.charCodeAt(place))
    for (let next = place + 1; node !== null; next++) {
      if (node.word !== '') longest = node.word
      node = childOf(node, text.charCodeAt(next))
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
    isIn: (text, wanted) => {
      for (let place = 0; place < text.length; ) {
        if (!isBegin(text, place)) {
          place++
          continue
        }
        const word = at(text, place)
        if (word !== '' && (wanted === undefined || wanted.has(word))) return true
        place += word.length || 1
      }
      return false
    },
  }
}

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
