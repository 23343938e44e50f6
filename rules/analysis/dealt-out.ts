/** 商品类占58.6%，服务类占41.4%: the whole is dealt out, and no part of it stands out. */
import type { JudgedValue } from './sentence-view.ts'

const WHOLE = 100
/** Shares of a whole sum up to it, but for what was rounded. */
const ROUNDED = 0.5

/** Whether the shares among the values, more than one, make up the whole. */
export function isDealtOut(values: readonly JudgedValue[]): boolean {
  const shares = values.filter(({ role }) => role === 'share')
  return shares.length > 1 && Math.abs(shares.reduce((sum, { value }) => sum + value, 0) - WHOLE) < ROUNDED
}
