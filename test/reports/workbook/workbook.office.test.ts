import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '../../../reports/workbook/workbook.ts'
import { context, hostile, result } from '../../support/run-result.ts'

let folder: string

const convert = (to: string): void => {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'w.xlsx')],
    {
      stdio: 'pipe',
    },
  )
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-workbook-'))
  writeFileSync(join(folder, 'w.xlsx'), await workbook(result, context))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the workbook in LibreOffice', () => {
  it('opens with every sheet, and each row of the values reads as it was written', () => {
    convert('csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1')
    const values = readFileSync(join(folder, 'w-指标值.csv'), 'utf8')
    expect(values.split('\n')[1]).toContain('乌苏市\t2020年第一季度\t工业产品质量监督抽查合格率\t产品\t实际值\t92.3\t\t%\t等于\t≥91%\t达标')
    expect(values.replaceAll('""', '"')).toContain(hostile)
    expect(readFileSync(join(folder, 'w-文件清单.csv'), 'utf8')).toContain('E_PDF_ENCRYPTED')
  })

  it('prints a sheet as wide as one page', () => {
    convert('pdf')
    const pages = execFileSync('pdfinfo', [join(folder, 'w.pdf')], { encoding: 'utf8' })
    expect(pages).toMatch(/Page size:\s+84\d/u)
    expect(execFileSync('pdftotext', ['-layout', join(folder, 'w.pdf'), '-'], { encoding: 'utf8' })).toContain('未解释数字')
  })
})
