/** What is asked of the same words again and again within one report: answered once, and forgotten with the report. */
import type { Lexicon } from '../../extractors/lexicon.ts'

/** The readers of a lexicon are made once for all who ask. */
export function perLexicon<Reader>(create: (lexicon: Lexicon) => Reader): (lexicon: Lexicon) => Reader {
  const made = new WeakMap<Lexicon, { readonly reader: Reader }>()
  return (lexicon) => {
    const known = made.get(lexicon) ?? { reader: create(lexicon) }
    made.set(lexicon, known)
    return known.reader
  }
}

/** A pure reading of a sentence or clause, by the object itself. */
export function remembered<Asked extends object, Told>(read: (asked: Asked) => Told): (asked: Asked) => Told {
  const known = new WeakMap<Asked, { readonly told: Told }>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before.told
    const told = read(asked)
    known.set(asked, { told })
    return told
  }
}

export interface Memory {
  /** A pure reading of words. */
  readonly of: <Told>(read: (text: string) => Told) => (text: string) => Told
  readonly forget: () => void
}

/** So many words are remembered by each reading at most. */
const MOST = 20_000

export const memoryOf = perLexicon((_lexicon): Memory => {
  const all: Map<string, unknown>[] = []
  return {
    of: <Told>(read: (text: string) => Told) => {
      const known = new Map<string, Told>()
      all.push(known)
      return (text) => {
        const before = known.get(text)
        if (before !== undefined) return before
        const told = read(text)
        if (known.size < MOST) known.set(text, told)
        return told
      }
    },
    forget: () => {
      for (const known of all) known.clear()
    },
  }
})
