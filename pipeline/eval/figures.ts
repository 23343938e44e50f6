/** Precision, recall and F1 with the numbers they rest on and Wilson's interval (95 %). A share of nothing is null. */

export interface Share {
  readonly value: number | null
  readonly of: number
  readonly low: number
  readonly high: number
}

export interface Figures {
  readonly precision: Share
  readonly recall: Share
  /** Its interval is that of both bounds taken together. */
  readonly f1: Share
}

const Z = 1.959964

/** Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. */
export function share(hits: number, of: number): Share {
  if (of === 0) return { value: null, of, low: 0, high: 1 }
  const p = hits / of
  const centre = p + Z ** 2 / (2 * of)
  const spread = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2))
  const scale = 1 + Z ** 2 / of
  return { value: p, of, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

/** `hits` of `said` things said are true, and of `wanted` things wanted were said. */
export function figures(hits: number, said: number, wanted: number): Figures {
  const [precision, recall] = [share(hits, said), share(hits, wanted)]
  const f1: Share = {
    value: said + wanted === 0 ? null : (2 * hits) / (said + wanted),
    of: said + wanted,
    low: harmonic(precision.low, recall.low),
    high: harmonic(precision.high, recall.high),
  }
  return { precision, recall, f1 }
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))
