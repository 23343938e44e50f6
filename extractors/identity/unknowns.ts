/** What a clerk is told where nothing tells a document's county, period or kind, or only a weak source does; and how to name the file. */
import type { Notice } from '../document.ts'
import type { CountyReading } from './county.ts'
import type { DocumentKind } from './kind.ts'
import { FILED } from './notices.ts'
import type { PeriodReading } from './period.ts'
import { INPUT } from './vote.ts'

const EXAMPLE = '“乌苏市2020年第三季度质量状况分析报告”'
const WHERE = '标题、文件名或文件夹名'

export interface CountyQuestion extends CountyReading {
  readonly kind: DocumentKind
  readonly taken: string | null
  /** What the folder that all was given in is called. */
  readonly input: string
  readonly shown: (county: string) => string
}

export function countyInDoubt(question: CountyQuestion): Notice[] {
  const { kind, votes, taken, input, shown } = question
  if (!FILED.has(kind)) return []
  const several = severalNamed(question)
  if (several !== null) return [several]
  if (taken !== null && sourceOf(votes, taken) !== INPUT) return []
  const what =
    taken === null
      ? '看不出是哪个县（市）的材料，没有归到任何县（市）'
      : `没有一处写明是哪个县（市）的材料，只按${INPUT}的名称“${input}”归到${shown(taken)}，请核对`
  return [{ code: 'W_COUNTY_UNKNOWN', message: `${what}；请在${WHERE}中写明，如${EXAMPLE}` }]
}

/** What is said of a title that names several counties, and what was taken. */
function severalNamed({ votes, several, taken, shown }: CountyQuestion): Notice | null {
  if (several === null) return null
  const { source, counties, together } = several
  const named = counties.map((county) => `“${shown(county)}”`).join('')
  const joint = `${source}并列写了${named}，是几个县（市）合在一起的材料，不单独算哪一个的`
  if (together && taken === null)
    return {
      code: 'W_COUNTY_UNKNOWN',
      message: `${joint}，没有归到任何县（市）；请各县（市）分别报送，或者在文件名、文件夹名中写明归哪一个`,
    }
  const believed = taken === null ? '' : sourceOf(votes, taken)
  if (taken === null || (!together && believed !== source)) return null
  return {
    code: 'W_COUNTY_DISAGREES',
    message: together
      ? `${joint}；按${believed}取“${shown(taken)}”，请核对`
      : `${source}写了不止一个县（市）：${named}；按写在最前面的取“${shown(taken)}”，请核对`,
  }
}

const sourceOf = (votes: CountyReading['votes'], taken: string): string => votes.find(({ value }) => value === taken)?.source ?? ''

export interface PeriodQuestion {
  readonly kind: DocumentKind
  readonly periods: PeriodReading
  readonly taken: string | null
  readonly input: string
}

export function periodInDoubt({ kind, periods: { yearless, votes, day, onlyByInput }, taken, input }: PeriodQuestion): Notice[] {
  if (!FILED.has(kind)) return []
  const how = `请在${WHERE}中写明年份和季度，如${EXAMPLE}`
  if (taken === null) {
    const what = yearless === null ? '看不出是哪一期的材料' : `写了“${yearless}”，但没有一处写明是哪一年的`
    return [{ code: 'W_PERIOD_UNKNOWN', message: `${what}，没有归到任何一期；${how}` }]
  }
  if (onlyByInput)
    return [{ code: 'W_PERIOD_UNKNOWN', message: `没有一处写明是哪一年的材料，只按${INPUT}的名称“${input}”归到${taken}，请核对；${how}` }]
  const onlyDated = day !== null && votes.every(({ source }) => source === '日期')
  return onlyDated ? [{ code: 'W_PERIOD_UNKNOWN', message: `没有一处写明是哪一期的材料，只按日期${day.text}归到${taken}年；${how}` }] : []
}

/** Of texts only: a table is data, whatever it is called. */
export function unknownKind(kind: DocumentKind, title: string, isText: boolean): Notice[] {
  if (kind !== 'unknown' || !isText) return []
  return [
    {
      code: 'W_KIND_UNKNOWN',
      message: `认不出文种：标题“${title}”、文件名和文件夹都没有写明是分析报告、工作总结还是别的材料，没有评定，也不算报送了哪一种；请打开看一看，是质量分析报告的，在标题或文件名中写明“分析报告”`,
    },
  ]
}
