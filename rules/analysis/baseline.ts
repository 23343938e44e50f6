/** What the words of a clause set a result against: last year, the quarter before, a target, another county, a wider area. */
import { createWordFinder } from '../../extractors/language/word-finder.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueTest } from './cue-test.ts'
import { memoryOf, remembered } from './remembered.ts'
import type { SentenceView } from './sentence-view.ts'

/** A rank is a comparison with the other counties; a base year is an earlier point. */
export type Baseline = 'yoy' | 'qoq' | 'previous' | 'target' | 'average' | 'peer' | 'structure'

export interface Reporter {
  readonly county: string | null
  readonly period: string | null
  /** What the report itself says its 对照组 is. */
  readonly controls?: readonly Control[]
}

interface Control {
  readonly name: string
  readonly baseline: Baseline
}

export interface Baselines {
  /** null: the clause speaks of the report's own place and time. */
  readonly of: (text: string, reporter: Reporter) => Baseline | null
  /** The clause names another county. */
  readonly namesPeer: (text: string, county: string | null) => boolean
  /** Speaks of a wider area's own result from its first words on: 全区滴灌带不合格率…, not 全地区平均… */
  readonly isOfArea: (text: string) => boolean
  readonly namesSelf: (text: string, county: string | null) => boolean
}

const WORDED = ['previous', 'yoy', 'qoq', 'target', 'average', 'peer'] as const
const QUARTERS = '一二三四'
const QUARTER = new RegExp(`([${QUARTERS}])季度`, 'u')

export const createBaselines = perLexicon((lexicon): Baselines => {
  const memory = memoryOf(lexicon)
  const worded = WORDED.map((baseline) => [baseline, cueTest(lexicon, `baseline-${baseline}`)] as const)
  const counties = lexicon.regions.counties.map(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases])
  /** 上学年、上一茬、头一个榨季: whatever the trade reckons by. */
  const earlier = (nouns: string): RegExp =>
    new RegExp(`(?<!以)(?:${wordPattern(cue(lexicon, 'earlier-openers'))})(?:${wordPattern(cue(lexicon, nouns))})`, 'u')
  const [seasons, terms] = [earlier('yearly-terms'), earlier('shorter-terms')]
  const lookalikes = createWordFinder(lexicon.regions.notRegions)
  const area = createWordFinder(lexicon.regions.areas.flatMap(({ words }) => words))
  /** 2019年全地区…, 三季度全区…: when, and then whose. */
  const ofArea = new RegExp(`^(?:20[0-9]{2}年)?.{0,4}(?:${wordPattern(lexicon.regions.areas.flatMap(({ words }) => words))})`, 'u')
  const average = cueTest(lexicon, 'baseline-average')
  const self = createWordFinder(lexicon.regions.self)
  const places = counties.map((names) => ({ names, finder: createWordFinder(names) }))
  const anyPlace = createWordFinder(counties.flat())
  const placesIn = (text: string) => (anyPlace.isIn(text) ? places.filter(({ finder }) => finder.isIn(text)) : [])
  /** Without what only looks like a region's name. */
  const plain = memory.of((text) => lookalikes.without(text))
  const named = memory.of((text) => placesIn(plain(text)))
  const namesPeer = (text: string, county: string | null): boolean => named(text).some(({ names }) => !names.includes(county ?? ''))
  const read = (text: string, { county, period, controls }: Reporter): Baseline | null => {
    const control = controls?.find(({ name }) => text.includes(name))
    if (control) return control.baseline
    const found = worded.find(([, test]) => test(text))
    if (found) return found[0]
    if (seasons.test(text)) return 'yoy'
    if (terms.test(text)) return 'qoq'
    if (namesPeer(text, county)) return 'peer'
    if (area.isIn(plain(text))) return 'average'
    const year = /(20[0-9]{2})年/u.exec(text)?.[1]
    const quarter = QUARTERS.indexOf(QUARTER.exec(text)?.[1] ?? '?') + 1
    if (year !== undefined && isQuarterBefore(`${year}-Q${quarter}`, period)) return 'qoq'
    if (year !== undefined && period !== null && !period.startsWith(year)) return 'yoy'
    const own = /-Q([1-4])$/u.exec(period ?? '')?.[1]
    return quarter > 0 && own !== undefined && quarter !== Number(own) ? 'qoq' : null
  }
  const readFor = remembered((reporter: Reporter) => {
    const known = new Map<string, Baseline | null>()
    return (text: string): Baseline | null => {
      const before = known.get(text)
      if (before !== undefined) return before
      const told = read(text, reporter)
      known.set(text, told)
      return told
    }
  })
  return {
    namesPeer,
    isOfArea: (text) => ofArea.test(plain(text)) && !average(text),
    namesSelf: (text, county) => self.isIn(text) || placesIn(text).some(({ names }) => names.includes(county ?? '')),
    of: (text, reporter) => readFor(reporter)(text),
  }
})

/** 2019-Q4 is the quarter before 2020-Q1, though of another year. */
export function isQuarterBefore(earlier: string | null, later: string | null): boolean {
  const [before, after] = [earlier, later].map((period) => /^([0-9]{4})-Q([1-4])$/u.exec(period ?? ''))
  return !!before && !!after && Number(after[1]) * 4 + Number(after[2]) - Number(before[1]) * 4 - Number(before[2]) === 1
}

/** 对照组为2021年第四季度: the names by which a report calls its own baselines from there on. */
export function createControls(lexicon: Lexicon): (sentences: readonly SentenceView[], reporter: Reporter) => Control[] {
  const { of } = createBaselines(lexicon)
  const defined = new RegExp(`(${wordPattern(cue(lexicon, 'control-names'))})(?:为|是|取|选|：)(.+)`, 'u')
  return (sentences, reporter) =>
    sentences
      .flatMap(({ clauses }) => clauses)
      .flatMap(({ words }) => {
        const [, name = '', said = ''] = defined.exec(words) ?? []
        const baseline = name === '' ? null : of(said, reporter)
        return baseline === null ? [] : [{ name, baseline }]
      })
}
