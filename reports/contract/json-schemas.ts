/** The contract's schemas as JSON Schema, for programs in any language. */
import { z } from 'zod'
import { schemas } from './schemas.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** The JSON Schema of each file, by file name, as `zhijian schema` prints it. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [file, { title: file, ...z.toJSONSchema(schema) }]))
}
