/** Which open items decide a county's grade: what has to be settled first. */
import type { CountyScore } from '../../../rules/scoring/score.ts'
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

/** Missing quarters and vetoes before items; of those, the one of most effect first. A grade that the office decided hangs on vetoes alone. */
function decidingItems({ quarters, vetoes, review, gradeDecision }: CountyScore, wording: OverviewWording): string[] {
  const isDecided = gradeDecision !== undefined
  return [
    ...vetoes.filter(({ answer }) => answer === 'unknown').map(({ name }) => filled(wording.decidingVeto, { name })),
    ...quarters
      .filter(({ state }) => state === 'missing' && !isDecided)
      .map(({ period }) => filled(wording.decidingMissing, { period: shortPeriod(period) })),
    ...review
      .filter(({ decides }) => decides && !isDecided)
      .map(({ period, name }) => filled(wording.decidingItem, { period: period.includes('-') ? shortPeriod(period) : '', name })),
  ]
}
