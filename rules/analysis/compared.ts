/** The comparisons of quality results that one sentence makes: what is compared, and with which baseline. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'

/** A rank is a comparison with the other counties; a base year is an earlier point. */
export type Baseline = 'yoy' | 'qoq' | 'previous' | 'target' | 'average' | 'peer' | 'structure'

export interface Compared {
  /** The indicator's id, or the document's own name. */
  readonly subject: string
  readonly baseline: Baseline
}

export type ComparisonFinder = (sentence: SentenceView, county: string | null) => readonly Compared[]

const WORDED = ['average', 'yoy', 'qoq', 'target', 'peer', 'previous'] as const

export function createComparisonFinder(lexicon: Lexicon): ComparisonFinder {
  const classOf = createSubjectClass(lexicon)
  const { isFact } = createStatement(lexicon)
  const concludes = cueTest(lexicon, 'structure-conclusions')
  const related = cueTest(lexicon, 'comparison-relations')
  const bases = WORDED.map((baseline) => [baseline, new RegExp(wordPattern(cue(lexicon, `base-${baseline}`)), 'u')] as const)

  /** 高于全地区平均水平: a baseline and a direction, without a figure of its own. */
  const worded = ({ words, values }: ClauseView): Baseline | null => {
    if (!related(words) || values.some(({ role }) => role === 'change' || role === 'reference' || role === 'target')) return null
    return bases.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  }

  return (sentence, county) => {
    if (!isFact(sentence)) return []
    const isOwn = (value: JudgedValue): boolean => county === null || value.county === null || value.county === county
    const quality = sentence.clauses.flatMap((clause) =>
      clause.values.filter((value) => classOf(value, clause.words, sentence.words) === 'quality'),
    )
    const levels = quality.filter((value) => value.role === 'actual' && isOwn(value))
    const found: Compared[] = []
    for (const value of quality) {
      const baseline = baselineOf(value, levels, isOwn(value))
      if (baseline) found.push({ subject: subjectOf(value), baseline })
    }
    const first = new Map<string, JudgedValue>()
    for (const level of levels) {
      const earlier = first.get(subjectOf(level))
      if (!earlier) first.set(subjectOf(level), level)
      else if (isOtherPeriod(level, earlier))
        found.push({ subject: subjectOf(level), baseline: yearOf(level) === yearOf(earlier) ? 'qoq' : 'yoy' })
    }
    const parts = quality.filter(({ role, breakdown, unit }) => role === 'share' || (breakdown !== null && unit === '%'))
    if (parts[0] && concludes(sentence.words)) found.push({ subject: subjectOf(parts[0]), baseline: 'structure' })
    const level = levels.at(-1)
    if (level)
      for (const clause of sentence.clauses) {
        const baseline = worded(clause)
        if (baseline) found.push({ subject: subjectOf(level), baseline })
      }
    return found
  }
}

function baselineOf(value: JudgedValue, levels: readonly JudgedValue[], isOwn: boolean): Baseline | null {
  const { role, basis } = value
  if (role === 'rank') return isOwn ? 'peer' : null
  if (role === 'change') return basis !== null && isOwn ? plain(basis) : null
  const against = levels.some((level) => level.unit === value.unit && subjectOf(level) === subjectOf(value))
  if (role === 'reference') return basis !== null && (against || levels.some(({ unit }) => unit === value.unit)) ? plain(basis) : null
  return role === 'target' && value.indicator !== null && against ? 'target' : null
}

const plain = (basis: NonNullable<JudgedValue['basis']>): Baseline => (basis === 'base-year' ? 'previous' : basis)

const subjectOf = ({ indicator, name }: JudgedValue): string => indicator ?? name

const yearOf = ({ period }: JudgedValue): string => (period ?? '').slice(0, 4)

/** 2019年投诉14件，2020年9件: two periods of one thing, without a word of comparison. Years are told apart however long the periods are. */
function isOtherPeriod(a: JudgedValue, b: JudgedValue): boolean {
  if (a.period === null || b.period === null || a.unit !== b.unit) return false
  return yearOf(a) !== yearOf(b) || (a.period !== b.period && a.period.length === b.period.length)
}
