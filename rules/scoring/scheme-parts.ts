/**
 * What can be read of a scheme, part by part, so that one mistake does not hide the others. Entries keep their places: one that cannot be read is null, and
 * an item of which only the rule cannot be read is there without it.
 */
import type { z } from 'zod'
import type { Scheme } from './scheme.ts'
import { Item } from './scheme-items.ts'

export interface SchemeParts {
  readonly raw: Readonly<Record<string, unknown>>
  readonly year: number | null
  readonly counties: readonly (string | null)[]
  readonly submissions: readonly (Scheme['submissions'][number] | null)[]
  readonly targets: Readonly<Record<string, Scheme['targets'][string] | null>>
  readonly settings: Scheme['settings'] | null
  readonly quarters: readonly (Scheme['quarters'][number] | null)[]
  readonly items: readonly (ReadItem | null)[]
  readonly vetoes: readonly (Scheme['vetoes'][number] | null)[]
  readonly grades: Scheme['grades'] | null
}

export interface ReadItem extends Item {
  /** False where the rule is none: another stands in its place. */
  readonly hasRule: boolean
}

type Shape = Readonly<Record<string, z.ZodType>>

export function schemeParts(raw: unknown, shape: Shape): SchemeParts {
  const whole: Readonly<Record<string, unknown>> = isRecord(raw) ? raw : {}
  const part = <Key extends keyof Scheme>(key: Key, given: unknown): Scheme[Key] | null => {
    const result = shape[key]?.safeParse(given)
    return result?.success === true ? (result.data as Scheme[Key]) : null
  }
  const alone = <Key extends 'counties' | 'submissions' | 'quarters' | 'vetoes'>(key: Key): (Scheme[Key][number] | null)[] =>
    listIn(whole[key]).map((entry) => part(key, [entry])?.[0] ?? null)
  const targets = isRecord(whole['targets']) ? Object.entries(whole['targets']) : []
  return {
    raw: whole,
    year: part('year', whole['year']),
    counties: alone('counties'),
    submissions: alone('submissions'),
    targets: Object.fromEntries(targets.map(([id, target]) => [id, part('targets', { [id]: target })?.[id] ?? null])),
    settings: part('settings', whole['settings']),
    quarters: alone('quarters'),
    items: listIn(whole['items']).map(readItem),
    vetoes: alone('vetoes'),
    grades: part('grades', whole['grades']),
  }
}

function readItem(raw: unknown): ReadItem | null {
  const whole = Item.safeParse(raw)
  if (whole.success) return { ...whole.data, hasRule: true }
  const ruleless = Item.safeParse(isRecord(raw) ? { ...raw, rule: { form: 'constant', points: 0 } } : raw)
  return ruleless.success ? { ...ruleless.data, hasRule: false } : null
}

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
