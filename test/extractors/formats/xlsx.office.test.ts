/** Cells as LibreOffice shows them, against the readers: the same numbers under the same formats. */
import { expect, test } from 'vitest'
import { defaultLimits, type Reading } from '../../../extractors/formats/reading.ts'
import { readXls } from '../../../extractors/formats/sheets/read-xls.ts'
import { readXlsx } from '../../../extractors/formats/sheets/read-xlsx.ts'
import { convert } from '../../support/office/soffice.ts'
import { xlsxBytes } from '../../support/office/xlsx-bytes.ts'

const SHOWN: readonly (readonly [string | number, number])[] = [
  ['0.0%', 0.975],
  ['0.00%', 0.98664],
  [9, 0.5],
  ['#,##0', 1234567],
  ['#,##0.00', 1234.5],
  ['0.00', 2.34567],
  ['0.00"万元"', 3.456],
  ['yyyy-mm-dd', 44012],
  ['yyyy"年"m"月"d"日"', 44012],
  ['yyyy"年"m"月"', 44105],
  ['h:mm', 0.75],
  [0, 97.5],
  [0, 0.1 + 0.2],
  ['0;-0;"—"', 0],
]
const cells = SHOWN.map(
  ([, value], row) =>
    `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>项</t></is></c><c r="B${row + 1}" s="${row}"><v>${value}</v></c></row>`,
)
const xlsx = xlsxBytes({
  sheets: [{ name: '数据', xml: `<sheetData>${cells.join('')}</sheetData>` }],
  formats: SHOWN.map(([format]) => format),
})
/** Comma, quotes only where needed, UTF-8, from the first line, cells as shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,2052,false,true'

const numbers = ({ blocks }: Reading): string[] => blocks.flatMap(({ cell, text }) => (cell?.column === 1 ? [text] : []))
const exported = (bytes: Uint8Array, extension: string): string[] =>
  new TextDecoder()
    .decode(convert(bytes, extension, CSV)[0])
    .trim()
    .split('\n')
    .map((line) => (line.split('\t')[1] ?? '').replaceAll('"', '').trim())

test('.xlsx', () => {
  expect(numbers(readXlsx(xlsx, defaultLimits))).toEqual(exported(xlsx, 'xlsx'))
})

test('.xls', async () => {
  const xls = convert(xlsx, 'xlsx', 'xls')[0] ?? new Uint8Array()
  expect(numbers(await readXls(xls, defaultLimits))).toEqual(exported(xls, 'xls'))
})

test('.xls that LibreOffice saved: struck-through, raised and lowered text', async () => {
  const run = (properties: string, text: string): string => `<r><rPr>${properties}</rPr><t>${text}</t></r>`
  const [up, down] = ['superscript', 'subscript'].map((value) => `<vertAlign val="${value}"/>`) as [string, string]
  const rich = xlsxBytes({
    sheets: [
      {
        name: '数据',
        xml: `<sheetData>${[0, 1, 2, 3].map((string) => `<row r="${string + 1}"><c r="A${string + 1}" t="s"><v>${string}</v></c><c r="B${string + 1}" s="${string % 2}"><v>${70 + string}</v></c></row>`).join('')}</sheetData>`,
      },
    ],
    strings: [
      `<r><t>300m</t></r>${run(up, '2')}`,
      `<r><t>10</t></r>${run(up, '5')}${run('', 'CFU/g')}`,
      `${run('<strike/>', '88%')}${run('', '90%')}`,
      `<r><t>CO</t></r>${run(down, '2')}`,
    ],
    extra: {
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    },
  })
  const reading = await readXls(convert(rich, 'xlsx', 'xls')[0] ?? new Uint8Array(), defaultLimits)
  expect(reading.blocks.flatMap(({ cell, text }) => (cell ? [text] : []))).toEqual(['300m²', '70', '10⁵CFU/g', '90%', '72', 'CO₂'])
  expect(reading.notices.map(({ code, message }) => [code, message.slice(0, 14)])).toEqual([
    ['W_STRUCK_THROUGH', '工作表“数据”（3 处）：含'],
  ])
})
