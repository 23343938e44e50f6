/** Finds the entries that a word leads to, or the nearest names when it leads to none. */
import { nearestOf } from '../../extractors/suggest.ts'
import type { LexiconEntry } from './entries.ts'

export interface Lookup {
  readonly entries: readonly LexiconEntry[]
  /** Names that are alike, or hold the word; only where no entry was found. */
  readonly near: readonly { readonly name: string; readonly entry: LexiconEntry }[]
}

const MOST_NEAR = 8

export function lookUp(entries: readonly LexiconEntry[], word: string): Lookup {
  const asked = word.trim()
  const found = entries.filter(({ id, name, names }) => id === asked || name === asked || names.includes(asked))
  if (found.length > 0) return { entries: found, near: [] }
  const owners = new Map<string, LexiconEntry>()
  for (const entry of entries) for (const name of [entry.id, entry.name, ...entry.names]) if (!owners.has(name)) owners.set(name, entry)
  const holding = [...owners.keys()].filter((name) => asked.length > 1 && name.includes(asked)).sort((a, b) => a.length - b.length)
  const names = [...new Set([...holding, ...nearestOf(asked, [...owners.keys()], MOST_NEAR)])].slice(0, MOST_NEAR)
  return { entries: [], near: names.flatMap((name) => owners.get(name) ?? []).map((entry, at) => ({ name: names[at] ?? '', entry })) }
}
