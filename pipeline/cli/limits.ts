/** `--limit name=value`: the bounds that protect a run, by the names of `Limits`. */
import { defaultLimits, type Limits } from '../../extractors/formats/reading.ts'
import { UsageError } from './exit-codes.ts'

const MEANINGS: Readonly<Record<keyof Limits, string>> = {
  fileBytes: '单个文件的字节数',
  inflatedBytes: '一个文件或压缩包解压后的总字节数',
  archiveEntries: '压缩包内的文件数',
  archiveDepth: '压缩包嵌套的层数',
  pages: '一份文件的页数',
  characters: '一份文件的字数',
  fileMs: '处理一份文件的毫秒数',
  workerMiB: '每个处理线程的内存（MiB）',
}

const isLimit = (name: string): name is keyof Limits => Object.hasOwn(MEANINGS, name)

export const limitsHelp: string = [
  '处理上限（--limit 名称=数值，可重复）：',
  ...Object.entries(MEANINGS).map(([name, meaning]) => `  ${name.padEnd(15)} ${meaning}，默认 ${isLimit(name) ? defaultLimits[name] : ''}`),
].join('\n')

/** Collects the repeated option. Throws UsageError. */
export function addLimit(written: string, limits: Limits): Limits {
  const [name = '', value = ''] = written.split('=', 2)
  if (!isLimit(name)) throw new UsageError(`没有名为“${name}”的上限；可用的有：${Object.keys(MEANINGS).join('、')}`)
  if (!/^[1-9]\d{0,14}$/u.test(value))
    throw new UsageError(`上限“${name}”应写成 ${name}=正整数，例如 --limit ${name}=${defaultLimits[name]}`)
  return { ...limits, [name]: Number(value) }
}
