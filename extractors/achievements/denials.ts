/** What a denial behind a title reaches: the whole list that the title stands in, and what was not kept and is taken away. */

import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import type { Cue } from './scan.ts'
import { says as is } from './status.ts'

/** ‹全国质量标杆›、自治区人民政府质量奖今年‹没有取得›…: said behind the last of a list, of all of it. */
export function deniedOfAll({ text, outside, honours }: Surroundings, index: number, clauseEnd: number): Cue | undefined {
  const last = lastOfList(text, honours, index)
  const first = outside.find(({ start }) => start >= last.wholeEnd)
  return last !== honours[index] && first && first.end <= clauseEnd && is(first, 'honour-negative') ? first : undefined
}

/** The title that a list of titles ends with, from one of them on. */
export function lastOfList(text: string, honours: readonly Honour[], index: number): Honour {
  let last = honours[index] as Honour
  for (const next of honours.slice(index + 1)) {
    if (!/^[”’]?(?:、|和|与|及|以及)[“‘]?$/u.test(text.slice(last.wholeEnd, next.start))) break
    last = next
  }
  return last
}

/** 未通过复评被注销: not kept, and taken away; 没有被取消 is neither. */
export const takenAway = (behind: readonly Cue[], denied: Cue): Cue | undefined =>
  behind.find((found) => is(found, 'honour-revoked') && found.start >= denied.end && (found.start > denied.end || denied.word.length > 2))
