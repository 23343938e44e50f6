/** `bulletin.jsonl`: what each sentence of the draft bulletin rests on, and what is left to its writer, in the order of the paper. */
import { z } from 'zod'
import type { Evidence } from '../../extractors/document.ts'
import { evidence } from './evidence-schema.ts'

interface BulletinSource {
  readonly county: string | null
  readonly record: 'value' | 'fact' | 'achievement' | 'practice' | 'assessment' | 'document' | 'check' | 'score' | 'decision' | 'scheme'
  readonly id: string
  readonly file: string
  readonly words: string
  readonly evidence?: Evidence
}

export interface BulletinRecord {
  readonly kind: 'statement' | 'gap'
  readonly id: string
  readonly number: number
  readonly section: string
  readonly text: string
  readonly sources: readonly BulletinSource[]
  readonly notes: readonly string[]
}

const text = z.string()
const name = z.string().min(1)

export const bulletinRecord: z.ZodType<BulletinRecord> = z.strictObject({
  kind: z.enum(['statement', 'gap']).meta({ description: 'gap: left for the writer to fill in, to confirm or to choose' }),
  id: name.meta({ description: 'What it is about: targets.<indicator>, work.<fact>, honours.<county>.<n>, problems.…' }),
  number: z.int().positive().meta({ description: 'As the comment in the margin numbers it' }),
  section: text.meta({ description: 'The headings above it' }),
  text: name.meta({ description: 'As the draft has it' }),
  sources: z.array(
    z.strictObject({
      county: name.nullable(),
      record: z.enum(['value', 'fact', 'achievement', 'practice', 'assessment', 'document', 'check', 'score', 'decision', 'scheme']),
      id: name.meta({ description: 'The record’s id in its own file; of a decision its number' }),
      file: name.meta({ description: 'The document; of scores and the scheme the file of the contract' }),
      words: text,
      evidence: z.exactOptional(evidence),
    }),
  ),
  notes: z.array(text).meta({ description: 'What the writer should know beside: who states too little, how grades are ordered' }),
})
