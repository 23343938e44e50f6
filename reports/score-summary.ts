/** What the command line says of scores: one county a line, then what to look at first. */
import type { Scores } from '../rules/scoring/score.ts'
import { periodWords, provisionalNote } from './wording.ts'

const FIRST = 10

export function scoreSummary({ scheme, counties }: Scores): string {
  const review = scheme.review.slice(0, FIRST)
  const open = counties.reduce((all, { review: own }) => all + own.length, 0)
  return [
    `评分：${scheme.scheme}`,
    '',
    ...counties.map((each) => {
      const { county, score, gradeWords, quartersScored, quartersAsked } = each
      const range = score.low === score.high ? '' : `（最低 ${brief(score.low)}，最高 ${brief(score.high)}）`
      const quarters = quartersScored < quartersAsked ? `${quartersScored}/${quartersAsked}季度，` : ''
      return `  ${county}：${score.shown} 分${range}，${quarters}${provisionalNote(each)}${gradeWords}`
    }),
    ...(open === 0 ? ['', '没有待核项目。'] : ['', `待核 ${open} 项，先看对等级和得分影响大的：`]),
    ...review.map(
      ({ county, period, name, effect, decides }) =>
        `  ${county} ${periodWords(period)} ${name}：影响年度得分 ${brief(effect)} 分${decides ? '，可能改变等级' : ''}`,
    ),
    ...(scheme.unequal.length === 0
      ? []
      : ['', `同样的数值或文字而得分不同的有 ${scheme.unequal.length} 处，见 scores.jsonl 和“评分”表。`]),
    '',
  ].join('\n')
}

/** Bounds for reading; the exact ones stand in scores.jsonl. */
const brief = (decimal: string): string => String(Number(Number(decimal).toFixed(2)))
