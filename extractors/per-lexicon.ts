/** What is made of a lexicon once, for all who ask. */
import type { Lexicon } from './lexicon.ts'

export function perLexicon<Made>(make: (lexicon: Lexicon) => Made): (lexicon: Lexicon) => Made {
  const known = new WeakMap<Lexicon, { readonly made: Made }>()
  return (lexicon) => {
    const found = known.get(lexicon) ?? { made: make(lexicon) }
    known.set(lexicon, found)
    return found.made
  }
}
