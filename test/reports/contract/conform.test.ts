import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conforming } from '../../../reports/contract/conform.ts'
import { type ContractFileName, schemas } from '../../../reports/contract/schemas.ts'
import { contractFiles } from '../../../reports/contract/write.ts'
import { result } from '../../support/run-result.ts'

type Fields = Record<string, unknown>

/** Whatever zod makes of a value; undefined where it refuses it. */
function parsed(schema: z.ZodType, value: unknown): string | undefined {
  const { success, data } = schema.safeParse(value)
  return success ? JSON.stringify(data) : undefined
}

/** The record with one thing about one of its fields, or of the records within, made wrong or merely unusual. */
function* spoilt(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.slice(0, 2).entries()) for (const other of spoilt(one)) yield value.with(index, other)
    yield [...value, null]
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Fields
    yield { ...fields, another: 1 }
    yield Object.fromEntries(Object.entries(fields).reverse())
    for (const key of Object.keys(fields)) {
      yield Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
      for (const other of spoilt(fields[key])) yield { ...fields, [key]: other }
    }
  }
  yield* [undefined, null, '', '一', -1, 0.5, 1e300, Number.NaN, true, [], {}]
}

describe('what conforms to its schema', () => {
  const files = contractFiles(result).filter(({ text }) => text !== '')
  it.each(files.map(({ name, text }) => [name, text] as const))('is every record that is written: %s', (name, text) => {
    for (const line of text.trimEnd().split('\n')) expect(conforming(schemas[name])(JSON.parse(line)), line).toBe(true)
  })

  it.each(files.map(({ name, text }) => [name, text] as const))('zod takes as it is: %s', (name: ContractFileName, text) => {
    const schema = schemas[name]
    let refused = 0
    for (const line of text.split('\n').slice(0, 3).filter(Boolean))
      for (const record of spoilt(JSON.parse(line)))
        if (conforming(schema)(record)) expect(parsed(schema, record)).toBe(JSON.stringify(record))
        else refused++
    expect(refused).toBeGreaterThan(0)
  })

  it('is nothing whose schema changes what it is given, or asks what only zod knows', () => {
    for (const schema of [
      z.string().trim(),
      z.string().default('一'),
      z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]),
      z.number().multipleOf(2),
      z.array(z.string()).max(1),
    ])
      for (const value of ['一', { a: '一' }, { b: '一' }, 2, []]) expect(conforming(schema)(value), JSON.stringify(value)).toBe(false)
  })
})
