/** `zhijian decisions <workbook>`: what people wrote in the workbook's review columns becomes the decisions file. */
import { readFile, writeFile } from 'node:fs/promises'
import { KnowledgeError } from '../../extractors/yaml.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { currentKnowledge } from '../compiled-knowledge.ts'
import { decisionsYaml, readWorkbookDecisions } from '../decisions-from-workbook.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import type { Streams } from './streams.ts'

export interface DecisionsFlags {
  readonly out?: string
  readonly date?: string
}

export async function decisionsCommand(path: string, { out: target, date }: DecisionsFlags, { out, err }: Streams): Promise<ExitCode> {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(date)) throw new UsageError(`日期写作 2021-01-05，而不是“${date}”`)
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`没有找到工作簿“${path}”`)
  })
  const { lexicon, scheme } = await currentKnowledge()
  const { decisions, mistakes } = readWorkbookDecisions(bytes, date ?? new Date().toISOString().slice(0, 10), lexicon)
  for (const mistake of mistakes) err(mistake)
  if (mistakes.length > 0) return exitCodes.wrongInput
  if (decisions.length === 0) {
    err('工作簿的“复核”各列都是空的，没有生成复核决定文件')
    return exitCodes.done
  }
  const text = decisionsYaml(decisions)
  const file = target ?? '复核决定.yaml'
  try {
    parseDecisions({ path: file, text }, scheme, lexicon)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    err(`提示：按自带的方案核对时发现：${error.message}。若使用另外的方案，可不理会`)
  }
  await writeFile(file, text)
  out(`已写入 ${file}：复核决定 ${decisions.length} 条`)
  return exitCodes.done
}
