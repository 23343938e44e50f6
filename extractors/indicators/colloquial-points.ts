/** 高0.8个点: percentage points, as they are said. A 点 that is counted (设12个点) has no word of direction before it, 个点位 is another word. */
import { foldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { RoleCues } from './role-cues.ts'

const POINT = '点'
const UNIT = '个百分点'
const LOOK_BACK = 8

export function withPoints(cues: RoleCues, text: string, start: number, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!text.includes(`个${POINT}`, start)) return quantities
  return quantities.map((quantity) => {
    const { span, unit } = quantity
    if (unit !== '个' || text[span.end] !== POINT || /\p{Script=Han}/u.test(text[span.end + 1] ?? '')) return quantity
    const lead = text.slice(Math.max(start, span.start - LOOK_BACK), span.start)
    return cues.moveBefore.test(lead) ? { ...quantity, unit: UNIT, span: foldedSpan(span.start, span.end + 1) } : quantity
  })
}
