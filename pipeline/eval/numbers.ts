/**
 * The ledger held against the gold: a number that the gold calls structural must not be part of a value, nor be left unexplained; one that the gold calls
 * part of a value must not be filed as structural. Without this, misses could hide as dates and names.
 */
import type { RunResult } from '../../reports/contract/records.ts'
import type { Difference } from './differences.ts'
import type { EvaluationPart } from './evaluate.ts'
import { share } from './figures.ts'
import type { Gold } from './gold.ts'

type Fate = 'value' | 'structural' | 'unexplained' | 'none'

export function scoreNumbers(result: RunResult, gold: Gold): EvaluationPart {
  const fateOf = createFates(result)
  const structural = gold.structural.flatMap(({ file, quote, number }) => {
    const fate = fateOf(file, quote, number)
    return fate === null ? [] : [{ file, quote, number, fate }]
  })
  const values = gold.values.flatMap(({ file, quote }) => {
    const digits = /[0-9０-９][0-9０-９.．,，]*/u.exec(quote)?.[0]
    const fate = digits === undefined ? null : fateOf(file, quote, digits)
    return fate === null ? [] : [{ file, quote, fate }]
  })
  const hits = structural.filter(({ fate }) => fate === 'structural' || fate === 'none')
  const hidden = values.filter(({ fate }) => fate === 'structural')
  const wrong = (file: string, quote: string, what: string): Difference => ({ of: 'number', fault: 'wrong', file, quote, what })
  return {
    figures: {},
    shares: {
      'numbers.structural': share(hits.length, structural.length),
      'numbers.notHidden': share(values.length - hidden.length, values.length),
    },
    differences: [
      ...structural
        .filter(({ fate }) => fate === 'value' || fate === 'unexplained')
        .map(({ file, quote, number, fate }) => wrong(file, quote, `结构性数字 ${number} → ${fate === 'value' ? '指标值' : '未解释'}`)),
      ...hidden.map(({ file, quote }) => wrong(file, quote, '指标值 → 结构性数字')),
    ],
  }
}

/** What became of a number within a quote; null where the quote does not stand in the text as it is, or more than once. */
function createFates({ texts, values }: RunResult): (file: string, quote: string, number: string) => Fate | null {
  const byFile = new Map(texts.map((text) => [text.file, text]))
  return (file, quote, number) => {
    const text = byFile.get(file)
    const at = text?.text.indexOf(quote) ?? -1
    if (!text || at < 0 || text.text.indexOf(quote, at + 1) >= 0) return null
    const start = at + Math.max(0, quote.indexOf(number))
    const end = start + number.length
    const overlaps = (place: { readonly start: number; readonly end: number }): boolean => place.start < end && start < place.end
    if (values.some((value) => value.file === file && overlaps(value.evidence))) return 'value'
    if (text.structural.some(overlaps)) return 'structural'
    return text.unexplained.some(overlaps) ? 'unexplained' : 'none'
  }
}
