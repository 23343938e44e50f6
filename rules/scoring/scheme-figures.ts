/**
 * Figures of a scheme that say what cannot be meant: a target that the indicator cannot have, points beyond the item's own or that nobody can reach, years
 * in which nothing that is scored can lie. Each is a slip that would otherwise change scores without a word.
 */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import type { Mistake } from '../../extractors/yaml-path.ts'
import { decimal } from './decimal.ts'
import { indicatorDomain } from './indicator-domain.ts'
import { exactly, intervalWords, meet } from './interval.ts'
import type { Rule } from './rule.ts'
import { type Item, pointsIn, pointsOfYear, Quarter } from './scheme-items.ts'
import type { ReadItem, SchemeParts } from './scheme-parts.ts'
import { type Known, levelOperand, ruleWays, targetWays } from './scheme-ways.ts'
import { unknownScope } from './unknown-scope.ts'

type Path = readonly PropertyKey[]

export function figureMistakes({ targets, items, year, counties }: SchemeParts, { indicators }: Pick<Lexicon, 'indicators'>): Mistake[] {
  const known: Known = { indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])), targets, counties: counties.length }
  const levels = Object.entries(targets).flatMap(([id, target]) => {
    const indicator = known.indicators.get(id)
    if (target === null || indicator === undefined) return []
    const level = levelMistakes(indicator, target.value, ['targets', id, 'value'])
    return [...level, ...targetWays(indicator, target, ['targets', id, 'op'])]
  })
  return [...levels, ...items.flatMap((item, index) => (item?.hasRule ? itemMistakes(item, ['items', index], year, known) : []))]
}

function itemMistakes(item: ReadItem, path: Path, year: number | null, known: Known): Mistake[] {
  const placed = rulesIn(item.rule, [...path, 'rule'])
  const beyond = placed.flatMap((each) => (each.isScaled ? [] : pointMistakes(item, each)))
  const others = placed.flatMap(({ rule, path: at }) => {
    const level = levelOf(rule)
    const indicator = level === null ? undefined : known.indicators.get(level.indicator)
    return [
      ...yearMistakes(rule, year, at),
      ...ruleWays(rule, known, at),
      ...(level === null || indicator === undefined ? [] : levelMistakes(indicator, level.value, [...at, level.key])),
    ]
  })
  return [...beyond, ...others, ...(beyond.length > 0 ? [] : reachMistakes(item, known, path))]
}

function levelMistakes(indicator: Indicator, value: number, path: Path): Mistake[] {
  const domain = indicatorDomain(indicator)
  if (meet(domain, exactly(decimal(value))) !== null) return []
  const what = `“${indicator.name}”不可能是 ${value}${indicator.unit}：应为 ${intervalWords(domain)}${indicator.unit} 的数`
  return [{ path, what }]
}

interface Placed {
  readonly rule: Rule
  readonly path: Path
  /** True where a weight or a factor makes other points of those that are written. */
  readonly isScaled: boolean
}

/** A rule and all that it holds. */
function rulesIn(node: unknown, path: Path, isScaled = false): Placed[] {
  if (Array.isArray(node)) return node.flatMap((each, index) => rulesIn(each, [...path, index], isScaled))
  if (typeof node !== 'object' || node === null) return []
  const form = 'form' in node ? (node as Rule).form : null
  const scales = isScaled || form === 'weighted' || form === 'multiply'
  const within = Object.entries(node).flatMap(([key, each]) => rulesIn(each, [...path, key], scales))
  return form === null ? within : [{ rule: node as Rule, path, isScaled }, ...within]
}

/** Under which keys a form writes points of the item. */
const POINTS: { readonly [Form in Rule['form']]?: readonly string[] } = {
  bands: ['bands', 'else'],
  boolean: ['yes', 'no'],
  choice: ['options'],
  constant: ['points'],
  lateness: ['onTime', 'late', 'absent'],
  linear: ['at'],
  manual: ['from', 'to'],
  rank: ['places'],
  target: ['met', 'unmet'],
}

/** A quarter's item may have fewer points than another quarter's: the highest are the limit. */
function pointMistakes(item: Item, { rule, path }: Placed): Mistake[] {
  if (rule.form === 'choice' && rule.percent === true) return []
  const most = pointsOfYear(item)
  const isBeyond = (points: number): boolean => (item.kind === 'penalty' ? points < -most : points > most)
  return (POINTS[rule.form] ?? []).flatMap((key) =>
    numbersIn((rule as unknown as Readonly<Record<string, unknown>>)[key], [...path, key])
      .filter(({ value }) => isBeyond(value))
      .map((written) => ({ path: written.path, what: `${Math.abs(written.value)} 分超过本项分值，应不大于 ${most} 分` })),
  )
}

/** The points of a band are among its ends. */
function numbersIn(node: unknown, path: Path): { readonly path: Path; readonly value: number }[] {
  if (typeof node === 'number') return [{ path, value: node }]
  if (Array.isArray(node)) return node.flatMap((each, index) => numbersIn(each, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return 'points' in node
    ? numbersIn(node.points, [...path, 'points'])
    : Object.entries(node).flatMap(([key, each]) => numbersIn(each, [...path, key]))
}

/** Points that the best of all counties would not get: what the rule gives where nothing at all is known is all that it can give. */
function reachMistakes(item: Item, known: Known, path: Path): Mistake[] {
  if (item.kind === 'penalty') return []
  const byQuarter = item.in === 'year' || item.kind === 'bonus' ? [] : Quarter.options.map((quarter) => pointsIn(item, quarter))
  const asked = byQuarter.length === 0 ? [pointsOfYear(item)] : [...new Set(byQuarter)].filter((points) => points !== null)
  const short = asked.flatMap((points) => {
    const { high } = unknownScope(known, points, false).evaluate(item.rule)
    const at = Quarter.options.filter((_, index) => byQuarter[index] === points).join('、')
    return high.lt(points)
      ? [`${asked.length === 1 ? '本项' : `${at} 的`} ${points} 分达不到，按所写的计分方式最多得 ${high.toFixed()} 分`]
      : []
  })
  return short.length === 0 ? [] : [{ path: [...path, 'points'], what: `${short.join('；')}：请改分值或计分方式` }]
}

function yearMistakes(rule: Rule, year: number | null, path: Path): Mistake[] {
  if (year === null || rule.form !== 'awards' || rule.years === undefined || rule.years.includes(year) || rule.years.includes(null))
    return []
  return [{ path: [...path, 'years'], what: `没有方案年度 ${year}，当年的成果都不计分：应写明 ${year}，其他年度另加` }]
}

/** The level that a rule itself asks of an indicator. */
function levelOf(rule: Rule): { readonly indicator: string; readonly value: number; readonly key: string } | null {
  const [key, value] =
    rule.form === 'target'
      ? ['value', rule.value]
      : rule.form === 'linear'
        ? ['against', rule.against]
        : rule.form === 'proportional'
          ? ['target', rule.target]
          : ['', null]
  const level = 'of' in rule ? levelOperand(rule.of) : null
  return typeof value === 'number' && level !== null ? { indicator: level.indicator, value, key } : null
}
