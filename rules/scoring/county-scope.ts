/** The scope in which one item of one county in one period is evaluated: every reading goes into the trace. */
import type { CountyFeed } from './county-feed.ts'
import { decimal } from './decimal.ts'
import { exactly, meet } from './interval.ts'
import { domainOf, type Office } from './office.ts'
import { type AnswerOperand, type DocumentOperand, type NumberOperand, type Operand, operandName, type WordOperand } from './operand.ts'
import { answerFact, receivedDocuments } from './read/answers.ts'
import { enteredAnswer, enteredInterval, enteredList, enteredNumber, entryFor, entryWords, type ItemEntries } from './read/entered.ts'
import { copyingShare, countedAwards, countedChecks, judgedWord } from './read/judged.ts'
import { type Taken, take, takenWords } from './read/take.ts'
import { evaluate } from './rule.ts'
import type { Item } from './scheme-items.ts'
import type { AnswerReading, NumberReading, ReceiptReading, Scope, WordReading } from './scope.ts'
import type { Passed, Trace, Use } from './trace.ts'

export interface ScopeOf {
  readonly office: Office
  readonly county: CountyFeed
  readonly period: string
  readonly item: Item
  readonly points: number
  readonly trace: Trace
  /** False to read as unknown what is in doubt. */
  readonly trusting: boolean
}

export function createScope(of: ScopeOf): Scope {
  const { office, county, period, item, points, trace } = of
  const entries = office.entriesOf(county.id, period, item.id)
  const nameOf = (operand: Operand): string => nameOfOperand(office, operand)
  const scope: Scope = {
    full: decimal(points),
    number: (operand) => readNumber(of, entries, operand, nameOf(operand)),
    answer: (operand) => readAnswer(of, entries, operand, nameOf(operand)),
    word: (operand) => readWord(of, entries, operand, nameOf(operand)),
    awards(filter) {
      const { awards, uses, unread } = countedAwards(county, filter, period)
      note(trace, { uses, passed: [] })
      return {
        awards,
        words: '',
        incomplete: unread.length > 0,
        open: unread.length > 0 ? `有文件未能读取，可能漏计成果：${unread.join('、')}` : '',
      }
    },
    receipt: (operand) => readReceipt(of, operand, nameOf(operand)),
    entered(operand) {
      const entry = entryFor(entries, operand.entry)
      const value = entry === null ? null : enteredNumber(entry)
      if (entry === null || value === null) return null
      trace.decisions.add(entry.number)
      return { value, reason: entry.reason }
    },
    listed(operand) {
      const entry = entryFor(entries, operand.entry)
      if (entry !== null) trace.decisions.add(entry.number)
      return entry === null ? null : enteredList(entry)
    },
    target: (operand) => ('indicator' in operand ? (office.scheme.targets[operand.indicator] ?? null) : null),
    peers: (operand) => office.peers(operand, period, item),
    nameOf,
    evaluate: (rule) => evaluate(rule, scope),
  }
  return scope
}

function readNumber(of: ScopeOf, entries: ItemEntries, operand: NumberOperand, name: string): NumberReading {
  const { office, county, period, trace, trusting } = of
  const entry = entryFor(entries, operandName(operand))
  const entered = entry === null ? null : enteredInterval(entry, office.scheme.settings.approximate)
  if (entry !== null && entered !== null) {
    trace.decisions.add(entry.number)
    if ('indicator' in operand)
      note(trace, {
        uses: [],
        passed: [...take(county, operand, period, office.scheme.settings).uses].map((use) => ({ ...use, why: '已由复核值代替' })),
      })
    return { allowed: entered, found: true, words: `${entryWords(entry)}（复核值）`, open: '' }
  }
  const domain = domainOf(office, operand)
  const taken = takeNumber(of, operand)
  note(trace, taken)
  trace.doubts.push(...taken.doubts)
  if (taken.allowed === null || (taken.doubts.length > 0 && !trusting)) {
    const open = taken.allowed === null ? `未找到“${name}”：${taken.looked}查找` : taken.doubts.join('；')
    return { allowed: domain, found: false, words: taken.allowed === null ? '未找到' : takenWords(taken), open }
  }
  return { allowed: meet(taken.allowed, domain) ?? taken.allowed, found: true, words: takenWords(taken), open: taken.conflict }
}

