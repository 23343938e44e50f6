/** Stretches of text as runs, their comments kept for the end of the file. */
import { CommentRangeEnd, CommentRangeStart, CommentReference, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Chart } from '../chart.ts'
import { type Face, type Text, wordsOf } from '../paper.ts'
import { faces } from './measures.ts'

export interface Comment {
  readonly id: number
  readonly author: string
  readonly initials: string
  readonly date: Date
  readonly children: readonly Paragraph[]
}

export interface Writer {
  readonly runs: (text: Text, face?: Face, size?: number) => ParagraphChild[]
  /** How wide the text is, in twentieths of a point. */
  readonly width: number
  /** The type of tables and notes. */
  readonly small: SmallType
  /** Gives a plot's place in the file, by which it is named. */
  readonly keepChart: (chart: Chart) => number
  readonly charts: readonly Chart[]
  readonly comments: readonly Comment[]
}

interface SmallType {
  readonly size: number
  readonly line: number
}

const AUTHOR = '质鉴'
const spacing = { line: 240, lineRule: LineRuleType.AUTO }

export function createWriter(day: string, width: number, small: SmallType): Writer {
  const comments: Comment[] = []
  const charts: Chart[] = []
  const note = (comment: string): number => {
    const id = comments.length
    const children = comment
      .split('\n')
      .map((line) => new Paragraph({ spacing, children: [new TextRun({ text: printable(line), size: 18 })] }))
    comments.push({ id, author: AUTHOR, initials: AUTHOR, date: new Date(`${day}T00:00:00Z`), children })
    return id
  }
  const runs: Writer['runs'] = (text, face, size) =>
    wordsOf(text).flatMap((words) => {
      const own = words.face ?? face
      const run = new TextRun({
        text: printable(words.text),
        ...(own === undefined ? {} : { font: faces[own] }),
        ...(size === undefined ? {} : { size }),
        ...(words.gap ? { highlight: 'yellow' as const } : {}),
      })
      if (words.comment === undefined) return [run]
      const id = note(words.comment)
      return [new CommentRangeStart(id), run, new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]
    })
  return { runs, comments, width, small, charts, keepChart: (chart) => charts.push(chart) }
}

/** XML has no place for control characters and halves of a character. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
