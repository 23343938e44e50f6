/** Ranks: 位居第三, 排名第2位. An ordinal is a rank only where a word of place stands before it; 第三季度 and 第42个 are none. */
import { foldedSpan } from '../document.ts'
import { matchAt, matchesOf, sticky } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Numeral } from './numeral.ts'
import type { Quantity } from './quantity.ts'

const LOOK_BACK = 16
/** 位居全国投资潜力第三、绿色发展第五: so far back a list of places may begin. */
const LISTED_BACK = 100
const RANK_UNIT = sticky('[位名]')
/** 第五位‹上升到第›三位 */
const MOVES_ON = /^[位名][^，。；、0-9]{0,6}[到至为]第/u
/** 四个季度里排第三: a place among times says nothing of counties. */
const AMONG_TIMES = /(?:季度|个月|月份)[里中内当][^，。；、0-9]{0,6}$/u
/** 全地区第三季度, 第一个: an ordinal of something else. */
const NOT_A_RANK = /^(?:季度|[个批届期次轮部章条款页师团产方责种类项版])/u

export function createRankReader(lexicon: Lexicon): (text: string, numeral: Numeral) => Quantity | null {
  const placed = new RegExp(`(?:${wordPattern(cue(lexicon, 'rank'))})[^，。；]{0,12}$`, 'u')
  const listed = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'rank'))})[^，。；]{0,80}第[0-9一二三四五六七八九十]{1,3}[位名]?、[^，。；、0-9]{1,14}$`,
    'u',
  )
  const moved = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'rank'))})[^，。；]{0,40}第[0-9一二三四五六七八九十]{1,3}[位名]?[^，。；、0-9]{0,5}[到至为]$`,
    'u',
  )
  const from = `(?:${wordPattern(cue(lexicon, 'from'))})[^，。；、0-9]{0,8}`
  /** 由上年第五位升到第三位: the first of two places between which something moved, and the second. */
  const leaves = new RegExp(`${from}$`, 'u')
  const arrives = new RegExp(`${from}第[0-9一二三四五六七八九十]{1,3}[位名][^，。；、0-9]{0,5}[到至为]$`, 'u')
  const isPlaced = (text: string, start: number, end: number): boolean =>
    !AMONG_TIMES.test(text.slice(Math.max(0, start - LOOK_BACK), start)) &&
    (placed.test(text.slice(Math.max(0, start - LOOK_BACK), start)) ||
      (leaves.test(text.slice(Math.max(0, start - LOOK_BACK), start)) && MOVES_ON.test(text.slice(end, end + LOOK_BACK))) ||
      [listed, moved, arrives].some((pattern) => pattern.test(text.slice(Math.max(0, start - LISTED_BACK), start))))
  return (text, numeral) => {
    const start = numeral.start - 1
    if (text[start] !== '第' || NOT_A_RANK.test(text.slice(numeral.end, numeral.end + 2)) || !isPlaced(text, start, numeral.end))
      return null
    return {
      value: numeral.value,
      unit: '位',
      comparator: '=',
      span: foldedSpan(start, numeral.end + matchAt(RANK_UNIT, text, numeral.end).length),
      number: foldedSpan(numeral.start, numeral.end),
      step: 1,
      rank: true,
      chinese: numeral.chinese,
    }
  }
}

/** 居全地区首位: the first place without a number, among counties only (居投诉首位 is a place among kinds). */
export function createFirstPlaceReader(lexicon: Lexicon): (text: string) => Quantity[] {
  const areas = wordPattern(lexicon.regions.areas.flatMap(({ words }) => words))
  const first = new RegExp(`(?:${areas})[^，。；、0-9]{0,4}?(${wordPattern(cue(lexicon, 'first-places'))})(?!的)`, 'gu')
  return (text) =>
    matchesOf(first, text).map(({ 0: words, 1: place = '', index }) => {
      const span = foldedSpan(index + words.length - place.length, index + words.length)
      return { value: 1, unit: '位', comparator: '=', span, number: span, step: 1, rank: true, chinese: true }
    })
}
