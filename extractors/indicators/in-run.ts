/** The bound and the unit of a quantity, by what it is and by the list that it stands in. */
import type { Quantity } from '../quantities/quantity.ts'
import type { Run } from './lists.ts'
import type { RoleContext } from './role-context.ts'
import type { SentenceKit } from './sentence-context.ts'
import type { Role } from './value.ts'

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

/** 最低16.2℃, of what was reached, is no bound; 约占三成 is about as much. */
export function comparatorOf(
  { cues }: SentenceKit,
  { comparator }: Quantity,
  role: Role,
  { bound, lead }: RoleContext,
): Quantity['comparator'] {
  if (role !== 'target' && cues.superlativeBound.test(bound)) return '='
  return role === 'share' && comparator === '=' && cues.aboutShare.test(lead) ? '~' : comparator
}
