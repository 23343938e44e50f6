/**
 * Which of the values that a county states an item takes: by how their period serves the one asked, then by source, in the order that the scheme gives.
 * Values of equal standing that say the same within rounding are one; those that differ are 待核. Every value not taken is shown with the reason.
 */
import type { Finding } from '../../checks/finding.ts'
import type { CountyFeed, CountyValue } from '../county-feed.ts'
import { decimal, zero } from '../decimal.ts'
import { allowed, exactly, hull, type Interval, intervalWords, isExact, meet } from '../interval.ts'
import { type IndicatorOperand, type Source, serviceWords, sourceWords } from '../operand.ts'
import { type Service, servicesOf } from '../period.ts'
import type { Settings } from '../settings.ts'
import type { Passed, Use } from '../trace.ts'
import { lookedIn } from './looked.ts'
import { use } from './use.ts'

export interface Taken {
  /** null where no value serves. */
  readonly allowed: Interval | null
  readonly uses: readonly Use[]
  readonly passed: readonly Passed[]
  /** Why the reading is to be looked at. */
  readonly doubts: readonly string[]
  /** All that the doubts leave open; null where that may be anything. */
  readonly doubtful: Interval | null
  /** That values of equal standing differ; empty where they do not. */
  readonly conflict: string
  /** Where it was looked for. */
  readonly looked: string
  /** What the other place has, where it is another number. */
  readonly beside?: string
}

export interface Candidate {
  readonly value: CountyValue
  readonly service: Service
  readonly source: Source
  readonly rank: number
  readonly allowed: Interval
  /** What else is said of it beside its period and source: that it is from an earlier submission. */
  readonly said: string
}

