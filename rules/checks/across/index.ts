/** The checks over all documents, from compact records. Their time grows with the number of values. */
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { changes } from './changes.ts'
import { claimedTwice } from './claimed-twice.ts'
import { comparables } from './comparable.ts'
import type { ComparedDocument, CrossFinding } from './compared-document.ts'
import { crossDocument } from './cross-document.ts'
import { quarters } from './quarters.ts'
import { statedThings } from './stated.ts'

/** Findings without their ids. `documents` in the order of their files, duplicates left out. */
export function checkAcross(documents: readonly ComparedDocument[], lexicon: Lexicon): CrossFinding[] {
  const sources = comparables(lexicon)(documents)
  const things = statedThings(sources, lexicon)
  return [...crossDocument(things), ...changes(sources, things, lexicon), ...quarters(things, lexicon), ...claimedTwice(sources, lexicon)]
}
