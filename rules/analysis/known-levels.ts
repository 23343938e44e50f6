/** The levels that the sentences before one state, which it may speak of. */
import type { KnownLevels } from './juxtaposed.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'

/** Put together only where they are asked for: for most sentences they are not. */
export function knownLevels(
  before: readonly SentenceView[],
  { block }: SentenceView,
  levelsIn: (sentence: SentenceView) => readonly JudgedValue[],
): KnownLevels {
  let [near, far]: (readonly JudgedValue[] | undefined)[] = []
  return {
    near: () => {
      near ??= before.filter((each) => each.block === block).flatMap(levelsIn)
      return near
    },
    far: () => {
      far ??= before.flatMap(levelsIn)
      return far
    },
  }
}
