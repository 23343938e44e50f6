/** 提取结果.xlsx: everything a run found, for people who work in a spreadsheet. The same result gives the same bytes. */
import { unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import type { ReportContext } from '../context.ts'
import type { RunResult } from '../contract/records.ts'
import { librarySheet, type SheetContent, sheetExtras } from './sheet.ts'
import { achievementsSheet } from './sheets/achievements.ts'
import { assessmentsSheet } from './sheets/assessments.ts'
import { checksSheet } from './sheets/checks.ts'
import { documentsSheet } from './sheets/documents.ts'
import { overviewSheet } from './sheets/overview.ts'
import { unexplainedSheet } from './sheets/unexplained.ts'
import { valuesSheet } from './sheets/values.ts'

export const workbookName = '提取结果.xlsx'

export async function workbook(result: RunResult, context: ReportContext): Promise<Uint8Array> {
  const sheets: readonly SheetContent[] = [
    overviewSheet(result, context),
    valuesSheet(result, context),
    achievementsSheet(result),
    assessmentsSheet(result),
    checksSheet(result),
    documentsSheet(result),
    unexplainedSheet(result),
  ]
  const written = await writeExcelFile(sheets.map(librarySheet), {
    fontFamily: '微软雅黑',
    fontSize: 10,
    features: [sheetExtras(sheets)],
  }).toBuffer()
  return withFixedTime(written)
}

/** A zip entry bears a local time without a zone: made from local parts, it is the same everywhere. */
function withFixedTime(zip: Uint8Array): Uint8Array {
  return zipSync(unzipSync(zip), { mtime: new Date(2020, 0, 1), level: 6 })
}
