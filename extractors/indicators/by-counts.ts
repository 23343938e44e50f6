/**
 * A rate that nothing names but the counts before it: 特种设备这一块，应检206台，检了203台，98.5%.
 *
 * The arithmetic says that it is theirs; what the whole was counted by (应检, 抽查: the denominator of the lexicon's formula) and the field spoken of say which
 * indicator it is.
 */
import type { Indicator, Lexicon } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { GenericResolver } from './generic.ts'
import type { Breakdown } from './value.ts'

/** A count just stated, and the words that it was stated with. */
export interface Counted {
  readonly value: number
  readonly unit: string
  readonly words: string
}

export type RateByCounts = (
  rate: Quantity,
  counts: readonly Counted[],
  before: string,
  above: readonly string[],
) => { readonly indicator: Indicator | null; readonly breakdown: Breakdown | null } | null

/** A rounded or slightly wrong rate is still that of its counts. */
const WITHIN = 1

export function createRateByCounts({ indicators }: Lexicon, resolve: GenericResolver): RateByCounts {
  const computed = indicators.filter(({ formula, unit }) => formula !== null && unit === '%')
  return ({ value }, counts, before, above) => {
    const part = counts.at(-1)
    const whole = counts.at(-2)
    if (!part || !whole || part.unit !== whole.unit || whole.value <= 0 || part.value > whole.value) return null
    if (Math.abs((part.value / whole.value) * 100 - value) > WITHIN) return null
    const candidates = computed.filter(({ formula }) => formula?.denominator.some((word) => whole.words.includes(word))).map(({ id }) => id)
    if (candidates.length === 0) return null
    const { indicator, breakdown } = resolve({ term: '', rate: true, divisible: true, candidates }, before, above)
    return indicator || breakdown ? { indicator, breakdown } : null
  }
}
