/**
 * Entries of several kinds, told apart by the word under one key (`form: linear`) or by which key they bear (`indicator: …`): each is checked against
 * the schema of its own kind, so that a mistake is answered with what that kind expects.
 */
import { z } from 'zod'
import { unknown } from '../../extractors/suggest.ts'
import { explainIssues } from '../../extractors/yaml-expectation.ts'

type Kinds = Readonly<Record<string, z.ZodType>>
type Context = { readonly issues: z.core.$ZodRawIssue[]; readonly value: unknown }

/** Kinds told apart by the word under `key`. `kinds` is asked for late, so that a kind may hold others. */
export function variant<Type>(key: string, what: string, kinds: () => Kinds): z.ZodType<Type> {
  return z.unknown().transform((raw, context): Type => {
    const known = kinds()
    const word = isRecord(raw) ? raw[key] : undefined
    const schema = typeof word === 'string' ? known[word] : undefined
    if (schema !== undefined) return checked<Type>(schema, raw, context)
    const names = Object.keys(known)
    const wrong =
      typeof word === 'string'
        ? `${unknown(word, names)}（${what}有：${names.join('、')}）`
        : `应写明 ${key}，${what}有：${names.join('、')}`
    context.issues.push({ code: 'custom', input: raw, path: isRecord(raw) && key in raw ? [key] : [], message: wrong })
    return z.NEVER
  })
}

/** Kinds told apart by the key that they bear. */
export function keyed<Type>(what: string, kinds: () => Kinds): z.ZodType<Type> {
  return z.unknown().transform((raw, context): Type => {
    const known = kinds()
    const key = Object.keys(known).find((each) => isRecord(raw) && each in raw)
    const schema = key === undefined ? undefined : known[key]
    if (schema !== undefined) return checked<Type>(schema, raw, context)
    const given = isRecord(raw) ? Object.keys(raw)[0] : undefined
    const names = Object.keys(known)
    const message = `${given === undefined ? '' : `${unknown(given, names)}；`}${what}应写明其中之一：${names.join('、')}`
    context.issues.push({ code: 'custom', input: raw, path: given === undefined ? [] : [given], message })
    return z.NEVER
  })
}

function checked<Type>(schema: z.ZodType, raw: unknown, context: Context): Type {
  const result = schema.safeParse(raw)
  if (result.success) return result.data as Type
  for (const { path, what } of explainIssues(result.error.issues, schema, raw))
    context.issues.push({ code: 'custom', input: raw, path: [...path], message: what })
  return z.NEVER
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
