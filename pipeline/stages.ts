/**
 * The stages of one document, in order: read → identify → segment → extract → check → judge → practice → trace → verify. Each is a pure function of its input and the kit.
 *
 * Raise a stage's version whenever its output can change: results kept by an earlier version are then made anew. A file that cannot be read is a
 * rejected record; a mistake of this program becomes a fault that names file and stage, and the batch goes on: where only one record is wrong, without that record.
 */
import type { Achievement } from '../extractors/achievements/achievement.ts'
import type { Document } from '../extractors/document.ts'
import type { StatedFact } from '../extractors/facts/fact.ts'
import { Rejection } from '../extractors/formats/reading.ts'
import type { Identity } from '../extractors/identity/identity.ts'
import type { ValueReading } from '../extractors/indicators/extract-values.ts'
import { structure } from '../extractors/language/structure.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import type { Finding } from '../rules/checks/finding.ts'
import { noTrace } from '../rules/copying/copy.ts'
import type { Practice } from '../rules/practices/practice.ts'
import { readRecord, rejectedRecord } from './document-record.ts'
import { type DocumentResult, formatOf, internalError, sourceOf, unread } from './document-result.ts'
import { createIds } from './ids.ts'
import type { Kit } from './kit.ts'
import type { DocumentInput } from './reading-kit.ts'
import { sound } from './set-aside.ts'
import { sketch } from './sketch.ts'

export const stages = [
  { name: 'read', version: 17 },
  { name: 'identify', version: 10 },
  { name: 'segment', version: 5 },
  { name: 'extract', version: 96 },
  { name: 'check', version: 52 },
  { name: 'judge', version: 26 },
  { name: 'practice', version: 4 },
  { name: 'trace', version: 6 },
  { name: 'verify', version: 4 },
] as const

type StageName = (typeof stages)[number]['name']

/** Milliseconds by stage. */
export type Durations = Readonly<Partial<Record<StageName, number>>>

export interface Processed {
  readonly result: DocumentResult
  readonly durations: Durations
}

export async function processDocument(kit: Kit, input: DocumentInput): Promise<Processed> {
  const durations: Partial<Record<StageName, number>> = {}
  let current: StageName = 'read'
  const stage = async <Output>(name: StageName, work: () => Output | Promise<Output>): Promise<Output> => {
    current = name
    const started = performance.now()
    try {
      return await work()
    } finally {
      durations[name] = performance.now() - started
    }
  }
  try {
    const document = await stage('read', () => kit.read(input))
    const identity = await stage('identify', () => kit.identify(document))
    const { sections, terms } = await stage('segment', () => ({
      sections: structure(document),
      terms: kit.countTerms(document.folded.text),
    }))
    const { reading, honours, facts } = await stage('extract', () => {
      const input = { document, structure: sections, identity }
      return { reading: kit.extractValues(input), honours: kit.extractAchievements(input), facts: kit.extractFacts(input) }
    })
    const findings = await stage('check', () => kit.check({ document, identity, structure: sections, values: reading.values }))
    const judged = await stage('judge', () =>
      identity.kind === 'analysis' ? kit.judge({ document, structure: sections, identity, values: reading.values, findings }) : null,
    )
    const practices = await stage('practice', () => kit.findPractices({ document, structure: sections, identity }))
    const trace = await stage('trace', () => kit.trace(document))
    const result = await stage('verify', () =>
      sound({
        ...toResult(
          input,
          document,
          identity,
          { ...reading, values: kit.named(document.text, reading.values) },
          honours,
          facts,
          practices,
          findings,
          judged,
        ),
        terms,
        trace,
      }),
    )
    return { result, durations }
  } catch (error) {
    return { result: error instanceof Rejection ? rejected(kit, input, error) : faulty(kit, input, current, error), durations }
  }
}

function toResult(
  input: DocumentInput,
  document: Document,
  identity: Identity,
  { values, numbers }: ValueReading,
  honours: readonly Omit<Achievement, 'id'>[],
  facts: readonly Omit<StatedFact, 'id'>[],
  practices: readonly Omit<Practice, 'id'>[],
  findings: readonly Omit<Finding, 'id'>[],
  judged: Omit<Assessment, 'id'> | null,
): DocumentResult {
  const idOf = createIds()
  return {
    document: readRecord(sourceOf(input), document, identity, numbers),
    values: values.map((value) => ({
      id: idOf('value', { sha256: input.sha256, county: value.county, kind: value.role, place: value.evidence }),
      ...value,
    })),
    achievements: honours.map((honour) => ({
      id: idOf('achievement', { sha256: input.sha256, county: honour.county, kind: honour.status, place: honour.evidence }),
      ...honour,
    })),
    facts: facts.map((fact) => ({
      id: idOf('fact', { sha256: input.sha256, county: fact.county, kind: fact.fact, place: fact.evidence }),
      ...fact,
    })),
    practices: practices.map((practice) => ({
      id: idOf('practice', { sha256: input.sha256, county: practice.county, kind: 'practice', place: practice.evidence }),
      ...practice,
    })),
    assessment: judged && {
      id: idOf('assessment', { sha256: input.sha256, county: identity.county, kind: 'analysis', place: null }),
      ...judged,
    },
    checks: findings.map((finding) => ({
      id: idOf('check', { sha256: input.sha256, county: identity.county, kind: finding.kind, place: finding.evidence[0] ?? null }),
      ...finding,
    })),
    text: {
      file: input.file,
      text: document.text,
      blocks: document.blocks,
      structural: numbers.structural,
      unexplained: numbers.unexplained,
    },
    terms: [],
    sketch: sketch(document.folded.text),
    trace: noTrace,
    fault: null,
  }
}

const rejected = (kit: Kit, input: DocumentInput, { code, message }: Rejection): DocumentResult =>
  unread(rejectedRecord(sourceOf(input), formatOf(input), { code, message }, kit.identify))

function faulty(kit: Kit, input: DocumentInput, stage: StageName, error: unknown): DocumentResult {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const refusal = internalError(stage)
  return {
    ...unread(rejectedRecord(sourceOf(input), formatOf(input), refusal, kit.identify)),
    fault: { file: input.file, stage, stack },
  }
}
