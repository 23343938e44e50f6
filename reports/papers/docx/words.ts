/** Stretches of text as runs, their comments kept for the end of the file. */
import { CommentRangeEnd, CommentRangeStart, CommentReference, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { type Face, type Text, wordsOf } from '../paper.ts'
import { faces } from './measures.ts'
import { printable } from './xml.ts'

export interface Comment {
  readonly id: number
  readonly author: string
  readonly initials: string
  readonly date: Date
  readonly children: readonly Paragraph[]
}

export interface Writer {
  readonly runs: (text: Text, face?: Face, size?: number) => ParagraphChild[]
  readonly comments: readonly Comment[]
}

const AUTHOR = '质鉴'
const spacing = { line: 240, lineRule: LineRuleType.AUTO }

export function createWriter(day: string): Writer {
  const comments: Comment[] = []
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
        ...(words.mark ? { underline: {} } : {}),
      })
      if (words.comment === undefined) return [run]
      const id = note(words.comment)
      return [new CommentRangeStart(id), run, new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]
    })
  return { runs, comments }
}
