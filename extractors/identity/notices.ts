/** What a clerk is told of a document's identity where its places disagree, and which was taken. */
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
export const FILED: ReadonlySet<DocumentKind> = new Set(['analysis', 'summary', 'data', 'unknown'])

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
