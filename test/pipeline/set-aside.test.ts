/** A record that does not hold costs its document nothing but itself. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import { defaultEngine } from '../../extractors/language/segmenter-engine.ts'
import type { DocumentResult } from '../../pipeline/document-result.ts'
import { createKit, type Kit } from '../../pipeline/kit.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { overAll } from '../../pipeline/over-all.ts'
import { noReceipts } from '../../pipeline/receipts.ts'
import { soundBatch } from '../../pipeline/set-aside.ts'
import { processDocument } from '../../pipeline/stages.ts'
import { contractFiles } from '../../reports/contract/write.ts'
import { report } from '../support/workspace.ts'

const knowledge = loadKnowledge()
const kit = await createKit({ ...knowledge, limits: defaultLimits, segmenter: defaultEngine, kind: null })
const bytes = Buffer.from(report('乌苏市', '三', 97.5))

async function process(changes: Partial<Kit> = {}): Promise<DocumentResult> {
  const input = { file: '乌苏市/报告.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  return (await processDocument({ ...kit, ...changes }, input)).result
}

const whole = await process()

describe('a value that is no number', () => {
  const broken = process({
    named: (text, values) => kit.named(text, values).map((value) => (value.value === 97.5 ? { ...value, value: Number.NaN } : value)),
  })

  it('is left out, and every other record of its document is as it was', async () => {
    const result = await broken
    expect(result.values).toEqual(whole.values.filter(({ value }) => value !== 97.5))
    expect(result.values.length).toBe(whole.values.length - 1)
    expect(result.assessment).toEqual(whole.assessment)
    expect(result.checks).toEqual(whole.checks)
  })

  it('is told on the document and among the faults, with the record itself', async () => {
    const { document, fault } = await broken
    expect(document).toMatchObject({ status: 'partial', code: 'W_RECORD_SET_ASIDE', kind: 'analysis', county: '乌苏市' })
    expect(document.message).toContain('指标值1条')
    expect(fault).toMatchObject({ file: '乌苏市/报告.txt', stage: 'verify' })
    expect(fault?.stack).toContain('values.jsonl')
    expect(fault?.stack).toContain('"quote":"97.5%"')
  })

  it('leaves its number among those that nothing explains', async () => {
    const { document, text } = await broken
    expect(document.unexplained.map(({ quote }) => quote)).toContain('97.5%')
    expect(document.numbers.extracted).toBe(whole.document.numbers.extracted - 1)
    expect(document.numbers.unexplained).toBe(document.unexplained.length)
    expect(text?.unexplained).toHaveLength(document.unexplained.length)
  })
})

it('a quote that stands elsewhere is left out too, and a judgement that does not hold', async () => {
  const judge: Kit['judge'] = (input) => ({ ...kit.judge(input), narrativeShare: 2 })
  const result = await process({
    judge,
    named: (text, values) =>
      kit.named(text, values).map((value) => ({ ...value, evidence: { ...value.evidence, start: 0, end: value.evidence.quote.length } })),
  })
  expect(result.values).toEqual([])
  expect(result.assessment).toBeNull()
  expect(result.document.message).toMatch(/指标值\d条、分析质量评定1条/u)
  expect(result.document.status).toBe('partial')
})

it('a record made over all documents costs the run nothing but itself', () => {
  const result = overAll([whole], noReceipts, knowledge)
  const check = {
    id: 'f'.repeat(16),
    file: whole.document.file,
    kind: 'rate',
    severity: 'error',
    claimed: 'x',
    recomputed: 'y',
    evidence: [],
    message: '',
  }
  const spoiled = { ...result, checks: [...result.checks, check as unknown as (typeof result.checks)[number]] }
  const batch = soundBatch(spoiled, new Set(result.values))
  expect(batch.result.checks).toEqual(result.checks)
  expect(batch.result.documents[0]).toMatchObject({ status: 'partial', code: 'W_RECORD_SET_ASIDE' })
  expect(batch.faults).toHaveLength(1)
  expect(contractFiles(batch.result).map(({ name }) => name)).toContain('checks.jsonl')
  expect(soundBatch(result, new Set()).faults).toEqual([])
})
