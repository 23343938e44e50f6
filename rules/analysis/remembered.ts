/** What is asked of the same words again and again within one report: answered once, and forgotten with the report. */
import { perLexicon } from '../../extractors/per-lexicon.ts'

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
