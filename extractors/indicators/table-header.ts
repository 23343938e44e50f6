/**
 * What the headers of a cell say its number is, as words do in a sentence: 上年同期 is a reference, 同比 a change, 目标值 a target, a county or a quarter
 * says whose and when. The column's headers decide before the row's; a year in one and a quarter in the other are one period.
 */
import { foldedSpan } from '../document.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import {
  firstMonth,
  lastMonth,
  type Period,
  type PeriodMention,
  pointYear,
  previousQuarter,
  readPeriods,
  sameLastYear,
  yearOf,
} from '../quantities/period.ts'
import { earlierPeriod } from './baseline.ts'
import { lastBasis } from './cues.ts'
import type { ScopeContext } from './scope.ts'
import type { SentenceKit } from './sentence-context.ts'
import { createOverCounties } from './table-of-counties.ts'
import { periodOfPath, together } from './table-period.ts'
import { IN_BRACKETS } from './table-units.ts'
import type { Basis, Role } from './value.ts'
import { PREFECTURE } from './whose.ts'

export interface Header {
  readonly role: Role
  readonly basis: Basis | null
  readonly region: string | null
  readonly period: Period | null
  /** A column of falls (降幅): its figures are written without their sign. */
  readonly falls: boolean
  /** A change by the row's words, not the column's. */
  readonly changesInRow: boolean
}

export interface TableScope extends ScopeContext {
  /** Whether three or more stretches of the year stand side by side: each is a level of its own. */
  readonly isSeries: boolean
  /** Whether the rows are three years or more, one after the other. */
  readonly isOfYears: boolean
  /** Whether the cell's header names an earlier year and a thing that no other header names: 2021年度造林成活率 beside 优良路率 is no side of a comparison. */
  readonly isAlone: boolean
  /** The labels of the table's rows. */
  readonly rowLabels: readonly string[]
}

export type HeaderReader = (columnPath: readonly string[], rowPath: readonly string[], context: TableScope) => Header

/** 占商品类（%） */
const PART_OF = /(?:^| )占(?!地)/u

/** What the row's headers say, or the column's. */
interface Side {
  readonly role: Role
  readonly basis: Basis | null
  readonly region: string | null
  readonly period: PeriodMention | null
  readonly falls: boolean
}

export function createHeaderReader(lexicon: Lexicon, kit: SentenceKit): HeaderReader {
  const has = (group: string): RegExp => new RegExp(wordPattern(cue(lexicon, group)), 'u')
  const is = {
    change: has('table-change'),
    // 比率 compares nothing.
    compared: new RegExp(`^(?:${guardedPattern(cue(lexicon, 'table-compared'), lexicon.cues['compared:misfires'] ?? [])})`, 'u'),
    target: has('table-target'),
    // 标准 alone; 标准化, 制定标准 are none.
    standard: new RegExp(`(?:^| )(?:${wordPattern(cue(lexicon, 'standards'))})(?: |$)`, 'u'),
    done: has('table-done'),
    asked: has('table-asked'),
    share: new RegExp(guardedPattern(cue(lexicon, 'table-share'), lexicon.cues['table-share:misfires'] ?? []), 'u'),
    rank: has('table-rank'),
    sameTime: has('table-reference'),
    previous: has('table-previous'),
    falls: has('table-falls'),
    rises: has('table-rises'),
  }

  /** PM2.5均值: the mean of what the header names, and no other side. */
  const isOwnMean = (words: string): boolean => {
    const plain = words.replace(UNIT_AT_END, '')
    return MEAN_OF.test(plain) && kit.cues.ownAverage.test(plain) && !kit.cues.placeIn.test(plain)
  }

  const isOverCounties = createOverCounties(lexicon, kit.regionsIn)

  function sideOf(path: readonly string[], { period: now }: ScopeContext): Side {
    // 医嘱（年度目标）: what brackets hold beside a unit says what the figures are.
    const words = path.join(' ').replace(IN_BRACKETS, (whole: string, inside: string) => (kit.labelUnits.isUnit(inside) ? '' : whole))
    const mentioned = kit.regionsIn(words).at(-1)
    const region = mentioned && mentioned.kind !== 'self' ? mentioned.region : null
    const period = periodOfPath(path, now === null ? null : yearOf(now))
    const named = lastBasis(kit.cues, words)?.basis ?? (is.previous.test(words) ? 'qoq' : null)
    const base = named === 'average' && isOwnMean(words) ? null : named
    const own: Side = { role: 'actual', basis: null, region, period, falls: false }
    const season = kit.seasons.namedIn(words)
    if (season && now !== null) {
      const span = foldedSpan(season.at, season.end)
      const of = { ...own, period: { period: season.period, span, yearWritten: true, wholeYear: false } }
      return lastMonth(season.period) < firstMonth(now) ? { ...of, role: 'reference', basis: 'yoy' } : of
    }
    if (is.rank.test(words)) return { ...own, role: 'rank', region: null }
    if (is.change.test(words) || is.compared.test(words)) {
      const falls = is.falls.test(words) && !is.rises.test(words)
      // 2022年一季度 | 同比: the headers above say when; 比三季度 says against when.
      const year = now === null ? null : yearOf(now)
      // 全年合格率同比增减: of the whole year.
      const own = path.length > 1 ? null : readPeriods(path.at(-1) ?? '', year).find(({ wholeYear, span }) => wholeYear && span.start === 0)
      const when = own ?? periodOfPath(path.slice(0, -1), year)
      return { role: 'change', basis: base ?? earlierPeriod(words, now), region: null, period: when, falls }
    }
    if (((is.target.test(words) || is.standard.test(words)) && !is.done.test(words)) || is.asked.test(words))
      return { ...own, role: 'target' }
    if (is.share.test(words) || PART_OF.test(words)) return { ...own, role: 'share' }
    if (base !== null && base !== 'target' && base !== 'base-year') return { ...own, role: 'reference', basis: base }
    return is.sameTime.test(words) && region === null ? { ...own, role: 'reference', basis: 'yoy' } : own
  }

  return (columnPath, rowPath, context) => {
    const column = sideOf(columnPath, context)
    const row = sideOf(rowPath, context)
    const said = column.role !== 'actual' ? column : row
    const basis = column.basis ?? row.basis
    const written = column.period === null || row.period === null ? (column.period ?? row.period) : together(row.period, column.period)
    const named = written === null ? null : ofOwnStretch(written, context)
    const region = row.region ?? column.region ?? (isOverCounties(rowPath, context.rowLabels) ? PREFECTURE : null)
    const header: Header = {
      role: said.role,
      basis,
      region: said.role === 'change' ? row.region : region,
      period: periodOf(said, named?.period ?? null, context, (said === row ? rowPath : columnPath).join(' ')),
      falls: said.falls,
      changesInRow: said.role === 'change' && said === row,
    }
    if (header.role === 'reference' && isOwnAverage(header, context)) return { ...header, role: 'actual', basis: null, region: PREFECTURE }
    if (header.role === 'actual') return withOtherSide(header, context, kit)
    // 去年 over 占比: the share of then.
    const then = header.role === 'share' && said === row ? withOtherSide({ ...header, role: 'actual' }, context, kit) : header
    return then.role === 'reference' ? then : header
  }
}

