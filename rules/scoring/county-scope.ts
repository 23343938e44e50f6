/** The scope in which one item of one county in one period is evaluated: every reading goes into the trace. */

import type { CountyFeed } from './county-feed.ts'
import { type Decimal, decimal, zero } from './decimal.ts'
import { isExact, meet } from './interval.ts'
import { enteredMisfit } from './misfit.ts'
import { domainOf, type Office } from './office.ts'
import type { AnswerOperand, AwardFilter, DocumentOperand, EntryOperand, NumberOperand, Operand, WordOperand } from './operand.ts'
import { isSettled, type Outcome } from './outcome.ts'
import { answerFact, type Received, receivedDocuments } from './read/answers.ts'
import { readAwards } from './read/awards.ts'
import {
  enteredAnswer,
  enteredDay,
  enteredInterval,
  enteredList,
  enteredNumber,
  entryFor,
  entryOf,
  entryWords,
  type ItemEntries,
} from './read/entered.ts'
import { judgedWord, judgementCode, judgementWords, verdictAgain } from './read/judged.ts'
import { notePutAside } from './read/put-aside.ts'
import { type Taken, takenWords } from './read/take.ts'
import { takeNumber } from './read/take-number.ts'
import { evaluate, isOfParts, type Rule } from './rule.ts'
import { saying } from './said.ts'
import type { Scheme } from './scheme.ts'
import type { Item } from './scheme-items.ts'
import type { AnswerReading, AwardsReading, Listed, NumberReading, Peers, ReceiptReading, Scope, WordReading } from './scope.ts'
import { note, noteAwaited, noteDecision, noteMisfit, noteOwing, type Passed, type Trace, type Use } from './trace.ts'

export interface ScopeOf {
  readonly office: Office
  readonly county: CountyFeed
  readonly period: string
  readonly item: Item
  readonly points: number
  readonly trace: Trace
  readonly entries: ItemEntries
}

/** `trusting`: false to read as unknown what is in doubt. */
export const createScope = (of: ScopeOf, trusting: boolean): Scope => new CountyScope(of, trusting)

/** A class, because one is made for every item of every county: its functions are made once. */
export class CountyScope implements Scope {
  readonly full: Decimal
  readonly start: Decimal
  private readonly of: ScopeOf
  private readonly trusting: boolean

  constructor(of: ScopeOf, trusting: boolean, deducts: boolean = of.item.kind === 'penalty') {
    this.of = of
    this.trusting = trusting
    this.full = decimal(of.points)
    this.start = deducts ? zero : this.full
  }

  deducting(): Scope {
    return new CountyScope(this.of, this.trusting, true)
  }

  number(operand: NumberOperand): NumberReading {
    const reading = this.owing(operand, readNumber(this.of, this.trusting, operand))
    if (reading.open === '' && !isExact(reading.allowed)) this.owes(operand, this.of.county.id)
    return reading
  }

  answer(operand: AnswerOperand): AnswerReading {
    return this.owing(operand, readAnswer(this.of, this.trusting, operand))
  }

  word(operand: WordOperand): WordReading {
    return this.owing(operand, readWord(this.of, operand))
  }

  /** Who can say what was not read: the county itself, or of what only a reviewer enters, the office. */
  private owing<Reading extends { readonly open: string }>(operand: Operand, reading: Reading): Reading {
    if (reading.open !== '') this.owes(operand, 'entry' in operand ? null : this.of.county.id)
    return reading
  }

  private owes(operand: Operand, by: string | null): void {
    noteOwing(this.of.trace, { by, what: this.of.office.nameOf(operand) })
  }

  awards(filter: AwardFilter): AwardsReading {
    const { office, county, period, item } = this.of
    const asking = [
      ...office.quarters.filter(({ items }) => items.some((asked) => asked.item === item)),
      ...office.yearly.filter((asked) => asked.item === item),
    ]
    const before = asking.map((each) => each.period).filter((each) => each < period)
    return readAwards(county, filter, period, before)
  }

  rests(uses: readonly Use[], passed: readonly Passed[]): void {
    note(this.of.trace, uses, passed)
    for (const { decision } of passed) if (decision !== undefined) noteDecision(this.of.trace, decision)
  }

  /** The day of receipt and the last day in time are the office's to say. */
  receipt(operand: DocumentOperand): ReceiptReading {
    const reading = readReceipt(this.of, operand)
    if (reading.open !== '') this.owes(operand, reading.received === 'unknown' ? this.of.county.id : null)
    return reading
  }

