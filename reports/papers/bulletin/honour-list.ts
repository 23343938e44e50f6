/** The honours of a county in the year: one that several documents tell is one, under the longest name, and what has been obtained is no longer applied for. */
import type { AchievementStatus } from '../../../extractors/achievements/achievement.ts'
import type { AwardLevel } from '../../../extractors/lexicon.ts'
import { serviceOf } from '../../../rules/scoring/period.ts'
import { isSameHonour } from '../../../rules/scoring/same-honour.ts'
import type { BulletinCounty, BulletinFacts } from './facts.ts'
import type { Source } from './statement.ts'

type Stated = BulletinCounty['feed']['achievements'][number]

export interface Honour {
  readonly title: string
  readonly holder: string
  readonly level: AwardLevel
  readonly status: AchievementStatus
  /** The year that the title itself bears, where it is another than the bulletin's. */
  readonly otherYear: number | null
  readonly doubtful: boolean
  /** Not new but kept, by a review or by lasting on. */
  readonly retained: boolean
  /** What the checks found of it. */
  readonly notes: readonly string[]
  readonly sources: readonly Source[]
}

const LEVELS: readonly AwardLevel[] = ['national', 'provincial', 'prefecture', 'county', 'social', 'unknown']

/** What is new first, then the highest level, those of one level as they were read. */
export function honoursOf({ feed, name }: BulletinCounty, facts: BulletinFacts): Honour[] {
  const { scheme } = facts
  const stated = feed.achievements.filter(({ period }) => isOfYear(period, String(scheme.year)))
  const groups: Stated[][] = []
  for (const each of stated) {
    const group = groups.find(
      ([first]) => first !== undefined && first.file !== each.file && first.status === each.status && isSameHonour(first, each),
    )
    if (group === undefined) groups.push([each])
    else group.push(each)
  }
  const obtained = stated.filter(({ status }) => status === 'obtained')
  return groups
    .filter(
      ([first]) =>
        first?.status === 'obtained' || first?.status === 'revoked' || !obtained.some((other) => first && isSameHonour(first, other)),
    )
    .map((group) => honour(group, name, facts))
    .sort((a, b) => Number(a.retained) - Number(b.retained) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
}

function isOfYear(period: string | null, year: string): boolean {
  const service = serviceOf(period, year)
  return service !== null && service !== 'last-year'
}

function honour(group: readonly Stated[], county: string, { scheme, retained, contested }: BulletinFacts): Honour {
  const [longest] = [...group].sort((a, b) => b.title.length - a.title.length)
  if (longest === undefined) throw new Error('an honour without a record')
  const notes = [...new Set(group.flatMap(({ file, evidence }) => contested(file, evidence)))]
  const year = group.flatMap((each) => (each.year === null ? [] : [each.year]))[0] ?? null
  return {
    title: longest.title,
    holder: longest.holder,
    level: longest.level,
    status: longest.status,
    otherYear: year === null || year === scheme.year ? null : year,
    doubtful:
      notes.length > 0 ||
      longest.level === 'unknown' ||
      group.every((each) => each.decision === undefined && each.confidence < scheme.settings.trust),
    retained: group.every(({ evidence }) => retained.test(evidence.quote)),
    notes,
    sources: group.map(({ id, file, title, evidence }): Source => ({ county, record: 'achievement', id, file, words: title, evidence })),
  }
}
