/**
 * What a rule can give where several of its parts read one thing that is not known: 合格率达到91%得4分，每低1个百分点扣0.5分. Each part by itself allows its own lowest and highest, and
 * these cannot come together. So the shared thing is tried out: an answer yes and no, a judgement at each of its words, a number at every place where a part turns or
 * jumps and between these, where all parts are linear.
 *
 * Every trial leaves the other unknowns as they are, so that its bounds hold; of several shared numbers each is tried by itself, and the narrowest bounds count.
 */
import type { Condition } from './condition.ts'
import { type Decimal, decimal, infinity, least, most } from './decimal.ts'
import { entryKind } from './entry-kind.ts'
import { exactly, type Interval, isExact, type Truth } from './interval.ts'
import { judgements, type NumberOperand, type Operand, operandName, operandsOf } from './operand.ts'
import { isSettled, type Outcome } from './outcome.ts'
import { evaluate, knotsIn, type Rule } from './rule.ts'
import type { Scope } from './scope.ts'

/** Readings that a trial sets, by name. */
export type Fixed = ReadonlyMap<string, Truth | string | Interval>

interface Bounds {
  readonly low: Decimal
  readonly high: Decimal
}

/** `scopeWith`: a scope in which some readings are set, and which leaves no trace. */
export function sharpened(rule: Rule, outcome: Outcome, scopeWith: (fixed: Fixed) => Scope): Outcome {
  if (isSettled(outcome)) return outcome
  const shared = sharedIn(rule)
  if (shared.length === 0) return outcome
  const scope = scopeWith(new Map())
  const choices = shared
    .map((operand) => ({ name: operandName(operand), each: choicesOf(rule, operand, scope) }))
    .filter(({ each }) => each.length > 1)
  const numbers = shared.filter(
    (operand): operand is NumberOperand => isNumber(rule, operand) && !isExact(scope.number(operand as NumberOperand).allowed),
  )
  const all = combinations(choices)
  if (all === null || (choices.length === 0 && numbers.length === 0)) return outcome
  const bounds = all.map((fixed) => narrowest(rule, fixed, numbers, scopeWith)).reduce(hull)
  const [low, high] = [most(outcome.low, bounds.low.toPlaces(PLACES)), least(outcome.high, bounds.high.toPlaces(PLACES))]
  if (low.gt(high) || (low.eq(outcome.low) && high.eq(outcome.high))) return outcome
  return low.eq(high) ? { low, high, why: outcome.why.length > 0 ? outcome.why : [ALL_THE_SAME], open: [] } : { ...outcome, low, high }
}

const ALL_THE_SAME = '所读的数、事项未确定，但各种可能的得分相同'
/** A place where a part turns need not be a decimal that ends. */
const PLACES = 12
const MOST_TRIALS = 64

const hull = (a: Bounds, b: Bounds): Bounds => ({ low: least(a.low, b.low), high: most(a.high, b.high) })

/** Read in more than one place of the rule. */
function sharedIn(rule: Rule): readonly Operand[] {
  const known = sharedOf.get(rule)
  if (known !== undefined) return known
  const all = operandsOf(rule)
  const names = all.map(operandName)
  const shared = all.filter((_, index) => names.indexOf(names[index] ?? '') === index && names.lastIndexOf(names[index] ?? '') !== index)
  sharedOf.set(rule, shared)
  return shared
}
const sharedOf = new WeakMap<Rule, readonly Operand[]>()

/** What an answer or a word may come to; nothing of what is a number, or is known. */
function choicesOf(rule: Rule, operand: Operand, scope: Scope): readonly string[] {
  if ('fact' in operand) return scope.answer(operand).answer === 'unknown' ? ['yes', 'no'] : []
  if ('assessment' in operand) return scope.word(operand).word === null ? judgements[operand.assessment] : []
  if (!('entry' in operand)) return []
  const kind = entryKind(rule, operand.entry)
  if (kind?.kind === 'answer') return scope.answer(operand).answer === 'unknown' ? ['yes', 'no'] : []
  return kind?.kind === 'choice' && scope.word(operand).word === null ? kind.words : []
}

