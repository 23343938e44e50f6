/** `zhijian inspect <file>`: what a file reads as. */
import type { Limits } from '../../extractors/formats/reading.ts'
import { type Inspection, inspect } from '../inspect-file.ts'
import { printableLines } from '../terminal.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { requireFile } from './one-file.ts'
import type { Streams } from './streams.ts'

export interface InspectFlags {
  readonly json: boolean
  readonly limits: Limits
}

export async function inspectCommand(path: string, { json, limits }: InspectFlags, { out }: Streams): Promise<ExitCode> {
  await requireFile(path, 'inspect')
  const inspection = await inspect(path, limits)
  out(json ? JSON.stringify(inspection, null, 2) : inChinese(inspection))
  return inspection.status === 'rejected' ? exitCodes.rejected : exitCodes.done
}

function inChinese({ status, code, message, format, pages, title, text, notices }: Inspection): string {
  if (status === 'rejected') return `未能读取（${code}）：${message}`
  const head = [
    `标题：${title || '（未找到）'}`,
    `格式：${format}${pages === null ? '' : `，${pages} 页`}，${text.length} 字${status === 'partial' ? '，只读出一部分' : ''}`,
    ...notices.map((notice) => `提示：${notice.message}（${notice.code}）`),
  ]
  return printableLines([...head, '', text].join('\n'))
}
