/**
 * Plots as parts of a .docx (DrawingML charts, ECMA-376 part 1, 21.2), each with the workbook behind it, so that Word, WPS and LibreOffice draw them and the office
 * can restyle them. The library `docx` knows no charts: the parts are added to its package.
 */
import { strToU8 } from 'fflate'
import { number as figure, text } from '../../workbook/cell.ts'
import { workbookPackage } from '../../workbook/package.ts'
import type { Chart } from '../chart.ts'
import { chartTable } from './chart-table.ts'
import { chartXml } from './chart-xml.ts'

export interface ChartParts {
  /** By name in the package. */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** To be added to the types of the package and to the relations of the document. */
  readonly types: string
  readonly relations: string
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The name by which the document speaks of its plot, counted from 1. */
export const chartRelation = (number: number): string => `rIdChart${number}`

export async function chartParts(charts: readonly Chart[]): Promise<ChartParts> {
  const files: Record<string, Uint8Array> = {}
  for (const [index, chart] of charts.entries()) {
    const number = index + 1
    files[`word/charts/chart${number}.xml`] = strToU8(chartXml(chart))
    files[`word/charts/_rels/chart${number}.xml.rels`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/package" Target="../embeddings/chart${number}.xlsx"/></Relationships>`,
    )
    files[`word/embeddings/chart${number}.xlsx`] = await dataOf(chart)
  }
  const each = (made: (number: number) => string): string => charts.map((_, index) => made(index + 1)).join('')
  return {
    files,
    types:
      charts.length === 0
        ? ''
        : `<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${each((number) => `<Override PartName="/word/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`)}`,
    relations: each((number) => `<Relationship Id="${chartRelation(number)}" Type="${OFFICE}/chart" Target="charts/chart${number}.xml"/>`),
  }
}

function dataOf(chart: Chart): Promise<Uint8Array> {
  const { categories, series } = chartTable(chart)
  return workbookPackage([
    {
      name: 'Sheet1',
      columns: [{ title: chart.title, width: 24 }, ...series.map(({ name }) => ({ title: name, width: 12 }))],
      rows: categories.map((category, row) => [text(category), ...series.map(({ values }) => figure(values[row]))]),
    },
  ])
}
