/** The schemas of what a document states: values, achievements, facts, and the ways of working that are offered to the bulletin. */
import { z } from 'zod'
import { evidence } from './evidence-schema.ts'
import { county, id, name, period, share, span, text } from './fields.ts'

export const value = z.strictObject({
  id,
  file: name,
  county,
  period,
  indicator: name.nullable(),
  name,
  breakdown: z
    .strictObject({
      of: z.exactOptional(name),
      level: z.exactOptional(name),
      product: z.exactOptional(name),
      place: z.exactOptional(name),
      stage: z.exactOptional(name),
    })
    .nullable(),
  role: z.enum(['actual', 'target', 'reference', 'change', 'share', 'rank']),
  value: z.number(),
  upper: z.exactOptional(z.number()),
  unit: text.meta({ description: 'The classifier as written, synonyms made one; 万 and 亿 multiplied out' }),
  comparator: z.enum(['=', '>=', '<=', '>', '<', '~']),
  basis: z.enum(['yoy', 'qoq', 'previous', 'target', 'peer', 'average', 'base-year']).nullable(),
  evidence,
  subject: span.nullable(),
  confidence: share,
  notes: z.array(text),
})

export const achievement = z.strictObject({
  id,
  file: name,
  county,
  period,
  title: name,
  holder: name,
  level: z.enum(['national', 'provincial', 'prefecture', 'county', 'social', 'unknown']),
  status: z.enum(['obtained', 'pending', 'applied', 'creating', 'planned', 'revoked']),
  year: z.int().nullable(),
  evidence,
  confidence: share,
  notes: z.array(text),
})

const answer = z.enum(['yes', 'no', 'unknown'])

export const fact = z.strictObject({
  id,
  file: name,
  county,
  period,
  fact: name.meta({ description: 'Id in the lexicon' }),
  answer: answer.meta({ description: 'unknown: spoken of without settling it, or said both ways; what is not spoken of has no line' }),
  evidence,
  others: z.array(z.strictObject({ answer, evidence })).meta({ description: 'Where the same document answers otherwise' }),
  confidence: share,
  notes: z.array(text),
})

export const practice = z.strictObject({
  id,
  file: name,
  county,
  period,
  signs: z.array(name).min(1).meta({ description: 'The words for which it was chosen' }),
  saysNew: z.boolean().meta({ description: 'It says itself that it is new; else a means is named that is not every office’s' }),
  evidence,
})
