/** What the quantities of a list share: a bound, a unit. */
import type { Quantity } from '../quantities/quantity.ts'
import type { Run } from './lists.ts'
import type { SentenceKit } from './sentence-context.ts'

/** 分别不低于98%和98.5%, 分别控制在7%和28%以内: a bound before the first or after the last is the bound of all, but 分别低于8%和32%的目标 compares. */
export function comparatorInRun(kit: SentenceKit, quantity: Quantity, run: Run, after: string): Quantity['comparator'] {
  if ((quantity.comparator === '<' || quantity.comparator === '>') && kit.cues.targetAfter.test(after)) return '='
  if (quantity.comparator !== '=') return quantity.comparator
  const [first, last] = [run.quantities[0], run.quantities.at(-1)]
  const bound = [first, last].find((each) => each && each.comparator !== '=' && each.comparator !== '~')?.comparator ?? '='
  return (bound === '<' || bound === '>') && kit.cues.targetAfter.test(after) ? '=' : bound
}

/** 0.5和1.1个百分点, 0.2个和0.4个百分点: the unit that the last of a run bears is that of all. */
export function unitInRun(quantity: Quantity, run: Run): string {
  const shared = run.quantities.findLast(({ unit }) => unit !== '')?.unit ?? ''
  return quantity.unit === '' || (quantity.unit === '个' && shared.startsWith('个')) ? shared : quantity.unit
}
