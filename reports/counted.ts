/** Of several versions of one report, the one that counts. Reports whose county or period nobody names stand each for itself. */
import type { Lexicon } from '../extractors/lexicon.ts'
import { createVersionOrder } from '../rules/versions/version-order.ts'
import type { ReportScheme } from './context.ts'
import { isSubmitted } from './coverage.ts'

interface Report {
  readonly file: string
  readonly county: string | null
  readonly period: string | null
}

interface Submissions<Assessment> {
  readonly assessments: readonly Assessment[]
  readonly documents: readonly { readonly file: string; readonly receivedAt: string | null }[]
}

export function countedAssessments<Assessment extends Report>(
  { assessments, documents }: Submissions<Assessment>,
  { lexicon, scheme }: { readonly lexicon: Lexicon; readonly scheme: Pick<ReportScheme, 'letters'> },
): Assessment[] {
  const { compare } = createVersionOrder(lexicon, scheme.letters.counted)
  const received = new Map(documents.map(({ file, receivedAt }) => [file, receivedAt]))
  const versioned = ({ file }: Report) => ({ file, receivedAt: received.get(file) ?? null })
  const submitted = assessments.filter(isSubmitted)
  const best = new Map<string, Assessment>()
  for (const one of submitted) {
    const key = keyOf(one)
    const other = best.get(key)
    if (other === undefined || compare(versioned(one), versioned(other)) < 0) best.set(key, one)
  }
  return submitted.filter((one) => best.get(keyOf(one)) === one)
}

/** What the scheme's `letters.counted` names and nobody sent, in Chinese: a name that is written wrongly settles nothing. */
export function uncountedRemarks(
  documents: readonly { readonly file: string }[],
  { letters: { counted } }: Pick<ReportScheme, 'letters'>,
): string[] {
  const sent = new Set(documents.filter(isSubmitted).map(({ file }) => file))
  return counted
    .filter((file) => !sent.has(file))
    .map((file) => `方案的 letters.counted 指定以“${file}”为准，报送的文件中没有这一份，没有起作用；路径请照 documents.jsonl 的 file 填写`)
}

const keyOf = ({ county, period, file }: Report): string =>
  county === null || period === null ? `\u0000${file}` : `${county}\u0000${period}`
