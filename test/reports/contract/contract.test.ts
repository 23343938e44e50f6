import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../../../reports/contract/json-schemas.ts'
import { ContractError, readLines, readRun } from '../../../reports/contract/read.ts'
import type { RunRecord } from '../../../reports/contract/records.ts'
import type { ContractFileName } from '../../../reports/contract/schemas.ts'
import { contractFiles, runFile } from '../../../reports/contract/write.ts'
import { result } from '../../support/run-result.ts'

const textOf = (name: ContractFileName, given = result): string => contractFiles(given).find((file) => file.name === name)?.text ?? ''

const run: RunRecord = {
  contractVersion: '1.1',
  version: '0.1.0',
  startedAt: '2020-10-12T08:00:00+06:00',
  finishedAt: '2020-10-12T08:00:09+06:00',
  durationMs: 9000,
  input: '2020年报送材料',
  jobs: 2,
  lexicon: 'aa',
  scheme: 'bb',
  documents: { ok: 10, partial: 1, rejected: 1, duplicate: 1, ignored: 1 },
  counts: { values: 89, achievements: 2, facts: 3, assessments: 11, checks: 2 },
}

describe('the files of the contract', () => {
  it('hold every record, one a line, and read back as they were', () => {
    expect(readLines('values.jsonl', textOf('values.jsonl'))).toHaveLength(result.values.length)
    expect(readLines('values.jsonl', textOf('values.jsonl'))).toEqual(expect.arrayContaining([...result.values]))
    expect(readLines('documents.jsonl', textOf('documents.jsonl'))).toEqual(expect.arrayContaining([...result.documents]))
    expect(readLines('assessments.jsonl', textOf('assessments.jsonl'))).toEqual(expect.arrayContaining([...result.assessments]))
    expect(readLines('achievements.jsonl', textOf('achievements.jsonl'))).toEqual(expect.arrayContaining([...result.achievements]))
    expect(readLines('facts.jsonl', textOf('facts.jsonl'))).toEqual(expect.arrayContaining([...result.facts]))
    expect(readLines('checks.jsonl', textOf('checks.jsonl'))).toEqual(expect.arrayContaining([...result.checks]))
    expect(readRun(runFile(run).text)).toEqual(run)
  })

  it('are the same bytes whatever the order of the records and of their fields', () => {
    const turned = {
      ...result,
      documents: [...result.documents].reverse(),
      values: [...result.values].reverse().map((value) => Object.fromEntries(Object.entries(value).reverse()) as unknown as typeof value),
      checks: [...result.checks].reverse(),
    }
    expect(contractFiles(turned)).toEqual(contractFiles(result))
  })

  it('refuse a fact whose other place does not say what it quotes', () => {
    const [fact] = result.facts
    if (fact === undefined) throw new Error('no fact')
    const others = [{ answer: 'no' as const, evidence: { ...fact.evidence, quote: fact.evidence.quote.replace(/./u, '错') } }]
    expect(() => contractFiles({ ...result, facts: [{ ...fact, others }] })).toThrow(/does not stand at/u)
  })

  it('are sorted by file and then by position', () => {
    const places = readLines('values.jsonl', textOf('values.jsonl')).map(
      ({ file, evidence }) => `${file}\0${String(evidence.start).padStart(8, '0')}`,
    )
    expect(places).toEqual([...places].sort((a, b) => (a < b ? -1 : 1)))
  })

  it('hold a quote from another file against that file’s text', () => {
    const crossed = result.checks.find(({ kind }) => kind === 'cross-document')
    const [own, other] = crossed?.evidence ?? []
    if (crossed === undefined || own === undefined || other === undefined) throw new Error('no finding over two files')
    expect(other.file).not.toBe(crossed.file)
    const moved = { ...other, start: other.start + 1, end: other.end + 1 }
    expect(() => textOf('checks.jsonl', { ...result, checks: [{ ...crossed, evidence: [own, moved] }] })).toThrow('does not stand at')
  })

  it('write money and rates as plain figures', () => {
    const [value] = result.values
    if (value === undefined) throw new Error('no value')
    expect(textOf('values.jsonl', { ...result, values: [{ ...value, value: 207_000_000, unit: '元' }] })).toContain(
      '"value":207000000,"unit":"元"',
    )
  })
})

