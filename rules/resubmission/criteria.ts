/** What became of the criteria that the earlier version did not meet. */
import type { Criteria } from '../analysis/assessment.ts'
import { plain } from './context.ts'
import type { Mended, MendState, Version } from './revision.ts'

/** Worst first. */
const LEVELS = {
  comparison: ['absent', 'thin', 'adequate'],
  problems: ['absent', 'boilerplate', 'specific'],
  causes: ['absent', 'present'],
  measures: ['absent', 'slogan', 'concrete'],
} as const satisfies { readonly [Name in keyof Criteria]: readonly Criteria[Name]['level'][] }

const NAMES = ['comparison', 'problems', 'causes', 'measures'] as const satisfies readonly (keyof Criteria)[]

export function mendedCriteria(earlier: Version, later: Version): Mended[] {
  const [before, after] = [earlier.assessment, later.assessment]
  if (before === null || after === null) return []
  return NAMES.flatMap((name) => {
    const levels: readonly string[] = LEVELS[name]
    const top = levels.length - 1
    const [was, is] = [levels.indexOf(before.criteria[name].level), levels.indexOf(after.criteria[name].level)]
    if (was === top) return []
    const state: MendState = is === top ? 'mended' : is > was || (is === was && isBetter(name, earlier, later)) ? 'partly' : 'unmended'
    return [{ about: name, said: before.criteria[name].missing, state, evidence: after.criteria[name].evidence }]
  })
}

/** At one level: more comparisons than before, or fewer of the sentences that were found wanting. */
function isBetter(name: keyof Criteria, earlier: Version, later: Version): boolean {
  const before = earlier.assessment?.criteria[name].evidence ?? []
  if (name === 'comparison') return (later.assessment?.criteria[name].evidence.length ?? 0) > before.length
  const text = plain(later.text)
  return before.some(({ quote }) => !text.includes(plain(quote)))
}
