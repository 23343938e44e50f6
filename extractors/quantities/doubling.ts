/** 翻番, 翻了一番, 翻两番: how often something doubled, as the change in percent: 100 %, 300 %. */
import { foldedSpan } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { chineseNumeral } from './numeral.ts'
import type { Quantity } from './quantity.ts'

/** 翻了近一番: what stands between makes it about as much. */
const DOUBLED = /翻了?(?:(?<about>\p{Script=Han}{0,2})(?<times>[一二两三四五1-5]))?番(?!茄)/gu

/** 过半涉及价格, 涨幅过半: more than half. */
const OVER_HALF = /(?<![0-9一二三四五六七八九十时工期程段已])(?:已经?)?过半(?![年天月日夜小个辈程数])/gu

export function readHalves(text: string): Quantity[] {
  if (!text.includes('过半')) return []
  return matchesOf(OVER_HALF, text).map(({ 0: words, index }) => {
    const span = foldedSpan(index + words.length - 2, index + words.length)
    return {
      value: 50,
      unit: '%',
      comparator: '>',
      span,
      number: foldedSpan(span.start + 1, span.end),
      step: 10,
      rank: false,
      chinese: true,
    }
  })
}

export function readDoublings(text: string): Quantity[] {
  return matchesOf(DOUBLED, text).map(({ 0: words, groups, index }) => {
    const { about = '', times } = groups ?? {}
    const count = times === undefined ? 1 : times === '两' ? 2 : (chineseNumeral(times) ?? Number(times))
    const span = foldedSpan(index, index + words.length)
    return {
      value: 100 * (2 ** count - 1),
      unit: '%',
      comparator: about === '' ? '=' : '~',
      span,
      number: span,
      step: 1,
      rank: false,
      chinese: true,
      moved: true,
    }
  })
}
