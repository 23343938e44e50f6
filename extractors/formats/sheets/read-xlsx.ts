/**
 * .xlsx (ECMA-376): every worksheet in the workbook's order, each cell as its reader sees it. Formulas give their saved result; charts,
 * pictures, text boxes and comments are not read, and said so.
 */
import type { Notice } from '../../document.ts'
import { notice, rejection, tooMuchText } from '../codes.ts'
import { type Limits, type Reading, Rejection } from '../reading.ts'
import { openZip, type ZipEntries } from '../zip.ts'
import { type Sheet, sheetBlocks } from './sheet.ts'
import {
  type Relation,
  readNumberFormats,
  readRelations,
  readSharedStrings,
  readStruckStyles,
  readWorkbook,
  type SheetEntry,
} from './workbook.ts'
import { type CellContext, readWorksheet, type Worksheet } from './worksheet.ts'

interface Parts {
  /** null where the archive has no such part; throws Rejection where it cannot be read. */
  readonly read: (path: string) => Uint8Array | null
  /** The relations of a part; none when they are missing or broken. */
  readonly relations: (path: string) => readonly Relation[]
}

interface SheetReading {
  readonly sheet: Sheet
  readonly notices: readonly Notice[]
  readonly incomplete: boolean
}

export function readXlsx(bytes: Uint8Array, limits: Limits): Reading {
  const parts = openParts(openZip(bytes, limits))
  const workbookPath = parts.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbookPart = parts.read(workbookPath)
  if (!workbookPart) throw rejection('E_CORRUPT')
  const workbook = readWorkbook(workbookPart)
  const relations = parts.relations(workbookPath)
  const partOfType = (type: string): Uint8Array | null => {
    const path = relations.find((relation) => relation.type === type)?.target
    return path === undefined ? null : parts.read(path)
  }
  const stringsPart = partOfType('sharedStrings')
  const { strings, struck } = stringsPart ? readSharedStrings(stringsPart) : { strings: [], struck: 0 }
  const styles = partOfType('styles')
  const context: CellContext = {
    strings,
    formats: styles ? readNumberFormats(styles) : [],
    date1904: workbook.date1904,
    struck: styles ? readStruckStyles(styles) : new Set(),
  }
  const readings = workbook.sheets.map((entry) => readSheet(entry, relations, parts, context))
  if (readings.reduce((sum, { sheet }) => sum + sheet.cells.reduce((length, { text }) => length + text.length, 0), 0) > limits.characters)
    throw tooMuchText(limits)
  return {
    format: 'xlsx',
    pages: null,
    blocks: sheetBlocks(readings.map(({ sheet }) => sheet)),
    notices: [...readings.flatMap(({ notices }) => notices), ...(struck > 0 ? [notice('W_STRUCK_THROUGH', `${struck} 字`)] : [])],
    incomplete: readings.some(({ incomplete }) => incomplete),
  }
}

/** What a sheet's relation may say it is; what says otherwise is another part under a damaged name. */
const SHEETS: ReadonlySet<string> = new Set(['worksheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])

function readSheet(entry: SheetEntry, relations: readonly Relation[], parts: Parts, context: CellContext): SheetReading {
  const where = `工作表“${entry.name}”`
  const relation = relations.find(({ id }) => id === entry.relation)
  const empty: Sheet = { name: entry.name, cells: [], merges: [] }
  if (relation?.type === 'chartsheet') return { sheet: empty, notices: [notice('W_CHART_UNREAD', where)], incomplete: false }
  try {
    const part = relation && SHEETS.has(relation.type) ? parts.read(relation.target) : null
    if (!relation || !part) return { sheet: empty, notices: [notice('W_SHEET_UNREAD', where)], incomplete: true }
    const worksheet = readWorksheet(part, context)
    const notices = [...cellNotices(worksheet, where), ...attachedNotices(parts.relations(relation.target), parts, where)]
    if (entry.hidden && worksheet.cells.length > 0) notices.unshift(notice('W_HIDDEN_SHEET', where))
    return {
      sheet: { name: entry.name, cells: worksheet.cells, merges: worksheet.merges },
      notices,
      incomplete: !worksheet.wellFormed || worksheet.uncalculated > 0,
    }
  } catch (error) {
    if (error instanceof Rejection && error.code !== 'E_TOO_LARGE')
      return { sheet: empty, notices: [notice('W_SHEET_UNREAD', where)], incomplete: true }
    throw error
  }
}

function cellNotices(worksheet: Worksheet, where: string): Notice[] {
  const counted = (count: number, code: Parameters<typeof notice>[0], unit: string): Notice[] =>
    count > 0 ? [notice(code, `${where}（${count} ${unit}）`)] : []
  return [
    ...counted(worksheet.hiddenRows, 'W_HIDDEN_ROWS', '行'),
    ...counted(worksheet.hiddenColumns, 'W_HIDDEN_COLUMNS', '列'),
    ...counted(worksheet.errors, 'W_CELL_ERROR', '处'),
    ...counted(worksheet.uncalculated, 'W_FORMULA_NOT_CALCULATED', '处'),
    ...counted(worksheet.struck, 'W_STRUCK_THROUGH', '处'),
    ...counted(worksheet.unknownFormats, 'W_NUMBER_FORMAT', '处'),
    ...(worksheet.wellFormed ? [] : [notice('W_TRUNCATED', where)]),
  ]
}

/** What hangs on a sheet without being in its cells. */
function attachedNotices(relations: readonly Relation[], parts: Parts, where: string): Notice[] {
  const notices: Notice[] = []
  if (relations.some(({ type }) => type === 'comments' || type === 'threadedComment')) notices.push(notice('W_COMMENTS', where))
  for (const { target } of relations.filter(({ type }) => type === 'drawing')) {
    const drawn = new Set(parts.relations(target).map(({ type }) => type))
    if (drawn.has('chart')) notices.push(notice('W_CHART_UNREAD', where))
    if (drawn.has('image')) notices.push(notice('W_PICTURE', where))
    const drawing = quietly(() => parts.read(target))
    if (drawing && /<(?:\w{1,10}:)?txBody[ >]/u.test(new TextDecoder().decode(drawing))) notices.push(notice('W_TEXT_BOX_UNREAD', where))
  }
  return notices
}

function openParts(zip: ZipEntries): Parts {
  const entries = new Map(zip.entries.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/').replace(/^\//u, ''), entry]))
  const read = (path: string): Uint8Array | null => {
    const entry = entries.get(path.toLowerCase())
    return entry ? zip.read(entry) : null
  }
  return {
    read,
    relations(path) {
      const slash = path.lastIndexOf('/') + 1
      const part = quietly(() => read(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`))
      return part ? readRelations(part, path) : []
    },
  }
}

/** For parts without which a workbook is still read. */
function quietly<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Rejection) return null
    throw error
  }
}
