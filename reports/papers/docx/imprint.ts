/**
 * 版记: to whom copies go and who printed it, between black rules at the foot of the last page.
 *
 * It is a table in a frame that is anchored to the foot of the text: Word, WPS and LibreOffice set that alike, while LibreOffice sets a floating table where
 * it finds it. The library knows no such frame; it is put around the table in the body that the library made,
 * whose root names the namespaces.
 */
import { BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType } from 'docx'
import { type Imprint, wordsOf } from '../paper.ts'
import { character, EMU_PER_TWIP, imprint, lines, sizes, textWidth } from './measures.ts'
import type { Writer } from './words.ts'

/** The last part of the body. */
export function imprintTable({ copies, office, date }: Imprint, { runs }: Writer): Table {
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
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: imprint.width, type: WidthType.DXA },
    columnWidths: [imprint.width],
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: [
      ...(hasCopies ? [row(sent, imprint.outer, imprint.inner)] : []),
      row(printed, hasCopies ? imprint.inner : imprint.outer, imprint.outer),
    ],
  })
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

/** The body with its last table in the frame. */
export function atFoot(body: string, { copies }: Imprint): string {
  const from = body.lastIndexOf('<w:tbl>')
  const to = body.indexOf(TABLE_END, from) + TABLE_END.length
  return `${body.slice(0, from)}${framed(body.slice(from, to), heightOf(copies))}${body.slice(to)}`
}

const TABLE_END = '</w:tbl>'
/** What the rules take. */
const RULES = 60

/** Room for the lines that the copies take, and that of printing; in twips. */
function heightOf(copies: readonly string[]): number {
  const room = textWidth - 5 * character
  const written = [...copies.join('，')].length * sizes.number * 10
  return (copies.length === 0 ? 1 : 1 + Math.max(1, Math.ceil(written / room))) * lines.body + RULES
}

/** In DrawingML, and for what does not know it in VML. The text stands on the lower edge. */
function framed(table: string, height: number): string {
  const content = `<w:txbxContent>${table}${LAST}</w:txbxContent>`
  const [cx, cy] = [textWidth * EMU_PER_TWIP, height * EMU_PER_TWIP]
  const drawing =
    `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">` +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>' +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="${FRAME_ID}" name="版记"/>` +
    `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/>` +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>` +
    `<wps:txbx>${content}</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
  const fallback =
    `<w:pict><v:shape id="imprint" style="position:absolute;width:${textWidth / 20}pt;height:${height / 20}pt;z-index:2;mso-position-horizontal:left;mso-position-horizontal-relative:margin;mso-position-vertical:bottom;mso-position-vertical-relative:margin;v-text-anchor:bottom" filled="f" stroked="f">` +
    `<v:textbox inset="0,0,0,0">${content}</v:textbox></v:shape></w:pict>`
  return `<w:p>${TINY}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

const TINY = '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
/** A table is never the last thing of a text. */
const LAST = `<w:p>${TINY}</w:p>`
const FRAME_ID = 9000
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
