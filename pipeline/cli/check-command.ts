/** `zhijian check <file>`: values, arithmetic and judgement of one report, for its writer. */
import { writeFile } from 'node:fs/promises'
import type { Limits } from '../../extractors/formats/reading.ts'
import type { DocumentKind } from '../../reports/contract/records.ts'
import { isSubmitted } from '../../reports/coverage.ts'
import { page } from '../../reports/page/page.ts'
import { unseenWords } from '../../reports/unseen.ts'
import { check } from '../check.ts'
import { pageScript } from '../page-script.ts'
import { checkReport } from './check-report.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { refuseArchive, requireFile } from './one-file.ts'
import { chosenSources } from './run-command.ts'
import type { Streams } from './streams.ts'

export interface CheckFlags {
  readonly json: boolean
  readonly html?: string
  readonly as?: DocumentKind
  readonly limits: Limits
  readonly previous?: string
  readonly superior?: string
  readonly history?: string
}

export async function checkCommand(path: string, flags: CheckFlags, { out, err }: Streams): Promise<ExitCode> {
  await requireFile(path, 'check')
  refuseArchive(path)
  if (flags.previous !== undefined) await requireFile(flags.previous, 'check')
  const sources = await chosenSources(flags)
  const { result, context, fault, notCompared } = await check({
    path,
    kind: flags.as ?? null,
    limits: flags.limits,
    sources,
    ...(flags.previous === undefined ? {} : { previous: flags.previous }),
  })
  if (notCompared !== null) err(notCompared)
  const { texts, ...records } = result
  if (flags.json) {
    const { documents, assessments, ...lists } = records
    out(JSON.stringify({ document: documents.find(isSubmitted), ...lists, assessment: assessments[0] ?? null }, null, 2))
  } else out(checkReport(result, context))
  if (fault !== null) err(fault.stack)
  if (flags.html !== undefined && texts.length > 0) {
    await writeFile(
      flags.html,
      await page(result, { ...context, clientScript: await pageScript(), selfCheck: { unseen: unseenWords(result) } }),
    )
    err(`已写入 ${flags.html}，用浏览器打开可逐条查看依据`)
  }
  if (result.documents.find(isSubmitted)?.status === 'rejected') return exitCodes.rejected
  return result.assessments.some(({ verdict }) => verdict !== 'pass') ? exitCodes.review : exitCodes.done
}
