import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import { check } from '../../pipeline/check.ts'
import { builtWorker, createWorkspace } from '../support/workspace.ts'

const head = '沙湾县2020年第三季度质量状况分析报告\n\n一、总体情况\n'
const earlier = `${head}本季度抽查工业产品62批次，合格55批次，合格率89.7%，较上年同期的88.5%提高1.2个百分点。投诉办结率98%。\n二、存在问题\n个别单位对质量工作重视程度不够。\n三、下一步措施\n进一步提高认识，加强领导。\n`
const later = `${head}本季度抽查工业产品62批次，合格55批次，合格率88.7%，较上年同期的88.5%提高0.2个百分点。投诉办结率96%。\n二、存在问题\n建材抽查20批次，不合格4批次，主要是水泥砖抗压强度不达标，原因是两家企业更换了水泥供应商。\n三、下一步措施\n进一步提高认识，加强领导。\n`

const ORDER = ['changed', 'new', 'gone']

async function compared(before: string, after: string) {
  const workspace = createWorkspace({ '上一稿.txt': before, '这一稿.txt': after })
  try {
    return await check({
      path: workspace.path('这一稿.txt'),
      previous: workspace.path('上一稿.txt'),
      kind: null,
      limits: defaultLimits,
      workerFile: builtWorker,
    })
  } finally {
    workspace.remove()
  }
}

describe('a report that comes in again', () => {
  it('tells of each shortcoming whether it was mended, and lists the figures that changed and no others', async () => {
    const { result, notCompared } = await compared(earlier, later)
    expect(notCompared).toBeNull()
    const [revision] = result.revisions
    const states = Object.fromEntries((revision?.deficiencies ?? []).map(({ about, state }) => [about, state]))
    expect(states).toMatchObject({ problems: 'mended', causes: 'mended', measures: 'unmended', finding: 'mended' })
    const figures = (revision?.figures ?? []).map(({ before, after }) => `${before?.quote ?? ''}→${after?.quote ?? ''}`)
    expect(figures).toEqual(expect.arrayContaining(['89.7%→88.7%', '98%→96%']))
    expect(figures.join()).not.toMatch(/62批次|55批次|88\.5%/u)
    const kinds = (revision?.figures ?? []).map(({ before, after }) => (before === null ? 'new' : after === null ? 'gone' : 'changed'))
    expect(kinds).toEqual([...kinds].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)))
    expect(new Set(kinds)).toEqual(new Set(ORDER.slice(0, 2)))
    expect(revision?.figures.find(({ after }) => after?.quote === '0.2个百分点')?.name).toMatch(/（同比变化）$/u)
  })

  it('leaves all unmended where nothing changed', async () => {
    const { result } = await compared(earlier, earlier)
    expect(result.revisions[0]?.figures).toEqual([])
    expect(result.revisions[0]?.deficiencies.every(({ state }) => state === 'unmended')).toBe(true)
    expect(result.revisions[0]?.deficiencies.length).toBeGreaterThan(2)
  })

  it('is not held against the report of another county or period', async () => {
    const { notCompared } = await compared(earlier.replaceAll('沙湾县', '裕民县'), later)
    expect(notCompared).toContain('上一稿是裕民县的')
    expect(notCompared).toContain('请用 --previous 指定沙湾县同一期报告的上一稿')
    const other = await compared(earlier.replaceAll('第三季度', '第二季度'), later)
    expect(other.notCompared).toContain('2020年第二季度')
    expect(other.result.revisions).toEqual([])
  })

  it('tells whether what was copied from a superior document was rewritten', async () => {
    const notice =
      '各县市要聚焦重点产品、重点行业和重点区域，组织开展建材、农资、食品相关产品质量安全隐患排查治理，对不合格产品生产企业逐家建立整改台账，限期整改到位并组织复查，复查仍不合格的依法吊销许可。'
    const workspace = createWorkspace({
      '上级/通知.txt': `关于做好2020年质量工作的通知\n\n${notice}\n`,
      '上一稿.txt': `${head}${notice}\n`,
      '这一稿.txt': later,
    })
    try {
      const sources = { superior: workspace.path('上级'), history: null, demonstration: false }
      const options = { kind: null, limits: defaultLimits, workerFile: builtWorker, sources }
      const { result } = await check({ ...options, path: workspace.path('这一稿.txt'), previous: workspace.path('上一稿.txt') })
      expect(result.revisions[0]?.deficiencies.find(({ about }) => about === 'copying')?.state).toBe('mended')
      const again = await check({ ...options, path: workspace.path('上一稿.txt'), previous: workspace.path('上一稿.txt') })
      expect(again.result.revisions[0]?.deficiencies.find(({ about }) => about === 'copying')?.state).toBe('unmended')
    } finally {
      workspace.remove()
    }
  })
})
