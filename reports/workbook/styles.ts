/** The few looks a cell can have, as the workbook's style sheet (ECMA-376 part 1, 18.8). Text wraps and stands at the top; every cell has a thin frame. */

interface Look {
  readonly bold?: boolean
  readonly underline?: boolean
  /** RRGGBB. */
  readonly color?: string
  readonly fill?: string
  readonly vertical?: 'center' | 'top'
  readonly right?: boolean
  readonly percent?: boolean
}

const LOOKS = {
  heading: { bold: true, color: 'FFFFFF', fill: '23466A', vertical: 'center' },
  text: {},
  strong: { bold: true },
  faint: { color: '6B7480' },
  linked: { color: '1F5FA8', underline: true },
  number: { right: true },
  percent: { right: true, percent: true },
  good: { color: '1D6B3F', fill: 'E3F1E8' },
  doubt: { color: '855A00', fill: 'FCF1D8' },
  bad: { color: 'A3281C', fill: 'FBE3E0' },
} as const satisfies Readonly<Record<string, Look>>

export type Style = keyof typeof LOOKS

const looks: readonly (readonly [string, Look])[] = Object.entries(LOOKS)

/** Place of a style in the sheet of styles; 0 is a cell without any. */
export const styleIds: ReadonlyMap<string, number> = new Map(looks.map(([name], index) => [name, index + 1]))

const PERCENT_FORMAT = 9

const font = ({ bold = false, underline = false, color }: Look): string =>
  `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="10"/>${color === undefined ? '<color theme="1"/>' : `<color rgb="FF${color}"/>`}<name val="微软雅黑"/><family val="2"/></font>`

const fill = ({ fill: color }: Look): string =>
  color === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`

/** Fonts and fills stand one for each look, after those that a spreadsheet takes for granted: one font, two fills. */
const format = ({ vertical = 'top', right = false, percent = false }: Look, index: number): string =>
  `<xf numFmtId="${percent ? PERCENT_FORMAT : 0}" fontId="${index + 1}" fillId="${index + 2}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${right ? ' horizontal="right"' : ''} vertical="${vertical}" wrapText="1"/></xf>`

const side = (name: string): string => `<${name} style="thin"><color rgb="FFD9DEE4"/></${name}>`

const counted = (name: string, parts: readonly string[]): string => `<${name} count="${parts.length}">${parts.join('')}</${name}>`

export const stylesXml: string = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  counted('fonts', [font({}), ...looks.map(([, look]) => font(look))]),
  counted('fills', [fill({}), '<fill><patternFill patternType="gray125"/></fill>', ...looks.map(([, look]) => fill(look))]),
  counted('borders', [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ]),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  counted('cellXfs', [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    ...looks.map(([, look], index) => format(look, index)),
  ]),
  '</styleSheet>',
].join('')
