/** The page's data, unpacked: all records at the start, a document's text when it is first needed. */
import { inflateSync } from 'fflate'
import { firstMonth, lastMonth } from '../../../extractors/quantities/period.ts'
import { withDecided } from '../../coverage.ts'
import type { PageCounty, PageData, PageScoring, PageText, PageValue } from '../payload.ts'

export const data: PageData = unpack('data') as PageData

/** null where nothing was scored. */
export const scoring: PageScoring | null = holds('scoring') ? (unpack('scoring') as PageScoring) : null

const positions: ReadonlyMap<string, number> = new Map(data.documents.map(({ file }, index) => [file, index]))

/** The counties with what they sent, as reviewers decided where they did. */
export const counties: readonly PageCounty[] = data.counties.map((county) => {
  const decided = (scoring?.submissions ?? []).filter((each) => each.county === county.id)
  const placed = decided.map(({ county: _county, files, ...each }) => ({
    ...each,
    documents: files.map((file) => positions.get(file) ?? -1),
  }))
  return { ...county, submissions: withDecided(county.submissions, placed) }
})

const texts = new Map<number, PageText | null>()

/** null where the document could not be read or is not part of this page. */
export function textOf(document: number): PageText | null {
  const known = texts.get(document)
  if (known !== undefined) return known
  const text = holds(`text-${document}`) ? (unpack(`text-${document}`) as PageText) : null
  texts.set(document, text)
  return text
}

export const documentIndex: ReadonlyMap<string, number> = new Map(data.documents.map(({ id }, index) => [id, index]))

export const indicators: ReadonlyMap<string, PageData['indicators'][number]> = new Map(
  data.indicators.map((indicator) => [indicator.id, indicator]),
)

/** Every period that a value is about, the expected ones first and in their order, then the others as they end. */
export const periods: readonly string[] = [
  ...new Set([
    ...(data.counties[0]?.submissions.map(({ period }) => period) ?? []),
    ...data.values.flatMap(({ period }) => (period === null ? [] : [period])).sort(byEnd),
  ]),
]

/** The regions that values are about: the counties in the office's order, then the others. */
export const regions: readonly string[] = [
  ...new Set([
    ...data.counties.map(({ name }) => name),
    ...data.values.flatMap(({ county }) => (county === null ? [] : [shownCounty(county)])).sort(),
  ]),
]

/** A county's earlier or later name, as the name that the page shows. */
export function shownCounty(name: string): string {
  return data.counties.find(({ names }) => names.includes(name))?.name ?? name
}

export const valuesOf = (document: number): readonly PageValue[] => data.values.filter((value) => value.document === document)

function byEnd(one: string, other: string): number {
  const [a, b] = [one, other].map((period) => `${lastMonth(period)} ${firstMonth(period)}`)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

function holds(id: string): boolean {
  return document.getElementById(id) !== null
}

function unpack(id: string): unknown {
  const characters = atob(document.getElementById(id)?.textContent ?? '')
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index)
  return JSON.parse(new TextDecoder().decode(inflateSync(bytes)))
}
