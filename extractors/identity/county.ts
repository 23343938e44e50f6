/**
 * Which county a document is of. A document of the prefecture's own (塔城地区…通报) is of no county, and one whose title names several side by side
 * (塔城市、额敏县2020年…) is nobody's alone: only a file's name or folder that names one of them says whose it is to be.
 */
import type { RegionMention, RegionReader } from '../quantities/region.ts'
import { type IdentitySource, INPUT, OPENING, type Vote, type Weight } from './vote.ts'

export interface CountyReading {
  readonly votes: readonly Vote[]
  /** Where more than one county is named as if the document were theirs; null where none is. */
  readonly several: SeveralCounties | null
}

export interface SeveralCounties {
  /** 标题, 文件名 */
  readonly source: string
  readonly counties: readonly string[]
  /** Named side by side: 塔城市、额敏县; not so in 乌苏市赴托里县考察. */
  readonly together: boolean
}

/** `joins` knows what stands between names that are told together. */
export function readCountyVotes(source: IdentitySource, regionsOf: RegionReader, joins: RegExp): CountyReading {
  const { title, name, folders } = source
  const [ofTitle, ofName] = [regionsOf(title), regionsOf(name)]
  const several = severalIn('标题', title, ofTitle, joins) ?? severalIn('文件名', name, ofName, joins)
  const isJoint = (where: string): boolean => several?.source === where && several.together
  const ofFolders = folders.flatMap((folder) => regionsOf(folder))
  const stated = [
    ...vote('标题', isJoint('标题') ? undefined : first(ofTitle)),
    ...vote('文件名', severalIn('文件名', name, ofName, joins)?.together === true ? undefined : first(ofName)),
    ...vote('文件夹', last(ofFolders) ?? first(ofFolders)),
  ]
  return { votes: isJoint('标题') ? stated : [...stated, ...byText(source, regionsOf)], several }
}

function severalIn(source: string, text: string, mentions: readonly RegionMention[], joins: RegExp): SeveralCounties | null {
  const named = mentions.filter(({ kind }) => kind === 'county')
  const counties = [...new Set(named.map(({ region }) => region))]
  if (counties.length < 2) return null
  const together = named.some(({ region, span }, at) => {
    const next = named[at + 1]
    return next !== undefined && next.region !== region && joins.test(text.slice(span.end, next.span.start))
  })
  return { source, counties, together }
}

function byText({ text, head, body, signature, input }: IdentitySource, regionsOf: RegionReader): Vote[] {
  return [
    ...vote('抬头', only(regionsOf(head)), 'told'),
    ...vote('落款', only(regionsOf(signature)), 'told'),
    ...vote('正文', speaksOf(body, regionsOf(body)), 'told'),
    ...vote('正文开头', mostNamed(regionsOf(text.slice(0, OPENING))), 'hinted'),
    ...vote('正文', mostNamed(regionsOf(text)), 'hinted'),
    ...vote(INPUT, only(regionsOf(input)), 'hinted'),
  ]
}

const vote = (source: string, value: string | undefined, weight: Weight = 'stated'): Vote[] =>
  value === undefined ? [] : [{ source, value, weight }]
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

/** The one county that is named; whom a paper is sent to may be named beside who sends it. */
function only(mentions: readonly RegionMention[]): string | undefined {
  const named = [...new Set(counties(mentions))]
  return named.length === 1 ? named[0] : undefined
}

/** The county named most often, if it is named at least twice as often as the next: a bulletin names all seven. */
function mostNamed(mentions: readonly RegionMention[]): string | undefined {
  const [top, next] = byCount(counties(mentions))
  return top && top[1] >= 2 * (next?.[1] ?? 0) ? top[0] : undefined
}

/** The county that a text is of by all that it says: most of its figures stand beside its name, and 我县 or 我市 beside fewer. Others are named to compare with. */
function speaksOf(body: string, mentions: readonly RegionMention[]): string | undefined {
  const clauses = [...body.matchAll(CLAUSE)].filter(([clause]) => /[0-9]/u.test(clause))
  let at = 0
  const subjects = clauses.flatMap(({ 0: clause, index }) => {
    while (at < mentions.length && (mentions[at]?.span.start ?? 0) < index) at++
    const named = mentions[at]
    return named !== undefined && named.span.start < index + clause.length && named.kind !== 'area' ? [named.region] : []
  })
  const [top] = byCount(subjects)
  return top && top[0] !== OWN && top[1] >= AGAIN_AND_AGAIN && top[1] * 2 > clauses.length ? top[0] : undefined
}
const CLAUSE = /[^，。；！？\n\t]+/gu
/** A mention of the reporting county by 我县 and the like names no region. */
const OWN = ''
const AGAIN_AND_AGAIN = 3

function byCount(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const county of names) counts.set(county, (counts.get(county) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
