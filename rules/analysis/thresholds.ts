/** The figures of the judgement, from the scheme. The verdict's own (copied share) are the contract's. */
import type { Scheme } from '../scoring/scheme.ts'

export type Thresholds = Scheme['analysis']
