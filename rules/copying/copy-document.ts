/** A document as the search for copied text takes it. */
import type { CopyText } from './body.ts'
import type { CopyTrace } from './copy.ts'
import type { Dated } from './order.ts'

export interface CopyDocument extends CopyText, Omit<Dated, 'dated'> {
  readonly trace: CopyTrace
  /** False for what is only compared against, and for data sheets. */
  readonly examined: boolean
  /** A summary of the year may repeat what the county wrote before; an analysis may not. */
  readonly againstOwnPast: boolean
  /** The office's own template: what it says is nobody's. */
  readonly template: boolean
}
