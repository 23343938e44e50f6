/** The order in which an office reads: counties as the scheme lists them, then periods as they are expected, then as they come. */
import { countyName } from '../extractors/quantities/region.ts'
import type { ReportContext } from './context.ts'

interface Placed {
  readonly county: string | null
  readonly period: string | null
}

export function officeOrder<Record extends Placed>({ lexicon, scheme }: ReportContext, records: readonly Record[]): Record[] {
  const counties = new Map(
    scheme.counties.flatMap((id, index) => {
      const county = lexicon.regions.counties.find((entry) => entry.id === id)
      return county ? [countyName(county, null), ...county.names.map(({ name }) => name)].map((name) => [name, index] as const) : []
    }),
  )
  const periods = new Map(scheme.submissions.map(({ period }, index) => [period, index]))
  const place = (order: ReadonlyMap<string, number>, key: string | null): number => order.get(key ?? '') ?? order.size
  return records
    .map((record, index) => ({ record, index }))
    .sort(
      (a, b) =>
        place(counties, a.record.county) - place(counties, b.record.county) ||
        place(periods, a.record.period) - place(periods, b.record.period) ||
        a.index - b.index,
    )
    .map(({ record }) => record)
}
