/** What a clerk is told of a document's identity: where its places disagree and which was taken, and what nothing tells. */
import type { Notice } from '../document.ts'
import { isTooEarly, isTooLate } from './days.ts'
import type { DocumentKind } from './kind.ts'
import type { PeriodReading } from './period.ts'
import type { Vote, Weight } from './vote.ts'

export interface Question {
  readonly code: Notice['code']
  /** In Chinese: 县市, 期间. */
  readonly name: string
  readonly votes: readonly Vote[]
  readonly taken: string | null
  readonly shown: (value: string) => string
}

const WHY: Readonly<Record<Weight, string>> = {
  stated: '标题、文件名、文件夹依次优先于抬头、落款和正文',
  told: '标题和路径没有写明，抬头、落款依次优先于正文',
  hinted: '',
}

/** One notice where another place than the one believed says otherwise. */
export function disagreement({ code, name, votes, taken, shown }: Question): Notice[] {
  const believed = votes.find(({ value, weight }) => value === taken && weight !== 'hinted')
  const others = votes.filter(({ value, weight }) => value !== taken && weight !== 'hinted')
  if (!believed || others.length === 0) return []
  const said = others.map(({ source, value }) => `${source}为“${shown(value)}”`).join('，')
  const why = others.some(({ weight }) => weight === 'told') ? `（${WHY[believed.weight]}）` : ''
  return [
    {
      code,
      message: `${name}不一致：${believed.source}为“${shown(believed.value)}”，${said}；按${believed.source}取“${shown(believed.value)}”${why}，请核对`,
    },
  ]
}

/** Kinds that are filed by county and period. */
const FILED: ReadonlySet<DocumentKind> = new Set(['analysis', 'summary', 'data', 'unknown'])

/** A report is not dated before its period was half over, nor a year after it. */
export function dated(kind: DocumentKind, { day, votes }: PeriodReading, taken: string | null): Notice[] {
  const isSaid = votes.some(({ value, weight }) => value === taken && weight !== 'hinted')
  if (day === null || taken === null || !isSaid || !FILED.has(kind)) return []
  const why = isTooEarly(day, taken) ? '当时这一期还没有过半' : isTooLate(day, taken) ? '离这一期结束已有大半年' : null
  return why === null
    ? []
    : [
        {
          code: 'W_PERIOD_DISAGREES',
          message: `期间与日期不一致：认定为“${taken}”，而材料的日期是${day.text}，${why}；仍取“${taken}”，请核对`,
        },
      ]
}

const EXAMPLE = '“乌苏市2020年第三季度质量状况分析报告”'

export function unknownCounty(kind: DocumentKind, taken: string | null): Notice[] {
  if (taken !== null || !FILED.has(kind)) return []
  return [
    {
      code: 'W_COUNTY_UNKNOWN',
      message: `看不出是哪个县（市）的材料，没有归到任何县（市）；请在标题、文件名或文件夹名中写明，如${EXAMPLE}`,
    },
  ]
}

export function unknownPeriod(kind: DocumentKind, { yearless, votes, day }: PeriodReading, taken: string | null): Notice[] {
  if (!FILED.has(kind)) return []
  const how = `请在标题、文件名或文件夹名中写明年份和季度，如${EXAMPLE}`
  if (taken === null) {
    const what = yearless === null ? '看不出是哪一期的材料' : `写了“${yearless}”，但没有一处写明是哪一年的`
    return [{ code: 'W_PERIOD_UNKNOWN', message: `${what}，没有归到任何一期；${how}` }]
  }
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
