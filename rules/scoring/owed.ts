/** Who has to say what an open item is 待核 for: the county itself, other counties whose figures its points depend on, or the office. */
import type { Office } from './office.ts'
import type { Owed } from './score.ts'
import type { Trace } from './trace.ts'

/** With counties by their names; the county's own first. */
export function owedOf({ countyName }: Pick<Office, 'countyName'>, { owing }: Trace, own: string): readonly Owed[] {
  const ranked = owing.toSorted((a, b) => Number(b.by === own) - Number(a.by === own))
  return ranked.map(({ by, ...rest }) => ({ by: by === null ? null : countyName(by), ...rest }))
}

/** Whether the county has anything to send for it; true where it is not told who owes. */
export const owesItself = ({ owes }: { readonly owes?: readonly Owed[] }, county: string): boolean =>
  owes === undefined || owes.some(({ by }) => by === county)
