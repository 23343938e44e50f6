/** The results so far, and how far the batch is. */
import type { DocumentResult } from './document-result.ts'
import type { Durations } from './stages.ts'

export interface Progress {
  readonly done: number
  /** Files known so far; archives add to it as they are opened. */
  readonly found: number
  readonly cached: number
  readonly rejected: number
  /** Of those found, how many are no submissions and only compared against. */
  readonly compared: number
}

export interface Tally {
  readonly results: DocumentResult[]
  /** Milliseconds by stage. */
  readonly durations: Readonly<Record<string, number>>
  readonly addDurations: (durations: Durations) => void
  readonly add: (result: DocumentResult, fromCache?: boolean) => void
  readonly skip: () => void
  readonly cached: () => number
}

export function createTally(submitted: number, compared: number, onProgress: (progress: Progress) => void): Tally {
  const results: DocumentResult[] = []
  const counts = { done: 0, found: submitted + compared, cached: 0, rejected: 0, compared }
  const step = (): void => {
    counts.done++
    counts.found = Math.max(counts.found, counts.done)
    onProgress(counts)
  }
  const durations: Record<string, number> = {}
  return {
    results,
    durations,
    addDurations(added) {
      for (const [stage, ms] of Object.entries(added)) durations[stage] = (durations[stage] ?? 0) + ms
    },
    add(result, fromCache = false) {
      results.push(result)
      if (fromCache) counts.cached++
      if (result.document.status === 'rejected') counts.rejected++
      step()
    },
    skip: step,
    cached: () => counts.cached,
  }
}
