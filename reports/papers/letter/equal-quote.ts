/** One side of a passage as a letter prints it: whole clauses, what differs from the other side marked. */
import type { Block, Span } from '../../../extractors/document.ts'
import type { CopiedPassage } from '../../../rules/copying/copy.ts'
import { blockHolding, oneLine } from '../../excerpt.ts'
import type { Words } from '../paper.ts'

interface Readable {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** A stretch of the place, in words that stand for it where it is not to be printed. */
export interface Marked extends Span {
  readonly instead?: string
}

/** So far a quote is drawn out to the mark of a clause, that it may not begin or end within a word. */
const NEAREST_MARK = 12
const MARKS = '，。；：！？\n'
const LONGEST = 120

export function markedQuote(side: Readable, place: Span, marked: readonly Marked[]): Words[] {
  const { from, to, opens, closes } = shownPlace(side, place)
  const pieces: Words[] = opens ? [] : [{ text: '……' }]
  let at = from
  const add = (text: string, mark = false): void => {
    const words = inner(text)
    if (words !== '') pieces.push(mark ? { text: words, mark } : { text: words })
  }
  for (const { start, end, instead } of marked) {
    if (start < at || end > to) continue
    add(side.text.slice(at, start))
    add(instead ?? side.text.slice(start, end), true)
    at = end
  }
  add(closes ? side.text.slice(at, to).replace(/[。；，：\n]+$/u, '') : side.text.slice(at, to))
  return closes ? pieces : [...pieces, { text: '……' }]
}

/** Its own quotation marks stand within those of the letter. */
const inner = (text: string): string => oneLine(text).replaceAll('“', '‘').replaceAll('”', '’')

function shownPlace({ text, blocks }: Readable, { start, end }: Span) {
  const [first, final] = [blockHolding(blocks, start), blockHolding(blocks, end - 1)]
  const isTable = blocks.slice(first + 1, final + 1).some(({ cell }) => cell !== undefined)
  const block = { start: blocks[first]?.span.start ?? 0, end: blocks[isTable ? first : final]?.span.end ?? text.length }
  const isMark = (at: number): boolean => MARKS.includes(text.charAt(at))
  const isLabelled = text.charAt(start - 1) === '）'
  const last = Math.min(end, block.end, start + LONGEST)
  let [from, to] = [start, last]
  while (!isLabelled && from > block.start && start - from < NEAREST_MARK && !isMark(from - 1)) from--
  while (to < block.end && to - last < NEAREST_MARK && !isMark(to) && !isMark(to - 1)) to++
  const opens = isLabelled || from === block.start || isMark(from - 1)
  const closes = to === block.end || isMark(to) || isMark(to - 1)
  return { from: opens ? from : start, to: closes ? to : last, opens, closes: closes && last === end }
}

type Changed = CopiedPassage['changed'][number]

/** What is marked in the report. */
export const ownMarks = (changed: readonly Changed[]): Marked[] =>
  changed.filter(({ start, end }) => end > start).map(({ start, end }) => ({ start, end }))

/** And in the other document, whose names are not told where it may not be named. */
export const otherMarks = (changed: readonly Changed[], isNamed: boolean, some: string): Marked[] =>
  changed
    .filter(({ sourceStart, sourceEnd }) => sourceEnd > sourceStart)
    .map(({ sourceStart: start, sourceEnd: end, kind }) => ({
      start,
      end,
      ...(isNamed || (kind !== 'place' && kind !== 'name') ? {} : { instead: some }),
    }))
    .sort((a, b) => a.start - b.start)
