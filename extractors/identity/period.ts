/** Which period a document is about. A plan's is the year it plans. A bare year gives way to a quarter of the same year named elsewhere. */
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'
import { HEAD, type IdentitySource, type Vote } from './vote.ts'

export function periodVotes({ title, name, folders, text }: IdentitySource): Vote[] {
  // A folder named 2020 is the year 2020.
  const path = folders.map((folder) => (/^(?:19|20)[0-9]{2}$/u.test(folder) ? `${folder}年` : folder)).join('\n')
  const head = text.slice(0, HEAD)
  const year = [title, name, path, head, text].flatMap((part) => readPeriods(part))[0]
  const defaultYear = year ? yearOf(year.period) : null
  const places = [
    { source: '标题', period: pick(title, defaultYear), weak: false },
    { source: '文件名', period: pick(name, defaultYear), weak: false },
    { source: '文件夹', period: pick(path, defaultYear), weak: false },
    { source: '正文开头', period: readPeriods(head)[0]?.period ?? null, weak: true },
    { source: '正文', period: readPeriods(text)[0]?.period ?? null, weak: true },
  ]
  const stated = places.filter((place): place is typeof place & { period: Period } => place.period !== null)
  const finest = stated.find(({ period, weak }) => !weak && period.length > 4)?.period
  return stated.map(({ source, period, weak }) => {
    // A year that holds the quarter named elsewhere is no other opinion.
    const within = finest?.startsWith(period) === true
    return { source, value: within && finest ? finest : period, weak }
  })
}

/** The finest period of a text's first year: 2020年…第三季度 is the quarter. */
function pick(text: string, defaultYear: number | null): Period | null {
  const periods = readPeriods(text, defaultYear).map(({ period }) => period)
  const first = periods[0]
  if (first === undefined) return null
  return periods.find((period) => yearOf(period) === yearOf(first) && period.length > 4) ?? first
}