/** 2021年 | 2020年, in a report of half a year and with no shorter stretch beside them: that half of each. */
function ofOwnStretch(named: PeriodMention, { period, isSeries }: TableScope): PeriodMention {
  const bare = named.yearWritten && named.period.length === 4
  if (!bare || period === null || !HALF.test(period) || isSeries || yearOf(period) - yearOf(named.period) > 1) return named
  return { ...named, period: `${named.period}${period.slice(4)}` }
}
const UNIT_AT_END = /（[^（）]*）$/u
const MEAN_OF = /[\p{Script=Han}A-Za-z0-9.]{2,}均[值数]$/u
const HALF = /^[0-9]{4}-H[12]$/u

/** 地区平均, in the prefecture's own table, is what it says of itself. */
const isOwnAverage = ({ basis, region }: Header, { county }: TableScope): boolean =>
  county === null && basis === 'average' && (region === null || region === PREFECTURE)

/** A stretch that goes over a year's end is a season, named with its own years. */
const isSeason = (named: Period | null): boolean => named?.includes('/') === true && named.slice(0, 4) !== named.split('/')[1]?.slice(0, 4)

/** 上年同期, 上季度: of the headers' own period, or of the document's. */
function periodOf({ role, basis }: Side, named: Period | null, { period: now, isSeries }: TableScope, words: string): Period | null {
  if (role === 'reference' && basis === 'previous' && named === null && now !== null)
    return pointYear(words.replace(/[\s数值量]+$/u, ''), yearOf(now))
  if (role !== 'reference' || (basis !== 'yoy' && basis !== 'qoq') || isSeason(named)) return named
  // 一季度 | … | 四季度 | 全年 | 上年: last year beside a year told by its parts.
  if (named === null && isSeries && now !== null && basis === 'yoy' && !/同期/u.test(words)) return String(yearOf(now) - 1)
  const of = named ?? now
  if (of === null || (now !== null && yearOf(of) < yearOf(now))) return of
  return basis === 'yoy' ? sameLastYear(of) : previousQuarter(of)
}

/** A column of another county or of an earlier period is the other side of a comparison, in a county's own document of one period. */
function withOtherSide(header: Header, { county, period, isSeries, isOfYears, isAlone }: TableScope, kit: SentenceKit): Header {
  if (county !== null && header.region !== null && header.region !== county)
    return { ...header, role: 'reference', basis: kit.areas.has(header.region) ? 'average' : 'peer' }
  if (header.period === null || period === null || isAlone || lastMonth(header.period) >= firstMonth(period)) return header
  if (yearOf(header.period) < yearOf(period)) return isOfYears ? header : { ...header, role: 'reference', basis: 'yoy' }
  return !isSeries && header.period === previousQuarter(period) && header.period !== period
    ? { ...header, role: 'reference', basis: 'qoq' }
    : header
}
