/** The feed by county, and within it by what rules ask for, so that no item looks through all records. */

import { isLevel, levelRoles } from '../../extractors/indicators/level.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { inUnit } from '../../extractors/quantities/in-unit.ts'
import type { Finding } from '../checks/finding.ts'
import type { Practice } from '../practices/practice.ts'
import type { DecidedAchievement, DecidedDocument, DecidedFact, DecidedFeed, DecidedValue } from './apply-decisions.ts'
import type { FeedAssessment } from './feed.ts'
import { misfitOf } from './misfit.ts'

export type CountyValue = DecidedValue & {
  /** A change that is what its indicator stands at, so that an item asks for it without naming a role. */
  readonly isLevel?: true
  /** The indicator's unit, where the value bears one that cannot stand for it: a rate in 批次, a count in %. */
  readonly unitAsked?: string
  /** What else the document states and the corrected number no longer fits, in words. */
  readonly misfit?: string
}

export interface CountyFeed {
  /** The county's id in the lexicon. */
  readonly id: string
  readonly documents: readonly DecidedDocument[]
  /** By file; those of earlier years too, of which only `earlier` is read. */
  readonly documentOf: ReadonlyMap<string, DecidedDocument>
  /** By indicator; of a part, by the whole's indicator. Amounts are in the indicator's own unit (万元), in which schemes ask. */
  readonly values: ReadonlyMap<string, readonly CountyValue[]>
  /** Of the same form: what a decision put aside. */
  readonly rejected: ReadonlyMap<string, readonly CountyValue[]>
  /** What the county had reported in earlier submissions that were given to compare with. */
  readonly earlier: ReadonlyMap<string, readonly CountyValue[]>
  /** What its documents state of wider areas (the prefecture's average). */
  readonly around: ReadonlyMap<string, readonly CountyValue[]>
  readonly facts: ReadonlyMap<string, readonly DecidedFact[]>
  readonly achievements: readonly DecidedAchievement[]
  readonly assessments: readonly FeedAssessment[]
  readonly checks: readonly Finding[]
  readonly practices: readonly Practice[]
  /** Errors by file, to doubt the values that they contradict. */
  readonly errors: ReadonlyMap<string, readonly Finding[]>
}

/** Only the office's own submissions count: documents given for comparison and ignored files do not. */
const isSubmitted = ({ file, status }: DecidedDocument): boolean => status !== 'ignored' && !/^(?:superior|history):/u.test(file)

const isEarlier = ({ file }: DecidedDocument): boolean => file.startsWith('history:')

/** The county itself must say it of itself: what another county's document says of it is no submission of its own. */
export function feedByCounty(
  feed: DecidedFeed,
  counties: readonly string[],
  { regions, indicators }: Lexicon,
): ReadonlyMap<string, CountyFeed> {
  const idOf = new Map<string, string>()
  for (const { id, names } of regions.counties) for (const { name } of names) idOf.set(name, id)
  const countyOf = (name: string | null): string | undefined => (name === null ? undefined : (idOf.get(name) ?? name))
  const building = new Map(counties.map((id) => [id, empty(id)]))
  const ownerOf = new Map<string, Building>()
  for (const document of feed.documents) {
    const county = building.get(countyOf(document.county) ?? '')
    if (county === undefined) continue
    if (isEarlier(document)) county.documentOf.set(document.file, document)
    if (!isSubmitted(document)) continue
    county.documents.push(document)
    county.documentOf.set(document.file, document)
    if (document.status !== 'duplicate') ownerOf.set(document.file, county)
  }
  const own = <Record extends { readonly file: string; readonly county: string | null }>(
    records: readonly Record[],
    add: (county: Building, record: Record) => void,
  ): void => {
    for (const record of records) {
      const county = ownerOf.get(record.file)
      if (county !== undefined && (record.county === null || countyOf(record.county) === county.id)) add(county, record)
    }
  }
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const addValue = (to: Map<string, CountyValue[]>, value: DecidedValue): void => {
    const indicator = value.indicator ?? value.breakdown?.of ?? ''
    const { unit = value.unit, kind } = known.get(indicator) ?? {}
    const stated = unit === value.unit ? value : inUnit(value, unit)
    const isStrange = levelRoles.has(value.role) && stated.unit !== '' && isRate(stated.unit) !== isRate(unit)
    if (kind === 'change' && isLevel(value, kind)) push(to, indicator, { ...stated, isLevel: true })
    else push(to, indicator, isStrange ? { ...stated, unitAsked: unit } : stated)
  }
  const addEarlier = (value: DecidedValue): void => {
    const county = building.get(countyOf(value.county) ?? '')
    if (county?.documentOf.has(value.file)) addValue(county.earlier, value)
  }
  for (const value of feed.values) {
    const county = ownerOf.get(value.file)
    if (county === undefined) continue
    if (value.county === null || countyOf(value.county) === county.id) addValue(county.values, value)
    else if (!idOf.has(value.county)) addValue(county.around, value)
  }
  for (const value of feed.earlier) addEarlier(value)
  own(feed.rejected, ({ rejected }, value) => push(rejected, value.indicator ?? value.breakdown?.of ?? '', value))
  own(feed.facts, ({ facts }, fact) => push(facts, fact.fact, fact))
  own(feed.achievements, ({ achievements }, achievement) => achievements.push(achievement))
  own(feed.practices ?? [], ({ practices }, practice) => practices.push(practice))
  own(feed.assessments, ({ assessments }, assessment) => assessments.push(assessment))
  for (const finding of feed.checks) {
    const county = ownerOf.get(finding.file)
    county?.checks.push(finding)
    if (county !== undefined && finding.severity === 'error') push(county.errors, finding.file, finding)
  }
  if (feed.values.some(({ isChanged }) => isChanged === true)) for (const county of building.values()) tellMisfits(county)
  return building
}

function tellMisfits(county: Building): void {
  for (const [indicator, values] of county.values) {
    const told = values.map((value) => (value.isChanged === true ? { ...value, misfit: misfitOf(county, value) } : value))
    if (told.some(({ misfit = '' }) => misfit !== '')) county.values.set(indicator, told)
  }
}

const isRate = (unit: string): boolean => unit === '%' || unit === '‰'

interface Building extends CountyFeed {
  readonly documents: DecidedDocument[]
  readonly documentOf: Map<string, DecidedDocument>
  readonly values: Map<string, CountyValue[]>
  readonly rejected: Map<string, CountyValue[]>
  readonly earlier: Map<string, CountyValue[]>
  readonly around: Map<string, CountyValue[]>
  readonly facts: Map<string, DecidedFact[]>
  readonly achievements: DecidedAchievement[]
  readonly assessments: FeedAssessment[]
  readonly checks: Finding[]
  readonly practices: Practice[]
  readonly errors: Map<string, Finding[]>
}

const empty = (id: string): Building => ({
  id,
  documents: [],
  documentOf: new Map(),
  values: new Map(),
  rejected: new Map(),
  earlier: new Map(),
  around: new Map(),
  facts: new Map(),
  achievements: [],
  assessments: [],
  checks: [],
  practices: [],
  errors: new Map(),
})

function push<Record>(lists: Map<string, Record[]>, key: string, record: Record): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [record])
  else list.push(record)
}
