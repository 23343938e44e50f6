/** The order of records in every product: by file, then by place, then by id. Compares UTF-16 units, so that no locale can change it. */
import type { Evidence } from '../../extractors/document.ts'

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Placed {
  readonly id: string
  readonly file: string
  readonly evidence?: Evidence | readonly Evidence[]
}

const firstEvidence = ({ evidence }: Placed): Evidence | undefined =>
  Array.isArray(evidence) ? evidence[0] : (evidence as Evidence | undefined)

export function byPlace(a: Placed, b: Placed): number {
  const [one, other] = [firstEvidence(a), firstEvidence(b)]
  return (
    compareText(a.file, b.file) ||
    (one?.start ?? -1) - (other?.start ?? -1) ||
    (one?.end ?? -1) - (other?.end ?? -1) ||
    compareText(a.id, b.id)
  )
}
