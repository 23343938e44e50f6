/** `gold.json`: what a folder's documents hold, as people read them (docs/contract.md, Gold). */
import { z } from 'zod'

const text = z.string()
const figure = z.union([z.number(), z.string()])

const value = z.object({
  file: text,
  indicator: text.nullable(),
  name: text,
  role: text,
  value: z.number(),
  upper: z.number().optional(),
  unit: text,
  comparator: text,
  basis: text.nullish(),
  period: text.nullish(),
  county: text.nullish(),
  quote: text.min(1),
})

const achievement = z.object({
  file: text,
  title: text.min(1),
  titleAlso: z.array(text).default([]),
  holder: text,
  holderAlso: z.array(text).default([]),
  /** null where nothing tells it. */
  level: text.nullable().transform((level) => level ?? 'unknown'),
  status: text,
  quote: text,
})

const fact = z.object({
  file: text,
  fact: text,
  answer: text,
  county: text.nullish(),
  period: text.nullish(),
  quote: text.min(1),
})

const criteria = z.object({ comparison: text, problems: text, causes: text, measures: text })
const assessment = z.object({ file: text, verdict: text, criteria })
const check = z.object({ file: text, kind: text, claimed: figure, recomputed: figure, quote: text })

const structural = z.object({ file: text, quote: text.min(1), number: text.min(1) })
/** A passage found in another document: its words, and whether numbers, names or single words were changed in it. */
const passage = z.union([text.min(1), z.object({ quote: text.min(1), masked: z.boolean().default(false) })])
const copy = z.object({ file: text, share: z.number().min(0).max(1), passages: z.array(passage).default([]) })

const gold = z.object({
  annotatedFiles: z.array(text).optional(),
  values: z.array(value).default([]),
  achievements: z.array(achievement).default([]),
  /** Facts are only scored where the gold has any list of them, an empty one too. */
  facts: z.array(fact).optional(),
  assessments: z.array(assessment).default([]),
  checks: z.array(check).default([]),
  structural: z.array(structural).default([]),
  /** The documents were written each by itself: what one says against another is no slip. */
  unrelatedDocuments: z.boolean().default(false),

  copies: z.array(copy).default([]),
})

export type Gold = z.infer<typeof gold>
export type GoldValue = Gold['values'][number]
export type GoldAchievement = Gold['achievements'][number]
export type GoldFact = NonNullable<Gold['facts']>[number]

export type GoldCopy = Gold['copies'][number]

/** The gold, or the floors, are not what they should be; the message is for the user. */
export class GoldError extends Error {
  override readonly name = 'GoldError'
}

export function parseGold(json: string, file: string): Gold {
  const parsed = gold.safeParse(parseJson(json, file))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new GoldError(`${file}：${issue?.path.join('.') ?? ''} 不合约定：${issue?.message ?? ''}`)
}

/** The least that each figure must reach, by the figure's name: {"values.recall": 0.9}. */
export function parseFloors(json: string, file: string): Readonly<Record<string, number>> {
  const parsed = z.record(z.string(), z.number().min(0).max(1)).safeParse(parseJson(json, file))
  if (!parsed.success) throw new GoldError(`${file}：应写成 {"values.recall": 0.9, …}，数值在 0 到 1 之间`)
  return parsed.data
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new GoldError(`${file}：不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`)
  }
}