function isNumber(rule: Rule, operand: Operand): boolean {
  if ('indicator' in operand || 'achievements' in operand || 'checks' in operand || 'copying' in operand) return true
  if (!('entry' in operand)) return false
  const kind = entryKind(rule, operand.entry)?.kind
  return kind === 'count' || kind === 'number'
}

/** Null where there are too many. */
function combinations(
  choices: readonly { readonly name: string; readonly each: readonly string[] }[],
): Map<string, Truth | string>[] | null {
  let all: Map<string, Truth | string>[] = [new Map()]
  for (const { name, each } of choices) {
    all = all.flatMap((before) => each.map((word) => new Map([...before, [name, word]])))
    if (all.length > MOST_TRIALS) return null
  }
  return all
}

function narrowest(rule: Rule, fixed: Fixed, numbers: readonly NumberOperand[], scopeWith: (fixed: Fixed) => Scope): Bounds {
  const whole: Bounds = evaluate(rule, scopeWith(fixed))
  return numbers
    .map((operand) => tried(rule, operand, fixed, scopeWith))
    .reduce<Bounds>((all, each) => (each === null ? all : { low: most(all.low, each.low), high: least(all.high, each.high) }), whole)
}

/** One number at each place where the rule turns, and between. */
function tried(rule: Rule, operand: NumberOperand, fixed: Fixed, scopeWith: (fixed: Fixed) => Scope): Bounds | null {
  const name = operandName(operand)
  const scope = scopeWith(fixed)
  const { allowed } = scope.number(operand)
  const at = (x: Decimal, part: Rule = rule, inside: (scope: Scope) => Scope = (own) => own): Bounds =>
    evaluate(part, inside(scopeWith(new Map([...fixed, [name, exactly(x)]]))))
  let knots = knotsOf(rule, name, scope)
  for (let round = 0; knots !== null && round < ROUNDS; round++) {
    const before = distinctWithin(knots, allowed)
    const crossings = between(before, allowed).flatMap((piece) => crossingsIn(rule, name, at, piece))
    if (crossings.length === 0) return over(before, allowed, at)
    knots = [...before, ...crossings]
    if (distinctWithin(knots, allowed).length === before.length) return over(before, allowed, at)
  }
  return null
}

const ROUNDS = 5

function over(knots: readonly Decimal[], allowed: Interval, at: (x: Decimal) => Bounds): Bounds {
  const inside = knots.filter((knot) => (knot.gt(allowed.from) || !allowed.openFrom) && (knot.lt(allowed.to) || !allowed.openTo))
  const limits = between(knots, allowed).flatMap((piece) => {
    const [p, q] = pointsOf(piece)
    const [first, second] = [at(p), at(q)]
    const low = endsOn(piece, p, q, first.low, second.low)
    const high = endsOn(piece, p, q, first.high, second.high)
    return [{ low: least(...low), high: most(...high) }]
  })
  return [...inside.map((knot) => at(knot)), ...limits].reduce(hull)
}

type Piece = readonly [from: Decimal, to: Decimal]

/** What lies between the knots and the ends of what is allowed. */
function between(knots: readonly Decimal[], { from, to }: Interval): Piece[] {
  const ends = [from, ...knots.filter((knot) => knot.gt(from) && knot.lt(to)), to]
  return ends.slice(1).flatMap((end, index): Piece[] => {
    const start = ends[index] ?? end
    return start.lt(end) ? [[start, end]] : []
  })
}

function distinctWithin(knots: readonly Decimal[], { from, to }: Interval): Decimal[] {
  const sorted = [...knots, from, to].filter((knot) => knot.isFinite() && knot.gte(from) && knot.lte(to)).sort((a, b) => a.cmp(b))
  return sorted.filter((knot, index) => index === 0 || !knot.eq(sorted[index - 1] ?? knot))
}

/** Two places within a piece. */
function pointsOf([from, to]: Piece): readonly [Decimal, Decimal] {
  if (from.isFinite() && to.isFinite()) {
    const step = to.minus(from).div(4)
    return [from.plus(step), from.plus(step).plus(step)]
  }
  if (from.isFinite()) return [from.plus(1), from.plus(2)]
  return to.isFinite() ? [to.minus(2), to.minus(1)] : [decimal(0), decimal(1)]
}

