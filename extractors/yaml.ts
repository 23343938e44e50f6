/**
 * YAML with positions: what people edit is validated, and a mistake is answered with file, line, what is wrong and what is expected.
 *
 * `yaml` is the only YAML library that the project knows, and this the only file that knows it.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

export interface YamlFile {
  readonly path: string
  readonly text: string
}

/** A mistake in a file that people edit. The message is Chinese: file, line, what is wrong. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
}

/** A parsed file that can say in which line a part of it stands. */
export interface PositionedYaml<T> {
  readonly data: T
  mistake(path: readonly PropertyKey[], what: string): KnowledgeError
}

/** Parses and validates. Throws KnowledgeError. */
export function parseYaml<S extends z.ZodType>(file: YamlFile, schema: S): PositionedYaml<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true })
  const problem = document.errors[0]
  if (problem) throw new KnowledgeError(`${file.path} 第${lines.linePos(problem.pos[0]).line}行：不是正确的 YAML（${problem.message.split('\n')[0]}）`)
  const mistake = (path: readonly PropertyKey[], what: string): KnowledgeError =>
    new KnowledgeError(`${file.path} 第${lineOf(document, path, lines)}行${path.length > 0 ? ` ${path.join('.')}` : ''}：${what}`)
  const result = schema.safeParse(document.toJS())
  if (result.success) return { data: result.data, mistake }
  const issue = result.error.issues[0]
  throw mistake(issue?.path ?? [], issue?.message ?? '格式不正确')
}

/** The line of the deepest part of a path that the file holds. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length)
    const parent = length > 0 ? document.getIn(keys.slice(0, -1), true) : null
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === keys.at(-1)) : undefined
    const node = pair?.key ?? (length === 0 ? document.contents : document.getIn(keys, true))
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
