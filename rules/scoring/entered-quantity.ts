/**
 * A number as a reviewer writes it, read as the documents' own are: 91.2, ≥91, 95%—97%, 约85, 120余万元 (1200000 元, >). Where the unit is left out, it is
 * that of what the number stands for.
 */
import { fold } from '../../extractors/language/fold.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { Comparator } from '../../extractors/quantities/comparator.ts'
import { multipleOf } from '../../extractors/quantities/in-unit.ts'
import { createQuantityReader } from '../../extractors/quantities/quantity.ts'
import { decimal, exact } from './decimal.ts'
import { allowed, type Interval, meet } from './interval.ts'

export interface EnteredQuantity {
  readonly value: number
  readonly upper?: number
  readonly comparator: Comparator
  /** '' where none is written. */
  readonly unit: string
}

export const expectedQuantity = '应为数字，如 92.5、≥91、约85、91—95、120余万元'

const readerOf = perLexicon(createQuantityReader)
/** Signs as keyboards have them, by those that reports have. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/^>=/u, '≥'],
  [/^<=/u, '≤'],
  [/^[~～]/u, '约'],
  [/^=/u, ''],
]

/** null for what is not one quantity and nothing else. */
export function enteredQuantity(written: number | string, lexicon: Lexicon): EnteredQuantity | null {
  if (typeof written === 'number') return { value: written, comparator: '=', unit: '' }
  const text = TYPED.reduce((words, [typed, sign]) => words.replace(typed, sign), fold(written.trim()).text)
  const { quantities } = readerOf(lexicon)(text)
  const [read] = quantities
  if (read === undefined || quantities.length > 1 || read.span.start > 0 || read.span.end < text.length) return null
  const { value, upper, comparator, unit } = read
  return { value, comparator, unit, ...(upper === undefined ? {} : { upper }) }
}

/** What it allows; `approximate` is what 约 lets vary, in percent. */
export const intervalOf = ({ value, upper, comparator }: EnteredQuantity, approximate: number): Interval =>
  allowed(comparator, decimal(value), decimal(upper ?? value), approximate)

/** That a quantity is not in the unit asked for; null where it is, or where it bears none. */
export function unitMistake({ unit }: EnteredQuantity, asked: readonly string[]): string | null {
  const [first = ''] = asked
  return unit === '' || first === '' || asked.some((each) => multipleOf(each, unit) !== null || multipleOf(unit, each) !== null)
    ? null
    : `的单位是“${unit}”，应为“${first}”`
}

/** A rate is no 915%. */
export function domainMistake(quantity: EnteredQuantity, domain: Interval): string | null {
  if (meet(intervalOf(quantity, 0), domain) !== null) return null
  const [from, to] = [exact(domain.from), exact(domain.to)]
  return domain.to.isFinite() ? `应在 ${from} 到 ${to} 之间` : `不能小于 ${from}`
}
