/**
 * What each document says of each thing: whose it is, period, indicator, part and unit. A document that says several things of one is not held against
 * others.
 *
 * A level of an earlier period, of another county or of the prefecture counts where it stands beside the document's own level (较上季度的89.4%,
 * 低于托里县的94.5%); a level of a period still to come is misread.
 */
import type { Value } from '../../../extractors/indicators/value.ts'
import { cue, type Lexicon } from '../../../extractors/lexicon.ts'
import { agreement, isExact } from '../agree.ts'
import { sameThing } from '../check.ts'
import { plainStatement } from '../statement.ts'
import type { Comparable } from './comparable.ts'
import { owners } from './owner.ts'
import { standsInFrame } from './part-frame.ts'
import { thingName } from './thing-name.ts'

export interface Stated {
  readonly source: Comparable
  /** The most exact of what the document says plainly. */
  readonly value: Value
  /** All that was read of this thing in the document, by the way too. */
  readonly all: readonly Value[]
}

export interface StatedThings {
  readonly keys: () => Iterable<string>
  /** What the documents say of a thing, in their order. */
  readonly at: (key: string) => readonly Stated[]
  /** Whether more than one document speaks of it. */
  readonly isShared: (key: string) => boolean
}

/** How sure a value must be whose indicator the lexicon lacks. */
const BY_NAME = 0.9

export function statedThings(sources: readonly Comparable[], lexicon: Lexicon): StatedThings {
  const read = new Map<string, Map<Comparable, number[]>>()
  for (const source of sources)
    for (const [index, value] of source.document.values.entries()) {
      const key = keyOf(value, source, lexicon)
      if (key !== null) placesOf(read, key, source).push(index)
    }
  const found = new Map<string, readonly Stated[]>()
  return {
    keys: () => read.keys(),
    isShared: (key) => (read.get(key)?.size ?? 0) > 1,
    at: (key) => {
      const stated = found.get(key) ?? [...(read.get(key) ?? [])].flatMap(([source, places]) => ofDocument(source, places, lexicon) ?? [])
      found.set(key, stated)
      return stated
    },
  }
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
  const at = (place: number): Value[] => values.slice(place, place + 1)
  const isPlain = (value: Value): boolean =>
    plainStatement(lexicon)(value, text, value.indicator === null ? BY_NAME : undefined) &&
    (value.indicator !== null || value.evidence.cell !== undefined || !standsInFrame(lexicon)(value, text))
  const plain = places
    .filter((place) =>
      at(place).some((value) => {
        if (!source.isPeriodCertain && value.period === source.period) return false
        if (value.role === 'actual') return isPlain(value)
        return (
          value.evidence.cell !== undefined ||
          [place - 1, place + 1].some((other) => at(other).some((level) => isBeside(value, level) && isPlain(level)))
        )
      }),
    )
    .flatMap(at)
  const value = plain.find(isExact) ?? plain[0]
  if (value === undefined || plain.some((other) => agreement(value, other) === 'apart')) return null
  return { source, value, all: places.flatMap(at) }
}

const isBeside = (value: Value, other: Value): boolean =>
  other.role === 'actual' && sameThing(other, value) && other.evidence.block === value.evidence.block

function keyOf(value: Value, source: Comparable, lexicon: Lexicon): string | null {
  const { role, basis, period } = value
  const now = source.period
  if (period === null || period.slice(0, 4) > now.slice(0, 4) || (period.length === now.length && period > now)) return null
  const owner = owners(lexicon)(value.county)
  if (owner === null) return null
  const isOwn = owner === source.county
  if (role !== 'actual' && role !== 'reference') return null
  if (role === 'actual' || basis === 'yoy' || basis === 'qoq') return isOwn ? thingKey(value, owner, period, lexicon) : null
  return !isOwn && (basis === 'peer' || basis === 'average') ? thingKey(value, owner, period, lexicon) : null
}

/** The key under which the thing of a value, or the same of another owner or period, is found; null where its name could be of anything. */
export function thingKey({ indicator, name, breakdown, unit }: Value, owner: string, period: string, lexicon: Lexicon): string | null {
  const thing = indicator ?? thingName(lexicon)(name, unit)
  return thing === null ? null : JSON.stringify([owner, period, thing, breakdown, unit])
}

/** Whether a thing counts up over the quarters. */
export const addsUp = (unit: string, lexicon: Lexicon): boolean => cue(lexicon, 'adding-units').includes(unit)
