/** The schemas of what is said of a file that came in, and of the run that read it. */
import { z } from 'zod'
import type { Format } from '../../extractors/document.ts'
import { evidence } from './evidence-schema.ts'
import { count, county, day, id, name, openWords, period, text } from './fields.ts'

const notice = z.strictObject({ code: z.templateLiteral(['W_', z.string()]), message: name })

export const documentRecord = z.strictObject({
  id,
  file: name.meta({ description: 'Path below the input folder, "/" between parts; inside an archive 包.zip!/内.docx' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: count,
  format: openWords<Format>('docx, doc, wps, pdf, xlsx, xls, txt, md, csv, html, zip, ofd, image, unknown'),
  status: z.enum(['ok', 'partial', 'rejected', 'duplicate', 'ignored']),
  duplicateOf: z.exactOptional(name),
  code: z.exactOptional(name),
  message: z.exactOptional(name),
  kind: z.enum(['analysis', 'summary', 'bulletin', 'plan', 'data', 'evidence', 'unknown']),
  title: text,
  notJudged: text.nullable().meta({ description: 'Why a document that was read has no assessment' }),
  county,
  period,
  pages: count.nullable(),
  characters: count,
  receivedAt: day.nullable(),
  numbers: z.strictObject({
    extracted: count,
    structural: count,
    unexplained: count,
    structuralByClass: z
      .record(z.string(), count)
      .meta({ description: 'What the structural numbers were taken for: date, document-number, name …' }),
  }),
  unexplained: z.array(evidence).meta({ description: 'The numbers that are neither part of a value nor structural' }),
  notices: z.array(notice),
})

const moment = z.iso.datetime({ offset: true })

export const run = z.strictObject({
  contractVersion: name,
  version: name,
  startedAt: moment,
  finishedAt: moment,
  durationMs: z.number().nonnegative(),
  input: name,
  jobs: z.int().positive(),
  lexicon: name,
  scheme: name,
  decisions: z.exactOptional(name),
  documents: z.strictObject({ ok: count, partial: count, rejected: count, duplicate: count, ignored: count }),
  counts: z.strictObject({
    values: count,
    achievements: count,
    facts: count,
    assessments: count,
    checks: count,
    copies: z.exactOptional(count),
  }),
  cached: z.exactOptional(count),
  limits: z.exactOptional(z.record(z.string(), z.number())),
  stages: z.exactOptional(z.array(z.strictObject({ name, version: z.int().positive(), ms: z.number().nonnegative() }))),
  faults: z.exactOptional(z.array(z.strictObject({ file: name, stage: name, stack: text }))),
  remarks: z.exactOptional(z.array(text)),
})
