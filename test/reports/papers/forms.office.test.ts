/** Forms and overview as LibreOffice prints them: across, header rows repeated, the overview on one page even with many counties. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forms } from '../../../reports/papers/form/forms.ts'
import { overviewFile } from '../../../reports/papers/overview/overview.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import type { CountyScore, ScoredItem } from '../../../rules/scoring/score.ts'
import { formSettings, scores } from '../../support/form-speech.ts'
import { convert } from '../../support/office/soffice.ts'
import { overviewInput, overviewWording } from '../../support/overview-given.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-forms-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function printed(document: Uint8Array, extension: string): { readonly info: string; readonly pages: string[] } {
  const pdf = join(folder, 'printed.pdf')
  writeFileSync(pdf, convert(document, extension, 'pdf')[0] ?? new Uint8Array())
  return {
    info: execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }),
    pages: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1),
  }
}

const [wusu, tacheng] = scores.counties
if (wusu === undefined || tacheng === undefined) throw new Error('two counties')

const sample = wusu.quarters[2]?.items[0]
if (sample === undefined) throw new Error('an item')

/** Enough items to run over several pages. */
const longer = {
  ...scores,
  counties: [
    {
      ...wusu,
      quarters: wusu.quarters.map((quarter) => ({
        ...quarter,
        items: Array.from({ length: 40 }, (_, index): ScoredItem => ({ ...sample, name: `项目${index}` })),
      })),
    },
  ],
}

describe('a form in LibreOffice', () => {
  it('is printed across on A4, its header row on every page', async () => {
    const file = (await forms(longer, formSettings)).find(({ name }) => name.endsWith('乌苏市-2020-Q3.docx'))
    const { info, pages } = printed(file?.content ?? new Uint8Array(), 'docx')
    expect(info).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/u)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.filter((each) => each.includes('项目'))) expect(page).toContain('整改要求')
    expect(pages.at(-1)).toContain('被考核单位签收')
    for (const [index, page] of pages.entries()) expect(page).toMatch(new RegExp(`—\\s*${index + 1}\\s*—`, 'u'))
  })

  it('opens as a workbook, with its title above each page', async () => {
    const file = (await forms(scores, formSettings)).find(({ name }) => name.endsWith('乌苏市-2020.xlsx'))
    const { pages } = printed(file?.content ?? new Uint8Array(), 'xlsx')
    for (const page of pages) expect(page).toContain('乌苏市2020年度质量工作考核情况反馈表')
  })
})

describe('the overview in LibreOffice', () => {
  it('stands on one page with its plots drawn, also with more counties than it lists and much to say of each', async () => {
    const many = Array.from(
      { length: 14 },
      (_, index): CountyScore => ({
        ...wusu,
        county: `和布克赛尔第${index}县`,
        vetoes: [{ veto: 'event', name: '区域性、系统性质量安全事件', answer: 'unknown', words: '' }],
        review: Array.from({ length: 9 }, () => ({
          period: '2020-Q3',
          item: 'tested',
          name: '因工程质量问题引发的群体性上访事件数',
          effect: '2',
          decides: true,
          turns: 'alone',
          open: [],
        })),
      }),
    )
    const facts = overviewFacts({ ...overviewInput, scores: { ...scores, counties: many } })
    const { content } = await overviewFile(facts, {
      wording: overviewWording,
      office: '塔城地区质量强区工作领导小组办公室',
      year: 2020,
      day: null,
    })
    const { info, pages } = printed(content, 'docx')
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u)
    expect(pages).toHaveLength(1)
    const said = pages[0]?.replace(/\s+/gu, '')
    expect(said).toContain('各季度得分走势')
    // In the head of the table, and below the plot: a legend of many counties leaves it its room.
    expect(said?.match(/一季度二季度三季度四季度/gu)).toHaveLength(2)
    expect(said).toMatch(/其余\d+个县（市）见反馈表汇总/u)
    expect(said).toMatch(/其余\d+个县（市）见反馈表。/u)
    expect(said?.match(/和布克赛尔第\d+县\*/gu)).toHaveLength(14)
  })
})
