/** The classifier of paragraphs, by folds that keep the paragraphs of one skeleton together; its figures stand in docs/evaluation.md. */
import { describe, expect, it } from 'vitest'
import { createSegmenter } from '../../../extractors/language/segmenter.ts'
import { trainingParagraphs } from '../../../pipeline/genre-model.ts'
import { classify } from '../../../rules/analysis/classifier/classify.ts'
import { featuresOf, genres } from '../../../rules/analysis/classifier/genre.ts'
import { foldsOf, trainGenres } from '../../../rules/analysis/classifier/train.ts'
import { lexicon } from '../../support/text-document.ts'

const { cut } = await createSegmenter(lexicon.segmenterWords)
const paragraphs = trainingParagraphs()
const judged = foldsOf(paragraphs, 6).flatMap(({ train, held }) => {
  const model = trainGenres(train, cut)
  return held.map((paragraph) => {
    const likely = classify(model, featuresOf(paragraph.text, cut))
    const said = genres.reduce((best, genre) => (likely[genre] > likely[best] ? genre : best))
    return { isRight: said === paragraph.class, sure: likely[said] }
  })
})

describe('the classifier of paragraphs', () => {
  it('knows skeletons that it was not trained with', () => {
    expect(judged.length).toBe(paragraphs.length)
    expect(judged.filter(({ isRight }) => isRight).length / judged.length).toBeGreaterThan(0.77)
  })

  it('is as sure as it is right', () => {
    expect(calibrationError(judged)).toBeLessThan(0.08)
  })

  it('is made the same from the same paragraphs, in whatever order', () => {
    expect(trainGenres([...paragraphs].reverse(), cut)).toEqual(trainGenres(paragraphs, cut))
  })

  it('does not underflow on a long text', () => {
    const long = paragraphs.map(({ text }) => text).join('')
    const likely = classify(trainGenres(paragraphs, cut), featuresOf(long, cut))
    expect(Object.values(likely).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1)
  })
})

/** How far sureness and share of right answers lie apart, over ten bins by sureness, weighted by their size. */
function calibrationError(answers: readonly { readonly isRight: boolean; readonly sure: number }[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) => answers.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === bin))
  return bins.reduce((sum, bin) => {
    if (bin.length === 0) return sum
    const sure = bin.reduce((total, each) => total + each.sure, 0) / bin.length
    const right = bin.filter(({ isRight }) => isRight).length / bin.length
    return sum + (Math.abs(sure - right) * bin.length) / answers.length
  }, 0)
}
