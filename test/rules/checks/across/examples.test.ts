/** The checks over all documents by their example table (corpus/examples/checks-across.yaml), read as a run reads them. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ComparedDocument } from '../../../../rules/checks/across/compared-document.ts'
import { checkAcross } from '../../../../rules/checks/across/index.ts'
import { readExamples, unmark } from '../../../support/examples.ts'
import { identityOf, lexicon, textDocument, valuesOf } from '../../../support/text-document.ts'

const Given = z.strictObject({ title: z.string(), text: z.string(), history: z.boolean().optional() })
const Table = z.strictObject({
  slips: z.array(z.strictObject({ says: z.string(), recomputed: z.number(), documents: z.array(Given) })),
  holds: z.array(z.strictObject({ says: z.string(), documents: z.array(Given) })),
})
const { slips, holds } = Table.parse(readExamples('checks-across'))

function read({ title, text, history }: z.infer<typeof Given>): ComparedDocument {
  const file = `${history ? 'history:' : ''}${title}.docx`
  const document = textDocument(`${title}\n${unmark(text).text}`, file)
  const values = valuesOf(document).values.map((value, index) => ({ ...value, id: `${file}${index}` }))
  return { ...identityOf(document), file, submitted: history !== true, values, achievements: [], text: document }
}

const found = (documents: readonly z.infer<typeof Given>[]) => checkAcross(documents.map(read), lexicon)

describe('a claim that another document does not bear out', () => {
  it.each(slips)('is found: $says', ({ documents, recomputed }) => {
    const [finding, ...others] = found(documents)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind: 'cross-document', recomputed })
    const claimed = documents.flatMap((given) => {
      const { text, marks } = unmark(given.text)
      return marks.map(({ start, end }) => [`${given.title}.docx`, text.slice(start, end)])
    })
    const [claim, ...rest] = finding?.evidence ?? []
    expect([[finding?.file, claim?.quote]]).toEqual(claimed)
    // What it rests on stands in another document, and is quoted from it.
    expect(rest.some(({ file }) => file !== undefined && file !== finding?.file)).toBe(true)
  })
})

describe('documents that agree, or speak of different things', () => {
  it.each(holds)('are left in peace: $says', ({ documents }) => {
    expect(found(documents).map(({ message }) => message)).toEqual([])
  })
})
