/** The scope of a county of which nothing at all is known: what a rule gives in it is all that it can ever give. */
import type { Award } from './award.ts'
import { decimal, zero } from './decimal.ts'
import type { Interval } from './interval.ts'
import { domainOf, type Office } from './office.ts'
import type { NumberOperand } from './operand.ts'
import { evaluate } from './rule.ts'
import type { Scheme } from './scheme.ts'
import type { AnswerReading, AwardsReading, NumberReading, Peers, ReceiptReading, Scope, WordReading } from './scope.ts'

interface Known extends Pick<Office, 'indicators'> {
  readonly counties: number
  readonly targets: Readonly<Record<string, Scheme['targets'][string] | null>>
}

/** `deducts`: of a penalty, and among deductions. */
export function unknownScope(known: Known, points: number, deducts: boolean): Scope {
  const full = decimal(points)
  const scope: Scope = {
    ...NOTHING,
    full,
    start: deducts ? zero : full,
    deducting: () => unknownScope(known, points, true),
    number: (operand): NumberReading => ({ allowed: domainOf(known, operand), found: false, words: '', open: UNKNOWN }),
    target: (operand) => ('indicator' in operand ? (known.targets[operand.indicator] ?? null) : null),
    peers: (operand): Peers => anyPeers(Math.max(1, known.counties), domainOf(known, operand)),
    betterOf: (operand) => betterOf(known, operand),
    evaluate: (rule) => evaluate(rule, scope),
  }
  return scope
}

const UNKNOWN = '未知'
const noAwards: readonly Award[] = []
const read = { words: '', open: UNKNOWN }

const NOTHING = {
  answer: (): AnswerReading => ({ ...read, answer: 'unknown' }),
  word: (): WordReading => ({ ...read, word: null }),
  awards: (): AwardsReading => ({ ...read, awards: noAwards, unplaced: noAwards, repeated: [], incomplete: true }),
  rests: () => undefined,
  receipt: (): ReceiptReading => ({ ...read, received: 'unknown', day: null, due: null }),
  entered: () => null,
  listed: () => null,
  awaits: () => UNKNOWN,
  nameOf: () => '',
  unitOf: () => '',
}

function anyPeers(counties: number, domain: Interval): Peers {
  const many = { least: 0, most: counties - 1 }
  return {
    count: { least: 1, most: counties },
    better: () => ({ ...many, behind: many }),
    alone: false,
    endsWithin: () => null,
    mean: (_own, end) => domain[end],
    ends: () => ({
      top: { lowest: domain.to, highest: domain.to },
      bottom: { lowest: domain.from, highest: domain.from },
      openTop: false,
      openBottom: false,
    }),
    unsettled: () => ({ counties: [], more: false }),
  }
}

function betterOf({ indicators }: Known, operand: NumberOperand): 'higher' | 'lower' {
  if (!('indicator' in operand)) return 'higher'
  const direction = indicators.get(operand.indicator)?.direction
  return direction === 'lower' || direction === 'zero' ? 'lower' : 'higher'
}