describe('a record that does not hold is thrown, not written', () => {
  const [value] = result.values
  if (value === undefined) throw new Error('no value')

  it('when its quote does not stand where it points', () => {
    const moved = { ...value, evidence: { ...value.evidence, start: value.evidence.start + 1, end: value.evidence.end + 1 } }
    expect(() => contractFiles({ ...result, values: [moved] })).toThrow(value.file)
  })

  it('when a figure is no number', () => {
    expect(() => contractFiles({ ...result, values: [{ ...value, value: Number.NaN }] })).toThrow(/values\.jsonl.*value/u)
  })

  it('when it bears a field that the contract does not name', () => {
    expect(() => contractFiles({ ...result, values: [{ ...value, extra: 1 } as typeof value] })).toThrow('extra')
  })
})

describe('reading a file of the contract', () => {
  it('names the line and the field that is wrong', () => {
    const lines = textOf('values.jsonl').split('\n')
    lines[2] = (lines[2] ?? '').replace(/"role":"[a-z]+"/u, '"role":"guess"')
    expect(() => readLines('values.jsonl', lines.join('\n'))).toThrow(/values\.jsonl:3：字段 role/u)
  })

  it('names the line that is no JSON', () => {
    expect(() => readLines('checks.jsonl', '\n{"id":\n')).toThrow(ContractError)
    expect(() => readLines('checks.jsonl', '\n{"id":\n')).toThrow('checks.jsonl:2')
  })

  it.each<readonly [string, (record: Record<string, unknown>) => void, string]>([
    ['a field that is missing', (record) => delete record['unit'], '缺少字段 unit：应为文字'],
    [
      'a field within a field',
      (record) => delete (record['evidence'] as Record<string, unknown>)['start'],
      '缺少字段 evidence.start：应为数字',
    ],
    ['a word that is none', (record) => Object.assign(record, { role: 'guess' }), '字段 role 不合约定：应为 actual、target'],
    ['a field too many', (record) => Object.assign(record, { extra: 1 }), '字段 extra 不合约定：约定里没有这个字段'],
    ['a period in words', (record) => Object.assign(record, { period: '三季度' }), '字段 period 不合约定：写法不正确，应符合 /'],
    ['a share above one', (record) => Object.assign(record, { confidence: 1.5 }), '字段 confidence 不合约定：应为不大于 1 的数'],
    [
      'a quote of another length',
      (record) => Object.assign(record['evidence'] as object, { quote: '' }),
      '字段 evidence 不合约定：引文的长度应与 start 至 end 相等',
    ],
  ])('says in Chinese what is expected: %s', (_, spoil, words) => {
    const record = JSON.parse(textOf('values.jsonl').split('\n')[0] ?? '') as Record<string, unknown>
    spoil(record)
    expect(() => readLines('values.jsonl', JSON.stringify(record))).toThrow(`values.jsonl:1：${words}`)
  })

  it('passes over a byte order mark, Windows line ends and empty lines', () => {
    expect(readLines('checks.jsonl', `\uFEFF${textOf('checks.jsonl').replaceAll('\n', '\r\n\r\n')}`)).toHaveLength(result.checks.length)
  })
})

describe('the JSON Schemas', () => {
  it('are there for every file, strict, with the fields in the order of the contract', () => {
    expect(Object.keys(jsonSchemas())).toEqual([
      'documents.jsonl',
      'values.jsonl',
      'earlier.jsonl',
      'achievements.jsonl',
      'facts.jsonl',
      'practices.jsonl',
      'assessments.jsonl',
      'copies.jsonl',
      'checks.jsonl',
      'scores.jsonl',
      'bulletin.jsonl',
      'run.json',
    ])
    const schema = jsonSchemas()['values.jsonl']
    expect(schema?.additionalProperties).toBe(false)
    expect(Object.keys(schema?.properties ?? {}).slice(0, 6)).toEqual(['id', 'file', 'county', 'period', 'indicator', 'name'])
    expect(schema?.required).not.toContain('upper')
  })

  it('leave the formats open and the roles closed', () => {
    expect(jsonSchemas()['documents.jsonl']?.properties?.['format']).toMatchObject({ type: 'string' })
    expect(jsonSchemas()['documents.jsonl']?.properties?.['format']).not.toHaveProperty('enum')
    expect(jsonSchemas()['values.jsonl']?.properties?.['role']).toHaveProperty('enum')
  })
})
