/** The worked examples of docs/scoring.md, and the item of each that is under test. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ScoredItem } from '../../rules/scoring/score.ts'
import { type Given, type Submitted, schemeAround, scoresOf } from './scoring.ts'

export interface Case {
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
export interface Example {
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
export const examples = [...text.matchAll(/```yaml\n(example: [\s\S]*?)```/gu)].map(([, block]) => parse(block ?? '') as Example)

/** The item under test, as one case of an example has it. */
export function testedItem(example: Example, { given = {} }: Case): ScoredItem | undefined {
  const { points = 1, kind, rule, notApplicable, others = {} } = example
  const item = { points, rule, ...(kind === undefined ? {} : { kind }), ...(notApplicable === undefined ? {} : { notApplicable }) }
  const scheme = schemeAround(item, { settings: { bonus: 'before', caps: { quarter: null } } }, ['wusu', ...Object.keys(others)])
  const submitted = [submission('wusu', given), ...Object.entries(others).map(([county, each]) => submission(county, each))]
  const { counties } = scoresOf(scheme, submitted, entriesOf(given))
  return counties[0]?.quarters[2]?.items.find(({ item: id }) => id === 'tested')
}

const submission = (county: string, given: Given): Submitted => ({ county, period: '2020-Q3', given })

/** What reviewers enter for the item under test. */
export function entriesOf(given: Given): unknown[] {
  const about = { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested' }
  return Object.entries(given).flatMap(([key, value]): unknown[] => {
    if (key === 'applies') return [{ ...about, applies: value }]
    if (key === 'entry') return [{ ...about, value }]
    return key.startsWith('entry.') ? [{ ...about, of: key.slice(6), value }] : []
  })
}
