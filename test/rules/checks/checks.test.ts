/** The checks by their example table (corpus/examples/checks.yaml): each slip is found, with its claim and what it should be; what holds is left in peace. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { readExamples, unmark } from '../../support/examples.ts'
import { identityOf, lexicon, textDocument, valuesOf } from '../../support/text-document.ts'

const place = { title: z.string().optional(), file: z.string().optional() }
const Held = z.union([z.string().transform((text) => ({ text })), z.strictObject({ ...place, text: z.string() })])
const Row = z.strictObject({
  kind: z.string(),
  slips: z.array(
    z.strictObject({
      ...place,
      text: z.string(),
      recomputed: z.union([z.number(), z.string()]),
      /** What the document says and what its figures say, in words. */
      words: z.strictObject({ claimed: z.string(), recomputed: z.string() }).optional(),
    }),
  ),
  holds: z.array(Held),
})
const rows = z.array(Row).parse(readExamples('checks'))
const check = createChecker(lexicon)

interface Case {
  readonly title?: string | undefined
  readonly file?: string | undefined
  readonly text: string
}

function findings({ title = '乌苏市2020年第三季度质量状况分析报告', file, text }: Case) {
  const { text: plain, marks } = unmark(`${title}\n${text}`)
  const document = textDocument(plain, file)
  const found = check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values })
  return { document, plain, marks, found }
}

describe.each(rows)('$kind', ({ kind, slips, holds }) => {
  it('has a dozen examples', () => {
    expect(slips.length + holds.length).toBeGreaterThanOrEqual(12)
  })

  it.each(slips)('finds the slip in $text', ({ recomputed, words, ...given }) => {
    const { document, plain, marks, found } = findings(given)
    expect(found.map((finding) => [finding.kind, finding.recomputed])).toEqual([[kind, recomputed]])
    const claim = found[0]?.evidence[0]
    expect(claim?.quote).toBe(plain.slice(marks[0]?.start, marks[0]?.end))
    for (const { quote, start, end } of found[0]?.evidence ?? []) expect(document.text.slice(start, end)).toBe(quote)
    if (words !== undefined) expect(found[0]?.words).toEqual(words)
    expect(found[0]?.message).toContain('请核对')
  })

  it.each(holds)('says nothing of $text', (given) => {
    expect(findings(given).found.map(({ message }) => message)).toEqual([])
  })
})
