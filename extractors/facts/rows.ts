/** Answers in tables: a cell that names the thing, and a cell of its row that says 是, 否, 已印发, or tells in words how far it has come (4月12日印发, 起草中). */
import { type Document, type Span, toFolded } from '../document.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createFactMentionReader } from './mention.ts'
import type { FactReading } from './reading.ts'
import type { FactSentenceReader } from './sentence.ts'

/** Places are in the folded text. `subjectEnd` is the row's beginning: a row names nobody but by its headings. */
export type FactRowReader = (document: Document) => (FactReading & { readonly block: number })[]

export function createFactRowReader(lexicon: Lexicon, readSentence: FactSentenceReader): FactRowReader {
  const mentionsIn = createFactMentionReader(lexicon)
  const yes = new Set(cue(lexicon, 'fact-cell-yes'))
  const no = new Set(cue(lexicon, 'fact-cell-no'))
  return (document) => {
    const { folded } = document
    return rowsOf(document).flatMap((cells) =>
      cells.flatMap(({ block, start, text }, at) => {
        const mentions = mentionsIn(text)
        if (mentions.length === 0) return []
        const behind = cells.slice(at + 1)
        const answer = behind.find((cell) => yes.has(cell.text) || no.has(cell.text))
        if (!answer)
          return readSentence(folded.text.slice(start, rowEnd(cells)), clausesOf(cells.slice(at)), { planned: false }).map((reading) => ({
            ...reading,
            block,
            span: { start: start + reading.span.start, end: start + reading.span.end },
            subjectEnd: start + reading.subjectEnd,
          }))
        const ids = new Set<string>()
        return mentions.flatMap(({ fact, isNear }) => {
          if (ids.has(fact.id)) return []
          ids.add(fact.id)
          const span = { start, end: answer.start + answer.text.length }
          return [
            { fact, answer: yes.has(answer.text) ? 'yes' : 'no', ground: 'cell', span, subjectEnd: start, isNear, following: false, block },
          ]
        })
      }),
    )
  }
}

const rowEnd = (cells: readonly Cell[]): number => cells.reduce((last, { start, text }) => Math.max(last, start + text.length), 0)

/** A row reads as a sentence whose clauses are its cells, from the first given on. */
const clausesOf = ([first, ...rest]: readonly Cell[]): Span[] =>
  first === undefined
    ? []
    : [first, ...rest].map(({ start, text }) => ({ start: start - first.start, end: start - first.start + text.length }))

interface Cell {
  readonly block: number
  readonly start: number
  readonly text: string
}

function rowsOf({ blocks, folded }: Document): Cell[][] {
  const rows = new Map<string, Cell[]>()
  blocks.forEach(({ cell, span }, block) => {
    if (!cell) return
    const { start, end } = toFolded(folded, span)
    const key = `${cell.table}:${cell.row}`
    const row = rows.get(key) ?? []
    rows.set(key, row)
    row.push({ block, start, text: folded.text.slice(start, end) })
  })
  return [...rows.values()]
}
