/**
 * What a level that the prose takes from a table is of: 美容美发从18件涨到29件, where the table has 18 under 上季度, is of the quarter before.
 *
 * The row must be named in the same part of the sentence, and the figure be the same.
 */
import type { ValueDraft } from './draft.ts'
import type { Basis } from './value.ts'

interface ToldReference {
  readonly label: string
  readonly basis: Basis
  readonly period: ValueDraft['period']
}

/** The other sides that a document's tables tell, by their figures. */
export type TableReferences = ReadonlyMap<string, readonly ToldReference[]>

const keyOf = ({ quantity: { value, unit } }: ValueDraft): string => `${value}${unit}`
const SHORTEST = 2

export function tableReferences(text: string, drafts: readonly ValueDraft[]): TableReferences {
  const references = new Map<string, ToldReference[]>()
  for (const draft of drafts) {
    const { role, basis, period, subject } = draft
    const label = subject.span ? text.slice(subject.span.start, subject.span.end) : ''
    if (role !== 'reference' || basis === null || label.length < SHORTEST) continue
    const told = references.get(keyOf(draft)) ?? []
    told.push({ label, basis, period })
    references.set(keyOf(draft), told)
  }
  return references
}

/** `part`: the words of the sentence's part up to the quantity. Only where the prose itself says no more than that it was earlier. */
export function asInTable(references: TableReferences, drafts: readonly ValueDraft[], part: string): readonly ValueDraft[] {
  if (references.size === 0) return drafts
  return drafts.map((draft) => {
    // 从表中看，蔬菜合格率提高1.5个百分点: against the only other side that the table has of its row.
    if (draft.role === 'change' && draft.basis === null) {
      const sides = new Set([...references.values()].flat().flatMap(({ label, basis }) => (part.includes(label) ? [basis] : [])))
      const [only] = sides
      return sides.size === 1 && only !== undefined ? { ...draft, basis: only } : draft
    }
    if (draft.role !== 'reference' || draft.basis !== 'previous') return draft
    const told = references.get(keyOf(draft))?.find(({ label }) => part.includes(label))
    return told ? { ...draft, basis: told.basis, period: told.period } : draft
  })
}
