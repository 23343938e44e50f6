/** Campaigns that have their month (质量月 is September): a report on one is of that month, and 明年“质量月” is the same month a year on. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { firstMonth, lastMonth, type Period, yearOf, yearsAway } from '../quantities/period.ts'

export interface CampaignReader {
  /** The month of the campaign that a title names, where it lies in the document's period; else that period. */
  readonly within: (title: string, period: Period | null) => Period | null
  /** The month of a campaign of another year that a sentence names; null where it names none. */
  readonly away: (words: string, period: Period) => Period | null
}

const MONTHS = ['03', '04', '05', '06', '09', '10', '11'] as const

export function createCampaignReader(lexicon: Lexicon): CampaignReader {
  const campaigns = MONTHS.map((month) => [month, new RegExp(`“?(?:${wordPattern(cue(lexicon, `campaign-${month}`))})”?`, 'u')] as const)
  const named = (words: string): { month: string; at: number } | null => {
    for (const [month, pattern] of campaigns) {
      const found = pattern.exec(words)
      if (found) return { month, at: found.index }
    }
    return null
  }
  return {
    within: (title, period) => {
      const found = period === null ? null : named(title)
      if (!found || period === null) return period
      const month = `${yearOf(period)}-${found.month}`
      return month >= firstMonth(period) && month <= lastMonth(period) ? month : period
    },
    away: (words, period) => {
      const found = named(words)
      const years = found ? yearsAway(words, found.at) : 0
      return found && years !== 0 ? `${yearOf(period) + years}-${found.month}` : null
    },
  }
}
