/**
 * Quantities: every number of a text that counts or measures something, read once and used by all (values, comparisons, checks, scoring).
 *
 *   97.5%以上   →  97.5 %  >=        120余万元  →  1200000 元  >        80～85分  →  80…85 分  =
 *   不足三成    →  30 %    <         两起       →  2 起    =             位居第三  →  3 位  (rank)
 *
 * The place covers the words of the comparator. What looks like a number and is none is structural.ts's; what a quantity is about is
 * extractors/indicators'. Examples: corpus/examples/quantity.yaml.
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Comparator, createComparatorReader } from './comparator.ts'
import { readDoublings, readHalves } from './doubling.ts'
import { readFraction } from './fraction.ts'
import { createMeasure, type Measured, scaled } from './measure.ts'
import { type Numeral, readNumerals } from './numeral.ts'
import { createFirstPlaceReader, createRankReader } from './rank.ts'
import { createStructuralReader, type Structural } from './structural.ts'

export interface Quantity {
  readonly value: number
  /** Only for a range: 80～85分. */
  readonly upper?: number
  /** As the lexicon writes it; '' where the text names none (a bare score or index, a table cell). */
  readonly unit: string
  readonly comparator: Comparator
  /** The whole, comparator words included. */
  readonly span: FoldedSpan
  /** Where 至少 stands, before a verb of the same clause (至少召开会议4次): the quote begins there. */
  readonly ahead?: number
  /** The digits alone, without comparator and unit. */
  readonly number: FoldedSpan
  /** The place value of the last digit written, in the unit of `value`: 97.5% → 0.1, 2.07亿元 → 1000000. */
  readonly step: number
  readonly rank: boolean
  readonly chinese: boolean
  /** True for a word that is itself a change: 翻了一番. */
  readonly moved?: boolean
  /** True where + or - is written before it. */
  readonly signed?: boolean
}

export interface NumberReading {
  readonly quantities: readonly Quantity[]
  readonly structural: readonly Structural[]
}

export type QuantityReader = (text: string) => NumberReading

const RANGE = /^(?:—|——|–|-|~|～|至|到)$/u
const PLACED = /[十百千万亿兆拾佰仟点]/u
const LOOK_BACK = 60
const LOOK_AHEAD = 14
const LOOK_LEFT = 10
/** 负3.2个百分点, and as much before it as tells 担负 from it. */
const LONGEST_MINUS = 4
const RISES = '+↑'
const LONGEST_CARRIER = 4
const CLAUSE_END = /[，。；、）)]/u
const NOT_COUNTED = /[第同统每唯任某之这那有]/u
/** 几十家: about how many, but not so many. */
const VAGUE = '几数'
/** 这两个, 那三家 */
const POINTS = '这那'
/** 前两项, 后三类: of those just told. */
const ENDS_OF_LIST = '前后'

export interface ReaderOptions {
  /** Whether a Chinese numeral counts that no unit follows (一百五十二): said of a text of numbers, not of a report (十五规划, 二十大). */
  readonly bare?: boolean
}

