/** Facts held against the gold. */
import type { StatedFact } from '../../extractors/facts/fact.ts'
import { type Difference, differences, differs } from './differences.ts'
import { type Figures, figures } from './figures.ts'
import type { GoldFact } from './gold.ts'
import { match } from './match.ts'
import type { Points } from './places.ts'

const ANSWERS = ['yes', 'no', 'unknown'] as const

export interface FactScore {
  readonly figures: Readonly<Record<string, Figures>>
  readonly shares: Readonly<Record<string, never>>
  readonly differences: readonly Difference[]
}

export function scoreFacts(said: readonly StatedFact[], wanted: readonly GoldFact[], points: Points): FactScore {
  const matching = match(wanted, said, (one, other) => {
    if (one.fact !== other.fact || !agrees(one.county, other.county) || !isWithin(other.period, one.period)) return null
    const places = [other.evidence, ...other.others.map(({ evidence }) => evidence)]
    if (!places.some((place) => points(one.file, one.quote, place))) return null
    return one.answer === other.answer ? 1 : 0
  })
  const right = matching.pairs.filter((pair) => pair.wanted.answer === pair.said.answer)
  const count = (items: readonly { readonly answer: string }[], answer: string): number =>
    items.filter((item) => item.answer === answer).length
  const byAnswer = ANSWERS.map((answer): [string, Figures] => [
    `facts.${answer}`,
    figures(
      count(
        right.map((pair) => pair.wanted),
        answer,
      ),
      count(said, answer),
      count(wanted, answer),
    ),
  ])
  return {
    figures: {
      facts: figures(right.length, said.length, wanted.length),
      'facts.found': figures(matching.pairs.length, said.length, wanted.length),
      ...Object.fromEntries(byAnswer),
    },
    shares: {},
    differences: differences(
      'fact',
      matching,
      (pair) => differs('回答', pair.wanted.answer, pair.said.answer),
      ({ quote, fact, answer }) => [quote, `${fact} ${answer}`],
      ({ evidence, fact, answer }) => [evidence.quote, `${fact} ${answer}`],
    ),
  }
}

/** A fact is of a year: a quarter's report may be told by the quarter or by its year. */
const isWithin = (said: string | null, wanted: string | null | undefined): boolean =>
  agrees(wanted, said) || (said !== null && wanted?.length === YEAR && said.startsWith(wanted))
const YEAR = 4

/** What the gold leaves out is not compared. */
const agrees = (wanted: string | null | undefined, said: string | null): boolean => wanted === undefined || wanted === said
