/** A ruled table as wide as the text, its header row repeated on each page. */
import { AlignmentType, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Column, Text } from '../paper.ts'
import { lines, sizes } from './measures.ts'
import type { Writer } from './words.ts'

/** `width` of the text, in twentieths of a point. */
export function table(columns: readonly Column[], rows: readonly (readonly Text[])[], writer: Writer, width: number): Table {
  const shares = columns.reduce((all, { share }) => all + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const cell = (text: Text, index: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: head || columns[index]?.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: lines.table, lineRule: LineRuleType.EXACT },
          children: writer.runs(text, head ? 'hei' : undefined, sizes.table),
        }),
      ],
    })
  const row = (cells: readonly Text[], head: boolean): TableRow =>
    new TableRow({ tableHeader: head, cantSplit: true, children: columns.map((_, index) => cell(cells[index] ?? '', index, head)) })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}
