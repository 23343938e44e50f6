/** What the sentence has said so far, as far as a quantity that leans on it needs it. */
import type { FoldedSpan } from '../document.ts'
import type { Indicator } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import type { ValueDraft } from './draft.ts'
import type { Basis } from './value.ts'

/** What a change that follows leans on: the level just set against, and when the last level reached is of. */
export interface Said {
  readonly against: {
    readonly basis: Basis
    readonly clause: FoldedSpan
    readonly of: Indicator | null
    readonly value: number | null
  } | null
  /** 由61.5%提高到68.2%，增长6.7%: the way just gone, which a change without a baseline of its own measures. */
  readonly way: Basis | null
  /** Whether the last level is asked for. */
  readonly target: boolean
  readonly level: { readonly unit: string; readonly value: number } | null
  /** Whose the last level is, in a document of no county. */
  readonly regions: readonly (string | null)[]
  /** The other county or place whose level was set against last. */
  readonly peer: string | null
  readonly period: Period | null
  /** Whether a share was told last, and no level since. */
  readonly share: boolean
  /** When the last other side is of. */
  readonly side: Period | null
  /** Where the last level ends. */
  readonly at: number
}

export function saidBy(made: readonly ValueDraft[], said: Said, clause: FoldedSpan): Said {
  const level = made.at(-1)
  if (level?.role === 'share') return { ...said, share: true }
  if (level?.role === 'reference' && level.basis)
    return {
      ...said,
      // 塔城市较一季度的84.2分上升0.5分: whose the earlier level is, the change is too.
      regions: level.basis !== 'peer' && level.basis !== 'average' && level.region !== null ? [level.region] : said.regions,
      side: level.period,
      peer: level.basis === 'peer' && made.length === 1 ? level.region : null,
      against: { basis: level.basis, clause, of: level.subject.indicator, value: level.quantity.value },
    }
  if (level?.role === 'target')
    return { ...said, share: false, against: { basis: 'target', clause, of: null, value: null }, target: level.subject.how !== 'inherited' }
  if (level?.role === 'change' && level.region !== null) return { ...said, regions: [...new Set(made.map(({ region }) => region))] }
  if (level?.role !== 'actual') return said
  // 全区92.7%，我县为91.3%，低1.4个百分点: the level before was of the same, on the other side.
  const same = said.against?.of != null && said.against.of === level.subject.indicator
  const way = said.against && (said.against.clause === clause || same) ? said.against.basis : null
  const { value, unit } = level.quantity
  return {
    against: null,
    share: false,
    way,
    target: false,
    level: { value, unit },
    regions: made.map(({ region }) => region),
    peer: null,
    period: level.period,
    side: said.side,
    at: level.quantity.span.end,
  }
}
