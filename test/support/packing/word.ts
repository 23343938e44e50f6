/**
 * A sample submission as a Word document in the look of official papers (GB/T 9704): title centred, headings in 黑体 and 楷体, body in 仿宋,
 * first lines indented by two characters.
 */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type GridCell, gridOf } from './grid.ts'
import type { Inline, Part, Sample, SourceRow } from './sample.ts'
import { finishWord, textBoxMark } from './word-parts.ts'

export interface Fonts {
  readonly title: string
  readonly heading: string
  readonly subheading: string
  readonly body: string
}

/** The fonts that official papers ask for; a program that lacks them takes the nearest. */
export const officialFonts: Fonts = { title: '方正小标宋简体', heading: '黑体', subheading: '楷体_GB2312', body: '仿宋_GB2312' }

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
const REVISION = { author: '审核', date: '2020-10-09T10:00:00Z' }
const OUTLINE = 'outline'
const BULLETS = 'bullets'
const PAGE = { width: 11906, height: 16838, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } }
const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right

const font = (name: string): { ascii: string; eastAsia: string; hAnsi: string } => ({ ascii: name, eastAsia: name, hAnsi: name })

export async function packWord(sample: Sample, fonts: Fonts, points = 16): Promise<Uint8Array> {
  const marks = Object.keys(sample.footnotes)
  const document = new Document({
    creator: '质量工作办公室',
    styles: stylesOf(fonts, points),
    numbering: { config: [outline, bullets] },
    footnotes: Object.fromEntries(marks.map((mark, index) => [index + 1, { children: [new Paragraph(sample.footnotes[mark] ?? '')] }])),
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin } },
        ...(sample.settings['header'] === undefined ? {} : { headers: { default: header(sample.settings['header']) } }),
        ...(sample.settings['footer'] === 'page' ? { footers: { default: pageFooter() } } : {}),
        children: sample.parts.flatMap((part) => blocksOf(part, sample.settings['numbering'] === 'auto', marks, points)),
      },
    ],
  })
  const boxes = sample.parts.flatMap((part) => (part.kind === 'text-box' ? [part.text] : []))
  return finishWord(new Uint8Array(await Packer.toBuffer(document)), boxes)
}

function stylesOf(fonts: Fonts, points: number): ConstructorParameters<typeof Document>[0]['styles'] & object {
  const size = points * 2
  const spacing = { line: Math.round(points * 1.75 * 20), lineRule: LineRuleType.EXACT }
  const headingOf = (name: string, bold = false) => ({
    run: { font: font(name), size, bold, color: '000000' },
    paragraph: { spacing, indent: { firstLine: points * 40 } },
  })
  return {
    default: {
      document: { run: { font: font(fonts.body), size } },
      title: {
        run: { font: font(fonts.title), size: Math.round(size * 1.375) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200 } },
      },
      heading1: headingOf(fonts.heading),
      heading2: headingOf(fonts.subheading),
      heading3: headingOf(fonts.body, true),
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.JUSTIFIED, spacing, indent: { firstLine: points * 40 } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: 24, font: font(fonts.heading) },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 }, keepNext: true },
      },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 21 }, paragraph: { alignment: AlignmentType.CENTER } },
    ],
  }
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: 'nothing' as const,
})

const outline = {
  reference: OUTLINE,
  levels: [
    level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
    level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
    level(2, LevelFormat.DECIMAL, '%3.'),
  ],
}
const bullets = { reference: BULLETS, levels: [level(0, LevelFormat.BULLET, '●')] }

function blocksOf(part: Part, numbered: boolean, marks: readonly string[], points: number): (Paragraph | Table)[] {
  if (part.kind === 'table') return [tableOf(part.rows)]
  if (part.kind === 'sheet') return []
  return [new Paragraph(paragraphOf(part, numbered, marks, points))]
}

function paragraphOf(
  part: Exclude<Part, { kind: 'table' | 'sheet' }>,
  numbered: boolean,
  marks: readonly string[],
  points: number,
): IParagraphOptions {
  switch (part.kind) {
    case 'title':
      return { text: part.text, heading: HeadingLevel.TITLE }
    case 'heading': {
      const heading = HEADINGS[part.level - 1] ?? HeadingLevel.HEADING_3
      return { text: part.text, heading, ...(numbered ? { numbering: { reference: OUTLINE, level: part.level - 1 } } : {}) }
    }
    case 'centred':
      return { text: part.text, alignment: AlignmentType.CENTER }
    case 'right':
      return { text: part.text, alignment: AlignmentType.RIGHT, indent: { right: points * 40 } }
    case 'caption':
      return { text: part.text, style: 'Caption' }
    case 'text-box':
      return { text: textBoxMark }
    case 'page-break':
      return { children: [new PageBreak()] }
    default: {
      const numbering = part.kind === 'list-item' ? { numbering: { reference: BULLETS, level: 0 } } : {}
      return { style: 'BodyText', ...numbering, children: runs(part.inlines, marks) }
    }
  }
}

function runs(inlines: readonly Inline[], marks: readonly string[]): ParagraphChild[] {
  return inlines.map((inline, index) => {
    if (inline.kind === 'footnote') return new FootnoteReferenceRun(marks.indexOf(inline.mark) + 1)
    if (inline.kind === 'inserted') return new InsertedTextRun({ ...REVISION, id: index + 1, text: inline.text })
    if (inline.kind === 'deleted') return new DeletedTextRun({ ...REVISION, id: index + 1, text: inline.text })
    return new TextRun(inline.text)
  })
}

function tableOf(rows: readonly SourceRow[]): Table {
  const grid = gridOf(rows)
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  const width = Math.floor(TEXT_WIDTH / columns)
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: width * columns, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: grid.map(
      (cells, row) =>
        new TableRow({ tableHeader: rows[row]?.header ?? false, cantSplit: true, children: cells.map((cell) => cellOf(cell, width)) }),
    ),
  })
}

function cellOf({ text, header: bold, rowSpan, columnSpan }: GridCell, width: number): TableCell {
  return new TableCell({
    rowSpan,
    columnSpan,
    width: { size: width * columnSpan, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: 'TableText', children: [new TextRun({ text, bold })] })],
  })
}

function header(text: string): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 18 })] })] })
}

function pageFooter(): Footer {
  const children = [new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] })
}
