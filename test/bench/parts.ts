/** The parts of the bench by name. */
import { coldStart } from './figures/cold-start.ts'
import { copying } from './figures/copying.ts'
import { extraction } from './figures/extraction.ts'
import { judging } from './figures/judging.ts'
import { otherPrograms } from './figures/other-programs.ts'
import { readingPdf, readingWord } from './figures/reading.ts'
import { scoring } from './figures/scoring.ts'
import { wholeRun } from './figures/whole-run.ts'
import type { Bench, Measured } from './measure.ts'

export type Part = (bench: Bench) => Promise<Measured>

export const parts = {
  start: coldStart,
  docx: readingWord,
  pdf: readingPdf,
  extraction,
  judging,
  copying,
  run: wholeRun,
  scoring,
  others: otherPrograms,
} as const satisfies Readonly<Record<string, Part>>

export type PartName = keyof typeof parts

/** What a run does in its workers is measured in a thread as theirs are, untouched by what was measured before. */
export const THREADED: ReadonlySet<PartName> = new Set(['extraction', 'judging', 'copying'])