export function createQuantityReader(lexicon: Lexicon, { bare = false }: ReaderOptions = {}): QuantityReader {
  const structuralOf = createStructuralReader(lexicon)
  const comparatorOf = createComparatorReader(lexicon)
  const measure = createMeasure(lexicon)
  const readRank = createRankReader(lexicon)
  const firstPlaces = createFirstPlaceReader(lexicon)
  const digitsOnly = new Set(lexicon.units.filter((each) => each.digitsOnly).map(({ unit }) => unit))
  const tenths = new Set(cue(lexicon, 'tenths'))
  const pointed = new Set(cue(lexicon, 'pointed-units'))
  const ofList = new Set(cue(lexicon, 'list-units'))
  const lonelyOne = new Set(cue(lexicon, 'one-counts'))
  const tallied = new RegExp(`^(?:${wordPattern(cue(lexicon, 'one-tallied'))})(?:[，。；、）]|$)`, 'u')
  const tallies = new Set(cue(lexicon, 'one-tallied'))
  const leftOver = new RegExp(`(?:${wordPattern(cue(lexicon, 'one-left'))})[^，。；、0-9]{0,6}的$`, 'u')
  const events = wordPattern(cue(lexicon, 'counted-events'))
  const event = new RegExp(`^[^，。；、]{0,10}?(?:${events})`, 'u')
  const eventBefore = new RegExp(`(?:${events})$`, 'u')

  const minus = new RegExp(`${guardedPattern(cue(lexicon, 'minus'), lexicon.cues['minus:misfires'] ?? [])}$`, 'u')

  const carries = new RegExp(`(?:${wordPattern(cue(lexicon, 'sign-carriers'))})$`, 'u')

  const compound = lexicon.units.flatMap(({ unit }) => (unit.includes('/') ? [unit] : []))
  /** 每百万人860份, 每千人抽检4.2批次: a unit of the lexicon in two parts. */
  const perUnit = (text: string, start: number, unit: string): { readonly unit: string; readonly start: number } | null => {
    const words = PER.exec(text.slice(Math.max(0, start - LONGEST_PER), start))?.[1]
    const whole =
      words === undefined
        ? undefined
        : compound.find((each) => each.startsWith(`${unit}/`) && words.startsWith(each.slice(unit.length + 1)))
    return whole && words !== undefined && unit !== '' ? { unit: whole, start: start - words.length - 1 } : null
  }

  /** A Chinese numeral counts only before a unit; a lone 一 only before the few units that it is really said of. */
  const counts = (text: string, numeral: Numeral, { unit, written, end: unitEnd }: Measured, inRange: boolean): boolean => {
    const { start, end, value } = numeral
    if (text[start - 1] === '第' || VAGUE.includes(text[start - 1] ?? ' ')) return false
    // 我们这两个口子: which ones, not how many.
    if (POINTS.includes(text[start - 1] ?? ' ') && pointed.has(written)) return false
    // 前两项高于95%
    if (ENDS_OF_LIST.includes(text[start - 1] ?? ' ') && ofList.has(written)) return false
    if (unit === '' || digitsOnly.has(unit)) return bare && isPlain(text, numeral, unitEnd)
    // 一起事故 and 事故一起 are counts, 摆在一起 is none.
    if (text.slice(start, end) === '一' && !inRange)
      return (
        (tallies.has(written) && leftOver.test(text.slice(Math.max(0, start - LOOK_LEFT), start))) ||
        // 不少于一次
        comparatorOf.before(text, start, unitEnd) !== null ||
        ((lonelyOne.has(written) || tallied.test(text.slice(unitEnd - written.length, unitEnd + 1)) || tenths.has(written)) &&
          !NOT_COUNTED.test(text[start - 1] ?? '') &&
          (written !== '起' ||
            (start === 0 && unitEnd === text.length) ||
            event.test(text.slice(unitEnd, unitEnd + LOOK_AHEAD)) ||
            (CLAUSE_END.test(text[unitEnd] ?? '。') && eventBefore.test(text.slice(Math.max(0, start - LOOK_BACK), start)))))
      )
    return !sumsUp(text.slice(Math.max(0, start - LOOK_BACK), start), value)
  }

  /** 三四十家, 百分之七八十: the same read once more of the larger number. */
  const estimatedRange = (text: string, numerals: readonly Numeral[], index: number, first: Measured): Ranged | null => {
    const [numeral, next] = [numerals[index] as Numeral, numerals[index + 1]]
    if (numeral.upper !== undefined) return { ...first, upper: measure(text, { ...numeral, value: numeral.upper }).value }
    if (next?.upper === undefined || next.start >= first.end) return null
    const upper = readFraction(text, [numeral, { ...next, value: next.upper }], 0)?.value
    return upper === undefined ? null : { ...first, upper }
  }

  /** Reads the quantity that begins at a numeral. `taken` is where the one before ended; its words are not used again. */
  const readOne = (
    text: string,
    numerals: readonly Numeral[],
    index: number,
    taken: number,
  ): { quantity: Quantity; next: number } | null => {
    const numeral = numerals[index] as Numeral
    const fraction = readFraction(text, numerals, index)
    const first = fraction ?? measure(text, numeral)
    let next = index + 1
    while ((numerals[next]?.start ?? first.end) < first.end) next++
    const other = fraction ? readFraction(text, numerals, next) : null
    const range =
      estimatedRange(text, numerals, index, first) ??
      (fraction ? readFractions(text, fraction, other, numerals[next]) : readRange(text, numeral, first, numerals[next], measure))
    const whole = range ?? first
    if (!fraction && numeral.chinese && !counts(text, numeral, whole, range !== null)) return null
    if (range) while ((numerals[next]?.start ?? range.end) < range.end) next++
    const sign =
      minus.exec(text.slice(Math.max(0, numeral.start - LONGEST_MINUS), numeral.start))?.[0] ?? signBefore(text, numeral.start, carries)
    const falls = sign !== '' && !RISES.includes(sign)
    const start = numeral.start - sign.length
    const per = perUnit(text, start, whole.unit)
    const before = comparatorOf.before(text, start, whole.end)
    const bound = before && before.start >= taken ? before : atLeast(text, numeral)
    const after = comparatorOf.after(text, whole.end)
    while ((numerals[next]?.start ?? text.length) < (after?.end ?? 0)) next++
    const ahead = bound ? null : comparatorOf.ahead(text, start)
    const comparator = ahead?.comparator ?? after?.comparator ?? bound?.comparator ?? whole.inside ?? '='
    const quantity: Quantity = {
      value: falls ? -whole.value : whole.value,
      ...(range ? { upper: falls ? -range.upper : range.upper } : {}),
      ...(ahead ? { ahead: ahead.start } : {}),
      unit: per?.unit ?? whole.unit,
      comparator: range && comparator === '~' ? '=' : comparator,
      span: foldedSpan(Math.min(bound?.start ?? start, per?.start ?? start), after?.end ?? whole.end),
      number: foldedSpan(numeral.start, numeral.end),
      step: whole.step,
      rank: false,
      chinese: numeral.chinese,
      ...(sign === '-' || sign === '+' ? { signed: true } : {}),
    }
    return { quantity, next }
  }

  return (text) => {
    const numerals = readNumerals(text)
    const structural = structuralOf(text)
    const quantities: Quantity[] = []
    let place = 0
    for (let index = 0; index < numerals.length; ) {
      const numeral = numerals[index] as Numeral
      while (place < structural.length && (structural[place] as Structural).end <= numeral.start) place++
      const inside = structural[place]
      const rank = readRank(text, numeral)
      const read = rank
        ? { quantity: rank, next: index + 1 }
        : inside && inside.start < numeral.end
          ? null
          : readOne(text, numerals, index, quantities.at(-1)?.span.end ?? 0)
      if (read) quantities.push(read.quantity)
      index = read?.next ?? index + 1
    }
    const others = [...firstPlaces(text), ...readDoublings(text), ...readHalves(text)]
    return { quantities: others.length === 0 ? quantities : inOrder([...quantities, ...others]), structural }
  }
}

