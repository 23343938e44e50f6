/** What all forms share: figures with their bounds, and what stands below the tables. */
import type { CountyScore, Figure } from '../../../rules/scoring/score.ts'
import { isUnrounded } from '../../quarter-shown.ts'
import { boundShown, cutOff, pointsWords, scoreShown } from '../../wording.ts'
import { dayWords } from '../days.ts'
import type { FormPart } from '../paper.ts'
import { filled } from '../wording.ts'
import type { FormSpeech } from './speech.ts'

/** 70.28—94.78; a figure that is settled stands alone. */
export const rangeWords = ({ low, high }: Pick<Figure, 'low' | 'high'>): string =>
  low === high ? pointsWords(low) : `${pointsWords(low)}—${pointsWords(high)}`

/** 91.86（70.28—94.78）. */
export const scoreWords = (figure: Figure): string =>
  figure.low === figure.high ? figure.shown : `${figure.shown}（${rangeWords(figure)}）`

/** A figure that is a score, or adds up to one: as it is rounded, unless that lifts it, or the year, to a bound that is not reached. */
export const reachedWords = (figure: Pick<Figure, 'shown' | 'provisional'>, { scheme, unrounded }: FormSpeech): string =>
  unrounded ? cutOff(figure.provisional, figure.shown) : scoreShown(figure, scheme)

/** An end of it. */
export const boundWords = (decimal: string, { scheme, unrounded }: FormSpeech): string =>
  unrounded ? cutOff(decimal, pointsWords(decimal)) : boundShown(decimal, scheme)

/** `rangeWords` of it. */
export const boundsWords = ({ low, high }: Pick<Figure, 'low' | 'high'>, speech: FormSpeech): string =>
  low === high ? boundWords(low, speech) : `${boundWords(low, speech)}—${boundWords(high, speech)}`

/** `scoreWords` of it. */
export const wholeWords = (figure: Figure, speech: FormSpeech): string =>
  figure.low === figure.high ? reachedWords(figure, speech) : `${reachedWords(figure, speech)}（${boundsWords(figure, speech)}）`

/** How the forms speak of one county. */
export const countySpeech = ({ score }: Pick<CountyScore, 'score'>, speech: FormSpeech): FormSpeech => ({
  ...speech,
  unrounded: isUnrounded(score, speech.scheme),
})

/** The day that the file bears, where the office has not set one. */
export const paperDay = ({ day, scheme }: FormSpeech): string => day ?? `${scheme.year}-01-01`

export function closing({ wording, scheme, day, days }: FormSpeech): FormPart[] {
  const note = (text: string): FormPart => ({ kind: 'note', text })
  return [
    ...wording.notes.map(note),
    note(filled(wording.objection, { days, office: scheme.office })),
    note(filled(wording.signature, { day: day === null ? wording.noDay : dayWords(day) })),
  ]
}
