/**
 * A change against another document's level is the difference between that level and the document's own.
 *
 *   二季度报告 食品抽检合格率97.1%     三季度报告 食品抽检合格率97.7%，环比上升0.2个百分点     0.6
 *   托里县 合格率93.5%                 裕民县 合格率92.1%，比托里县低2.4个百分点                1.4
 *
 * The other level is that of the period's, the county's or the prefecture's own report. Where the document itself gives the level that it compares
 * with, the checks of one document hold the change against it, and cross-document.ts holds the level against the other report.
 */
import type { Value } from '../../../extractors/indicators/value.ts'
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { previousQuarter, sameLastYear } from '../../../extractors/quantities/period.ts'
import { atStep, writtenStep } from '../../../extractors/quantities/rounding.ts'
import { fileName } from '../../versions/file-name.ts'
import { isExact } from '../agree.ts'
import { sameThing } from '../check.ts'
import { isChangeItself, type StatedChange } from '../levels.ts'
import { moveWords } from '../move-words.ts'
import { distance, isLastDigit, isTurned, readingsOf } from '../readings.ts'
import { plainStatement } from '../statement.ts'
import { isWayless } from '../wayless.ts'
import type { Comparable } from './comparable.ts'
import { type CrossFinding, elsewhere } from './compared-document.ts'
import { otherSide } from './other-side.ts'
import { owners } from './owner.ts'
import { type Stated, type StatedThings, thingKey } from './stated.ts'
import { thingName } from './thing-name.ts'

/** So many values back the level of a change is looked for, other changes of it between. */
const NEAR = 4
/** How sure the reading of a change's own words must be. */
const SURE = 0.79
/** Of a thing that the lexicon lacks. */
const BY_NAME = 0.9

export function* changes(sources: readonly Comparable[], things: StatedThings, lexicon: Lexicon): Iterable<CrossFinding> {
  for (const source of sources) {
    if (!source.document.submitted || !source.isPeriodCertain) continue
    for (const [index, change] of source.document.values.entries()) {
      if (change.role !== 'change' || !isExact(change) || change.evidence.cell !== undefined) continue
      const now = levelOf(source, index, things, lexicon)
      const key = now === null ? null : keyOfOther(change, now, source, lexicon)
      if (now === null || key === null || givesItself(source, change, key, lexicon)) continue
      const [owner, period] = JSON.parse(key) as [string, string]
      const own = things.at(key).filter(({ source: other, value }) => other !== source && other.county === owner && isExact(value))
      const earlier = own.find(({ source: other }) => other.period === period) ?? own.find(({ value }) => value.role === 'actual') ?? own[0]
      if (earlier !== undefined) yield* compare(source, { change, now, earlier: earlier.value }, earlier, lexicon)
    }
  }
}

/** The level that stands before a change with nothing but other changes of it between, else the one that the document gives of the thing. */
function levelOf(source: Comparable, index: number, things: StatedThings, lexicon: Lexicon): Value | null {
  const { values, text } = source.document
  const change = values[index] as Value
  const before = values.slice(Math.max(0, index - NEAR), index).findLast(({ role }) => role !== 'change')
  const isPlain = (value: Value): boolean => plainStatement(lexicon)(value, text, value.indicator === null ? BY_NAME : SURE)
  const isOwnLevel = before === values[index - 1] && isChangeItself(change, lexicon) && before?.unit !== '%'
  if (
    before !== undefined &&
    isLevelOf(before, isOwnLevel ? { ...change, indicator: before.indicator, name: before.name } : change, text.text)
  )
    return isPlain(before) ? before : null
  if (change.period === null || change.subject === null || !plainStatement(lexicon)(change, text, SURE)) return null
  const unit = change.unit === '个百分点' ? '%' : change.unit
  const owner = owners(lexicon)(change.county)
  const key = owner === source.county ? thingKey({ ...change, unit }, owner, change.period, lexicon) : null
  const own = key === null ? undefined : things.at(key).find((stated) => stated.source === source)?.value
  return own?.role === 'actual' && isExact(own) ? own : null
}

/** An exact level of the same thing in the change's own sentence. */
const isLevelOf = (level: Value, change: Value, text: string): boolean =>
  level.role === 'actual' &&
  isExact(level) &&
  sameThing(level, change) &&
  level.county === change.county &&
  level.period === change.period &&
  JSON.stringify(level.breakdown) === JSON.stringify(change.breakdown) &&
  level.evidence.block === change.evidence.block &&
  !/[。！？]/u.test(text.slice(level.evidence.end, change.evidence.start))

/** The same thing, as the other side of the change's comparison has it. */
function keyOfOther(change: Value, now: Value, { county, document }: Comparable, lexicon: Lexicon): string | null {
  const { period, basis } = change
  if (period === null) return null
  if (basis === 'yoy') return thingKey(now, county, sameLastYear(period), lexicon)
  if (basis === 'qoq') return period.includes('-Q') ? thingKey(now, county, previousQuarter(period), lexicon) : null
  const other = otherSide(lexicon)(change, document.text)
  return other === null || other === county ? null : thingKey(now, other, period, lexicon)
}

/** The document states the level that it compares with: plainly, or beside the change. */
function givesItself({ document, county }: Comparable, change: Value, key: string, lexicon: Lexicon): boolean {
  const [owner, period] = JSON.parse(key) as [string, string]
  return document.values.some((value) => {
    if (value.role !== 'reference' && value.role !== 'actual') return false
    if (value.period === period && owners(lexicon)(value.county) === owner && thingKey(value, owner, period, lexicon) === key) return true
    if (value.role !== 'reference' || value.basis !== change.basis || value.evidence.block !== change.evidence.block) return false
    const isOfIt = sameThing(value, change) || (value.indicator === null && thingName(lexicon)(value.name, value.unit) === null)
    const isItsOwner = owner === county || owners(lexicon)(value.county) === owner
    return isOfIt && isItsOwner && Math.abs(value.evidence.start - change.evidence.start) < BESIDE
  })
}

/** How near a level that the document gives itself stands to the change. */
const BESIDE = 60

function* compare(source: Comparable, stated: StatedChange, { source: other, value }: Stated, lexicon: Lexicon): Iterable<CrossFinding> {
  const readings = readingsOf(stated)
  const [meant] = readings
  if (meant === undefined || readings.some((reading) => distance(stated, reading) <= 0 || isLastDigit(stated, reading))) return
  const { change, now } = stated
  const shown = atStep(meant.figure, writtenStep(change.evidence.quote, change.value))
  const isWayOnly = readings.some((reading) => isTurned(stated, reading))
  if (isWayOnly && isWayless((start, end) => source.document.text.text.slice(Math.max(0, start), end), change, lexicon)) return
  yield {
    file: source.document.file,
    kind: 'cross-document',
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    words: { claimed: moveWords(String(change.value), change.unit), recomputed: moveWords(shown, change.unit) },
    evidence: [change.evidence, now.evidence, elsewhere(other.document.file, value.evidence)],
    message: `“${now.evidence.quote}”与《${fileName(other.document.file)}》所报的“${value.evidence.quote}”相比，应为${moveWords(shown, change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”）${isWayOnly ? '，升降写反' : ''}，请核对`,
  }
}
