/** Who has to say what an open item is 待核 for: the county itself, other counties whose figures its points depend on, or the office. */
import type { Office } from './office.ts'
import type { Owed } from './score.ts'
import type { Trace } from './trace.ts'

/** With counties by their names; the county's own first. Asked for the item and for its entry in the review. */
export function owedOf(office: Pick<Office, 'countyName'>, trace: Trace, own: string): readonly Owed[] {
  const before = known.get(trace)
  if (before !== undefined) return before
  const { owing } = trace
  const ranked = owing.length === 1 ? owing : [...owing.filter(({ by }) => by === own), ...owing.filter(({ by }) => by !== own)]
  const owed = ranked.map(({ by, ...rest }) => ({ by: by === null ? null : office.countyName(by), ...rest }))
  known.set(trace, owed)
  return owed
}

const known = new WeakMap<Trace, readonly Owed[]>()

/** Whether the county has anything to send for it; true where it is not told who owes. */
export const owesItself = ({ owes }: { readonly owes?: readonly Owed[] }, county: string): boolean =>
  owes === undefined || owes.some(({ by }) => by === county)
