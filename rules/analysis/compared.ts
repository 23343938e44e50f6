/**
 * The comparisons of quality results that one sentence makes: what is compared, and with which baseline. It rests on the values that extraction read, their
 * roles and bases first; where two levels stand side by side unmarked, the words of their clauses say which is the baseline.
 *
 *   合格率97.5%，同比提高1.1个百分点                         a change with its baseline
 *   去年110份里有9份不合格，今年120份里有21份               two times, no word of comparison
 *   老旧小区17.6%，新建小区只有4.3%                          two parts, and a word that sets one against the other
 *   样品厚度0.006mm，标准规定不小于0.010mm                   none: a sample against a limit is a test
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { type Baseline, createBaselines, isQuarterBefore, type Reporter } from './baseline.ts'
import { createByShape } from './by-shape.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import { type Compared, createJuxtaposed, type KnownLevels, type Lead, type Placed, subjectOf } from './juxtaposed.ts'
import { knownLevels } from './known-levels.ts'
import { createMoved } from './moved.ts'
import { createOfActivity } from './of-activity.ts'
import { isBeside, isOfOne, isPer, isUnitOf } from './of-one-level.ts'
import { remembered } from './remembered.ts'
import { createSampled } from './sampled.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'
import { gapOf, gapWithin, type TablePair } from './table-pairs.ts'
import { createUnreal } from './unreal.ts'
import { createWhoseNews } from './whose-news.ts'
import { createWithoutFigure } from './without-figure.ts'

export interface ComparisonContext {
  readonly reporter: Reporter
  /** The sentences before it under the same heading, whose levels it may speak of. */
  readonly before: readonly SentenceView[]
  /** The sentence after it in the same paragraph. */
  readonly after: SentenceView | undefined
  /** Levels set side by side in the tables above it. */
  readonly tables: readonly TablePair[]
}

export type ComparisonFinder = (sentence: SentenceView, context: ComparisonContext) => readonly Compared[]

