/** What the sentence has said so far, as far as a quantity that leans on it needs it. */
import type { FoldedSpan } from '../document.ts'
import type { Period } from '../quantities/period.ts'
import type { ValueDraft } from './draft.ts'
import type { Basis } from './value.ts'

/** What a change that follows leans on: the level just set against, and when the last level reached is of. */
export interface Said {
  readonly against: { readonly basis: Basis; readonly clause: FoldedSpan } | null
  /** 由61.5%提高到68.2%，增长6.7%: the way just gone, which a change without a baseline of its own measures. */
  readonly way: Basis | null
  /** Whether the last level is asked for. */
  readonly target: boolean
  readonly level: { readonly unit: string; readonly value: number } | null
  /** Whose the last level is, in a document of no county. */
  readonly regions: readonly (string | null)[]
  readonly period: Period | null
}

export function saidBy(made: readonly ValueDraft[], said: Said, clause: FoldedSpan): Said {
  const level = made.at(-1)
  if (level?.role === 'reference' && level.basis) return { ...said, against: { basis: level.basis, clause } }
  if (level?.role === 'target') return { ...said, against: { basis: 'target', clause }, target: level.subject.how !== 'inherited' }
  if (level?.role !== 'actual') return said
  const way = said.against?.clause === clause ? said.against.basis : null
  const { value, unit } = level.quantity
  return { against: null, way, target: false, level: { value, unit }, regions: made.map(({ region }) => region), period: level.period }
}
