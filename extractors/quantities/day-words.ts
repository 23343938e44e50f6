/** A day as the office says it: 2020-10-28 → 2020年10月28日, without leading zeros. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
