/** Periods as months counted from year 0: what part of the year a value is about, and how it serves a quarter or a year that is scored. */

export interface Months {
  readonly from: number
  readonly to: number
}

/** 2020, 2020-Q3, 2020-H1, 2020-09, 2020-01/2020-09. */
export function monthsOf(period: string): Months | null {
  const [first = '', last] = period.split('/')
  if (last !== undefined) {
    const [from, to] = [monthsOf(first), monthsOf(last)]
    return from === null || to === null ? null : { from: from.from, to: to.to }
  }
  const [, year, kind, number] = /^(\d{4})(?:-([QH]?)(\d{1,2}))?$/u.exec(first) ?? []
  if (year === undefined) return null
  const january = Number(year) * 12
  if (number === undefined) return { from: january, to: january + 11 }
  const length = kind === 'Q' ? 3 : kind === 'H' ? 6 : 1
  const from = january + (Number(number) - 1) * length
  return { from, to: from + length - 1 }
}

/** How the period of a value stands to the one that is scored. */
export type Service = 'own' | 'cumulative' | 'annual' | 'last-year' | 'part'

export function serviceOf(period: string | null, asked: string): Service | null {
  if (period === asked) return 'own'
  const [months, wanted] = [period === null ? null : monthsOf(period), monthsOf(asked)]
  if (months === null || wanted === null) return null
  const january = Math.floor(wanted.from / 12) * 12
  if (months.from === wanted.from && months.to === wanted.to) return 'own'
  if (months.from === january && months.to === january + 11) return 'annual'
  if (months.from === january && months.to === wanted.to) return 'cumulative'
  if (months.from === january - 12 && months.to === january - 1) return 'last-year'
  return months.from >= wanted.from && months.to <= wanted.to ? 'part' : null
}

export const quartersOf = (year: number): readonly string[] => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
