/** Which county a document is of. A document of the prefecture's own (塔城地区…通报) is of no county. */
import type { RegionMention, RegionReader } from '../quantities/region.ts'
import { HEAD, type IdentitySource, SIGNATURE, type Vote } from './vote.ts'

export function countyVotes({ title, name, folders, text }: IdentitySource, regionsOf: RegionReader): Vote[] {
  const head = mostNamed(regionsOf(text.slice(0, HEAD)))
  const signature = last(regionsOf(text.slice(-SIGNATURE)))
  return [
    ...vote('标题', first(regionsOf(title))),
    ...vote('文件名', first(regionsOf(name))),
    ...vote('文件夹', last(folders.flatMap((folder) => regionsOf(folder))) ?? first(folders.flatMap((folder) => regionsOf(folder)))),
    ...vote('落款', signature, true),
    ...vote('正文开头', head, true),
    ...vote('正文', mostNamed(regionsOf(text)), true),
  ]
}

const vote = (source: string, value: string | undefined, weak = false): Vote[] => (value === undefined ? [] : [{ source, value, weak }])
const counties = (mentions: readonly RegionMention[]): string[] =>
  mentions.filter(({ kind }) => kind === 'county').map(({ region }) => region)
/** 关于各县（市）质量工作情况的通报 is the prefecture's. */
const ALL_COUNTIES = '各县（市）'
const PREFECTURE = '塔城地区'
const first = (mentions: readonly RegionMention[]): string | undefined => {
  const area = mentions.find(({ kind }) => kind === 'area')?.region
  return counties(mentions)[0] ?? (area === ALL_COUNTIES ? PREFECTURE : area)
}
const last = (mentions: readonly RegionMention[]): string | undefined => counties(mentions).at(-1)

/** The county named most often, if it is named at least twice as often as the next: a bulletin names all seven. */
function mostNamed(mentions: readonly RegionMention[]): string | undefined {
  const counts = new Map<string, number>()
  for (const county of counties(mentions)) counts.set(county, (counts.get(county) ?? 0) + 1)
  const [top, next] = [...counts].sort((a, b) => b[1] - a[1])
  return top && top[1] >= 2 * (next?.[1] ?? 0) ? top[0] : undefined
}
