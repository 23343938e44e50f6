/** Reads the files of the contract back. A line that is not what the contract says is answered with file, line and field. */
import type { z } from 'zod'
import { expectation } from '../../extractors/yaml-expectation.ts'
import { conforming } from './conform.ts'
import type { RunRecord } from './records.ts'
import { type ContractFileName, type ContractRecords, schemas } from './schemas.ts'

export class ContractError extends Error {
  override readonly name = 'ContractError'
}

type LinesName = Exclude<ContractFileName, 'run.json'>

/** The records of one `.jsonl`. A byte order mark and empty lines are passed over. */
export function readLines<Name extends LinesName>(name: Name, text: string): ContractRecords[Name][] {
  return text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(schemas[name], line, `${name}:${index + 1}`)]))
}

/** One record of a `.jsonl`; `place` is said in a complaint. */
export const readLine = <Name extends LinesName>(name: Name, line: string, place: string): ContractRecords[Name] =>
  parse(schemas[name], line, place)

export const readRun = (text: string): RunRecord => parse(schemas['run.json'], text, 'run.json')

function parse<Type>(schema: z.ZodType<Type>, line: string, place: string): Type {
  const value = json(line, place)
  if (conforming(schema)(value)) return value as Type
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ContractError(`${place}：${issue === undefined ? '不合约定' : complaint(issue, value)}`)
}

/** Which field, and what the contract expects of it. */
function complaint(issue: z.core.$ZodIssue, value: unknown): string {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return `字段 ${[...issue.path, issue.keys[0] ?? ''].join('.')} 不合约定：约定里没有这个字段`
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) return `缺少字段 ${path}：${expectation(issue)}`
  const pattern = issue.code === 'invalid_format' && issue.pattern !== undefined ? `，应符合 ${issue.pattern}` : ''
  return `字段 ${path || '（整行）'} 不合约定：${expectation(issue)}${pattern}`
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value)

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new ContractError(`${place}：不是有效的 JSON，每行应为一个完整的 JSON 对象`)
  }
}
