/**
 * Regions: which county or wider area a text names.
 *
 * 塔城 beside 地区 is the prefecture, 和丰西海 is a firm, 塔城甘露 an apple, 质量强区 a slogan: the lexicon's `notRegions` and the longer of two
 * names decide. 我县, 全市 and the like are the reporting county (`self`).
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { createWordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import type { County, Lexicon } from '../lexicon.ts'
import { lastMonth, type Period } from './period.ts'

export interface RegionMention {
  readonly kind: 'county' | 'area' | 'self'
  /** The county's id in the lexicon, the area's name in the contract's words, or '' for `self`. */
  readonly region: string
  readonly span: FoldedSpan
}

/** 克拉玛依市为98.2%, 奎屯95%; and at the end of the words before a number. */
const FIGURE = /^的?(?:平均|同期|全年)?(?:为|是|达到?|有|约|仅|只有|：){0,2}(?:$|[0-9])/u
/** Such a place begins a clause, or what one is measured against. */
const OPENS = /(?:^|[，。；：、（\n]|[比较与跟同和及])$/u
const SAID = /^[^，。；]{0,24}/u

export type RegionReader = (text: string) => RegionMention[]

/** 在10个地区: so many areas, and not this one. */
const COUNTED = '个'
/** 自治区水利建设质量考核得: so far behind the area it is said. */
const LONGEST_ASSESSED = 24

/** `others`: whether places beside the seven counties are read too, where a figure of theirs is told; they are named as counties are. */
export function createRegionReader({ regions }: Lexicon, others = false): RegionReader {
  const meaning = new Map<string, Pick<RegionMention, 'kind' | 'region'> | null>()
  const elsewhere = new Set(others ? [...regions.elsewhere.names, ...regions.elsewhere.aliases] : [])
  for (const word of regions.self) meaning.set(word, { kind: 'self', region: '' })
  for (const county of regions.counties)
    for (const name of [...county.names.map((entry) => entry.name), ...county.aliases])
      meaning.set(name, { kind: 'county', region: county.id })
  for (const area of regions.areas) for (const word of area.words) meaning.set(word, { kind: 'area', region: area.name })
  for (const word of regions.notRegions) meaning.set(word, null)
  for (const { aliases } of regions.counties)
    for (const alias of aliases) for (const tail of regions.nameTails) meaning.set(alias + tail, null)
  // 地区下拨, 自治区考核: who acts is not whose it is; 全地区 acts on nobody.
  for (const { words } of regions.areas)
    for (const word of words.filter((each) => !each.startsWith('全') && !each.startsWith('各')))
      for (const act of regions.superiorActs) meaning.set(word + act, null)
  for (const name of elsewhere) meaning.set(name, { kind: 'county', region: name })
  const finder = createWordFinder(meaning.keys())
  const dealt = new RegExp(wordPattern(regions.elsewhere.deals), 'u')
  const short = new Set(regions.elsewhere.aliases)
  /** Whether a figure of that place is told, which is not only one where something comes from. */
  const isSaidOf = (text: string, word: string, start: number, end: number): boolean => {
    const behind = text.slice(end)
    return FIGURE.test(behind) || (!short.has(word) && OPENS.test(text.slice(0, start)) && !dealt.test(SAID.exec(behind)?.[0] ?? ''))
  }
  const assesses = new RegExp(`^(?!平均)[^，。；、0-9]{0,14}(?:${wordPattern(regions.assessments)})(?:[里上我本市县]{0,3}得|，)`, 'u')
  return (text) => {
    const mentions: RegionMention[] = []
    for (const { word, start, end } of finder.all(text)) {
      const found = meaning.get(word)
      const isNone = found?.kind === 'area' && (text[start - 1] === COUNTED || assesses.test(text.slice(end, end + LONGEST_ASSESSED)))
      if (elsewhere.has(word) && !isSaidOf(text, word, start, end)) continue
      if (found && !isNone) mentions.push({ ...found, span: foldedSpan(start, end) })
    }
    return mentions
  }
}

/** The county's official name in a period: 沙湾县 to 2020, 沙湾市 from January 2021. Without a period, the name in use now. */
export function countyName(county: County, period: Period | null): string {
  const month = period === null ? '9999-12' : lastMonth(period)
  const inUse = county.names.find(({ from, to }) => (!from || from <= month) && (!to || month <= to))
  return (inUse ?? county.names.at(-1))?.name ?? county.id
}
