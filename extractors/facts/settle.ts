/**
 * All that a document says of one fact, county and year becomes one line: what settles it before what leaves it open, the first place before the later.
 * A document that says both yes and no leaves it open, and both places are shown.
 */
import type { Answer, FactStatement, StatedFact } from './fact.ts'
import type { Ground } from './reading.ts'

/** One statement with what tells it apart. */
export interface Statement extends FactStatement {
  readonly fact: string
  readonly county: string | null
  readonly period: string | null
  readonly ground: Ground
  readonly isNear: boolean
  readonly confidence: number
  readonly notes: readonly string[]
}

const CONFLICT = '文件前后说法不一，两处都列出，请核对'
const CONFLICT_CONFIDENCE = 0.5

export function settle(file: string, statements: readonly Statement[]): Omit<StatedFact, 'id'>[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = [statement.fact, statement.county ?? '', statement.period?.slice(0, 4) ?? ''].join('\n')
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return [...groups.values()]
    .map((group) => oneLine(file, group))
    .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
}

function oneLine(file: string, group: readonly Statement[]): Omit<StatedFact, 'id'> {
  const sorted = [...group].sort((a, b) => a.evidence.start - b.evidence.start)
  const first = (answer: Answer): Statement | undefined => {
    const given = sorted.filter((statement) => statement.answer === answer)
    return given.find(({ isNear }) => !isNear) ?? given[0]
  }
  const chosen = (first('yes') ?? first('no') ?? sorted[0]) as Statement
  const conflict = first('yes') !== undefined && first('no') !== undefined
  const { fact, county, period, answer, evidence, confidence, notes } = chosen
  return {
    file,
    county,
    period,
    fact,
    answer: conflict ? 'unknown' : answer,
    evidence,
    others: sorted.flatMap((other) => (other.answer === chosen.answer ? [] : [{ answer: other.answer, evidence: other.evidence }])),
    confidence: conflict ? CONFLICT_CONFIDENCE : confidence,
    notes: conflict ? [...notes, CONFLICT] : notes,
  }
}
