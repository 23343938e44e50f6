/** Reads the files of the contract back. A line that is not what the contract says is answered with file, line and field. */
import type { z } from 'zod'
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
  const issue = parsed.error.issues[0]
  throw new ContractError(`${place}：字段 ${issue?.path.join('.') || '（整行）'} 不合约定：${issue?.message ?? ''}`)
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new ContractError(`${place}：不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`)
  }
}
