/**
 * Rules that run the wrong way: points that rise where the indicator gets worse, a deduction for less where less is better. Which way is better is the
 * lexicon's to say; a scheme that means it otherwise writes `direction`.
 */
import type { Indicator } from '../../extractors/lexicon.ts'
import type { Mistake } from '../../extractors/yaml-path.ts'
import { decimal } from './decimal.ts'
import type { BandsRule } from './forms/bands.ts'
import { bandPoints } from './forms/bands.ts'
import type { LinearRule } from './forms/linear.ts'
import { indicatorDomain } from './indicator-domain.ts'
import { exactly, meet } from './interval.ts'
import type { Rule } from './rule.ts'
import type { Scheme } from './scheme.ts'

type Path = readonly PropertyKey[]
type Better = 'higher' | 'lower'
type Target = Scheme['targets'][string]

export interface Known {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly targets: Readonly<Record<string, Target | null>>
  readonly counties: number
}

/** A target that asks of the indicator to be worse than something. */
export function targetWays(indicator: Indicator, { op, direction }: Pick<Target, 'op' | 'direction'>, path: Path): Mistake[] {
  const better = direction ?? betterOf(indicator)
  const asks = BETTER[op]
  if (better === null || asks === undefined || asks === better) return []
  return [{ path, what: `${words(indicator, better)}，目标不应写作 ${op}：应写 ${MIRRORED[op]}；${orElse(better)}` }]
}

export function ruleWays(rule: Rule, { indicators, targets }: Known, path: Path): Mistake[] {
  if (!('of' in rule) || !('direction' in rule || DIRECTED.has(rule.form))) return []
  const indicator = indicators.get(levelOperand(rule.of)?.indicator ?? '')
  if (indicator === undefined) return []
  const target = targets[indicator.id] ?? undefined
  if (rule.form === 'target' && rule.op !== undefined) {
    const isTurned = (rule.unmet ?? 0) > (rule.met ?? Number.POSITIVE_INFINITY)
    return isTurned ? [] : targetWays(indicator, { op: rule.op, ...directionOf(rule.direction) }, [...path, 'op'])
  }
  const better = ('direction' in rule ? rule.direction : undefined) ?? target?.direction ?? betterOf(indicator)
  if (better === null) return []
  if (rule.form === 'linear') return sideWays(rule, indicator, better, path)
  const rising =
    rule.form === 'bands' ? risingBands(rule, indicator) : rule.form === 'count' ? rule.each > 0 === (rule.atLeast === undefined) : null
  if (rising === null || (rule.form === 'count' && rule.each === 0) || rising === (better === 'higher')) return []
  const what = `${words(indicator, better)}，数越${rising ? '大' : '小'}得分越多，方向反了；${orElse(better)}`
  return [{ path: [...path, rule.form === 'bands' ? 'bands' : 'each'], what }]
}

const DIRECTED: ReadonlySet<Rule['form']> = new Set(['linear', 'target', 'bands', 'count'])
const directionOf = (direction: Better | undefined): { readonly direction?: Better } => (direction === undefined ? {} : { direction })

/** What deducts on the better side or adds on the worse, and nothing on the other. */
function sideWays(rule: LinearRule, indicator: Indicator, better: Better, path: Path): Mistake[] {
  const [good, bad] = better === 'lower' ? (['below', 'above'] as const) : (['above', 'below'] as const)
  const [onGood, onBad] = [rule[good]?.points ?? 0, rule[bad]?.points ?? 0]
  const said = words(indicator, better)
  const side = { below: '低于', above: '高于' } as const
  if (onGood < 0 && onBad >= 0)
    return [{ path: [...path, good], what: `${said}，${side[good]}目标不应扣分：应写 ${bad}；${orElse(better)}` }]
  if (onBad > 0 && onGood <= 0)
    return [{ path: [...path, bad], what: `${said}，${side[bad]}目标不应加分：应写 ${good}；${orElse(better)}` }]
  return []
}

const words = ({ name }: Indicator, better: Better): string => `“${name}”${better === 'lower' ? '越低越好' : '越高越好'}`
const orElse = (better: Better): string => `确要这样计的，写明 direction: ${better === 'lower' ? 'higher' : 'lower'}`

/** Whether points only rise with the number, or only fall; null where they do both or neither. */
function risingBands(rule: BandsRule, indicator: Indicator): boolean | null {
  const ends = rule.bands.flatMap(({ from, above, to, below }) => [from, above, to, below].filter((end) => end !== undefined))
  const sorted = [...new Set(ends)].sort((a, b) => a - b)
  const around = sorted.flatMap((end, index) => [index === 0 ? end - 1 : ((sorted[index - 1] ?? end) + end) / 2, end])
  const numbers = [...around, (sorted.at(-1) ?? 0) + 1].map(decimal)
  const domain = indicatorDomain(indicator)
  const points = numbers.filter((x) => meet(domain, exactly(x)) !== null).map((x) => bandPoints(rule, x))
  const steps = points.slice(1).map((each, index) => Math.sign(each - (points[index] ?? each)))
  const [rises, falls] = [steps.includes(1), steps.includes(-1)]
  return rises === falls ? null : rises
}

const BETTER: Readonly<Record<string, Better>> = { '>=': 'higher', '>': 'higher', '<=': 'lower', '<': 'lower' }
const MIRRORED: Readonly<Record<string, string>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' }

function betterOf({ direction }: Indicator): Better | null {
  if (direction === 'context') return null
  return direction === 'higher' ? 'higher' : 'lower'
}

/** The indicator whose level a rule reads; a change, a share and a place are no levels of it. */
export function levelOperand(operand: unknown): { readonly indicator: string } | null {
  if (typeof operand !== 'object' || operand === null || !('indicator' in operand)) return null
  const isLevel = !('role' in operand) || ['actual', 'target', 'reference'].includes(String(operand.role))
  return isLevel ? { indicator: String(operand.indicator) } : null
}
