/**
 * Which figure of a table is the slip where relations fail: the one whose right value mends two of them or more and breaks none, else the result.
 *
 *   抽查96 合格93 不合格4 合格率96.9%     4: with 3 the three add up, and the rate holds as it is
 */

import type { Figure } from './table-figures.ts'
import { distance, type Instance, isSlipOfHand, outcome } from './table-relations.ts'

export interface TableSlip {
  readonly figure: Figure
  readonly right: number
  readonly by: Instance
}

export function slipsOf(instances: readonly Instance[]): TableSlip[] {
  const ofFigure = new Map<Figure, Instance[]>()
  for (const instance of instances)
    for (const figure of [instance.result, ...instance.terms]) ofFigure.set(figure, [...(ofFigure.get(figure) ?? []), instance])
  // A result that another relation bears out is not wrong: the relation that fails is none of its.
  const isBorneOut = ({ result }: Instance): boolean => (ofFigure.get(result) ?? []).some((other) => other.result === result && other.holds)
  const slips: TableSlip[] = []
  const explained = new Set<Instance>()
  const failing = instances.filter((instance) => !instance.holds && isLikely(instance)).sort((a, b) => rankOf(a) - rankOf(b))
  for (const instance of failing) {
    if (explained.has(instance) || isBorneOut(instance)) continue
    const slip = likeliest(instance, ofFigure)
    slips.push(slip)
    for (const other of ofFigure.get(slip.figure) ?? [])
      if (!other.holds && (other.result === slip.figure || holdsWith(other, slip))) explained.add(other)
  }
  return slips
}

const ORDER = ['sum', 'difference', 'growth', 'rate', 'rest']
const rankOf = ({ kind, support }: Instance): number => ORDER.indexOf(kind) * 1000 - Math.min(support, 999)

/** A figure far off from what follows is of something else. */
function isLikely({ kind, result, terms }: Instance): boolean {
  const right = outcome(kind, terms)
  if (kind === 'sum') return Math.abs(result.amount - right) <= Math.abs(right) * 0.3
  return kind === 'rate' || kind === 'rest' ? Math.abs(result.amount - right) <= 20 || isSlipOfHand(result, right) : true
}

function likeliest(instance: Instance, ofFigure: ReadonlyMap<Figure, readonly Instance[]>): TableSlip {
  const own: TableSlip = { figure: instance.result, right: outcome(instance.kind, instance.terms), by: instance }
  const others = instance.terms.flatMap((figure) => {
    const right = solved(instance, figure)
    return right === null ? [] : [{ figure, right, by: instance }]
  })
  const weighed = [own, ...others].map((slip) => ({ slip, ...effect(slip, ofFigure.get(slip.figure) ?? []) }))
  const clean = weighed.filter(({ broken }) => broken === 0)
  const best = clean.reduce((found, each) => (found === undefined || each.mended > found.mended ? each : found), clean[0])
  return best === undefined || (best.slip !== own && best.mended < 2) ? own : best.slip
}

/** How many relations the right value mends, and how many it breaks. */
function effect(slip: TableSlip, instances: readonly Instance[]): { mended: number; broken: number } {
  const after = instances.map((instance) => ({ before: instance.holds, now: holdsWith(instance, slip) }))
  return {
    mended: after.filter(({ before, now }) => !before && now).length,
    broken: after.filter(({ before, now }) => before && !now).length,
  }
}

function holdsWith({ kind, result, terms }: Instance, { figure, right }: TableSlip): boolean {
  const put = (each: Figure): Figure => (each === figure ? { ...each, amount: right } : each)
  return distance(kind, put(result), terms.map(put)) !== 'fails'
}

/** What a term must be for the relation to hold; null where that cannot be told to the digit. */
function solved({ kind, result, terms }: Instance, figure: Figure): number | null {
  const [one, other] = terms
  if (one === undefined || other === undefined || kind === 'growth' || kind === 'rate' || kind === 'rest') return null
  if (kind === 'difference') return tidy(figure === one ? other.amount + result.amount : one.amount - result.amount)
  const rest = terms.reduce((all, { amount }) => all + amount, 0) - figure.amount
  return tidy(result.amount - rest)
}

const tidy = (amount: number): number => Number(amount.toPrecision(12))
