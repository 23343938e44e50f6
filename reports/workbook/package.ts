/**
 * Sheets as the bytes of an .xlsx (ECMA-376 parts 1 and 2). The same sheets give the same bytes.
 *
 * Written here and not by a library: a run of some hundred documents has hundreds of thousands of cells, for which writing plain XML takes a tenth of the time
 * and, deflated piece by piece, little memory.
 */
import { zip } from '../zip.ts'
import { definedNames, type SharedStrings, type SheetContent, sheetXml } from './sheet.ts'
import { stylesXml } from './styles.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function workbookPackage(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const strings = sharedStrings()
  const relations = [
    ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'] as const,
    ['rIdStyles', 'styles', 'styles.xml'] as const,
  ]
  return zip([
    { name: '[Content_Types].xml', content: [contentTypes(sheets)] },
    { name: '_rels/.rels', content: [relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbookXml(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [relationships(relations)] },
    { name: 'xl/styles.xml', content: [stylesXml] },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet, index, strings.numberOf) })),
    { name: 'xl/sharedStrings.xml', content: strings.xml() },
  ])
}

/** `known`: strings that stand in the table already, in their order. */
export function sharedStrings(known: readonly string[] = []): { readonly numberOf: SharedStrings; readonly xml: () => Generator<string> } {
  const numbers = new Map(known.map((text, number) => [text, number]))
  const numberOf = (text: string): number => {
    const found = numbers.get(text)
    if (found !== undefined) return found
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
  return {
    numberOf,
    *xml() {
      yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${numbers.size}">`
      for (const text of numbers.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`
      yield '</sst>'
    },
  }
}

/** The strings of a table that `sharedStrings` wrote. */
export const stringsIn = (xml: string): string[] =>
  [...xml.matchAll(/<si><t xml:space="preserve">([^<]*)<\/t><\/si>/gu)].map(([, text = '']) =>
    text.replace(/&(?:amp|lt|gt|#13);/gu, (found) => UNESCAPES[found] ?? found),
  )

/** The parts of a workbook of so many sheets. */
export const partNames = (sheets: number): string[] => [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  ...Array.from({ length: sheets }, (_, index) => `xl/worksheets/sheet${index + 1}.xml`),
]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const UNESCAPES: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(ESCAPES).map(([plain, written]) => [written, plain]))
const escaped = (text: string): string => (/[&<>\r]/u.test(text) ? text.replace(/[&<>\r]/gu, (found) => ESCAPES[found] ?? found) : text)

function contentTypes(sheets: readonly SheetContent[]): string {
  const part = (name: string, kind: string): string => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`
  const own = sheets.map((_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet'))
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('sharedStrings', 'sharedStrings')}${part('styles', 'styles')}${own.join('')}</Types>`
}

const relationships = (each: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

function workbookXml(sheets: readonly SheetContent[]): string {
  const own = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${own.join('')}</sheets><definedNames>${sheets.map(definedNames).join('')}</definedNames></workbook>`
}
