/** 提取结果.xlsx after a scoring that read no document: its sheets of scores are those of a run, and a workbook that somebody saved is left alone. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { renewedWorkbook } from '../../../reports/workbook/renew.ts'
import { workbook } from '../../../reports/workbook/workbook.ts'
import { decidedScores, scores } from '../../support/form-speech.ts'
import { context, result } from '../../support/run-result.ts'

const before = await workbook({ ...result, scores }, context)
const rows = (bytes: Uint8Array, sheet: string): unknown[] => XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets[sheet] ?? {})

describe('the workbook of a run, renewed', () => {
  it('holds the new scores as a run would have written them, and everything else as it was', async () => {
    const after = await renewedWorkbook(before, decidedScores)
    const made = await workbook({ ...result, scores: decidedScores }, context)
    if (after === null) throw new Error('not renewed')
    for (const sheet of XLSX.read(made).SheetNames) expect(rows(after, sheet), sheet).toEqual(rows(made, sheet))
    expect(rows(after, '评分')).toContainEqual(expect.objectContaining({ 县市: '乌苏市', 状态: '人工复核', 得分: 4 }))
  })

  it('is the same to the byte where the scores are the same', async () => {
    expect(await renewedWorkbook(before, scores)).toEqual(before)
  })

  it('is left alone where a spreadsheet program has saved it', async () => {
    expect(await renewedWorkbook(zipSync({ ...unzipSync(before), 'docProps/app.xml': strToU8('<Properties/>') }), scores)).toBeNull()
    expect(await renewedWorkbook(XLSX.write(XLSX.read(before), { type: 'buffer', bookType: 'xlsx' }), scores)).toBeNull()
    expect(await renewedWorkbook(strToU8('不是工作簿'), scores)).toBeNull()
  })
})
