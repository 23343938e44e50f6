/** Honours as they are written down: said twice is one line, and each with its county, holder and quote. */
import { type Document, foldedSpan, quote, toSource } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import type { Lexicon } from '../lexicon.ts'
import { countyName } from '../quantities/region.ts'
import type { Achievement } from './achievement.ts'
import type { AchievementDraft } from './draft.ts'

const MEMORY = 500
const PRIZE = '奖'

/** 政府质量奖 and 政府质量奖提名奖 are two: a prize named on behind another's name. */
function isOtherPrize(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.endsWith(PRIZE) && long.endsWith(PRIZE) && !long.endsWith(short)
}

/**
 * What is said again with the same status is one line: the same holder, and one entry of the catalogue or of two titles one that contains the other.
 * Each is set against the last MEMORY lines, more than any report holds.
 */
export function distinct(drafts: readonly AchievementDraft[]): AchievementDraft[] {
  const kept: { readonly draft: AchievementDraft; readonly title: string }[] = []
  const alike = (a: string, b: string): boolean => a.includes(b) || b.includes(a)
  const sameHolder = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && alike(a, b))
  for (const draft of drafts) {
    const title = draft.title.replace(/[“”‘’"\s]/gu, '')
    const isAgain = ({ draft: other, title: otherTitle }: (typeof kept)[number]): boolean =>
      other.status === draft.status &&
      sameHolder(other.holder, draft.holder) &&
      ((draft.award !== null && draft.award === other.award) || (alike(title, otherTitle) && !isOtherPrize(title, otherTitle)))
    const from = Math.max(0, kept.length - MEMORY)
    const again = kept.slice(from).findIndex(isAgain)
    if (again < 0) kept.push({ draft, title })
    else if (draft.title === draft.award) kept[from + again] = { draft, title }
  }
  return kept.map(({ draft }) => draft)
}

export function toAchievement(draft: AchievementDraft, document: Document, identity: Identity, lexicon: Lexicon): Omit<Achievement, 'id'> {
  const shown = (region: string): string => {
    const county = lexicon.regions.counties.find(({ id }) => id === region)
    return county ? countyName(county, identity.period) : region
  }
  const county = draft.region === null ? identity.county : shown(draft.region)
  const named = lexicon.regions.counties.find(
    ({ names, aliases }) => names.some(({ name }) => name === draft.holder) || aliases.includes(draft.holder),
  )
  return {
    file: document.file,
    county,
    period: identity.period,
    title: draft.title,
    holder: named ? countyName(named, identity.period) : draft.holder || county || '未写明',
    level: draft.level,
    status: draft.status,
    year: draft.year,
    evidence: quote(document, toSource(document.folded, foldedSpan(draft.span.start, draft.span.end))),
    confidence: draft.confidence,
    notes: draft.notes,
  }
}
