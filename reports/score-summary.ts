/** What the command line says of scores: one county a line, then what to look at first. */
import type { CountyScore, Scores } from '../rules/scoring/score.ts'
import { periodWords, provisionalNote, turnsWords, yearScore } from './wording.ts'

const FIRST = 10

export function scoreSummary({ scheme, counties }: Scores): string {
  const review = scheme.review.slice(0, FIRST)
  const open = counties.reduce((all, { review: own }) => all + own.length, 0)
  return [
    `评分：${scheme.scheme}`,
    '',
    ...counties.map((each) => {
      const { county, score, grade, gradeWords, gradeDecision, quartersScored, quartersAsked } = each
      const shown = yearScore(each, scheme)
      const range = score.low === score.high ? '' : `（最低 ${brief(score.low)}，最高 ${brief(score.high)}）`
      // The words of a grade that nobody decided say themselves how many quarters were scored.
      const quarters = gradeDecision !== undefined && quartersScored < quartersAsked ? `${quartersScored}/${quartersAsked}季度，` : ''
      return `  ${county}：${shown === '—' ? '' : `${shown} 分`}${range}，${quarters}${grade === null ? '' : provisionalNote(each)}${gradeWords}`
    }),
    '',
    `${open === 0 ? '没有待核项目' : `待核 ${open} 项`}${pendingWords(counties)}${open === 0 ? '。' : '，先看对等级和得分影响大的：'}`,
    ...review.map(
      ({ county, period, name, effect, turns }) =>
        `  ${county} ${periodWords(period)} ${name}：影响年度得分 ${brief(effect)} 分${turns === 'never' ? '' : `，${turnsWords[turns]}`}`,
    ),
    ...(scheme.unequal.length === 0
      ? []
      : ['', `同样的数值或文字而得分不同的有 ${scheme.unequal.length} 处，见 scores.jsonl 和“评分”表。`]),
    '',
  ].join('\n')
}

/** What else keeps a result from being settled. */
function pendingWords(counties: readonly CountyScore[]): string {
  const vetoes = counties.flatMap(({ vetoes: all }) => all.filter(({ answer }) => answer === 'unknown')).length
  const missing = counties.flatMap(({ quarters }) => quarters.filter(({ state }) => state === 'missing')).length
  return `${vetoes === 0 ? '' : `，另有否决事项待核 ${vetoes} 项`}${missing === 0 ? '' : `，缺报季度 ${missing} 个`}`
}

/** Bounds for reading; the exact ones stand in scores.jsonl. */
const brief = (decimal: string): string => String(Number(Number(decimal).toFixed(2)))
