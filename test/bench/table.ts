/** The figures as rows of a Markdown table, which docs/performance.md shows as they are. */
import { type Figure, isMet, median, type Skipped } from './measure.ts'

export const tableHead = '| figure | unit | min | median | max | goal | met | how |\n| --- | --- | --: | --: | --: | --- | --- | --- |'

export function row(figure: Figure): string {
  const { name, unit, values, goal, command } = figure
  const shown = [Math.min(...values), median(values), Math.max(...values)].map((value) => digits(value)).join(' | ')
  const asked =
    goal === null
      ? '|'
      : `${'least' in goal ? `>= ${digits(goal.least)}` : `<= ${digits(goal.most)}`} | ${isMet(figure) ? 'yes' : '**no**'}`
  return `| ${name} | ${unit} | ${shown} | ${asked} | ${command} (${values.length}×) |`
}

export const skippedRow = ({ name, reason }: Skipped): string => `| ${name} | | | | | | | not measured: ${reason} |`

/** Three digits that count. */
const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

export function goalsMet(figures: readonly Figure[]): string {
  const asked = figures.filter(({ goal }) => goal !== null)
  const missed = asked.filter((figure) => !isMet(figure))
  const list = missed.length === 0 ? '' : `; missed: ${missed.map(({ name }) => name).join('; ')}`
  return `Goals met: ${asked.length - missed.length} of ${asked.length}${list}.`
}
