/** What a line of `achievements.jsonl` says beside title, level and status: its quote, year, region, confidence and notes. */
import type { Span } from '../document.ts'
import type { AwardLevel } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { AchievementStatus } from './achievement.ts'
import type { AchievementDraft } from './draft.ts'
import type { Honour } from './honour.ts'
import type { Holders } from './named-in.ts'
import type { Standing } from './standing.ts'

const LONGEST_QUOTE = 120

const UNDER_WAY: ReadonlySet<AchievementStatus> = new Set(['applied', 'pending', 'creating'])

/** 去年上报的…奖本月揭晓，荣膺该奖: what was under way is decided by what is said of the same title again. */
export function dropOvertaken(drafts: AchievementDraft[], { title, holder, status }: AchievementDraft): void {
  if (UNDER_WAY.has(status)) return
  const at = drafts.findIndex((draft) => draft.title === title && draft.holder === holder && UNDER_WAY.has(draft.status))
  if (at >= 0) drafts.splice(at, 1)
}

/** The titles that share the honour's words, each with its own level. */
export function titlesOf(honour: Honour): Honour[] {
  const known = honour.award?.level ? null : honour.award
  return [...honour.elided.map((title): Honour => ({ ...honour, title, award: known, awardName: '' })), honour]
}

export function yearOf(text: string): number | null {
  const years = [...text.matchAll(/((?:19|20)[0-9]{2})年/gu)]
  return years.length === 0 ? null : Number(years.at(-1)?.[1])
}

export function quotedSpan(honour: Honour, standing: Standing, holders: Holders): Span {
  const end = Math.max(honour.tailEnd, standing.verb.end)
  const start = Math.min(honour.start, standing.verb.start)
  return holders.start !== null && holders.start < start && end - holders.start <= LONGEST_QUOTE
    ? { start: holders.start, end }
    : {
        start,
        end: Math.max(
          end,
          holders.start !== null && holders.start > end && holders.start + (holders.names[0]?.length ?? 0) - start <= LONGEST_QUOTE
            ? holders.start + (holders.names[0]?.length ?? 0)
            : end,
        ),
      }
}

export function confidence(honour: Honour, standing: Standing, holders: Holders, level: AwardLevel): number {
  const doubts = [
    honour.award === null,
    standing.indirect,
    holders.names.length === 0,
    level === 'unknown',
    honour.weak,
    standing.notes.length > 0,
  ]
  return Math.round((0.95 - 0.07 * doubts.filter(Boolean).length) * 100) / 100
}

export function awardNotes({ award }: Honour): string[] {
  return award?.relevance === 'unrelated' ? ['与质量工作无直接关系，是否计入由考核部门决定'] : []
}

/** The county that the holder's own name begins with, else the one that a heading above is about. */
export function regionOf(regionsOf: RegionReader, holder: string, headings: readonly string[]): string | null {
  const own = regionsOf(holder).find(({ kind, span }) => kind !== 'self' && span.start === 0)
  if (own) return own.region
  for (const heading of headings) {
    const named = regionsOf(heading).filter(({ kind }) => kind === 'county')
    if (named.length === 1 && named[0]) return named[0].region
  }
  return null
}
