/**
 * What each document says of each thing: county, period, indicator, part and unit. A document that says several things of one is not held against others.
 *
 * A level of an earlier period counts where it stands beside the document's own level (较上季度的89.4%); a level of a period still to come is misread.
 */
import type { Value } from '../../../extractors/indicators/value.ts'
import { cue, type Lexicon } from '../../../extractors/lexicon.ts'
import { agreement, isExact } from '../agree.ts'
import { specificName } from '../specific-name.ts'
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

export function statedThings(sources: readonly Comparable[], lexicon: Lexicon): StatedThings {
  const additive = new Set(cue(lexicon, 'adding-units'))
  const read = new Map<string, Map<Comparable, number[]>>()
  for (const source of sources)
    for (const [index, value] of source.document.values.entries()) {
      const key = keyOf(value, source, lexicon)
      if (key !== null) placesOf(read, key, source).push(index)
    }
  const things = new Map<string, Stated[]>()
  for (const [key, bySource] of read) {
    // What one document alone states is held against nothing, but quarters that are added.
    if (bySource.size < 2 && ![...bySource].some(([{ document }, [first = 0]]) => additive.has(document.values[first]?.unit ?? '')))
      continue
    const stated = [...bySource].flatMap(([source, places]) => ofDocument(source, places, lexicon) ?? [])
    if (stated.length > 0) things.set(key, stated)
  }
  return things
}

function placesOf(read: Map<string, Map<Comparable, number[]>>, key: string, source: Comparable): number[] {
  const bySource = read.get(key) ?? new Map<Comparable, number[]>()
  read.set(key, bySource)
  const places = bySource.get(source) ?? []
  bySource.set(source, places)
  return places
}

/** What a document says of one thing, of which it holds the values at `places`; null where it says nothing plainly, or several things. */
function ofDocument(source: Comparable, places: readonly number[], lexicon: Lexicon): Stated | null {
  const { values, text } = source.document
  const isPlain = plainStatement(lexicon)
  const at = (place: number): Value[] => values.slice(place, place + 1)
  const plain = places
    .filter((place) =>
      at(place).some((value) => {
        if (!source.isPeriodCertain && value.period === source.period) return false
        if (value.role === 'actual') return isPlain(value, text)
        return (
          value.evidence.cell !== undefined ||
          [place - 1, place + 1].some((other) => at(other).some((level) => isBeside(value, level) && isPlain(level, text)))
        )
      }),
    )
    .flatMap(at)
  const value = plain.find(isExact) ?? plain[0]
  if (value === undefined || plain.some((other) => agreement(value, other) === 'apart')) return null
  return { source, value, all: places.flatMap(at) }
}

const isBeside = (value: Value, other: Value): boolean =>
  other.role === 'actual' && other.indicator === value.indicator && other.evidence.block === value.evidence.block

function keyOf(value: Value, { county, period: now }: Comparable, lexicon: Lexicon): string | null {
  const { indicator, name, breakdown, role, basis, period, unit } = value
  if (period === null || period.slice(0, 4) > now.slice(0, 4) || (period.length === now.length && period > now)) return null
  if (!lexicon.regions.counties.some(({ id, names }) => id === county && names.some((entry) => entry.name === value.county))) return null
  if (role !== 'actual' && !(role === 'reference' && (basis === 'yoy' || basis === 'qoq'))) return null
  const thing = indicator ?? specificName(lexicon)(name)
  return thing === null ? null : JSON.stringify([county, period, thing, breakdown, unit])
}
