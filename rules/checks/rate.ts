/**
 * A stated rate is the ratio of the two counts stated with it.
 *
 *   抽查120批次，合格117批次，合格率97.5%     holds
 *   抽查120批次，不合格3批次，合格率97.5%     holds
 *   抽查120批次，合格117批次，合格率98.5%     one finding, quoting all three
 *
 * Why: a rate that its own counts do not bear out is the commonest slip in these reports, and it decides points. In a sentence the counts are the
 * nearest before the rate that the lexicon's formula names, in a table those of its row; rounding is the writer's. Where no formula names them, the rate's
 * own name may (named-counts.ts). A rate that any two counts of its sentence bear out is left alone. A part that is more than its whole is told by part.ts.
 */

import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { countsBeside, doneOfAll, dueAndDone } from './beside.ts'
import { isBorneOut } from './borne-out.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { amountsOf, countsOf, flat } from './counts.ts'
import { namedCounts, saysNoMore } from './named-counts.ts'
import { partLists } from './part-lists.ts'
import { type CountWords, rateWords } from './rate-words.ts'

export const rate = defineCheck({
  kind: 'rate',
  *examine(context) {
    const { general, isPassRate, of } = rateWords(context.lexicon)
    for (const [at, { values, table }] of context.groups.entries()) {
      for (const [index, stated] of values.entries()) {
        if (stated.unit !== '%' || stated.comparator !== '=' || stated.upper !== undefined) continue
        if (!isLevel(stated) && (stated.role !== 'share' || table)) continue
        if (table) {
          const counts = isPassRate(stated.name) && isOnlyRate(values, stated, isPassRate) ? countsOfRow(values, stated, general) : null
          if (counts) yield* compare(stated, counts)
          continue
        }
        const own = index > 0 ? sinceLastRate(context, values.slice(0, index)) : []
        const due = dueAndDone(context, stated, own) ?? doneOfAll(context, stated, own)
        if (due !== null) {
          yield* compare(stated, due)
          continue
        }
        const before = index > 0 ? values.slice(0, index) : valuesOfSentenceBefore(context, at)
        const words = stated.role === 'actual' ? of(stated) : null
        const behind = untilNextRate(context, values.slice(index + 1), stated)
        const counts =
          (words && index > 0 ? countsBefore(context, stated, before, words) : null) ??
          byName(context, stated, before) ??
          countsBeside(context, stated, index > 0 ? sinceLastRate(context, before) : [], behind) ??
          (words ? withWholeBefore(context, stated, values.slice(0, index), context.groups[at - 1], words) : null)
        if (counts && !isBorneOut(stated, before) && !isBorneOut(stated, [...before, ...behind])) yield* compare(stated, counts)
      }
    }
  },
})

/** 受理164件，其中投诉121件。办结158件，办结率96.3%: the sentence's one count is of what the sentence before took in. */
function withWholeBefore(
  context: CheckContext,
  stated: CheckedValue,
  before: readonly CheckedValue[],
  sentence: ValueGroup | undefined,
  words: CountWords,
): Counts | null {
  const [part, more] = before
  if (sentence === undefined || sentence.table || part === undefined || more !== undefined || part.role !== 'actual') return null
  if (sentence.values[0]?.evidence.block !== part.evidence.block || part.period !== stated.period) return null
  const label = countsOf(context, { values: before, table: false })[0]?.before.split('。').at(-1) ?? ''
  if (!words.part.test(label) || words.failed.test(label)) return null
  const wholes = countsOf(context, sentence).filter(
    ({ value, before: said }) => value.unit === part.unit && words.whole.test(said.split('。').at(-1) ?? ''),
  )
  const whole = wholes[0]?.value
  if (whole === undefined || wholes.length > 1 || whole.value < part.value || whole.period !== stated.period) return null
  return { part, whole, passed: part.value }
}

/** The values behind a rate in its half of the sentence that the next rate does not claim. */
function untilNextRate({ between }: CheckContext, behind: readonly CheckedValue[], { evidence }: CheckedValue): readonly CheckedValue[] {
  const next = behind.findIndex(({ unit, role }) => (unit === '%' && role !== 'change') || unit === '个百分点')
  if (next >= 0) return []
  const far = behind.findIndex((value) => between(evidence.end, value.evidence.start).includes('；'))
  return far < 0 ? behind : behind.slice(0, far)
}

/** A rate that opens a sentence may speak of the counts of the one before. */
function valuesOfSentenceBefore({ groups }: CheckContext, at: number): readonly CheckedValue[] {
  const [before, own] = [groups[at - 1], groups[at]]
  const isSameBlock = before?.values.at(-1)?.evidence.block === own?.values[0]?.evidence.block
  return before !== undefined && !before.table && isSameBlock ? before.values : []
}

