/**
 * Trains a naive Bayes of paragraphs, in log space throughout: the product of a long paragraph's probabilities is smaller than the least number.
 *
 * A word counts once a paragraph (binary), and is kept where at least two skeletons use it, so that no one text's own words decide. Words are not independent, so
 * the raw odds are far too sure; they are divided by a temperature, the one under which skeletons that were left out are least surprising.
 */
import { classify } from './classify.ts'
import { type Cut, featuresOf, type GenreModel, genres, type TrainingParagraph } from './genre.ts'

const SMOOTHING = 0.5
const FEWEST_SKELETONS = 2
const HUNDREDTHS = 100
const TEMPERATURES = [1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12]

export function trainGenres(paragraphs: readonly TrainingParagraph[], cut: Cut, folds = 6): GenreModel {
  const samples = paragraphs.map((paragraph) => ({ ...paragraph, features: featuresOf(paragraph.text, cut) }))
  const raw = count(samples)
  const left = foldsOf(samples, folds).flatMap(({ train, held }) => {
    const model = count(train)
    return held.map((sample) => ({ sample, model }))
  })
  const surprise = (temperature: number): number =>
    left.reduce((sum, { sample, model }) => sum - Math.log(classify({ ...model, temperature }, sample.features)[sample.class]), 0)
  const temperature = TEMPERATURES.reduce((best, each) => (surprise(each) < surprise(best) ? each : best))
  return { ...raw, temperature }
}

interface Sample extends TrainingParagraph {
  readonly features: ReadonlySet<string>
}

/** Skeletons in order of name, dealt out one after another. */
export function foldsOf<Paragraph extends TrainingParagraph>(
  paragraphs: readonly Paragraph[],
  folds: number,
): { readonly train: readonly Paragraph[]; readonly held: readonly Paragraph[] }[] {
  const skeletons = [...new Set(paragraphs.map(({ skeleton }) => skeleton))].sort()
  return Array.from({ length: folds }, (_, fold) => {
    const out = new Set(skeletons.filter((_, index) => index % folds === fold))
    return { train: paragraphs.filter(({ skeleton }) => !out.has(skeleton)), held: paragraphs.filter(({ skeleton }) => out.has(skeleton)) }
  })
}

function count(samples: readonly Sample[]): GenreModel {
  const skeletons = new Map<string, Set<string>>()
  const counts = new Map<string, number[]>()
  const sizes = genres.map((genre) => samples.filter((sample) => sample.class === genre).length)
  for (const sample of samples)
    for (const word of sample.features) {
      skeletons.set(word, (skeletons.get(word) ?? new Set()).add(sample.skeleton))
      const row = counts.get(word) ?? genres.map(() => 0)
      row[genres.indexOf(sample.class)] = (row[genres.indexOf(sample.class)] ?? 0) + 1
      counts.set(word, row)
    }
  const kept = [...counts].filter(([word]) => (skeletons.get(word)?.size ?? 0) >= FEWEST_SKELETONS).sort(([a], [b]) => (a < b ? -1 : 1))
  const nats = (hits: number, of: number): number => Math.round(Math.log((hits + SMOOTHING) / (of + 2 * SMOOTHING)) * HUNDREDTHS)
  return {
    prior: sizes.map((size) => nats(size, samples.length)),
    weights: Object.fromEntries(kept.map(([word, row]) => [word, row.map((hits, index) => nats(hits, sizes[index] ?? 0))])),
    temperature: 1,
  }
}
