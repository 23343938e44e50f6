/**
 * YAML with positions: what people edit is validated, and a mistake is answered with file, line, what is wrong and what is expected.
 *
 * `yaml` is the only YAML library that the project knows, and this the only file that knows it.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, stringify } from 'yaml'
import type { z } from 'zod'
import { explainIssues } from './yaml-expectation.ts'
import { type Mistake, pathWords } from './yaml-path.ts'
import { explainProblem } from './yaml-problems.ts'

export interface YamlFile {
  readonly path: string
  readonly text: string
}

/** A mistake in a file that people edit, or several of them, a line each. The message is Chinese: file, line, what is wrong. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
  /** The same without file and line. */
  readonly what: string

  constructor(message: string, what: string = message) {
    super(message)
    this.what = what
  }
}

/** A file's data that can say in which line a part of it stands. */
export interface OpenedYaml {
  readonly raw: unknown
  /** The line, from 1, of the deepest part of a path that the file holds. */
  lineOf(path: readonly PropertyKey[]): number
  mistake(path: readonly PropertyKey[], what: string): KnowledgeError
  /** All of them, in the order of the file. */
  mistakes(all: readonly Mistake[]): KnowledgeError
}

/** A parsed file that fits its schema. */
export interface PositionedYaml<T> extends Omit<OpenedYaml, 'raw'> {
  readonly data: T
}

/** Parses and validates. Throws KnowledgeError, with all that does not fit the schema. */
export function parseYaml<S extends z.ZodType>(file: YamlFile, schema: S): PositionedYaml<z.output<S>> {
  const { raw, lineOf: place, mistake, mistakes } = openYaml(file)
  const result = schema.safeParse(raw)
  if (result.success) return { data: result.data, lineOf: place, mistake, mistakes }
  throw mistakes(explainIssues(result.error.issues, schema, raw))
}

/** Parses without a schema. Throws KnowledgeError where the text is no YAML. */
export function openYaml(file: YamlFile): OpenedYaml {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) {
    const { line, what } = explainProblem(file.text, problem.code, lines.linePos(problem.pos[0]).line)
    throw new KnowledgeError(`${file.path} 第${line}行：${what}`, what)
  }
  const raw = plain(document)
  const place = (path: readonly PropertyKey[]): number => lineOf(document, path, lines)
  const told = (path: readonly PropertyKey[], what: string): string =>
    `${file.path} 第${place(path)}行${path.length > 0 ? ` ${pathWords(path, raw)}` : ''}：${what}`
  const mistake = (path: readonly PropertyKey[], what: string): KnowledgeError => new KnowledgeError(told(path, what), what)
  if (raw === undefined) throw mistake([], '引用（*）太多或不成立；名称里有星号时，请用英文双引号括起来')
  const mistakes = (all: readonly Mistake[]): KnowledgeError => {
    const inOrder = [...all].sort((a, b) => place(a.path) - place(b.path))
    const distinct = new Map(inOrder.map(({ path, what }) => [told(path, what), what]))
    return new KnowledgeError([...distinct.keys()].join('\n'), [...new Set(distinct.values())].join('；'))
  }
  return { raw, lineOf: place, mistake, mistakes }
}

/** The file's data; undefined where its aliases do not resolve or multiply without bound. */
function plain(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
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
