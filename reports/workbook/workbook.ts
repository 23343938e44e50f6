/** 提取结果.xlsx: everything a run found, for people who work in a spreadsheet. The same result gives the same bytes. */
import type { ReportContext } from '../context.ts'
import type { RunResult } from '../contract/records.ts'
import type { DecidedSubmission } from '../coverage.ts'
import { workbookPackage } from './package.ts'
import { achievementsSheet } from './sheets/achievements.ts'
import { assessmentsSheet } from './sheets/assessments.ts'
import { checksSheet } from './sheets/checks.ts'
import { copiesSheet } from './sheets/copies.ts'
import { documentsSheet } from './sheets/documents.ts'
import { factsSheet } from './sheets/facts.ts'
import { overviewSheet } from './sheets/overview.ts'
import { practicesSheet } from './sheets/practices.ts'
import { scoreSheets } from './sheets/scores.ts'
import { unexplainedSheet } from './sheets/unexplained.ts'
import { doubtfulSheet, valuesSheet } from './sheets/values.ts'

export const workbookName = '提取结果.xlsx'

/** `decided`: submissions that stand otherwise than files and register have them. */
export const workbook = (result: RunResult, context: ReportContext, decided: readonly DecidedSubmission[] = []): Promise<Uint8Array> =>
  workbookPackage([
    overviewSheet(result, context, decided),
    valuesSheet(result, context),
    doubtfulSheet(result, context),
    achievementsSheet(result),
    factsSheet(result, context),
    practicesSheet(result, context),
    assessmentsSheet(result),
    copiesSheet(result),
    checksSheet(result),
    documentsSheet(result),
    unexplainedSheet(result),
    ...(result.scores === undefined ? [] : scoreSheets(result.scores)),
  ])
