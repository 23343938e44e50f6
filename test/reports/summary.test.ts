import { describe, expect, it } from 'vitest'
import { terminalSummary } from '../../reports/summary.ts'
import { context, result } from '../support/run-result.ts'

const files = ['values.jsonl', '提取结果.xlsx', 'report.html', '反馈意见/乌苏市-2020-Q1.docx', '反馈意见/托里县-2020-Q1.docx']
const summaryContext = { ...context, outputName: '2020年报送材料-结果', files }
const summary = terminalSummary(result, summaryContext)

describe('the closing summary', () => {
  it('counts the files by what became of them', () => {
    expect(summary).toContain('文件 15 个：完整读取 11 个，部分读取 1 个，未能读取 1 个，重复 1 个（不重复计算），未纳入 1 个')
  })

  it('names each rejected and each partly read file with what to do', () => {
    expect(summary).toContain(
      '未能读取：\n  2020/托里县/第四季度/托里县2020年第四季度质量状况分析报告.pdf\n      文件已加密，请提供无密码版本',
    )
    expect(summary).toContain('只读出一部分：\n  2020/托里县/第二季度/托里县2020年第二季度质量状况分析报告.docx\n      第3页是图片')
  })

  it('says what each county has not sent, and does not call a rejected file missing', () => {
    expect(summary).toContain('  乌苏市：2020年工作总结\n')
    expect(summary).toContain('  托里县：2020年工作总结\n')
  })

  it('counts what was found and says what to open first', () => {
    expect(summary).toContain(`提取指标值 ${result.values.length} 条，质量成果 2 条，事实 3 条。`)
    expect(summary).toContain('分析评价：合格 4 份，待复核 4 份，薄弱 3 份。')
    expect(summary).toContain('核对：数字对不上 3 处（错误 2 处，提示 1 处）。')
    expect(summary).toContain('结果在：2020年报送材料-结果\n  report.html')
  })

  it('names what was written for a clerk to open, folders with how much they hold, and nothing else', () => {
    const [, made = ''] = summary.split('结果在：2020年报送材料-结果\n')
    expect(made.trimEnd().split('\n')).toEqual([
      '  report.html         先看这个：双击用浏览器打开，可逐条查看依据',
      '  提取结果.xlsx       全部数据表，供筛选、统计，也在这里填写复核意见',
      '  反馈意见/           2 件反馈意见函，给报告未达合格、或者材料须重新报送的县（市）',
    ])
  })

  it('passes nothing to the terminal that would steer it', () => {
    const [first] = result.documents
    if (first === undefined) throw new Error('no document')
    const hostile = { ...first, file: 'a\u001B[2Jb\n\u202Ec.pdf', status: 'rejected' as const, message: '\u0007坏' }
    const said = terminalSummary({ ...result, documents: [hostile] }, summaryContext)
    expect(said).toContain('  a�[2Jb��c.pdf\n      �坏')
  })

  it('says so when nothing is missing and nothing contradicts', () => {
    const nothing = terminalSummary({ ...result, checks: [] }, { ...summaryContext, scheme: { ...context.scheme, submissions: [] } })
    expect(nothing).toContain('应报材料均已收到。')
    expect(nothing).toContain('核对：未发现数字矛盾。')
  })
})
