/** Everything that the lexicon knows by a name, in one list: what `zhijian lexicon` lists, explains and looks words up in. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { LexiconPlaces, Place } from '../../extractors/lexicon-places.ts'
import type { ReportScheme } from '../../reports/context.ts'
import { targetWords } from '../../reports/targets.ts'
import { awardLevelWords } from '../../reports/wording.ts'

export type EntryKind = 'indicator' | 'generic' | 'fact' | 'award' | 'field' | 'county' | 'unit' | 'cue'

export const kindNames: Readonly<Record<EntryKind, string>> = {
  indicator: '指标',
  generic: '共用说法',
  fact: '事实',
  award: '荣誉',
  field: '领域',
  county: '县市',
  unit: '单位',
  cue: '词组',
}

export interface LexiconEntry {
  readonly kind: EntryKind
  readonly id: string
  readonly name: string
  /** Every other word that leads to it. */
  readonly names: readonly string[]
  readonly unit: string
  /** What kind of thing it is: the kind of an indicator, the level of an honour. */
  readonly sort: string
  readonly field: string
  readonly examples: readonly { readonly kind: ExampleKind; readonly text: string }[]
  /** Further lines of its explanation: label and words. */
  readonly details: readonly (readonly [string, string])[]
  readonly place: Place
}

export type ExampleKind = 'match' | 'no' | 'unknown' | 'miss'

const KINDS: Readonly<Record<string, string>> = {
  ratio: '比率',
  count: '数量',
  score: '得分',
  change: '变化',
  money: '金额',
  duration: '时长',
  index: '指数',
}
const DIRECTIONS: Readonly<Record<string, string>> = { higher: '越高越好', lower: '越低越好', zero: '应为零', context: '看情况' }
const RELEVANCE: Readonly<Record<string, string>> = { quality: '质量工作', adjacent: '相邻工作', unrelated: '与质量工作无关' }

export function lexiconEntries(lexicon: Lexicon, scheme: ReportScheme, places: LexiconPlaces): LexiconEntry[] {
  return [
    ...indicators(lexicon, scheme, places),
    ...generics(lexicon, places),
    ...facts(lexicon, places),
    ...awards(lexicon, places),
    ...others(lexicon, places),
  ]
}

const joined = (words: readonly string[]): string => words.join('、')
const plain = { unit: '', sort: '', field: '', examples: [], details: [] }

function examplesOf(examples: Readonly<Partial<Record<ExampleKind, readonly string[]>>>): LexiconEntry['examples'] {
  return (['match', 'no', 'unknown', 'miss'] as const).flatMap((kind) => (examples[kind] ?? []).map((text) => ({ kind, text })))
}

const indicators = ({ indicators: all, generics: terms, fields }: Lexicon, scheme: ReportScheme, places: LexiconPlaces): LexiconEntry[] =>
  all.map((entry) => {
    const target = scheme.targets[entry.id]
    const { formula } = entry
    const meant = terms.filter(({ candidates }) => candidates.includes(entry.id)).map(({ term }) => term)
    return {
      kind: 'indicator',
      id: entry.id,
      name: entry.name,
      names: entry.aliases,
      unit: entry.unit,
      sort: KINDS[entry.kind] ?? entry.kind,
      field: fields.find(({ id }) => id === entry.field)?.name ?? '',
      examples: examplesOf(entry.examples),
      details: [
        ['类别', `${entry.domain}，${DIRECTIONS[entry.direction] ?? ''}`],
        ['公式', formula === null ? '' : `${formula.numerator.join('／')} ÷ ${formula.denominator.join('／')} × ${formula.factor}`],
        ['事件', joined(entry.events)],
        ['共用说法', joined(meant)],
        ['目标', target === undefined ? '方案没有要求' : `${targetWords(target, entry.unit)}（${target.source ?? '未注明出处'}）`],
        ['说明', entry.notes],
      ],
      place: places.of('indicators', entry.id),
    }
  })

const generics = ({ generics: all, indicators: known }: Lexicon, places: LexiconPlaces): LexiconEntry[] =>
  all.map(({ term, rate, candidates }) => ({
    ...plain,
    kind: 'generic',
    id: term,
    name: term,
    names: [],
    sort: rate ? '比率' : '数量',
    details: [
      ['可指', joined(candidates.map((id) => known.find((indicator) => indicator.id === id)?.name ?? id)) || '不定，不归入任何指标'],
    ],
    place: places.of('generics', term),
  }))

const facts = ({ facts: all }: Lexicon, places: LexiconPlaces): LexiconEntry[] =>
  all.map((entry) => ({
    ...plain,
    kind: 'fact',
    id: entry.id,
    name: entry.name,
    names: entry.aliases,
    sort: '是否',
    examples: examplesOf(entry.examples),
    details: [
      ['算做了', joined([...entry.yes, ...entry.implies])],
      ['算没做', joined(entry.no)],
      ['不是它', joined(entry.misfires)],
      ['相近，须核实', joined(entry.near)],
      ['说明', entry.notes],
    ],
    place: places.of('facts', entry.id),
  }))

const awards = ({ awards: all }: Lexicon, places: LexiconPlaces): LexiconEntry[] =>
  all.map((entry) => ({
    ...plain,
    kind: 'award',
    id: entry.id,
    name: entry.name,
    names: entry.aliases,
    sort: entry.level === null ? '级别看原文' : awardLevelWords[entry.level],
    examples: examplesOf(entry.examples),
    details: [
      ['关系', RELEVANCE[entry.relevance] ?? ''],
      ['说明', entry.notes],
    ],
    place: places.of('awards', entry.id),
  }))

const others = ({ fields, regions, units, cues, cueNotes, cueExamples }: Lexicon, places: LexiconPlaces): LexiconEntry[] => [
  ...fields.map(
    ({ id, name, words, parts }): LexiconEntry => ({
      ...plain,
      kind: 'field',
      id,
      name,
      names: [...words, ...parts],
      details: [
        ['整体', joined(words)],
        ['部分', joined(parts)],
      ],
      place: places.of('fields', id),
    }),
  ),
  ...regions.counties.map(
    ({ id, names, aliases }): LexiconEntry => ({
      ...plain,
      kind: 'county',
      id,
      name: names.at(-1)?.name ?? id,
      names: [...names.map(({ name }) => name), ...aliases],
      place: places.of('regions', id),
    }),
  ),
  ...units.map(
    ({ unit, synonyms }): LexiconEntry => ({
      ...plain,
      kind: 'unit',
      id: unit,
      name: unit,
      names: synonyms,
      place: places.of('units', unit),
    }),
  ),
  ...Object.entries(cues)
    .filter(([group]) => !group.endsWith(':misfires'))
    .map(
      ([group, words]): LexiconEntry => ({
        ...plain,
        kind: 'cue',
        id: group,
        name: group,
        names: words,
        examples: examplesOf(cueExamples[group] ?? {}),
        details: [
          ['说明', cueNotes[group] ?? ''],
          ['不算', joined(cues[`${group}:misfires`] ?? [])],
        ],
        place: places.of('cues', group),
      }),
    ),
]
