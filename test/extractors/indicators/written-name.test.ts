import { expect, it } from 'vitest'
import { z } from 'zod'
import { createNamer } from '../../../extractors/indicators/written-name.ts'
import { readExamples, unmark } from '../../support/examples.ts'
import { lexicon, tableDocument, textDocument, valuesOf } from '../../support/text-document.ts'

const rows = z.array(z.strictObject({ text: z.string(), names: z.array(z.string()) })).parse(readExamples('names'))
const named = createNamer(lexicon)
const TITLE = '乌苏市2020年第三季度质量状况分析报告\n'

it.each(rows.map(({ text, names }) => [text, names] as const))('%s', (marked, names) => {
  const { text, marks } = unmark(marked)
  const document = textDocument(TITLE + text)
  const values = named(document.text, valuesOf(document).values)
  const at = (start: number): string | undefined => values.find(({ evidence }) => evidence.start === TITLE.length + start)?.name
  expect(marks.map(({ start }) => at(start))).toEqual(names)
})

it('leaves unit, time and side out of a name in a table', () => {
  const document = tableDocument('乌苏市2020年第三季度质量状况分析报告', '表1 主要数据', [
    ['项目', '一季度', '二季度', '三季度'],
    ['受监工程（项）', '12', '58', '71'],
    ['工程质量投诉（件）', '4', '9', '11'],
  ])
  const { values } = valuesOf(document)
  const names = new Set(named(document.text, values).map(({ name }) => name))
  expect(names).toEqual(new Set(['受监工程', '工程质量投诉件数']))
})

it('keeps the place of every value and the name of every indicator', () => {
  const document = textDocument(`${TITLE}食品抽检合格率98.2%，抽检药品40批次。`)
  const { values } = valuesOf(document)
  const after = named(document.text, values)
  expect(after.map(({ evidence, indicator, value }) => [evidence, indicator, value])).toEqual(
    values.map(({ evidence, indicator, value }) => [evidence, indicator, value]),
  )
  expect(after.find(({ indicator }) => indicator === 'food_supervision_pass_rate')?.name).toBe('食品安全监督抽检合格率')
})
