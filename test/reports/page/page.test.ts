import { createHash } from 'node:crypto'
import { inflateSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { page } from '../../../reports/page/page.ts'
import type { PageData, PageText } from '../../../reports/page/payload.ts'
import { context, hostile, result } from '../../support/run-result.ts'

const pageContext = { ...context, clientScript: 'document.title = "质鉴"' }
const html = await page(result, pageContext)

const held = (id: string): unknown => {
  const packed = html.match(new RegExp(`id="${id}">([A-Za-z0-9+/=]*)</script>`, 'u'))?.[1] ?? ''
  return JSON.parse(strFromU8(inflateSync(Buffer.from(packed, 'base64'))))
}

describe('the page', () => {
  it('is the same bytes when it is written again', async () => {
    expect(await page(result, pageContext)).toBe(html)
  })

  it('carries every record, and a text for every document that was read', () => {
    const data = held('data') as PageData
    expect(data.documents).toHaveLength(result.documents.length)
    expect(data.values).toHaveLength(result.values.length)
    const at = result.documents.findIndex(({ file }) => file === result.texts[3]?.file)
    expect((held(`text-${at}`) as PageText).text).toBe(result.texts[3]?.text)
  })

  it('says of each value whether it meets its target', () => {
    const { values } = held('data') as PageData
    expect(values.filter(({ met }) => met === 'unmet').map(({ value }) => value)).toEqual([90.2, 90.48])
    expect(values.find(({ name }) => name === '投诉办结率')?.met).toBeNull()
  })

  it('runs only the script and the style whose hashes it names, and loads nothing', () => {
    const policy = html.match(/Content-Security-Policy" content="([^"]*)"/u)?.[1] ?? ''
    const script = createHash('sha256').update(pageContext.clientScript).digest('base64')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'sha256-${script}';`)
    expect(policy).not.toMatch(/unsafe|https?:|\*/u)
    expect(html.replace(/<script[\s\S]*?<\/script>/gu, '')).not.toMatch(/https?:|src=|@import|url\(/u)
  })

  it('holds no text of a report as markup', async () => {
    expect(html).not.toContain('window.harmed')
    const named = await page(result, { ...pageContext, inputName: hostile })
    expect(named).not.toContain(hostile)
    expect(named.match(/<script/gu)).toHaveLength(html.match(/<script/gu)?.length ?? 0)
  })

  it('refuses a client script that would end its own element', async () => {
    await expect(page(result, { ...pageContext, clientScript: 'x = "</script>"' })).rejects.toThrow('end its script element')
    await expect(page(result, { ...pageContext, clientScript: 'x = "<!--"' })).rejects.toThrow('end its script element')
  })
})
