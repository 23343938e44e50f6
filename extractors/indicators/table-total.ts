/**
 * The row of a total (合计) is of what its parts are of: of one indicator where all of them are, or are within its field; of none where they are of several
 * (工业产品 | 农产品 | 食品 | 合计).
 */
import { createWordFinder } from '../language/word-finder.ts'
import type { Generic, Indicator, Lexicon } from '../lexicon.ts'
import type { GenericResolver } from './generic.ts'

/** `parts` are the labels of the other rows. Undefined where they do not tell. */
export type TotalOf = (
  generic: Generic,
  column: string,
  parts: readonly string[],
  headings: readonly string[],
) => Indicator | null | undefined

export function createTotalOf({ indicators, fields }: Lexicon, resolve: GenericResolver): TotalOf {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const within = new Map(fields.flatMap(({ id, within: wider }) => (wider === undefined ? [] : [[id, wider] as const])))
  const isWithin = (one: Indicator, other: Indicator): boolean =>
    one === other || (one.field !== null && within.get(one.field) === other.field)
  const refined = new Map(fields.flatMap(({ id, refines }) => (refines === undefined ? [] : [[id, refines] as const])))
  const all = fields.map(({ id, words }) => [id, createWordFinder(words)] as const)
  /** Whether headings speak of fields, and none of them is this one. */
  const isForeign = (field: string, headings: readonly string[]): boolean => {
    const spoken = all.filter(([, finder]) => headings.some((heading) => finder.isIn(heading))).map(([id]) => id)
    return spoken.length > 0 && !spoken.includes(field)
  }
  return (generic, column, parts, headings) => {
    const told = parts.flatMap((label) => {
      const { indicator, breakdown } = resolve(generic, label + column, [])
      const found = indicator ?? byId.get(breakdown?.of ?? '')
      return found ? [found] : []
    })
    if (told.length < 2) return undefined
    // 混凝土试块 | 钢筋接头 | 保温板 | 合计 in a report on 建设工程: what most rows do not tell is of what the headings speak of.
    const isOther = 2 * told.length <= parts.length && told.every(({ field }) => field !== null && isForeign(field, headings))
    if (isOther) return null
    const total = told.find((one) => told.every((other) => isWithin(other, one))) ?? null
    // 蔬菜 | 水果 | 合计 under 农产品例行监测结果: the caption's narrower field.
    const narrower = total?.field ? resolve(generic, column, headings).indicator : null
    return narrower?.field && refined.get(narrower.field) === total?.field ? narrower : total
  }
}
