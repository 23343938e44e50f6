/** What is still to come: 2021年 in a report of 2020 and what follows it in its paragraph, and sections whose heading says so (来年奔着什么去). */
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export interface ComingReader {
  /** Where a year to come is first named in a text; null where none is. */
  year(text: string, reportYear: number | null): number | null
  heading(heading: string): boolean
  /** 来年拟：…, 下一步，…: a sentence that opens so. */
  opening(text: string): boolean
}

/** Not the end of a term (有效期至2023年) nor a span of years (2020—2022年). */
const YEAR = /(?<![至—～\-0-9])(20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})年(?![至—～-])/gu
const BRACKETS = /（[^（）]{0,80}）/gu
const DIGITS = '〇一二三四五六七八九'

export function createComingReader(lexicon: Lexicon): ComingReader {
  const coming = wordPattern(cue(lexicon, 'honour-coming'))
  const headings = new RegExp(coming, 'u')
  const opening = new RegExp(
    `^[\\s\\p{No}（(0-9一二三四五六七八九十）)、.．]{0,6}(?:${coming})(?:[，：]|${wordPattern([...cue(lexicon, 'honour-planned'), ...cue(lexicon, 'honour-modal')])})`,
    'u',
  )
  return {
    year: (text, reportYear) => {
      const masked = text.replace(BRACKETS, (bracket) => '□'.repeat(bracket.length))
      const found = matchesOf(YEAR, masked).find(({ 1: year = '' }) => reportYear !== null && numberOf(year) > reportYear)
      return found?.index ?? null
    },
    heading: (heading) => headings.test(heading),
    opening: (text) => opening.test(text),
  }
}

const numberOf = (year: string): number => Number(year.replace(/[^0-9]/gu, (character) => String(Math.max(0, DIGITS.indexOf(character)))))
