/** The words of a figure's own clause that stand before it, in its block and no further back than `reach`; a list's 、 parts them where `listed`. */
import type { CheckContext, CheckedValue } from './check.ts'
import { flat } from './counts.ts'

export function clauseBefore({ between, document }: CheckContext, { evidence }: CheckedValue, reach: number, listed: boolean): string {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - reach)
  const clauses = flat(between(from, evidence.start)).split(listed ? /[，。；、]/u : /[，。；]/u)
  return clauses.at(-1) ?? ''
}
