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
