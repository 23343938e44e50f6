/** The checks by their example table (corpus/examples/checks.yaml): each slip is found, with its claim and what it should be; what holds is left in peace. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { readExamples, unmark } from '../../support/examples.ts'
import { lexicon, textDocument, valuesOf } from '../../support/text-document.ts'

const Row = z.strictObject({
  kind: z.string(),
  slips: z.array(z.strictObject({ text: z.string(), recomputed: z.number() })),
  holds: z.array(z.string()),
})
const rows = z.array(Row).parse(readExamples('checks'))
const check = createChecker(lexicon)

function findings(text: string) {
  const document = textDocument(`乌苏市2020年第三季度质量状况分析报告\n${text}`)
  return { document, found: check({ document, structure: structure(document), values: valuesOf(document).values }) }
}

describe.each(rows)('$kind', ({ kind, slips, holds }) => {
  it.each(slips)('finds the slip in $text', ({ text, recomputed }) => {
    const { text: plain, marks } = unmark(text)
    const { document, found } = findings(plain)
    expect(found.map((finding) => [finding.kind, finding.recomputed])).toEqual([[kind, recomputed]])
    const claim = found[0]?.evidence[0]
    expect(claim?.quote).toBe(plain.slice(marks[0]?.start, marks[0]?.end))
    for (const { quote, start, end } of found[0]?.evidence ?? []) expect(document.text.slice(start, end)).toBe(quote)
    expect(found[0]?.message).toContain('请核对')
  })

  it.each(holds)('says nothing of %s', (text) => {
    expect(findings(text).found.map(({ message }) => message)).toEqual([])
  })
})
