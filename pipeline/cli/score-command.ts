/** `zhijian score <result folder>`: scores again from the contract's files. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { KnowledgeError } from '../../extractors/yaml.ts'
import { scoreSummary } from '../../reports/score-summary.ts'
import { scoreFolder } from '../score-folder.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { requireFolder } from './run-command.ts'
import type { Streams } from './streams.ts'

export interface ScoreFlags {
  readonly scheme?: string
  readonly decisions?: string
  readonly date?: string
  readonly papers?: boolean
}

export async function scoreCommand(folder: string, flags: ScoreFlags, { out, err }: Streams): Promise<ExitCode> {
  await requireFolder(folder)
  await access(join(folder, 'documents.jsonl')).catch(() => {
    throw new UsageError(`“${folder}”不是结果文件夹：里面没有 documents.jsonl；请先用 zhijian run 处理材料`)
  })
  try {
    const scores = await scoreFolder({ folder, ...flags })
    for (const { number, lost } of scores.scheme.decisions) if (lost !== undefined) err(`提示：复核决定第 ${number} 条：${lost}`)
    out(scoreSummary(scores))
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    err(error.message)
    return exitCodes.wrongInput
  }
}
