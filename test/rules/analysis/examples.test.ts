/** The criteria by their example table (corpus/examples/analysis.yaml). */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Criteria } from '../../../rules/analysis/assessment.ts'
import { readExamples, unmark } from '../../support/examples.ts'
import { judgeText } from '../../support/judge-text.ts'

const Row = z.strictObject({
  criterion: z.enum(['comparison', 'problems', 'causes', 'measures']),
  level: z.string(),
  texts: z.array(z.string()),
})
const TITLE = '乌苏市2020年第三季度质量状况分析报告'
const rows = z.array(Row).parse(readExamples('analysis'))

function criterionOf(text: string, name: keyof Criteria) {
  const { document, assessment } = judgeText(`${TITLE}\n${text}`)
  return { document, criterion: assessment.criteria[name] }
}

describe.each(rows)('$criterion is $level', ({ criterion: name, level, texts }) => {
  it.each(texts)('%s', (marked) => {
    const { text, marks } = unmark(marked)
    const { document, criterion } = criterionOf(text, name)
    expect(criterion.level).toBe(level)
    expect(criterion.evidence.map(({ quote }) => quote)).toEqual(marks.map(({ start, end }) => text.slice(start, end)))
    for (const { quote, start, end } of criterion.evidence) expect(document.text.slice(start, end)).toBe(quote)
  })
})
