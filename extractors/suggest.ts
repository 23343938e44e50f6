/** Says that a name is unknown, and which known one it most resembles. */
import jaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js'

const ALIKE = 0.8

/** The known name that a misspelt one most resembles; null when none is near. */
export const nearest = (asked: string, known: readonly string[]): string | null => nearestOf(asked, known, 1)[0] ?? null

/** The known names that one resembles, the most alike first; equals in the order given. */
export function nearestOf(asked: string, known: readonly string[], most: number): string[] {
  return known
    .map((name) => ({ name, score: jaroWinklerDistance(asked, name, {}) }))
    .filter(({ score }) => score > ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name)
}

export function unknown(asked: string, known: readonly string[]): string {
  const near = nearest(asked, known)
  return near === null ? `没有“${asked}”` : `没有“${asked}”，是不是“${near}”？`
}
