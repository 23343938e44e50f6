/**
 * Figures of a scheme that say what cannot be meant: a target that the indicator cannot have, points beyond the item's own, years in which nothing that
 * is scored can lie. Each is a slip that would otherwise change scores without a word.
 */
import type { Indicator } from '../../extractors/lexicon.ts'
import type { PositionedYaml } from '../../extractors/yaml.ts'
import { decimal } from './decimal.ts'
import { indicatorDomain } from './indicator-domain.ts'
import { exactly, intervalWords, meet } from './interval.ts'
import type { Rule } from './rule.ts'
import type { Scheme } from './scheme.ts'
import { type Item, pointsOfYear } from './scheme-items.ts'

type Path = readonly PropertyKey[]
type Complain = (path: Path, what: string) => Error

/** Throws KnowledgeError with file, line and what is expected. */
export function checkFigures({ data, mistake }: PositionedYaml<Scheme>, indicators: readonly Indicator[]): void {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  for (const [id, { value }] of Object.entries(data.targets)) checkLevel(byId.get(id), value, ['targets', id, 'value'], mistake)
  for (const [index, item] of data.items.entries())
    for (const { rule, path, isScaled } of rulesIn(item.rule, ['items', index, 'rule'])) {
      if (!isScaled) checkPoints(item, rule, path, mistake)
      checkYears(rule, data.year, path, mistake)
      checkSides(rule, { byId, targets: data.targets }, path, mistake)
      const level = levelOf(rule)
      if (level !== null) checkLevel(byId.get(level.indicator), level.value, [...path, level.key], mistake)
    }
}

function checkLevel(indicator: Indicator | undefined, value: number, path: Path, mistake: Complain): void {
  if (indicator === undefined) return
  const domain = indicatorDomain(indicator)
  if (meet(domain, exactly(decimal(value))) !== null) return
  throw mistake(path, `“${indicator.name}”不可能是 ${value}${indicator.unit}：应为 ${intervalWords(domain)}${indicator.unit} 的数`)
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
function checkPoints(item: Item, rule: Rule, path: Path, mistake: Complain): void {
  if (rule.form === 'choice' && rule.percent === true) return
  const most = pointsOfYear(item)
  const isBeyond = (points: number): boolean => (item.kind === 'penalty' ? points < -most : points > most)
  for (const key of POINTS[rule.form] ?? [])
    for (const written of numbersIn((rule as unknown as Readonly<Record<string, unknown>>)[key], [...path, key]))
      if (isBeyond(written.value)) throw mistake(written.path, `${Math.abs(written.value)} 分超过本项分值，应不大于 ${most} 分`)
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

function checkYears(rule: Rule, year: number, path: Path, mistake: Complain): void {
  if (rule.form !== 'awards' || rule.years === undefined || rule.years.includes(year) || rule.years.includes(null)) return
  throw mistake([...path, 'years'], `没有方案年度 ${year}，当年的成果都不计分：应写明 ${year}，其他年度另加`)
}

interface Known {
  readonly byId: ReadonlyMap<string, Indicator>
  readonly targets: Scheme['targets']
}

/** Where less is better, a deduction for what lies below would punish who does well. */
function checkSides(rule: Rule, { byId, targets }: Known, path: Path, mistake: Complain): void {
  if (rule.form !== 'linear' || !isLevel(rule.of)) return
  const indicator = byId.get(rule.of.indicator)
  if (indicator === undefined) return
  const op = rule.against === 'target' ? targets[indicator.id]?.op : undefined
  const better = rule.direction ?? betterBy(op) ?? betterBy(indicator.direction)
  if (better === null) return
  const [good, bad] = better === 'lower' ? (['below', 'above'] as const) : (['above', 'below'] as const)
  if ((rule[good]?.points ?? 0) >= 0 || (rule[bad]?.points ?? 0) < 0) return
  throw mistake(
    [...path, good],
    `“${indicator.name}”${better === 'lower' ? '越低越好，低于' : '越高越好，高于'}目标不应扣分：应写 ${bad}；确要这样计的，写明 direction: ${better === 'lower' ? 'higher' : 'lower'}`,
  )
}

const BETTER: Readonly<Record<string, 'higher' | 'lower'>> = {
  '>=': 'higher',
  '>': 'higher',
  '<=': 'lower',
  '<': 'lower',
  higher: 'higher',
  lower: 'lower',
  zero: 'lower',
}

const betterBy = (said: string | undefined): 'higher' | 'lower' | null => BETTER[said ?? ''] ?? null

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
  if (typeof value !== 'number' || !('of' in rule) || !isLevel(rule.of)) return null
  return { indicator: rule.of.indicator, value, key }
}

type Level = { readonly indicator: string; readonly role?: 'actual' | 'target' | 'reference' }

/** A change, a share and a place are no levels of the indicator. */
const isLevel = (operand: unknown): operand is Level =>
  typeof operand === 'object' &&
  operand !== null &&
  'indicator' in operand &&
  (!('role' in operand) || ['actual', 'target', 'reference'].includes(String(operand.role)))
