/** The figures as rows of a Markdown table, which docs/performance.md shows as they are. */
import { type Figure, median, type Skipped } from './measure.ts'

export const tableHead = '| figure | unit | min | median | max | goal | how |\n| --- | --- | --: | --: | --: | --- | --- |'

export function row({ name, unit, values, goal, command }: Figure): string {
  const shown = [Math.min(...values), median(values), Math.max(...values)].map((value) => digits(value)).join(' | ')
  return `| ${name} | ${unit} | ${shown} | ${goal} | ${command} (${values.length}×) |`
}

export const skippedRow = ({ name, reason }: Skipped): string => `| ${name} | | | | | | not measured: ${reason} |`

/** Three digits that count. */
const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
