/** 评分.xlsx: the scores alone, as `zhijian score` leaves them beside the files it read. The same scores give the same bytes. */
import { workbookPackage } from './package.ts'
import type { SheetContent } from './sheet.ts'

export const scoreWorkbookName = '评分.xlsx'

/** `sheets`: those of `scoreSheets`. */
export const scoreWorkbook = (sheets: readonly SheetContent[]): Promise<Uint8Array> => workbookPackage(sheets)
