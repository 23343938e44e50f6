import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page as reportPage } from '../../../reports/page/page.ts'
import { clientScript } from '../../support/client-script.ts'
import { context, hostile, result } from '../../support/run-result.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const AGAIN = '反馈意见/托里县-2020-Q4-重新报送.docx'

let folder: string
let browser: Browser
let address: string
let tab: Page
let trouble: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhijian-page-'))
  const file = join(folder, 'report.html')
  const askingAgain = new Map(result.documents.flatMap((each) => (each.status === 'rejected' ? [[each.file, AGAIN] as const] : [])))
  writeFileSync(file, await reportPage(result, { ...context, askingAgain, clientScript: await clientScript() }))
  address = pathToFileURL(file).href
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  trouble = []
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  tab.on('console', (message) => trouble.push(`console: ${message.text()}`))
  tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  tab.on('dialog', (dialog) => trouble.push(`dialog: ${dialog.message()}`))
  tab.on('request', (request) => {
    if (!request.url().startsWith(address)) trouble.push(`request: ${request.url()}`)
  })
})
afterEach(async () => {
  const harmed = await tab.evaluate(() => 'harmed' in globalThis)
  await tab.close()
  expect(trouble).toEqual([])
  expect(harmed).toBe(false)
})

const open = async (hash = ''): Promise<void> => {
  await tab.goto('about:blank')
  await tab.goto(address + hash)
  await tab.waitForSelector('h1')
}
const quoted = async (): Promise<string> => (await tab.locator('#paper .is-quote').allTextContents()).join('')
const rows = async (): Promise<number> => tab.locator('#list tbody tr.row').count()

