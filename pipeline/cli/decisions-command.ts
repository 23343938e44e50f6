/** `zhijian decisions <workbook>`: what people wrote in the workbook's review columns becomes the decisions file. */
import { readFile, writeFile } from 'node:fs/promises'
import { KnowledgeError } from '../../extractors/yaml.ts'
import { Day } from '../../rules/scoring/day.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { currentKnowledge } from '../compiled-knowledge.ts'
import { decisionsYaml, readWorkbookDecisions } from '../decisions-from-workbook.ts'
import { type Merged, mergeDecisions, readWritten, type WrittenDecision } from '../merge-decisions.ts'
import { withScheme } from '../scoring-input.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import type { Streams } from './streams.ts'

export interface DecisionsFlags {
  readonly scheme?: string
  readonly out?: string
  readonly date?: string
}

export async function decisionsCommand(
  path: string,
  { scheme: schemePath, out: target, date }: DecisionsFlags,
  { out, err }: Streams,
): Promise<ExitCode> {
  if (date !== undefined && !Day.safeParse(date).success) throw new UsageError(`日期写作 2021-01-05，而不是“${date}”`)
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`没有找到工作簿“${path}”`)
  })
  const { lexicon, scheme } = await withScheme(await currentKnowledge(), schemePath)
  const today = date ?? new Date().toISOString().slice(0, 10)
  const { decisions: written, withdrawn, mistakes } = readWorkbookDecisions(bytes, { today, lexicon, scheme })
  for (const mistake of mistakes) err(mistake)
  if (mistakes.length > 0) {
    err(
      `没有写入复核决定，请改正后重新运行${schemePath === undefined ? '（按自带的方案核对；用另外的方案计分的，请加 --scheme 方案文件）' : ''}`,
    )
    return exitCodes.wrongInput
  }
  if (written.length === 0 && withdrawn.length === 0) {
    err('工作簿的“复核”各列都是空的，没有生成复核决定文件')
    return exitCodes.done
  }
  const file = target ?? '复核决定.yaml'
  const former = await formerDecisions(file)
  if (typeof former === 'string') {
    err(former)
    return exitCodes.wrongInput
  }
  const merged = mergeDecisions(former, written, withdrawn)
  const text = decisionsYaml(merged.decisions)
  try {
    parseDecisions({ path: file, text }, scheme, lexicon)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    err(
      schemePath === undefined
        ? `提示：按自带的方案核对时发现：${error.message}。若使用另外的方案，可不理会`
        : `提示：按方案“${schemePath}”核对时发现：${error.message}。请改正后再计分`,
    )
  }
  await writeFile(file, text)
  out(`已写入 ${file}：复核决定 ${merged.decisions.length} 条${former.length === 0 ? '' : changesWords(merged, former.length)}`)
  return exitCodes.done
}

const changesWords = ({ added, changed, withdrawn }: Merged, before: number): string =>
  `（原有 ${before} 条；新增 ${added} 条，改动 ${changed} 条，撤销 ${withdrawn} 条，其余照旧）`

/** Those that the file holds already; a sentence where it is no file of decisions, which is then left alone. */
async function formerDecisions(path: string): Promise<readonly WrittenDecision[] | string> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null || text.trim() === '') return []
  try {
    return readWritten({ path, text })
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return `${error.message}。原有文件没有改动；请改正，或用 --out 另写一个文件`
  }
}
