/**
 * A rate of a part of a whole is not over 100%, and a count is not below zero. A degree of completion (完成任务的105%) and a growth may be over 100%.
 *
 * A rate that the lexicon lacks is bounded where its own words say that it is one of those (合格率, 办结率).
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckedValue, defineCheck } from './check.ts'

/** How far before a rank it is said among whom. */
const NEAR = 14
/** Among more than the seven counties, told further off. */
const WIDER = 24

const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference', 'share'])

const WIDER_AREAS: ReadonlySet<string> = new Set(['自治区', '全国'])

const patterns = perLexicon((lexicon) => ({
  ratios: new Map(lexicon.indicators.filter(({ kind, unit }) => kind === 'ratio' && unit === '%').map(({ id, name }) => [id, name])),
  bounded: new RegExp(`(?:${wordPattern(cue(lexicon, 'bounded-rates'))})$`, 'u'),
  anyRate: new RegExp(`(?<!${wordPattern(cue(lexicon, 'unbounded-rates'))})率$`, 'u'),
  counted: new Set(cue(lexicon, 'counting-units')),
  wider: new RegExp(wordPattern(lexicon.regions.areas.filter(({ name }) => WIDER_AREAS.has(name)).flatMap(({ words }) => words)), 'u'),
  amongAll: new RegExp(wordPattern(cue(lexicon, 'all-counties')), 'u'),
}))

export const range = defineCheck({
  kind: 'range',
  *examine({ values, lexicon, between }) {
    const { ratios, bounded, anyRate, counted, amongAll, wider } = patterns(lexicon)
    const nameOf = ({ indicator, breakdown, name }: CheckedValue): string | undefined =>
      ratios.get(indicator ?? breakdown?.of ?? '') ?? (indicator === null && bounded.test(name) ? name : undefined)
    const counties = lexicon.regions.counties.length
    for (const value of values) {
      const { unit, role, upper, evidence } = value
      const most = upper ?? value.value
      const name = unit === '%' && role !== 'change' && most > 100 ? nameOf(value) : undefined
      const isLikely =
        name === undefined && unit === '%' && LEVELS.has(role) && most > 100 && value.indicator === null && value.breakdown === null
      if (isLikely && anyRate.test(value.name))
        yield {
          severity: 'warning',
          claimed: most,
          recomputed: 100,
          evidence: [evidence],
          message: `${value.name}写作“${evidence.quote}”，超过100%，请核对`,
        }
      if (name !== undefined)
        yield {
          severity: 'error',
          claimed: most,
          recomputed: 100,
          evidence: [evidence],
          message: `${name}不会超过100%，文中写作“${evidence.quote}”，请核对`,
        }
      const isOfAll = role === 'rank' && value.value > counties && amongAll.test(between(evidence.start - NEAR, evidence.start))
      if (isOfAll && !wider.test(between(evidence.start - WIDER, evidence.start)))
        yield {
          severity: 'error',
          claimed: value.value,
          recomputed: counties,
          evidence: [evidence],
          message: `全地区共${counties}个县（市），文中写作“${evidence.quote}”，请核对`,
        }
      if ((role === 'actual' || role === 'reference') && value.value < 0 && counted.has(unit))
        yield {
          severity: 'error',
          claimed: value.value,
          recomputed: 0,
          evidence: [evidence],
          message: `数量不会是负数，文中写作“${evidence.quote}”，请核对`,
        }
    }
  },
})
