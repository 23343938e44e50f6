/** Who has to say what an open item is 待核 for: the county itself, other counties whose figures its points depend on, or the office. */
import type { Office } from './office.ts'
import type { Owed } from './score.ts'
import type { Trace } from './trace.ts'

/** With counties by their names; the county's own first. Asked for the item and for its entry in the review. */
export function owedOf(office: Pick<Office, 'countyName'>, trace: Trace, own: string): readonly Owed[] {
  if (trace.owed !== null) return trace.owed
  const { owing } = trace
  const ranked = owing.length === 1 ? owing : [...owing.filter(({ by }) => by === own), ...owing.filter(({ by }) => by !== own)]
  trace.owed = ranked.map(({ by, what, more }): Owed => {
    const name = by === null ? null : office.countyName(by)
    return more ? { by: name, what, more } : { by: name, what }
  })
  return trace.owed
}

/** Whether the county has anything to send for it; true where it is not told who owes. */
export const owesItself = ({ owes }: { readonly owes?: readonly Owed[] }, county: string): boolean =>
  owes === undefined || owes.some(({ by }) => by === county)
