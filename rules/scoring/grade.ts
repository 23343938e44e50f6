/**
 * Grades, from unrounded scores in half-open bands (国办发〔2013〕47号: A at 90 and above), and where the scheme says so from places and key items. Every
 * function has two ends: the best grade that is still possible and the worst.
 */
import type { Decimal } from './decimal.ts'
import type { GradeRules } from './grade-rules.ts'
import type { Truth } from './interval.ts'
import type { VetoResult } from './veto.ts'

export interface Gate {
  readonly grade: string
  readonly text: string
  readonly met: Truth
  /** Items that are not, or not surely, in full. */
  readonly items: readonly string[]
}

export interface Standing {
  readonly score: Decimal
  readonly place: number
}

/** The place of a band in the scheme's list, 0 the best. `hopeful` takes what is unknown for the better. */
export function bandOf(
  { bands }: GradeRules,
  { score, place }: Standing,
  gates: readonly Gate[],
  vetoes: readonly VetoResult[],
  hopeful: boolean,
): number {
  const reached = bands.findIndex(({ grade, from, first }) => {
    const closedBy = gates.some((gate) => gate.grade === grade && (gate.met === 'no' || (gate.met === 'unknown' && !hopeful)))
    return !closedBy && (from === undefined || score.gte(from)) && (first === undefined || place <= first)
  })
  return vetoes.reduce(
    (band, { veto, answer }) => {
      const acts = answer === 'yes' || (answer === 'unknown' && !hopeful)
      return acts && veto.grade !== undefined
        ? Math.max(
            band,
            bands.findIndex(({ grade }) => grade === veto.grade),
          )
        : band
    },
    reached < 0 ? bands.length - 1 : reached,
  )
}

/** The boundary nearest to a score within the distance that the scheme points out, or null. */
export function nearBoundary({ bands }: GradeRules, score: Decimal, distance: number): number | null {
  const near = bands.flatMap(({ from }) => (from !== undefined && score.minus(from).abs().lte(distance) ? [from] : []))
  return near.sort((a, b) => score.minus(a).abs().cmp(score.minus(b).abs()))[0] ?? null
}
