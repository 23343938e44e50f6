/** What was left out of a document, as places of its text: stretches that touch or overlap are one, under the reason of the first. */
import { foldedSpan, toSource } from '../../extractors/document.ts'
import type { LeftOut } from './copy.ts'
import type { Prepared } from './prepared.ts'

export function leftOutPlaces({ folded, leftOut }: Pick<Prepared, 'folded' | 'leftOut'>): LeftOut[] {
  const joined: LeftOut[] = []
  for (const stretch of leftOut) {
    const last = joined.at(-1)
    if (last !== undefined && stretch.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, stretch.end) }
    else joined.push(stretch)
  }
  return joined.map(({ start, end, reason }) => ({ ...toSource(folded, foldedSpan(start, end)), reason }))
}
