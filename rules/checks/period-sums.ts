/**
 * The months, quarters or halves that a sentence counts make up what it counts for the whole stretch.
 *
 *   四个季度分别为32件、41件、57件、63件，全年共183件     193
 *   全年召开4次，其中上半年3次、下半年2次                  5
 *   上半年56件，第三季度31件，前三季度累计89件             87
 *   7月、8月、9月分别为31件、44件、29件，三季度共106件     104
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { firstMonth, lastMonth, type Period, readPeriods, yearOf } from '../../extractors/quantities/period.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

/** What is counted anew in each period; a stock (在用设备) is not added up. */
const FLOWS: ReadonlySet<string> = new Set(['件', '起', '批次', '次', '人次', '场次', '期', '份', '家次', '户次', '元', '例', '个批次'])
/** Of more parts than months none is asked for. */
const MOST = 12
const FEWEST = 3

const ratios = perLexicon((lexicon) => new Set(lexicon.indicators.filter(({ kind }) => kind === 'ratio').map(({ id }) => id)))

export const periodSums = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const group of context.groups) if (!group.table) yield* ofGroup(context, group)
  },
})

interface Counted {
  readonly value: CheckedValue
  readonly first: number
  readonly last: number
}

function* ofGroup(context: CheckContext, { values }: ValueGroup) {
  const { lexicon } = context
  const flows = values.filter(
    (value) => !NO_FLOWS.test(value.unit) && isTold(value) && COUNTED.has(value.role) && !ratios(lexicon).has(value.indicator ?? ''),
  )
  // A whole and two parts at least.
  const counts = flows.length < FEWEST ? [] : flows.flatMap((value) => stretch(value, periodOf(context, value, values)))
  for (const whole of counts) {
    const same = counts.filter(({ value }) => value.unit === whole.value.unit && value.county === whole.value.county)
    if (same.some((other) => other !== whole && other.first === whole.first && other.last === whole.last)) continue
    const parts = tiles(whole, same)
    if (parts === null || !parts.every((part) => isPart(lexicon, part.value, whole.value))) continue
    const added = Number(parts.reduce((sum, { value }) => sum + value.value, 0).toPrecision(12))
    // 全年不少于150批次: more is no slip.
    if (
      added === whole.value.value ||
      (!isExact(whole.value) && added > whole.value.value) ||
      (!FLOWS.has(whole.value.unit) && !isNearly(whole.value.value, added, parts))
    )
      continue
    yield {
      severity: 'error' as const,
      claimed: whole.value.value,
      recomputed: added,
      evidence: [whole.value.evidence, ...parts.map(({ value }) => value.evidence)],
      message: `各期相加为${added}${whole.value.unit}，${nameOf(whole)}写作“${whole.value.evidence.quote}”，请核对`,
    }
  }
}

/** 交付小区2个、3个、4个、2个，全年12个: what may be a stock is added up where the whole is nearly what its parts make up, and none of them nearly the whole. */
const isNearly = (whole: number, added: number, parts: readonly Counted[]): boolean =>
  Math.abs(added - whole) <= whole * NEARLY && parts.every(({ value }) => value.value < whole * MOST_OF_IT)
const NEARLY = 0.2
const MOST_OF_IT = 0.8
/** Rates, points and scores are not added up in any case. */
const NO_FLOWS = /^[%‰]|个百分点|分$|分钟|小时|倍|位|毫米|℃|微克/u

/** 全年不少于150批次, of a plan. */
const isTold = (value: CheckedValue): boolean => isExact(value) || (value.comparator === '>=' && value.upper === undefined)

const isPart = (lexicon: CheckContext['lexicon'], part: CheckedValue, whole: CheckedValue): boolean =>
  isExact(part) && (part.role === 'target') === (whole.role === 'target') && areOfOneThing(lexicon, part.name, whole.name)

const nameOf = ({ first, last }: Counted): string => (last - first === 11 ? '全年' : '合计')

const leads = perLexicon(
  (lexicon) =>
    new RegExp(wordPattern(['sum-leads', 'other-stretches', 'stated-sum', 'of-which'].flatMap((group) => cue(lexicon, group))), 'gu'),
)

/** Two characters in a row are in both names, or one says nothing but how much it was. */
function areOfOneThing(lexicon: CheckContext['lexicon'], one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => {
    let own = name
    for (const { span } of readPeriods(name, 2000).reverse()) own = own.slice(0, span.start) + own.slice(span.end)
    return own.replace(leads(lexicon), '')
  }) as [string, string]
  return (
    Math.min(a.length, b.length) < 2 || Array.from({ length: a.length - 1 }, (_, at) => a.slice(at, at + 2)).some((two) => b.includes(two))
  )
}

/** The one period that is written right before a count, else the one that it was read with. */
function periodOf({ between }: CheckContext, value: CheckedValue, values: readonly CheckedValue[]): Period | null {
  const { period, evidence } = value
  const before = values[values.indexOf(value) - 1]
  if (period === null || before === undefined) return period
  const mentions = readPeriods(flat(between(before.evidence.end, evidence.start)), yearOf(period))
  return mentions.length === 1 ? (mentions[0]?.period ?? period) : period
}

/** The months of a period, counted from the year nought. */
function stretch(value: CheckedValue, period: Period | null): Counted[] {
  if (period === null) return []
  const [first = 0, last = 0] = [firstMonth(period), lastMonth(period)].map(
    (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
  )
  return [{ value, first, last }]
}

/** Shorter stretches that follow each other from the first month to the last of a whole; null where months are missing, or are counted twice. */
function tiles(whole: Counted, counts: readonly Counted[]): readonly Counted[] | null {
  const within = counts.filter((each) => each !== whole && each.first >= whole.first && each.last <= whole.last)
  const parts: Counted[] = []
  for (let month = whole.first; month <= whole.last && parts.length < MOST; ) {
    const next = within.filter(({ first }) => first === month)
    const [part] = next
    if (part === undefined || next.length > 1) return null
    parts.push(part)
    month = part.last + 1
  }
  return parts.length > 1 && parts.length === within.length && parts.at(-1)?.last === whole.last ? parts : null
}

const COUNTED: ReadonlySet<string> = new Set(['actual', 'reference', 'target'])
