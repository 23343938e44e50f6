/** Tables by their example rows (corpus/examples/table.yaml): what is read in a cell, and the slips that the other cells show. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { readExamples } from '../../support/examples.ts'
import { identityOf, lexicon, tableDocument, valuesOf } from '../../support/text-document.ts'

const Row = z.strictObject({
  about: z.string(),
  title: z.string().default('乌苏市2020年第三季度质量状况分析报告'),
  caption: z.string().default('表1 有关数据'),
  rows: z.array(z.string()),
  values: z.record(z.string(), z.string()).optional(),
  slips: z.array(z.string()).optional(),
})
const rows = z.array(Row).parse(readExamples('table'))
const check = createChecker(lexicon)

const documentOf = ({ title, caption, rows: lines }: z.infer<typeof Row>) =>
  tableDocument(
    title,
    caption,
    lines.map((line) => line.split('|').map((cell) => cell.trim())),
  )

describe('the cells of a table', () => {
  it.each(rows.filter(({ values }) => values !== undefined))('are read: $about', (row) => {
    const read = new Map(valuesOf(documentOf(row)).values.map((value) => [value.evidence.cell?.split('!')[1], value]))
    for (const [cell, expected] of Object.entries(row.values ?? {})) {
      const value = read.get(cell)
      const said = value && [value.role, `${value.value}${value.unit}`, value.basis, value.period, value.county, value.indicator]
      const [role, figure, ...others] = expected.split(' ')
      expect(said?.slice(0, 2), cell).toEqual([role, figure])
      expect(said?.slice(2), cell).toEqual(expect.arrayContaining(others))
    }
  })

  it.each(rows.filter(({ slips }) => slips !== undefined))('are held against each other: $about', (row) => {
    const document = documentOf(row)
    const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
    expect(found.map(({ kind, recomputed, evidence }) => `${evidence[0]?.cell?.split('!')[1]} ${kind} ${recomputed}`)).toEqual(row.slips)
  })
})
