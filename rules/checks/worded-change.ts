/**
 * A level that is told to be better or worse than one of before, without a figure, is so by what the document gives for it.
 *
 *   办结率94.4%。…工程质量投诉办结率比上年同期100%有所提高     it fell
 *   结案率92.3%，较上年94.4%又有提升                            it fell
 *   去年投诉214件，今年198件，不降反升                          it fell
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, sameSubject } from './check.ts'
import { flat } from './counts.ts'
import { ledgerOf } from './ledger.ts'
import { sharesName } from './shares-name.ts'

const REACH = 14
/** So many characters may stand between two levels of which the words behind them speak. */
const BETWEEN = 14

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const told = (group: string, moved: string): RegExp =>
    new RegExp(
      `^(?:的?(?:水平)?(?:${words('compared-after')})?|[，,](?:[^，。；、0-9]{2,4}、)?(?:${words('this-period')})?)(?:${words('told-again')})?((?:${words(group)})|(?:${words('told-degrees')})(?:${words(moved)}))(?:$|[^0-9])`,
      'u',
    )
  const ways = [...cue(lexicon, 'moved-up'), ...cue(lexicon, 'moved-down')].filter((word) => word.length > 1)
  return {
    up: told('improving', 'moved-up'),
    down: told('worsening', 'moved-down'),
    /** 提升 of 又有提升. */
    way: new RegExp(`(?:${wordPattern(ways)})$`, 'u'),
  }
})

export const wordedChange = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, value] of table ? [] : values.entries()) {
        if (value.role === 'change' && value.value === 0) yield* even(context, values, index)
        if (!isExact(value) || !mayBeSet(values[index - 1], value)) continue
        const said = wordBehind(context, value)
        if (said === null) continue
        const pair = besides(context, values, index) ?? elsewhereTold(context, value)
        if (pair !== null) yield* compared(pair, said, patterns(context.lexicon).way.exec(said.word)?.[0] ?? said.word)
      }
  },
})

/** A base, or a level with its base right before it. */
const mayBeSet = (last: CheckedValue | undefined, value: CheckedValue): boolean =>
  value.role === 'reference' || (value.role === 'actual' && last?.role === 'reference' && last.unit === value.unit)

/** 93.4%，与一季度持平；…一季度合格率为94.7%: the one base that its sentence gives. Of counts, another may be of a part. */
function* even({ between }: CheckContext, values: readonly CheckedValue[], index: number): Iterable<Slip> {
  const [change, now] = [values[index], values[index - 1]]
  if (change === undefined || now?.role !== 'actual' || now.unit !== '%' || !isExact(now) || !sameSubject(change, now)) return
  if (flat(between(now.evidence.end, change.evidence.start)).length > BETWEEN) return
  const [reference, more] = values.filter(
    (value) => value.role === 'reference' && value.basis === change.basis && value.unit === now.unit && sameSubject(value, now),
  )
  if (reference === undefined || more !== undefined || !isExact(reference) || reference.period === now.period) return
  if (
    Math.abs(reference.value - now.value) <
      Math.max(...[now, reference].map(({ evidence, value }) => writtenStep(evidence.quote, value))) ||
    reference.evidence.start < now.evidence.start
  )
    return
  yield {
    severity: 'error',
    claimed: change.evidence.quote,
    recomputed: now.value > reference.value ? '上升' : '下降',
    evidence: [change.evidence, now.evidence, reference.evidence],
    message: `“${now.evidence.quote}”与“${reference.evidence.quote}”并不持平，请核对`,
  }
}

interface Pair {
  readonly now: CheckedValue
  readonly reference: CheckedValue
}

interface Word {
  readonly word: string
  readonly rises: boolean
}

function wordBehind({ between, document, lexicon }: CheckContext, { evidence }: CheckedValue): Word | null {
  const end = Math.min(document.blocks[evidence.block]?.span.end ?? evidence.end, evidence.end + REACH)
  const behind = flat(between(evidence.end, end))
  const { up, down } = patterns(lexicon)
  const [rises, falls] = [up.exec(behind)?.[1], down.exec(behind)?.[1]]
  const word = rises ?? falls
  return word === undefined ? null : { word, rises: rises !== undefined }
}

/** The level and the one it is set against side by side, the words behind the second. */
function besides({ between }: CheckContext, values: readonly CheckedValue[], index: number): Pair | null {
  const [first, second] = [values[index - 1], values[index]]
  if (first === undefined || second === undefined || first.unit !== second.unit || !isExact(first)) return null
  const [now, reference] = first.role === 'actual' ? [first, second] : [second, first]
  if (now.role !== 'actual' || reference.role !== 'reference' || !OF_BEFORE.has(reference.basis ?? '')) return null
  const said = flat(between(first.evidence.end, second.evidence.start))
  return said.length <= BETWEEN && !/[。；;]/u.test(said) && now.county === reference.county ? { now, reference } : null
}

const OF_BEFORE: ReadonlySet<string> = new Set(['yoy', 'qoq', 'previous'])

/** The one level of the report's own period that the document gives for the same thing. */
function elsewhereTold(context: CheckContext, reference: CheckedValue): Pair | null {
  if (reference.role !== 'reference') return null
  const known = ledgerOf(context).nowOf(reference, context.identity.period)
  const levels =
    known.length > 0 || reference.indicator !== null ? known : context.values.filter((value) => isLevelOf(value, reference, context))
  const [now] = levels
  return now !== undefined && new Set(levels.map(({ value }) => value)).size === 1 ? { now, reference } : null
}

const isLevelOf = (value: CheckedValue, reference: CheckedValue, { identity }: CheckContext): boolean =>
  value.role === 'actual' &&
  value.unit === reference.unit &&
  value.county === reference.county &&
  value.period === identity.period &&
  isExact(value) &&
  sharesName(value.name, reference.name)

function* compared({ now, reference }: Pair, { word, rises }: Word, way: string): Iterable<Slip> {
  if (rises ? now.value > reference.value : now.value < reference.value) return
  yield {
    severity: 'error',
    claimed: way,
    recomputed: now.value === reference.value ? '持平' : rises ? '下降' : '上升',
    evidence: [reference.evidence, now.evidence],
    message: `“${now.evidence.quote}”与“${reference.evidence.quote}”相比并没有${rises ? '提高' : '下降'}，文中写作“${word}”，请核对`,
  }
}
