/** What most counties of a period write alike, by fingerprint. What a superior document says is not theirs, however many copy it. */
import type { CopyDocument } from './copy-document.ts'
import type { FingerprintIndex } from './fingerprint-index.ts'
import { copyThresholds } from './thresholds.ts'

export type SharedWords = ReadonlyMap<string, ReadonlySet<number>>

const { formulaCounties, formulaShare } = copyThresholds

export function sharedWords(documents: readonly CopyDocument[], index: FingerprintIndex): SharedWords {
  const counties = new Map<string, Set<string>>()
  for (const document of documents) {
    if (!hasVoice(document)) continue
    counties.set(document.period, (counties.get(document.period) ?? new Set()).add(document.county))
  }
  const shared = new Map<string, Set<number>>()
  index.groups(formulaCounties, (hash, bearers) => {
    const bearing = new Map<string, Set<string>>()
    for (const at of bearers) {
      const document = documents[at]
      if (document?.origin === 'superior') return
      if (document === undefined || !hasVoice(document)) continue
      bearing.set(document.period, (bearing.get(document.period) ?? new Set()).add(document.county))
    }
    for (const [period, { size }] of bearing) {
      if (size < formulaCounties || size <= formulaShare * (counties.get(period)?.size ?? 0)) continue
      shared.set(period, (shared.get(period) ?? new Set()).add(hash))
    }
  })
  return shared
}

const hasVoice = (document: CopyDocument): document is CopyDocument & { readonly county: string; readonly period: string } =>
  document.origin !== 'superior' && document.county !== null && document.period !== null