  entered(operand: EntryOperand): { readonly value: number; readonly reason: string } | null {
    const { entries, trace } = this.of
    const entry = entryFor(entries, operand.entry)
    const value = entry === null ? null : enteredNumber(entry)
    if (entry === null || value === null) {
      this.owes(operand, null)
      return null
    }
    noteDecision(trace, entry.number)
    return { value, reason: entry.reason }
  }

  listed(operand: EntryOperand): readonly Listed[] | null {
    const { entries, trace } = this.of
    const entry = entryFor(entries, operand.entry)
    if (entry === null) this.owes(operand, null)
    else noteDecision(trace, entry.number)
    return entry === null ? null : enteredList(entry)
  }

  target(operand: NumberOperand): Scheme['targets'][string] | null {
    return 'indicator' in operand ? (this.of.office.scheme.targets[operand.indicator] ?? null) : null
  }

  peers(operand: NumberOperand): Peers {
    const { office, county, period, item, trace } = this.of
    const { asRead, doubted } = office.peers(operand, period, item)
    if (doubted === null) return asRead(county.id)
    if (!this.trusting) return doubted(county.id)
    note(trace, [], [], [`有县（市）的“${office.nameOf(operand)}”读取存疑，须先核实`])
    return asRead(county.id)
  }

  awaits(operand: NumberOperand, { counties, more }: ReturnType<Peers['unsettled']>): string {
    if (counties.length === 0) return ''
    const { office, trace } = this.of
    const what = office.nameOf(operand)
    noteAwaited(trace, counties, what, more)
    return `${counties.map(office.countyName).join('、')}${more ? '等县（市）' : ''}的“${what}”待核`
  }

  unitOf(operand: Operand): string {
    return 'indicator' in operand ? (this.of.office.indicators.get(operand.indicator)?.unit ?? '') : ''
  }

  betterOf(operand: NumberOperand): 'higher' | 'lower' {
    if ('checks' in operand || 'copying' in operand) return 'lower'
    const direction =
      'indicator' in operand && operand.role !== 'rank' ? this.of.office.indicators.get(operand.indicator)?.direction : undefined
    return direction === 'lower' || direction === 'zero' ? 'lower' : 'higher'
  }

  nameOf(operand: Operand): string {
    return this.of.office.nameOf(operand)
  }

  /** What is not known and changes nothing is owed by nobody. */
  evaluate(rule: Rule): Outcome {
    const { trace } = this.of
    const { owing } = trace
    const outcome = evaluate(rule, this)
    if (isSettled(outcome)) trace.owing = owing
    return isOfParts(rule) ? outcome : saying(outcome, this.start.isZero())
  }
}

function readNumber(of: ScopeOf, trusting: boolean, operand: NumberOperand): NumberReading {
  const { office, trace, entries } = of
  const entry = entryOf(entries, operand)
  const entered = entry === null ? null : enteredInterval(entry, office.scheme.settings.approximate)
  if (entry !== null && entered !== null) {
    noteDecision(trace, entry.number)
    const replaced = 'indicator' in operand ? takeNumber(of, operand) : null
    noteReplaced(trace, replaced?.uses ?? [])
    const misfit = replaced === null ? '' : enteredMisfit(of.county, operand, entered, replaced)
    if (misfit !== '') noteMisfit(trace, { decision: entry.number, words: misfit })
    const words = `${entryWords(entry)}${unitOf(of, operand, entry.value)}（复核值${misfit === '' ? '' : `；${misfit}`}）`
    return { allowed: entered, found: true, words, open: '' }
  }
  const domain = domainOf(office, operand)
  const taken = takeNumber(of, operand)
  note(trace, taken.uses, taken.passed, taken.doubts)
  const aside = notePutAside(of, operand)
  if (taken.allowed === null)
    return { allowed: domain, found: false, words: '未找到', open: `未找到“${office.nameOf(operand)}”：${taken.looked}查找${aside}` }
  if (taken.doubts.length > 0 && !trusting) {
    const allowed = (taken.doubtful && meet(taken.doubtful, domain)) ?? domain
    return { allowed, found: false, words: readWords(operand, taken), open: taken.doubts.join('；') }
  }
  return { allowed: meet(taken.allowed, domain) ?? taken.allowed, found: true, words: readWords(operand, taken), open: taken.conflict }
}

/** Of findings how many there are, and each of them; else what was read. */
function readWords(operand: NumberOperand, taken: Taken): string {
  if (!('checks' in operand) || taken.allowed === null) return takenWords(taken)
  const each = taken.uses.map(({ words }) => words).join('；')
  return `${taken.uses.length} 处${each === '' ? '' : `（${each}）`}`
}

/** What was read and gave way to what a person entered. */
const noteReplaced = (trace: Trace, uses: readonly Use[]): void =>
  note(
    trace,
    [],
    uses.map((use) => ({ ...use, why: '已由复核值代替' })),
  )

