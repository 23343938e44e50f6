/** A place in a document with its own words, as every file of the contract has it. */
import { z } from 'zod'

const text = z.string()
const name = z.string().min(1)
const count = z.int().nonnegative()

export const evidence = z
  .strictObject({
    quote: text.meta({ description: 'The document’s own text, cut at [start, end) in UTF-16 units' }),
    start: count,
    end: count,
    block: z.int().min(-1),
    file: z.exactOptional(name).meta({ description: 'Only where it is another file than the record’s' }),
    page: z.exactOptional(z.int().positive()),
    cell: z.exactOptional(name),
  })
  .refine(({ quote, start, end }) => quote.length === end - start, '引文的长度应与 start 至 end 相等')
