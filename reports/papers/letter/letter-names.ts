/** Which reports get a letter, and what its file is called: 反馈意见/沙湾县-2020-Q3.docx, with a short id where two would be equal. */
import type { Assessment } from '../../../rules/analysis/assessment.ts'
import { createVersionOrder } from '../../../rules/versions/version-order.ts'
import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { isSubmitted } from '../../coverage.ts'

const FOLDER = '反馈意见'

/** The letter's name by the report's file. */
export function letterNames(result: RunResult, context: ReportContext): ReadonlyMap<string, string> {
  const counted = countedAssessments(result, context).filter(({ verdict }) => verdict !== 'pass')
  const plain = counted.map(plainName)
  return new Map(
    counted.map((assessment, index) => {
      const name = plain[index] ?? ''
      const isAlone = plain.filter((other) => other === name).length === 1
      return [assessment.file, `${FOLDER}/${name}${isAlone ? '' : `-${assessment.id.slice(0, 6)}`}.docx`]
    }),
  )
}

/** Of several versions of one report, the one that counts. Reports whose county or period nobody names stand each for itself. */
export function countedAssessments({ assessments, documents }: RunResult, { lexicon, scheme }: ReportContext): Assessment[] {
  const { compare } = createVersionOrder(lexicon, scheme.letters.counted)
  const received = new Map(documents.map(({ file, receivedAt }) => [file, receivedAt]))
  const versioned = ({ file }: Assessment) => ({ file, receivedAt: received.get(file) ?? null })
  const isBefore = (other: Assessment, one: Assessment): boolean =>
    other.county !== null && other.period !== null && other.county === one.county && other.period === one.period
  return assessments
    .filter(isSubmitted)
    .filter((one, _, all) => !all.some((other) => isBefore(other, one) && compare(versioned(other), versioned(one)) < 0))
}

const plainName = ({ county, period }: Assessment): string =>
  `${county ?? '县市不明'}-${(period ?? '期间不明').replaceAll('/', '至')}`.replace(/[\\:*?"<>|\p{Cc}]/gu, '_')
