/**
 * YAML with positions: what people edit is validated, and a mistake is answered with file, line, what is wrong and what is expected.
 *
 * `yaml` is the only YAML library that the project knows, and this the only file that knows it.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, stringify } from 'yaml'
import type { z } from 'zod'
import { expectation, unrecognized } from './yaml-expectation.ts'
import { explainProblem } from './yaml-problems.ts'

export interface YamlFile {
  readonly path: string
  readonly text: string
}

/** A mistake in a file that people edit. The message is Chinese: file, line, what is wrong. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
  /** The same without file and line. */
  readonly what: string

  constructor(message: string, what: string = message) {
    super(message)
    this.what = what
  }
}

/** A parsed file that can say in which line a part of it stands. */
export interface PositionedYaml<T> {
  readonly data: T
  /** The line, from 1, of the deepest part of a path that the file holds. */
  lineOf(path: readonly PropertyKey[]): number
  mistake(path: readonly PropertyKey[], what: string): KnowledgeError
}

/** Parses and validates. Throws KnowledgeError. */
export function parseYaml<S extends z.ZodType>(file: YamlFile, schema: S): PositionedYaml<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const { line, what } = explainProblem(file.text, problem.code, lines.linePos(problem.pos[0]).line)
    throw new KnowledgeError(`${file.path} 第${line}行：${what}`, what)
  }
  const raw = plain(document)
  const place = (path: readonly PropertyKey[]): number => lineOf(document, path, lines)
  const mistake = (path: readonly PropertyKey[], what: string): KnowledgeError =>
    new KnowledgeError(`${file.path} 第${place(path)}行${path.length > 0 ? ` ${inWords(path, raw)}` : ''}：${what}`, what)
  if (raw === undefined) throw mistake([], '引用（*）太多或不成立；名称里有星号时，请用英文双引号括起来')
  const result = schema.safeParse(raw)
  if (result.success) return { data: result.data, lineOf: place, mistake }
  const { issues } = result.error
  // A misspelt key is the cause of the one that is missing.
  throw mistake(...explain(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0], schema, raw))
}

const NAMING_KEYS = ['id', 'name', 'term', 'unit']

/** A place as the file's reader knows it: an entry by its id or name, other numbers counted from one. */
function inWords(path: readonly PropertyKey[], raw: unknown): string {
  const parts = path.map((key, at) => {
    if (typeof key !== 'number') return String(key)
    const entry = valueAt(raw, path.slice(0, at + 1))
    const named = at === 0 ? NAMING_KEYS.map((naming) => valueAt(entry, [naming])).find((name) => typeof name === 'string') : undefined
    return String(named ?? `第${key + 1}项`)
  })
  return parts.join(' 的 ')
}

/** The file's data; undefined where its aliases do not resolve or multiply without bound. */
function plain(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

/** What is wrong and what is expected, in Chinese, and where. Messages that the schema gives itself are kept. */
function explain(issue: z.core.$ZodIssue | undefined, schema: z.ZodType, raw: unknown): [path: PropertyKey[], what: string] {
  if (!issue) return [[], '格式不正确']
  if (issue.code === 'unrecognized_keys') return [[...issue.path, issue.keys[0] ?? ''], unrecognized(issue, schema)]
  const expected = expectation(issue)
  const missing = valueAt(raw, issue.path) === undefined && issue.path.length > 0
  return [issue.path, missing ? `缺少“${String(issue.path.at(-1))}”，${expected}` : expected]
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let at = raw
  for (const key of path) at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined
  return at
}

/** The line of the deepest part of a path that the file holds. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length)
    const parent = length > 0 ? document.getIn(keys.slice(0, -1), true) : null
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === keys.at(-1))
      : undefined
    const node = pair?.key ?? (length === 0 ? document.contents : document.getIn(keys, true))
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** Data as YAML that a person can read on; long lines are left whole. */
export const writeYaml = (data: unknown): string => stringify(data, { lineWidth: 0 })
