/** Which open items decide a county's grade: what has to be settled first. */
import type { CountyScore } from '../../../rules/scoring/score.ts'
import { decidingApart } from '../../deciding-apart.ts'
import { filled } from '../wording.ts'
import type { DecidingRow } from './facts.ts'
import { isOpenGrade, shortPeriod } from './read.ts'
import type { OverviewWording } from './wording.ts'

/** Counties whose grade may still change; where the fewest items decide it first. */
export const decidingRows = (counties: readonly CountyScore[], wording: OverviewWording): DecidingRow[] =>
  counties
    .filter(isOpenGrade)
    .map((county): DecidingRow => {
      const items = decidingItems(county, wording)
      const shown = items.slice(0, wording.figures.items).join('、')
      return {
        county: county.county,
        grades: county.grades,
        words: items.length > wording.figures.items ? filled(wording.decidingCount, { items: shown, count: items.length }) : shown,
        count: items.length,
      }
    })
    .sort((a, b) => a.count - b.count)

/** Vetoes and missing quarters before items; of those, the one of most effect first. */
function decidingItems(county: CountyScore, wording: OverviewWording): string[] {
  const { missing, vetoes } = decidingApart(county)
  return [
    ...vetoes.map((name) => filled(wording.decidingVeto, { name })),
    ...missing.map((period) => filled(wording.decidingMissing, { period: shortPeriod(period) })),
    ...county.review
      .filter(({ decides }) => decides)
      .map(({ period, name }) => filled(wording.decidingItem, { period: period.includes('-') ? shortPeriod(period) : '', name })),
  ]
}
