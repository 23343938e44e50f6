/**
 * What the words for fields of work say beside a quantity: a field alone goes on about the field's own rate, a part before an indicator's name narrows it,
 * and words for the whole take up what its parts were of.
 */
import { createWordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Indicator, type Lexicon } from '../lexicon.ts'

export interface FieldWords {
  /** The field that words begin with, and how long its name is: 工业产品差. */
  readonly fieldAt: (words: string) => { readonly field: string; readonly length: number } | null
  /** Words without the turn that they open with: 不过例行监测. */
  readonly withoutTurn: (words: string) => string
  /** The fields and parts that words name, in order. */
  readonly fieldsIn: (words: string) => readonly { readonly word: string; readonly end: number }[]
  /** The part of an indicator's own field that words end with: 锅炉 before 定检率. */
  readonly partBefore: (words: string, indicator: Indicator) => string | null
  /** Whether words hold one for the whole of what was said in parts: 总体. */
  readonly saysWhole: (words: string) => boolean
  /** Whether a rate is what its field alone stands for: one that a generic term (合格率) of the field means. */
  readonly isHeadline: (indicator: Indicator) => boolean
  readonly indicatorOf: (id: string) => Indicator | undefined
}

export function createFieldWords({ fields, indicators, generics, cues }: Lexicon): FieldWords {
  const fieldOf = new Map(fields.flatMap(({ id, words }) => words.map((word) => [word, id] as const)))
  const finder = createWordFinder(fieldOf.keys())
  const all = createWordFinder(fields.flatMap(({ words, parts }) => [...words, ...parts]))
  const partsOf = new Map(fields.map(({ id, parts }) => [id, [...parts].sort((a, b) => b.length - a.length)]))
  const whole = new RegExp(`^(?:${wordPattern(cues['whole-words'] ?? [])})`, 'u')
  const turn = new RegExp(`^[，、；：和及与而但]*(?:${wordPattern(cues['name-turns'] ?? [])})?`, 'u')
  const headlines = new Set(generics.filter(({ divisible }) => divisible).flatMap(({ candidates }) => candidates))
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  return {
    fieldAt: (words) => {
      const word = finder.at(words, 0)
      const field = fieldOf.get(word)
      return field === undefined ? null : { field, length: word.length }
    },
    withoutTurn: (words) => words.replace(turn, ''),
    fieldsIn: (words) => all.all(words),
    partBefore: (words, { field }) => (field === null ? null : (partsOf.get(field)?.find((part) => words.endsWith(part)) ?? null)),
    saysWhole: (words) => whole.test(words),
    isHeadline: ({ id }) => headlines.has(id),
    indicatorOf: (id) => byId.get(id),
  }
}

/** Whether the words of a clause let an indicator be what is counted: 新增绿色食品 is not all there are, 累计 not what is new. */
export function createAccrualTest(lexicon: Lexicon): (indicator: Indicator, words: string) => boolean {
  const newly = new RegExp(wordPattern(cue(lexicon, 'newly-words')), 'u')
  const stock = new RegExp(wordPattern(cue(lexicon, 'stock-words')), 'u')
  return ({ accrual }, words) =>
    accrual === 'stock' ? !newly.test(words) : accrual === 'new' ? newly.test(words) || !stock.test(words) : true
}

export function createStockTest(lexicon: Lexicon): (words: string) => boolean {
  const stock = new RegExp(wordPattern(cue(lexicon, 'stock-words')), 'u')
  return (words) => stock.test(words)
}
