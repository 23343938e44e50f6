/** A claim that its own numbers do not bear out, as `checks.jsonl` writes it (docs/contract.md). */
import type { Evidence } from '../../extractors/document.ts'

export interface Finding {
  readonly id: string
  readonly file: string
  readonly kind: string
  readonly severity: 'error' | 'warning'
  readonly claimed: number | string
  readonly recomputed: number | string
  readonly evidence: readonly Evidence[]
  /** Chinese, with the recomputed figure. */
  readonly message: string
}
