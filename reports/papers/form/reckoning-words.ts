/** How bonus points and penalties make a score: what was gained, the most that counts, what counts, what is taken, and the cap of the whole. */
import type { CountyScore, Figure, Reckoning, ScoredQuarter } from '../../../rules/scoring/score.ts'
import { pointsWords } from '../../wording.ts'
import { filled } from '../wording.ts'
import { boundsWords, rangeWords, reachedWords } from './parts.ts'
import { type FormSpeech, isScored } from './speech.ts'

/** Bonus and penalties that count, once a year; null where the scheme has none. */
export function extraPoints({ reckoning, yearly }: CountyScore): Figure | null {
  if (reckoning === undefined || yearly.length === 0) return null
  const { counted, deducted } = reckoning
  const sum = (end: keyof Figure): string => pointsWords(Number(counted[end]) + Number(deducted[end]))
  return { low: sum('low'), high: sum('high'), provisional: sum('provisional'), shown: sum('provisional') }
}

/** 加4，最多计2; null where all that was gained counts. */
export const extraCut = ({ reckoning }: CountyScore, { wording }: FormSpeech): string | null =>
  reckoning === undefined || !isCut(reckoning)
    ? null
    : filled(wording.extraCut, { gained: rangeWords(reckoning.gained), cap: pointsWords(reckoning.most ?? 0) })

const isCut = ({ gained, counted }: Reckoning): boolean => Number(gained.high) > Number(counted.high)

export function yearReckoned({ reckoning, yearly }: CountyScore, speech: FormSpeech): string[] {
  if (reckoning === undefined) return []
  const { wording } = speech
  return lines(reckoning, yearly.length > 0, speech, [wording.reckonedYear, wording.wholeYear, wording.capYear])
}

/** Of a quarter also what the items that do not apply make of the others. */
export function quarterReckoned(quarter: ScoredQuarter, speech: FormSpeech): string[] {
  const { reckoning, items, state } = quarter
  if (state !== 'scored') return []
  const { wording } = speech
  const has = items.some((item) => !isScored(item, speech))
  const own =
    reckoning === undefined ? [] : lines(reckoning, has, speech, [wording.reckonedQuarter, wording.wholeQuarter, wording.capQuarter])
  return [...rescaled(quarter, speech), ...own]
}

function rescaled({ items, asked, reckoning, ...quarter }: ScoredQuarter, speech: FormSpeech): string[] {
  const scored = items.filter((item) => isScored(item, speech))
  const all = scored.reduce((sum, { points }) => sum + points, 0)
  if (all <= asked || asked === 0) return []
  const left = scored.filter(({ state }) => state === 'not-applicable')
  const excluded = left.filter(({ provisional }) => Number(provisional) === 0)
  const sum = scored.reduce((total, { provisional }) => total + Number(provisional), 0)
  return [
    filled(speech.wording.rescaled, {
      score: pointsWords(sum),
      points: pointsWords(asked),
      count: excluded.length,
      items: excluded.map(({ name }) => name).join('、'),
      base: String(Number(reachedWords(reckoning?.base ?? quarter, speech))),
    }),
  ]
}

function lines(
  reckoning: Reckoning,
  hasExtra: boolean,
  speech: FormSpeech,
  [withExtra, alone, cap]: readonly [string, string, string],
): string[] {
  const { wording } = speech
  const isHeld = reckoning.cap !== null && Number(reckoning.whole.high) > reckoning.cap
  if (!isHeld && Number(reckoning.gained.high) === 0 && Number(reckoning.deducted.low) === 0) return []
  const whole = filled(hasExtra ? withExtra : alone, {
    base: boundsWords(reckoning.base, speech),
    whole: boundsWords(reckoning.whole, speech),
  })
  const closing = `${whole}${isHeld ? filled(cap, { cap: pointsWords(reckoning.cap ?? 0) }) : ''}。`
  return [...(hasExtra ? [`${gainedWords(reckoning, wording)}；${deductedWords(reckoning, wording)}。`] : []), closing]
}

function gainedWords(reckoning: Reckoning, wording: FormSpeech['wording']): string {
  const { gained, counted, most } = reckoning
  if (Number(gained.high) === 0) return wording.gainedNone
  const given = { gained: rangeWords(gained), counted: rangeWords(counted), cap: most === null ? '' : pointsWords(most) }
  const rest = most === null ? wording.gainedWhole : isCut(reckoning) ? wording.gainedCut : wording.gainedWithin
  return filled(`${wording.gainedLine}${rest}`, given)
}

const deductedWords = ({ deducted }: Reckoning, wording: FormSpeech['wording']): string =>
  Number(deducted.low) === 0 ? wording.deductedNone : filled(wording.deductedLine, { lost: lostWords(deducted) })

/** 0.5—2 of −2—−0.5. */
const lostWords = ({ low, high }: Figure): string =>
  low === high ? pointsWords(-Number(low)) : `${pointsWords(-Number(high))}—${pointsWords(-Number(low))}`
