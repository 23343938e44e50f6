/** What an item rests on, gathered while its rule is evaluated: the records used with their places, those not taken and why, and what stays in doubt. */
import type { Evidence } from '../../extractors/document.ts'

export type UsedRecord = 'value' | 'fact' | 'achievement' | 'assessment' | 'document' | 'check'

/** A record that points rest on, with its place in the document. */
export interface Use {
  readonly record: UsedRecord
  readonly id: string
  readonly file: string
  /** The reading in words: 97.5%（2020-Q3，正文）. */
  readonly words: string
  readonly evidence?: Evidence
  /** The decision that corrected the record, and what the machine had read. */
  readonly decision?: number
  readonly was?: string
}

/** A record that could have served and was not taken. */
export interface Passed extends Use {
  readonly why: string
}

/** Who has to say what is not known: a county by its id, null for the office. */
export interface Owing {
  readonly by: string | null
  readonly what: string
  /** True where more counties owe the same than are named. */
  readonly more?: true
}

export interface Trace {
  uses: readonly Use[]
  passed: readonly Passed[]
  /** Readings that were taken and are to be looked at: the points are then open. */
  doubts: readonly string[]
  /** Numbers of the decisions that took part. */
  decisions: readonly number[]
  owing: readonly Owing[]
  /** What the documents state that does not fit what a person entered. */
  misfits: readonly Misfit[]
  /** `owing` with counties by their names, once it was asked for. */
  owed: readonly (Omit<Owing, 'by'> & { readonly by: string | null })[] | null
}

/** `decision`: its number. */
export interface Misfit {
  readonly decision: number
  readonly words: string
}

export const newTrace = (): Trace => ({
  uses: NOTHING,
  passed: NOTHING,
  doubts: NOTHING,
  decisions: NOTHING,
  owing: NOTHING,
  misfits: NOTHING,
  owed: null,
})

const NOTHING: readonly never[] = []

/** What was read besides; what is known already is not told twice. */
export function note(trace: Trace, uses: readonly Use[], passed: readonly Passed[] = NOTHING, doubts: readonly string[] = NOTHING): void {
  trace.uses = joined(trace.uses, uses)
  trace.passed = joined(trace.passed, passed)
  if (doubts.length > 0) trace.doubts = [...trace.doubts, ...doubts]
}

export function noteDecision(trace: Trace, number: number): void {
  if (!trace.decisions.includes(number)) trace.decisions = [...trace.decisions, number]
}

export function noteMisfit(trace: Trace, misfit: Misfit): void {
  if (!trace.misfits.some(({ decision, words }) => decision === misfit.decision && words === misfit.words))
    trace.misfits = [...trace.misfits, misfit]
}

/** As with what was read, nothing is told twice. */
export function noteOwing(trace: Trace, owing: Owing): void {
  if (!trace.owing.some(({ by, what }) => by === owing.by && what === owing.what)) trace.owing = [...trace.owing, owing]
}

/** What several counties have to say of one thing. */
export function noteAwaited(trace: Trace, counties: readonly string[], what: string, more: boolean): void {
  const known = trace.owing
  const fresh = counties.filter((county) => !known.some((each) => each.by === county && each.what === what))
  const owing = fresh.map((by): Owing => (more ? { by, what, more } : { by, what }))
  trace.owing = known.length === 0 ? owing : [...known, ...owing]
}

/** Almost every item reads one thing once: its own list then serves. */
function joined<Of extends Use>(known: readonly Of[], read: readonly Of[]): readonly Of[] {
  if (read.length === 0) return known
  if (known.length === 0 && read.length === 1) return read
  const all = [...known]
  for (const each of read) if (!all.some(({ id, words }) => each.id === id && each.words === words)) all.push(each)
  return all
}
