/** What became of the claims that did not hold in the earlier version. */
import type { Finding } from '../checks/finding.ts'
import { maskedSentence } from './context.ts'
import type { Mended, MendState, Version } from './revision.ts'

/** Findings that rest on another document are about the batch, and are left to it. */
const isOwn = ({ evidence }: Finding): boolean => evidence.every(({ file }) => file === undefined)

export function mendedFindings(earlier: Version, later: Version): Mended[] {
  const standing = later.checks.filter(isOwn)
  return earlier.checks.filter(isOwn).map((finding): Mended => {
    const key = keyOf(finding, earlier.text)
    const same = standing.find((each) => keyOf(each, later.text) === key)
    return { about: 'finding', said: finding.message, state: stateOf(finding, same), evidence: same?.evidence ?? [] }
  })
}

/** Figures were changed and still do not hold: partly. */
function stateOf(finding: Finding, same: Finding | undefined): MendState {
  if (same === undefined) return 'mended'
  return quotes(same) === quotes(finding) ? 'unmended' : 'partly'
}

const quotes = ({ evidence }: Finding): string => evidence.map(({ quote }) => quote).join('\n')

const keyOf = ({ kind, evidence }: Finding, text: string): string =>
  `${kind}\n${evidence[0] === undefined ? '' : maskedSentence(text, evidence[0])}`