/** A numeral that is one whatever follows: of two characters or more and with a place or a point (四百五, 三点五, 十余万), or all of the text. */
const isPlain = (text: string, { start, end }: Numeral, measuredEnd: number): boolean =>
  (measuredEnd - start > 1 && PLACED.test(text.slice(start, measuredEnd))) || (start === 0 && end === text.length)

type Ranged = Measured & { readonly upper: number }

const inOrder = (quantities: readonly Quantity[]): Quantity[] => [...quantities].sort((a, b) => a.span.start - b.span.start)

const PER = /每([^每，。；、0-9]{1,9})$/u
const LONGEST_PER = 10

/** 上千份, 上百家: at least so many. */
function atLeast(text: string, { start, end, chinese }: Numeral): { readonly comparator: Comparator; readonly start: number } | null {
  return chinese && end - start === 1 && /[百千]/u.test(text[start] ?? '') && text[start - 1] === '上'
    ? { comparator: '>=', start: start - 1 }
    : null
}

/** 牧丰、白杨沟两家合作社: the numeral repeats how many have just been listed. */
function sumsUp(before: string, count: number): boolean {
  const list = before.slice(before.search(/[^，。；：\n\t]*$/u))
  const items = list.split(/[、和及与]/u).filter((item) => item !== '')
  // 节水灌溉九项、河流治理四项、饮水安全三项: counts of their own.
  return count > 1 && list.includes('、') && items.length === count && !items.slice(0, -1).some((item) => COUNTED_ITEM.test(item))
}

