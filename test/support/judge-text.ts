/** A text judged as an analysis, whatever its title says. */
import type { Document } from '../../extractors/document.ts'
import { createSegmenter } from '../../extractors/language/segmenter.ts'
import { structure } from '../../extractors/language/structure.ts'
import { currentGenreModel } from '../../pipeline/genre-model.ts'
import { createJudge } from '../../rules/analysis/judge.ts'
import { createChecker } from '../../rules/checks/index.ts'
import { identityOf, lexicon, scheme, textDocument, valuesOf } from './text-document.ts'

const { cut } = await createSegmenter(lexicon.segmenterWords)
const judge = createJudge({ lexicon, thresholds: scheme.analysis, genreModel: await currentGenreModel(lexicon), cut })
const check = createChecker(lexicon)

export const judgeText = (text: string, file?: string) => judgeDocument(textDocument(text, file))

export function judgeDocument(document: Document) {
  const sections = structure(document)
  const { values } = valuesOf(document)
  const findings = check({ document, structure: sections, identity: identityOf(document), values })
  const assessment = judge({ document, structure: sections, identity: identityOf(document), values, findings })
  return { document, assessment }
}
