/** Which values a person should look at first: read with little confidence, or with a note. */
import type { Value } from '../extractors/indicators/value.ts'
import type { ReportScheme } from './context.ts'

export const isDoubtful = (
  { confidence, notes }: Pick<Value, 'confidence' | 'notes'>,
  { reviewBelow }: Pick<ReportScheme, 'reviewBelow'>,
): boolean => confidence < reviewBelow || notes.length > 0
