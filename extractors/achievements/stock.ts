/** How many honours there are, or are applied for, and not whose: a value. 中国驰名商标2件, 红花杯申报了2项, 绿色食品达到8个, 县级非遗工坊24个. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { CLASSIFIER, NUMERAL } from './counted.ts'
import type { Honour } from './honour.ts'
import type { Standing } from './standing.ts'

const COUNTED = new RegExp(
  `^[\\p{Script=Han}]{0,2}(?:申报了?|创建)?(?:共|各|达到?|增至|增加到|再添)?${NUMERAL}(?:[余多]?${CLASSIFIER}|到|至)`,
  'u',
)

const SOME = /[0-9一二三四五六七八九][—～~-][0-9一二三四五六七八九][个家项件处座名]/u

/** Of an honour that the sentence gives to nobody. */
export type StockTest = (text: string, honour: Honour, standing: Standing) => boolean

export function createStockTest(lexicon: Lexicon): StockTest {
  const stock = new RegExp(wordPattern(cue(lexicon, 'honour-stock')), 'u')
  /** ‹累计有4家企业›获得…: how many, and not who. */
  const soMany = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-stock'))})\\p{Script=Han}{0,6}${NUMERAL}${CLASSIFIER}`, 'u')
  const loose = new Set(cue(lexicon, 'honour-loose'))
  const ofCounty = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-level-county'))})`, 'u')
  const wide = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-wide'))})`, 'u')
  /** ‹全区›天山奖获奖工程32项: of more than one prefecture, and only counted. */
  const isOfAll = (text: string, start: number, tailEnd: number): boolean => {
    const clause = clauseStart(text, start)
    return wide.test(text.slice(clause)) && /[0-9]/u.test(text.slice(clause, start) + text.slice(tailEnd).split(/[，；。]/u, 1)[0])
  }
  /** 争取‹1—2个村›列入…: so many, and nobody knows which. */
  const isSome = (text: string, start: number): boolean => SOME.test(text.slice(clauseStart(text, start), start))
  return (text, { title, start, tailEnd, weak }, { status, verb }) =>
    isOfAll(text, start, tailEnd) ||
    isSome(text, start) ||
    (status === 'obtained' && soMany.test(text.slice(clauseStart(text, start), start))) ||
    ((status !== 'planned' || loose.has(text.slice(verb.start, verb.end))) &&
      COUNTED.test(text.slice(tailEnd)) &&
      (status !== 'obtained' || weak || ofCounty.test(title) || stock.test(text.slice(text.lastIndexOf('；', start) + 1, start))))
}

const clauseStart = (text: string, at: number): number => Math.max(...['，', '；', '。'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1
