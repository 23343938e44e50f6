/** An .xlsx written part by part, so that tests can say exactly what stands in it. */
import { strToU8, zipSync } from 'fflate'

export interface SheetSource {
  readonly name: string
  /** Content of <worksheet>. */
  readonly xml: string
  readonly state?: string
  /** Relations of the sheet: type → target, relative to xl/worksheets/. */
  readonly relations?: Readonly<Record<string, string>>
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[]
  readonly strings?: readonly string[]
  /** Number formats of cell styles 0, 1, 2 …: a code, or a built-in number. */
  readonly formats?: readonly (string | number)[]
  readonly date1904?: boolean
  readonly extra?: Readonly<Record<string, string>>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function xlsxBytes({ sheets, strings = [], formats = [0], date1904 = false, extra = {} }: WorkbookSource): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
      <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
      ${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}
      </Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['rId100', 'sharedStrings', 'sharedStrings.xml'],
      ['rId101', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    'xl/styles.xml': styles(formats),
    ...extra,
  }
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.xml}</worksheet>`
    if (sheet.relations)
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relations(
        Object.entries(sheet.relations).map(([type, target], at) => [`rId${at + 1}`, type, target] as const),
      )
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), { level: 6, mtime: '2020-01-01' })
}

/** Rows of inline strings and numbers from A1 on; null leaves a cell out. */
export function rows(table: readonly (readonly (string | number | null)[])[], firstRow = 1): string {
  const cells = (row: readonly (string | number | null)[], number: number): string =>
    row
      .map((value, column) => {
        const at = `${String.fromCharCode(65 + column)}${number}`
        if (value === null) return ''
        return typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
      })
      .join('')
  return table.map((row, index) => `<row r="${firstRow + index}">${cells(row, firstRow + index)}</row>`).join('')
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, index) =>
    typeof format === 'string' ? { id: 164 + index, code: format } : { id: format, code: null },
  )
  const escaped = (code: string): string =>
    code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes
    .map(({ id, code }) => (code === null ? '' : `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`))
    .join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
    <cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs>${codes.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`
}

const relations = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${RELATIONS}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`
