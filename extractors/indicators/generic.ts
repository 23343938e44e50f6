/**
 * Generic terms: which indicator a bare 合格率, 覆盖率 or 投诉办结率 means.
 *
 * The field that stands nearest before it decides: in its own phrase, its clause, earlier in the sentence, in the headings above, in the
 * document's subject. A part of a field (建材, 蔬菜) makes it that part's rate, which never stands for the whole. Where nothing decides, the term stays unresolved, with
 * a note: a guess would be worse than a gap.
 */

import { createWordFinder } from '../language/word-finder.ts'
import type { Field, Generic, Indicator, Lexicon } from '../lexicon.ts'
import type { Breakdown } from './value.ts'

export interface Resolution {
  readonly indicator: Indicator | null
  readonly breakdown: Breakdown | null
  /** The words that decided, or '' . */
  readonly by: string
  /** True where they stood in the term's own sentence. */
  readonly near: boolean
}

const UNRESOLVED: Resolution = { indicator: null, breakdown: null, by: '', near: false }
const CLAUSE_END = /[，；：。]/u
/** 化肥、水泥、烧结砖等产品: examples closed by 等 are the whole. */
const CLOSED_BY_ETC = /^[^，。；：]{0,20}等/u

/** `before` ends with the term itself or the number; `above` are headings, nearest first. */
export type GenericResolver = (generic: Generic, before: string, above: readonly string[]) => Resolution

export function createGenericResolver(lexicon: Lexicon): GenericResolver {
  const fieldOf = new Map<string, { readonly field: Field; readonly part: boolean }>()
  for (const field of lexicon.fields) {
    for (const word of field.words) fieldOf.set(word, { field, part: false })
    for (const word of field.parts) fieldOf.set(word, { field, part: true })
  }
  const finder = createWordFinder(fieldOf.keys())
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))

  return (generic, before, above) => {
    const candidates = generic.candidates.map((id) => indicators.get(id)).filter((indicator) => indicator !== undefined)
    for (const [index, text] of [before, ...above].entries()) {
      for (const { word, end } of finder.all(text).reverse()) {
        const found = fieldOf.get(word)
        const indicator = candidates.find(({ field }) => field === found?.field.id)
        const rest = text.slice(end) + (index === 0 ? '' : before)
        if (!found || found.field.endedBy.some((end) => rest.includes(end))) continue
        if (!indicator) {
          // The field that a count's own words name is its field, or the count is of something else.
          if (index === 0 && (!generic.rate || !CLAUSE_END.test(rest))) return UNRESOLVED
          continue
        }
        const part = found.part && generic.divisible && index === 0 && !CLOSED_BY_ETC.test(rest)
        return part
          ? { indicator: null, breakdown: { of: indicator.id, product: word }, by: word, near: true }
          : { indicator, breakdown: null, by: word, near: index === 0 }
      }
    }
    return UNRESOLVED
  }
}
