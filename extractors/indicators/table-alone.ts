/**
 * Headers that name an earlier year together with a thing of their own: 2021年度造林成活率 beside 优良路率 and 考核得分 is what the table has of it, and no side of a
 * comparison. 2021年合格率 beside 合格率 or 本期 is one.
 */
import { readPeriods } from '../quantities/period.ts'
import type { Grid } from './grid.ts'
import type { SentenceKit } from './sentence-context.ts'
import { IN_BRACKETS } from './table-units.ts'

/** Whether a header stands alone; said of the texts of a grid's headers. */
export type AloneTest = (header: string) => boolean

export function aloneHeaders(kit: SentenceKit, grid: Grid, headerRows: number, isNeutral: (words: string) => boolean): AloneTest {
  const headers = new Set(grid.cells.filter(({ cell }) => cell.row < headerRows && cell.column > 0).map(({ text }) => text))
  const thingOf = (header: string): string => withoutTime(header).replace(kit.cues.thisPeriod, '')
  const things = [...headers].map((text) => ({ text, thing: thingOf(text) }))
  // 指标 | 2021年 | 本期: the columns are times of what the rows name.
  const ofTimes = things.some(({ thing }) => thing === '' || isNeutral(thing))
  return (header) => {
    if (ofTimes || !headers.has(header)) return false
    const thing = thingOf(header)
    return thing !== header && kit.mentionsOf(thing).length > 0 && things.filter((other) => other.thing === thing).length === 1
  }
}

/** A header without its unit and the time that it names. */
function withoutTime(header: string): string {
  let rest = header.replace(IN_BRACKETS, '')
  for (const { span } of readPeriods(rest, 2000).reverse()) rest = rest.slice(0, span.start) + rest.slice(span.end)
  return rest.replace(/[/／][^/／]{1,4}$|[\s的]/gu, '')
}
