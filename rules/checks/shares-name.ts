/**
 * Whether two names are of one thing though neither is the other's end: they have a run of characters in common that is most of the shorter.
 *
 *   不过例行监测, 农产品质量安全例行监测合格率     例行监测
 *   专利授权虽, 专利授权量                         专利授权
 */

/** A shorter run is of anything (合格率). */
const SHORTEST = 4
/** So much of the shorter name it must be. */
const MOSTLY = 0.6

export function sharesName(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  const length = Math.max(SHORTEST, Math.ceil(short.length * MOSTLY))
  for (let from = 0; from + length <= short.length; from++) if (long.includes(short.slice(from, from + length))) return true
  return false
}
