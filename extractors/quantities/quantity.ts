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
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Numeral, readNumerals } from './numeral.ts'
import { createStructuralReader, type Structural } from './structural.ts'

export type Comparator = '=' | '>=' | '<=' | '>' | '<' | '~'

export interface Quantity {
  readonly value: number
  /** Only for a range: 80～85分. */
  readonly upper?: number
  /** As the lexicon writes it; '' where the text names none (a bare score or index, a table cell). */
  readonly unit: string
  readonly comparator: Comparator
  /** The whole, comparator words included. */
  readonly span: FoldedSpan
  /** The digits alone, without comparator and unit. */
  readonly number: FoldedSpan
  /** The place value of the last digit written, in the unit of `value`: 97.5% → 0.1, 2.07亿元 → 1000000. */
  readonly step: number
  readonly rank: boolean
  readonly chinese: boolean
}

export interface NumberReading {
  readonly quantities: readonly Quantity[]
  readonly structural: readonly Structural[]
}

export type QuantityReader = (text: string) => NumberReading

const MULTIPLIERS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  百万: 1e6,
  千万: 1e7,
  十万: 1e5,
  万亿: 1e12,
  百亿: 1e10,
  千亿: 1e11,
  十亿: 1e9,
}
const LOOK_BACK = 10

/** What must not stand before a word of the group: 商 of 商超. */
function misfirePrefix(lexicon: Lexicon, group: string): string {
  const prefixes = (lexicon.cues[`${group}:misfires`] ?? []).map((misfire) => misfire.slice(0, -1))
  return wordPattern(prefixes)
}

