/**
 * A change told twice, as a number and in percent, is one change.
 *
 *   较上季度的14件增加9件，增幅达39.1%           64.3: nine are that of fourteen
 *   投诉23件，同比增加9件，增长39.1%             64.3: of the fourteen that there were
 *   案件多4件，增长23.5%（上年13件）             30.8: of the thirteen
 *   抽检总量环比减少50批次，下降20.3%            16.9, where a table has the two levels that are fifty apart
 *
 * Where both levels stand in the sentence, delta.ts holds each change against them.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { statedChanges } from './levels.ts'

/** How many characters may stand between the two figures of a change. */
const FAR = 10
/** How far before the change its level may stand. */
const REACH = 24
/** So many levels of a table's row are tried. */
const MOST = 8

export const changePair = defineCheck({
  kind: 'delta',
  *examine(context) {
    const inTables = levelsOfTables(context)
    const recomputed = new Set(statedChanges(context).map(({ change }) => change))
    for (const { values, table } of context.groups) {
      if (table) continue
      for (const [index, share] of values.entries()) {
        const amount = values[index - 1]
        if (amount === undefined || recomputed.has(share) || !arePair(context, amount, share)) continue
        const earlier =
          bracketed(context, share, values[index + 1], amount) ?? earlierOf(context, values.slice(0, index - 1), amount, inTables)
        if (earlier === null || earlier.amount <= 0) continue
        // 那会儿50件，现在多8件，涨16%: a level before may be that of before.
        const last = values[index - 2]
        const isBefore =
          last !== undefined &&
          last.unit === amount.unit &&
          thisPeriod(context.lexicon).test(context.between(last.evidence.end, amount.evidence.start)) &&
          holds(share, (amount.value / last.value) * 100)
        if (!isBefore) yield* compare(share, amount, earlier)
      }
    }
  },
})

/** 增加9件，增幅达39.1%; not 比前半程少132件，比去年同期少9%, each of which has its own baseline. */
function arePair({ between, lexicon }: CheckContext, amount: CheckedValue, share: CheckedValue): boolean {
  if (
    amount.role !== 'change' ||
    share.role !== 'change' ||
    share.unit !== '%' ||
    amount.unit.startsWith('%') ||
    amount.unit === '个百分点'
  )
    return false
  if (!isExact(amount) || !isExact(share) || amount.value === 0 || amount.value > 0 !== share.value > 0) return false
  const said = flat(between(amount.evidence.end, share.evidence.start))
  if (said.length > FAR || !/^[，,、（(]/u.test(said) || /[。；;]/u.test(said)) return false
  if (amount.basis === share.basis || !opener(lexicon).test(said)) return true
  const lead = flat(between(Math.max(0, amount.evidence.start - REACH), amount.evidence.start))
  return !opener(lexicon).test(lead.split(/[，。；、]/u).at(-1) ?? '')
}

/** 多4件，增长23.5%（上年13件）: the level of before right behind the two. */
function bracketed({ between }: CheckContext, share: CheckedValue, next: CheckedValue | undefined, amount: CheckedValue): Earlier | null {
  if (next?.role !== 'reference' || next.unit !== amount.unit || !isExact(next)) return null
  const opens = /^[（(][^，。；、（()）0-9]{1,12}$/u.test(flat(between(share.evidence.end, next.evidence.start)))
  return opens && /^[）)]/u.test(flat(between(next.evidence.end, next.evidence.end + 2))) ? { amount: next.value, by: [next] } : null
}

interface Earlier {
  readonly amount: number
  readonly by: readonly CheckedValue[]
}

/** The level that the change started from: stated, told by the level reached, or by the only two levels of the tables that are so far apart. */
function earlierOf(context: CheckContext, before: readonly CheckedValue[], change: CheckedValue, inTables: InTables): Earlier | null {
  const last = before.at(-1)
  if (last !== undefined && last.unit === change.unit && isExact(last) && change.evidence.start - last.evidence.end <= REACH) {
    if (last.role === 'reference') return { amount: last.value, by: [last] }
    const said = flat(context.between(last.evidence.end, change.evidence.start))
    if (last.role === 'actual' && /^[，,（(][^，。；、]*$/u.test(said)) return { amount: last.value - change.value, by: [last] }
  }
  return last?.unit === change.unit ? null : inTables(change)
}

type InTables = (change: CheckedValue) => Earlier | null

/** The two levels of a table's row that are a change apart, if only two of all rows are. */
function levelsOfTables({ groups }: CheckContext): InTables {
  const apart = new Map<string, Earlier | null>()
  for (const { values, table } of groups) {
    if (!table) continue
    const levels = values.filter(isExact)
    const references = levels.filter(({ role }) => role === 'reference').slice(0, MOST)
    for (const level of levels.filter(({ role }) => role === 'actual').slice(0, MOST))
      for (const reference of references.filter(({ unit }) => unit === level.unit)) {
        const key = `${level.value - reference.value} ${level.unit}`
        apart.set(key, apart.has(key) ? null : { amount: reference.value, by: [level, reference] })
      }
  }
  return ({ value, unit }) => apart.get(`${value} ${unit}`) ?? null
}

function* compare(share: CheckedValue, amount: CheckedValue, { amount: earlier, by }: Earlier): Iterable<Slip> {
  const exact = (amount.value / earlier) * 100
  const step = writtenStep(share.evidence.quote, share.value)
  const slack = isRounded(amount) || by.some(isRounded) ? Math.abs(exact) * 0.05 : 0
  const off = Math.abs(exact - share.value)
  if (off <= step / 2 + slack + 1e-9) return
  const shown = atStep(exact, Math.min(step, 0.1))
  yield {
    severity: off < step ? 'warning' : 'error',
    claimed: share.value,
    recomputed: Number(shown),
    evidence: [share.evidence, amount.evidence, ...by.map(({ evidence }) => evidence)],
    message: `原来是${Number(earlier.toPrecision(12))}${amount.unit}，${amount.value > 0 ? '增加' : '减少'}“${amount.evidence.quote}”应为${Math.abs(Number(shown))}%，文中写作“${share.evidence.quote}”，请核对`,
  }
}

const opener = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'relation-openers')), 'u'))
const thisPeriod = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'this-period')), 'u'))

const holds = ({ evidence: { quote }, value }: CheckedValue, exact: number): boolean =>
  Math.abs(exact - value) <= writtenStep(quote, value) / 2 + 1e-9

/** 120万元 and the like are not counted out. */
const isRounded = ({ evidence: { quote } }: CheckedValue): boolean => /[万亿]/u.test(quote)