/** The counts since the rate before this one, by the words that name them. */
function byName(context: CheckContext, stated: CheckedValue, before: readonly CheckedValue[]): Counts | null {
  if (stated.role === 'reference') return null
  const since = sinceLastRate(context, before).filter(({ period }) => period === stated.period)
  const named = namedCounts(context, stated, countsOf(context, { values: since, table: false }))
  return named === null || named.whole.value === 0 || named.part.value > named.whole.value ? null : { ...named, passed: named.part.value }
}

const ofWhich = perLexicon((lexicon) => new RegExp(`^[，；,;]?(?:${wordPattern(cue(lexicon, 'of-which'))})`, 'u'))

/**
 * What was counted since the rate before this one, without the parts that a list gives of a count: 受理1284件，其中投诉1126件、举报158件；按期办结1259件. A rate
 * of growth (下降18.2%) uses no counts up.
 */
function sinceLastRate(context: CheckContext, before: readonly CheckedValue[]): readonly CheckedValue[] {
  const lastRate = before.findLastIndex(({ unit, role }) => (unit === '%' && role !== 'change') || unit === '个百分点')
  const next = before[lastRate + 1]
  const rate = before[lastRate]
  // 采样171份，完成率95%；其中166份达标: of what was counted before that rate.
  const goesOn =
    rate !== undefined && next !== undefined && ofWhich(context.lexicon).test(flat(context.between(rate.evidence.end, next.evidence.start)))
  const since = before.slice(goesOn ? lastRate - 1 : lastRate + 1).filter((value) => value !== rate)
  if (since.length < FEWEST_LISTED) return since
  const group = { values: since, table: false }
  const listed = new Set([...partLists(context, amountsOf(context, group))].flatMap(({ parts }) => parts.map(({ value }) => value)))
  return since.filter((value) => !listed.has(value))
}

/** A count and two parts of it. */
const FEWEST_LISTED = 3

const isLevel = ({ role }: CheckedValue): boolean => role === 'actual' || role === 'reference'

interface Counts {
  readonly part: CheckedValue
  readonly whole: CheckedValue
  /** Passed, whichever of passed and failed was stated. */
  readonly passed: number
  readonly isOfFailed?: boolean
}

/** The counts stated after the rate before this one: the last that is named as the part (or its complement), and the last before it that is named as the whole. */
function countsBefore(context: CheckContext, stated: CheckedValue, before: readonly CheckedValue[], words: CountWords): Counts | null {
  const counts = sinceLastRate(context, before).filter(
    ({ role, unit, comparator, period }) => role === 'actual' && unit !== '元' && comparator === '=' && period === stated.period,
  )
  const labels = counts.map(
    (value, index) =>
      context
        .between(counts[index - 1]?.evidence.end ?? value.evidence.start - 16, value.evidence.start)
        .split(/[。；]/u)
        .at(-1) ?? '',
  )
  for (let at = counts.length - 1; at > 0; at--) {
    const label = labels[at] as string
    const part = counts[at] as CheckedValue
    const isFailed = words.failed.test(label)
    if (!isFailed && !words.part.test(label)) continue
    for (let wholeAt = at - 1; wholeAt >= 0; wholeAt--) {
      const whole = counts[wholeAt] as CheckedValue
      const wholeLabel = labels[wholeAt] as string
      const named = lastAt(words.whole, wholeLabel)
      // 经检验合格44个 is named by its last word.
      if (whole.unit !== part.unit || Math.max(lastAt(words.part, wholeLabel), lastAt(words.failed, wholeLabel)) > named) continue
      // The count before must itself be named as the whole: 农膜6批次中合格5批次 is not a part of the 抽查12批次 of something else.
      if (named < 0 && !(wholeAt === at - 1 && at === counts.length - 1 && areSideBySide(context, counts.slice(0, at + 1), stated, label)))
        return null
      if (whole.value === 0 || part.value > whole.value || opensList(context, counts.slice(wholeAt, at))) return null
      const off = isFailed ? failedWith(counts, labels, at, wholeAt, words.failed) : null
      return { part, whole, passed: off === null ? part.value : whole.value - off }
    }
    return null
  }
  return null
}

/** 硫分超标3批次，灰分超标2批次: all that failed, one after the other behind the whole. */
function failedWith(counts: readonly CheckedValue[], labels: readonly string[], at: number, wholeAt: number, failed: RegExp): number {
  const run = counts.slice(wholeAt + 1, at + 1)
  const areFailed = run.every(({ unit }, index) => unit === counts[at]?.unit && failed.test(labels[wholeAt + 1 + index] as string))
  return areFailed ? run.reduce((all, { value }) => all + value, 0) : (counts[at]?.value ?? 0)
}

