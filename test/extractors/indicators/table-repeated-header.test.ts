/** A table over several pages, whose header the file repeats on each. */
import { expect, it } from 'vitest'
import { assemble } from '../../../extractors/formats/assemble.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { lexicon, valuesOf } from '../../support/text-document.ts'

it('gives no values of the years that its repeated header names', () => {
  const rows = [
    ['指标', '2019', '2020'],
    ['食品监督抽检合格率（%）', '97.1', '98.2'],
    ['指标', '2019', '2020'],
    ['药品抽检合格率（%）', '99.0', '99.4'],
  ]
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({
      kind: 'table-cell' as const,
      text,
      origin: {},
      cell: { table: 1, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 || row === 2 },
    })),
  )
  const blocks = [{ kind: 'paragraph' as const, text: '乌苏市2020年质量状况分析报告', origin: {} }, ...cells]
  const reading = { format: 'pdf' as const, pages: 2, blocks, notices: [], incomplete: false }
  const { values, numbers } = valuesOf(assemble('报告.pdf', 'c'.repeat(64), reading, cue(lexicon, 'title-words')))
  expect(values.map(({ value, role }) => [value, role])).toEqual([
    [97.1, 'reference'],
    [98.2, 'actual'],
    [99, 'reference'],
    [99.4, 'actual'],
  ])
  expect(numbers.unexplained).toEqual([])
})
