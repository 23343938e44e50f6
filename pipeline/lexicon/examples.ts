/** Runs every example of the lexicon: what must be read at the marked place is read there, and what must not is not. */
import { createScan } from '../../extractors/achievements/scan.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { EntryPart } from '../../extractors/lexicon-places.ts'
import { answerWords, awardLevelWords, valueWords } from '../../reports/wording.ts'
import type { TextScope } from '../text-scope.ts'
import { createAwardFinder } from './award-of-title.ts'
import { overlaps, unmarked } from './marked.ts'
import { createTextReader, type TextReading } from './read-text.ts'

export type ExamplePart = Extract<EntryPart, 'indicators' | 'awards' | 'facts' | 'cues'>

export interface ExampleOutcome {
  readonly part: ExamplePart
  /** Id of the entry, or the name of the group of cue words. */
  readonly key: string
  readonly kind: 'match' | 'no' | 'unknown' | 'miss'
  readonly index: number
  readonly example: string
  readonly passed: boolean
  /** What was read at the marked place, in words. */
  readonly read: string
}

export function runExamples(lexicon: Lexicon): ExampleOutcome[] {
  const read = createTextReader(lexicon)
  const scope = exampleScope(lexicon)
  const reading = (text: string): TextReading => read(text, scope)
  return [...ofIndicators(lexicon, reading), ...ofAwards(lexicon, reading), ...ofFacts(lexicon, reading), ...ofCues(lexicon)]
}

/** Examples are read as sentences of the first county's report, of a year in which all names hold. */
export function exampleScope({ regions }: Lexicon): TextScope {
  const county = regions.counties[0]
  return { county: county?.names[0]?.name ?? null, countyId: county?.id ?? null, period: '2020-Q3' }
}

type Reading = (text: string) => TextReading

const ofIndicators = (lexicon: Lexicon, reading: Reading): ExampleOutcome[] =>
  lexicon.indicators.flatMap(({ id, examples }) =>
    kinds(examples, ['match', 'miss']).map(({ kind, index, example }) => {
      const { text, mark } = unmarked(example)
      const found = reading(text).values.filter(({ evidence }) => overlaps(evidence, mark))
      const fires = found.some(({ indicator }) => indicator === id)
      return outcome(
        'indicators',
        id,
        kind,
        index,
        example,
        fires,
        found.map((value) => `${value.name} ${valueWords(value)}`),
      )
    }),
  )

function ofAwards(lexicon: Lexicon, reading: Reading): ExampleOutcome[] {
  const awardOf = createAwardFinder(lexicon)
  return lexicon.awards.flatMap(({ id, examples }) =>
    kinds(examples, ['match', 'miss']).map(({ kind, index, example }) => {
      const { text, mark } = unmarked(example)
      const found = reading(text).achievements.filter(({ evidence }) => overlaps(evidence, mark))
      const fires = found.some(({ title }) => awardOf(title)?.id === id)
      return outcome(
        'awards',
        id,
        kind,
        index,
        example,
        fires,
        found.map(({ title, level }) => `${title}（${awardLevelWords[level]}）`),
      )
    }),
  )
}

function ofFacts(lexicon: Lexicon, reading: Reading): ExampleOutcome[] {
  const nameOf = new Map(lexicon.facts.map(({ id, name }) => [id, name]))
  return lexicon.facts.flatMap(({ id, examples }) =>
    kinds(examples, ['match', 'no', 'unknown', 'miss']).map(({ kind, index, example }) => {
      const { text, mark } = unmarked(example)
      const found = reading(text).facts.filter(({ evidence }) => overlaps(evidence, mark))
      const answer = found.find(({ fact }) => fact === id)?.answer ?? null
      const wanted = kind === 'miss' ? null : kind === 'match' ? 'yes' : kind
      const words = found.map(({ fact, answer: said }) => `${nameOf.get(fact) ?? fact}：${answerWords[said]}`)
      return { part: 'facts' as const, key: id, kind, index, example, passed: answer === wanted, read: words.join('；') }
    }),
  )
}

const ofCues = (lexicon: Lexicon): ExampleOutcome[] =>
  Object.entries(lexicon.cueExamples).flatMap(([group, examples]) => {
    const scan = createScan(lexicon, [group])
    return kinds(examples, ['match', 'miss']).map(({ kind, index, example }) => {
      const { text, mark } = unmarked(example)
      const found = scan(text).filter((cue) => overlaps(cue, mark))
      return outcome(
        'cues',
        group,
        kind,
        index,
        example,
        found.length > 0,
        found.map(({ word }) => word),
      )
    })
  })

function kinds<Kind extends string>(examples: Readonly<Record<Kind, readonly string[]>>, order: readonly Kind[]) {
  return order.flatMap((kind) => examples[kind].map((example, index) => ({ kind, index, example })))
}

function outcome(
  part: ExamplePart,
  key: string,
  kind: 'match' | 'miss',
  index: number,
  example: string,
  fires: boolean,
  read: readonly string[],
): ExampleOutcome {
  return { part, key, kind, index, example, passed: fires === (kind === 'match'), read: read.join('；') }
}
