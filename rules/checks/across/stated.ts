/**
 * What each document says of each thing: county, period, indicator, part and unit. A document that says several things of one is not held against others.
 *
 * A level of an earlier period counts where it stands beside the document's own level (较上季度的89.4%); a level of a period still to come is misread.
 */
import type { Value } from '../../../extractors/indicators/value.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../../extractors/lexicon.ts'
import { readPeriods } from '../../../extractors/quantities/period.ts'
import { agreement, isExact } from '../agree.ts'
import { perLexicon } from '../check.ts'
import { plainStatement } from '../statement.ts'
import type { Comparable } from './comparable.ts'

export interface Stated {
  readonly source: Comparable
  /** The most exact of what the document says plainly. */
  readonly value: Value
  /** All that was read of this thing in the document, by the way too. */
  readonly all: readonly Value[]
}

/** By thing, the documents in their order. */
export type StatedThings = ReadonlyMap<string, readonly Stated[]>

const specificName = perLexicon((lexicon) => {
  const unspecific = new RegExp(wordPattern(cue(lexicon, 'unspecific-names')), 'gu')
  return (name: string): string | null => {
    let rest = name
    for (const { span } of readPeriods(name, 2000).reverse()) rest = rest.slice(0, span.start) + rest.slice(span.end)
    return rest.replace(unspecific, '').length >= 2 ? rest : null
  }
})

export function statedThings(sources: readonly Comparable[], lexicon: Lexicon): StatedThings {
  const things = new Map<string, Stated[]>()
  for (const source of sources) {
    for (const [key, { all, plain }] of ofDocument(source, lexicon)) {
      const value = plain.find(isExact) ?? plain[0]
      if (value === undefined || plain.some((other) => agreement(value, other) === 'apart')) continue
      const known = things.get(key)
      if (known) known.push({ source, value, all })
      else things.set(key, [{ source, value, all }])
    }
  }
  return things
}

interface Readings {
  readonly all: Value[]
  readonly plain: Value[]
}

function ofDocument(source: Comparable, lexicon: Lexicon): Map<string, Readings> {
  const { document, period } = source
  const isPlain = plainStatement(lexicon)
  const found = new Map<string, Readings>()
  const { values } = document
  for (const [index, value] of values.entries()) {
    const key = keyOf(value, source, lexicon)
    if (key === null) continue
    const readings = found.get(key) ?? { all: [], plain: [] }
    found.set(key, readings)
    readings.all.push(value)
    const beside = [values[index - 1], values[index + 1]].some((other) => isBeside(value, other) && isPlain(other, document.text))
    if (value.role === 'actual' ? isPlain(value, document.text) : value.evidence.cell !== undefined || beside)
      if (source.isPeriodCertain || value.period !== period) readings.plain.push(value)
  }
  return found
}

const isBeside = (value: Value, other: Value | undefined): other is Value =>
  other?.role === 'actual' && other.indicator === value.indicator && other.evidence.block === value.evidence.block

function keyOf(value: Value, { county, period: now }: Comparable, lexicon: Lexicon): string | null {
  const { indicator, name, breakdown, role, basis, period, unit } = value
  if (period === null || period.slice(0, 4) > now.slice(0, 4) || (period.length === now.length && period > now)) return null
  if (!lexicon.regions.counties.some(({ id, names }) => id === county && names.some((entry) => entry.name === value.county))) return null
  if (role !== 'actual' && !(role === 'reference' && (basis === 'yoy' || basis === 'qoq'))) return null
  const thing = indicator ?? specificName(lexicon)(name)
  return thing === null ? null : JSON.stringify([county, period, thing, breakdown, unit])
}