/** 抽检汽油30批次、柴油20批次，不合格2批次: what was counted is all of the list, and not what it begins with. */
const opensList = ({ between }: CheckContext, [first, next]: readonly CheckedValue[]): boolean =>
  first !== undefined &&
  next !== undefined &&
  next.unit === first.unit &&
  /^[、和及][^，。；、0-9]{1,10}$/u.test(flat(between(first.evidence.end, next.evidence.start)))

/** 农膜6批次，合格5批次，合格率83.3%: nothing else stands between the three, and the rate's name speaks of nothing else than the words before them. */
function areSideBySide(context: CheckContext, counts: readonly CheckedValue[], stated: CheckedValue, label: string): boolean {
  const { between, lexicon, document } = context
  const [part, whole, before] = [...counts].reverse()
  const { toPart, toRate } = rateWords(lexicon)
  if (part === undefined || whole === undefined || !toPart.test(flat(label))) return false
  const lead = toRate.exec(flat(between(part.evidence.end, stated.evidence.start)))?.[1]
  const from = Math.max(document.blocks[whole.evidence.block]?.span.start ?? 0, whole.evidence.start - LABEL, before?.evidence.end ?? 0)
  return lead !== undefined && (lead === '' || saysNoMore(lead, flat(between(from, whole.evidence.start)), lexicon))
}

/** Where a word stands for the last time in the words right before a count; -1 where it does not. */
function lastAt(pattern: RegExp, label: string): number {
  const near = label.slice(-LABEL)
  for (let at = near.length - 1; at >= 0; at--) {
    const match = pattern.exec(near.slice(at))
    if (match) return at + match.index
  }
  return -1
}

/** How many characters before a count name it. */
const LABEL = 40

/** How many characters at the end of a cell's name say what its column counts. */
const COLUMN_NAME = 8

/** Of several rates in a row (工业产品抽查合格率, 食品抽检合格率), the counts do not say which is theirs. */
const isOnlyRate = (row: readonly CheckedValue[], rate: CheckedValue, isPassRate: (name: string) => boolean): boolean =>
  row.every(
    (other) => other === rate || other.unit !== '%' || other.role !== rate.role || other.period !== rate.period || !isPassRate(other.name),
  )

/** A row with just one count of the whole and one of the part, of the same period and unit, beside its rate. */
function countsOfRow(row: readonly CheckedValue[], rate: CheckedValue, words: CountWords): Counts | null {
  const counts = row
    .filter(({ role, period, unit, comparator }) => role === rate.role && period === rate.period && unit !== '%' && comparator === '=')
    .map((value) => ({ value, label: value.name.slice(-COLUMN_NAME) }))
  const failed = counts.filter(({ label }) => words.failed.test(label))
  const passed = counts.filter(({ label }) => words.part.test(label) && !words.failed.test(label))
  const whole = counts.filter(({ label }) => words.whole.test(label) && !words.part.test(label) && !words.failed.test(label))[0]?.value
  const part = (passed[0] ?? failed[0])?.value
  if (passed.length > 1 || failed.length > 1 || counts.length !== passed.length + failed.length + 1) return null
  if (!whole || !part || whole.unit !== part.unit || whole.value === 0 || part.value > whole.value) return null
  return { part, whole, passed: passed.length > 0 ? part.value : whole.value - part.value }
}

/** How far a count that is written in 万 can be off, as a share of it. */
const roundedBy = ({ value, evidence }: CheckedValue): number =>
  /[万亿]/u.test(evidence.quote) && value > 0 ? writtenStep(evidence.quote, value) / 2 / value : 0

function* compare(stated: CheckedValue, { part, whole, passed, isOfFailed = false }: Counts): Iterable<Slip> {
  const exact = (passed / whole.value) * 100
  const step = writtenStep(stated.evidence.quote, stated.value)
  if (Math.abs(exact - stated.value) <= step / 2 + exact * (roundedBy(part) + roundedBy(whole)) + 1e-9) return
  const recomputed = atStep(exact, Math.min(step, 0.1))
  const isCutOff = Math.abs(exact - stated.value) < step
  const what = stated.role === 'share' ? '的一部分' : isOfFailed ? '与' : passed === part.value ? '中合格（办结）' : '中不合格（未办结）'
  yield {
    severity: isCutOff ? 'warning' : 'error',
    claimed: stated.value,
    recomputed: Number(recomputed),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `“${whole.evidence.quote}”${what}“${part.evidence.quote}”，算得${recomputed}%，文中写作“${stated.evidence.quote}”${isCutOff ? '，末位可能没有四舍五入' : ''}，请核对`,
  }
}
