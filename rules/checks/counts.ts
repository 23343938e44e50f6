/** Counts of a sentence with the words beside them, for checks that ask which is the whole and which its part. */
import type { CheckContext, CheckedValue, ValueGroup } from './check.ts'

export interface LabelledCount {
  readonly value: CheckedValue
  /** The words before the count, back to the count before it. */
  readonly before: string
  /** The words right behind it, up to the next mark; none where they run on to the next count, which they name. */
  readonly after: string
}

/** How far back the words before the first count of a sentence are read. */
const REACH = 16

/** Exact counts of a sentence, in order; money and rates are no counts. */
export function countsOf({ between, document }: CheckContext, { values }: ValueGroup): LabelledCount[] {
  return values
    .filter(({ role, unit, comparator, upper }) => role === 'actual' && !NO_COUNT.has(unit) && comparator === '=' && upper === undefined)
    .map((value, index, counts) => {
      const from = counts[index - 1]?.evidence.end ?? value.evidence.start - REACH
      const blockEnd = document.blocks[value.evidence.block]?.span.end ?? value.evidence.end
      const end = Math.min(counts[index + 1]?.evidence.start ?? blockEnd, blockEnd, value.evidence.end + REACH)
      return {
        value,
        before: flat(between(from, value.evidence.start)),
        after: /^([^，。；：、（(]*)[，。；：、（(]/u.exec(flat(between(value.evidence.end, end)))?.[1] ?? '',
      }
    })
}

const NO_COUNT: ReadonlySet<string> = new Set(['元', '%', '个百分点', '分'])

const flat = (text: string): string => text.replace(/\s/gu, '')
