/** `zhijian run <folder>`: the whole batch, with its progress, its closing summary and its exit code. */

import { basename, dirname, join, resolve } from 'node:path'
import type { Limits } from '../../extractors/formats/reading.ts'
import type { SegmenterEngine } from '../../extractors/language/segmenter-engine.ts'
import { terminalSummary } from '../../reports/summary.ts'
import { packageRoot } from '../package.ts'
import { run } from '../run.ts'
import type { SourceFolders } from '../sources.ts'
import { chosenCache } from './chosen-cache.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { untilInterrupted } from './interrupt.ts'
import { quoted } from './one-file.ts'
import { progressLine } from './progress.ts'
import { requireFolder } from './require-folder.ts'
import type { Streams } from './streams.ts'

export interface BatchFlags {
  readonly jobs?: number
  readonly limits: Limits
  /** false for --no-cache, a folder for --cache. */
  readonly cache: boolean | string
  readonly segmenter: SegmenterEngine
  /** The superior office's documents, and earlier submissions: folders that are only compared against. */
  readonly superior?: string
  readonly history?: string
}

export interface RunFlags extends BatchFlags {
  readonly out?: string
  readonly only?: string
  readonly force: boolean
  readonly demo: boolean
  readonly scheme?: string
  readonly decisions?: string
  readonly date?: string
}

export async function runCommand(folder: string, flags: RunFlags, { out, err }: Streams): Promise<ExitCode> {
  await requireFolder(folder)
  if (flags.out?.trim() === '') throw new UsageError('--out 后面要写结果文件夹的名称')
  const target = flags.out ?? defaultOut(folder)
  const decisions = flags.decisions ?? (flags.demo ? demonstrationDecisions(folder) : undefined)
  const sources = await chosenSources(flags, flags.demo)
  const progress = progressLine(process.stderr)
  const summary = await untilInterrupted((signal) =>
    run({
      input: folder,
      out: target,
      limits: flags.limits,
      cache: chosenCache(flags.cache),
      segmenter: flags.segmenter,
      force: flags.force,
      signal,
      onProgress: progress.show,
      sources,
      ...(flags.jobs === undefined ? {} : { jobs: flags.jobs }),
      ...(flags.only === undefined ? {} : { only: flags.only }),
      ...(flags.scheme === undefined ? {} : { scheme: flags.scheme }),
      ...(decisions === undefined ? {} : { decisions }),
      ...(flags.date === undefined ? {} : { date: flags.date }),
    }).finally(progress.end),
  )
  for (const remark of summary.remarks) err(`提示：${remark}`)
  if (summary.keptFolder !== null) err(`提示：原来的文件夹“${target}”已改名为“${basename(summary.keptFolder)}”保留`)
  if (summary.result.documents.length === 0) err(`提示：${quoted(folder)} 中没有${flags.only === undefined ? '' : '符合 --only 的'}文件`)
  const { submissions, files } = summary
  out(terminalSummary(summary.result, { ...summary.context, outputName: target, files, submissions }))
  if (decisions !== undefined && decisions !== flags.decisions)
    err(`演示材料的收文登记和复核决定（corpus/demonstration/复核决定.yaml）都是虚构的，用来说明复核以后的得分和等级`)
  const faults = summary.record.faults?.length ?? 0
  if (faults > 0) err(`有 ${faults} 个文件遇到程序内部错误，详情记在 ${join(target, 'run.json')} 的 faults 中，请交给维护人员`)
  const rejected = summary.record.documents.rejected
  if (rejected === 0) return exitCodes.done
  if (!flags.demo || faults > 0) return exitCodes.someRejected
  err(`演示材料中有 ${rejected} 个文件是特意放入的无法读取的文件，用来说明程序如何处理，因此仍按成功结束`)
  return exitCodes.done
}

/** The invented decisions that go with the demonstration's own submissions. */
function demonstrationDecisions(folder: string): string | undefined {
  const corpus = join(packageRoot(), 'corpus')
  return resolve(folder) === join(corpus, 'samples') ? join(corpus, 'demonstration', '复核决定.yaml') : undefined
}

/** Throws UsageError for what is no folder. */
export async function chosenSources(
  { superior, history }: Pick<BatchFlags, 'superior' | 'history'>,
  demonstration = false,
): Promise<SourceFolders> {
  for (const folder of [superior, history]) if (folder !== undefined) await requireFolder(folder)
  return { superior: superior ?? null, history: history ?? null, demonstration }
}

/** `<folder>-结果`, beside the folder; for "." and the like beside the folder that is meant. */
function defaultOut(folder: string): string {
  const whole = resolve(folder)
  return /(?:^|[\\/])\.{0,2}[\\/]?$/u.test(folder)
    ? join(dirname(whole), `${basename(whole)}-结果`)
    : `${folder.replace(/[\\/]+$/u, '')}-结果`
}
