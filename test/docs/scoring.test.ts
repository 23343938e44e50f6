/** Every block of docs/scoring.md that bears an example is run: the 56 forms of scoring rules with their worked results. */
import { describe, expect, it } from 'vitest'
import { type Given, type Submitted, schemeAround, scoresOf } from '../support/scoring.ts'
import { examples, testedItem } from '../support/scoring-examples.ts'

const names: Readonly<Record<string, string>> = { wusu: '乌苏市', tacheng: '塔城市', shawan: '沙湾县', emin: '额敏县' }

describe('the forms of scoring rules in docs/scoring.md', () => {
  it('are all 56 of the catalogue, in its order', () => {
    expect(examples.map(({ example }) => example)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1))
  })

  for (const example of examples.filter(({ cases }) => cases.some(({ gives }) => gives !== undefined)))
    it.each(example.cases.map((each, index) => [index + 1, each] as const))(`form ${example.example}, case %i`, (_, each) => {
      const { gives } = each
      const tested = testedItem(example, each)
      const [low, high] = typeof gives === 'number' ? [gives, gives] : (gives ?? [])
      expect([Number(tested?.low), Number(tested?.high)]).toEqual([low, high])
      expect((tested?.open ?? []).length > 0).toBe(low !== high)
    })

  for (const example of examples.filter(({ cases }) => cases.some(({ gives }) => gives === undefined)))
    it.each(example.cases.map((each, index) => [index + 1, each] as const))(`form ${example.example}, case %i`, (_, each) => {
      const { given = {}, scores = {}, quarters = {}, vetoes = {}, grades = {}, possible = {}, exact = {}, shown = {}, effects = {} } = each
      const counties = [...new Set([scores, quarters, given].flatMap((part) => Object.keys(part)))]
      const item =
        example.rule === undefined
          ? { points: 100, rule: { form: 'constant', points: 100 } }
          : { points: example.points, rule: example.rule }
      const scheme = schemeAround(
        item,
        { grades: example.grades, ...(example.vetoes === undefined ? {} : { vetoes: example.vetoes }) },
        counties,
      )
      const submitted = counties.flatMap((county) =>
        [1, 2, 3, 4].map(
          (quarter): Submitted => ({ county, period: `2020-Q${quarter}`, given: quarter === 3 ? ((given[county] as Given) ?? {}) : {} }),
        ),
      )
      const decided = [
        ...Object.entries(scores).flatMap(([county, score]) =>
          [1, 2, 3, 4].map((quarter) => ({ about: 'quarter', county, period: `2020-Q${quarter}`, score })),
        ),
        ...Object.entries(quarters).flatMap(([county, all]) =>
          all.map((score, index) => ({ about: 'quarter', county, period: `2020-Q${index + 1}`, score })),
        ),
        ...Object.entries(vetoes).map(([county, answer]) => ({
          about: 'veto',
          county,
          veto: (example.vetoes as { id: string }[])[0]?.id,
          answer,
        })),
      ]
      const result = new Map(scoresOf(scheme, submitted, decided).counties.map((county) => [county.county, county]))
      const of = (county: string) => result.get(names[county] ?? county)
      for (const [county, grade] of Object.entries(grades)) expect([county, of(county)?.grade]).toEqual([county, grade])
      for (const [county, all] of Object.entries(possible)) expect(of(county)?.grades).toEqual(all)
      for (const [county, score] of Object.entries(exact)) expect(of(county)?.score.provisional).toBe(score)
      for (const [county, score] of Object.entries(shown)) expect(of(county)?.score.shown).toBe(score)
      for (const [county, all] of Object.entries(effects)) expect(of(county)?.effects).toEqual(all)
    })
})