function takeNumber({ office, county, period }: ScopeOf, operand: NumberOperand): Taken {
  if ('indicator' in operand) return take(county, operand, period, office.scheme.settings)
  const nothing = { passed: [], doubts: [], conflict: '' }
  if ('achievements' in operand) {
    const { awards, uses, unread } = countedAwards(county, operand.achievements, period)
    const least = exactly(decimal(awards.length))
    return { ...nothing, allowed: unread.length > 0 ? { ...least, to: decimal(Number.POSITIVE_INFINITY) } : least, uses, looked: '' }
  }
  if ('checks' in operand) {
    const { count, uses } = countedChecks(county, operand.checks, period)
    return { ...nothing, allowed: count === null ? null : exactly(decimal(count)), uses, looked: '在本期已读取的材料中' }
  }
  if ('copying' in operand) {
    const { share, uses } = copyingShare(county, period)
    return {
      ...nothing,
      allowed: share === null ? null : exactly(decimal(share).times(100)),
      uses,
      looked: '在本期质量分析报告的比对结果中',
    }
  }
  return { ...nothing, allowed: null, uses: [], looked: '在复核填报中' }
}

function readAnswer(
  { office, county, period, trace, trusting }: ScopeOf,
  entries: ItemEntries,
  operand: AnswerOperand,
  name: string,
): AnswerReading {
  const entry = entryFor(entries, operandName(operand))
  const entered = entry === null ? 'unknown' : enteredAnswer(entry)
  if (entry !== null && entered !== 'unknown') {
    trace.decisions.add(entry.number)
    return { answer: entered, words: '（复核值）', open: '' }
  }
  if ('entry' in operand) return { answer: 'unknown', words: '', open: `“${name}”待填报` }
  if ('document' in operand) {
    const { received, uses } = receivedDocuments(county, operand, period)
    note(trace, { uses, passed: [] })
    return { answer: received, words: '', open: received === 'unknown' ? `未收到“${name}”，请核实是否另行报送` : '' }
  }
  const stated = answerFact(county, operand, period, office.scheme.settings.trust)
  note(trace, stated)
  trace.doubts.push(...stated.doubts)
  if (stated.answer === 'unknown') return { answer: 'unknown', words: '', open: `未找到“${name}”的明确说法：${stated.looked}` }
  return stated.doubts.length > 0 && !trusting
    ? { answer: 'unknown', words: '', open: stated.doubts.join('；') }
    : { answer: stated.answer, words: '', open: '' }
}

function readWord({ county, period, trace }: ScopeOf, entries: ItemEntries, operand: WordOperand, name: string): WordReading {
  const entry = entryFor(entries, operandName(operand))
  if (entry !== null && typeof entry.value === 'string') {
    trace.decisions.add(entry.number)
    return { word: entry.value, words: `${entry.value}（复核值）`, open: '' }
  }
  if ('entry' in operand) return { word: null, words: '', open: `“${name}”待评定` }
  const { word, words, uses, open } = judgedWord(county, operand, period)
  note(trace, { uses, passed: [] })
  return { word, words, open: open === '' ? '' : `${name}：${open}` }
}

function readReceipt({ office, county, period, trace }: ScopeOf, operand: DocumentOperand, name: string): ReceiptReading {
  const { received, day, uses } = receivedDocuments(county, operand, period)
  note(trace, { uses, passed: [] })
  const due =
    office.scheme.submissions.find(
      (each) => each.kind === operand.document && (each.period === period || each.period === period.slice(0, 4)),
    )?.due ?? null
  const why =
    received === 'unknown'
      ? `未收到“${name}”`
      : day === null
        ? `“${name}”没有收文登记日期，是否按时不能断定`
        : due === null
          ? `方案没有写明“${name}”的截止日期`
          : ''
  return { received, day, due, words: '', open: why }
}

function note({ uses, passed }: Trace, read: { readonly uses: readonly Use[]; readonly passed: readonly Passed[] }): void {
  const isNew = (known: readonly Use[], { id, words }: Use): boolean => !known.some((each) => each.id === id && each.words === words)
  for (const each of read.uses) if (isNew(uses, each)) uses.push(each)
  for (const each of read.passed) if (isNew(passed, each)) passed.push(each)
}

const KINDS = {
  analysis: '质量分析报告',
  summary: '工作总结',
  bulletin: '通报',
  plan: '工作方案',
  data: '数据表',
  evidence: '佐证材料',
} as const
const ASPECTS = { verdict: '分析质量', comparison: '对比分析', problems: '问题查找', causes: '原因分析', measures: '改进措施' } as const

/** How the reasons call what a rule reads. */
function nameOfOperand({ indicators, factNames }: Office, operand: Operand): string {
  if ('indicator' in operand) {
    const part = Object.values(operand.part ?? {}).join('、')
    return `${indicators.get(operand.indicator)?.name ?? operand.indicator}${part === '' ? '' : `（${part}）`}${operand.role === 'change' ? '的变化' : ''}`
  }
  if ('fact' in operand) return factNames.get(operand.fact) ?? operand.fact
  if ('entry' in operand) return operand.entry
  if ('document' in operand) return KINDS[operand.document]
  if ('assessment' in operand) return ASPECTS[operand.assessment]
  return 'achievements' in operand ? '成果' : 'checks' in operand ? '核对发现' : '雷同占比'
}
