/** Points or a score as `scores.jsonl` bears it: exact ends, and the one rounding for show. */
import { type Decimal, exact, rounded } from './decimal.ts'
import type { Office } from './office.ts'
import type { Figure } from './score.ts'

export function figure({ scheme }: Office, low: Decimal, high: Decimal, provisional: Decimal): Figure {
  const exactly = exact(provisional)
  return {
    low: low === provisional ? exactly : exact(low),
    high: high === provisional ? exactly : exact(high),
    provisional: exactly,
    shown: rounded(provisional, scheme.settings.rounding),
  }
}
