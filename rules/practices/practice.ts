/** What a document tells as a new way of doing something, as `practices.jsonl` writes it (docs/contract.md): offered to the writer, never scored. */
import type { Evidence } from '../../extractors/document.ts'

export interface Practice {
  readonly id: string
  readonly file: string
  readonly county: string | null
  readonly period: string | null
  /** The words for which it was chosen, in order: 创新推行; 推行…二维码. */
  readonly signs: readonly string[]
  /** It says itself that it is new (率先, 试点); else a means is named that is not every office's. */
  readonly saysNew: boolean
  readonly evidence: Evidence
}