describe('the page in a browser, from disk', () => {
  it('leads from a file that cannot be read to the letter that asks for it again', async () => {
    const letter = () => tab.getByRole('link', { name: '要求重新报送的反馈意见函' })
    await open()
    expect(await letter().getAttribute('href')).toBe(encodeURI(AGAIN))
    await open('#files')
    expect(await letter().count()).toBe(1)
  })

  it('leads from the overview over the matrix and a value to its quote in the document', async () => {
    await open()
    expect(await tab.locator('#counties tbody tr').allTextContents()).toHaveLength(4)
    expect(await tab.locator('#counties tbody tr').nth(2).textContent()).toContain('已收到，但无法读取')
    await tab.getByRole('link', { name: '指标对照' }).click()
    await tab.getByRole('link', { name: '2020年第三季度' }).click()
    const cell = tab.getByRole('button', { name: '乌苏市工业产品质量监督抽查合格率 90.2%' })
    expect(await cell.textContent()).toContain('未达标')
    expect(await cell.textContent()).toContain('2 种说法')
    await cell.click()
    expect(await tab.locator('#panel mark').first().textContent()).toBe('90.2%')
    expect(await tab.locator('#panel mark').allTextContents()).toContain('约89%')
    expect(await tab.locator('#panel svg.plot').getAttribute('aria-label')).toContain('第一季度 92.3%')
    await tab.locator('#panel').getByRole('link', { name: '在原文中查看' }).first().click()
    await tab.waitForSelector('#paper')
    expect(await quoted()).toBe('90.2%')
    expect((await tab.locator('#paper .is-sentence').allTextContents()).join('')).toMatch(/^本季度工业产品.*的目标。$/u)
    expect(await tab.locator('#paper .is-quote').first().isVisible()).toBe(true)
  })

  it('leads from the matrix of facts to the clause that says so', async () => {
    await open()
    await tab.getByRole('link', { name: '事实', exact: true }).click()
    expect(await tab.locator('#facts tbody tr').count()).toBe(2)
    await tab.getByRole('button', { name: '乌苏市质量工作领导小组健全运行 是' }).click()
    expect(await tab.locator('#panel mark').first().textContent()).toBe('本季度')
    await tab.locator('#panel').getByRole('link', { name: '在原文中查看' }).first().click()
    await tab.waitForSelector('#paper')
    expect(await quoted()).toBe('本季度')
    await open('#/facts?fact=quality_plan_issued&county=乌苏市')
    await tab.waitForSelector('#panel mark')
    expect(await tab.locator('#panel mark').allTextContents()).toEqual(['工业产品', '97%以上'])
    expect(await tab.locator('#panel').textContent()).toContain('说法不一')
  })

  it('offers practices near the scores, and opens each to its sentence', async () => {
    await open()
    await tab.getByRole('link', { name: '创新做法' }).click()
    expect(await rows()).toBe(1)
    expect(await tab.locator('#list tbody tr.row').textContent()).toContain('写明是新做法：试点、推行…二维码')
    await open('#/practices?new=no')
    expect(await rows()).toBe(0)
    await open('#/practices')
    await tab.locator('#list tbody tr.row').getByRole('link').click()
    await tab.waitForSelector('#paper')
    expect(await quoted()).toBe('一是由县市场监督管理局在下季度末前对3家滴灌带企业复检')
  })

  it('shows the very quote of each value where its link leads', async () => {
    await open()
    for (const value of result.values.slice(0, 10)) {
      const document = result.documents.find(({ file }) => file === value.file)
      await open(`#/doc/${document?.id}?at=${value.evidence.start}-${value.evidence.end}`)
      expect(await quoted()).toBe(value.evidence.quote)
    }
  })

  it('finds and filters values, and keeps the filter in the address', async () => {
    await open('#/values')
    await tab.selectOption('#filter-county', '沙湾县')
    await tab.selectOption('#filter-role', 'actual')
    expect(await rows()).toBe(result.values.filter(({ county, role }) => county === '沙湾县' && role === 'actual').length)
    await tab.fill('#q', '未发生')
    expect(await rows()).toBe(4)
    const kept = tab.url()
    await tab.goto('about:blank')
    await tab.goto(kept)
    expect(await rows()).toBe(4)
    await tab.locator('#list button.opener').first().click()
    expect(await tab.locator('#list .behind mark').first().textContent()).toBe('未发生特种设备事故')
    await tab.fill('#q', '没有这样的文字')
    expect(await tab.locator('.empty').textContent()).toContain('没有符合条件')
  })

  it('finds in full width what stands in half width', async () => {
    await open('#/values')
    await tab.fill('#q', '96%')
    const found = await rows()
    expect(found).toBeGreaterThan(0)
    await tab.fill('#q', '９６％')
    expect(await rows()).toBe(found)
  })

  it.each(['matrix', 'facts', 'files', 'values'])('keeps wide tables in their own box on a telephone: %s', async (path) => {
    await tab.setViewportSize({ width: 380, height: 800 })
    await open(`#/${path}`)
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBe(380)
    const words = tab.locator('#list tbody td:not(.tight, .number, .opener)')
    if ((await words.count()) > 0) expect((await words.first().boundingBox())?.width).toBeGreaterThan(150)
  })

  it('quotes each file of a finding that rests on two, and leads to either', async () => {
    await open('#/checks?kind=cross-document')
    await tab.locator('#list button.opener').first().click()
    const behind = tab.locator('#list .behind').first()
    expect(await behind.locator('mark').allTextContents()).toEqual(['92.3%', '97%以上'])
    const titles = await behind.locator('.source a[title]').evaluateAll((links) => links.map((link) => link.getAttribute('title')))
    expect(new Set(titles).size).toBe(2)
    await behind.getByRole('link', { name: '在原文中查看' }).last().click()
    await tab.waitForSelector('#paper')
    expect(await quoted()).toBe('97%以上')
    expect(await tab.locator('.side .found').first().textContent()).toContain('两个文件写法不同')
  })

  it('marks the figures of one sentence in it together', async () => {
    const [first] = result.checks
    const text = result.texts.find(({ file }) => file === first?.file)?.text ?? ''
    const evidence = ['合格率为', '92.3%'].map((quote) => {
      const start = text.indexOf(quote)
      return { quote, start, end: start + quote.length, block: first?.evidence[0]?.block ?? 0 }
    })
    const file = join(folder, 'report.html-one-sentence.html')
    const checks = [{ ...first, evidence: [...evidence].reverse() } as (typeof result.checks)[number]]
    writeFileSync(file, await reportPage({ ...result, checks }, { ...context, clientScript: await clientScript() }))
    await tab.goto(`${pathToFileURL(file).href}#/checks`)
    await tab.locator('#list button.opener').first().click()
    expect(await tab.locator('#list .behind blockquote').count()).toBe(1)
    expect(await tab.locator('#list .behind mark').allTextContents()).toEqual(['合格率为', '92.3%'])
  })

  it('shows long lists a page at a time', async () => {
    await open('#/values')
    expect(await rows()).toBe(50)
    await tab.getByRole('button', { name: '下一页' }).click()
    expect(await rows()).toBe(result.values.length - 50)
  })

  it('opens a verdict to the four criteria with their sentences and what is missing', async () => {
    await open('#/analysis?verdict=weak')
    await tab.locator('#list button.opener').first().click()
    const detail = tab.locator('#list .behind').first()
    expect(await detail.locator('h3').allTextContents()).toEqual(['对比分析 没有', '问题查找 套话', '原因分析 没有', '改进措施 口号'])
    expect(await detail.textContent()).toContain('措施没有责任单位和时限')
    expect(await detail.locator('mark').first().textContent()).toBe('滴灌带不合格')
  })

  it('shows a table with its merged cells, headers and notes apart, and every unexplained number marked', async () => {
    const document = result.documents.find(({ county, period }) => county === '乌苏市' && period === '2020-Q2')
    await open(`#/doc/${document?.id}`)
    expect(await tab.locator('#paper th[rowspan="2"]').textContent()).toBe('产品类别')
    expect(await tab.locator('#paper th[colspan="2"]').textContent()).toBe('监督抽查')
    expect(await tab.locator('#paper .is-unexplained').allTextContents()).toEqual(['74'])
    expect(await tab.locator('#paper footer').textContent()).toContain('乌苏市质量工作领导小组办公室')
  })

  it('shows both sides of a copied passage, the words that differ marked, and leads to either document', async () => {
    await open('#/copies')
    expect(await tab.locator('#main').textContent()).toContain('与本县市往期材料的雷同情况：无法评定')
    expect(await rows()).toBe(1)
    await tab.locator('#list button.opener').first().click()
    const detail = tab.locator('#list .behind').first()
    expect(await detail.locator('blockquote').allTextContents()).toEqual(
      Array(2).fill('一是由县市场监督管理局在下季度末前对3家滴灌带企业复检。'),
    )
    expect(await detail.locator('mark.is-changed').allTextContents()).toEqual(['3', '3'])
    expect(await detail.textContent()).toContain('只能说与其相同')
    await detail.getByRole('link', { name: '在原文中查看' }).last().click()
    await tab.waitForSelector('#paper')
    expect(await quoted()).toContain('对3家滴灌带企业复检')
    expect(await tab.locator('.crumbs').textContent()).toContain('乌苏市')
  })

  it('can be used from the keyboard alone', async () => {
    await open('#/matrix?period=2020-Q1')
    await tab.locator('button.figure').first().focus()
    await tab.keyboard.press('Enter')
    expect(await tab.evaluate('document.activeElement.id')).toBe('panel')
    await tab.keyboard.press('Escape')
    expect(await tab.locator('#panel').isVisible()).toBe(false)
    expect(await tab.evaluate('document.activeElement === document.querySelector("button.figure")')).toBe(true)
  })

  it('shows a board of verdicts, each opening to its criteria and these to their sentences and the letter', async () => {
    await open('#/analysis')
    const board = tab.locator('#board')
    expect(await board.locator('tbody tr').allTextContents()).toEqual([
      '乌苏市合格合格合格合格',
      '沙湾县待复核待复核待复核待复核',
      '托里县薄弱薄弱薄弱无法评定',
      '裕民县————',
    ])
    await board.getByRole('button', { name: '沙湾县2020年第二季度 待复核' }).click()
    const panel = tab.locator('#board-panel')
    expect(await panel.getByRole('link', { name: '反馈意见函' }).getAttribute('href')).toBe(encodeURI('反馈意见/沙湾县-2020-Q2.docx'))
    const comparison = panel.locator('details').first()
    expect(await comparison.locator('mark').first().isVisible()).toBe(false)
    await comparison.locator('summary').click()
    expect(await comparison.locator('mark').allTextContents()).toEqual(['较上季度', '不低于91%的目标'])
    expect(await comparison.textContent()).toContain('只有与上季度的对比')
    await panel.getByRole('button', { name: '关闭' }).click()
    expect(await panel.isVisible()).toBe(false)
    await board.getByRole('button', { name: '乌苏市2020年第一季度 合格' }).click()
    expect(await panel.getByRole('link', { name: '反馈意见函' }).count()).toBe(0)
  })

  it('shows one report to its writer: the judgement, what changed since the version before, and what was not looked at', async () => {
    const [assessment] = result.assessments.filter(({ county }) => county === '沙湾县')
    const own = <Line extends { readonly file: string }>(lines: readonly Line[]): Line[] =>
      lines.filter(({ file }) => file === assessment?.file)
    const one = {
      ...result,
      documents: own(result.documents),
      values: own(result.values),
      achievements: [],
      facts: [],
      practices: [],
      assessments: own(result.assessments),
      checks: own(result.checks),
      texts: own(result.texts),
      revisions: [
        {
          file: assessment?.file ?? '',
          earlier: '上一稿.docx',
          deficiencies: [
            {
              about: 'causes' as const,
              said: '未说明原因',
              state: 'mended' as const,
              evidence: assessment?.criteria.causes.evidence ?? [],
            },
          ],
          figures: [{ name: '合格率', before: { quote: '94%', start: 0, end: 3, block: 0 }, after: null }],
        },
      ],
    }
    const file = join(folder, 'report.html-one.html')
    writeFileSync(
      file,
      await reportPage(one, { ...context, clientScript: await clientScript(), selfCheck: { unseen: ['与上级文件的雷同情况'] } }),
    )
    await tab.goto(pathToFileURL(file).href)
    await tab.waitForSelector('h1')
    const main = (await tab.locator('main').textContent()) ?? ''
    for (const words of [
      '报送前自查',
      '建议改好再报',
      '已改',
      '原因分析：未说明原因',
      '94% → （已删去）',
      '没有检查，不等于没有问题',
      '与上级文件的雷同情况',
    ])
      expect(main).toContain(words)
    expect(await tab.getByRole('link', { name: '总览' }).count()).toBe(0)
  })

  it('says so where a run found nothing', async () => {
    const nothing = {
      documents: [],
      values: [],
      achievements: [],
      facts: [],
      practices: [],
      earlier: [],
      assessments: [],
      checks: [],
      copies: [],
      revisions: [],
      terms: [],
      texts: [],
    }
    const file = join(folder, 'report.html-empty.html')
    writeFileSync(file, await reportPage(nothing, { ...context, clientScript: await clientScript() }))
    for (const path of ['', '#/matrix', '#/analysis', '#/checks', '#/achievements', '#/values', '#/files', '#/doc/none']) {
      await tab.goto('about:blank')
      await tab.goto(pathToFileURL(file).href + path)
      await tab.waitForSelector('h1')
      expect(await tab.locator('main').textContent()).toMatch(path === '' ? /尚未收到/u : /没有/u)
    }
  })

  it('shows hostile text as text', async () => {
    await open('#/values')
    await tab.fill('#q', 'window.harmed')
    expect(await rows()).toBe(1)
    expect(await tab.locator('#list tbody tr').first().textContent()).toContain(hostile)
    await tab.locator('#list button.opener').first().click()
    await tab.locator('.behind').getByRole('link', { name: '在原文中查看' }).click()
    await tab.waitForSelector('#paper')
    expect(await tab.locator('#paper').textContent()).toContain(hostile)
    expect(await quoted()).toBe('96%')
    for (const path of [
      '',
      '#/files',
      '#/matrix?period=<img src=x onerror="window.harmed=1">',
      `#/doc/${encodeURIComponent(hostile)}`,
      '#/%E0%A4%A',
    ])
      await open(path)
  })
})
