/** Yes or no of a county: facts that its documents state, documents that came in. What nobody says is unknown. */
import { dayWords } from '../../../extractors/quantities/day-words.ts'
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import type { CountyFeed } from '../county-feed.ts'
import type { Truth } from '../interval.ts'
import { type DocumentOperand, type FactOperand, serviceWords } from '../operand.ts'
import { monthsOf, serviceOf } from '../period.ts'
import { answerWords } from '../record-words.ts'
import type { Passed, Use } from '../trace.ts'

export interface Answered {
  readonly answer: Truth
  readonly uses: readonly Use[]
  readonly passed: readonly Passed[]
  readonly doubts: readonly string[]
  readonly looked: string
  /** What contradicts what, in words; empty where nothing does. */
  readonly conflict: string
}

type Stated = CountyFeed['facts'] extends ReadonlyMap<string, readonly (infer Fact)[]> ? Fact : never

export function answerFact(
  county: CountyFeed,
  { fact, periods = ['own', 'cumulative'] }: FactOperand,
  period: string,
  trust: number,
): Answered {
  const looked = `在${periods.map((each) => serviceWords[each]).join('、')}的材料中查找`
  const all = county.facts.get(fact) ?? []
  const stated = all.flatMap((each) => {
    const service = serviceOf(each.period, period)
    const rank = service === null ? -1 : periods.indexOf(service)
    return rank < 0 ? [] : [{ each, rank }]
  })
  const settling = stated.filter(({ each }) => each.answer !== 'unknown')
  const chosen = settling.length > 0 ? settling : stated
  const top = Math.min(...chosen.map(({ rank }) => rank))
  const first = chosen.filter(({ rank }) => rank === top).map(({ each }) => each)
  const answers = new Set(first.map(({ answer }) => answer))
  const [only] = answers.size === 1 ? answers : []
  const against = contradicting(first, all)
  const isDoubtful = (each: Stated): boolean => each.decision === undefined && each.confidence < trust
  const denied = against.some((each) => !isDoubtful(each))
  const others = new Set([...stated.map(({ each }) => each), ...against])
  return {
    answer: denied ? 'unknown' : (only ?? 'unknown'),
    uses: [...first, ...(denied ? against : [])].map(useOf),
    passed: [...others]
      .filter((each) => !first.includes(each) && !(denied && against.includes(each)))
      .map((each) => ({ ...useOf(each), why: against.includes(each) ? '与所采用的说法不一，可信度低' : '次序在后' })),
    doubts: first
      .filter(isDoubtful)
      .map(
        ({ evidence, confidence, notes = [] }) =>
          `“${evidence.quote}”${notes.length > 0 ? `：${notes.join('；')}` : `的可信度 ${confidence} 低于 ${trust}`}`,
      ),
    looked: denied || answers.size > 1 ? '材料中说法不一' : looked,
    conflict: denied ? [...first, ...against].map(saidOf).join('，') : '',
  }
}

const useOf = ({ id, file, answer, evidence, movedBy, decision = movedBy, was, period: of }: Stated): Use => ({
  record: 'fact',
  id,
  file,
  words: `${answerWords[answer]}（${periodWords(of)}）`,
  evidence,
  ...(decision === undefined ? {} : { decision }),
  ...(was === undefined ? {} : { was }),
})

/** 2020年全年“未召开会议”为否. */
const saidOf = ({ answer, evidence, period }: Stated): string => `${periodWords(period)}“${evidence.quote}”为“${answerWords[answer]}”`

/**
 * What was said of a longer or a shorter stretch and cannot be true as well: what did not happen in a stretch happened in no part of it. What a person decided stands against
 * what nobody did.
 */
function contradicting(first: readonly Stated[], all: readonly Stated[]): Stated[] {
  const isDecided = first.some(({ decision }) => decision !== undefined)
  return all.filter(
    (other) =>
      !first.includes(other) &&
      (!isDecided || other.decision !== undefined) &&
      first.some((each) =>
        each.answer === 'yes'
          ? other.answer === 'no' && isWithin(each, other)
          : each.answer === 'no' && other.answer === 'yes' && isWithin(other, each),
      ),
  )
}

function isWithin({ period: part }: Stated, { period: whole }: Stated): boolean {
  const [inner, outer] = [part === null ? null : monthsOf(part), whole === null ? null : monthsOf(whole)]
  return inner !== null && outer !== null && inner.from >= outer.from && inner.to <= outer.to
}

const LATER = '同期另一份，是否按时以最早收到的一份为准'

export interface Received {
  readonly received: Truth
  readonly day: string | null
  readonly uses: readonly Use[]
  /** Others of the same kind and period, whose day of receipt does not decide. */
  readonly later: readonly Passed[]
  /** What of it could not be read. */
  readonly unread: readonly Use[]
}

/** Documents of the kind for the period; what could not be read has come in all the same. A copy's earlier day counts for the report. */
export function receivedDocuments(
  county: CountyFeed,
  { document: kind, absent = 'unknown', periods = ['own'] }: DocumentOperand,
  period: string,
): Received {
  const serving = county.documents.filter((document) => {
    const service = serviceOf(document.period, period)
    return (
      service !== null &&
      periods.includes(service) &&
      (document.kind === kind || (document.status === 'rejected' && document.kind === 'unknown'))
    )
  })
  const sure = serving.filter((document) => document.kind === kind)
  const days = sure.flatMap(({ receivedAt }) => (receivedAt === null ? [] : [receivedAt])).sort()
  const use = ({ id, file, status, receivedAt, message, decision, was }: (typeof sure)[number]): Use => ({
    record: 'document',
    id,
    file,
    words: `${status === 'rejected' ? `未能读取（${message ?? ''}）` : '已收到'}${receivedAt === null ? '' : `，${dayWords(receivedAt)}收到`}`,
    ...(decision === undefined ? {} : { decision }),
    ...(was === undefined ? {} : { was }),
  })
  const day = days[0] ?? null
  const present = sure.filter(({ status }) => status !== 'duplicate')
  const earliest = present.find(({ receivedAt }) => receivedAt !== null && receivedAt === day)
  return {
    received: sure.length > 0 ? 'yes' : serving.length > 0 ? 'unknown' : absent,
    day,
    uses: present.map(use),
    later: earliest === undefined ? [] : present.filter((each) => each !== earliest).map((each) => ({ ...use(each), why: LATER })),
    unread: serving.filter(({ status }) => status === 'rejected').map(use),
  }
}
