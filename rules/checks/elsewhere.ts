/**
 * A change fits the two levels that the document gives elsewhere for the same thing, county and period.
 *
 *   表1 … 93.8 … 全地区 94.9 …比全地区低1.2个百分点                            1.1
 *   办结率94.7%，低于上年同期的96.9%。…投诉办结率同比下降1.8个百分点             2.2
 *   表1 托里县 85.2 上年 84.1 …托里县下降1.1分                                  it rose
 *
 * Where several levels could be meant, the change holds if any two of them bear it out; then one that none does is only a warning. A change whose own
 * sentence has both levels is the matter of delta.ts and direction.ts.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { countyName, createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { type Against, type Levels, ledgerOf } from './ledger.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { distance, isLastDigit, isTurned, readingsOf } from './readings.ts'
import { plainStatement } from './statement.ts'
import { isWayless } from './wayless.ts'

/** How far before a change its clause is read. */
const REACH = 60
/** With more levels to choose from, one of them fits by chance. */
const MOST = 4
/** So many characters of a clause may say something that no list knows (本来, 倒还). */
const UNKNOWN = 3
/** How far before its change a thing is named. */
const FAR = 120
/** How sure the reading of a change's indicator must be. */
const SURE = 0.79
const MARKS = /[，。；：、（）]/u

const COMPARING = [
  ...[
    'compared-with',
    'moved-up',
    'moved-down',
    'stands-above',
    'stands-below',
    'asked-levels',
    'compared',
    'each',
    'up',
    'down',
    'more-or-less',
  ],
  ...[
    'gap-down',
    'gap-after',
    'less-time',
    'more-time',
    'respectively',
    'base-yoy',
    'base-qoq',
    'base-average',
    'base-target',
    'base-previous',
  ],
]

const BESIDE = ['compared-with', 'stands-above', 'stands-below', 'compared']

const readers = perLexicon((lexicon) => ({
  regions: createRegionReader(lexicon),
  beside: new RegExp(`(?:${wordPattern(BESIDE.flatMap((group) => cue(lexicon, group)))})$`, 'u'),
  comparing: new RegExp(wordPattern(COMPARING.flatMap((group) => cue(lexicon, group))), 'gu'),
}))

export const elsewhere = defineCheck({
  kind: 'delta',
  *examine(context) {
    const isPlain = plainStatement(context.lexicon)
    const told = new Set(statedChanges(context).map(({ change }) => change))
    for (const change of context.values) {
      if (change.role !== 'change' || told.has(change) || change.evidence.cell !== undefined || !isExact(change)) continue
      // 降低四成二 is told beside its levels.
      if (!/[0-9]/u.test(change.evidence.quote) && change.unit === '%') continue
      if (change.breakdown !== null || !saysOnlyChange(context, change) || isOfOtherTime(context, change)) continue
      // 小作坊食品抽检合格率同比提高…: of a part.
      if (change.subject !== null && !isPlain(change, context.document, SURE)) continue
      const slips = countiesOf(context, change).map((county) => compared(context, change, county))
      // Whichever county was meant, one that bears the change out will do.
      if (slips.length > 0 && slips.every((slip) => slip !== null)) yield slips[0] as Slip
    }
  },
})

/** 高于98%的目标值0.5个百分点，比一季度上升1.1个百分点: the second is no gap to the target, whatever it was read as. */
function isOfOtherTime({ between, document }: CheckContext, { evidence, basis }: CheckedValue): boolean {
  if (basis !== 'target') return false
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  return readPeriods(flat(between(from, evidence.start)).split(MARKS).at(-1) ?? '', 2000).length > 0
}

