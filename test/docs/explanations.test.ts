/** Every form of rule says in Chinese what it read, by which rule, and what that gave. */
import { describe, expect, it } from 'vitest'
import type { ScoredItem } from '../../rules/scoring/score.ts'
import { testedItem, examples as worked } from '../support/scoring-examples.ts'
import { lexicon } from '../support/text-document.ts'

const cases = worked.flatMap((example) =>
  example.cases.filter(({ gives }) => gives !== undefined).map((each) => [example.example, each, testedItem(example, each)] as const),
)
const lines = ({ why = [], open = [] }: Partial<ScoredItem> = {}): readonly string[] => [...why, ...open]
const settled = cases.filter(([, , item]) => item !== undefined && item.low === item.high)

/** What a reason ends with: the points, or that a person or the scheme says it does not apply. */
const POINTS = /(?:[得扣计] [\d.]+ 分|不扣分|基础分 [\d.]+ 分|不涉及：.*)$/u

describe('the reasons of the 56 forms', () => {
  it.each(cases)('of form %i, given %j, are in Chinese: no identifier, no code', (_, __, item) => {
    const said = lines(item).join('\n')
    expect(said).not.toBe('')
    for (const { id } of [...lexicon.indicators, ...lexicon.facts]) expect(said).not.toContain(id)
    expect(said).not.toMatch(/[A-Za-z]{2,}|任意值|undefined|null|NaN|Infinity/u)
  })

  it.each(cases)('of form %i, given %j, are whole sentences, none of them twice', (_, __, item) => {
    const all = lines(item)
    expect(new Set(all).size).toBe(all.length)
    for (const words of all) {
      expect(words).not.toMatch(/ {2}|[，、；：]{2}|[，；]$|^[，；]|（[，、；）]/u)
      expect([...words].filter((mark) => mark === '（')).toHaveLength([...words].filter((mark) => mark === '）').length)
    }
  })

  it.each(settled)('of form %i, given %j, end with the points that were won or lost', (_, __, item) => {
    for (const words of item?.why ?? []) expect(words).toMatch(POINTS)
  })

  it.each(settled)('of form %i, given %j, name the value that they rest on', (_, __, item) => {
    const values = (item?.uses ?? []).filter(({ record }) => record === 'value')
    const said = lines(item).join('\n')
    expect(values.length === 0 || values.some(({ words }) => said.includes(words))).toBe(true)
  })
})
