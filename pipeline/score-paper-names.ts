/** The names of what a scoring makes; to know them nothing has to be set. */
import { bulletinName } from '../reports/papers/bulletin/bulletin-name.ts'
import { formFiles } from '../reports/papers/form/form-names.ts'
import { overviewName } from '../reports/papers/overview/overview-name.ts'
import type { Scores } from '../rules/scoring/score.ts'

/** Every file that `scorePapers` may have made of these scores. */
export const scorePaperNames = (scores: Scores): readonly string[] => [
  ...formFiles(scores),
  overviewName(scores.scheme.year),
  bulletinName,
  'bulletin.jsonl',
]
