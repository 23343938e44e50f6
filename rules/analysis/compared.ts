/**
 * The comparisons of quality results that one sentence makes: what is compared, and with which baseline. It rests on the values that extraction read, their
 * roles and bases first; where two levels stand side by side unmarked, the words of their clauses say which is the baseline.
 *
 *   合格率97.5%，同比提高1.1个百分点                         a change with its baseline
 *   去年110份里有9份不合格，今年120份里有21份               two times, no word of comparison
 *   老旧小区17.6%，新建小区只有4.3%                          two parts, and a word that sets one against the other
 *   样品厚度0.006mm，标准规定不小于0.010mm                   none: a sample against a limit is a test
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { type Baseline, createBaselines, type Reporter } from './baseline.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'

export interface Compared {
  /** The indicator's id, or the document's own name. */
  readonly subject: string
  readonly baseline: Baseline
}

/** `before`: the sentences before it in the same paragraph, whose levels it may speak of. */
export type ComparisonFinder = (sentence: SentenceView, before: readonly SentenceView[], reporter: Reporter) => readonly Compared[]

/** A value and the clause it stands in. */
interface Placed {
  readonly value: JudgedValue
  readonly clause: ClauseView
}

export function createComparisonFinder(lexicon: Lexicon): ComparisonFinder {
  const classOf = createSubjectClass(lexicon)
  const baselines = createBaselines(lexicon)
  const { isFact } = createStatement(lexicon)
  const planned = cueFinder(lexicon, 'planned-marks')
  const concludes = cueTest(lexicon, 'structure-conclusions', 'contrasts', 'group-marks')
  const related = cueTest(lexicon, 'comparison-relations')
  const ranked = cueTest(lexicon, 'peer-places')
  const result = cueTest(lexicon, 'quality-subjects')
  const limit = cueTest(lexicon, 'limits')
  const contest = cueTest(lexicon, 'contests')

  const qualityIn = (sentence: SentenceView): Placed[] =>
    contest(sentence.words)
      ? []
      : sentence.clauses.flatMap((clause) =>
          clause.values.filter((value) => classOf(value, clause.words, sentence.words) === 'quality').map((value) => ({ value, clause })),
        )

  /** 高于全地区平均水平: a baseline and a direction, without a figure of its own. */
  const worded = ({ words, values }: ClauseView, reporter: Reporter): Baseline | null =>
    related(words) && !values.some(({ role }) => role === 'change' || role === 'reference' || role === 'target')
      ? baselines.of(words, reporter)
      : ranked(words) && !values.some(({ role }) => role === 'rank')
        ? 'peer'
        : null

  return (sentence, before, reporter) => {
    if (!isFact(sentence)) return []
    const cut = planned(sentence.words)[0]?.start ?? Number.POSITIVE_INFINITY
    const isOwn = ({ county }: JudgedValue): boolean => county === null || reporter.county === null || county === reporter.county
    const isForeign = foreignClauses(sentence, reporter)
    const quality = qualityIn(sentence).filter(
      ({ clause }) => !isForeign(clause) && !limit(clause.words) && sentence.words.indexOf(clause.words) < cut,
    )
    const known = before.filter(isFact).flatMap((each) => qualityIn(each).map(({ value }) => value))
    const levels = quality.map(({ value }) => value).filter((value) => value.role === 'actual' && isOwn(value))
    const found: Compared[] = []
    for (const { value, clause } of quality) {
      const baseline = marked(value, clause, levels.length > 0 ? levels : known)
      if (baseline) found.push({ subject: subjectOf(value), baseline })
    }
    found.push(...sideBySide(quality, known, reporter), ...overTime(levels), ...ofParts(quality, sentence))
    const level = levels.at(-1) ?? known.at(-1)
    if (
      !level &&
      !contest(sentence.words) &&
      result(sentence.words) &&
      sentence.clauses.some(({ words }) => ranked(words) && !baselines.namesPeer(words, reporter.county))
    )
      found.push({ subject: RANK, baseline: 'peer' })
    if (level)
      for (const clause of sentence.clauses) {
        const baseline = isForeign(clause) || limit(clause.words) ? null : worded(clause, reporter)
        if (baseline) found.push({ subject: subjectOf(level), baseline })
      }
    return found

    /** 全地区平均为12.5%，我市高出7.5个百分点: the clause before names what it is set against. */
    function above(clause: ClauseView): Baseline | null {
      const previous = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
      return previous === undefined ? null : baselines.of(previous.words, reporter)
    }

    function marked(value: JudgedValue, clause: ClauseView, against: readonly JudgedValue[]): Baseline | null {
      const { role } = value
      if (role === 'rank') return isOwn(value) ? 'peer' : null
      const basis = value.basis === null ? (baselines.of(clause.words, reporter) ?? above(clause)) : plain(value.basis)
      if (role === 'change') return isOwn(value) || basis === 'peer' || basis === 'average' ? basis : null
      if (role === 'reference') return against.some(({ unit }) => unit === value.unit) ? basis : null
      const asked = role === 'target' && (value.indicator !== null || baselines.of(clause.words, reporter) === 'target')
      return asked && against.some(({ unit }) => unit === value.unit) ? 'target' : null
    }
  }

  /** Clauses whose grammatical subject is another county: up to the next that speaks of the report's own. */
  function foreignClauses(sentence: SentenceView, { county }: Reporter): (clause: ClauseView) => boolean {
    const own = sentence.clauses.some(({ words }) => baselines.namesSelf(words, county))
    const first = sentence.clauses.find(({ values }) => values.length > 0)
    const isForeign =
      !own &&
      first !== undefined &&
      baselines.namesPeer(first.words, county) &&
      !related(first.words) &&
      !/[比较与和同跟]/u.test(first.words.slice(0, 2))
    const after = sentence.clauses.some(({ values }, index) => index > 0 && values.some((value) => isReported(value, county)))
    return () => isForeign && !after
  }

  /** Two levels of one unit, one of them in a clause that names another time, place or target. */
  function sideBySide(quality: readonly Placed[], known: readonly JudgedValue[], reporter: Reporter): Compared[] {
    const levels = quality.filter(({ value: { role } }) => role === 'actual' || role === 'reference' || role === 'target')
    return levels.flatMap((other) => {
      const baseline = baselines.of(other.clause.words, reporter)
      if (baseline === null) return []
      const own = levels.find(
        ({ value, clause }) => clause !== other.clause && value.unit === other.value.unit && baselines.of(clause.words, reporter) === null,
      )
      const level = own?.value ?? known.findLast(({ role, unit }) => role === 'actual' && unit === other.value.unit)
      return level ? [{ subject: subjectOf(level), baseline }] : []
    })
  }

  /** 其余三类合格率96.6%，滴灌带却只有75.0%: parts side by side, and a conclusion. Shares and breakdowns need only the conclusion. */
  function ofParts(quality: readonly Placed[], sentence: SentenceView): Compared[] {
    if (!concludes(sentence.words)) return []
    const parts = quality.filter(({ value: { role, breakdown, unit } }) => role === 'share' || (breakdown !== null && unit === '%'))
    if (parts[0]) return [{ subject: subjectOf(parts[0].value), baseline: 'structure' }]
    const levels = quality.filter(({ value }) => value.role === 'actual')
    const pair = levels.find((one) =>
      levels.some((other) => (other.clause !== one.clause || one.value.unit === RATE) && isPair(one.value, other.value)),
    )
    return pair ? [{ subject: subjectOf(pair.value), baseline: 'structure' }] : []
  }
}

