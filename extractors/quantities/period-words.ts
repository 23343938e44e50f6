/** A period as the office says it. */
const QUARTERS = ['', '第一季度', '第二季度', '第三季度', '第四季度']
const HALVES = ['', '上半年', '下半年']

/** The same few periods are said for every value. */
const known = new Map<string, string>()
const KEPT = 500

/** 2020-Q3 → 2020年第三季度; 2020-01/2020-09 → 2020年1—9月. */
export function periodWords(period: string | null): string {
  if (period === null) return '期间不明'
  const kept = known.get(period)
  if (kept !== undefined) return kept
  const words = said(period)
  if (known.size < KEPT) known.set(period, words)
  return words
}

function said(period: string): string {
  const [from = '', to] = period.split('/')
  if (to !== undefined) return rangeWords(from, to)
  const [year = '', part = ''] = from.split('-')
  if (part.startsWith('Q')) return `${year}年${QUARTERS[Number(part[1])] ?? part}`
  if (part.startsWith('H')) return `${year}年${HALVES[Number(part[1])] ?? part}`
  return part === '' ? `${year}年` : `${year}年${Number(part)}月`
}

function rangeWords(from: string, to: string): string {
  const [fromYear = '', fromMonth = ''] = from.split('-')
  const [toYear = '', toMonth = ''] = to.split('-')
  return `${fromYear}年${Number(fromMonth)}${fromYear === toYear ? '' : '月'}—${fromYear === toYear ? '' : `${toYear}年`}${Number(toMonth)}月`
}