/** Null where the levels bear the change out, or there are none. */
function compared(context: CheckContext, change: CheckedValue, county: string | null): Slip | null {
  const { now, earlier: others } = echoed(context, change) ?? ledgerOf(context).levelsOf(change, county, againstOf(context, change, county))
  const own = ownLevel(context, change)
  const earlier = others.filter((other) => !isOfAnother(context, other, own))
  if (now.length === 0 || earlier.length === 0 || now.length > MOST || earlier.length > MOST) return null
  if (own !== undefined && now.every(({ value }) => value !== own.value)) return null
  const pairs = now.flatMap((one) =>
    earlier
      .filter((other) => other.unit === one.unit && other !== one)
      .map((other): StatedChange => ({ change, now: one, earlier: other })),
  )
  const read = pairs.flatMap((stated) => readingsOf(stated).map((reading) => ({ stated, reading })))
  if (read.length === 0 || read.some(({ stated, reading }) => distance(stated, reading) <= 0 && !isLastDigit(stated, reading))) return null
  const turned = read.find(({ stated, reading }) => isTurned(stated, reading))
  // 漏损率13.2%，距12%的目标还差1.2个百分点: how far it is, and not which way.
  if (turned !== undefined && isWayless(context.between, change, context.lexicon)) return null
  const { stated, reading } = turned ?? (read[0] as (typeof read)[number])
  const step = writtenStep(change.evidence.quote, change.value)
  const shown = atStep(reading.figure, step)
  const isOnly = distinct(now) && distinct(earlier)
  return {
    kind: turned ? 'direction' : 'delta',
    severity: isOnly && distance(stated, reading) >= step / 2 ? 'error' : 'warning',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, stated.now.evidence, stated.earlier.evidence],
    message: `文中别处写作“${stated.now.evidence.quote}”与“${stated.earlier.evidence.quote}”，应为${moveWords(shown, change.unit)}，此处写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}

/** 屋面防水走低，85.3%的符合率比总体低7.9个百分点，比二季度低3.4个百分点: the level that the change's own sentence gives. */
function ownLevel({ groups, between }: CheckContext, change: CheckedValue): CheckedValue | undefined {
  const values = groups.find((group) => group.values.includes(change))?.values ?? []
  const unit = change.unit === '个百分点' ? '%' : change.unit
  return values
    .slice(0, values.indexOf(change))
    .findLast(
      (value) => value.role === 'actual' && value.unit === unit && !/[；;]/u.test(between(value.evidence.end, change.evidence.start)),
    )
}

/** 合格率93.4%，上年同期94.9%。…化肥合格率95.8%，同比提高2.1个百分点: last year's is set against another level where it stands. */
function isOfAnother({ groups }: CheckContext, other: CheckedValue, own: CheckedValue | undefined): boolean {
  const beside = groups.find(({ values, table }) => !table && values.includes(other))?.values ?? []
  const levels = beside.filter(({ role, unit, indicator }) => role === 'actual' && unit === other.unit && indicator === other.indicator)
  return own !== undefined && levels.length > 0 && levels.every(({ value }) => value !== own.value)
}

/** 投诉98件，同比下降9.5%, and one row of the tables with 98 and last year's 106: the level that the sentence gives, and what stands beside it there. */
function echoed({ groups, values, between }: CheckContext, change: CheckedValue): Levels | null {
  const now = values[values.indexOf(change) - 1]
  if (now?.role !== 'actual' || !isExact(now) || change.basis !== 'yoy' || now.unit.startsWith('%')) return null
  const said = flat(between(now.evidence.end, change.evidence.start))
  if (said.length > BESIDE_LEVEL || !/^[，,（(]/u.test(said)) return null
  const rows = groups.filter(
    ({ values: row, table }) =>
      table &&
      row.some(
        ({ role, value, unit, county, period }) =>
          role === 'actual' && value === now.value && unit === now.unit && county === now.county && period === now.period,
      ),
  )
  const earlier = rows[0]?.values.filter(({ role, basis, unit }) => role === 'reference' && basis === 'yoy' && unit === now.unit) ?? []
  return rows.length === 1 && earlier.length === 1 ? { now: [now], earlier } : null
}

/** So many characters may stand between a level and its change (，同比下降). */
const BESIDE_LEVEL = 6

const distinct = (values: readonly CheckedValue[]): boolean => new Set(values.map(({ value }) => value)).size === 1

/** Nothing but figures and words of comparison stands between the words that name a thing and its change (工业产品增幅居首，提高… speaks of another). */
function saysOnlyChange({ between, document, lexicon }: CheckContext, { evidence, subject }: CheckedValue): boolean {
  const block = document.blocks[evidence.block]?.span.start ?? 0
  const isNear = subject !== null && subject.end <= evidence.start && subject.start >= Math.max(block, evidence.start - FAR)
  const said = flat(between(isNear ? subject.end : Math.max(block, evidence.start - REACH), evidence.start))
  const clauses = isNear ? said.split(MARKS) : (said.split(/[。；：]/u).at(-1) ?? '').split(MARKS).slice(-2)
  const { regions, comparing } = readers(lexicon)
  return clauses.every((clause, at) => {
    if (at < clauses.length - 1 && ((isNear && at === 0) || /[0-9]/u.test(clause))) return true
    let left = clause
    for (const { span } of [...regions(clause), ...readPeriods(clause, 2000)].sort((a, b) => b.span.start - a.span.start))
      left = left.slice(0, span.start) + left.slice(span.end)
    return left.replace(comparing, '').replace(/[0-9.%的]/gu, '').length <= UNKNOWN
  })
}

/** Against another county or an area that the change's own clause names, else what it was read as. */
function againstOf(
  { between, document, lexicon }: CheckContext,
  { evidence, basis, period }: CheckedValue,
  county: string | null,
): Against {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const clause = flat(between(from, evidence.start)).split(MARKS).at(-1) ?? ''
  const { regions, beside } = readers(lexicon)
  const named = regions(clause).flatMap(({ kind, region, span }): Against[] => {
    if (!beside.test(clause.slice(0, span.start))) return []
    if (kind === 'area') return [{ basis: 'average', region }]
    const other = lexicon.regions.counties.find(({ id }) => kind === 'county' && id === region)
    return other && countyName(other, period) !== county ? [{ basis: 'peer', region: countyName(other, period) }] : []
  })
  return named.at(-1) ?? { basis, region: null }
}

/** The county that the change was read as of, and the one named last before it. */
function countiesOf({ between, document, lexicon }: CheckContext, { evidence, county, period }: CheckedValue): (string | null)[] {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const said =
    flat(between(from, evidence.start))
      .split(/[。；]/u)
      .at(-1) ?? ''
  const { regions, beside } = readers(lexicon)
  const id = regions(said).findLast(({ kind, span }) => kind === 'county' && !beside.test(said.slice(0, span.start)))?.region
  const named = lexicon.regions.counties.find((known) => known.id === id)
  // 全地区93.4%，比全疆高0.3个百分点: the area's, whatever county was named before it.
  const earlier = said.slice(0, Math.max(0, said.lastIndexOf('，')))
  const whose = regions(earlier)
    .filter(({ span }) => !beside.test(earlier.slice(0, span.start)))
    .at(-1)
  if (whose?.kind === 'area' && county !== whose.region) return []
  return [...new Set([county, ...(named ? [countyName(named, period)] : [])])]
}
