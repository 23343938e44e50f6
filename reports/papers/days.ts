/** Days as papers say and count them. */
export { dayWords } from '../../extractors/quantities/day-words.ts'

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
