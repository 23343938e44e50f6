/** A claim that its own numbers do not bear out, as `checks.jsonl` writes it (docs/contract.md). */
import type { Evidence } from '../../extractors/document.ts'

/** What the document says and what its figures say, where bare figures would not tell: 由98.4%上升到97.9%, 由98.4%下降到97.9%. */
export interface FindingWords {
  readonly claimed: string
  readonly recomputed: string
}

export interface Finding {
  readonly id: string
  readonly file: string
  readonly kind: string
  readonly severity: 'error' | 'warning'
  readonly claimed: number | string
  readonly recomputed: number | string
  readonly words?: FindingWords
  readonly evidence: readonly Evidence[]
  /** Chinese, with the recomputed figure. */
  readonly message: string
}