/** What is linear through two places, at both ends of the piece. */
function endsOn([from, to]: Piece, p: Decimal, q: Decimal, atP: Decimal, atQ: Decimal): readonly [Decimal, Decimal] {
  const rise = atQ.minus(atP)
  const end = (x: Decimal): Decimal => {
    if (rise.isZero()) return atP
    if (!x.isFinite()) return x.isNegative() === rise.isNegative() ? infinity : infinity.neg()
    return atP.plus(rise.times(x.minus(p)).div(q.minus(p)))
  }
  return [end(from), end(to)]
}

/** Where of several parts, of which the least or the greatest counts, two meet: the whole turns there. */
function crossingsIn(
  rule: Rule,
  name: string,
  at: (x: Decimal, part: Rule, inside: (scope: Scope) => Scope) => Bounds,
  piece: Piece,
  inside: (scope: Scope) => Scope = (own) => own,
): Decimal[] {
  const deducting = rule.form === 'deduct' ? (scope: Scope): Scope => inside(scope).deducting() : inside
  const parts = partsOf(rule)
  const deeper = parts.flatMap((part) => crossingsIn(part, name, at, piece, deducting))
  const isChoosing =
    rule.form === 'worst' || rule.form === 'best' || (rule.form === 'deduct' && rule.take === 'worst') || rule.form === 'limit'
  if (!isChoosing) return deeper
  const [p, q] = pointsOf(piece)
  const lines = parts.flatMap((part) => {
    const [first, second] = [at(p, part, deducting), at(q, part, deducting)]
    return [
      { atP: first.low, atQ: second.low },
      { atP: first.high, atQ: second.high },
    ]
  })
  const flat =
    rule.form === 'limit'
      ? [rule.least, rule.most].flatMap((each) => (each === undefined ? [] : [{ atP: decimal(each), atQ: decimal(each) }]))
      : []
  const all = [...lines, ...flat]
  return [...deeper, ...all.flatMap((one, index) => all.slice(index + 1).flatMap((other) => meeting(one, other, p, q)))].filter(
    (x) => x.gt(piece[0]) && x.lt(piece[1]),
  )
}

interface Line {
  readonly atP: Decimal
  readonly atQ: Decimal
}

function meeting(one: Line, other: Line, p: Decimal, q: Decimal): Decimal[] {
  const [apart, then] = [one.atP.minus(other.atP), one.atQ.minus(other.atQ)]
  const closing = apart.minus(then)
  return closing.isZero() ? [] : [p.plus(apart.times(q.minus(p)).div(closing))]
}

/** Null where one of the parts that read it cannot say. */
function knotsOf(rule: Rule, name: string, scope: Scope): readonly Decimal[] | null {
  const parts = partsOf(rule)
  const own = 'if' in rule ? knotsOfCondition(rule.if, name) : []
  const inner = rule.form === 'deduct' ? scope.deducting() : scope
  if (parts.length === 0) return operandsOf(rule).some((operand) => operandName(operand) === name) ? knotsIn(rule, name, scope) : own
  const all = parts.map((part) => knotsOf(part, name, inner))
  return all.includes(null) ? null : [...own, ...all.flatMap((each) => each ?? [])]
}

function knotsOfCondition(condition: Condition, name: string): Decimal[] {
  if ('all' in condition) return condition.all.flatMap((each) => knotsOfCondition(each, name))
  if ('any' in condition) return condition.any.flatMap((each) => knotsOfCondition(each, name))
  return 'number' in condition && operandName(condition.number) === name ? [decimal(condition.value)] : []
}

/** The rules that a rule is made of. */
function partsOf(rule: Rule): readonly Rule[] {
  if ('rules' in rule) return rule.rules
  if ('parts' in rule) return rule.parts.map((part) => part.rule)
  if (rule.form === 'when') return [rule.gives, ...(rule.otherwise === undefined ? [] : [rule.otherwise])]
  return 'rule' in rule ? [rule.rule] : []
}
