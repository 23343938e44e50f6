/** What a schema expected where something else was written, in Chinese. Messages that a schema gives itself, in Chinese, are kept. */
import { z } from 'zod'
import { nearest, unknown } from './suggest.ts'
import { type Mistake, valueAt } from './yaml-path.ts'

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表，每项前加“- ”',
  object: '若干“键: 值”',
  record: '若干“键: 值”',
}

/** Each issue of a schema with its place. A misspelt key is the cause of the one that is missing and of what its entry lacks, which is then not told. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, raw: unknown): Mistake[] {
  const meant = new Set<string>()
  const misspelt = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unrecognized(issue, schema, meant) : []))
  const spoiled = new Set(misspelt.map(({ path }) => keyOf(path.slice(0, -1))))
  const others = issues.filter(({ code, path }) => code !== 'unrecognized_keys' && !(code === 'custom' && spoiled.has(keyOf(path))))
  const told = others.map((issue) => explained(issue, raw))
  return [...misspelt, ...told.filter(({ path, what }) => !(what.startsWith(MISSING) && meant.has(keyOf(path))))]
}

const MISSING = '缺少'
const keyOf = (path: readonly PropertyKey[]): string => path.map(String).join('\u0000')

function explained(issue: z.core.$ZodIssue, raw: unknown): Mistake {
  const expected = expectation(issue)
  const isMissing = !isTold(issue) && issue.path.length > 0 && valueAt(raw, issue.path) === undefined
  return { path: [...issue.path], what: isMissing ? `${MISSING}“${String(issue.path.at(-1))}”，${expected}` : expected }
}

/** A message that a schema made itself, about a place of its own choice. */
const isTold = (issue: z.core.$ZodIssue): boolean => issue.code === 'custom' && isOwnMessage(issue)

const isOwnMessage = ({ message }: z.core.$ZodIssue): boolean => /\p{Script=Han}/u.test(message)

export function expectation(issue: z.core.$ZodIssue): string {
  if (isOwnMessage(issue)) return issue.message
  if (issue.code === 'invalid_type') return `应为${TYPES[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `应为 ${issue.values.map(String).join('、')} 之一`
  if (issue.code === 'too_small') return bound(issue.origin, issue.inclusive === false ? '大于' : '不小于', String(issue.minimum))
  if (issue.code === 'too_big') return bound(issue.origin, issue.inclusive === false ? '小于' : '不大于', String(issue.maximum))
  return '写法不正确'
}

const bound = (origin: string, words: string, limit: string): string =>
  origin === 'string' || origin === 'array' ? '不能为空' : `应为${words} ${limit} 的数`

/** Keys that the schema does not know, beside those that it does; `meant` takes the keys that they were to be. */
function unrecognized({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType, meant: Set<string>): Mistake[] {
  const known = keysAt(schema, path)
  return keys.map((key) => {
    const near = nearest(key, known)
    if (near !== null) meant.add(keyOf([...path, near]))
    return { path: [...path, key], what: `${unknown(key, known)}（可以写：${known.join('、')}）` }
  })
}

/** The keys that an object of the schema may hold. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const key of path) {
    at = bare(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodRecord) at = at.valueType
    else if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, unknown>)[key]
  }
  return keysOf(at)
}

function keysOf(schema: unknown): string[] {
  const at = bare(schema)
  if (at instanceof z.ZodUnion) return at.options.flatMap(keysOf)
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum) return at.keyType.options.map(String)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

const WRAPPERS = [z.ZodDefault, z.ZodPrefault, z.ZodNullable, z.ZodOptional, z.ZodExactOptional]

function bare(schema: unknown): unknown {
  let at = schema
  while (WRAPPERS.some((wrapper) => at instanceof wrapper)) at = (at as z.ZodOptional).unwrap()
  return at
}
