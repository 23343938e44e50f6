/** How the forms of one scoring speak: their words, the scheme, and what it says of each item. */
import { owesItself } from '../../../rules/scoring/owed.ts'
import type { CountyScore, SchemeRecord, ScoredItem, ScoredQuarter, Scores } from '../../../rules/scoring/score.ts'
import type { FormWording } from './wording.ts'

export type DescribedItem = SchemeRecord['items'][number]

export interface FormSpeech {
  readonly wording: FormWording
  readonly scheme: SchemeRecord
  readonly items: ReadonlyMap<string, DescribedItem>
  /** The day of the forms, or null where the office fills it in. */
  readonly day: string | null
  /** Days to object. */
  readonly days: number
  /** Of a county whose year would be rounded onto a grade's bound that it does not reach: what makes it up is not rounded either. */
  readonly unrounded?: boolean
}

export interface FormSettings {
  readonly wording: FormWording
  readonly day: string | null
  readonly days: number
}

export const formSpeech = ({ scheme }: Scores, settings: FormSettings): FormSpeech => ({
  ...settings,
  scheme,
  items: new Map(scheme.items.map((item) => [item.item, item])),
})

export const isPenalty = ({ item }: ScoredItem, { items }: FormSpeech): boolean => items.get(item)?.kind === 'penalty'

export const isScored = ({ item }: ScoredItem, { items }: FormSpeech): boolean => (items.get(item)?.kind ?? 'scored') === 'scored'

/** What an item's score falls short of its points; of a penalty, what it takes away. Nought for an item that is open or does not apply. */
export function lossOf(item: ScoredItem, { items }: FormSpeech): number {
  if (item.state === 'open' || item.state === 'not-applicable') return 0
  const kind = items.get(item.item)?.kind ?? 'scored'
  const score = Number(item.provisional)
  return kind === 'penalty' ? -score : kind === 'bonus' ? 0 : item.points - score
}

/** The settled items that cost the most, the dearest first. */
export function greatestLosses(items: readonly ScoredItem[], speech: FormSpeech): { readonly item: ScoredItem; readonly lost: number }[] {
  return items
    .map((item) => ({ item, lost: lossOf(item, speech) }))
    .filter(({ item }) => isLost(item, speech))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, speech.wording.figures.losses)
}

/** Less than what is shown is what binary figures leave behind. */
const LEAST = 0.005
export const isLost = (item: ScoredItem, speech: FormSpeech): boolean => lossOf(item, speech) > LEAST

/** An item of a quarter whose score a person decided as a whole asks for nothing any more; one that waits for others asks nothing of the county. */
export type PrintedItem = ScoredItem & { readonly within?: true; readonly byOthers?: true }

export const isOpen = ({ state, within }: PrintedItem): boolean => state === 'open' && within !== true

/** The scores as the forms print them: what is open in a quarter that was decided as a whole goes with the quarter. */
export const printedScores = ({ scheme, counties }: Scores): Scores => ({
  scheme,
  counties: counties.map((county) => ({
    ...county,
    quarters: county.quarters.map((quarter) => printedQuarter(quarter, county.county)),
    yearly: county.yearly.map((item) => printedItem(item, county.county)),
  })),
})

const printedQuarter = (quarter: ScoredQuarter, county: string): ScoredQuarter => ({
  ...quarter,
  items: quarter.items.map((item): PrintedItem => (quarter.state === 'decided' ? { ...item, within: true } : printedItem(item, county))),
})

const printedItem = (item: ScoredItem, county: string): PrintedItem =>
  item.state === 'open' && !owesItself(item, county) ? { ...item, byOthers: true } : item

/** Whether it waits for another county or for the office. */
export const isByOthers = ({ byOthers }: PrintedItem): boolean => byOthers === true

/** Open by itself, and settled with its quarter. */
export const isWithin = ({ state, within }: PrintedItem): boolean => state === 'open' && within === true

/** Every item of a county with the period it belongs to. */
export const itemsOf = ({ quarters, yearly }: CountyScore, year: number): { readonly period: string; readonly item: ScoredItem }[] => [
  ...quarters.flatMap(({ period, items }) => items.map((item) => ({ period, item }))),
  ...yearly.map((item) => ({ period: item.period ?? String(year), item })),
]
