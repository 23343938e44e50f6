/** Plots side by side in the body of a form, each drawn from a part of the file that `chart-parts.ts` writes. */
import type { Chart } from '../chart.ts'
import { chartRelation } from './chart-parts.ts'
import { EMU_PER_TWIP, mm } from './measures.ts'
import { escaped } from './xml.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** `first` is the number of the first plot within the file; `height` in millimetres. */
export function chartRow(charts: readonly Chart[], first: number, width: number, height: number): string {
  const each = Math.floor(width / charts.length)
  const cell = (chart: Chart, number: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${each}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>${drawing(chart, number, each, mm(height))}</w:p></w:tc>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${each * charts.length}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${charts.map(() => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${charts.map((chart, index) => cell(chart, first + index)).join('')}</w:tr></w:tbl>`
}

const drawing = (chart: Chart, number: number, width: number, height: number): string =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width * EMU_PER_TWIP}" cy="${height * EMU_PER_TWIP}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${number}" name="图${number}" descr="${escaped(spoken(chart))}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="${chartRelation(number)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

/** What the plot shows, for who cannot see it. */
const spoken = (chart: Chart): string =>
  chart.kind === 'lines'
    ? `${chart.title}：${chart.lines.map(({ name, values }) => `${name}${values.map((value) => value ?? '缺').join('、')}`).join('；')}`
    : `${chart.title}：${chart.bars.map(({ name, low, at, high }) => `${name}${at ?? '暂无得分'}（${low}—${high}）`).join('；')}`
