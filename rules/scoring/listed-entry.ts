/** Things that a reviewer lists in one cell: 甲文（2人）；乙文. 无 lists none. */
import type { Listed } from './scope.ts'

export const listExample = '甲文（2人）；乙文'
export const expectedList = `应逐项列出，各项用“；”隔开，几人共有的注明人数，如 ${listExample}；没有的填 无`

/** null for what lists nothing. */
export function listedEntry(written: string): readonly Listed[] | null {
  if (written.trim() === NONE) return []
  const things = written
    .split(/[;；\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const listed = things.flatMap(listedThing)
  return listed.length === 0 || listed.length < things.length ? null : listed
}

const NONE = '无'
const SHARED = /[（(](\d{1,4})\s*人[）)]$/u

function listedThing(written: string): Listed[] {
  const shared = SHARED.exec(written)
  const title = shared === null ? written : written.slice(0, shared.index).trim()
  const people = Number(shared?.[1] ?? 1)
  if (title === '' || people < 1) return []
  return [people === 1 ? { title } : { title, people }]
}
