/** The words that name the counts behind a rate: by the lexicon's formula where it has one, else by the rate's own name (办结率 counts what is 办结). */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckedValue } from './check.ts'

export interface CountWords {
  readonly part: RegExp
  readonly failed: RegExp
  readonly whole: RegExp
}

export interface RateWords {
  /** 合格, 抽查. */
  readonly general: CountWords
  readonly isPassRate: (name: string) => boolean
  /** 不合格率. */
  readonly isFailRate: (name: string) => boolean
  /** null where the rate does not say what it counts, or counts what failed (不合格率). */
  readonly of: (rate: CheckedValue) => CountWords | null
  /** The words between whole and part, and between part and rate, where nothing else stands between: 农膜6批次，合格5批次，合格率83.3%. Captures what the rate's name says more. */
  readonly toPart: RegExp
  readonly toRate: RegExp
}

/** What failed, as a pattern; 检出合格样品 passed. */
export const failedWords = (lexicon: Lexicon): string => guardedPattern(cue(lexicon, 'count-failed'), cue(lexicon, 'count-failed:misfires'))

export const rateWords = perLexicon((lexicon): RateWords => {
  const words = (...groups: string[]): string => `(?:${wordPattern(groups.flatMap((group) => cue(lexicon, group)))})`
  const not = `[${cue(lexicon, 'negations').join('')}]`
  const failed = new RegExp(failedWords(lexicon), 'u')
  const general = { part: new RegExp(words('count-passed'), 'u'), failed, whole: new RegExp(words('count-sampled'), 'u') }
  const passRate = new RegExp(`(?<!${not})${words('pass-rates')}$`, 'u')
  const failRate = new RegExp(`${not}${words('pass-rates')}$`, 'u')
  const countedRate = new RegExp(`(?<!${not})${words('counted-rates')}$`, 'u')
  const found = new RegExp(words('count-sampled', 'count-found'), 'u')
  const formulas = new Map(
    lexicon.indicators.flatMap(({ id, formula }) =>
      formula === null
        ? []
        : [
            [
              id,
              { part: new RegExp(wordPattern(formula.numerator), 'u'), failed, whole: new RegExp(wordPattern(formula.denominator), 'u') },
            ] as const,
          ],
    ),
  )
  const ofName = (name: string): CountWords | null => {
    if (passRate.test(name)) return general
    const counted = countedRate.exec(name)?.[0].slice(0, -1)
    return counted === undefined
      ? null
      : { part: new RegExp(`(?<!${not})${counted}`, 'u'), failed: new RegExp(`${not}${counted}`, 'u'), whole: found }
  }
  return {
    general,
    isPassRate: (name) => passRate.test(name),
    isFailRate: (name) => failRate.test(name),
    of: ({ indicator, name }) => (indicator === null ? ofName(name) : (formulas.get(indicator) ?? null)),
    toPart: new RegExp(`^，${words('count-passed')}$`, 'u'),
    toRate: new RegExp(`^，([^，。；：、0-9]{0,8}?)${words('pass-rates', 'counted-rates')}[^，。；0-9]{0,3}$`, 'u'),
  }
})