const RATE = '%'
/** A rank of a result of which no figure is given. */
const RANK = 'rank'

const isPair = (one: JudgedValue, other: JudgedValue): boolean =>
  one.unit === other.unit && one.value !== other.value && one.period === other.period

const isReported = ({ county, role }: JudgedValue, own: string | null): boolean => role === 'actual' && county !== null && county === own

/** 2019年投诉14件，2020年9件: two periods of one thing, without a word of comparison. */
function overTime(levels: readonly JudgedValue[]): Compared[] {
  const first = new Map<string, JudgedValue>()
  return levels.flatMap((level) => {
    const earlier = first.get(subjectOf(level))
    if (!earlier) first.set(subjectOf(level), level)
    if (!earlier || !isOtherPeriod(level, earlier)) return []
    return [{ subject: subjectOf(level), baseline: yearOf(level) === yearOf(earlier) ? ('qoq' as const) : ('yoy' as const) }]
  })
}

const plain = (basis: NonNullable<JudgedValue['basis']>): Baseline => (basis === 'base-year' ? 'previous' : basis)

const subjectOf = ({ indicator, name }: JudgedValue): string => indicator ?? name

const yearOf = ({ period }: JudgedValue): string => (period ?? '').slice(0, 4)

/** Years are told apart however long the periods are. */
function isOtherPeriod(a: JudgedValue, b: JudgedValue): boolean {
  if (a.period === null || b.period === null || a.unit !== b.unit) return false
  return yearOf(a) !== yearOf(b) || (a.period !== b.period && a.period.length === b.period.length)
}
