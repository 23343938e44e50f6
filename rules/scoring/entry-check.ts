/** Whether what a reviewer entered can stand for what a rule reads: what it cannot would have no effect, and nobody would be told. */
import type { Indicator, Lexicon } from '../../extractors/lexicon.ts'
import { Day } from './day.ts'
import type { ItemDecision } from './decisions.ts'
import { domainMistake, expectedQuantity, unitMistake } from './entered-quantity.ts'
import { type EntryKind, entryKind } from './entry-kind.ts'
import { COUNT } from './indicator-domain.ts'
import { expectedList } from './listed-entry.ts'
import { domainOf } from './office.ts'
import { judgements, type Operand } from './operand.ts'
import { enteredAnswer, enteredDay } from './read/entered.ts'
import { judgementCode, judgementWords } from './read/judged.ts'

/** What is expected, where the value is none of it; null where it fits. */
export function entryMistake(operand: Operand, entry: ItemDecision, rule: unknown, { indicators }: Lexicon): string | null {
  const { value, quantity } = entry
  const expected = expectedValue(operand, rule)
  if ('entry' in operand) return ownMistake(entryKind(rule, operand.entry), entry, expected)
  if (expected === null) return null
  if ('assessment' in operand) {
    const known: readonly string[] = judgements[operand.assessment]
    return typeof value === 'string' && known.includes(judgementCode(value)) ? null : expected
  }
  if ('document' in operand) return enteredAnswer(entry) === 'unknown' && !isDay(enteredDay(entry)) ? expected : null
  if ('fact' in operand) return enteredAnswer(entry) === 'unknown' ? expected : null
  if (quantity === undefined) return typeof value === 'number' ? numberMistake(operand, value, indicators) : expected
  const unit = 'indicator' in operand ? indicators.find(({ id }) => id === operand.indicator)?.unit : undefined
  if (unit === undefined) return null
  const wrong = unitMistake(quantity, 'role' in operand && operand.role === 'change' ? [unit, '个百分点', '%'] : [unit])
  return wrong ?? domainMistake(quantity, domainOf({ indicators: byId(indicators) }, operand))
}

const isDay = (day: string | null): boolean => day !== null && Day.safeParse(day).success

/** Of an entry under a name of the rule's own. */
function ownMistake(asked: EntryKind | null, entry: ItemDecision, expected: string | null): string | null {
  if (asked === null) return null
  const { value, quantity } = entry
  if (asked.kind === 'answer') return enteredAnswer(entry) === 'unknown' ? expected : null
  if (asked.kind === 'list') return Array.isArray(value) ? null : expected
  if (asked.kind === 'choice') return typeof value === 'string' && asked.words.includes(value) ? null : expected
  if (asked.kind === 'points') return typeof value === 'number' && value >= asked.from && value <= asked.to ? null : expected
  const given = quantity ?? (typeof value === 'number' ? { value, comparator: '=' as const, unit: '' } : null)
  if (given === null) return expected
  return asked.kind === 'count' ? domainMistake(given, COUNT) : null
}

const byId = (indicators: Lexicon['indicators']): ReadonlyMap<string, Indicator> => new Map(indicators.map((each) => [each.id, each]))

const numberMistake = (operand: Operand, value: number, indicators: Lexicon['indicators']): string | null =>
  domainMistake({ value, comparator: '=', unit: '' }, domainOf({ indicators: byId(indicators) }, operand))

/** The same with the unit in which a bare number is taken. */
export function expectedEntry(operand: Operand, rule: unknown, { indicators }: Lexicon): string | null {
  const expected = expectedValue(operand, rule)
  const unit = 'indicator' in operand && operand.role !== 'rank' ? indicators.find(({ id }) => id === operand.indicator)?.unit : undefined
  return expected === null || unit === undefined || unit === '' ? expected : `${expected}（不写单位的，单位为${unit}）`
}

/** In words: what can be entered for what a rule reads; null where the rule leaves it open. */
function expectedValue(operand: Operand, rule: unknown): string | null {
  if ('entry' in operand) return expectedOwn(entryKind(rule, operand.entry))
  if ('assessment' in operand) return oneOf(judgements[operand.assessment].map(judgementWords))
  if ('document' in operand) return '应为 是、否，或收到日期（2020-10-12）'
  return 'fact' in operand ? oneOf(ANSWERS) : expectedQuantity
}

function expectedOwn(asked: EntryKind | null): string | null {
  if (asked === null) return null
  if (asked.kind === 'choice') return oneOf(asked.words)
  if (asked.kind === 'points') return `应为 ${asked.from} 到 ${asked.to} 之间的分数`
  return { answer: oneOf(ANSWERS), list: expectedList, count: expectedQuantity, number: expectedQuantity }[asked.kind]
}

const ANSWERS = ['是', '否']
const oneOf = (words: readonly string[]): string => `应为 ${words.join('、')} 之一`
