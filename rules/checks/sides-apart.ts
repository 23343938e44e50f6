/**
 * How far two named things are told to be apart is the difference of the figures that the document gives for them, wherever they stand.
 *
 *   | 起重机械 | 97.1 | 合计 | 98.9 | …起重机械受检率最低，低于特种设备总体水平2.6个百分点      1.8
 *   和布克赛尔县环比下降1.2个百分点, and 97.5 after 99.7 in its row                            2.2
 *   故障停电52次…。故障停电较一季度的45次减少7次                                            it rose
 *
 * Only where the change's own sentence does not give the levels, and where all that may be meant come to one figure.
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { statedChanges } from './levels.ts'
import { type Pair, pairsNamed, type Sides } from './named-sides.ts'

/** How far before a change its sides are named. */
const REACH = 60

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const up = words('stands-above', 'stands-ahead', 'stands-higher', 'moved-up')
  const down = words('stands-below', 'stands-behind', 'stands-lower', 'moved-down')
  return {
    /** ‹低于›特种设备总体水平2.6个百分点 */
    than: new RegExp(
      `^(?<own>[^0-9]*?)(?:(?<above>${words('stands-above', 'stands-ahead')})|(?<below>${words('stands-below', 'stands-behind')}))(?<other>[^，0-9]{2,16})$`,
      'u',
    ),
    /** ‹比›额敏县‹低›0.9个百分点 */
    set: new RegExp(
      `^(?<own>[^0-9]*)${guardedPattern(cue(lexicon, 'set-against'), cue(lexicon, 'set-against:misfires'))}(?<other>[^，0-9]{2,16}?)(?:相比)?[，]?(?:[^，0-9]{0,2}?)(?:(?<above>${up})|(?<below>${down}))了?$`,
      'u',
    ),
    /** 占比‹较›上年的41.7% */
    given: new RegExp(
      `^(?<own>[^0-9]*)${guardedPattern(cue(lexicon, 'set-against'), cue(lexicon, 'set-against:misfires'))}[^，0-9]{0,8}(?:[0-9]{4}年[^，0-9]{0,6})?$`,
      'u',
    ),
    by: new RegExp(`^(?:的?水平|相比)?[^，。；、0-9]{0,2}?(?:(?<above>${up})|(?<below>${down}))了?$`, 'u'),
    /** 环比‹下降›1.2个百分点 */
    moved: new RegExp(
      `^(?<own>[^0-9]*?)(?<other>${words('base-yoy', 'base-qoq')})[，]?(?:[^，0-9]{0,2}?)(?:(?<above>${up})|(?<below>${down}))了?$`,
      'u',
    ),
  }
})

interface Told extends Sides {
  readonly isAbove: boolean
}

export const sidesApart = defineCheck({
  kind: 'delta',
  *examine(context) {
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const { values, table } of context.groups)
      for (const [index, change] of table ? [] : values.entries()) {
        if (change.role !== 'change' || !isExact(change) || change.value === 0 || judged.has(change)) continue
        if (change.unit === '%' || change.unit === '倍') continue
        const told = readTold(context, values, index)
        const slip = told === null ? null : judge(change, told, pairsNamed(context, told))
        if (slip !== null) yield slip
      }
  },
})

/** The words before a change since the last figure, in its sentence. */
function readTold(context: CheckContext, values: readonly CheckedValue[], index: number): Told | null {
  const { document, between, lexicon } = context
  const [change, last] = [values[index] as CheckedValue, values[index - 1]]
  const block = document.blocks[change.evidence.block]?.span.start ?? 0
  const from = Math.max(block, change.evidence.start - REACH, last?.evidence.end ?? 0)
  if (last !== undefined && isGiven(context, last, change)) return readGiven(context, values, index)
  const sentence =
    flat(between(from, change.evidence.start))
      .split(/[。；：]/u)
      .at(-1) ?? ''
  const { than, set, moved } = patterns(lexicon)
  const clauses = sentence.split('，')
  const own = clauses.at(-1) ?? ''
  const before = clauses.slice(0, -1).join('，')
  const found = set.exec(own) ?? than.exec(own) ?? moved.exec(own)
  if (found?.groups === undefined) return null
  const said = values.slice(0, index).findLast(({ role }) => role === 'actual')
  const { own: named = '', other = '', above } = found.groups
  return { own: named, other, said, before, isAbove: above !== undefined }
}

/** The figure right before the change is the other side. */
function isGiven({ between, lexicon }: CheckContext, last: CheckedValue, change: CheckedValue): boolean {
  return (
    (last.role === 'reference' || last.role === 'share') &&
    isExact(last) &&
    patterns(lexicon).by.test(flat(between(last.evidence.end, change.evidence.start)))
  )
}

/** 占比较上年的41.7%‹上升›1.9个百分点: the words before the comparison name a level that stands elsewhere. */
function readGiven({ document, between, lexicon }: CheckContext, values: readonly CheckedValue[], index: number): Told | null {
  const [change, other] = [values[index] as CheckedValue, values[index - 1] as CheckedValue]
  const block = document.blocks[change.evidence.block]?.span.start ?? 0
  const from = Math.max(block, other.evidence.start - REACH, values[index - 2]?.evidence.end ?? 0)
  const clauses = (
    flat(between(from, other.evidence.start))
      .split(/[。；：]/u)
      .at(-1) ?? ''
  ).split('，')
  const { given, by } = patterns(lexicon)
  const own = given.exec(clauses.at(-1) ?? '')?.groups?.['own']
  const above = by.exec(flat(between(other.evidence.end, change.evidence.start)))?.groups?.['above']
  return own === undefined ? null : { own, other, said: undefined, before: clauses.slice(0, -1).join('，'), isAbove: above !== undefined }
}

function judge(change: CheckedValue, told: Told, pairs: readonly Pair[]): Slip | null {
  const unit = change.unit === '个百分点' ? '%' : change.unit
  const step = writtenStep(change.evidence.quote, change.value)
  const off = ({ one, other }: Pair): number => one.value.value - other.value.value
  const asked = pairs.filter(({ one, other }) => one.value.unit === unit && other.value.unit === unit)
  const slack = ({ one, other }: Pair): number =>
    [one, other].reduce((all, { value }) => all + (unit === '%' ? writtenStep(value.evidence.quote, value.value) / 2 : 0), step / 2)
  const isSize = (pair: Pair): boolean => Math.abs(Math.abs(off(pair)) - Math.abs(change.value)) <= slack(pair) + 1e-9
  const [pair] = asked
  if (pair === undefined || asked.some((each) => isSize(each) && off(each) > 0 === told.isAbove)) return null
  if (new Set(asked.map((each) => atStep(off(each), step))).size > 1) return null
  const { one, other, line } = pair
  const right = atStep(Math.abs(off(pair)), step)
  const way = off(pair) > 0 ? '高' : '低'
  const name = one.label === line.name ? '' : line.name
  return {
    kind: isSize(pair) ? 'direction' : 'delta',
    severity: 'error',
    claimed: change.value,
    recomputed: Number(off(pair) > 0 ? right : `-${right}`),
    evidence: [change.evidence, one.value.evidence, other.value.evidence],
    message: `${name}“${one.label}”为“${one.value.evidence.quote}”，比${other.label === other.value.evidence.quote ? '' : `“${other.label}”的`}“${other.value.evidence.quote}”${way}${right}${change.unit}，文中写作“${change.evidence.quote}”，请核对`,
  }
}
