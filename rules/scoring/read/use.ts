/** A value as points rest on it: in words, with its period, its source and what a person changed. */
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import type { CountyValue } from '../county-feed.ts'
import { type Source, sourceWords } from '../operand.ts'
import type { Service } from '../period.ts'
import type { Use } from '../trace.ts'

/** What the period does not say by itself. */
const SERVICE_NOTES: Readonly<Record<Service, string>> = {
  own: '',
  annual: '',
  cumulative: '累计',
  'last-year': '，上年',
  part: '，期内部分时段',
}

export function use(value: CountyValue, service: Service, source: Source, said = ''): Use {
  const { id, file, evidence, movedBy, decision = movedBy, was } = value
  const sign = value.comparator === '=' ? '' : value.comparator === '~' ? '约' : value.comparator.replace('>=', '≥').replace('<=', '≤')
  const range = value.upper === undefined ? '' : `—${value.upper}`
  const where = said === '' ? `${SERVICE_NOTES[service]}，${sourceWords[source]}` : `，${said}`
  const number = `${sign}${value.value}${range}${value.unit}（${periodWords(value.period)}${where}`
  const words =
    value.by === undefined ? `${number}）` : `更正为${number}，原文${was ?? ''}，${value.by}${value.misfit ? `；${value.misfit}` : ''}）`
  const read = { record: 'value', id, file, words, evidence } as const
  if (decision === undefined && was === undefined) return read
  return { ...read, ...(decision === undefined ? {} : { decision }), ...(was === undefined ? {} : { was }) }
}
