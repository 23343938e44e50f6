import { describe, expect, it } from 'vitest'
import { unmark } from '../support/examples.ts'
import { lexicon, textDocument, valuesOf } from '../support/text-document.ts'

/** The indicators that are read at the place marked in a sentence. */
function indicatorsAt(marked: string): (string | null)[] {
  const { text, marks } = unmark(marked)
  const document = textDocument(text)
  return valuesOf(document)
    .values.filter(({ evidence }) => marks.some(({ start, end }) => evidence.start < end && evidence.end > start))
    .map(({ indicator }) => indicator)
}

describe('an entry of the lexicon fires on its own examples, and not on its near misses', () => {
  for (const { id, examples } of lexicon.indicators) {
    it(`${id} has an example and a near miss`, () => {
      expect([examples.match.length > 0, examples.miss.length > 0]).toEqual([true, true])
      for (const text of [...examples.match, ...examples.miss]) expect(unmark(text).marks).toHaveLength(1)
    })
    it.each(examples.match)(`${id}: %s`, (text) => {
      expect(indicatorsAt(text)).toContain(id)
    })
    it.each(examples.miss)(`${id} not: %s`, (text) => {
      expect(indicatorsAt(text)).not.toContain(id)
    })
  }
})
