/**
 * The other side of a comparison: the level of the same period last year, of the period before, or of the prefecture. It stands at another period or of another area
 * than what is asked for, in what the county reported then (earlier submissions) or in what its report states of it now; the scheme says which goes first.
 */
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import type { CountyFeed, CountyValue } from '../county-feed.ts'
import { areaNames, type IndicatorOperand, type Reference, referenceWords } from '../operand.ts'
import { before, monthsOf, type Service, servicesOf } from '../period.ts'
import type { Settings } from '../settings.ts'
import type { Passed } from '../trace.ts'
import { derivedReference } from './derived.ts'
import {
  agree,
  allowedBy,
  type Candidate,
  PART,
  type Standing,
  serviceTaken,
  sourceOf,
  standingAmong,
  type Taken,
  takeAmong,
  useOf,
} from './take.ts'

type Basis = NonNullable<IndicatorOperand['basis']>
type Stated = CountyValue

/** Whether it is read here: the level of another time or area. Targets and other counties' levels stand in the report as such. */
export const isReference = ({ role, basis }: IndicatorOperand): boolean => role === 'reference' && basis !== 'target' && basis !== 'peer'

export function takeReference(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Taken {
  const passed: Passed[] = []
  const candidates = candidatesOf(county, operand, period, settings, passed)
  const derived = candidates.length === 0 ? derivedReference(county, operand, period, settings) : null
  if (derived !== null) return { ...derived, passed }
  const taken = takeAmong(candidates, passed, lookedIn(operand, period, settings), county, settings)
  const [first] = candidates.filter(({ value }) => taken.uses.some(({ id }) => id === value.id))
  const other = first && candidates.find((each) => each.said !== first.said && !agree(each, first))
  return other === undefined ? taken : { ...taken, beside: `；另有${useOf(other).words}，两处不一致` }
}

export function standingReference(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Standing {
  const candidates = candidatesOf(county, operand, period, settings, null)
  const derived = candidates.length === 0 ? derivedReference(county, operand, period, settings) : null
  if (derived === null) return standingAmong(candidates, county, settings)
  return { read: derived.allowed, doubted: derived.doubts.length > 0, doubtful: derived.doubtful }
}

interface Sought {
  /** The stretch that is asked for; null where only the report can say which. */
  readonly period: string | null
  readonly references: readonly Reference[]
  /** As which part of the year the county's own level serves: the other side is of the same stretch. */
  readonly service: Service | null
}

function candidatesOf(
  county: CountyFeed,
  operand: IndicatorOperand,
  period: string,
  settings: Settings,
  passed: Passed[] | null,
): readonly Candidate[] {
  const { periods = settings.take.periods, sources = settings.take.sources } = operand
  const sought = soughtBy(county, operand, period, settings)
  const statedOf = operand.basis === 'average' ? county.around : county.values
  const own = [...(statedOf.get(operand.indicator) ?? []), ...(county.earlier.get(operand.indicator) ?? [])]
  return own.flatMap((value): Candidate[] => {
    const from = whence(county, value, operand, period, sought)
    if (from === null) return []
    const service = serviceOf(county, value, operand, period, sought, periods)
    if (service === null) return []
    const source = sourceOf(county, value)
    const said = operand.basis === 'average' ? '本期材料所述' : referenceWords[from]
    const [place, at, rank] = [sought.references.indexOf(from), periods.indexOf(service), sources.indexOf(source)]
    const candidate = {
      value,
      service,
      source,
      allowed: allowedBy(value, settings),
      said,
      rank: (place * 10 + Math.max(0, at)) * 10 + rank,
    }
    const why = refusal(value, operand, { isTaken: place >= 0, isSame: sought.service === null || service === sought.service, rank })
    if (why === null) return [candidate]
    passed?.push({ ...useOf(candidate), why })
    return []
  })
}

function refusal(
  value: Stated,
  { part }: IndicatorOperand,
  { isTaken, isSame, rank }: { readonly isTaken: boolean; readonly isSame: boolean; readonly rank: number },
): string | null {
  const asked = Object.entries(part ?? {})
  const stated: Readonly<Record<string, string | undefined>> = { ...value.breakdown }
  const isWhole =
    part === undefined ? value.breakdown === null && value.indicator !== null : asked.every(([key, word]) => stated[key] === word)
  if (!isWhole) return PART
  if (!isSame) return '与本期数值所说的时段不同'
  if (!isTaken) return '方案不取自此处'
  return rank < 0 ? '方案不采用这类材料' : null
}

function soughtBy(county: CountyFeed, operand: IndicatorOperand, period: string, settings: Settings): Sought {
  const { role: _role, basis, periods, ...level } = operand
  const references = operand.references ?? settings.take.references
  const isAverage = basis === 'average'
  const service = periods === undefined ? serviceTaken(county, level, period, settings) : null
  return { period: periodSought(basis, period), references: isAverage ? ['stated'] : references, service }
}

function periodSought(basis: Basis | undefined, period: string): string | null {
  if (basis === 'yoy') return before(period, 12)
  if (basis === 'qoq') return before(period)
  return basis === 'average' ? period : null
}

/** Where a value is from, as another side of the comparison; null where it is none. */
function whence(
  { documentOf }: CountyFeed,
  { file, county, role, basis, period }: Stated,
  operand: IndicatorOperand,
  asked: string,
  sought: Sought,
): Reference | null {
  const document = documentOf.get(file)
  const isReported = (document?.period ?? null) !== null && endsBefore(document?.period ?? '', asked)
  if (operand.basis === 'average') {
    const isOfArea = county === areaNames[operand.area ?? 'prefecture']
    return isOfArea && (role === 'reference' || role === 'actual') ? 'stated' : null
  }
  if (role === 'actual' && sought.period !== null && period !== asked) return isReported ? 'earlier' : 'stated'
  if (role !== 'reference' || isReported) return null
  return operand.basis === undefined || basis === operand.basis || (basis === 'previous' && sought.period !== null) ? 'stated' : null
}

/** How it serves: of the stretch that is asked for, or where it does not say of when, as the report itself serves. */
function serviceOf(
  { documentOf }: CountyFeed,
  { period, file }: Stated,
  operand: IndicatorOperand,
  asked: string,
  { period: sought }: Sought,
  periods: readonly Service[],
): Service | null {
  const services =
    sought === null || period === null
      ? servicesOf(documentOf.get(file)?.period ?? null, asked)
      : [...servicesOf(period, sought), ...(operand.periods === undefined ? [] : servicesOf(period, asked))]
  return periods.find((each) => services.includes(each)) ?? null
}

/** Whether a document was over before the stretch that is asked for began. */
function endsBefore(period: string, asked: string): boolean {
  const [own, other] = [monthsOf(period), monthsOf(asked)]
  return own !== null && other !== null && own.to < other.from
}

function lookedIn({ basis, references, area = 'prefecture' }: IndicatorOperand, period: string, { take }: Settings): string {
  if (basis === 'average') return `在本期材料所述的${areaNames[area]}${periodWords(period)}数值中`
  const sought = periodSought(basis, period)
  const of = sought === null ? '对照数' : `${periodWords(sought)}数值`
  return `在${(references ?? take.references).map((each) => referenceWords[each]).join('、')}的${of}中`
}
