/** Plots side by side, each drawn from a part of the file that `chart-parts.ts` writes. */
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  XmlComponent,
} from 'docx'
import type { Chart } from '../chart.ts'
import { chartRelation } from './chart-parts.ts'
import { mm } from './measures.ts'
import type { Writer } from './words.ts'

/** `height` in millimetres. */
export function charts(all: readonly Chart[], height: number, writer: Writer): Table {
  const width = Math.floor(writer.width / all.length)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * all.length, type: WidthType.DXA },
    columnWidths: all.map(() => width),
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        children: all.map(
          (chart) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  spacing: { line: 240, lineRule: LineRuleType.AUTO },
                  children: [drawing(chart, writer.keepChart(chart), width, mm(height))],
                }),
              ],
            }),
        ),
      }),
    ],
  })
}

const EMU_PER_TWIP = 635
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function drawing(chart: Chart, number: number, width: number, height: number): TextRun {
  const reference = new Element('c:chart', { 'xmlns:c': `${DRAWING}/chart`, 'xmlns:r': OFFICE, 'r:id': chartRelation(number) })
  const data = new Element('a:graphicData', { uri: `${DRAWING}/chart` }, [reference])
  const run = new TextRun({ children: [] })
  run.addChildElement(
    new Element('w:drawing', {}, [
      new Element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
        new Element('wp:extent', { cx: width * EMU_PER_TWIP, cy: height * EMU_PER_TWIP }),
        new Element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
        new Element('wp:docPr', { id: 1000 + number, name: `图${number}`, descr: spoken(chart) }),
        new Element('wp:cNvGraphicFramePr', {}),
        new Element('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, [data]),
      ]),
    ]),
  )
  return run
}

/** What the plot shows, for who cannot see it. */
const spoken = (chart: Chart): string =>
  chart.kind === 'lines'
    ? `${chart.title}：${chart.lines.map(({ name, values }) => `${name}${values.map((value) => value ?? '缺').join('、')}`).join('；')}`
    : `${chart.title}：${chart.bars.map(({ name, low, at, high }) => `${name}${at}（${low}—${high}）`).join('；')}`

class Element extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly XmlComponent[] = []) {
    super(name)
    this.root.push({ _attr: attributes }, ...children)
  }
}
