/**
 * What the text says of a thing by the name that a table's row has is what the row says.
 *
 *   | 塑料管材 | 77.8 | 83.3 |     …塑料管材垫底，合格率比上年同期下降6.5个百分点      5.5
 *   | 家用电器 | 96 | 104 |        …家用电器类同比增加7.7%                              it fell
 *   | 交通工具 | 83 | 61 |         …交通工具类办结79件，办结率96.4%                     95.2
 *
 * Only where the text's own sentence does not give the levels, and only against a row with just one pair of levels that the change could be of.
 */

import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { type StatedChange, statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { rateWords } from './rate-words.ts'
import { difference, distance, isLastDigit, isTurned, readingsOf, relative } from './readings.ts'
import { figureTables } from './table-figures.ts'
import { isWayless } from './wayless.ts'

/** How far before a claim the row's name may stand. */
const REACH = 60
/** A shorter name may be of anything. */
const NAMED = 2
/** How many characters may stand between a count and its rate. */
const FAR = 10

interface Row {
  readonly label: string
  readonly values: readonly CheckedValue[]
}

export const rowClaims = defineCheck({
  kind: 'delta',
  *examine(context) {
    const rows = rowsOf(context)
    if (rows.length === 0) return
    const told = new Set(statedChanges(context).map(({ change }) => change))
    for (const { values, table } of context.groups)
      for (const [index, value] of table ? [] : values.entries()) {
        if (!isExact(value)) continue
        // 差不多一半 is no change.
        const isSaid = /[0-9]/u.test(value.evidence.quote) || value.unit !== '%'
        if (value.role === 'change' && isSaid && !told.has(value)) yield* ofChange(context, value, rows)
        if (value.role === 'actual' && value.unit === '%') yield* ofRate(context, value, values[index - 1], rows)
      }
  },
})

const regions = perLexicon(createRegionReader)

/** So many characters beside the words of comparison may say something that no list knows (虽). */
const UNSAID = 1
const COMPARING = [
  'up',
  'down',
  'compared',
  'moved-up',
  'moved-down',
  'base-yoy',
  'base-qoq',
  'base-average',
  'base-previous',
  'more-or-less',
]
const against = perLexicon(
  (lexicon) =>
    new RegExp(`(?:${wordPattern(['set-against', 'stands-above', 'stands-below'].flatMap((group) => cue(lexicon, group)))})$`, 'u'),
)
const comparing = perLexicon((lexicon) => new RegExp(wordPattern(COMPARING.flatMap((group) => cue(lexicon, group))), 'gu'))

/** Rows whose label names a thing, and no other row of the document bears it. */
function rowsOf(context: CheckContext): readonly Row[] {
  const rows = figureTables(context).flatMap(({ rows: lines }) =>
    lines.map(({ label, figures }) => ({
      label: label.replace(/[（(][^（()）]*[)）]|类$/gu, ''),
      values: figures.flatMap((figure) => figure?.value ?? []),
    })),
  )
  return rows.filter(
    ({ label, values }) =>
      label.length >= NAMED &&
      values.length > 1 &&
      !/[0-9]/u.test(label) &&
      regions(context.lexicon)(label).length === 0 &&
      rows.filter((other) => other.label === label).length === 1,
  )
}

/** The row that the words before a claim name last; null where another thing is named by a longer word (塑料 of 塑料管材). */
function rowNamed(context: CheckContext, { evidence }: CheckedValue, rows: readonly Row[]): { row: Row; since: string } | null {
  const from = Math.max(context.document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  const said =
    flat(context.between(from, evidence.start))
      .split(/[。；]/u)
      .at(-1) ?? ''
  let best: { row: Row; at: number; label: string } | null = null
  for (const row of rows) {
    const label = said.includes(row.label) ? row.label : shortOf(row, rows, said)
    const at = label === undefined ? -1 : said.lastIndexOf(label)
    if (label !== undefined && at >= 0 && (best === null || at > best.at || (at === best.at && label.length > best.label.length)))
      best = { row, at, label }
  }
  if (best === null) return null
  const { row, at, label } = best
  // 农膜…，且比滴灌带低2.6个百分点: what it is set against.
  if (against(context.lexicon).test(said.slice(0, at))) return null
  const since = said.slice(at + label.length)
  // 水泥全部合格，塑料管材垫底: the last; 塑料管材与电线电缆: a list leaves open which is meant.
  const clause = said.slice(0, at).split('，').at(-1) ?? ''
  const isListed = rows.some((other) => other !== row && !row.label.includes(other.label) && `${clause}${since}`.includes(other.label))
  return isListed || /、/u.test(since) ? null : { row, since }
}

/** ‹湿地›同比上升1.3分, of the row 塔斯特河湿地: the end of one row's label and of no other, at the head of its clause. */
function shortOf({ label }: Row, rows: readonly Row[], said: string): string | undefined {
  for (let length = Math.min(MOST_SHORT, label.length - 1); length >= NAMED; length--) {
    const short = label.slice(-length)
    const isHead = said.startsWith(short) || said.includes(`，${short}`)
    if (isHead && rows.every((other) => other.label === label || !other.label.includes(short))) return short
  }
  return undefined
}

/** So many characters of a label stand for it. */
const MOST_SHORT = 4

function* ofChange(context: CheckContext, change: CheckedValue, rows: readonly Row[]): Iterable<Slip> {
  const named = rowNamed(context, change, rows)
  if (named === null || /[0-9][^，]*$/u.test(named.since.replace(/[^，]*，/gu, '')) || isAgainstRegion(context, change)) return
  const clause = (named.since.split('，').at(-1) ?? '').replace(comparing(context.lexicon), '').replace(/^[类的]|的$/gu, '')
  const isOfColumn = clause.length <= UNSAID || named.row.values.some(({ name }) => name.endsWith(clause.slice(-NAME_END)))
  if (!isOfColumn) return
  const rateName = /([\p{Script=Han}]{3})(?:比|较|与|同比|环比|虽|也|又|则|的|$)/u.exec(named.since)?.[1] ?? ''
  const fits = (value: CheckedValue): boolean => !rateName.endsWith('率') || (value.unit === '%' && value.name.includes(rateName))
  const now = named.row.values.filter((value) => value.role === 'actual' && value.period === change.period && fits(value))
  const earlier = named.row.values.filter(
    (value) => value.role === 'reference' && (change.basis === null || value.basis === change.basis) && fits(value),
  )
  const pairs = now.flatMap((one) =>
    earlier
      .filter((other) => other.unit === one.unit && isPair(one, other))
      .map((other): StatedChange => ({ change, now: one, earlier: other })),
  )
  const fitting = pairs.filter((stated) => readingsOf(stated).length > 0)
  const [stated, more] = fitting
  if (more !== undefined && change.unit === '%') yield* ofOneUnit(fitting)
  if (stated === undefined || more !== undefined) return
  const readings = readingsOf(stated)
  if (readings.some((reading) => distance(stated, reading) <= 0) || isTimes(stated)) {
    yield* ofUnit(stated)
    return
  }
  const [meant] = readings
  if (meant === undefined || readings.some((reading) => isLastDigit(stated, reading))) return
  const turned = readings.find((reading) => isTurned(stated, reading))
  // 压实度退得最凶，7.8个百分点: its way is told by a word that no list has.
  if (turned !== undefined && isWayless(context.between, change, context.lexicon)) return
  // 主体结构抬升2.1个百分点 does not say against what: only where a slip of the hand explains it.
  const step = writtenStep(change.evidence.quote, change.value)
  if (change.basis === null && !turned && !areNearlyAlike(Math.abs(meant.figure), Math.abs(change.value), step)) return
  yield slipOf(stated, (turned ?? meant).figure, turned === undefined ? 'delta' : 'direction', named.row.label)
}

/** 跟乌苏市比，长度差0.2毫米: of another place, which the row does not give. */
function isAgainstRegion({ between, document, lexicon }: CheckContext, { evidence }: CheckedValue): boolean {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - BESIDE)
  const said =
    flat(between(from, evidence.start))
      .split(/[。；]/u)
      .at(-1) ?? ''
  const clauses = said.split('，').slice(-2).join('，')
  return regions(lexicon)(clauses).some(({ span }) => against(lexicon).test(clauses.slice(0, span.start)))
}

/** How far before a change it is told against what place it is. */
const BESIDE = 20

/** 是上年同期的2.2倍: the one level by the other. */
function isTimes({ change, now, earlier }: StatedChange): boolean {
  return change.unit === '倍' && roundsTo(now.value / earlier.value, change.value, writtenStep(change.evidence.quote, change.value))
}

/** Of a row that gives several rates, a level and last year's of the same name. */
const isPair = (one: CheckedValue, other: CheckedValue): boolean =>
  one.unit !== '%' || one.name.slice(-NAME_END) === other.name.slice(-NAME_END)

const NAME_END = 3

/** 唯独农膜下降0.7%, of a row of counts and rates: the points of the rates, and nothing that the counts bear out. */
function* ofOneUnit(fitting: readonly StatedChange[]): Iterable<Slip> {
  if (fitting.some((stated) => readingsOf(stated).some((reading) => distance(stated, reading) <= 0 && stated.now.unit !== '%'))) return
  const rates = fitting.filter(({ now }) => now.unit === '%')
  if (rates[0] !== undefined && rates.length === 1) yield* ofUnit(rates[0])
}

/** 94.6 against 96.9, told as 下降2.3%: the points of a difference. */
function* ofUnit(stated: StatedChange): Iterable<Slip> {
  const { change, now } = stated
  const percent = relative(stated)
  const step = writtenStep(change.evidence.quote, change.value)
  if (now.unit !== '%' || change.unit !== '%' || percent === null) return
  if (!roundsTo(difference(stated).figure, change.value, step) || roundsTo(percent.figure, change.value, step)) return
  yield {
    ...slipOf(stated, percent.figure, 'unit', ''),
    severity: 'warning',
    message: `表中为“${now.evidence.quote}”与“${stated.earlier.evidence.quote}”，相差${atStep(Math.abs(difference(stated).figure), step)}个百分点；文中写作“${change.evidence.quote}”，如指两数之差，单位应为“个百分点”，请核对`,
  }
}

function slipOf({ change, now, earlier }: StatedChange, figure: number, kind: string, label: string): Slip {
  const shown = atStep(figure, writtenStep(change.evidence.quote, change.value))
  return {
    kind,
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `表中“${label}”为“${now.evidence.quote}”与“${earlier.evidence.quote}”，应为${moveWords(shown, change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}

/** 交通工具类办结79件，办结率96.4%: of the one count that the row gives of them. */
function* ofRate(context: CheckContext, stated: CheckedValue, part: CheckedValue | undefined, rows: readonly Row[]): Iterable<Slip> {
  if (part?.role !== 'actual' || part.unit === '%' || !isExact(part)) return
  const said = flat(context.between(part.evidence.end, stated.evidence.start))
  const counted = /^，([\p{Script=Han}]{2})率[为达到]{0,2}$/u.exec(said)?.[1]
  const named = said.length > FAR || counted === undefined ? null : rowNamed(context, part, rows)
  if (named === null || !named.since.endsWith(counted ?? '') || /[0-9，]/u.test(named.since)) return
  if (rateWords(context.lexicon).isPassRate(`${counted}率`)) return
  const wholes = named.row.values.filter((value) => value.role === 'actual' && value.unit === part.unit && value.period === part.period)
  const [whole, more] = wholes
  if (whole === undefined || more !== undefined || whole.value < part.value || whole.value <= 0) return
  const exact = (part.value / whole.value) * 100
  const step = writtenStep(stated.evidence.quote, stated.value)
  if (Math.abs(exact - stated.value) < step) return
  const shown = atStep(exact, Math.min(step, 0.1))
  yield {
    kind: 'rate',
    severity: 'error',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `表中“${named.row.label}”为“${whole.evidence.quote}”，${counted}“${part.evidence.quote}”，算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}
