/** What reviewers entered for an item, by the name of what it stands for; a name left out stands for the only thing that the rule reads. */

import { type Decimal, decimal } from '../decimal.ts'
import type { Decision, ItemDecision } from '../decisions.ts'
import { allowed, type Interval, type Truth } from '../interval.ts'
import type { Listed } from '../scope.ts'

export type ItemEntries = readonly Decision<ItemDecision>[]

/** The last entry for a name. */
export function entryFor(entries: ItemEntries, name: string): Decision<ItemDecision> | null {
  if (entries.length === 0) return null
  return entries.findLast(({ value, of }) => value !== undefined && (of === undefined || of === name)) ?? null
}

/** 97.5, "97.5%", "≥91", "约85", "91—95"; null for what is no number. */
export function enteredInterval({ value }: ItemDecision, approximate: number): Interval | null {
  if (typeof value === 'number') return exactly(value)
  if (typeof value !== 'string') return null
  const [, sign = '', first, last] =
    /^(>=|<=|[><≥≤＞＜~约=])?\s*(-?\d+(?:\.\d+)?)(?:\s*[—~-]\s*(\d+(?:\.\d+)?))?\s*\D{0,8}$/u.exec(value.trim()) ?? []
  if (first === undefined) return null
  return allowed(SIGNS[sign] ?? '=', decimal(first), decimal(last ?? first), approximate)
}

const exactly = (value: number): Interval => allowed('=', decimal(value), decimal(value), 0)

const SIGNS: Readonly<Record<string, Parameters<typeof allowed>[0]>> = {
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '＞': '>',
  '<': '<',
  '＜': '<',
  '~': '~',
  约: '~',
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

export const enteredNumber = ({ value }: ItemDecision): number | null => {
  const read = enteredInterval({ value } as ItemDecision, 0)
  return read?.from.eq(read.to) ? toNumber(read.from) : null
}

const toNumber = (value: Decimal): number => value.toNumber()

export const enteredList = ({ value }: ItemDecision): readonly Listed[] | null => (Array.isArray(value) ? value : null)

export const entryWords = ({ value }: ItemDecision): string =>
  Array.isArray(value)
    ? value.map(({ title }) => title).join('、')
    : typeof value === 'boolean'
      ? value
        ? '是'
        : '否'
      : String(value ?? '')
