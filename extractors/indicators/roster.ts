/**
 * Rosters: what a sentence listed before, and a later run of as many quantities goes on about in the same order.
 *
 *   食品、药品抽检分别完成1150批次和96批次，合格率98.3%、99.0%
 *   蔬菜、水果、畜禽产品例行监测共计420批次，合格率分别为98.8%、99.3%、100%
 *   其中生产领域80批次、流通领域92批次，合格率分别为98.8%、94.6%
 */
import type { Quantity } from '../quantities/quantity.ts'
import { type ListItem, listItems } from './lists.ts'

export interface Roster {
  readonly items: readonly ListItem[]
  /** Where the first item begins in the text. */
  readonly start: number
}

/** An item of a roster is a name, not a clause. */
const LONGEST_ITEM = 12

/** The nearest list of `count` items between `from` and `to`: names alone, or names with a quantity each. */
export function findRoster(
  text: string,
  from: number,
  to: number,
  quantities: readonly Quantity[],
  count: number,
  saysMove: (words: string) => boolean,
  isPart: (words: string) => boolean,
): Roster | null {
  for (let end = to; end > from; ) {
    const start = Math.max(from, lastMark(text, from, end - 1) + 1)
    const roster = namesWithQuantities(text, start, end, quantities, count) ?? namesAlone(text, start, end, quantities, count)
    // 同比分别增长12%、下降8.5% names nothing.
    if (roster?.items.every((item) => !saysMove(item.text))) return roster
    end = start
  }
  const parts = namesInClauses(text, from, to, quantities, count)
  return parts?.items.every(({ text: name }) => isPart(name)) ? parts : null
}

/** 流通领域50批次，生产领域82批次，: as many clauses, each a name and its count, directly before. */
function namesInClauses(text: string, from: number, to: number, quantities: readonly Quantity[], count: number): Roster | null {
  const before = quantities.filter(({ span }) => span.start >= from && span.end <= to).slice(-count)
  const items = before.map(({ span }) => {
    const start = Math.max(from, lastMark(text, from, span.start) + 1)
    return { text: text.slice(start, span.start), at: start }
  })
  const ends = before.every(({ span, unit }, index) => {
    const next = before[index + 1]
    return unit === before[0]?.unit && span.end + 1 === (next ? items[index + 1]?.at : to)
  })
  const named = items.every(({ text: name }) => name !== '' && name.length <= LONGEST_ITEM)
  return before.length === count && ends && named ? { items, start: items[0]?.at ?? from } : null
}

function lastMark(text: string, from: number, before: number): number {
  for (let at = before - 1; at >= from; at--) if ('，；：。'.includes(text[at] as string)) return at
  return from - 1
}

/** 生产领域80批次、流通领域92批次: as many quantities, each behind a name of its own. */
function namesWithQuantities(text: string, from: number, to: number, quantities: readonly Quantity[], count: number): Roster | null {
  const inside = quantities.filter(({ span }) => span.start >= from && span.end <= to)
  if (inside.length !== count) return null
  const items = inside.map(({ span }, index) => {
    const start = index === 0 ? from : ((inside[index - 1] as Quantity).span.end ?? from)
    const name = /[^、，,和及与其中]*$/u.exec(text.slice(start, span.start))?.[0] ?? ''
    return { text: name, at: span.start - name.length }
  })
  return items.every(({ text: name }) => name !== '' && name.length <= LONGEST_ITEM) ? { items, start: items[0]?.at ?? from } : null
}

/** 食品、药品抽检: the clause's words before its first quantity. */
function namesAlone(text: string, from: number, to: number, quantities: readonly Quantity[], count: number): Roster | null {
  const first = quantities.find(({ span }) => span.start >= from)?.span.start ?? to
  const items = listItems(text.slice(from, Math.min(first, to)))
  if (items.length !== count || items.some(({ text: name }, index) => index < count - 1 && name.length > LONGEST_ITEM)) return null
  return { items, start: from + (items[0]?.at ?? 0) }
}
