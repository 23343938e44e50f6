/**
 * What the fonts of a workbook of Excel 97 to 2003 ([MS-XLS] 2.4) do to its cells' text: raised and lowered text keeps its height, struck-through text is left
 * out. SheetJS reads neither, so that the records are gone through here once more; not at all where no font does either.
 */
import { type ByteView, byteView } from '../doc/byte-view.ts'
import { inScript, type Script } from '../scripts.ts'
import { readRuns } from './xls-strings.ts'

interface Font {
  readonly struck: boolean
  readonly script: Script | null
}

/** What is seen of a cell's text; '' where it is struck through whole. */
export type CellFonts = (sheet: string, row: number, column: number, text: string) => string

const RECORD = { bof: 0x809, sheet: 0x85, font: 0x31, style: 0xe0, strings: 0xfc, goesOn: 0x3c, text: 0xfd, manyNumbers: 0xbd } as const
/** Records of one cell: number, number in short, formula, text of its own, truth or error. */
const CELLS: ReadonlySet<number> = new Set([0x203, 0x27e, 0x6, 0x204, 0x205, RECORD.text])
const BIFF_8 = 0x600
const STRUCK = 0x8
const SCRIPTS: readonly (Script | null)[] = [null, 'raised', 'lowered']
/** Fonts are numbered as if there were a fifth one (index 4), which no file has. */
const MISSING_FONT = 4

interface Found {
  readonly fonts: Font[]
  readonly styles: number[]
  readonly sheets: Map<number, string>
  readonly strings: ByteView[]
  /** By sheet and place: the cell's style, and which of the shared strings it shows. */
  readonly cells: Map<string, { readonly style: number; readonly string: number | null }>
}

/** null where no font of the workbook strikes or raises anything. `stream` is the workbook's own, out of its container. */
export function readCellFonts(stream: Uint8Array): CellFonts | null {
  const view = byteView(stream)
  if (view.u16(0) !== RECORD.bof || view.u16(4) !== BIFF_8) return null
  const found = readRecords(view)
  if (found === null) return null
  const fontOf = (index: number): Font | undefined => found.fonts[index > MISSING_FONT ? index - 1 : index]
  const runs = readRuns(found.strings)
  return (sheet, row, column, text) => {
    const cell = found.cells.get(`${sheet}:${row}:${column}`)
    const own = fontOf(found.styles[cell?.style ?? -1] ?? -1)
    return inFonts(text, [
      { from: 0, font: own },
      ...(runs.get(cell?.string ?? -1) ?? []).map(({ from, font }) => ({ from, font: fontOf(font) })),
    ])
  }
}

/** What stands before the first change of font is in the cell's own. */
const inFonts = (text: string, runs: readonly { readonly from: number; readonly font: Font | undefined }[]): string =>
  runs
    .map(({ from, font }, at) => (font?.struck ? '' : inScript(text.slice(from, runs[at + 1]?.from ?? text.length), font?.script ?? null)))
    .join('')

function readRecords(view: ByteView): Found | null {
  const found: Found = { fonts: [], styles: [], sheets: new Map(), strings: [], cells: new Map() }
  let sheet: string | null = null
  let before = 0
  for (let at = 0; at + 4 <= view.bytes.length; ) {
    const [type, length] = [view.u16(at), view.u16(at + 2)]
    const data = view.slice(at + 4, at + 4 + length)
    if (type === RECORD.bof) {
      if (at > 0 && !found.fonts.some(({ struck, script }) => struck || script !== null)) return null
      sheet = found.sheets.get(at) ?? null
    } else if (type === RECORD.font) found.fonts.push(readFont(data))
    else if (type === RECORD.style) found.styles.push(data.u16(0))
    else if (type === RECORD.sheet) found.sheets.set(data.u32(0), nameIn(data))
    else if (type === RECORD.strings || (type === RECORD.goesOn && before === RECORD.strings)) found.strings.push(data)
    else if (sheet !== null) readCells(type, data, sheet, found)
    if (type !== RECORD.goesOn) before = type
    at += 4 + length
  }
  return found
}

const readFont = (data: ByteView): Font => ({ struck: (data.u16(2) & STRUCK) !== 0, script: SCRIPTS[data.u16(8)] ?? null })

/** A short string: its length, whether its characters take two bytes, and they. */
function nameIn(data: ByteView): string {
  const wide = (data.u8(7) & 1) === 1
  return Array.from({ length: data.u8(6) }, (_, at) => String.fromCharCode(wide ? data.u16(8 + at * 2) : data.u8(8 + at))).join('')
}

function readCells(type: number, data: ByteView, sheet: string, { cells }: Found): void {
  const [row, column] = [data.u16(0), data.u16(2)]
  if (CELLS.has(type)) cells.set(`${sheet}:${row}:${column}`, { style: data.u16(4), string: type === RECORD.text ? data.u32(6) : null })
  else if (type === RECORD.manyNumbers)
    for (let index = 0; 4 + index * 6 + 6 < data.bytes.length; index++)
      cells.set(`${sheet}:${row}:${column + index}`, { style: data.u16(4 + index * 6), string: null })
}
