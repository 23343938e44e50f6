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

/** Every way in which a period serves another, the closest first: the whole year is to the fourth quarter annual and cumulative. */
export function servicesOf(period: string | null, asked: string): readonly Service[] {
  if (period === null) return []
  const known = kept.get(asked)?.get(period)
  if (known !== undefined) return known
  const found = services(period, asked)
  const own = kept.get(asked) ?? new Map<string, readonly Service[]>()
  if (kept.size < KEPT) kept.set(asked, own)
  if (own.size < KEPT) own.set(period, found)
  return found
}

export const serviceOf = (period: string | null, asked: string): Service | null => servicesOf(period, asked)[0] ?? null

/** The same few periods are compared for every value. */
const kept = new Map<string, Map<string, readonly Service[]>>()
const KEPT = 200

function services(period: string, asked: string): Service[] {
  const [months, wanted] = [monthsOf(period), monthsOf(asked)]
  if (months === null || wanted === null) return []
  const january = Math.floor(wanted.from / 12) * 12
  const found: Service[] = []
  if (months.from === wanted.from && months.to === wanted.to) found.push('own')
  if (months.from === january && months.to === january + 11) found.push('annual')
  if (months.from === january && months.to === wanted.to) found.push('cumulative')
  if (months.from === january - 12 && months.to === january - 1) found.push('last-year')
  if (found.length === 0 && months.from >= wanted.from && months.to <= wanted.to) found.push('part')
  return found
}

/** The stretch of the same length that lies so many months before; its own length before where `months` is left out. Quarters, years and stretches of months. */
export function before(period: string, months?: number): string | null {
  const asked = monthsOf(period)
  if (asked === null) return null
  const by = months ?? asked.to - asked.from + 1
  return periodOf({ from: asked.from - by, to: asked.to - by })
}

function periodOf({ from, to }: Months): string {
  const [year, length] = [Math.floor(from / 12), to - from + 1]
  if (length === 12 && from % 12 === 0) return String(year)
  if (length === 3 && from % 3 === 0) return `${year}-Q${(from % 12) / 3 + 1}`
  if (length === 6 && from % 6 === 0) return `${year}-H${(from % 12) / 6 + 1}`
  return length === 1 ? month(from) : `${month(from)}/${month(to)}`
}

const month = (at: number): string => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`

export const quartersOf = (year: number): readonly string[] => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
