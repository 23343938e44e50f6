/** An evaluation as text for the terminal, and the figures that fall below their floors. */

import { printable, table } from '../terminal.ts'
import type { Confusion } from './assessments.ts'
import type { Difference } from './differences.ts'
import type { Evaluation } from './evaluate.ts'
import type { Share } from './figures.ts'
import { GoldError } from './gold.ts'

export interface Shortfall {
  readonly name: string
  readonly floor: number
  readonly reached: number | null
}

const FAULTS: Readonly<Record<Difference['fault'], string>> = { missed: '遗漏', invented: '多出', wrong: '有误', beside: '旁注' }
const SUBJECTS: Readonly<Record<Difference['of'], string>> = {
  value: '指标值',
  achievement: '成果',
  fact: '事实',
  verdict: '结论',
  criterion: '要素',
  check: '核对',
  number: '数字去向',
  copy: '雷同',
}

export function evaluationReport({ figures, shares, confusion, errors, differences }: Evaluation): string {
  const rows = Object.entries(figures).map(([name, { precision, recall, f1 }]) => [name, percent(precision), percent(recall), percent(f1)])
  const shareRows = Object.entries(shares).map(([name, right]) => [name, percent(right)])
  return [
    table([['项目', '准确率（95% 区间，基数）', '召回率（95% 区间，基数）', 'F1'], ...rows], [28, 34, 34, 34]),
    '',
    table([['项目', '正确率（95% 区间，基数）'], ...shareRows], [28, 34]),
    '',
    ...confusionTable(confusion),
    ...errorLines(errors),
    ...(Object.keys(SUBJECTS) as Difference['of'][]).flatMap((of) =>
      section(
        of,
        differences.filter((difference) => difference.of === of),
      ),
    ),
  ].join('\n')
}

const VERDICTS = ['pass', 'review', 'weak'] as const

/** Rows: the verdict wanted; columns: the verdict given. */
function confusionTable(confusion: Confusion): string[] {
  const rows = VERDICTS.map((wanted) => [wanted, ...VERDICTS.map((said) => String(confusion[wanted][said]))])
  return rows.every(([, ...counts]) => counts.every((count) => count === '0'))
    ? []
    : [table([['应为＼评为', ...VERDICTS], ...rows], [12, 8, 8, 8]), '']
}

function errorLines(errors: Evaluation['errors']): string[] {
  const rows = Object.entries(errors).flatMap(([name, { mean, greatest, of }]) =>
    mean === null || greatest === null ? [] : [[name, mean.toFixed(3), greatest.toFixed(3), String(of)]],
  )
  return rows.length === 0 ? [] : [table([['项目', '平均误差', '最大误差', '基数'], ...rows], [28, 12, 12, 8]), '']
}

/** Throws GoldError for a name that no figure bears. */
export function shortfalls(evaluation: Evaluation, floors: Readonly<Record<string, number>>): Shortfall[] {
  const reached = new Map<string, number | null>()
  for (const [name, kinds] of Object.entries(evaluation.figures))
    for (const [kind, { value }] of Object.entries(kinds) as [string, Share][]) reached.set(`${name}.${kind}`, value)
  for (const [name, { value }] of Object.entries(evaluation.shares)) reached.set(name, value)
  return Object.entries(floors).flatMap(([name, floor]) => {
    const value = reached.get(name)
    if (value === undefined) throw new GoldError(`没有名为“${name}”的指标；可用的有：${[...reached.keys()].join('、')}`)
    return value === null || value < floor ? [{ name, floor, reached: value }] : []
  })
}

function section(of: Difference['of'], differences: readonly Difference[]): string[] {
  if (differences.length === 0) return []
  const lines = differences.map(
    ({ fault, file, quote, what }) =>
      `  【${FAULTS[fault]}】${printable(what)}${quote === '' ? '' : `  “${printable(quote)}”`}  ${printable(file)}`,
  )
  return [`■ ${SUBJECTS[of]}：${differences.length} 处不同`, ...lines, '']
}

const percent = ({ value, of, low, high }: Share): string =>
  value === null ? `—（0）` : `${(value * 100).toFixed(1)}%（${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)}，${of}）`
