/** The schema of `scores.jsonl`: its first line is the scheme, every other one county (docs/scoring.md). */
import { z } from 'zod'
import type { ScoreRecord } from '../../rules/scoring/score.ts'

const text = z.string()
const name = z.string().min(1)
const count = z.int().nonnegative()
const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/u)
  .meta({ description: 'An exact decimal, as text' })
const numbers = z.array(z.int().positive()).meta({ description: 'Numbers of decisions, in the first line’s list' })

const figure = {
  low: decimal.meta({ description: 'Lowest possible' }),
  high: decimal.meta({ description: 'Highest possible' }),
  provisional: decimal.meta({ description: 'With open items as the scheme’s setting has them' }),
  shown: decimal.meta({ description: 'The provisional figure rounded: the only rounding' }),
}
const Figure = z.strictObject(figure)

const reckoning = z.exactOptional(
  z
    .strictObject({
      base: Figure,
      gained: Figure.meta({ description: 'What the bonus items earned' }),
      most: z.number().nullable().meta({ description: 'The most that the scheme counts of it' }),
      counted: Figure.meta({ description: 'What counts of it' }),
      deducted: Figure.meta({ description: 'What penalties take, nought or less' }),
      whole: Figure.meta({ description: 'All of it, before the cap' }),
      cap: z.number().nullable(),
    })
    .meta({ description: 'How bonus points and penalties make the score' }),
)

const evidence = z.strictObject({
  quote: text,
  start: count,
  end: count,
  block: z.int().min(-1),
  page: z.exactOptional(z.int().positive()),
  cell: z.exactOptional(name),
})

const use = {
  record: z.enum(['value', 'fact', 'achievement', 'assessment', 'document', 'check']),
  id: name.meta({ description: 'The record’s id in its own file' }),
  file: name,
  words: text,
  evidence: z.exactOptional(evidence),
  decision: z.exactOptional(z.int().positive()),
  was: z.exactOptional(text.meta({ description: 'What the machine had read before the decision' })),
}
const Use = z.strictObject(use)

const owes = z.exactOptional(
  z
    .array(z.strictObject({ by: z.nullable(name), what: name, more: z.exactOptional(z.literal(true)) }))
    .meta({ description: 'Who has to say what is not known: a county, this one or another; null for the office' }),
)

const item = z.strictObject({
  item: name,
  name,
  points: z.number().positive(),
  state: z.enum(['settled', 'open', 'decided', 'not-applicable']),
  ...figure,
  why: z.array(text),
  open: z.exactOptional(z.array(text).meta({ description: 'Why it is 待核, and where it was looked for' })),
  owes,
  uses: z.exactOptional(z.array(Use)),
  passed: z.exactOptional(z.array(z.strictObject({ ...use, why: text })).meta({ description: 'Values not taken, and why' })),
  decisions: z.exactOptional(numbers),
  found: z.exactOptional(
    z.strictObject({ low: decimal, high: decimal }).meta({ description: 'The machine’s points, where a person decided them' }),
  ),
  effect: z.exactOptional(decimal.meta({ description: 'Points of the year that its outcomes can move, the caps counted in' })),
  advice: z.exactOptional(text),
  period: z.exactOptional(
    name.meta({ description: 'Of an item of `yearly`: the quarter that it reads, where it is not of the whole year' }),
  ),
})

const truth = z.enum(['yes', 'no', 'unknown'])
const turns = z.enum(['alone', 'together', 'never'])
const place = z.strictObject({ period: name, item: name })
const review = {
  period: name,
  item: name,
  name,
  effect: decimal,
  decides: z.boolean(),
  turns,
  open: z.array(text),
  owes,
}

const county = z.strictObject({
  record: z.literal('county'),
  id: name,
  county: name,
  score: Figure,
  reckoning,
  quartersScored: count,
  quartersAsked: count,
  provisional: z.boolean(),
  place: z.strictObject({
    place: z.int().positive().nullable(),
    best: z.int().positive(),
    worst: z.int().positive(),
    sharing: z.int().positive(),
  }),
  grade: text.nullable(),
  grades: z.array(text),
  gradeWords: text,
  gradeDecision: z.exactOptional(z.int().positive()),
  effects: z.array(text),
  quarters: z.array(
    z.strictObject({
      ...figure,
      period: name,
      weight: z.number().positive(),
      state: z.enum(['scored', 'missing', 'decided']),
      weighted: Figure,
      running: Figure,
      decision: z.exactOptional(z.int().positive()),
      asked: z.number().nonnegative().meta({ description: 'Points of the scored items that count' }),
      settled: z.number().nonnegative().meta({ description: 'Of these, the points of the items that are settled' }),
      reckoning,
      items: z.array(item),
    }),
  ),
  yearly: z.array(item),
  vetoes: z.array(
    z.strictObject({
      veto: name,
      name,
      answer: truth,
      words: text,
      turns: z.exactOptional(turns.meta({ description: 'Of a veto of which nobody knows: whether it can change the grade' })),
      uses: z.exactOptional(z.array(Use)),
      decision: z.exactOptional(z.int().positive()),
    }),
  ),
  gates: z.array(z.strictObject({ grade: name, text: name, met: truth, items: z.array(text) })),
  stability: z.strictObject({
    stable: z.boolean(),
    words: text,
    deciding: z.array(place),
    missing: z.array(name).meta({ description: 'The missing quarters that leave the grade open' }),
  }),
  misfits: z.exactOptional(
    z
      .array(z.strictObject({ decision: z.int().positive(), period: text, what: name, words: name }))
      .meta({ description: 'What a document states beside a number that a person changed, and that number no longer fits' }),
  ),
  review: z.array(z.strictObject(review)),
  warnings: z.array(text),
})

const scheme = z.strictObject({
  record: z.literal('scheme'),
  id: name,
  scheme: name,
  year: z.int(),
  office: name,
  notes: z.array(text),
  settings: z.array(text),
  quarters: z.array(z.strictObject({ period: name, name, weight: z.number() })),
  bands: z.array(z.strictObject({ grade: text, from: z.exactOptional(z.number()), first: z.exactOptional(z.int()) })),
  items: z.array(
    z.strictObject({
      item: name,
      name,
      part: name,
      standard: name,
      kind: z.enum(['scored', 'bonus', 'penalty']),
      points: z.record(z.string(), z.number()),
      byDefault: z.boolean(),
      source: z.exactOptional(text),
      rule: z.unknown(),
      expected: z.exactOptional(text.meta({ description: 'What a person may enter, where the rule reads one thing' })),
      parts: z.exactOptional(z.array(z.strictObject({ of: name, name, expected: text }))),
    }),
  ),
  papers: z.exactOptional(z.record(z.string(), z.unknown())),
  decisions: z.array(
    z.strictObject({
      number: z.int().positive(),
      about: name,
      words: text,
      reason: text,
      by: text,
      on: text,
      lost: z.exactOptional(text),
      misfit: z.exactOptional(text),
    }),
  ),
  unequal: z.array(
    z.strictObject({
      period: name,
      item: name,
      on: z.enum(['value', 'passage']),
      read: text,
      counties: z.array(z.strictObject({ county: name, low: decimal, high: decimal, reason: text })),
    }),
  ),
  review: z.array(z.strictObject({ county: name, ...review })),
})

export const scoreRecord: z.ZodType<ScoreRecord> = z.discriminatedUnion('record', [scheme, county])
