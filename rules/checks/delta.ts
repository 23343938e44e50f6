/**
 * A stated change is the difference of the two levels stated with it.
 *
 *   合格率90.5%，较上年同期的89.4%提高1.1个百分点     holds
 *   办结率由95.8%提高到98.4%，提高3.6个百分点          one finding: 2.6
 *   投诉52件，比上年的65件下降20%                      holds
 *
 * A change of a rate written with % may be meant as points or as percent; it holds if either does. Levels that are bounds or estimates prove nothing.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckedValue, defineCheck, type Slip, sameSubject } from './check.ts'

export const delta = defineCheck({
  kind: 'delta',
  *examine({ groups, lexicon }) {
    for (const { values, table } of groups) {
      for (const [index, change] of values.entries()) {
        if (change.role !== 'change' || change.comparator !== '=' || change.upper !== undefined) continue
        const levels = table ? levelsOfRow(values, change) : levelsBefore(values.slice(0, index), change, lexicon)
        if (levels) yield* compare(change, levels.now, levels.earlier)
      }
    }
  },
})

interface Levels {
  readonly now: CheckedValue
  readonly earlier: CheckedValue
}

const exact = ({ comparator, upper }: CheckedValue): boolean => comparator === '=' && upper === undefined

/** The reference stated last before a change, with nothing but changes against it between, and the one level that it is compared with. */
function levelsBefore(before: readonly CheckedValue[], change: CheckedValue, lexicon: Lexicon): Levels | null {
  const at = before.findLastIndex(({ role }) => role !== 'change')
  const reference = before.findLastIndex(({ role }) => role === 'reference')
  const earlier = before[reference]
  const between = before.slice(reference + 1)
  if (!earlier || earlier.basis !== change.basis || between.some(({ role, basis }) => role === 'change' && basis !== change.basis))
    return null
  // 由95.8%提高到98.4%: the level follows its reference; otherwise nothing but changes stands between.
  if (at !== reference && !(at === reference + 1 && before[at]?.role === 'actual')) return null
  if (!sameSubject(earlier, change) && !isChangeItself(change, lexicon)) return null
  const levels = before.filter((value) => value.role === 'actual' && value.unit === earlier.unit && sameSubject(value, earlier))
  const now = levels[0]
  return now && levels.length === 1 && exact(now) && exact(earlier) ? { now, earlier } : null
}

/** 投诉总量同比变化: the indicator is a change; the levels that it rests on are not of it. */
const isChangeItself = ({ indicator }: CheckedValue, lexicon: Lexicon): boolean =>
  lexicon.indicators.some(({ id, kind }) => id === indicator && kind === 'change')

/** A row with just one level of this period, one of the period compared with, and their change. */
function levelsOfRow(row: readonly CheckedValue[], change: CheckedValue): Levels | null {
  const rates = (value: CheckedValue): boolean => (value.unit === '%') === (change.unit === '个百分点' || change.unit === '%')
  const now = row.filter((value) => value.role === 'actual' && rates(value) && value.evidence.end <= change.evidence.start)
  const earlier = row.filter((value) => value.role === 'reference' && rates(value) && value.basis === change.basis)
  const [only, against] = [now[0], earlier[0]]
  return now.length === 1 && earlier.length === 1 && only && against && only.unit === against.unit && exact(only) && exact(against)
    ? { now: only, earlier: against }
    : null
}

interface Reading {
  readonly figure: number
  /** How far the figure can be off because the levels themselves are rounded. */
  readonly slack: number
}

function* compare(change: CheckedValue, now: CheckedValue, earlier: CheckedValue): Iterable<Slip> {
  const step = writtenStep(change.evidence.quote, change.value)
  const off = ({ figure, slack }: Reading): number => Math.abs(figure - change.value) - slack
  const readings = readingsOf(change, now, earlier)
  const [meant] = readings
  if (!meant || readings.some((reading) => off(reading) <= step / 2 + 1e-9)) return
  const shown = atStep(meant.figure, step)
  const told = (figure: string): string => `${figure.startsWith('-') ? '下降' : '上升'}${figure.replace('-', '')}${change.unit}`
  yield {
    severity: off(meant) < step ? 'warning' : 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”，应为${told(shown)}，文中写作${told(String(change.value))}（“${change.evidence.quote}”），请核对`,
  }
}

/** What the change may have been meant as, the likelier first: points of a rate, percent of a count or of a rate, or a count. */
function readingsOf(change: CheckedValue, now: CheckedValue, earlier: CheckedValue): Reading[] {
  const isRate = now.unit === '%'
  const half = (value: CheckedValue): number => (isRate ? writtenStep(value.evidence.quote, value.value) / 2 : 0)
  const difference = { figure: now.value - earlier.value, slack: half(now) + half(earlier) }
  if (change.unit === now.unit && !isRate) return [difference]
  if (change.unit === '个百分点') return isRate ? [difference] : []
  if (change.unit !== '%' || earlier.value - half(earlier) <= 0) return []
  const percent = (difference.figure / earlier.value) * 100
  const most = ((now.value + half(now)) / (earlier.value - half(earlier)) - 1) * 100
  const relative = { figure: percent, slack: most - percent }
  return isRate ? [difference, relative] : [relative]
}
