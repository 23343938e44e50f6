/** What a check of one report could not look at: said, so that silence is not taken for consent. */
import type { RunResult } from './contract/records.ts'

export function unseenWords({ documents, assessments, revisions }: RunResult): string[] {
  return [
    '与上级文件、往期报告和其他县市报告的雷同情况（只有一份文件，无从比较）',
    '与其他文件之间的数据是否一致',
    ...(documents[0]?.status === 'partial' ? ['文件中没有读出的部分'] : []),
    ...(assessments.length === 0 && documents[0]?.kind === 'analysis' ? ['分析质量的四项要求'] : []),
    ...(revisions.length === 0 ? ['与上一稿相比改了哪些（可用 --previous 指定上一稿）'] : []),
  ]
}
