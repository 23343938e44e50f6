/** All checks, and the engine that runs them over one document. A new check is a file beside this one and a line here. */
import { type Document, toSource } from '../../extractors/document.ts'
import type { Identity } from '../../extractors/identity/identity.ts'
import type { Structure } from '../../extractors/language/structure.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { againstTotal } from './against-total.ts'
import { allPassed } from './all-passed.ts'
import { apart } from './apart.ts'
import { betweenTwo } from './between-two.ts'
import { boundedChange } from './bounded-change.ts'
import { bracketRatio } from './bracket-ratio.ts'
import { breakdown } from './breakdown.ts'
import { changePair } from './change-pair.ts'
import type { Check, CheckContext, CheckedValue, ValueGroup } from './check.ts'
import { columnTotals } from './column-totals.ts'
import { comparedWord } from './compared-word.ts'
import { complementRates } from './complement-rates.ts'
import { countedList } from './counted-list.ts'
import { delta } from './delta.ts'
import { direction } from './direction.ts'
import { doubled } from './doubled.ts'
import { eachAgainst } from './each-against.ts'
import { eachPair } from './each-pair.ts'
import { elsewhere } from './elsewhere.ts'
import { extremes } from './extremes.ts'
import type { Finding } from './finding.ts'
import { fromBase } from './from-base.ts'
import { goodDays } from './good-days.ts'
import { gradedRates } from './graded-rates.ts'
import { growth } from './growth.ts'
import { impliedRate } from './implied-rate.ts'
import { leftAfter } from './left-after.ts'
import { listAverage } from './list-average.ts'
import { listTotal } from './list-total.ts'
import { listed } from './listed.ts'
import { listedRate } from './listed-rate.ts'
import { namedBounds } from './named-bounds.ts'
import { namedMoves } from './named-moves.ts'
import { namedPart } from './named-part.ts'
import { namedPlaces } from './named-places.ts'
import { namedRate } from './named-rate.ts'
import { namedShares } from './named-shares.ts'
import { namedTrends } from './named-trends.ts'
import { nearChange } from './near-change.ts'
import { nearCount } from './near-count.ts'
import { nearRatio } from './near-ratio.ts'
import { ofWhole } from './of-whole.ts'
import { ordered } from './ordered.ts'
import { pairedTotals } from './paired-totals.ts'
import { paragraphRate } from './paragraph-rate.ts'
import { part } from './part.ts'
import { parts } from './parts.ts'
import { perUnit } from './per-unit.ts'
import { period } from './period.ts'
import { periodSums } from './period-sums.ts'
import { withPlannedChanges } from './planned-change.ts'
import { progress } from './progress.ts'
import { range } from './range.ts'
import { rank } from './rank.ts'
import { rate } from './rate.ts'
import { rateRun } from './rate-run.ts'
import { restCount } from './rest-count.ts'
import { restated } from './restated.ts'
import { retyped } from './retyped.ts'
import { roughShares } from './rough-shares.ts'
import { rowClaims } from './row-claims.ts'
import { rowRestated } from './row-restated.ts'
import { shareRun } from './share-run.ts'
import { shares } from './shares.ts'
import { sides } from './sides.ts'
import { sidesApart } from './sides-apart.ts'
import { stock } from './stock.ts'
import { stockMoves } from './stock-moves.ts'
import { sum } from './sum.ts'
import { summedUp } from './summed-up.ts'
import { followingFigures, tableArithmetic } from './table-arithmetic.ts'
import { tableBehind } from './table-behind.ts'
import { tableExtremes } from './table-extremes.ts'
import { targetClaim } from './target-claim.ts'
import { timeBetween } from './time-between.ts'
import { toldOfTable } from './told-of-table.ts'
import { totalsOf } from './totals-of.ts'
import { trend } from './trend.ts'
import { turned } from './turned.ts'
import { unit } from './unit.ts'
import { verbRate } from './verb-rate.ts'
import { wholeBefore } from './whole-before.ts'
import { wordedChange } from './worded-change.ts'

const checks = [
  tableArithmetic,
  rate,
  allPassed,
  listedRate,
  shareRun,
  rateRun,
  ofWhole,
  roughShares,
  namedPart,
  againstTotal,
  progress,
  nearRatio,
  goodDays,
  perUnit,
  complementRates,
  delta,
  boundedChange,
  elsewhere,
  rowClaims,
  changePair,
  apart,
  growth,
  betweenTwo,
  unit,
  sum,
  parts,
  restCount,
  pairedTotals,
  totalsOf,
  breakdown,
  wholeBefore,
  listTotal,
  listAverage,
  columnTotals,
  periodSums,
  shares,
  gradedRates,
  direction,
  eachAgainst,
  eachPair,
  namedBounds,
  targetClaim,
  extremes,
  tableExtremes,
  toldOfTable,
  tableBehind,
  ordered,
  trend,
  wordedChange,
  bracketRatio,
  doubled,
  timeBetween,
  comparedWord,
  range,
  rank,
  part,
  restated,
  fromBase,
  retyped,
  stock,
  stockMoves,
  summedUp,
  listed,
  countedList,
  period,
  verbRate,
  namedRate,
  impliedRate,
  leftAfter,
  nearCount,
  sides,
  sidesApart,
  namedPlaces,
  namedMoves,
  namedTrends,
  namedShares,
  rowRestated,
  paragraphRate,
  turned,
  nearChange,
]

