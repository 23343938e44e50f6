/** Which sentences a letter may praise: none that it also lists as equal to another document. */
import type { Evidence } from '../../../extractors/document.ts'
import type { Criteria } from '../../../rules/analysis/assessment.ts'
import { criterionNames } from '../../wording.ts'
import type { LetterFacts } from './facts.ts'

const TOP: ReadonlySet<string> = new Set(['adequate', 'specific', 'present', 'concrete'])

export const isTop = ({ criteria }: LetterFacts['assessment'], name: keyof Criteria): boolean => TOP.has(criteria[name].level)

/** What of a criterion's evidence stands in no other document. */
export const praiseworthy = ({ assessment, passages }: LetterFacts, name: keyof Criteria): Evidence[] =>
  assessment.criteria[name].evidence.filter(({ start, end }) => !passages.some((passage) => passage.start < end && start < passage.end))

/** At the top level, and all of it stands in other documents too. */
export const unpraised = (facts: LetterFacts): (keyof Criteria)[] =>
  criterionNames.filter(
    (name) =>
      isTop(facts.assessment, name) && facts.assessment.criteria[name].evidence.length > 0 && praiseworthy(facts, name).length === 0,
  )
