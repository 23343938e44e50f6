/** A ruled table as wide as the text, its header row repeated on each page. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Cell, type Column, isCell, linesOf, type TableRow as Row, type Text } from '../paper.ts'
import { grounds } from './measures.ts'
import type { Writer } from './words.ts'

export function table(columns: readonly Column[], rows: readonly Row[], { runs, small, width }: Writer): Table {
  const shares = columns.reduce((all, { share }) => all + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const paragraph = (text: Text, centred: boolean, head: boolean): Paragraph =>
    new Paragraph({
      alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { line: small.line, lineRule: LineRuleType.EXACT },
      children: runs(text, head ? 'hei' : undefined, small.size),
    })
  const cell = (content: Text | Cell, index: number, head: boolean): TableCell => {
    const { columns: span = 1, tone } = isCell(content) ? content : {}
    const lines = linesOf(content)
    return new TableCell({
      width: { size: widths.slice(index, index + span).reduce((all, each) => all + each, 0), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(span === 1 ? {} : { columnSpan: span }),
      ...(tone === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: grounds[tone] } }),
      children: (lines.length === 0 ? [''] : lines).map((text) =>
        paragraph(text, head || (span === 1 && columns[index]?.centred === true), head),
      ),
    })
  }
  const row = (cells: Row, head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: placed(cells, columns.length).map(([each, index]) => cell(each, index, head)),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((all, each) => all + each, 0), type: WidthType.DXA },
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

/** Each cell with the column it begins in; columns that a row leaves out stand empty. */
function placed(cells: Row, columns: number): (readonly [Text | Cell, number])[] {
  const all: (readonly [Text | Cell, number])[] = []
  let index = 0
  for (let at = 0; index < columns; at++) {
    const cell = cells[at] ?? ''
    all.push([cell, index])
    index += isCell(cell) ? (cell.columns ?? 1) : 1
  }
  return all
}
