/** Whether a figure differs from another by a slip of the hand: one digit is another, or two neighbours have changed places. */
import { atStep } from '../../extractors/quantities/rounding.ts'

/** Of one digit alone, nothing can be said. */
const FEWEST = 2

/** Both written at `step`. */
export function areNearlyAlike(one: number, other: number, step: number): boolean {
  const [a, b] = [one, other].map((figure) => atStep(figure, step).replace('.', '')) as [string, string]
  if (a === b || a.length !== b.length || a.length < FEWEST) return false
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first = 0, second = 0] = apart
  return apart.length === 1 || (apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
}
