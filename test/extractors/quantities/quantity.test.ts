import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toSource } from '../../../extractors/document.ts'
import { fold } from '../../../extractors/language/fold.ts'
import { createQuantityReader } from '../../../extractors/quantities/quantity.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { readExamples, unmark } from '../../support/examples.ts'

const Row = z.union([
  z.strictObject({
    value: z.strictObject({ value: z.number(), upper: z.number().optional(), unit: z.string(), comparator: z.string() }),
    texts: z.array(z.string()),
  }),
  z.strictObject({ nothing: z.array(z.string()) }),
])
const rows = z.array(Row).parse(readExamples('quantity'))
const read = createQuantityReader(loadKnowledge().lexicon)

function quantitiesIn(text: string) {
  const folded = fold(text)
  return read(folded.text).quantities.map(({ value, upper, unit, comparator, span }) => ({
    ...toSource(folded, span),
    value,
    ...(upper === undefined ? {} : { upper }),
    unit,
    comparator,
  }))
}

describe('a quantity is read with its value, unit and comparator, at its exact place', () => {
  for (const row of rows)
    if ('texts' in row)
      for (const marked of row.texts)
        it(marked, () => {
          const { text, marks } = unmark(marked)
          expect(quantitiesIn(text)).toEqual([{ ...marks[0], ...row.value }])
        })
})

describe('what only looks like a number of something is no quantity', () => {
  for (const row of rows)
    if ('nothing' in row)
      for (const text of row.nothing)
        it(text, () => {
          expect(quantitiesIn(text).filter(({ unit }) => unit !== '')).toEqual([])
        })
})

it('reading a quote again gives its value', () => {
  const texts = rows.flatMap((row) => ('texts' in row ? row.texts : []))
  for (const marked of texts) {
    const { text } = unmark(marked)
    for (const { start, end, value, unit } of quantitiesIn(text)) {
      const again = quantitiesIn(text.slice(start, end))
      // A rank or a bound by its context (的目标) is read with the words around it; its number and unit stand in the quote.
      if (unit !== '位') expect(again.map((quantity) => [quantity.value, quantity.unit])).toEqual([[value, unit]])
    }
  }
})
