/**
 * Who holds the honours of a stock, named in quotation marks before their number: 有‹“托里羊肉”“托里牛肉”›2个国家地理标志保护产品.
 *
 * A stock is only counted, but where its holders are named, each has one.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'
import type { Told } from './title-rows.ts'

export type CountedNamesReader = (text: string, clause: Span, honour: Honour) => Told | null

const NUMBER = '[0-9一二两三四五六七八九十]{1,3}'
/** The names, 等 and how many, right before the title. */
const NAMED = new RegExp(`((?:“[^“”]{2,20}”[、和及]?)+)(等)?(${NUMBER})[个件项家种枚]$`, 'u')
const ONE = /“[^“”]+”/gu
const DIGITS = '零一二三四五六七八九十'

export function createCountedNamesReader(lexicon: Lexicon): CountedNamesReader {
  const denied = new RegExp(wordPattern([...cue(lexicon, 'honour-negative'), ...cue(lexicon, 'honour-planned')]), 'u')
  return (text, clause, { start, end }) => {
    const lead = text.slice(clause.start, start)
    const found = NAMED.exec(lead)
    const [, names = '', others, number = ''] = found ?? []
    if (!found || denied.test(text.slice(clause.start, clause.start + found.index)) || /^[\p{Script=Han}]/u.test(text.slice(end)))
      return null
    if (others === undefined && names.match(ONE)?.length !== counted(number)) return null
    const from = clause.start + found.index
    return { status: 'obtained', verb: { start: from, end: from + names.length }, holder: { start: from, end: from + names.length } }
  }
}

const counted = (number: string): number => (/^[0-9]/u.test(number) ? Number(number) : number === '两' ? 2 : DIGITS.indexOf(number))
