/** The lists that a sentence has dealt out, which a later list without subjects of its own goes on about. */
import type { Quantity } from '../quantities/quantity.ts'
import type { ValueDraft } from './draft.ts'
import type { Run } from './lists.ts'

export interface KeptLists {
  /** What the list before the quantity's own was dealt out to, one for each member; empty where something else was stated since. */
  readonly before: (quantity: Quantity) => readonly ValueDraft[]
  readonly note: (quantity: Quantity, made: readonly ValueDraft[]) => void
}

export function keepLists(runs: readonly Run[]): KeptLists {
  const runOf = (quantity: Quantity): Run | undefined => runs.find(({ quantities }) => quantities.includes(quantity))
  const dealt = new Map<Run, ValueDraft[]>()
  let latest: Run | null = null
  return {
    before: (quantity) => {
      const own = runOf(quantity)
      const previous = own && [...dealt.keys()].filter((run) => run !== own).at(-1)
      const drafts = previous ? (dealt.get(previous) ?? []) : []
      return previous && drafts.length === previous.quantities.length ? drafts : []
    },
    note: (quantity, made) => {
      const run = runOf(quantity)
      const [first] = made
      if (run && first) {
        if (run !== latest) dealt.set(run, [])
        latest = run
        dealt.get(run)?.push(first)
      } else if (first && first.subject.how !== 'inherited' && latest !== null && !isInside(latest, quantity)) {
        dealt.clear()
        latest = null
      }
    },
  }
}

/** In a bracket behind one member of a list. */
function isInside({ quantities }: Run, { span }: Quantity): boolean {
  const [first, last] = [quantities[0], quantities.at(-1)]
  return first !== undefined && last !== undefined && first.span.start < span.start && span.start < last.span.end
}
