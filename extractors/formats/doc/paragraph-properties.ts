/**
 * What is asked of a paragraph's formatting ([MS-DOC] 2.6.2, 2.6.3): its heading level, its number in a list, its place in a table. Style first
 * ([MS-DOC] 2.9.271), then the paragraph's own changes.
 */
import type { ByteView } from './byte-view.ts'
import { type Run, readSprms, type Sprm } from './formatting.ts'
import type { WordFile } from './word-file.ts'

export interface ParagraphProperties {
  /** 0 title, 1 first heading level …; null for text. */
  readonly level: number | null
  /** Number of the list override from 1; 0 for no list. */
  readonly list: number
  readonly listLevel: number
  /** Depth of tables around the paragraph. */
  readonly tableDepth: number
  /** Ends a cell, or a row, of a table within a cell; those of the outermost table have a mark of their own. */
  readonly innerCellEnd: boolean
  readonly rowEnd: boolean
  readonly rowHeader: boolean
  readonly row: RowDefinition | null
}

export interface RowDefinition {
  /** Left edges of the cells, and the last one's right edge, in twentieths of a point. */
  readonly edges: readonly number[]
  readonly cells: readonly { readonly continuesLeft: boolean; readonly continuesAbove: boolean }[]
}

interface Style {
  readonly id: number
  readonly base: number
  readonly sprms: readonly Sprm[]
}

export type Styles = readonly (Style | undefined)[]

const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  list: 0x460b,
  listLevel: 0x260a,
  outline: 0x2640,
  rowHeader: 0x3404,
  row: 0xd608,
  mergeAbove: 0xd62b,
} as const
const BODY_TEXT = 9
const STYLE_TITLE = 62
const NO_STYLE = 0x0fff
const DEEPEST_STYLE = 12
const MOST_CELLS = 64
const CELL_BYTES = 20

export function paragraphProperties(run: Run | undefined, styles: Styles, data: ByteView): ParagraphProperties {
  const own = run ? readSprms(run.sprms, data) : []
  const chain = styleChain(styles, run?.style ?? 0)
  const sprms = [...chain.flatMap((style) => style.sprms), ...own]
  const last = (code: number): ByteView | undefined => sprms.findLast((sprm) => sprm.code === code)?.operand
  const isOn = (code: number): boolean => (last(code)?.u8(0) ?? 0) !== 0
  const row = last(SPRM.row)
  return {
    level: headingLevel(chain.at(-1)?.id, last(SPRM.outline)?.u8(0)),
    list: last(SPRM.list)?.u16(0) ?? 0,
    listLevel: Math.min(8, last(SPRM.listLevel)?.u8(0) ?? 0),
    tableDepth: Math.max(isOn(SPRM.inTable) ? 1 : 0, Math.min(64, last(SPRM.depth)?.u32(0) ?? 0)),
    innerCellEnd: isOn(SPRM.innerCellEnd),
    rowEnd: isOn(SPRM.rowEnd) || isOn(SPRM.innerRowEnd),
    rowHeader: isOn(SPRM.rowHeader),
    row: row ? readRow(row, sprms) : null,
  }
}

function headingLevel(style: number | undefined, outline: number | undefined): number | null {
  if (style === STYLE_TITLE) return 0
  if (outline !== undefined) return outline < BODY_TEXT ? outline + 1 : null
  return style !== undefined && style >= 1 && style <= 9 ? style : null
}

/**
 * Cell descriptions: two bits for merging to the left, two for merging upwards (1: part of the cell above), which a later sprm may set for one cell.
 * The file format's description and its writers disagree which of 1 and 2 continues a cell to the left; a cell that continues one is empty.
 */
function readRow(operand: ByteView, sprms: readonly Sprm[]): RowDefinition {
  const count = Math.min(operand.u8(2), MOST_CELLS)
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.i16(3 + index * 2))
  const merges = new Map(sprms.filter(({ code }) => code === SPRM.mergeAbove).map(({ operand: merge }) => [merge.u8(1), merge.u8(2)]))
  const cells = Array.from({ length: count }, (_, index) => {
    const flags = operand.u16(3 + (count + 1) * 2 + index * CELL_BYTES)
    const left = flags & 3
    return { continuesLeft: left === 1 || left === 2, continuesAbove: (merges.get(index) ?? (flags >> 5) & 3) === 1 }
  })
  return { edges, cells }
}

/** From the style that all rests on to the paragraph's own. */
function styleChain(styles: Styles, index: number): readonly Style[] {
  const chain: Style[] = []
  for (let at = index; at !== NO_STYLE && chain.length < DEEPEST_STYLE; ) {
    const style = styles[at]
    if (!style) break
    chain.unshift(style)
    at = style.base
  }
  return chain
}

/** The style sheet ([MS-DOC] 2.9.271): paragraph styles with their sprms. */
export function readStyles(file: WordFile): Styles {
  const sheet = file.structure('styles').bytes
  const headerBytes = sheet.u16(0)
  const count = Math.min(sheet.u16(2), 4096)
  const fixedBytes = sheet.u16(4)
  const styles: (Style | undefined)[] = []
  let at = 2 + headerBytes
  for (let index = 0; index < count; index++) {
    const bytes = sheet.u16(at)
    styles.push(bytes === 0 ? undefined : readStyle(sheet.slice(at + 2, at + 2 + bytes), fixedBytes))
    at += 2 + bytes + (bytes & 1)
  }
  return styles
}

function readStyle(style: ByteView, fixedBytes: number): Style {
  const kindAndBase = style.u16(2)
  const properties = fixedBytes + 2 + (style.u16(fixedBytes) + 1) * 2
  const isParagraph = (kindAndBase & 0xf) === 1
  return {
    id: style.u16(0) & 0x0fff,
    base: kindAndBase >> 4,
    sprms: isParagraph ? readSprms(style.slice(properties + 4, properties + 2 + style.u16(properties))) : [],
  }
}
