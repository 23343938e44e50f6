/** A folder that a command is given. Stands alone: short commands need nothing else of a run. */
import { stat } from 'node:fs/promises'
import { UsageError } from './exit-codes.ts'
import { quoted } from './one-file.ts'

/** Throws UsageError for what is no folder. */
export async function requireFolder(folder: string): Promise<void> {
  const state = await stat(folder).catch(() => null)
  if (state === null) throw new UsageError(`没有找到文件夹“${folder}”`)
  if (!state.isDirectory())
    throw new UsageError(`“${folder}”不是文件夹；单个文件请用 zhijian check ${quoted(folder)} 或 zhijian inspect ${quoted(folder)}`)
}
