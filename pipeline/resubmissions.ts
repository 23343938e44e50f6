/** Analyses of one county and period that came in more than once: the version that counts, compared with the one before it. */
import { isSubmitted } from '../reports/coverage.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import { compareVersions, type Revision, type Version } from '../rules/resubmission/revision.ts'
import type { VersionOrder } from '../rules/versions/version-order.ts'
import type { DocumentResult } from './document-result.ts'

/**
 * `results`: before duplicates are emptied, so that a version that changed little is compared too. `judged`: the assessments with what was copied, where a version
 * has one.
 */
export function resubmissions(results: readonly DocumentResult[], order: VersionOrder, judged: readonly Assessment[]): Revision[] {
  const byFile = new Map(judged.map((assessment) => [assessment.file, assessment]))
  const groups = new Map<string, DocumentResult[]>()
  for (const result of results) {
    const { county, period } = result.document
    if (county === null || period === null || !isSubmitted(result.document) || result.assessment === null) continue
    const key = `${county}\n${period}`
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].flatMap((group) => {
    const [later, earlier] = [...group].sort((one, other) => order.compare(one.document, other.document))
    if (later === undefined || earlier === undefined || order.reason(later.document, earlier.document) === 'none') return []
    const revision = compareVersions(versionOf(earlier, byFile), versionOf(later, byFile))
    return saysSomething(revision, earlier, later) ? [revision] : []
  })
}

export const versionOf = (
  { document, text, values, assessment, checks }: DocumentResult,
  judged: ReadonlyMap<string, Assessment>,
): Version => ({
  file: document.file,
  text: text?.text ?? '',
  blocks: text?.blocks ?? [],
  values,
  assessment: judged.get(document.file) ?? assessment,
  checks,
})

/** The Word file and the stamped PDF of one text are no two versions. */
const saysSomething = ({ deficiencies, figures }: Revision, earlier: DocumentResult, later: DocumentResult): boolean =>
  figures.length > 0 || deficiencies.some(({ state }) => state !== 'unmended') || earlier.document.format === later.document.format
