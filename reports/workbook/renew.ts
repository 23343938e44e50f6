/**
 * 提取结果.xlsx with its sheets of scores made anew, after a scoring that read no document. Only a workbook that nobody has saved since is renewed: what a clerk has
 * written in it is not for this program to move about.
 */
import { type PackedPart, packedParts, unpackedText } from '../packed-parts.ts'
import { type ZipPart, zip } from '../zip.ts'
import { partNames, sharedStrings, stringsIn } from './package.ts'
import { definedNames, type SheetContent, sheetXml } from './sheet.ts'

/** A larger one is not worth what renewing it costs; the scores stand in 评分.xlsx. */
const LARGEST = 48 * 1024 * 1024

/** null for a workbook that somebody has saved, that another program has made, or that is too large. */
export async function renewedWorkbook(before: Uint8Array, sheets: readonly SheetContent[]): Promise<Uint8Array | null> {
  const parts = before.length > LARGEST ? null : packedParts(before)
  const text = (name: string): string | null => {
    const part = parts?.find((each) => each.name === name)
    return part === undefined ? null : unpackedText(part)
  }
  const [book, strings] = [text(BOOK), text(STRINGS)]
  if (parts === null || book === null || strings === null) return null
  const names = [...book.matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name ?? '')
  const placed = new Map(sheets.map((sheet) => [names.indexOf(sheet.name), sheet]))
  if (placed.has(-1) || !isOwn(parts, names.length)) return null
  const shared = sharedStrings(stringsIn(strings))
  const renewed = new Map<string, ZipPart | PackedPart>(parts.map((part) => [part.name, part]))
  const put = (name: string, content: Iterable<string>): void => void renewed.set(name, { name, content })
  for (const [index, sheet] of placed) put(sheetPart(index), [...sheetXml(sheet, index, shared.numberOf)])
  put(BOOK, [withNames(book, placed)])
  put(STRINGS, shared.xml())
  return zip(renewed.values())
}

const BOOK = 'xl/workbook.xml'
const STRINGS = 'xl/sharedStrings.xml'
const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

/** A spreadsheet program leaves its name, its theme and its settings in what it saves: parts that this program does not write. */
const isOwn = (parts: readonly PackedPart[], sheets: number): boolean =>
  parts
    .map(({ name }) => name)
    .sort()
    .join('\n') === [...partNames(sheets)].sort().join('\n')

/** The filtered range of a sheet has the length of its rows. */
function withNames(book: string, sheets: ReadonlyMap<number, SheetContent>): string {
  return book.replace(
    /<definedName name="_xlnm\._FilterDatabase" localSheetId="(\d+)"[^>]*>[^<]*<\/definedName><definedName name="_xlnm\.Print_Titles"[^>]*>[^<]*<\/definedName>/gu,
    (own, index: string) => {
      const sheet = sheets.get(Number(index))
      return sheet === undefined ? own : definedNames(sheet, Number(index))
    },
  )
}
