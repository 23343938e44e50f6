/** Every block of docs/scoring.md that bears an example is run: the 56 forms of scoring rules with their worked results. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Given, type Submitted, schemeAround, scoresOf } from '../support/scoring.ts'

interface Case {
  readonly given?: Given
  readonly gives?: number | readonly [number, number]
  readonly scores?: Readonly<Record<string, number>>
  readonly quarters?: Readonly<Record<string, readonly number[]>>
  readonly vetoes?: Readonly<Record<string, string>>
  readonly grades?: Readonly<Record<string, string>>
  readonly possible?: Readonly<Record<string, readonly string[]>>
  readonly exact?: Readonly<Record<string, string>>
  readonly shown?: Readonly<Record<string, string>>
  readonly effects?: Readonly<Record<string, readonly string[]>>
}
interface Example {
  readonly example: number
  readonly points?: number
  readonly kind?: string
  readonly rule?: unknown
  readonly notApplicable?: unknown
  readonly grades?: unknown
  readonly vetoes?: unknown
  readonly others?: Readonly<Record<string, Given>>
  readonly cases: readonly Case[]
}

const text = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8')
const examples = [...text.matchAll(/```yaml\n(example: [\s\S]*?)```/gu)].map(([, block]) => parse(block ?? '') as Example)
const names: Readonly<Record<string, string>> = { wusu: '乌苏市', tacheng: '塔城市', shawan: '沙湾县', emin: '额敏县' }

describe('the forms of scoring rules in docs/scoring.md', () => {
  it('are all 56 of the catalogue, in its order', () => {
    expect(examples.map(({ example }) => example)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1))
  })

  for (const example of examples.filter(({ cases }) => cases.some(({ gives }) => gives !== undefined)))
    it.each(example.cases.map((each, index) => [index + 1, each] as const))(
      `form ${example.example}, case %i`,
      (_, { given = {}, gives }) => {
        const { points = 1, kind, rule, notApplicable, others = {} } = example
        const item = { points, rule, ...(kind === undefined ? {} : { kind }), ...(notApplicable === undefined ? {} : { notApplicable }) }
        const scheme = schemeAround(item, { settings: { bonus: 'before', caps: { quarter: null } } }, ['wusu', ...Object.keys(others)])
        const submitted = [submission('wusu', given), ...Object.entries(others).map(([county, each]) => submission(county, each))]
        const { counties } = scoresOf(scheme, submitted, entries(given))
        const tested = counties[0]?.quarters[2]?.items.find(({ item: id }) => id === 'tested')
        const [low, high] = typeof gives === 'number' ? [gives, gives] : (gives ?? [])
        expect([Number(tested?.low), Number(tested?.high)]).toEqual([low, high])
        expect((tested?.open ?? []).length > 0).toBe(low !== high)
      },
    )

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

const submission = (county: string, given: Given): Submitted => ({ county, period: '2020-Q3', given })

/** What reviewers enter for the item under test. */
function entries(given: Given): unknown[] {
  const about = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested' }
  return Object.entries(given).flatMap(([key, value]): unknown[] => {
    if (key === 'applies') return [{ ...about, applies: value }]
    if (key === 'entry') return [{ ...about, value }]
    return key.startsWith('entry.') ? [{ ...about, of: key.slice(6), value }] : []
  })
}
