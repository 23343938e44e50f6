/** An invented text as a PDF of three pages: lines of official papers (28 characters, first line indented) and a page number below. */
import { text as shown, writePdf } from '../../support/pdf/pdf-writer.ts'
import type { InventedText } from './report-text.ts'

export const PAGES = 3

const SIZE = 12
const LINE_CHARACTERS = 36
const LEFT = 80
const TOP = 770
const LEADING = 22

export function pdfFile({ title, paragraphs }: InventedText): Uint8Array {
  const lines = [title, ...paragraphs.flatMap(broken)]
  const perPage = Math.ceil(lines.length / PAGES)
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const own = lines.slice(page * perPage, (page + 1) * perPage)
    const leading = Math.min(LEADING, (TOP - 80) / Math.max(1, own.length))
    const content = own.map((line, at) => lineAt(line, TOP - at * leading))
    return { content: [...content, shown(280, 40, 10, `— ${page + 1} —`)].join('\n') }
  })
  return writePdf(pages)
}

/** Full lines; the first begins two characters in. */
function broken(paragraph: string): string[] {
  const words = `　　${paragraph}`
  return Array.from({ length: Math.ceil(words.length / LINE_CHARACTERS) }, (_, at) =>
    words.slice(at * LINE_CHARACTERS, (at + 1) * LINE_CHARACTERS),
  )
}

function lineAt(line: string, y: number): string {
  const words = line.trimStart()
  return shown(LEFT + (line.length - words.length) * SIZE, y, SIZE, words)
}
