/**
 * The counts that stand ahead of a figure in its paragraph, each with the words of its own clause, for checks that ask by words which of them it is
 * worked out from. A name that an extractor gave a count may come from further off; what stands in its clause is what the writer says of it.
 */
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
