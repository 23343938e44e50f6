/** 提取结果.xlsx after a scoring that read no document: its sheets of scores are those of a run, and a workbook that somebody saved is left alone. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { packedParts } from '../../../reports/packed-parts.ts'
import { renewedWorkbook } from '../../../reports/workbook/renew.ts'
import { scoreSheets } from '../../../reports/workbook/sheets/scores.ts'
import { workbook } from '../../../reports/workbook/workbook.ts'
import { decidedScores, scores } from '../../support/form-speech.ts'
import { context, result } from '../../support/run-result.ts'

const before = await workbook({ ...result, scores }, context)
const rows = (bytes: Uint8Array, sheet: string): unknown[] => XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets[sheet] ?? {})

describe('the workbook of a run, renewed', () => {
  it('holds the new scores as a run would have written them, and everything else as it was', async () => {
    const after = await renewedWorkbook(before, scoreSheets(decidedScores))
    const made = await workbook({ ...result, scores: decidedScores }, context)
    if (after === null) throw new Error('not renewed')
    for (const sheet of XLSX.read(made).SheetNames) expect(rows(after, sheet), sheet).toEqual(rows(made, sheet))
    expect(rows(after, '评分')).toContainEqual(expect.objectContaining({ 县市: '乌苏市', 状态: '人工复核', 得分: 4 }))
  })

  it('is the same to the byte where the scores are the same', async () => {
    expect(await renewedWorkbook(before, scoreSheets(scores))).toEqual(before)
  })

  it('is left alone where a spreadsheet program has saved it', async () => {
    expect(
      await renewedWorkbook(zipSync({ ...unzipSync(before), 'docProps/app.xml': strToU8('<Properties/>') }), scoreSheets(scores)),
    ).toBeNull()
    expect(await renewedWorkbook(XLSX.write(XLSX.read(before), { type: 'buffer', bookType: 'xlsx' }), scoreSheets(scores))).toBeNull()
    expect(await renewedWorkbook(strToU8('不是工作簿'), scoreSheets(scores))).toBeNull()
  })

  it('is left alone where it is damaged', async () => {
    const half = before.slice(0, before.length / 2)
    expect(await renewedWorkbook(half, scoreSheets(scores))).toBeNull()
    const strings = packedParts(before)?.find(({ name }) => name === 'xl/sharedStrings.xml')
    if (strings === undefined) throw new Error('the workbook has no strings')
    const flipped = before.slice()
    const at = strings.packed.byteOffset - before.byteOffset + 100
    flipped[at] = (flipped[at] ?? 0) ^ 1
    expect(await renewedWorkbook(flipped, scoreSheets(scores))).toBeNull()
  })
})
