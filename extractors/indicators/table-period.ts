/** The period that a cell's headers name: a year above or beside a quarter (2021年 | 一季度) is one period. */
import { type Period, type PeriodMention, readPeriods, yearOf } from '../quantities/period.ts'

/** The headers of one side, outermost first; null where they name none. */
export function periodOfPath(path: readonly string[], year: number | null): PeriodMention | null {
  let found: PeriodMention | null = null
  for (const text of path) {
    const mention = readPeriods(text, year).at(-1)
    if (mention) found = together(found, mention)
  }
  return found
}

/** A written year and a stretch of a year without its own; else the second. */
export function together(one: PeriodMention | null, other: PeriodMention): PeriodMention {
  if (one === null) return other
  if (isBareYear(one) && !other.yearWritten) return { ...other, period: ofYear(other.period, yearOf(one.period)), yearWritten: true }
  if (isBareYear(other) && !one.yearWritten) return { ...one, period: ofYear(one.period, yearOf(other.period)), yearWritten: true }
  return other
}

const isBareYear = ({ period, yearWritten }: PeriodMention): boolean => yearWritten && period.length === 4

const ofYear = (period: Period, year: number): Period => period.replace(/[0-9]{4}(?=$|-|\/)/gu, String(year))
