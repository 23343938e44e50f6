/** The schemas of what is judged of a document: its analysis, the passages that stand elsewhere too, and what does not add up. */
import { z } from 'zod'
import { evidence } from './evidence-schema.ts'
import { count, county, id, name, period, share, text } from './fields.ts'

const reason = z.enum([
  'placeholder',
  'foreign',
  'quoted',
  'copied',
  'planned',
  'unreal',
  'effort',
  'macro',
  'contest',
  'limit',
  'unquantified',
  'listing',
  'lookalike',
  'boilerplate',
  'attitude',
  'slogan',
])
const sourceClass = z.enum(['superior', 'peer', 'own-past'])
const sourceOrder = z
  .enum(['earlier', 'same-date', 'unknown'])
  .meta({ description: 'Whether the source is the older of the two; the later of two is never a source' })

export const copiedPassage = z
  .strictObject({
    id,
    file: name,
    start: count,
    end: count,
    source: name,
    sourceStart: count,
    sourceEnd: count,
    length: count.meta({ description: 'Characters of the passage, without blanks and what is left out' }),
    similarity: share,
    masked: z.boolean().meta({ description: 'The two agree only with numbers, times and names masked' }),
    sourceClass,
    order: sourceOrder,
    changed: z.array(
      z.strictObject({
        start: count,
        end: count,
        sourceStart: count,
        sourceEnd: count,
        kind: z.enum(['number', 'time', 'place', 'name', 'words']),
      }),
    ),
  })
  .refine(({ start, end, sourceStart, sourceEnd }) => end > start && sourceEnd > sourceStart, '雷同段落的终点应在起点之后')

const criterion = <const Levels extends readonly [string, ...string[]]>(levels: Levels) =>
  z.strictObject({
    level: z.enum(levels),
    evidence: z.array(evidence),
    rejected: z.array(z.strictObject({ evidence, reason })),
    missing: text,
  })

export const assessment = z.strictObject({
  id,
  file: name,
  county,
  period,
  verdict: z.enum(['pass', 'review', 'weak']),
  criteria: z.strictObject({
    comparison: criterion(['adequate', 'thin', 'absent']),
    problems: criterion(['specific', 'boilerplate', 'absent']),
    causes: criterion(['present', 'absent']),
    measures: criterion(['concrete', 'slogan', 'absent']),
  }),
  narrativeShare: share,
  copying: z
    .strictObject({
      share,
      sources: z.array(z.strictObject({ file: name, share, sourceClass, order: sourceOrder })),
      compared: z.array(sourceClass).meta({ description: 'The classes of which there was a document; of the others nothing can be said' }),
      characters: count,
      leftOut: z.array(z.strictObject({ start: count, end: count, reason: z.enum(['quotation', 'name', 'title', 'formula', 'template']) })),
    })
    .nullable(),
  chains: z.array(z.strictObject({ problem: evidence, causes: z.array(evidence), measures: z.array(evidence) })),
  unprompted: z.array(evidence).meta({ description: 'Measures that answer no problem stated' }),
  slips: z.array(z.strictObject({ evidence, message: name })),
  known: z.array(
    z.strictObject({
      indicator: name,
      name,
      basis: z.enum(['yoy', 'qoq']),
      period: name,
      value: z.number(),
      unit: text,
      quote: name,
      source: name.meta({ description: 'The document of the same county that the quote stands in' }),
    }),
  ),
  locality: z.strictObject({ places: z.array(name), qualityFigures: count }),
  usefulness: z.strictObject({
    measures: count,
    owner: count,
    deadline: count,
    quantity: count,
    priority: z.boolean(),
    resources: z.boolean(),
  }),
  genres: z.strictObject({ narration: share, analysis: share, background: share }).nullable(),
  reviewSuggested: z.boolean(),
  doubt: share.meta({ description: 'The nearer to 1, the earlier a person should look' }),
  feedback: text,
})

export const finding = z.strictObject({
  id,
  file: name,
  kind: name.meta({ description: 'rate, delta, sum, range, direction, unit, restated, cross-document, period, achievement …' }),
  severity: z.enum(['error', 'warning']),
  claimed: z.union([z.number(), z.string()]),
  recomputed: z.union([z.number(), z.string()]),
  words: z.exactOptional(
    z
      .strictObject({ claimed: text, recomputed: text })
      .meta({ description: 'What the document says and what its figures say, where bare figures would not tell' }),
  ),
  evidence: z.array(evidence),
  message: name,
})
