/** What a number in a table is about, where its own headers do not say: the row above it is about, or the numbers to its left. */
import type { Subject, ValueDraft } from './draft.ts'
import { LONGEST_NAME } from './table-subject.ts'

export const PART = /^其中[：:]?/u
const SCORE = '分'

/** 其中：建材 is a part of what the row above is about. */
export function partOf(draft: ValueDraft, { indicator, name }: Subject, label: string): ValueDraft {
  if (draft.subject.indicator !== null && draft.subject.indicator !== indicator) return draft
  const product = label.replace(PART, '')
  return {
    ...draft,
    subject: {
      ...draft.subject,
      indicator: null,
      name: `${product}${name}`.slice(0, LONGEST_NAME),
      breakdown: indicator === null ? null : { of: indicator.id, product },
    },
  }
}

/** 上年同期 beside 合格率: the level of another side is of what the level to its left is about. */
export function withLevelOf(draft: ValueDraft, row: readonly ValueDraft[]): ValueDraft {
  const left = row.findLast(({ role, quantity }) => role === 'actual' && quantity.unit === draft.quantity.unit)
  if (draft.subject.indicator !== null || left === undefined) return draft
  const { indicator, breakdown, name } = left.subject
  return { ...draft, subject: { ...draft.subject, indicator, breakdown, name } }
}

/** A change whose own headers name nothing (比三季度, 增减) is of the rate to its left, in that rate's unit of change, against the reference in its row. */
export function withSubjectOf(change: ValueDraft, row: readonly ValueDraft[]): ValueDraft {
  const basis = change.basis ?? row.findLast(({ role }) => role === 'reference')?.basis ?? null
  const left = row.findLast(({ role }) => role !== 'share' && role !== 'rank') ?? row.at(-1)
  if (change.subject.indicator !== null || !left || (left.subject.rate === false && left.quantity.unit !== SCORE))
    return { ...change, basis }
  const { indicator, breakdown } = left.subject
  const isBare = change.quantity.unit === '' || change.quantity.unit === '%'
  const unit = !isBare ? change.quantity.unit : left.quantity.unit === SCORE ? SCORE : '个百分点'
  return {
    ...change,
    basis,
    subject: { ...change.subject, indicator, breakdown, name: indicator?.name ?? left.subject.name },
    quantity: { ...change.quantity, unit },
  }
}
