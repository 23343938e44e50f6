/** Says that a name is unknown, and which known one it most resembles. */
import jaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js'

const ALIKE = 0.8

/** The known name that a misspelt one most resembles; null when none is near. */
export function nearest(asked: string, known: readonly string[]): string | null {
  let best: { name: string; score: number } | null = null
  for (const name of known) {
    const score = jaroWinklerDistance(asked, name, {})
    if (score > (best?.score ?? ALIKE)) best = { name, score }
  }
  return best?.name ?? null
}

export function unknown(asked: string, known: readonly string[]): string {
  const near = nearest(asked, known)
  return near === null ? `没有“${asked}”` : `没有“${asked}”，是不是“${near}”？`
}
