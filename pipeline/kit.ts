/** What the stages work with: the knowledge made into readers, extractors and rules, once for each worker. */
import { type AchievementExtractor, createAchievementExtractor } from '../extractors/achievements/extract-achievements.ts'
import { createFactExtractor, type FactExtractor } from '../extractors/facts/extract-facts.ts'
import { createValueExtractor, type ValueExtractor } from '../extractors/indicators/extract-values.ts'
import { createNamer, type Namer } from '../extractors/indicators/written-name.ts'
import { createSegmenter, remembering } from '../extractors/language/segmenter.ts'
import { createTermCounter, type TermCount } from '../extractors/language/terms.ts'
import { createJudge, type Judge } from '../rules/analysis/judge.ts'
import { type Checker, createChecker } from '../rules/checks/index.ts'
import { createTracer, type Tracer } from '../rules/copying/trace.ts'
import { createPracticeFinder, type PracticeFinder } from '../rules/practices/find-practices.ts'
import { currentGenreModel } from './genre-model.ts'
import { createReadingKit, type KitOptions, type ReadingKit } from './reading-kit.ts'

export interface Kit extends ReadingKit {
  readonly countTerms: (text: string) => readonly TermCount[]
  readonly extractValues: ValueExtractor
  readonly named: Namer
  readonly extractAchievements: AchievementExtractor
  readonly extractFacts: FactExtractor
  readonly findPractices: PracticeFinder
  readonly check: Checker
  readonly judge: Judge
  readonly trace: Tracer
}

/** Throws where the segmenter asked for is not installed. */
export async function createKit(options: KitOptions): Promise<Kit> {
  const { lexicon, scheme } = options
  const segmenter = remembering(await createSegmenter(lexicon.segmenterWords, options.segmenter))
  return {
    ...createReadingKit(options),
    countTerms: createTermCounter(lexicon, segmenter),
    extractValues: createValueExtractor(lexicon),
    named: createNamer(lexicon),
    extractAchievements: createAchievementExtractor(lexicon),
    extractFacts: createFactExtractor(lexicon),
    findPractices: createPracticeFinder(lexicon),
    check: createChecker(lexicon),
    judge: createJudge({
      lexicon,
      thresholds: scheme.analysis,
      genreModel: await currentGenreModel(lexicon),
      cut: segmenter.cut,
    }),
    trace: createTracer(lexicon),
  }
}
