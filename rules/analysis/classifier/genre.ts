/** What a paragraph is: it narrates work, analyses quality, or gives background. And the features that tell: its segmented words, figures and names made one. */

export const genres = ['narration', 'analysis', 'background'] as const
export type Genre = (typeof genres)[number]

/** A labelled paragraph of corpus/training. Paragraphs of one skeleton say one thing in other words: they never stand on both sides of a fold. */
export interface TrainingParagraph {
  readonly id: string
  readonly author: string
  readonly skeleton: string
  readonly class: Genre
  readonly text: string
}

/** Evidence of each kept word for each genre, in hundredths of a nat, and what divides their sum (see train.ts). */
export interface GenreModel {
  readonly prior: readonly number[]
  readonly weights: Readonly<Record<string, readonly number[]>>
  readonly temperature: number
}

export type Cut = (text: string) => readonly string[]

const FIGURE = /^[0-9０-９.,]+$/u
const WORD = /[\p{Script=Han}A-Za-z0-9%]/u

/** Each word once. */
export function featuresOf(text: string, cut: Cut): ReadonlySet<string> {
  const features = new Set<string>()
  for (const word of cut(text)) {
    if (FIGURE.test(word)) features.add('#')
    else if (WORD.test(word)) features.add(word)
  }
  return features
}
