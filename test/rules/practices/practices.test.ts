/** What is offered to the writer of the bulletin, by its example table (corpus/examples/practice.yaml). */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { structure } from '../../../extractors/language/structure.ts'
import { createPracticeFinder } from '../../../rules/practices/find-practices.ts'
import { readExamples, unmark } from '../../support/examples.ts'
import { identityOf, lexicon, textDocument } from '../../support/text-document.ts'

const Row = z.strictObject({
  title: z.string().default('乌苏市2020年质量工作总结'),
  tells: z.array(z.strictObject({ text: z.string(), signs: z.array(z.string()), saysNew: z.boolean() })).default([]),
  /** Offered whole, whatever the signs. */
  told: z.array(z.string()).default([]),
  silent: z.array(z.string()),
})
const rows = z.array(Row).parse(readExamples('practice'))
const find = createPracticeFinder(lexicon)

function found(title: string, text: string) {
  const { text: plain, marks } = unmark(`${title}\n一、工作情况\n${text}`)
  const document = textDocument(plain)
  return { plain, marks, practices: find({ document, identity: identityOf(document), structure: structure(document) }) }
}

describe.each(rows)('in $title', ({ title, tells, told, silent }) => {
  it.each(tells)('offers $text', ({ text, signs, saysNew }) => {
    const { plain, marks, practices } = found(title, text)
    expect(practices.map((each) => [each.evidence.quote, each.signs, each.saysNew])).toEqual([
      [plain.slice(marks[0]?.start, marks[0]?.end), signs, saysNew],
    ])
  })

  it.each(told)('finds %s', (text) => {
    expect(found(title, text).practices.map(({ evidence }) => evidence.quote)).toEqual([text.slice(0, -1)])
  })

  it.each(silent)('passes over %s', (text) => {
    expect(found(title, text).practices).toEqual([])
  })
})
