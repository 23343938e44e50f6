/** What an indicator stands at: the level reached; of an indicator that is itself a change against the year before (投诉总量同比变化), that change. */
import type { Indicator } from '../lexicon.ts'
import type { Role, Value } from './value.ts'

/** Roles that are stated in the indicator's own unit: no change, share or rank. */
export const levelRoles: ReadonlySet<Role> = new Set<Role>(['actual', 'reference', 'target'])

export const isLevel = ({ role, basis }: Pick<Value, 'role' | 'basis'>, kind: Indicator['kind'] | undefined): boolean =>
  role === 'actual' || (kind === 'change' && role === 'change' && (basis === 'yoy' || basis === null))