export function createQuantityReader(lexicon: Lexicon): QuantityReader {
  const structuralOf = createStructuralReader(lexicon)
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const fillers = `(?:${words('comparator-fillers')})?`
  const before = (group: string): RegExp => new RegExp(`(?<!${misfirePrefix(lexicon, group)})(?:${words(group)})${fillers}$`, 'u')
  const sticky = (source: string): RegExp => new RegExp(source, 'yu')
  const unitOf = new Map(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms].map((name) => [name, unit] as const)))
  const unit = sticky(wordPattern([...unitOf.keys()]))
  const multiplier = sticky(wordPattern(Object.keys(MULTIPLIERS)))
  const more = sticky(words('comparator-gt-after'))
  const afters: readonly (readonly [Comparator, RegExp])[] = [
    ['>=', sticky(words('comparator-ge-after'))],
    ['<=', sticky(words('comparator-le-after'))],
    ['~', sticky(words('comparator-approx-after'))],
    ['>', more],
  ]
  // Order matters: 不超过 and 不低于 hold 超过 and 低于.
  const befores: readonly (readonly [Comparator, RegExp])[] = [
    ['>=', before('comparator-ge-before')],
    ['<=', before('comparator-le-before')],
    ['<', before('comparator-lt-before')],
    ['>', before('comparator-gt-before')],
    ['~', before('comparator-approx-before')],
  ]
  const levelNoun = sticky(`的?(?:[年季]度|考核|规定)?(?:${words('level-nouns')})`)
  const rankCue = new RegExp(`(?:${words('rank')})[^，。；]{0,12}$`, 'u')
  const lonelyOne = new Set(cue(lexicon, 'one-counts'))
  const rankUnit = sticky('[位名]')
  const partOf = sticky('分之')

  const matchAt = (pattern: RegExp, text: string, at: number): string => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? ''
  }

  interface Measured {
    readonly value: number
    readonly step: number
    readonly unit: string
    readonly end: number
    readonly more: boolean
  }

  function measure(text: string, numeral: Numeral): Measured {
    let at = numeral.end
    let value = numeral.value
    let step = 10 ** -numeral.decimals
    const moreBefore = matchAt(more, text, at)
    at += moreBefore.length
    let unitText = matchAt(unit, text, at)
    if (!unitText) {
      const factor = matchAt(multiplier, text, at)
      if (factor) {
        at += factor.length
        value = scaled(value, MULTIPLIERS[factor] as number)
        step = scaled(step, MULTIPLIERS[factor] as number)
      }
    }
    const moreAfter = moreBefore || !matchAt(more, text, at) ? '' : matchAt(more, text, at)
    at += moreAfter.length
    unitText = matchAt(unit, text, at)
    let name = unitText ? (unitOf.get(unitText) as string) : ''
    at += unitText.length
    if (unitText === '成' || (name === '%' && unitText.startsWith('成'))) {
      value = scaled(value, 10)
      step = scaled(step, 10)
      name = '%'
    }
    // 万元 as one entry of the lexicon is multiplied out like 万 and 元.
    const inUnit = /^([十百千]?[万亿])(.+)$/u.exec(name)
    if (inUnit?.[1] && inUnit[2] && unitOf.has(inUnit[2])) {
      value = scaled(value, MULTIPLIERS[inUnit[1]] as number)
      step = scaled(step, MULTIPLIERS[inUnit[1]] as number)
      name = unitOf.get(inUnit[2]) as string
    }
    return { value, step, unit: name, end: at, more: moreBefore !== '' || moreAfter !== '' }
  }

  function comparatorBefore(text: string, start: number): { comparator: Comparator; start: number } | null {
    const back = text.slice(Math.max(0, start - LOOK_BACK), start)
    for (const [comparator, pattern] of befores) {
      const match = pattern.exec(back)
      if (match) return { comparator, start: start - match[0].length }
    }
    return null
  }

  function readOne(
    text: string,
    numerals: readonly Numeral[],
    index: number,
    taken: number,
  ): (Quantity & { readonly next: number }) | null {
    const numeral = numerals[index] as Numeral
    const fraction = readFraction(text, numerals, index, matchAt, partOf)
    const rank = readRank(text, numeral)
    if (rank) return { ...rank, next: index + 1 }
    if (!fraction && numeral.chinese && !chineseIsQuantity(text, numeral)) return null
    const first = fraction ?? { ...measure(text, numeral), start: numeral.start, next: index + 1 }
    let { value, step, unit: name, end } = first
    let upper: number | undefined
    let next = first.next
    const other = numerals[next]
    const connector = other ? text.slice(end, other.start) : ''
    if (other && !fraction && other.chinese === numeral.chinese && /^(?:—|——|–|-|~|～|至|到)$/u.test(connector)) {
      const second = measure(text, other)
      if (second.value > value && (name === '' || name === second.unit || second.unit === '')) {
        const factor = name === '' && second.unit !== '' && Number.isInteger(numeral.value) ? second.value / other.value : 1
        value = scaled(value, factor)
        upper = second.value
        name = second.unit || name
        step = Math.min(scaled(step, factor), second.step)
        end = second.end
        next++
      }
    }
    const signAt = first.start - 1
    const sign = signAt >= 0 && isSign(text, signAt) ? (text[signAt] as string) : ''
    let start = first.start - sign.length
    if (sign === '-' || sign === '↓') {
      value = -value
      if (upper !== undefined) upper = -upper
    }
    let comparator: Comparator = 'more' in first && first.more ? '>' : '='
    const ahead = comparatorBefore(text, start)
    if (ahead && ahead.start >= taken) {
      const bounds = ahead.comparator === '>' || ahead.comparator === '<'
      if (!(bounds && matchAt(levelNoun, text, end))) {
        comparator = ahead.comparator
        start = ahead.start
      }
    }
    for (const [after, pattern] of afters) {
      const word = matchAt(pattern, text, end)
      if (!word) continue
      comparator = after
      end += word.length
      break
    }
    if (upper !== undefined && comparator === '~') comparator = '='
    const number = foldedSpan(first.start, numeral.end)
    return {
      value,
      ...(upper === undefined ? {} : { upper }),
      unit: name,
      comparator,
      span: foldedSpan(start, end),
      number,
      step,
      rank: false,
      chinese: numeral.chinese,
      next,
    }
  }

  function readRank(text: string, numeral: Numeral): Quantity | null {
    if (text[numeral.start - 1] !== '第') return null
    const suffix = matchAt(rankUnit, text, numeral.end)
    const lead = text.slice(Math.max(0, numeral.start - 1 - 16), numeral.start - 1)
    if (!rankCue.test(lead)) return null
    const start = numeral.start - 1
    return {
      value: numeral.value,
      unit: '位',
      comparator: '=',
      span: foldedSpan(start, numeral.end + suffix.length),
      number: foldedSpan(numeral.start, numeral.end),
      step: 1,
      rank: true,
      chinese: numeral.chinese,
    }
  }

  /** A Chinese numeral counts only before a unit; a lone 一 only before the few units that it is really said of. */
  function chineseIsQuantity(text: string, numeral: Numeral): boolean {
    const { unit: name, end } = measure(text, numeral)
    if (name === '') return false
    const written = text.slice(numeral.start, numeral.end)
    if (written === '一')
      return lonelyOne.has(text.slice(numeral.end, end)) && !/[第同统每唯任某之这那有]$/u.test(text.slice(0, numeral.start))
    if (text[numeral.start - 1] === '第') return false
    if (name === '%' && text[numeral.end] === '成') return !/[立为功效熟本员果就品长分都]/u.test(text[end] ?? '')
    return true
  }

  return (text) => {
    const numerals = readNumerals(text)
    const structural = structuralOf(text)
    const quantities: Quantity[] = []
    let place = 0
    let taken = 0
    for (let index = 0; index < numerals.length; ) {
      const numeral = numerals[index] as Numeral
      while (place < structural.length && (structural[place] as Structural).end <= numeral.start) place++
      const inside = structural[place]
      const rank = readRank(text, numeral)
      if (inside && inside.start < numeral.end && !rank) {
        index++
        continue
      }
      const read = readOne(text, numerals, index, taken)
      if (!read) {
        index++
        continue
      }
      const { next, ...quantity } = read
      quantities.push(quantity)
      taken = quantity.span.end
      index = next
    }
    return { quantities, structural }
  }
}

