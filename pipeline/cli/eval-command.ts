/** `zhijian eval <folder>`: the folder is processed and held against its gold. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unitsBySpelling } from '../../extractors/lexicon.ts'
import { currentKnowledge } from '../compiled-knowledge.ts'
import { evaluate } from '../eval/evaluate.ts'
import { type Gold, GoldError, parseFloors, parseGold } from '../eval/gold.ts'
import { evaluationReport, shortfalls } from '../eval/report.ts'
import { processFolder } from '../run.ts'
import { chosenCache } from './chosen-cache.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { untilInterrupted } from './interrupt.ts'
import { progressLine } from './progress.ts'
import { requireFolder } from './require-folder.ts'
import { type BatchFlags, chosenSources } from './run-command.ts'
import type { Streams } from './streams.ts'

export interface EvalFlags extends BatchFlags {
  readonly min?: string
  readonly json: boolean
}

export async function evalCommand(folder: string, flags: EvalFlags, { out, err }: Streams): Promise<ExitCode> {
  await requireFolder(folder)
  const gold = await readGold(folder)
  const floors = flags.min === undefined ? {} : parseFloors(await readText(flags.min), flags.min)
  const sources = await chosenSources(flags)
  const progress = progressLine(process.stderr)
  const { jobs, limits, cache, segmenter } = flags
  const { batch } = await untilInterrupted((signal) =>
    processFolder({
      input: folder,
      limits,
      segmenter,
      sources,
      signal,
      cache: chosenCache(cache),
      onProgress: progress.show,
      ...(jobs === undefined ? {} : { jobs }),
    }).finally(progress.end),
  )
  for (const { file, stage, stack } of batch.faults) err(`${file}（${stage}）：${stack}`)
  const { lexicon } = await currentKnowledge()
  const units = unitsBySpelling(lexicon)
  const evaluation = evaluate(batch.result, gold, (spelling) => units.get(spelling) ?? spelling)
  const short = shortfalls(evaluation, floors)
  out(flags.json ? JSON.stringify({ ...evaluation, shortfalls: short }, null, 2) : evaluationReport(evaluation))
  for (const { name, floor, reached } of short) err(`${name} 为 ${reached ?? '（无数据）'}，低于要求的 ${floor}`)
  return short.length === 0 ? exitCodes.done : exitCodes.failed
}

async function readGold(folder: string): Promise<Gold> {
  const path = join(folder, 'gold.json')
  const json = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`“${folder}”中没有标准答案 gold.json，无从对照`)
  })
  return parseGold(json, path)
}

const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new GoldError(`没有找到文件“${path}”`)
  })
