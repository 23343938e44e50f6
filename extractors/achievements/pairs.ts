/**
 * A title and whose it is, side by side without a verb, as lists write it.
 *
 *   地区级：‹地区五一劳动奖状›，县供热公司；        县气象局，‹全国气象工作先进集体›，中国气象局，8月颁发。
 *
 * The title fills its clause, apart from its giver, and the clause beside it is a name and nothing else.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'
import type { Item } from './items.ts'
import { type Label, labelOf } from './labels.ts'
import type { LevelReader } from './level.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import type { Cue } from './scan.ts'
import { statusOf } from './status.ts'

export interface PairQuestion {
  readonly text: string
  readonly honour: Honour
  readonly honours: readonly Honour[]
  readonly labels: readonly Label[]
  /** Words of standing outside titles. */
  readonly outside: readonly Cue[]
}

export type PairReader = (question: PairQuestion) => Item | null

const SHORTEST_NAME = 3
const LONGEST_NAME = 30
/** A row's length: longer ones are sentences. */
const LONGEST_ROW = 120

export function createPairReader(lexicon: Lexicon, levels: LevelReader): PairReader {
  const { strip, isWellFormed } = createNounPhraseReader(lexicon)
  const organ = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-organ'))})$`, 'u')
  const giver = new RegExp(
    `^(?:.{0,20}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}))?[“‘]?$`,
    'u',
  )

  return ({ text, honour, honours, labels, outside }) => {
    const label = labelOf(labels, honour.start)
    const row = rowAround(text, honour, label?.end ?? 0)
    if (row.end - row.start > LONGEST_ROW) return null
    const parts = partsOf(text, row)
    const own = parts.findIndex(({ start, end }) => start <= honour.start && honour.start < end)
    const part = parts[own]
    if (!part || /[^”]/u.test(text.slice(Math.max(honour.wholeEnd, honour.tailEnd), part.end))) return null
    if (!giver.test(strip(text.slice(part.start, honour.start)))) return null
    const said = outside.filter(({ start, end }) => start >= row.start && end <= row.end)
    const isName = (at: Span | undefined): at is Span => {
      if (!at || [...said, ...honours].some(({ start, end }) => start < at.end && end > at.start)) return false
      const name = strip(text.slice(at.start, at.end))
      const isSection = organ.test(name) && levels.in(name) === null
      return name.length >= SHORTEST_NAME && name.length <= LONGEST_NAME && (isWellFormed(name) || isSection)
    }
    const name = [parts[own - 1], parts[own + 1]].find(isName)
    if (!name || said.some(({ start, end }) => start >= part.start && end <= part.end)) return null
    const status = statusOf(said.filter(({ start }) => start >= part.end)) ?? honour.note?.status ?? label?.status ?? 'obtained'
    return {
      status,
      lead: name,
      label,
      plainly: false,
      copula: false,
      certain: true,
      counted: organ.test(text.slice(name.start, name.end)) ? 1 : null,
    }
  }
}

/** Between ； and 。 or the label's mark. */
function rowAround(text: string, { start, end }: Span, from: number): Span {
  const stop = text.slice(end).search(/[；。]/u)
  return { start: Math.max(from, text.lastIndexOf('；', start) + 1), end: stop < 0 ? text.length : end + stop }
}

function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (let at = start; at <= end; at++)
    if (at === end || text[at] === '，') {
      parts.push({ start: from, end: at })
      from = at + 1
    }
  return parts
}
