/** What is made of a lexicon once, for all who ask. */
import type { Lexicon } from './lexicon.ts'

export function perLexicon<Made>(make: (lexicon: Lexicon) => Made): (lexicon: Lexicon) => Made {
  const known = new WeakMap<Lexicon, { readonly made: Made }>()
  // Nearly always the same lexicon asks again.
  let last: { readonly lexicon: Lexicon; readonly made: Made } | undefined
  return (lexicon) => {
    if (last?.lexicon === lexicon) return last.made
    const found = known.get(lexicon) ?? { made: make(lexicon) }
    known.set(lexicon, found)
    last = { lexicon, made: found.made }
    return found.made
  }
}
