/** 评分.xlsx: the scores alone, as `zhijian score` leaves them beside the files it read. The same scores give the same bytes. */
import type { Scores } from '../../rules/scoring/score.ts'
import { workbookPackage } from './package.ts'
import { scoreSheets } from './sheets/scores.ts'

export const scoreWorkbookName = '评分.xlsx'

export const scoreWorkbook = (scores: Scores): Promise<Uint8Array> => workbookPackage(scoreSheets(scores))
