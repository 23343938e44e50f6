/**
 * Whether two records of different documents tell of one honour.
 *
 *   “天山杯”竞赛评比水资源管理奖 in the summary, “天山杯”水资源管理奖 in the last report    one
 *   国家AAA级旅游景区, 国家AAAA级旅游景区                                          two: what tells them apart is no mere word
 */
import type { Award } from './award.ts'

type Named = Pick<Award, 'title' | 'holder' | 'level'>

export const isSameHonour = (one: Named, other: Named): boolean =>
  one.level === other.level && differByWords(one.title, other.title) && differByWords(one.holder, other.holder)

/** Whether the shorter is the longer with some Chinese words left out. */
export function differByWords(one: string, other: string): boolean {
  const [short = [], long = []] = [bare(one), bare(other)].sort((a, b) => a.length - b.length)
  let at = 0
  for (const each of long)
    if (each === short[at]) at++
    else if (!/\p{Script=Han}/u.test(each)) return false
  return at === short.length && short.length > 0
}

const bare = (name: string): string[] => [...name.replace(/[“”"‘’「」《》\s]/gu, '')]