export function take(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Taken {
  const { periods = settings.take.periods, sources = settings.take.sources } = operand
  const looked = lookedIn(periods, sources)
  const passed: Passed[] = []
  return takeAmong(candidatesIn(county, operand, period, settings, passed), passed, looked, county, settings)
}

/** `passed`: what could have served and does not; what is passed over here is added to it. */
export function takeAmong(
  candidates: readonly Candidate[],
  passed: Passed[],
  looked: string,
  county: CountyFeed,
  settings: Settings,
): Taken {
  if (candidates.length === 0) return { allowed: null, uses: NOTHING, passed, doubts: NOTHING, doubtful: null, conflict: '', looked }
  const [only] = candidates
  if (candidates.length === 1 && only !== undefined) return takenAlone(only, passed, looked, county, settings)
  const { first, denied } = bestOf(candidates)
  for (const each of candidates) if (!first.includes(each)) passed.push({ ...useOf(each), why: '次序在后' })
  const settled = settle(first, settings, county)
  const all = { ...settled, passed: [...passed, ...repeats(first, settings)], looked }
  if (denied === null) return all
  const doubts = [...settled.doubts, `与${useOf(denied).words}不符`]
  return { ...all, doubts, doubtful: settled.doubtful && hull(settled.doubtful, denied.allowed) }
}

/** What almost every reading is: one value. */
function takenAlone(only: Candidate, passed: readonly Passed[], looked: string, county: CountyFeed, settings: Settings): Taken {
  const { allowed: read } = only
  const doubts = doubtsOf(only.value, county, settings)
  const words = doubts.length === 0 ? NOTHING : doubts.map((doubt) => doubt.words)
  return { allowed: read, uses: [useOf(only)], passed, doubts: words, doubtful: leftOpen(read, doubts), conflict: '', looked }
}

/** What a county counts for among its peers: as it was read, and all that its doubts leave open; null where that may be anything. */
export interface Standing {
  readonly read: Interval | null
  readonly doubted: boolean
  readonly doubtful: Interval | null
}

/** The numbers of `take` alone. */
export function standingIn(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Standing {
  return standingAmong(candidatesIn(county, operand, period, settings, null), county, settings)
}

export function standingAmong(candidates: readonly Candidate[], county: CountyFeed, settings: Settings): Standing {
  if (candidates.length === 0) return NOWHERE
  const { first, denied } = bestOf(candidates)
  const taken = chosenOf(first, settings)
  const read = wholeOf(taken)
  const doubts = taken.flatMap(({ value }) => doubtsOf(value, county, settings))
  if (doubts.length === 0 && denied === null) return { read, doubted: false, doubtful: read }
  const doubtful = leftOpen(read, doubts)
  return { read, doubted: true, doubtful: denied === null ? doubtful : doubtful && hull(doubtful, denied.allowed) }
}

const NOWHERE: Standing = { read: null, doubted: false, doubtful: null }

/** A reading and all that it would be if its doubts were borne out. */
const leftOpen = (read: Interval | null, doubts: readonly Doubt[]): Interval | null =>
  doubts.reduce<Interval | null>((all, { or }) => all && or && hull(all, or), read)

const NOTHING: readonly never[] = []

/** `passed` takes what could have served and does not, with the reason; null where nobody asks. */
function candidatesIn(
  county: CountyFeed,
  operand: IndicatorOperand,
  period: string,
  settings: Settings,
  passed: Passed[] | null,
): readonly Candidate[] {
  const { periods = settings.take.periods, sources = settings.take.sources } = operand
  let candidates: readonly Candidate[] = NOTHING
  for (const value of county.values.get(operand.indicator) ?? NOTHING) {
    const why = refusal(value, operand)
    if (why !== null && why !== PART) continue
    const service = serviceAmong(periods, servicesOf(value.period, period))
    if (service === undefined) continue
    const source = sourceOf(county, value)
    const [at, from] = [periods.indexOf(service), sources.indexOf(source)]
    const isOfYear = service === 'annual' && operand.annual === 'zero' && !isNought(allowedBy(value, settings))
    const refused =
      why ??
      (isOfYear
        ? '全年不为零，不能说明是哪个季度'
        : at < 0
          ? `${serviceWords[service]}数值不用于本期`
          : from < 0
            ? `不采用${sourceWords[source]}`
            : null)
    if (refused !== null) passed?.push({ ...use(value, service, source), why: refused })
    else {
      const candidate = { value, service, source, rank: at * sources.length + from, allowed: allowedBy(value, settings), said: '' }
      candidates = candidates.length === 0 ? [candidate] : [...candidates, candidate]
    }
  }
  return candidates
}

/** The first of those asked for; else the closest, which is not asked for. */
function serviceAmong(asked: readonly Service[], services: readonly Service[]): Service | undefined {
  for (const each of asked) if (services.includes(each)) return each
  return services[0]
}

const isNought = ({ from, to }: Interval): boolean => from.isZero() && to.isZero()

/** Of the best standing; where that only bounds the number and another source has it exactly, the exact one within the bound, or what denies the bound. */
function bestOf(candidates: readonly Candidate[]): { readonly first: readonly Candidate[]; readonly denied: Candidate | null } {
  const first = topOf(candidates)
  const [top] = first
  // 三季度发生1起 beside 全年未发生: one of the two is wrong.
  const nought = top?.service === 'annual' ? undefined : candidates.find((each) => each.service === 'annual' && isNought(each.allowed))
  if (nought && first.some(({ allowed }) => allowed.from.cmp(zero) > 0)) return { first, denied: nought }
  if (top === undefined || first.length === candidates.length || first.some((each) => isExact(each.allowed))) return { first, denied: null }
  const exact = candidates.find((each) => each.service === top.service && isExact(each.allowed))
  if (exact === undefined) return { first, denied: null }
  return first.every((each) => meet(each.allowed, exact.allowed) !== null) ? { first: [exact], denied: null } : { first, denied: exact }
}

/** As which part of the year the level that an item takes serves; null where it takes none. */
export const serviceTaken = (county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Service | null =>
  topOf(candidatesIn(county, operand, period, settings, null))[0]?.service ?? null

/** The candidates of the best standing, in the order in which they were read. */
function topOf(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length === 1) return candidates
  const top = Math.min(...candidates.map(({ rank }) => rank))
  return candidates.filter(({ rank }) => rank === top)
}

export const PART = '只是其中一部分，不代表整体'

/** Why a value cannot serve this operand: another role or basis, or a part where the whole is asked. */
export function refusal({ role, basis, breakdown, indicator, isLevel }: CountyValue, operand: IndicatorOperand): string | null {
  if (operand.role === undefined ? role !== 'actual' && isLevel !== true : role !== operand.role) return ''
  if (operand.basis !== undefined && basis !== operand.basis) return ''
  if (operand.part === undefined) return breakdown === null && indicator !== null ? null : PART
  const asked = Object.entries(operand.part)
  const stated: Readonly<Record<string, string | undefined>> = { ...breakdown }
  return asked.every(([key, word]) => stated[key] === word) ? null : PART
}

export function sourceOf(county: CountyFeed, { file, evidence }: CountyValue): Source {
  const kind = county.documentOf.get(file)?.kind
  if (kind === 'data' || kind === 'summary') return kind
  if (kind === 'analysis') return evidence.cell === undefined ? 'text' : 'table'
  return 'other'
}

export function allowedBy({ comparator, value, upper }: CountyValue, { approximate }: Settings): Interval {
  const least = decimal(value)
  return allowed(comparator, least, upper === undefined ? least : decimal(upper), approximate)
}

export const useOf = ({ value, service, source, said }: Candidate): Use => use(value, service, source, said)

/** Values of equal standing: the one that says most, or all that they leave open. */
function settle(
  first: readonly Candidate[],
  settings: Settings,
  county: CountyFeed,
): Pick<Taken, 'allowed' | 'uses' | 'doubts' | 'doubtful' | 'conflict'> {
  const taken = chosenOf(first, settings)
  const uses = taken.map(useOf)
  const conflict = taken.length > 1 ? `同一来源有不同数值：${uses.map(({ words }) => words).join('、')}` : ''
  const doubts = taken.flatMap(({ value }) => doubtsOf(value, county, settings))
  const whole = wholeOf(taken)
  return { allowed: whole, uses, conflict, doubts: doubts.map(({ words }) => words), doubtful: leftOpen(whole, doubts) }
}

function chosenOf(first: readonly Candidate[], settings: Settings): readonly Candidate[] {
  if (first.length === 1) return first
  const groups = agreeing(first, settings)
  const [best = []] = groups
  const chosen = groups.length === 1 || settings.conflict === 'first' ? [best[0]] : groups.map(([each]) => each)
  return chosen.filter((each) => each !== undefined)
}

const wholeOf = (taken: readonly Candidate[]): Interval | null =>
  taken.reduce<Interval | null>((all, each) => (all === null ? each.allowed : hull(all, each.allowed)), null)

/** Groups that say the same, each with the most exact first; in the order in which they were read. */
function agreeing(candidates: readonly Candidate[], { conflict }: Settings): Candidate[][] {
  const groups: Candidate[][] = []
  for (const candidate of candidates) {
    const group = groups.find((each) => each.every((other) => agree(candidate, other)))
    if (group === undefined) groups.push([candidate])
    else if (moreExact(candidate, group[0]) && conflict !== 'first') group.unshift(candidate)
    else group.push(candidate)
  }
  return groups
}

const repeats = (first: readonly Candidate[], settings: Settings): Passed[] => {
  const groups = agreeing(first, settings)
  const spare =
    groups.length === 1 || settings.conflict === 'review'
      ? groups.flatMap((group) => group.slice(1))
      : groups.flatMap((group, index) => (index === 0 ? group.slice(1) : group))
  return spare.map((each) => ({ ...useOf(each), why: '与所取数值同一来源' }))
}

/** The same within rounding: 97.7% and 97.69%, 95%以上 and 97.5%. */
export function agree(a: Candidate, b: Candidate): boolean {
  if (meet(a.allowed, b.allowed) !== null) return true
  if (a.value.comparator !== '=' || b.value.comparator !== '=') return false
  const places = Math.min(decimalsOf(a.value.value), decimalsOf(b.value.value))
  return decimal(a.value.value).toFixed(places) === decimal(b.value.value).toFixed(places)
}

const decimalsOf = (value: number): number => decimal(value).decimalPlaces()

function moreExact(candidate: Candidate, than: Candidate | undefined): boolean {
  if (than === undefined) return true
  const width = ({ allowed: { from, to } }: Candidate) => to.minus(from)
  if (!width(candidate).eq(width(than))) return width(candidate).lt(width(than))
  return decimalsOf(candidate.value.value) > decimalsOf(than.value.value)
}

/** Why a value is to be looked at, and what it would be if the doubt were borne out; null where nobody can tell. */
interface Doubt {
  readonly words: string
  readonly or: Interval | null
}

function doubtsOf(value: CountyValue, county: CountyFeed, { trust, doubtContradicted }: Settings): readonly Doubt[] {
  if (value.decision !== undefined) return NOTHING
  const errors = doubtContradicted ? (county.errors.get(value.file) ?? NOTHING) : NOTHING
  if (errors.length === 0 && value.confidence >= trust && value.unitAsked === undefined) return NOTHING
  const { quote } = value.evidence
  const low = value.confidence < trust ? [`数值“${quote}”的可信度 ${value.confidence} 低于 ${trust}`] : []
  const unit = value.unitAsked === undefined ? [] : [`数值“${quote}”的单位是“${value.unit}”，应为“${value.unitAsked}”`]
  const contradicted = errors.filter(({ evidence }) => evidence.some((place) => isAt(place, value)))
  return [
    ...[...low, ...unit].map((words) => ({ words, or: null })),
    ...contradicted.map((finding) => ({ words: `核对发现：${finding.message}`, or: recomputed(finding, value) })),
  ]
}

/** What a finding quotes of another document is no place of this one. */
const isAt = ({ start, end, file }: Finding['evidence'][number], value: CountyValue): boolean =>
  (file === undefined || file === value.file) && start < value.evidence.end && value.evidence.start < end

/** The figure that the document's own other figures give in this one's stead; null where the finding is about another, or about words. */
const recomputed = (finding: Finding, { value }: CountyValue): Interval | null =>
  finding.words === undefined && finding.claimed === value && typeof finding.recomputed === 'number'
    ? exactly(decimal(finding.recomputed))
    : null

/** A value in words, for reasons. */
export const takenWords = ({ allowed: read, uses, beside = '' }: Taken): string =>
  `${uses[0]?.words ?? (read === null ? '' : intervalWords(read))}${beside}`
