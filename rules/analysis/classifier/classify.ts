/** How likely each genre is for a paragraph, by the trained weights. Words that the model does not know say nothing. */
import { type Genre, type GenreModel, genres } from './genre.ts'

const HUNDREDTHS = 100

type Weights = GenreModel['weights']

/** The weights of a model as they are asked for, made once: a plain object of so many words is slow to ask. */
const known = new WeakMap<Weights, ReadonlyMap<string, readonly number[]>>()

function rowsOf(weights: Weights): ReadonlyMap<string, readonly number[]> {
  const before = known.get(weights)
  if (before) return before
  const rows = new Map(Object.entries(weights))
  known.set(weights, rows)
  return rows
}

export function classify({ prior, weights, temperature }: GenreModel, features: ReadonlySet<string>): Readonly<Record<Genre, number>> {
  const nats = genres.map((_, index) => prior[index] ?? 0)
  const rows = rowsOf(weights)
  for (const word of features) {
    const row = rows.get(word)
    if (row !== undefined) for (let index = 0; index < nats.length; index++) nats[index] = (nats[index] as number) + (row[index] ?? 0)
  }
  const sums = nats.map((sum) => sum / HUNDREDTHS / temperature)
  const highest = Math.max(...sums)
  const odds = sums.map((sum) => Math.exp(sum - highest))
  const total = odds.reduce((sum, each) => sum + each, 0)
  const [narration = 0, analysis = 0, background = 0] = odds.map((each) => each / total)
  return { narration, analysis, background }
}
