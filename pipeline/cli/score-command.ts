/** `zhijian score <result folder>`: scores again from the contract's files. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { KnowledgeError } from '../../extractors/yaml.ts'
import { scoreSummary } from '../../reports/score-summary.ts'
import { type BookOutcome, type PageOutcome, scoreFolder } from '../score-folder.ts'
import { chosenCache } from './chosen-cache.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { requireFolder } from './require-folder.ts'
import type { Streams } from './streams.ts'

export interface ScoreFlags {
  readonly scheme?: string
  readonly decisions?: string
  readonly date?: string
  readonly papers?: boolean
  /** false for --no-cache, a folder for --cache. */
  readonly cache: boolean | string
}

const BOOK_WORDS: Readonly<Record<BookOutcome, string>> = {
  renewed: '提取结果.xlsx 的总览、得分、评分、分项、季度和等级、待核六张表已更新。',
  absent: '',
  edited:
    '提取结果.xlsx 有人保存过（或者太大），没有改动，其中的得分、评分、待核等表仍是原来的；新的见 评分.xlsx，复核意见也可以在 评分.xlsx 里填。',
  locked: '提取结果.xlsx 正被其他程序打开，没有更新；新的得分见 评分.xlsx。',
}

const PAGE_WORDS: Readonly<Record<PageOutcome, string>> = {
  renewed: 'report.html 的总览和评分已更新。',
  absent: '文件夹里没有 report.html，网页未更新。',
  foreign: 'report.html 不是带评分的审读网页，未更新；请重新运行 zhijian run。',
}

export async function scoreCommand(folder: string, flags: ScoreFlags, { out, err }: Streams): Promise<ExitCode> {
  await requireFolder(folder)
  await access(join(folder, 'documents.jsonl')).catch(() => {
    throw new UsageError(`“${folder}”不是结果文件夹：里面没有 documents.jsonl；请先用 zhijian run 处理材料`)
  })
  try {
    const { scores, page, book, forgotten, judged } = await scoreFolder({ folder, ...flags, cache: chosenCache(flags.cache) })
    for (const { number, lost, misfit } of scores.scheme.decisions)
      for (const words of [lost, misfit]) if (words !== undefined) err(`提示：复核决定第 ${number} 条：${words}`)
    if (forgotten > 0) err(`提示：上一次的得分采用了 ${forgotten} 条复核决定；这一次没有用 --decisions 给出，没有采用`)
    if (judged) err('提示：复核决定改动了分析评价；反馈意见函要读原文，请用 zhijian run 加 --decisions 重新制作')
    out(scoreSummary(scores))
    out(
      `${flags.papers === false ? '反馈表、总览和通报没有重新制作。' : '反馈表、总览和通报已重新制作。'}${PAGE_WORDS[page]}${BOOK_WORDS[book]}`,
    )
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    err(error.message)
    return exitCodes.wrongInput
  }
}
