/** The file that `inspect` and `check` are asked about. */
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { UsageError } from './exit-codes.ts'

/** Throws UsageError for what is not one file. */
export async function requireFile(path: string, command: string): Promise<void> {
  const state = await stat(path).catch(() => null)
  if (state === null) throw new UsageError(`没有找到文件“${path}”`)
  if (state.isDirectory())
    throw new UsageError(`“${path}”是文件夹，${command} 一次只看一个文件；整个文件夹请用：zhijian run ${quoted(path)}`)
  if (!state.isFile()) throw new UsageError(`“${path}”不是普通文件`)
}

export function refuseArchive(path: string): void {
  if (['.zip', '.rar', '.7z', '.tar', '.gz', '.tgz'].includes(extname(path).toLowerCase()))
    throw new UsageError(`“${path}”是压缩包，check 一次只看一份报告：请解压后逐份检查，或把压缩包放进文件夹，用 zhijian run 整体处理`)
}

export const quoted = (path: string): string => (/[\s'"]/u.test(path) ? `"${path}"` : path)
