import { describe, expect, it } from 'vitest'
import { uncountedRemarks } from '../../reports/counted.ts'
import { byCopyingWords } from '../../reports/verdict-words.ts'
import { copyWords, differenceWords, sameAsWords } from '../../reports/wording.ts'
import { result } from '../support/run-result.ts'

const pass = result.assessments.find(({ verdict }) => verdict === 'pass')
if (pass === undefined) throw new Error('no pass')

describe('what is said of a verdict', () => {
  it('names the copied share where the criteria alone would have made another', () => {
    expect(byCopyingWords({ ...pass, verdict: 'weak', copying: { share: 0.63 } })).toBe('只看四项要求为合格，因雷同占正文 63% 评为薄弱。')
    expect(byCopyingWords({ ...pass, verdict: 'review', copying: { share: 0.3 } })).toContain('评为待复核')
    expect(byCopyingWords({ ...pass, copying: { share: 0.2 } })).toBe('')
  })

  it('counts what was set aside because it was copied', () => {
    const evidence = pass.criteria.problems.evidence[0]
    if (evidence === undefined) throw new Error('no problem')
    const problems = { ...pass.criteria.problems, rejected: [{ evidence, reason: 'copied' as const }] }
    expect(byCopyingWords({ ...pass, criteria: { ...pass.criteria, problems } })).toContain('没有计入：问题查找 1 处')
  })
})

describe('what is said of an equal passage', () => {
  it('is 抄自 of an older source, and 与…相同 of any other', () => {
    expect(sameAsWords('earlier', '上级文件“通知”')).toBe('抄自上级文件“通知”')
    for (const order of ['same-date', 'unknown'] as const) {
      expect(sameAsWords(order, '某报告')).toBe('与某报告相同')
      expect(copyWords(order)).not.toContain('抄')
    }
  })

  it('names each kind of difference once', () => expect(differenceWords(['place', 'number', 'number'])).toBe('数字、地名'))
})

it('a file that the scheme counts and nobody sent is told', () => {
  const letters = { days: 10, nameOtherCounties: false, counted: [pass.file, '托里县/没有这份.docx'] }
  const remarks = uncountedRemarks(result.documents, { letters })
  expect(remarks).toHaveLength(1)
  expect(remarks[0]).toContain('“托里县/没有这份.docx”')
})
