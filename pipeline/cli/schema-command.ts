/** `zhijian schema [file]`: the JSON Schema of the result files. */
import { jsonSchemas } from '../../reports/contract/json-schemas.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import type { Streams } from './streams.ts'

export function schemaCommand(name: string | undefined, { out }: Streams): ExitCode {
  const schemas = jsonSchemas()
  const chosen = name === undefined ? schemas : (schemas[name] ?? schemas[`${name}.jsonl`])
  if (chosen === undefined) throw new UsageError(`没有结果文件“${name}”；可用的有：${Object.keys(schemas).join('、')}`)
  out(JSON.stringify(chosen, null, 2))
  return exitCodes.done
}