/** A bare number that was entered has the indicator's unit. */
const unitOf = ({ office }: ScopeOf, operand: NumberOperand, value: unknown): string =>
  typeof value === 'number' && 'indicator' in operand ? (office.indicators.get(operand.indicator)?.unit ?? '') : ''

function readAnswer({ office, county, period, trace, entries }: ScopeOf, trusting: boolean, operand: AnswerOperand): AnswerReading {
  const name = office.nameOf(operand)
  const entry = entryOf(entries, operand)
  const entered = entry === null ? 'unknown' : enteredAnswer(entry)
  if (entry !== null && entered !== 'unknown') {
    noteDecision(trace, entry.number)
    if ('fact' in operand) noteReplaced(trace, answerFact(county, operand, period, office.scheme.settings.trust).uses)
    return { answer: entered, words: '（复核值）', open: '' }
  }
  if ('entry' in operand) return { answer: 'unknown', words: '', open: `“${name}”待填报` }
  if ('document' in operand) {
    const found = receivedDocuments(county, operand, period)
    note(trace, found.received === 'unknown' ? [...found.uses, ...found.unread] : found.uses)
    return { answer: found.received, words: '', open: found.received === 'unknown' ? notReceived(name, found) : '' }
  }
  const stated = answerFact(county, operand, period, office.scheme.settings.trust)
  note(trace, stated.uses, stated.passed, stated.doubts)
  if (stated.conflict !== '') return { answer: 'unknown', words: '', open: `“${name}”材料中说法不一，须核实：${stated.conflict}` }
  if (stated.answer === 'unknown') return { answer: 'unknown', words: '', open: `未找到“${name}”的明确说法：${stated.looked}` }
  return stated.doubts.length > 0 && !trusting
    ? { answer: 'unknown', words: '', open: stated.doubts.join('；') }
    : { answer: stated.answer, words: '', open: '' }
}

function readWord({ office, county, period, trace, entries }: ScopeOf, operand: WordOperand): WordReading {
  const name = office.nameOf(operand)
  const entry = entryOf(entries, operand)
  if (entry !== null && typeof entry.value === 'string') {
    noteDecision(trace, entry.number)
    if ('assessment' in operand) noteReplaced(trace, judgedWord(county, operand, period).uses)
    return { word: 'assessment' in operand ? judgementCode(entry.value) : entry.value, words: `${entry.value}（复核值）`, open: '' }
  }
  if ('entry' in operand) return { word: null, words: '', open: `“${name}”待评定` }
  const { word, words, uses, open } = judgedWord(county, operand, period)
  note(trace, uses)
  const again = operand.assessment === 'verdict' ? verdictAgain(county, period, entries) : null
  if (again !== null) {
    for (const number of again.decisions) noteDecision(trace, number)
    return { word: again.verdict, words: `${judgementWords(again.verdict)}（按复核后的各项重新评定）`, open: '' }
  }
  return { word, words, open: open === '' ? '' : `${name}：${open}` }
}

function readReceipt({ office, county, period, trace, entries }: ScopeOf, operand: DocumentOperand): ReceiptReading {
  const name = office.nameOf(operand)
  const entry = entryOf(entries, operand)
  const entered = entry === null ? null : enteredDay(entry)
  const found = receivedDocuments(county, operand, period)
  const { received, day, later: others } = entered === null ? found : { received: 'yes' as const, day: entered, later: [] }
  note(
    trace,
    [...found.uses, ...(received === 'unknown' ? found.unread : [])].filter(({ id }) => !others.some((other) => other.id === id)),
    others,
  )
  if (entry !== null && entered !== null) noteDecision(trace, entry.number)
  const due =
    office.scheme.submissions.find(
      (each) => each.kind === operand.document && (each.period === period || each.period === period.slice(0, 4)),
    )?.due ?? null
  const why =
    received === 'unknown'
      ? notReceived(name, found)
      : day === null
        ? `“${name}”没有收文登记日期，是否按时不能断定`
        : due === null
          ? `方案没有写明“${name}”的截止日期`
          : ''
  return { received, day, due, words: entered === null ? severalWords(others.length) : '（复核值）', open: why }
}

const severalWords = (others: number): string => (others === 0 ? '' : `（本期收到 ${others + 1} 份，以最早收到的一份为准）`)

/** What came in and could not be read may be what is asked for. */
const notReceived = (name: string, { unread }: Received): string =>
  unread.length === 0
    ? `未收到“${name}”，请核实是否另行报送`
    : `收到的文件未能读取，不能断定是否“${name}”，请核实：${unread.map(({ file }) => file).join('、')}`
