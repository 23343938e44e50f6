/**
 * How sure a reading is: by where the indicator was found, and less where the kind of reading is known to go wrong more often. The figures are what such
 * readings were worth on annotated texts (docs/evaluation.md).
 */
import type { Subject, ValueDraft } from './draft.ts'

const FOUND: Readonly<Record<Subject['how'], number>> = {
  beside: 0.97,
  list: 0.95,
  event: 0.97,
  'earlier-clause': 0.94,
  table: 0.94,
  inherited: 0.93,
  heading: 0.88,
  'own-words': 0.93,
  likeness: 0.85,
}

const NOTED = 0.9
/** A change or the other side of a comparison whose own words name no indicator: mostly they name the wrong thing. */
const UNTIED = 0.7
const UNTIED_TARGET = 0.94
const TABLE_CHANGE = 0.95
const WITHOUT_UNIT = 0.5

export function confidenceOf({ subject, role, quantity }: ValueDraft, notes: readonly string[]): number {
  const own = subject.how === 'own-words'
  let sure = FOUND[subject.how]
  if (own && (role === 'change' || role === 'reference')) sure *= UNTIED
  if ((own || subject.how === 'inherited') && role === 'target') sure *= UNTIED_TARGET
  if (subject.how === 'table' && role === 'change') sure *= TABLE_CHANGE
  if (quantity.unit === '' && subject.indicator === null) sure *= WITHOUT_UNIT
  if (notes.length > 0) sure *= NOTED
  return Math.round(sure * 100) / 100
}