/** Checks that tell by their names which figures of a table follow from which. */
const OF_FIGURES: ReadonlySet<Check> = new Set([rate, delta, direction, sum])

/** Checks that guess which figures were meant: silent where one before them has told of one of theirs already. */
const LAST: ReadonlySet<Check> = new Set([
  namedBounds,
  nearRatio,
  verbRate,
  namedRate,
  impliedRate,
  leftAfter,
  nearCount,
  sidesApart,
  turned,
  nearChange,
])

interface CheckInput {
  readonly document: Document
  readonly identity: Pick<Identity, 'kind' | 'title' | 'period' | 'countyId'>
  readonly structure: Structure
  /** In order of position. */
  readonly values: readonly CheckedValue[]
}

/** Findings without their ids, in order of position. */
export type Checker = (input: CheckInput) => readonly Omit<Finding, 'id'>[]

export function createChecker(lexicon: Lexicon): Checker {
  return (input) => {
    const { document, identity } = input
    const between = (start: number, end: number): string => document.text.slice(Math.max(0, start), end)
    const values = withPlannedChanges(input.values, { between, lexicon })
    const context: CheckContext = { document, identity, values, groups: groupValues({ ...input, values }), lexicon, between }
    const following = followingFigures(context)
    const told = new Set<number>()
    const found: Omit<Finding, 'id'>[] = []
    for (const check of checks) {
      const [first, isLast, isOfFigures] = [found.length, LAST.has(check), OF_FIGURES.has(check)]
      for (const slip of check.examine(context)) {
        if (isOfFigures && following.has(slip.evidence[0]?.start ?? -1)) continue
        if (isLast && slip.evidence.some((each) => told.has(each.start))) continue
        found.push({ file: document.file, kind: check.kind, ...slip })
      }
      for (const { evidence } of found.slice(first)) told.add(evidence[0]?.start ?? -1)
    }
    return found
      .filter((one, _, all) => one.kind !== range.kind || !all.some((other) => other.kind === rate.kind && isOneClaim(one, other)))
      .filter((one, _, all) => one.kind === restated.kind || !all.some((other) => restsOn(one, other) && !restsOn(other, one)))
      .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
      .filter((one, at, all) => {
        const near = all.slice(Math.max(0, at - checks.length), at + checks.length)
        return !near.some((other) => other !== one && isSame(one, other) && isToldBy(one, other, near))
      })
  }
}

/** Two checks may come upon one slip by different ways. */
const isSame = (one: Omit<Finding, 'id'>, other: Omit<Finding, 'id'>): boolean =>
  one.kind === other.kind && one.evidence[0]?.start === other.evidence[0]?.start

/** 受理864件，其中商品类512件、服务类307件、举报55件: of two that tell of one claim, the one that rests on more; of two alike, the first. */
function isToldBy(one: Omit<Finding, 'id'>, other: Omit<Finding, 'id'>, all: readonly Omit<Finding, 'id'>[]): boolean {
  const more = other.evidence.length - one.evidence.length
  return more > 0 || (more === 0 && all.indexOf(other) < all.indexOf(one))
}

/** A rate over 100% whose counts say what it is needs not be told twice. */
const isOneClaim = (one: Omit<Finding, 'id'>, other: Omit<Finding, 'id'>): boolean => one.evidence[0]?.start === other.evidence[0]?.start

/** 合格率96.0%（应为98.0%），比上季度的97.1%高0.9个百分点: what rests on a figure that is told as wrong itself says nothing more. */
function restsOn({ evidence: [, ...grounds] }: Omit<Finding, 'id'>, { evidence: [claim] }: Omit<Finding, 'id'>): boolean {
  return claim !== undefined && grounds.some(({ start }) => start === claim.start)
}

/** Values that were written together: in one sentence, or in one row of a table. */
function groupValues({ document, structure, values }: CheckInput): ValueGroup[] {
  const groups = new Map<string, CheckedValue[]>()
  const ends = structure.sentences.map(({ span }) => toSource(document.folded, span).end)
  let sentence = 0
  for (const value of values) {
    const cell = document.blocks[value.evidence.block]?.cell
    while (sentence < ends.length - 1 && (ends[sentence] as number) <= value.evidence.start) sentence++
    const key = cell ? `table ${cell.table} row ${cell.row}` : `sentence ${sentence}`
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return [...groups].map(([key, group]) => ({ values: group, table: key.startsWith('table') }))
}
