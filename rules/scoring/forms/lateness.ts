/**
 * In time or late: 按时3分、未按时2分、未上报0分; 每推迟一个月扣N分. The day of receipt is in the office's register only; without it the item is 待核, because a file's
 * own time says nothing.
 */
import { z } from 'zod'
import { dayWords } from '../../../extractors/quantities/day-words.ts'
import { type Decimal, decimal, most, zero } from '../decimal.ts'
import { DocumentOperand } from '../operand.ts'
import { type Outcome, oneOf, settled } from '../outcome.ts'
import type { ReceiptReading, Scope } from '../scope.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('lateness'),
  of: DocumentOperand,
  /** All the item's points where left out. */
  onTime: Points.exactOptional(),
  /** What is late, however late. */
  late: Points.exactOptional(),
  /** Deducted from `onTime` for each day or month begun. */
  each: Positive.exactOptional(),
  unit: z.enum(['day', 'month'], '应为 day、month 之一').exactOptional(),
  /** What has not come at all; 0 where left out. */
  absent: Points.exactOptional(),
})
export type LatenessRule = z.output<typeof schema>

export const lateness: Form<LatenessRule> = {
  schema: () => schema.refine(({ late, each }) => late !== undefined || each !== undefined, '应写明 late 或 each'),
  evaluate(rule, scope) {
    const receipt = scope.receipt(rule.of)
    const name = scope.nameOf(rule.of)
    const absent = settled(decimal(rule.absent ?? 0), `${name}：未报送`)
    const onTime = settled(rule.onTime === undefined ? scope.start : decimal(rule.onTime), `${name}：按时报送（${daysOf(receipt)}）`)
    if (receipt.received === 'no') return absent
    const possible: Outcome[] = receipt.received === 'unknown' ? [absent] : []
    if (receipt.day !== null && receipt.due !== null)
      possible.push(receipt.day <= receipt.due ? onTime : tardy(rule, scope, receipt, receipt.day, receipt.due))
    else possible.push(onTime, settled(rule.late === undefined ? zero : decimal(rule.late)))
    return oneOf(possible, receipt.open)
  },
}

const daysOf = ({ day, due, words }: ReceiptReading): string =>
  `${day === null ? '' : dayWords(day)}收到${words}，${due === null ? '' : dayWords(due)}截止`

function tardy(rule: LatenessRule, scope: Scope, receipt: ReceiptReading, day: string, due: string): Outcome {
  const words = `${scope.nameOf(rule.of)}：逾期（${daysOf(receipt)}）`
  if (rule.each === undefined) return settled(decimal(rule.late ?? 0), words)
  const units = rule.unit === 'month' ? monthsLate(day, due) : daysBetween(due, day)
  const onTime: Decimal = rule.onTime === undefined ? scope.start : decimal(rule.onTime)
  const left = onTime.minus(decimal(rule.each).times(units))
  return settled(
    onTime.gt(zero) ? most(zero, left) : left,
    `${words}，计 ${units} ${rule.unit === 'month' ? '个月' : '天'}，每${rule.unit === 'month' ? '月' : '天'}扣 ${rule.each} 分`,
  )
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Months begun: a day late is one month, a month and a day two. */
function monthsLate(day: string, due: string): number {
  const parts = (date: string): number[] => date.split('-').map(Number)
  const [[year = 0, month = 0, date = 0], [dueYear = 0, dueMonth = 0, dueDate = 0]] = [parts(day), parts(due)]
  const whole = (year - dueYear) * 12 + month - dueMonth
  return date > dueDate ? whole + 1 : Math.max(1, whole)
}
