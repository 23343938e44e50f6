/** What a check of one report could not look at: said, so that silence is not taken for consent. */
import type { SourceClass } from '../rules/copying/copy.ts'
import type { RunResult } from './contract/records.ts'
import { isSubmitted } from './coverage.ts'
import { sourceClassWords } from './wording.ts'

const classes = [
  ['superior', '可用 --superior 指定上级文件所在的文件夹'],
  ['own-past', '可用 --history 指定往期材料所在的文件夹'],
  ['peer', '只有一份文件，无从比较'],
] as const satisfies readonly (readonly [SourceClass, string])[]

export function unseenWords({ documents, assessments, revisions }: RunResult): string[] {
  const document = documents.find(isSubmitted)
  const compared = assessments[0]?.copying?.compared ?? []
  return [
    ...classes.filter(([each]) => !compared.includes(each)).map(([each, hint]) => `与${sourceClassWords[each]}的雷同情况（${hint}）`),
    '与其他文件之间的数据是否一致',
    ...(document?.status === 'partial' ? ['文件中没有读出的部分'] : []),
    ...(assessments.length === 0 && document?.kind === 'analysis' ? ['分析质量的四项要求'] : []),
    ...(revisions.length === 0 ? ['与上一稿相比改了哪些（可用 --previous 指定上一稿）'] : []),
  ]
}
