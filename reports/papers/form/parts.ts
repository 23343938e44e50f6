/** What all forms share: figures with their bounds, and what stands below the tables. */
import type { Figure } from '../../../rules/scoring/score.ts'
import { pointsWords } from '../../wording.ts'
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
