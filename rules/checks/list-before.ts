/** The figures that a clause goes on about: a list of three or more of one unit, right before it in its sentence. */
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'
import type { Point } from './table-lines.ts'

const FEWEST = 3
/** So many characters may stand between a list and what is told of it. */
const FAR = 14

/** 分别为93.1%、94.5%、93.8%和95.6%，合格率逐季上升: three or more figures of one unit, right before the clause. */
export function listBefore(
  { groups, between }: CheckContext,
  { start, block }: { readonly start: number; readonly block: number },
): readonly Point[] | null {
  const group = groups.findLast(
    ({ values, table }) => !table && values[0]?.evidence.block === block && (values[0]?.evidence.start ?? start) < start,
  )
  const before = (group?.values ?? []).filter(({ evidence }) => evidence.end <= start)
  const run: CheckedValue[] = []
  for (const value of [...before].reverse()) {
    const next = run.at(-1)
    const gap = flat(between(value.evidence.end, next?.evidence.start ?? start))
    if (next === undefined ? gap.length > FAR || /[。；;：]/u.test(gap) : value.unit !== next.unit || !/^[、和及与]$/u.test(gap)) break
    if (value.role === 'change' || value.role === 'share' || value.comparator !== '=') break
    run.push(value)
  }
  const list = run.reverse().map((value): Point => ({ label: value.evidence.quote, value }))
  const [first, last] = [list[0]?.value.period ?? '', list.at(-1)?.value.period ?? '']
  // 分别为95.6%、94.5%和93.1%, told from the latest back.
  return list.length < FEWEST ? null : first > last ? list.reverse() : list
}
