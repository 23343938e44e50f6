/** Passages as parts of the paper, each statement with its comment, and the records of what was said. */
import type { BulletinRecord } from '../../contract/bulletin-record.ts'
import { createNumbering } from '../numbering.ts'
import { type Part, plainText, type Words, wordsOf } from '../paper.ts'
import { commentOf } from './comments.ts'
import type { Passage, Piece } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export interface Printer {
  readonly parts: (passages: readonly Passage[]) => Part[]
  readonly text: (...pieces: readonly Piece[]) => Words[]
  readonly records: () => readonly BulletinRecord[]
}

export function createPrinter(wording: BulletinWording): Printer {
  const records: BulletinRecord[] = []
  const label = createNumbering()
  const under: string[] = []
  const piece = (each: Piece): Words[] => {
    if (each.kind === 'plain') return withGaps(each.text)
    const number = records.length + 1
    const stretches =
      each.kind === 'gap' ? withGaps(each.text) : each.text.flatMap((words) => (typeof words === 'string' ? withGaps(words) : [words]))
    const common = { id: each.id, number, section: under.join(' '), text: plainText(stretches), sources: each.sources }
    const { kind, notes } = each
    records.push({ kind, ...common, notes: notes ?? [] })
    return notes === undefined ? stretches : commented(stretches, commentOf({ ...each, notes }, number, wording))
  }
  const text: Printer['text'] = (...pieces) => pieces.flatMap(piece)
  return {
    text,
    records: () => records,
    parts: (passages) =>
      passages.map((passage): Part => {
        if (passage.kind === 'paragraph') {
          if (passage.level === undefined) return { kind: 'body', text: text(...passage.pieces) }
          label(passage.level)
          return { kind: 'heading', level: passage.level, text: text(...passage.pieces) }
        }
        const { level } = passage
        under.splice(level - 1, under.length, `${label(level)}${passage.text}`)
        return { kind: 'heading', level, text: passage.text }
      }),
  }
}

/** The comment stands at the longest stretch that bears none of its own: not at a 一是 before it, nor at what is to be filled in. */
function commented(stretches: readonly Words[], comment: string): Words[] {
  const weight = ({ text, gap, comment: own }: Words): number => (own === undefined ? text.length * (gap ? 1 : 1000) : 0)
  const most = Math.max(0, ...stretches.map(weight))
  const at = stretches.findIndex((each) => weight(each) === most)
  return stretches.map((each, index) => (index === at ? { ...each, comment } : each))
}

/** What stands in 【】 is left to the writer. */
export const withGaps = (text: string): Words[] =>
  text.split(/(【[^】]*】)/u).flatMap((each) => (each === '' ? [] : each.startsWith('【') ? [{ text: each, gap: true }] : wordsOf(each)))
