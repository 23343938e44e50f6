/** The order of records in every product: by file, then by place, then by id. Compares UTF-16 units, so that no locale can change it. */
import type { Evidence } from '../../extractors/document.ts'

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Placed {
  readonly id: string
  readonly file: string
  readonly evidence?: Evidence | readonly Evidence[]
  /** Of a record that is itself a place. */
  readonly start?: number
  readonly end?: number
}

const placeOf = ({ evidence, start, end }: Placed): { readonly start: number; readonly end: number } => {
  const first = Array.isArray(evidence) ? evidence[0] : (evidence as Evidence | undefined)
  return { start: first?.start ?? start ?? -1, end: first?.end ?? end ?? -1 }
}

export function byPlace(a: Placed, b: Placed): number {
  const [one, other] = [placeOf(a), placeOf(b)]
  return compareText(a.file, b.file) || one.start - other.start || one.end - other.end || compareText(a.id, b.id)
}