const COUNTED_ITEM = /[0-9一二两三四五六七八九十][\p{Script=Han}]$/u

/** 80～85分, 95%—97%, 3至5个: two numbers joined directly, the second larger and of the same unit. */
function readRange(
  text: string,
  numeral: Numeral,
  first: Measured,
  other: Numeral | undefined,
  measure: (text: string, numeral: Numeral) => Measured,
): Ranged | null {
  if (!other || other.chinese !== numeral.chinese || !RANGE.test(text.slice(first.end, other.start))) return null
  const second = measure(text, other)
  if (isMovement(text, numeral.start, first, second) || isLeftBehind(text, numeral.start, first, other)) return null
  if (second.value <= first.value || (first.unit !== '' && second.unit !== '' && first.unit !== second.unit)) return null
  // 3—5万元: the multiplier of the second is the first's too.
  const factor = first.unit === '' && second.unit !== '' ? second.value / other.value : 1
  return {
    ...second,
    value: scaled(first.value, factor),
    upper: second.value,
    unit: second.unit || first.unit,
    step: Math.min(scaled(first.step, factor), second.step),
  }
}

/** 由23.5%到26.3%: from the one to the other; 从95%到98%之间 is a range. */
const isMovement = (text: string, start: number, first: Measured, { unit, end }: Measured): boolean =>
  first.unit === '%' &&
  unit === '%' &&
  /[由从]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
  !/^(?:之间|不等)/u.test(text.slice(end, end + 2))

/** 由3.5小时缩短0.7小时至2.6小时: how far it moved, and where it arrived. */
const isLeftBehind = (text: string, start: number, first: Measured, other: Numeral): boolean =>
  first.unit !== '' &&
  /^[至到]$/u.test(text.slice(first.end, other.start)) &&
  LEFT_BEHIND.test(text.slice(Math.max(0, start - LOOK_BACK), start))
const LEFT_BEHIND = /[由从][^，。；、0-9]{0,8}[0-9][0-9.]*[^，。；、0-9]{2,10}$/u

/** 百分之九十五至百分之九十七 */
const readFractions = (text: string, first: Measured, second: Measured | null, numeral: Numeral | undefined): Ranged | null =>
  second !== null && numeral && second.unit === first.unit && second.value > first.value && RANGE.test(text.slice(first.end, numeral.start))
    ? { ...second, value: first.value, upper: second.value, step: Math.min(first.step, second.step) }
    : null

/** A sign counts at the beginning of a block or a bracket, or as an arrow: 80-85分 holds none. */
/** 同比-12.5%: a sign behind a word that a change follows; elsewhere a dash (甲县-2.3%) may be none. */
function signBefore(text: string, start: number, carries: RegExp): string {
  const sign = text[start - 1] ?? ''
  if (sign === '↑' || sign === '↓') return sign
  if (sign !== '-' && sign !== '+') return ''
  const previous = text[start - 2]
  if (previous === undefined || '\n\t（：，、 率幅为是'.includes(previous)) return sign
  return carries.test(text.slice(Math.max(0, start - 1 - LONGEST_CARRIER), start - 1)) ? sign : ''
}
