/**
 * The counts that stand ahead of a figure in its paragraph, each with the words of its own clause, for checks that ask by words which of them it is
 * worked out from. A name that an extractor gave a count may come from further off; what stands in its clause is what the writer says of it.
 */
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isStatedCount } from './agree.ts'
import type { CheckContext, CheckedValue, ValueGroup } from './check.ts'
import { flat } from './counts.ts'

export interface Operand {
  readonly value: CheckedValue
  /** The words of its clause before it, since any other figure, and right behind it up to the next mark. */
  readonly label: string
  /** Opens with the mark that stands before the clause; all words since the figure before. */
  readonly since: string
  /** So many sentences before the figure's own. */
  readonly back: number
}

/** So many counts are looked at. */
const MOST = 8
/** How far before the first figure of a sentence its words are read, and behind a count. */
const REACH = 40
const BEHIND = 12

/** In order; those of the sentence before too, where it is of the same paragraph. Without `sentenceBefore`, only the figure's own sentence. */
export function countsAhead(context: CheckContext, at: number, index: number, sentenceBefore: boolean): readonly Operand[] {
  const own = context.groups[at]?.values[index]
  if (own === undefined) return []
  const before = sentenceBefore && at > 0 ? operandsOf(context, at - 1) : []
  const isSameBlock = before[0]?.value.evidence.block === own.evidence.block
  const ahead = operandsOf(context, at).filter(({ value }) => value.evidence.end <= own.evidence.start)
  return [...(isSameBlock ? before.map((each) => ({ ...each, back: 1 })) : []), ...ahead].slice(-MOST)
}

/** All counts of a figure's paragraph that stand before it; `back` tells which of them are of one sentence. */
export function operandsOfBlock(context: CheckContext, { evidence }: CheckedValue): readonly Operand[] {
  const blocks = ofBlock.get(context) ?? new Map<number, readonly Operand[]>()
  ofBlock.set(context, blocks)
  const all =
    blocks.get(evidence.block) ??
    context.groups.flatMap(({ values }, at) =>
      values[0]?.evidence.block === evidence.block ? operandsOf(context, at).map((each) => ({ ...each, back: -at })) : [],
    )
  blocks.set(evidence.block, all)
  return all.filter(({ value }) => value.evidence.end <= evidence.start)
}

/** The counts of a figure's paragraph, planned ones and those of other periods among them. */
export function amountsOfBlock(context: CheckContext, { evidence }: CheckedValue): readonly Operand[] {
  return context.groups.flatMap(({ values, table }, at) =>
    table || values[0]?.evidence.block !== evidence.block
      ? []
      : values.flatMap((value, place) =>
          isStatedCount({ ...value, role: AMOUNTS.has(value.role) ? 'actual' : value.role })
            ? [operand(context, value, values[place - 1], -at)]
            : [],
        ),
  )
}

const AMOUNTS: ReadonlySet<string> = new Set(['target', 'reference'])

const ofBlock = new WeakMap<CheckContext, Map<number, readonly Operand[]>>()
const ofGroup = new WeakMap<ValueGroup, readonly Operand[]>()

/** The counts of one sentence, read once. */
function operandsOf(context: CheckContext, at: number): readonly Operand[] {
  const group = context.groups[at]
  if (group === undefined || group.table) return []
  const found =
    ofGroup.get(group) ??
    group.values.flatMap((value, place) => (isStatedCount(value) ? [operand(context, value, group.values[place - 1], 0)] : []))
  ofGroup.set(group, found)
  return found
}

function operand(context: CheckContext, value: CheckedValue, last: CheckedValue | undefined, back: number): Operand {
  const block = context.document.blocks[value.evidence.block]?.span
  const from = Math.max(last?.evidence.end ?? 0, block?.start ?? 0, value.evidence.start - REACH)
  const since =
    flat(context.between(from, value.evidence.start))
      .split(/[。！？]/u)
      .at(-1) ?? ''
  const behind = flat(context.between(value.evidence.end, Math.min(block?.end ?? value.evidence.end, value.evidence.end + BEHIND)))
  const before = since.split(/[，；：、（]/u).at(-1) ?? ''
  return { value, since, back, label: `${before}${behind.split(/[，。；：、）（]/u)[0] ?? ''}` }
}

/** Whether any two of some counts give a rate, or one and what is left of another, or what several in a row are together. */
export function isGivenBy({ value: rate, evidence }: CheckedValue, counts: readonly CheckedValue[]): boolean {
  const step = writtenStep(evidence.quote, rate)
  for (let from = 0; from < counts.length; from++) {
    let whole = 0
    const unit = counts[from]?.unit
    for (let to = from; to < counts.length && counts[to]?.unit === unit; to++) {
      whole += (counts[to] as CheckedValue).value
      for (const { value, unit: own } of counts)
        if (
          own === unit &&
          value <= whole &&
          (roundsTo((value / whole) * 100, rate, step) || roundsTo((1 - value / whole) * 100, rate, step))
        )
          return true
    }
  }
  return false
}

/** The counts of a sentence before one of its values, and of the sentence before it in its paragraph. */
export function valuesAhead({ groups }: CheckContext, at: number, index: number): readonly CheckedValue[] {
  const own = groups[at]?.values ?? []
  const before = groups[at - 1]
  const isSameBlock = before?.table === false && before.values[0]?.evidence.block === own[0]?.evidence.block
  return [...(isSameBlock ? before.values : []), ...own.slice(0, index)].filter(isStatedCount).slice(-MOST)
}