export function createComparisonFinder(lexicon: Lexicon): ComparisonFinder {
  const classOf = createSubjectClass(lexicon)
  const baselines = createBaselines(lexicon)
  const { sideBySide, ofParts, inSeries, overTime } = createJuxtaposed(lexicon, baselines)
  const { ofTopic, timesAsMuch, bare, bareOther } = createByShape(lexicon, baselines)
  const { ofWhole, ofNone } = createWithoutFigure(lexicon, baselines)
  const moved = createMoved(lexicon, baselines)
  const sampled = createSampled(lexicon, baselines)
  const { isFact } = createStatement(lexicon)
  const planned = cueFinder(lexicon, 'planned-marks')
  const { isOfArea, isOfPeer, relates } = createWhoseNews(lexicon)
  /** 比地膜低14.4个百分点: another part, which the clause names. */
  const beyond = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'part-openers'))})(?:(?![年前期季月旬])\\p{Script=Han}|、){2,12}(?:${wordPattern(cue(lexicon, 'relation-qualities'))})|(?:${wordPattern(cue(lexicon, 'apart-words'))})(?:(?![年前期季月旬])\\p{Script=Han}){2,8}[0-9]`,
    'u',
  )
  /** 与最高的讲解服务差13.8分 */
  const apart = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'apart-openers'))})(?:(?![年前期季月旬])\\p{Script=Han}|、){2,12}(?:${wordPattern(cue(lexicon, 'gap-words'))})[0-9]`,
    'u',
  )
  const contrasts = cueTest(lexicon, 'contrasts')
  const zero = cueTest(lexicon, 'zero-levels')
  const none = (words: string): boolean => NOT_ONE.test(words) || zero(words)
  const ranked = cueTest(lexicon, 'peer-places')
  const result = cueTest(lexicon, 'quality-subjects', 'better-lower', 'better-higher')
  const pointer = cueTest(lexicon, 'pointer-names')
  const isBad = cueTest(lexicon, 'better-lower')
  const itemised = cueTest(lexicon, 'quality-items')
  const unlike = cueTest(lexicon, 'effort-subjects', 'macro-subjects')
  const limit = cueTest(lexicon, 'limits')
  /** 标准为不超过50个; 标准0.2克每千克 */
  const limitClause = new RegExp(`^(?:${wordPattern(cue(lexicon, 'limit-names'))})(?:为|是)?[^，。；0-9]{0,4}[0-9]`, 'u')
  const contests = cueTest(lexicon, 'contests')
  const ofActivity = createOfActivity(lexicon)
  const contest = (words: string): boolean => contests(words) || ofActivity.alone(words)
  const unreal = createUnreal(lexicon)

  const isEffort = ({ clauses }: SentenceView): boolean =>
    clauses.some(({ words, values }) => values.some((value) => classOf(value, words) === 'effort'))

  const qualityIn = remembered((sentence: SentenceView): readonly Placed[] => {
    if (contest(sentence.words)) return []
    const found: Placed[] = []
    for (const clause of sentence.clauses)
      for (const value of clause.values) {
        const kind = classOf(value, clause.words, sentence.words)
        if (
          kind === 'quality' ||
          (kind === 'unknown' &&
            (isOfOne(value, found) || isPer(value, clause, found, sentence) || isBeside(value, clause, found, sentence)))
        )
          found.push({ value, clause })
      }
    return found
  })

  /** What a sentence states of quality: asked again for each sentence after it. */
  const levelsIn = remembered((sentence: SentenceView): readonly JudgedValue[] =>
    isFact(sentence) ? qualityIn(sentence).map(({ value }) => value) : [],
  )

  /** 每百批2.2批。2020年前三季度这个数是3.9批: a figure that only points back is of what the paragraph spoke of. */
  const pointedBack = (sentence: SentenceView, known: KnownLevels): Placed[] => {
    const placed = qualityIn(sentence).map(({ value }) => value)
    return sentence.clauses.flatMap((clause) =>
      clause.values
        .filter(
          (value) =>
            pointer(value.name) &&
            !placed.includes(value) &&
            known.near().some(({ unit }) => isUnitOf(unit, value.unit) || value.role === 'rank'),
        )
        .map((value) => ({ value, clause })),
    )
  }

  /** 折合每万人次6.1件。去年夏天是3.6件，塔城市是4.0件: nothing but the other sides of the level before it. */
  const ofBefore = (sentence: SentenceView, known: KnownLevels): readonly Placed[] => {
    const { values, clauses, words } = sentence
    const isOtherSide = values.length > 0 && values.every(({ role, basis }) => role === 'reference' && basis !== null)
    if (!isOtherSide || unlike(words) || contest(words) || qualityIn(sentence).length > 0) return []
    const level = known.near().at(-1)
    return values.every(({ unit, indicator }) => unit === level?.unit && indicator === null)
      ? clauses.flatMap((clause) => clause.values.map((value) => ({ value, clause })))
      : []
  }

  /** 城区14分钟。额敏县同一平台上的数字是城区16分钟。 */
  const beside = ({ values }: SentenceView, known: KnownLevels): Compared[] => {
    const [other, ...more] = values
    const level =
      other && more.length === 0 && other.role !== 'change' ? known.near().findLast(({ unit }) => unit === other.unit) : undefined
    return level ? named(level, 'peer') : []
  }

  /** 添加量由一成加到近两成: how something was made before, not how it turned out. */
  const isProcess = ({ basis, unit }: JudgedValue, { words }: ClauseView, against: readonly JudgedValue[]): boolean =>
    basis === 'previous' &&
    !result(words) &&
    !moved.isOutcome(words) &&
    against.every((level) => level.unit !== unit || (level.indicator === null && !result(level.name) && !itemised(level.name)))

  /** 全地区供水投诉都在十几件上下，唯独我县有52件: how the others stand is told without a figure that could be read. */
  const isAlone = ({ words, values }: ClauseView, previous: ClauseView, { county }: Reporter): boolean =>
    values.length > 0 && previous.values.length === 0 && result(previous.words) && contrasts(words) && baselines.namesSelf(words, county)

  /** Whoever is alone with so many complaints has more of them. */
  const leadAlone = (clause: ClauseView, previous: ClauseView | undefined, reporter: Reporter): Lead | undefined =>
    previous && isAlone(clause, previous, reporter) && isBad(previous.words) && clause.values[0]
      ? { at: clause.values[0].evidence.start, isWorse: true }
      : undefined

  /** 高于全地区平均水平，去年一件没有: a baseline and a direction, or none at all, without a figure of its own. */
  const worded = ({ words, values }: ClauseView, previous: ClauseView | undefined, reporter: Reporter): Baseline | null => {
    if (ranked(words) && !values.some(({ role }) => role === 'rank')) return 'peer'
    if (values.some(({ role, unit }) => role === 'change' || (role === 'reference' && unit !== UNTOLD) || role === 'target')) return null
    if (previous && isAlone({ words, values }, previous, reporter)) return baselines.of(previous.words, reporter)
    return relates(words) || (none(words) && values.length === 0) ? baselines.of(words, reporter) : null
  }

  return (sentence, { before, after, reporter, tables }) => {
    if (!isFact(sentence)) return []
    const isForeign = isOfPeer(sentence, reporter)
    /** 湿包率3.1%，目标是1%以内，高出2.1个百分点 */
    const isHeldAgainst =
      sentence.values.some(({ role }) => role === 'actual') &&
      sentence.values.some(({ role, basis }) => role === 'change' && basis === 'target')
    const cut = (isHeldAgainst ? undefined : planned(sentence.words)[0]?.start) ?? Number.POSITIVE_INFINITY
    const told = (clause: ClauseView): boolean => !unreal.clausesOf(sentence).has(clause)
    const speaks = (clause: ClauseView): boolean => told(clause) && speaksOf(clause)
    const speaksOf = ({ words }: ClauseView): boolean =>
      !isForeign && !limit(words) && !limitClause.test(words) && sentence.words.indexOf(words) + OPENING < cut
    const isOwn = ({ county }: JudgedValue): boolean => county === null || reporter.county === null || county === reporter.county
    const isLevel = (value: JudgedValue): boolean => (value.role === 'actual' || value.role === 'share') && isOwn(value)

    const clauses = sentence.clauses.filter(speaks)
    const known = knownLevels(before, sentence, levelsIn)
    const quality = [...qualityIn(sentence), ...pointedBack(sentence, known), ...ofBefore(sentence, known)].filter(({ clause }) =>
      clauses.includes(clause),
    )
    const levels = quality.map(({ value }) => value).filter(isLevel)
    const against = (): readonly JudgedValue[] => (levels.length > 0 ? levels : known.far())
    const found: Compared[] = [
      ...quality.flatMap(({ value, clause }) => named(value, marked(value, clause))),
      ...sideBySide(quality, sentence, known, reporter),
      ...overTime(
        levels.filter(({ role }) => role === 'actual'),
        sentence.words,
      ),
      ...inSeries(quality),
      ...ofParts(quality, sentence, after),
      ...timesAsMuch(clauses, levels, reporter),
      ...moved.ofClauses(clauses, quality, reporter),
      ...sampled(clauses, quality, reporter),
      ...bareOther(clauses, levels, reporter),
      ...ofWhole(clauses, quality),
    ]
    if (found.length === 0) found.push(...ofNone(clauses, reporter), ...(isForeign ? [] : moved.ofBare({ ...sentence, clauses }, reporter)))
    if (found.length === 0)
      found.push(
        ...overTime(
          quality.map(({ value }) => value).filter((value) => value.role === 'reference' && isOwn(value)),
          sentence.words,
        ),
      )
    const level = levels.at(-1) ?? known.near().at(-1) ?? tables.at(-1)?.level
    if (level)
      found.push(
        ...clauses.flatMap((clause) => {
          const previous = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
          return named(level, worded(clause, previous, reporter)).map((one) => ({ ...one, lead: leadAlone(clause, previous, reporter) }))
        }),
      )
    else if (ranksResult(clauses)) found.push({ subject: RANK, baseline: 'peer' })
    if (isForeign) found.push(...beside(sentence, known))
    if (found.length === 0 && !isForeign) found.push(...ofTopic(sentence, reporter))
    const isBare =
      found.length === 0 &&
      !isForeign &&
      cut === Number.POSITIVE_INFINITY &&
      (result(sentence.words) || itemised(sentence.words)) &&
      !unlike(sentence.words) &&
      !isEffort(sentence)
    return isBare && !contest(sentence.words) ? bare(sentence, reporter) : found

    function ranksResult(among: readonly ClauseView[]): boolean {
      const isRanked = among.some(({ words }) => ranked(words) && !baselines.namesPeer(words, reporter.county))
      return isRanked && !contest(sentence.words) && result(sentence.words)
    }

    /** 全地区平均为12.5%，我市高出7.5个百分点: the clause before names what it is set against. */
    function above(clause: ClauseView): Baseline | null {
      const previous = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
      return previous === undefined || previous.values.length === 0 ? null : baselines.of(previous.words, reporter)
    }

    /** 限值1.5%，超0.4个百分点 */
    function isAfterLimit(clause: ClauseView): boolean {
      return limitClause.test(sentence.clauses[sentence.clauses.indexOf(clause) - 1]?.words ?? '')
    }

    /** 准点率88.4%，降了3.0个百分点: since the time before. */
    function since({ unit }: JudgedValue, { words }: ClauseView): Baseline | null {
      return unit === POINTS && moved.hasMoved(words) && levels.some((level) => level.unit === '%') ? 'previous' : null
    }

    function marked(value: JudgedValue, clause: ClauseView): Baseline | null {
      const { role, unit } = value
      if (role === 'rank') return isOwn(value) ? 'peer' : null
      const basis = value.basis ?? baselines.of(clause.words, reporter) ?? above(clause)
      const baseline = isQuarterBefore(value.period, reporter.period) ? 'qoq' : basis === 'base-year' ? 'previous' : basis
      if (role === 'change' && baseline === 'target' && isAfterLimit(clause)) return null
      if (role === 'change' && baseline !== 'average' && isOfArea(sentence, reporter)) return null
      if (role === 'change')
        return isOwn(value) || baseline === 'peer' || baseline === 'average'
          ? (baseline ??
              gapOf(value, tables) ??
              gapWithin(value, levels) ??
              since(value, clause) ??
              (beyond.test(clause.words) || apart.test(clause.words) ? 'structure' : null))
          : null
      const isOfUnit = against().some((other) => isUnitOf(other.unit, unit) || RELATIVE.has(unit))
      if (role === 'reference') return isOfUnit && !isProcess(value, clause, against()) ? baseline : null
      const isAsked =
        value.indicator !== null || baselines.of(clause.words, reporter) === 'target' || against().some(({ name }) => name === value.name)
      return role === 'target' && isAsked && isOfUnit ? 'target' : null
    }
  }
}

/** 一只没有, 一批次也没有 */
const NOT_ONE = /一\p{Script=Han}{1,2}(?:也|都)?没有/u
/** 今年的目标是合格率比上年提高1个百分点: a clause is planned from such an opening on. */
const OPENING = 6
/** 比2020年快了1.3个: of what, the level before it says. */
const UNTOLD = '个'
const POINTS = '个百分点'
/** A rank of a result of which no figure is given. */
const RANK = 'rank'
/** 是全地区平均的1.8倍、四成 */
const RELATIVE = new Set(['倍', '%'])

const named = (value: JudgedValue, baseline: Baseline | null): Compared[] =>
  baseline === null ? [] : [{ subject: subjectOf(value), baseline }]
