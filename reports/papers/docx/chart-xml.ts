/** One plot as DrawingML. Figures stand in it as they stand in the workbook behind it, so that it is drawn without opening that. */
import type { Chart } from '../chart.ts'
import { type ChartTable, chartTable, type Series } from './chart-table.ts'
import { escaped } from './xml.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const COLOURS = ['1F5FA8', 'C0392B', '1D7A46', '8E5BA6', 'C77700', '157A86', '5A6675', 'B03A76', '6B7A1E', '3B3B98']
const BAR_COLOURS = { base: '1F5FA8', lower: '7FA9DA', upper: 'CFDFF1' } as const
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'star', 'plus']
const [CATEGORY_AXIS, VALUE_AXIS] = [111111111, 222222222]

export function chartXml(chart: Chart): string {
  const table = chartTable(chart)
  const series = table.series.map((each, index) => seriesXml(each, index, table, chart)).join('')
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`
  const plot =
    chart.kind === 'lines'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:overlap val="100"/>${axes}</c:barChart>`
  const body = `${title(chart.kind === 'lines' ? chart.title : `${chart.title}：${chart.key}`)}<c:autoTitleDeleted val="0"/><c:plotArea>${chart.kind === 'lines' ? PLOT : '<c:layout/>'}${plot}${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>${chart.kind === 'lines' ? legend(table.series.length) : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${body}</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr>${type(800)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

const type = (size: number, bold = false): string =>
  `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="333333"/></a:solidFill><a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:defRPr>`

const title = (words: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${type(900, true)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="900" b="1"><a:latin typeface="Times New Roman"/><a:ea typeface="黑体"/></a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

function seriesXml({ name, values, look }: Series, index: number, { categories }: ChartTable, chart: Chart): string {
  const column = columnLetter(index + 1)
  const last = categories.length + 1
  const points = (words: readonly (string | number | null)[]): string =>
    `<c:ptCount val="${words.length}"/>${words.map((word, at) => (word === null ? '' : `<c:pt idx="${at}"><c:v>${escaped(String(word))}</c:v></c:pt>`)).join('')}`
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>`,
    looks(look, index),
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>`,
    chart.kind === 'lines' ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('')
}

function looks(look: Series['look'], index: number): string {
  const colour = COLOURS[index % COLOURS.length] ?? ''
  const fill = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`
  switch (look) {
    case 'line':
      return `<c:spPr><a:ln w="19050">${fill(colour)}</a:ln></c:spPr><c:marker><c:symbol val="${MARKERS[index % MARKERS.length]}"/><c:size val="5"/><c:spPr>${fill(colour)}<a:ln w="9525">${fill(colour)}</a:ln></c:spPr></c:marker>`
    case 'level':
      return `<c:spPr><a:ln w="9525">${fill('8B95A1')}<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
    case 'base':
    case 'lower':
    case 'upper':
      return `<c:spPr>${fill(BAR_COLOURS[look])}</c:spPr><c:invertIfNegative val="0"/>`
  }
}

const categoryAxis = ({ kind }: Chart): string =>
  `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${kind === 'lines' ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'lines' ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>`

/** Bars run from the top, so that their axis of figures has to cross at the far end to stand below. */
const valueAxis = ({ kind, least, most }: Chart): string =>
  `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${most}"/><c:min val="${least}"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'lines' ? 'l' : 'b'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E7EC"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${axisLine}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${kind === 'lines' ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/><c:majorUnit val="10"/></c:valAx>`

const axisLine = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="9AA4B0"/></a:solidFill></a:ln></c:spPr>'

/** A place within the chart, in parts of its width and height. */
const layout = (x: number, y: number, width: number, height: number, inner = false): string =>
  `<c:layout><c:manualLayout>${inner ? '<c:layoutTarget val="inner"/>' : ''}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/><c:w val="${width}"/><c:h val="${height}"/></c:manualLayout></c:layout>`

/** Kept by itself: a legend of many lines would leave the plot no room. */
const PLOT = layout(0.08, 0.17, 0.45, 0.69, true)
const LEGEND_LINE = 0.076
const LEGEND_MOST = 0.84

/** Of bars the title says what their colours are. */
const legend = (lines: number): string =>
  `<c:legend><c:legendPos val="r"/>${layout(0.54, 0.14, 0.46, Math.min(LEGEND_MOST, lines * LEGEND_LINE))}<c:overlay val="0"/><c:txPr><a:bodyPr/><a:p><a:pPr>${type(lines * LEGEND_LINE > LEGEND_MOST ? 650 : 750)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:legend>`

const columnLetter = (index: number): string =>
  (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
