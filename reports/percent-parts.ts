/** Parts of a whole in whole per cents that add up to the whole as it is printed: what rounding leaves over goes to those that lost most by it. */
export function percentParts(parts: readonly number[], whole: number): number[] {
  const floors = parts.map((part) => Math.floor(part * 100 + TINY))
  const left = Math.round(whole * 100) - floors.reduce((sum, floor) => sum + floor, 0)
  const byLoss = parts.map((part, index) => ({ index, loss: part * 100 - (floors[index] ?? 0) })).sort((a, b) => b.loss - a.loss)
  const raised = new Set(byLoss.slice(0, Math.max(0, left)).map(({ index }) => index))
  return floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor))
}

/** 0.29 * 100 is a little less than 29. */
const TINY = 1e-9
