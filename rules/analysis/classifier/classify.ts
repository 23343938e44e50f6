/** How likely each genre is for a paragraph, by the trained weights. Words that the model does not know say nothing. */
import { type Genre, type GenreModel, genres } from './genre.ts'

const HUNDREDTHS = 100

export function classify({ prior, weights, temperature }: GenreModel, features: ReadonlySet<string>): Readonly<Record<Genre, number>> {
  const nats = genres.map((_, index) => prior[index] ?? 0)
  for (const word of features) {
    const row = Object.hasOwn(weights, word) ? weights[word] : undefined
    if (row !== undefined) for (let index = 0; index < nats.length; index++) nats[index] = (nats[index] as number) + (row[index] ?? 0)
  }
  const sums = nats.map((sum) => sum / HUNDREDTHS / temperature)
  const highest = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - highest))
  const total = odds.reduce((sum, each) => sum + each, 0)
  const [narration = 0, analysis = 0, background = 0] = odds.map((each) => each / total)
  return { narration, analysis, background }
}
