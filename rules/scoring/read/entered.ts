/** What reviewers entered for an item, by the name of what it stands for; a name left out stands for the only thing that the rule reads. */

import type { Decimal } from '../decimal.ts'
import type { Decision, ItemDecision } from '../decisions.ts'
import { intervalOf } from '../entered-quantity.ts'
import type { Interval, Truth } from '../interval.ts'
import { type Operand, operandName } from '../operand.ts'
import type { Listed } from '../scope.ts'

export type ItemEntries = readonly Decision<ItemDecision>[]

/** The last entry for what a rule reads; almost no item has any. */
export const entryOf = (entries: ItemEntries, operand: Operand): Decision<ItemDecision> | null =>
  entries.length === 0 ? null : entryFor(entries, operandName(operand))

/** The last entry for a name. */
export function entryFor(entries: ItemEntries, name: string): Decision<ItemDecision> | null {
  if (entries.length === 0) return null
  return entries.findLast(({ value, of }) => value !== undefined && (of === undefined || of === name)) ?? null
}

/** null for what is no number. */
export function enteredInterval({ value, quantity }: Pick<ItemDecision, 'value' | 'quantity'>, approximate: number): Interval | null {
  if (quantity !== undefined) return intervalOf(quantity, approximate)
  return typeof value === 'number' ? intervalOf({ value, comparator: '=', unit: '' }, approximate) : null
}

export function enteredAnswer({ value }: ItemDecision): Truth {
  if (value === true || value === '是' || value === 'yes' || value === '有') return 'yes'
  return value === false || value === '否' || value === 'no' || value === '无' ? 'no' : 'unknown'
}

/** The day on which a document came in; null for what is no day. */
export function enteredDay({ value }: ItemDecision): string | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(typeof value === 'string' ? value.trim() : '') ?? []
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export const enteredNumber = (entry: ItemDecision): number | null => {
  const read = enteredInterval(entry, 0)
  return read?.from.eq(read.to) ? toNumber(read.from) : null
}

const toNumber = (value: Decimal): number => value.toNumber()

export const enteredList = ({ value }: ItemDecision): readonly Listed[] | null => (Array.isArray(value) ? value : null)

export const entryWords = ({ value }: ItemDecision): string =>
  Array.isArray(value)
    ? value.map(({ title, people = 1 }) => (people === 1 ? title : `${title}（${people}人）`)).join('；') || '无'
    : typeof value === 'boolean'
      ? value
        ? '是'
        : '否'
      : String(value ?? '')
