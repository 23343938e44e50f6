/**
 * Whether two records tell of one honour.
 *
 *   “天山杯”竞赛评比水资源管理奖 in the summary, “天山杯”水资源管理奖 in the last report    one
 *   国家AAA级旅游景区, 国家AAAA级旅游景区                                          two: what tells them apart is no mere word
 *   国家AAA级旅游景区, 国家3A级旅游景区                                            one, however its level is written
 *   凯赛生物 and 凯赛（乌苏）生物材料有限公司, both in one document                     perhaps one: a person has to say
 */
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import type { Award } from './award.ts'

type Named = Pick<Award, 'title' | 'holder' | 'level'>

/** Told by two documents. */
export const isSameHonour = (one: Named, other: Named): boolean => one.level === other.level && mayBeSame(one, other)

/** Equal but for the way in which a level is written. */
export const isEqualHonour = (one: Named, other: Named): boolean =>
  uniform(one.title) === uniform(other.title) && uniform(one.holder) === uniform(other.holder)

/** Short and full names of one title and one holder, whatever level each was read with. */
export const mayBeSame = (one: Pick<Named, 'title' | 'holder'>, other: Pick<Named, 'title' | 'holder'>): boolean =>
  differByWords(one.title, other.title) && differByWords(one.holder, other.holder)

/** Whether the shorter is the longer with some Chinese words left out. */
export function differByWords(one: string, other: string): boolean {
  const [short = [], long = []] = [[...uniform(one)], [...uniform(other)]].sort((a, b) => a.length - b.length)
  let at = 0
  for (const each of long)
    if (each === short[at]) at++
    else if (!/\p{Script=Han}/u.test(each)) return false
  return at === short.length && short.length > 0
}

/** 3A as AAA, 五星级 as 5星级; without marks and brackets. */
const uniform = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{P}\s]/gu, '')
    .replace(/[一二三四五](?=[星级A])/gu, (numeral) => String(chineseNumeral(numeral) ?? numeral))
    .replace(/([1-9])A(?!A)/gu, (_, count: string) => 'A'.repeat(Number(count)))
