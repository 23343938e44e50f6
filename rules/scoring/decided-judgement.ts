/**
 * Reports as reviewers judged them: a criterion that was decided stands in place of the machine's, and the verdict is told again of the criteria, unless it
 * was decided itself. For what counts reports; an item reads its own decision (`county-scope.ts`).
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { Criteria } from '../analysis/assessment.ts'
import { verdict } from '../analysis/verdict.ts'
import type { Decision } from './decisions.ts'
import type { FeedAssessment } from './feed.ts'
import { judgements, operandName, operandsOf } from './operand.ts'
import { serviceOf } from './period.ts'
import { judgementCode } from './read/judged.ts'
import type { Scheme } from './scheme.ts'

export type Aspect = keyof typeof judgements
type Judged = Pick<FeedAssessment, 'county' | 'period' | 'verdict' | 'criteria' | 'copying'>

/** By what was judged, the numbers of the decisions that took part. */
export type DecidedAspects = Partial<Record<Aspect, readonly number[]>>

export function decidedAssessments<Report extends Judged>(
  assessments: readonly Report[],
  decisions: readonly Decision[],
  scheme: Scheme,
  lexicon: Lexicon,
): (Report & { readonly decided?: DecidedAspects })[] {
  const entries = entriesOf(decisions, scheme)
  if (entries.length === 0) return [...assessments]
  const idOf = countyIds(lexicon)
  return assessments.map((report) => {
    const id = idOf.get(report.county ?? '') ?? report.county
    const own = entries.filter(({ county, period }) => county === id && serviceOf(report.period, period) === 'own')
    return own.length === 0 ? report : withDecided(report, own)
  })
}

interface Entry {
  readonly county: string
  readonly period: string
  readonly aspect: Aspect
  readonly level: string
  readonly number: number
}

/** Entries of a level that there is, in the order of the file. */
function entriesOf(decisions: readonly Decision[], { items }: Scheme): Entry[] {
  return decisions.flatMap((decision) => {
    if (decision.about !== 'item' || typeof decision.value !== 'string') return []
    const { county, period, item, of, value, number } = decision
    const level = judgementCode(value)
    return operandsOf(items.find(({ id }) => id === item)?.rule).flatMap((operand) => {
      if (!('assessment' in operand) || (of !== undefined && of !== operandName(operand))) return []
      const aspect = operand.assessment
      return (judgements[aspect] as readonly string[]).includes(level) ? [{ county, period, aspect, level, number }] : []
    })
  })
}

/** The last entry counts. */
function withDecided<Report extends Judged>(report: Report, entries: readonly Entry[]): Report & { readonly decided: DecidedAspects } {
  const last = new Map(entries.map((entry) => [entry.aspect, entry]))
  const criteria: Record<string, Judged['criteria'][keyof Criteria]> = { ...report.criteria }
  const decided: { [Each in Aspect]?: readonly number[] } = {}
  for (const { aspect, level, number } of last.values()) {
    decided[aspect] = [number]
    if (aspect !== 'verdict') criteria[aspect] = { ...report.criteria[aspect], level, missing: '' }
  }
  const own = last.get('verdict')
  const judged = criteria as unknown as Criteria
  return {
    ...report,
    criteria,
    verdict: own === undefined ? verdict(judged, report.copying) : own.level,
    decided: own === undefined ? { ...decided, verdict: Object.values(decided).flat() } : decided,
  } as Report & { readonly decided: DecidedAspects }
}

const countyIds = perLexicon(
  ({ regions }: Lexicon): ReadonlyMap<string, string> =>
    new Map(regions.counties.flatMap(({ id, names }) => names.map(({ name }) => [name, id] as const))),
)
