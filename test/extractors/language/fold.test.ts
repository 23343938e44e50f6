import { describe, expect, it } from 'vitest'
import { foldedSpan, toFolded, toSource } from '../../../extractors/document.ts'
import { fold, foldText } from '../../../extractors/language/fold.ts'

describe('folding makes writing uniform', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['full-width digits and signs', '合格率９７．５％', '合格率97.5%'],
    ['blanks inside Chinese and inside numbers', '合 格 率 97. 5 %', '合格率97.5%'],
    ['a hard wrap inside a clause', '造林成活率均\n达到85%以上', '造林成活率均达到85%以上'],
    ['traditional characters', '落實', '落实'],
    ['ASCII brackets and commas beside Chinese', '(一)抽查120批次,合格117批次', '（一）抽查120批次，合格117批次'],
    ['but not a thousands separator', '1,234件', '1,234件'],
    ['nor the blank between two numbers or Latin words', 'GB/T 19001 120 117', 'GB/T 19001 120 117'],
    ['nor Chinese punctuation', '，：；（）。', '，：；（）。'],
    ['lowered digits', 'PM₂.₅平均浓度35，CO₂', 'PM2.5平均浓度35，CO2'],
    ['but not before a number of its own', 'PM₂.₅35微克', 'PM₂.₅35微克'],
    ['nor raised ones of units and powers', '300m²，10⁵CFU/g，３×１０⁴吨，元/米²', '300m²，10⁵CFU/g，3×10⁴吨，元/米²'],
    ['the mark of a note is dropped', '95.2%¹，抽查120¹²批次（含建材）³', '95.2%，抽查120批次（含建材）'],
    ['characters outside the basic plane', '𠮷林97%', '𠮷林97%'],
  ]
  for (const [what, text, folded] of cases) it(what, () => expect(fold(text).text).toBe(folded))
})

it('every folded character knows where it stands', () => {
  const text = '落實 ９７．\n５ ％，(一) 合 格'
  const folded = fold(text)
  const at = folded.text.indexOf('97.5%')
  const source = toSource(folded, foldedSpan(at, at + 5))
  expect(text.slice(source.start, source.end)).toBe('９７．\n５ ％')
  expect(toFolded(folded, source)).toEqual(foldedSpan(at, at + 5))
  expect(folded.map.length).toBe(folded.text.length + 1)
})

it('blocks stay apart: nothing reads over the end of one', () => {
  const text = '合格率\n97%\t98%'
  const folded = fold(text, [
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 11 },
  ])
  expect(folded.text).toBe('合格率\n97%\t98%')
})

it('a text alone is folded as with the way back, whatever character stands in it', () => {
  const differ: string[] = []
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    for (const text of [character, `甲${character}乙`, `1${character}2`]) if (foldText(text) !== fold(text).text) differ.push(text)
  }
  expect(differ).toEqual([])
})
