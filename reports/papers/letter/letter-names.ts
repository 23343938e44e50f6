/** Which reports get a letter, and what its file is called: 反馈意见/沙湾县-2020-Q3.docx, with a short id where two would be equal. */
import type { Assessment } from '../../../rules/analysis/assessment.ts'
import type { ReportContext } from '../../context.ts'
import type { RunResult } from '../../contract/records.ts'
import { countedAssessments } from '../../counted.ts'

const FOLDER = '反馈意见'

/** The letter's name by the report's file. */
export function letterNames(result: RunResult, context: ReportContext): ReadonlyMap<string, string> {
  const counted = countedAssessments(result, context).filter(({ verdict }) => verdict !== 'pass')
  const plain = counted.map(plainName)
  return new Map(
    counted.map((assessment, index) => {
      const name = plain[index] ?? ''
      const isAlone = plain.filter((other) => other === name).length === 1
      return [assessment.file, named(name, isAlone ? '' : `-${assessment.id.slice(0, 6)}`)]
    }),
  )
}

const named = (plain: string, more: string): string => `${FOLDER}/${plain}${more}.docx`

/** The file of a letter that is about no report that was read; `more` ends its name. */
export const letterFile = (county: string, period: string | null, more: string): string => named(plainName({ county, period }), more)

const plainName = ({ county, period }: Pick<Assessment, 'county' | 'period'>): string =>
  `${county ?? '县市不明'}-${(period ?? '期间不明').replaceAll('/', '至')}`.replace(/[\\:*?"<>|\p{Cc}]/gu, '_')
