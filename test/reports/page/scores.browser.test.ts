/** The page's view 评分: grades, what is open, and an item that opens to its evidence and to the decision about it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page as reportPage } from '../../../reports/page/page.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { clientScript } from '../../support/client-script.ts'
import { decidedReport } from '../../support/decided-report.ts'
import { overviewWording } from '../../support/overview-given.ts'
import { context, result } from '../../support/run-result.ts'
import { schemeAround, scoresOf } from '../../support/scoring.ts'

const rule = { form: 'target', of: { indicator: 'industrial_sampling_pass_rate' }, op: '>=', value: 91 }
const found = scoresOf(
  schemeAround({ points: 6, rule }, {}, ['wusu', 'tacheng']),
  [
    { county: 'wusu', period: '2020-Q3', given: { industrial_sampling_pass_rate: 88 } },
    { county: 'tacheng', period: '2020-Q3', given: {} },
  ],
  [
    { about: 'item', county: 'wusu', period: '2020-Q3', item: 'tested', points: 4 },
    { about: 'quarter', county: 'tacheng', period: '2020-Q1', score: 90 },
  ],
)
/** As if the open item could change the grade of the second. */
const deciding = { stable: false, words: '', deciding: [{ period: '2020-Q3', item: 'tested' }], missing: [] }
/** What the items rest on stands in a document of the result, as it does after a run. */
const [cited] = result.values
const placed = (records: readonly object[] | undefined) =>
  records?.map((each) => ({ ...each, file: cited?.file, evidence: cited?.evidence }))
const cite = <Item extends { readonly uses?: readonly object[]; readonly passed?: readonly object[] }>(item: Item): Item => ({
  ...item,
  ...(item.uses === undefined ? {} : { uses: placed(item.uses) }),
  ...(item.passed === undefined ? {} : { passed: placed(item.passed) }),
})
const scores = {
  ...found,
  counties: found.counties
    .map((each) => ({ ...each, quarters: each.quarters.map((quarter) => ({ ...quarter, items: quarter.items.map(cite) })) }))
    .map((each, index) => (index === 1 ? { ...each, stability: deciding } : each)),
}

const overview = overviewFacts({ scores, assessments: [], lexicon: context.lexicon, wording: overviewWording, near: 0.5 })

/** 沙湾县's second report, late by the register. */
const submissions = [decidedReport(3)]

let folder: string
let browser: Browser
let tab: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-scores-'))
  const file = join(folder, 'report.html')
  writeFileSync(file, await reportPage({ ...result, scores }, { ...context, overview, submissions, clientScript: await clientScript() }))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  tab = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await tab.goto(`${pathToFileURL(file).href}#/scores`)
  await tab.waitForSelector('#scores')
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the view 评分', () => {
  it('shows grades, missing quarters and what they leave possible', async () => {
    const rows = await tab.locator('#scores tbody tr').allInnerTexts()
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('1/4季度，暂定')
    expect(rows[0]).toContain('缺报')
    expect(rows[1]).toContain('94—100')
  })
  it('opens an item to its rule, its evidence and the decision', async () => {
    const row = tab.locator('#list tbody tr.row').filter({ hasText: '人工复核' })
    await row.locator('button.opener').click()
    const behind = await tab.locator('#list tr.behind:not([hidden])').textContent()
    expect(behind).toContain('评分标准 见规则')
    expect(behind).toContain('人工决定第 1 条：程序所得 0 分')
    expect(behind).toContain('现场核实（复核员，2021-01-05）')
    expect(behind).toContain('88%（2020年第三季度，正文）')
  })
  it('leads by clicks from a county’s quarter to its item, rule, decision, value, and the sentence in the document', async () => {
    await tab.goto(`${tab.url().split('#')[0]}#/scores`)
    await tab.locator('#scores tbody tr').nth(0).locator('td.number a').first().click()
    await tab.waitForURL(/2020-Q3/u)
    const rows = await tab.locator('#list tbody tr.row').allTextContents()
    expect(rows.filter((words) => !/乌苏市2020年第三季度/u.test(words))).toEqual([])
    const row = tab.locator('#list tbody tr.row').filter({ hasText: '人工复核' })
    await row.locator('button.opener').click()
    const behind = tab.locator('#list tr.behind:not([hidden])')
    expect(await behind.textContent()).toMatch(/评分标准 见规则.*人工决定第 1 条/u)
    await behind.getByRole('link', { name: '在原文中查看' }).first().click()
    await tab.waitForSelector('#paper')
    expect((await tab.locator('#paper .is-quote').allTextContents()).join('')).toBe(cited?.evidence.quote)
    await tab.goto(`${tab.url().split('#')[0]}#/scores`)
    await tab.waitForSelector('#scores')
  })
  it('marks a quarter’s score and a grade that a person decided, and says who', async () => {
    const [first] = await tab.locator('#scores tbody tr').nth(1).locator('small[title]').all()
    expect(await first?.textContent()).toBe('人工决定第 2 条')
    expect(await first?.getAttribute('title')).toContain('理由：现场核实（复核员，2021-01-05）')
  })
  it('keeps the table of counties as low as its figures, however many items are open', async () => {
    await tab.setViewportSize({ width: 1280, height: 900 })
    const open = tab.locator('#scores tbody tr').nth(1).locator('details')
    expect(await open.locator('summary').textContent()).toBe('1 项待核可能改变等级')
    expect(await open.locator('a').isVisible()).toBe(false)
    await open.locator('summary').click()
    expect(await open.locator('a').textContent()).toBe('2020年第三季度 所测项目')
  })
  it('leaves what came in as reviewers decided it in the overview', async () => {
    await tab.getByRole('link', { name: '总览' }).first().click()
    const shawan = await tab.locator('#counties tbody tr').filter({ hasText: '沙湾' }).textContent()
    expect(shawan).toContain('复核决定第3条')
    expect(shawan).not.toContain('逾期')
    await tab.goBack()
  })
  it('lists what to look at first', async () =>
    expect(await tab.locator('details', { hasText: '先看这些待核项目' }).textContent()).toContain(
      '塔城市 2020年第三季度 所测项目：影响年度得分 2.4 分',
    ))
})

describe('the view 总览', () => {
  beforeAll(async () => {
    await tab.goto(`${tab.url().split('#')[0]}#/`)
    await tab.waitForSelector('#standing')
  })
  it('tells what the scores come to: grades, what stands out, what decides', async () => {
    const said = (await tab.locator('#standing').textContent()) ?? ''
    expect(said).toContain('已考核1/4个季度')
    expect(said).toContain('缺报')
    expect(said).toMatch(/哪些待核事项决定等级.*乌苏市/u)
  })
  it('plots the quarters and the year: a line of points a county, a bar a county, bands between grades', async () => {
    const [trend, ranges] = [tab.locator('#standing svg').nth(0), tab.locator('#standing svg').nth(1)]
    expect(await trend.getAttribute('aria-label')).toMatch(/^各季度得分走势：乌苏市 缺、缺、98、缺；塔城市/u)
    expect(await trend.locator('circle').count()).toBe(3)
    expect(await ranges.locator('rect.range').count()).toBe(2)
    expect(await ranges.locator('.band-name').allTextContents()).toEqual(['C级 60', 'B级 80', 'A级 90'])
    await ranges.locator('a').first().click()
    await tab.waitForSelector('#scores')
    expect(tab.url()).toContain(encodeURIComponent('乌苏市'))
  })
})
