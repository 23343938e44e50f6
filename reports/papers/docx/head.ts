/** What only a document (公文格式) bears: the office's name in red over the number and a red rule, and at its end 抄送 and 印发 between black rules. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { type Imprint, type Paper, wordsOf } from '../paper.ts'
import { character, faces, imprint, lines, mark, mm, red, sizes, textWidth } from './measures.ts'
import { emptyLine } from './parts.ts'
import type { Writer } from './words.ts'

/** The name on one line; two lines down the number, and its rule; two lines down the title follows. */
export function documentHead({ office, documentNumber }: Paper, { runs }: Writer): FileChild[] {
  return [
    new Paragraph({ spacing: { line: mark.top, lineRule: LineRuleType.EXACT } }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: mm(15), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: office, font: faces.title, size: markSize(office), color: red, characterSpacing: 0 })],
    }),
    emptyLine(),
    emptyLine(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: mark.ruleSize, space: mark.ruleBelow, color: red } },
      children: runs(documentNumber),
    }),
    emptyLine(),
    emptyLine(),
  ]
}

/** As large as stands on one line, in half points. */
const markSize = (office: string): number => Math.min(sizes.mark, Math.floor(textWidth / 10 / [...office].length))

/** A floating table at the foot of the last page, whatever stands above it. */
export function imprintTable({ copies, office, date }: Imprint, { runs }: Writer): FileChild[] {
  const sent = new Paragraph({
    spacing,
    indent: { left: 4 * character, right: character, hanging: 3 * character },
    children: runs(`抄送：${copies.join('，')}。`, undefined, sizes.number),
  })
  const printed = new Paragraph({
    spacing,
    indent: { left: character, right: character },
    tabStops: [{ type: TabStopType.RIGHT, position: imprint.width - character }],
    children: [
      ...runs(office, undefined, sizes.number),
      new TextRun({ text: '\t', size: sizes.number }),
      ...runs([...wordsOf(date), '印发'], undefined, sizes.number),
    ],
  })
  const hasCopies = copies.length > 0
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: imprint.width, type: WidthType.DXA },
    columnWidths: [imprint.width],
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: [
      ...(hasCopies ? [row(sent, imprint.outer, imprint.inner)] : []),
      row(printed, hasCopies ? imprint.inner : imprint.outer, imprint.outer),
    ],
  })
  return [table, new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })]
}

const spacing = { line: lines.body, lineRule: LineRuleType.EXACT }

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const row = (content: Paragraph, top: number, bottom: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: imprint.width, type: WidthType.DXA },
        borders: { top: rule(top), bottom: rule(bottom), left: none, right: none },
        children: [content],
      }),
    ],
  })
