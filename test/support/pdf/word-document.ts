/** Invented reports as Word documents, in the layout of official papers: first-line indent of two characters, justified, page numbers — 1 —. */
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { InventedPart, InventedReport } from './invented-report.ts'

const FONT = { eastAsia: 'WenQuanYi Zen Hei', ascii: 'WenQuanYi Zen Hei', hAnsi: 'WenQuanYi Zen Hei' }

export interface WordLayout {
  /** Half points. */
  readonly size?: number
  readonly header?: string
  /** Paragraphs begin at the margin, ragged at the right, with a little space between: as letters are written, not official papers. */
  readonly asLetter?: boolean
  /** Attached to the first paragraph. */
  readonly footnote?: string
}

export function wordDocument(report: InventedReport, layout: WordLayout = {}): Promise<Buffer> {
  const size = layout.size ?? 32
  let footnotePlaced = layout.footnote === undefined
  const run = (text: string, points = size, bold = false): TextRun => new TextRun({ text, size: points, bold, font: FONT })
  const block = (part: InventedPart): Paragraph | Table => {
    if (part.kind === 'table') return table(part.rows, run, size)
    if (part.kind === 'caption')
      return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [run(part.text, size - 4)] })
    const mark = part.kind === 'paragraph' && !footnotePlaced ? [new FootnoteReferenceRun(1)] : []
    if (mark.length > 0) footnotePlaced = true
    return new Paragraph({
      alignment: layout.asLetter ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
      indent: { firstLine: layout.asLetter ? 0 : size * 20 },
      spacing: { line: Math.round(size * 17.5), lineRule: 'exact', after: layout.asLetter ? 160 : 0 },
      children: [run(part.text, size, part.kind === 'heading'), ...mark],
    })
  }
  const document = new Document({
    ...(layout.footnote === undefined
      ? {}
      : { footnotes: { 1: { children: [new Paragraph({ children: [new TextRun({ text: layout.footnote, size: 18, font: FONT })] })] } } }),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        ...(layout.header === undefined
          ? {}
          : {
              headers: {
                default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(layout.header, 18)] })] }),
              },
            }),
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: FONT })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(report.title, 44, true)] }),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(report.issuer)] }),
          ...report.parts.map(block),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function table(rows: readonly (readonly string[])[], run: (text: string, points: number) => TextRun, size: number): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [900, 3600, 1450, 1450, 1450],
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [run(text, size - 6)] })] })),
        }),
    ),
  })
}