/** 百分之九十七点五, 千分之六, 三分之一: written numerator last. A share of 100 is given in %, of 1000 in ‰, else in %. */
function readFraction(
  text: string,
  numerals: readonly Numeral[],
  index: number,
  matchAt: (pattern: RegExp, text: string, at: number) => string,
  partOf: RegExp,
): { value: number; step: number; unit: string; start: number; end: number; next: number } | null {
  const denominator = numerals[index] as Numeral
  const joint = matchAt(partOf, text, denominator.end)
  const numerator = numerals[index + 1]
  if (!joint || !numerator || numerator.start !== denominator.end + joint.length) return null
  const written = text.slice(denominator.start, denominator.end)
  const base = written === '百' ? 100 : written === '千' ? 1000 : written === '万' ? 10_000 : denominator.value
  const perMille = base === 1000
  const value = Number(((numerator.value / base) * (perMille ? 1000 : 100)).toPrecision(12))
  const step = base === 100 || perMille ? 10 ** -numerator.decimals : 0.01
  return { value, step, unit: perMille ? '‰' : '%', start: denominator.start, end: numerator.end, next: index + 2 }
}

/** A sign counts at the beginning of a block or a bracket, or as an arrow: 80-85分 holds none. */
function isSign(text: string, at: number): boolean {
  const sign = text[at] as string
  if (sign === '↑' || sign === '↓') return true
  if (sign !== '-' && sign !== '+') return false
  const previous = text[at - 1]
  return previous === undefined || '\n\t（：，、 '.includes(previous)
}

/** Multiplies without the noise of binary fractions: 2.07 × 1e8 is 207000000. */
const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(15))
