/** The lexicon put to the test: its examples, what nothing ever fires, and names that two entries share. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { EntryPart, LexiconPlaces, Place } from '../../extractors/lexicon-places.ts'
import type { RunResult } from '../../reports/contract/records.ts'
import { createAwardFinder } from './award-of-title.ts'
import { type ExampleOutcome, runExamples } from './examples.ts'
import { sharedNames } from './shared-names.ts'

export interface LexiconTest {
  readonly examples: number
  readonly failures: readonly (ExampleOutcome & { readonly place: Place })[]
  /** Entries that neither an example nor a sample document ever fires. */
  readonly silent: readonly { readonly part: EntryPart; readonly key: string; readonly place: Place }[]
  readonly shared: readonly { readonly name: string; readonly places: readonly (Place & { readonly key: string })[] }[]
  readonly passed: boolean
}

/** `samples`: what was read in the sample documents. */
export function testLexicon(
  lexicon: Lexicon,
  places: LexiconPlaces,
  samples: Pick<RunResult, 'values' | 'achievements' | 'facts'>,
): LexiconTest {
  const outcomes = runExamples(lexicon)
  const failures = outcomes
    .filter(({ passed }) => !passed)
    .map((outcome) => ({ ...outcome, place: places.ofExample(outcome.part, outcome.key, outcome.kind, outcome.index) }))
  const silent = silentEntries(lexicon, outcomes, samples).map((entry) => ({ ...entry, place: places.of(entry.part, entry.key) }))
  const shared = sharedNames(lexicon).map(({ name, owners }) => ({
    name,
    places: owners.map(({ part, key }) => ({ ...places.of(part, key), key })),
  }))
  return { examples: outcomes.length, failures, silent, shared, passed: failures.length + silent.length + shared.length === 0 }
}

function silentEntries(
  lexicon: Lexicon,
  outcomes: readonly ExampleOutcome[],
  { values, achievements, facts }: Pick<RunResult, 'values' | 'achievements' | 'facts'>,
): { readonly part: EntryPart; readonly key: string }[] {
  const awardOf = createAwardFinder(lexicon)
  const fired = new Set([
    ...outcomes.flatMap(({ part, key, kind, passed }) => (passed && kind !== 'miss' ? [`${part}\n${key}`] : [])),
    ...values.map(({ indicator }) => `indicators\n${indicator}`),
    ...achievements.map(({ title }) => `awards\n${awardOf(title)?.id}`),
    ...facts.map(({ fact }) => `facts\n${fact}`),
  ])
  return (['indicators', 'awards', 'facts'] as const).flatMap((part) =>
    lexicon[part].flatMap(({ id }) => (fired.has(`${part}\n${id}`) ? [] : [{ part, key: id }])),
  )
}
