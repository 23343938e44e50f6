/** Documents from plain text, one block a line, for tests of what comes after reading. */
import type { Document } from '../../extractors/document.ts'
import { assemble } from '../../extractors/formats/assemble.ts'
import { createIdentifier } from '../../extractors/identity/identity.ts'
import { createValueExtractor, type ValueReading } from '../../extractors/indicators/extract-values.ts'
import { structure } from '../../extractors/language/structure.ts'
import { cue } from '../../extractors/lexicon.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

export const { lexicon, scheme } = loadKnowledge()
const identify = createIdentifier(lexicon)
const extractValues = createValueExtractor(lexicon)

export function textDocument(text: string, file = '2020/乌苏市/第三季度/报告.txt'): Document {
  const blocks = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line, origin: {} }))
  return assemble(file, 'a'.repeat(64), { format: 'txt', pages: null, blocks, notices: [], incomplete: false }, cue(lexicon, 'title-words'))
}

/** A document with one table: `rows` of cell texts; '<' merges with the cell to the left, '^' with the cell above; `after`: the paragraphs behind it. */
export function tableDocument(
  title: string,
  caption: string,
  rows: readonly (readonly string[])[],
  after: readonly string[] = [],
): Document {
  const cells = rows.flatMap((cellsOfRow, row) =>
    cellsOfRow.flatMap((text, column) => {
      if (text === '<' || text === '^') return []
      const reach = (step: (count: number) => string | undefined, mark: string): number => {
        let count = 1
        while (step(count) === mark) count++
        return count
      }
      const columnSpan = reach((count) => cellsOfRow[column + count], '<')
      const rowSpan = reach((count) => rows[row + count]?.[column], '^')
      return [{ kind: 'table-cell' as const, text, origin: {}, cell: { table: 1, row, column, rowSpan, columnSpan, header: false } }]
    }),
  )
  const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ kind: 'paragraph' as const, text, origin: {} }))
  const reading = {
    format: 'docx' as const,
    pages: null,
    blocks: [...paragraphs([title, caption]), ...cells, ...paragraphs(after)],
    notices: [],
    incomplete: false,
  }
  return assemble('材料/报告.docx', 'b'.repeat(64), reading, cue(lexicon, 'title-words'))
}

export function identityOf(document: Document): ReturnType<typeof identify> {
  return identify(document)
}

export function valuesOf(document: Document): ValueReading {
  return extractValues({ document, structure: structure(document), identity: identify(document) })
}
