/** A text judged as an analysis, whatever its title says. */
import type { Document } from '../../extractors/document.ts'
import { structure } from '../../extractors/language/structure.ts'
import { createJudge } from '../../rules/analysis/judge.ts'
import { identityOf, lexicon, textDocument, valuesOf } from './text-document.ts'

const judge = createJudge(lexicon)

export const judgeText = (text: string, file?: string) => judgeDocument(textDocument(text, file))

export function judgeDocument(document: Document) {
  const assessment = judge({ document, structure: structure(document), identity: identityOf(document), values: valuesOf(document).values })
  return { document, assessment }
}
