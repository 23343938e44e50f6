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

/** 5家企业‹获评›…: so many of a kind, and none named. */
const SO_MANY = new RegExp(`(?:^|[，；。：、共中]|(有)共?)${NUMERAL}[余多]?${CLASSIFIER}(\\p{Script=Han}{0,6})(?:${NUMERAL}次)?$`, 'u')

const SOME = /[0-9一二三四五六七八九][—～~-][0-9一二三四五六七八九][个家项件处座名]/u

/** Of an honour that the sentence gives to nobody. */
export type StockTest = (text: string, honour: Honour, standing: Standing) => boolean

export function createStockTest(lexicon: Lexicon): StockTest {
  const stock = new RegExp(wordPattern(cue(lexicon, 'honour-stock')), 'u')
  const ofCounty = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-level-county'))})`, 'u')
  const loose = new Set(cue(lexicon, 'honour-loose'))
  /** ‹累计有4家企业›获得…: how many, and not who. */
  const soMany = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-stock'))})\\p{Script=Han}{0,6}${NUMERAL}${CLASSIFIER}`, 'u')
  const generic = new Set(cue(lexicon, 'honour-holder-generic'))
  /** 目前，‹1家企业›获批…；‹5家企业›被认定为…: of what there is by now, so many of a kind. */
  const isCountedHolder = (text: string, { status, subjectEnd }: Standing): boolean => {
    const lead = text.slice(0, subjectEnd)
    const [, has, noun] = (status === 'obtained' && SO_MANY.exec(lead)) || []
    return noun !== undefined && (has !== undefined || stock.test(lead)) && (noun === '' || generic.has(noun))
  }
  /** 截至年底，…荣获中国质量奖提名奖‹2个›: won by the county where nothing says that it is a stock; a plan says what it aims at, counted or not. */
  const isCountedTitle = (text: string, { title, start, tailEnd, weak }: Honour, { status, verb }: Standing): boolean =>
    (status !== 'planned' || loose.has(text.slice(verb.start, verb.end))) &&
    COUNTED.test(text.slice(tailEnd)) &&
    (status !== 'obtained' || weak || ofCounty.test(title) || stock.test(text.slice(0, start)))
  const wide = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-wide'))})`, 'u')
  /** ‹全区›天山奖获奖工程32项: of more than one prefecture, and only counted. */
  const isOfAll = (text: string, start: number, tailEnd: number): boolean => {
    const clause = clauseStart(text, start)
    return wide.test(text.slice(clause)) && /[0-9]/u.test(text.slice(clause, start) + text.slice(tailEnd).split(/[，；。]/u, 1)[0])
  }
  /** 争取‹1—2个村›列入…: so many, and nobody knows which. */
  const isSome = (text: string, start: number): boolean => SOME.test(text.slice(clauseStart(text, start), start))
  return (text, honour, standing) =>
    isOfAll(text, honour.start, honour.tailEnd) ||
    isSome(text, honour.start) ||
    (standing.status === 'obtained' && soMany.test(text.slice(clauseStart(text, honour.start), honour.start))) ||
    isCountedHolder(text, standing) ||
    isCountedTitle(text, honour, standing)
}

const clauseStart = (text: string, at: number): number => Math.max(...['，', '；', '。'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1
