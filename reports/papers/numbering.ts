/** The labels of headings by their level: 一、 （一） 1. （1）. A heading begins the numbers of the levels below it anew. */
import type { HeadingLevel } from './paper.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99: 一, 十, 十二, 二十, 二十三. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${DIGITS[ones] ?? ''}`
}

const LABELS: Readonly<Record<HeadingLevel, (number: number) => string>> = {
  1: (number) => `${chineseNumber(number)}、`,
  2: (number) => `（${chineseNumber(number)}）`,
  3: (number) => `${number}.`,
  4: (number) => `（${number}）`,
}

/** Gives each heading its label, in the order in which the headings stand. */
export function createNumbering(): (level: HeadingLevel) => string {
  const counts: number[] = [0, 0, 0, 0]
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return LABELS[level](counts[level - 1] ?? 0)
  }
}

/** The label of each heading in turn; from the level given on, one that stands alone below the heading above it bears none. */
export function labelsOf(levels: readonly HeadingLevel[], aloneFrom: HeadingLevel): string[] {
  const label = createNumbering()
  return levels.map((level, index) => {
    const own = label(level)
    return level >= aloneFrom && isAlone(levels, index) ? '' : own
  })
}

function isAlone(levels: readonly HeadingLevel[], index: number): boolean {
  const level = levels[index] ?? 1
  const isBorder = (other: HeadingLevel): boolean => other < level
  const before = levels.slice(0, index)
  const behind = levels.slice(index + 1)
  const end = behind.findIndex(isBorder)
  const siblings = [...before.slice(before.findLastIndex(isBorder) + 1), ...(end < 0 ? behind : behind.slice(0, end))]
  return !siblings.includes(level)
}
