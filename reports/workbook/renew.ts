/**
 * 提取结果.xlsx with its sheets of scores made anew, after a scoring that read no document. Only a workbook that nobody has saved since is renewed: what a clerk has
 * written in it is not for this program to move about.
 */
import { strFromU8, unzipSync } from 'fflate'
import type { Scores } from '../../rules/scoring/score.ts'
import { zip } from '../zip.ts'
import { partNames, sharedStrings, stringsIn } from './package.ts'
import { definedNames, type SheetContent, sheetXml } from './sheet.ts'
import { scoreSheets } from './sheets/scores.ts'

/** A larger one is not worth what renewing it costs; the scores stand in 评分.xlsx. */
const LARGEST = 48 * 1024 * 1024

/** null for a workbook that somebody has saved, that another program has made, or that is too large. */
export async function renewedWorkbook(before: Uint8Array, scores: Scores): Promise<Uint8Array | null> {
  const parts = before.length > LARGEST ? null : partsOf(before)
  const book = parts?.get(BOOK)
  const strings = parts?.get(STRINGS)
  if (parts === null || book === undefined || strings === undefined) return null
  const names = [...book.matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name ?? '')
  const sheets = new Map(scoreSheets(scores).map((sheet) => [names.indexOf(sheet.name), sheet]))
  if (sheets.has(-1) || !isOwn(parts, names.length)) return null
  const shared = sharedStrings(stringsIn(strings))
  const renewed = new Map(parts)
  for (const [index, sheet] of sheets) renewed.set(sheetPart(index), [...sheetXml(sheet, index, shared.numberOf)].join(''))
  renewed.set(BOOK, withNames(book, sheets))
  renewed.set(STRINGS, [...shared.xml()].join(''))
  return zip([...renewed].map(([name, content]) => ({ name, content: [content] })))
}

const BOOK = 'xl/workbook.xml'
const STRINGS = 'xl/sharedStrings.xml'
const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

function partsOf(bytes: Uint8Array): Map<string, string> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  } catch {
    return null
  }
}

/** A spreadsheet program leaves its name, its theme and its settings in what it saves: parts that this program does not write. */
const isOwn = (parts: ReadonlyMap<string, string>, sheets: number): boolean =>
  [...parts.keys()].sort().join('\n') === [...partNames(sheets)].sort().join('\n')

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
