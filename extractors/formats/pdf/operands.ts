/** Operands of a page's operators as numbers and matrices, whatever the file holds in their place. */
import type { Box, Matrix } from './geometry.ts'

/** 0 upright, 1 downwards, 2 upside down, 3 upwards, -1 askew; y runs downwards here. */
export function quarterOf([a, b]: Matrix, size: number): number {
  const x = size < 0 ? -a : a
  const y = size < 0 ? -b : b
  if (Math.abs(y) <= 0.06 * Math.abs(x)) return x > 0 ? 0 : 2
  if (Math.abs(x) <= 0.06 * Math.abs(y)) return y > 0 ? 1 : 3
  return -1
}

export const code = (codes: Readonly<Record<string, number>>, name: string): number => codes[name] ?? -1

export const numberOf = (value: unknown, otherwise = 0): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise)

export function matrixOf(value: unknown): Matrix | null {
  if (!(Array.isArray(value) || value instanceof Float32Array) || value.length < 6) return null
  const [a, b, c, d, e, f] = Array.from(value as ArrayLike<unknown>, (entry) => numberOf(entry))
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

export function boxOf(value: unknown): Box | null {
  if (!(Array.isArray(value) || value instanceof Float32Array) || value.length < 4) return null
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(value as ArrayLike<unknown>, (entry) => numberOf(entry))
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}
