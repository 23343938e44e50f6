/** What the stages work with: the knowledge made into readers, extractors and rules, once for each worker. */
import { type AchievementExtractor, createAchievementExtractor } from '../extractors/achievements/extract-achievements.ts'
import { createValueExtractor, type ValueExtractor } from '../extractors/indicators/extract-values.ts'
import { createJudge, type Judge } from '../rules/analysis/judge.ts'
import { type Checker, createChecker } from '../rules/checks/index.ts'
import { createReadingKit, type KitOptions, type ReadingKit } from './reading-kit.ts'

export interface Kit extends ReadingKit {
  readonly extractValues: ValueExtractor
  readonly extractAchievements: AchievementExtractor
  readonly check: Checker
  readonly judge: Judge
}

export function createKit(options: KitOptions): Kit {
  const { lexicon } = options
  return {
    ...createReadingKit(options),
    extractValues: createValueExtractor(lexicon),
    extractAchievements: createAchievementExtractor(lexicon),
    check: createChecker(lexicon),
    judge: createJudge(lexicon),
  }
}
