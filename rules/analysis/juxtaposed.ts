/**
 * Levels that stand side by side without a word that marks one as the other's baseline: the words of their clauses, their periods, or a conclusion drawn from them
 * tell what is compared.
 *
 *   2019年投诉14件，2020年9件                     two periods of one thing
 *   其余三类合格率96.6%，滴灌带却只有75.0%        parts, and a conclusion
 *   大型商超全部合格，6批次不合格里小作坊占5批次  the greater part of a whole
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { type Baseline, type Baselines, isQuarterBefore, type Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { isDealtOut } from './dealt-out.ts'
import { createNamesAgain } from './drawn-conclusion.ts'
import { areFar, isEnumerated, isMost, isPair, isRateOf } from './pairs.ts'
import { createPolarity } from './polarity.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'

export interface Compared {
  /** The indicator's id, or the document's own name. */
  readonly subject: string
  readonly baseline: Baseline
  readonly lead?: Lead | undefined
}

/** Whether the report's own level, or that of a part, is the worse of two, and where in the text one of the two stands. */
export interface Lead {
  readonly at: number
  readonly isWorse: boolean
}

/** A value and the clause it stands in. */
export interface Placed {
  readonly value: JudgedValue
  readonly clause: ClauseView
}

/** What was said before: in the same paragraph, and under the same heading. */
export interface KnownLevels {
  readonly near: () => readonly JudgedValue[]
  readonly far: () => readonly JudgedValue[]
}

export interface Juxtaposed {
  /** Two levels of one unit, one of them in a clause that names another time, place or target. */
  readonly sideBySide: (quality: readonly Placed[], sentence: SentenceView, known: KnownLevels, reporter: Reporter) => Compared[]
  /** `after`: the sentence after it, which may come back to one of them. */
  readonly ofParts: (quality: readonly Placed[], sentence: SentenceView, after: SentenceView | undefined) => Compared[]
  /** 三个月依次为4.1%、7.9%、11.3% */
  readonly inSeries: (quality: readonly Placed[]) => Compared[]
  /** 2019年投诉14件，2020年9件; 一月23.1%、二月25.4%: two periods of one thing, without a word of comparison. */
  readonly overTime: (levels: readonly JudgedValue[], words: string) => Compared[]
}

const RATE = '%'
const PAIR = 2
const BOUNDS: ReadonlySet<string> = new Set(['>', '<', '>=', '<='])
const TIMES = /(?:20[0-9]{2}年|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?|[一二三四1-4]季度)+$/u

export function createJuxtaposed(lexicon: Lexicon, baselines: Baselines): Juxtaposed {
  const concludes = cueTest(lexicon, 'structure-conclusions', 'group-marks')
  const contrasts = cueTest(lexicon, 'contrasts')
  /** 其他品种200批次没有一批不合格 */
  const rest = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'remainders'))})[^，。；]{0,12}(?:${wordPattern(cue(lexicon, 'uniform-marks'))})`,
    'u',
  )
  const none = cueTest(lexicon, 'none-words')
  const isRest = cueTest(lexicon, 'remainders')
  const isNoPart = cueTest(lexicon, 'side-words')
  const namesAgain = createNamesAgain(lexicon)
  const onward = cueTest(lexicon, 'onward-marks')
  const isWork = cueTest(lexicon, 'activities', 'quality-acts', 'future-marks', 'effort-subjects', 'improvements', 'aftermath-words')
  const serial = cueTest(lexicon, 'series-marks')
  const isBad = cueTest(lexicon, 'better-lower', 'deficits')
  const drawn = cueTest(lexicon, 'samples')
  /** 合计占比75.4%: of all that was listed. */
  const sums = new RegExp(`^(?:${wordPattern(cue(lexicon, 'sum-words'))})`, 'u')
  /** 樟子松只活64.8% */
  const only = new RegExp(`${guardedPattern(['只'], cue(lexicon, 'only-lookalikes'))}\\p{Script=Han}{0,2}[0-9]`, 'u')
  const limit = cueTest(lexicon, 'limits')
  const { of: polarity } = createPolarity(lexicon)
  const occupies = new RegExp(`(?:${wordPattern(cue(lexicon, 'part-of-whole'))})[^，。；]{0,8}占`, 'u')

  /** 162批次无一超标，2020年尚有2批次: of so many none, whatever the other figure is. */
  const isNone = ({ value: { evidence }, clause: { words } }: Placed): boolean => {
    const rest = words.slice(words.indexOf(evidence.quote) + evidence.quote.length)
    return none(rest) && isBad(rest)
  }
  const sideBySide: Juxtaposed['sideBySide'] = (quality, sentence, known, reporter) => {
    const levels = quality.filter(
      ({ value: { role } }) => role === 'actual' || role === 'share' || role === 'reference' || role === 'target',
    )
    return levels.flatMap((other) => {
      const baseline = baselines.of(nameOf(other, sentence), reporter) ?? ofPlace(other.value, reporter)
      if (baseline === null) return []
      const own = levels.find(
        ({ value, clause }) =>
          clause !== other.clause &&
          value.unit === other.value.unit &&
          !isBareBound(value) &&
          baselines.of(clause.words, reporter) === null,
      )
      const level =
        own?.value ??
        known.near().findLast((value) => isLevelFor(value, other.value)) ??
        known.far().findLast((value) => isLevelFor(value, other.value) && subjectOf(value) === subjectOf(other.value))
      const isNear = own ? isBeside(own.clause, other.clause, sentence) : level !== undefined && subjectOf(level) === subjectOf(other.value)
      if (own && isNone(own))
        return [{ subject: subjectOf(own.value), baseline, lead: leadBy(other.value.value, other.value.evidence.start) }]
      const lead =
        level && isNear
          ? leadOf(level, other.value, other.value, (own ?? other).clause.words, ...(level.name.endsWith('率') ? [] : [sentence.words]))
          : undefined
      return level ? [{ subject: subjectOf(level), baseline, lead }] : []
    })
  }

  /** 三年来第一次低于两成: a bound that is of nothing by its own name. */
  const isBareBound = (value: JudgedValue): boolean => value.comparator !== '=' && value.indicator === null && polarity(value) === 0
  /** 水分高于14%、霉粒高于2%: that stand above nothing but their own bounds. */
  const isOwnBound = ({ comparator, indicator, name }: JudgedValue): boolean =>
    BOUNDS.has(comparator) && indicator === null && !name.endsWith('率')
  const ofPlace = ({ role, county }: JudgedValue, reporter: Reporter): Baseline | null =>
    role !== 'actual' || county === null || reporter.county === null || county === reporter.county
      ? null
      : baselines.namesPeer(county, reporter.county)
        ? 'peer'
        : 'average'

  const ofParts: Juxtaposed['ofParts'] = (quality, sentence, after) => {
    if (quality.length === 0 || chained(quality).length > 0) return []
    /** 不得高于200毫克, 低于标签: a sample beside its limit tells nothing of the parts. */
    const words = sentence.clauses.flatMap((clause) => (limit(clause.words) ? [] : [clause.words])).join('')
    const strong = concludes(words)
    const isConcluded = strong || contrasts(words) || rest.test(words)
    const shares = quality.filter(({ value: { role, breakdown, unit } }) => role === 'share' || (breakdown !== null && unit === RATE))
    const isWhole = isDealtOut(shares.map(({ value }) => value))
    const share = isConcluded
      ? shares[0]
      : shares.find(
          ({ value: { role, value }, clause }) =>
            role === 'share' && !isWhole && value > MOST && isBad(words) && !drawn(clause.words) && !sums.test(clause.words),
        )
    const parts = quality.filter(({ value, clause }) => value.role === 'actual' && !isNoPart(clause.words))
    const levels = parts.filter(({ value }) => !parts.some((bound) => isWithin(bound.value, value)))
    const ofUnit = levels.filter(({ value: { unit } }) => unit === levels[0]?.value.unit)
    const isListed = isEnumerated(levels) && !strong && !ofUnit.some(({ clause }) => contrasts(clause.words))
    const areSet = (one: Placed, other: Placed): boolean =>
      isPair(one, other) && !isRateOf(one, other, sentence) && !(isOwnBound(one.value) && isOwnBound(other.value))
    const pairs = isListed ? [] : levels.filter((one) => levels.some((other) => areSet(one, other)))
    const isDrawn =
      isConcluded ||
      (pairs[0]?.value.unit === RATE && pairs.some(({ clause }) => only.test(clause.words))) ||
      pairs.some(({ clause }) => isRest(clause.words) && areFar(pairs)) ||
      (pairs.length === PAIR && areFar(pairs) && comments(pairs, sentence)) ||
      (pairs.length > 1 && namesAgain(pairs, sentence, areFar(pairs) ? after : undefined))
    const pair = isDrawn ? pairs[0] : undefined
    const part = share ?? pair ?? levels.find(({ clause }) => occupies.test(clause.words) && isMost(clause.values))
    if (!part) return []
    const isWorse =
      (share !== undefined && isBad(words) && !isOneOfTwo(share)) ||
      (pair?.value.unit === RATE &&
        pairs.every(({ value }) => value.comparator === '=') &&
        polarity(pair.value, pair.clause.words, words) !== 0)
    return [
      { subject: subjectOf(part.value), baseline: 'structure', lead: isWorse ? { at: part.value.evidence.start, isWorse } : undefined },
    ]
  }

  const inSeries: Juxtaposed['inSeries'] = (quality) => {
    const found = quality.find(({ value, clause }) => alike(quality, value, clause).length >= TREND && serial(clause.words))
    const [first, ...later] = found ? alike(quality, found.value, found.clause) : chained(quality)
    const last = later.at(-1)
    if (!first || !last) return []
    return [{ subject: subjectOf(first.value), baseline: 'qoq', lead: leadOf(last.value, first.value, last.value, first.clause.words) }]
  }

  /** 学校食堂99.1%，社会餐饮87.4%，同一个县两重天: what is said of two so far apart, and is no work. */
  const comments = (pairs: readonly Placed[], { clauses }: SentenceView): boolean => {
    const after = clauses.slice(Math.max(...pairs.map(({ clause }) => clauses.indexOf(clause))) + 1)
    return (
      pairs.every(({ value: { unit } }) => unit === RATE) &&
      pairs.some(({ value, clause }) => polarity(value, clause.words) !== 0) &&
      after.length === 1 &&
      after.every(({ words, values }) => values.length === 0 && !isWork(words))
    )
  }

  const overTime: Juxtaposed['overTime'] = (levels, words) => {
    const first = new Map<string, JudgedValue>()
    let subject = ''
    return levels.flatMap((level) => {
      subject = timeless(level) || subject
      const other = first.get(subject)
      if (!other) first.set(subject, level)
      if (!other || !isOtherPeriod(level, other)) return []
      const [before, after] = (level.period ?? '') > (other.period ?? '') ? [other, level] : [level, other]
      const baseline: Baseline = isQoq(level, other) ? 'qoq' : 'yoy'
      return [{ subject: subjectOf(level), baseline, lead: leadOf(after, before, after, words) }]
    })
  }

  /** 从31分钟到24分钟，再到今年的17分钟 */
  const chained = (quality: readonly Placed[]): Placed[] => {
    const last = quality.at(-1)
    if (!last || !onward(last.clause.words)) return []
    const chain = quality.filter(({ value: { role, unit } }) => unit === last.value.unit && (role === 'actual' || role === 'reference'))
    return chain.length >= TREND ? chain : []
  }

  /** `at`: the one of the two that stands where the comparison is made. */
  function leadOf(own: JudgedValue, other: JudgedValue, at: JudgedValue, ...words: readonly string[]): Lead | undefined {
    if (own.unit !== other.unit) return undefined
    return leadBy((own.value - other.value) * (polarity(own, ...words) || polarity(other, ...words)), at.evidence.start)
  }
  return { sideBySide, ofParts, inSeries, overTime }
}

const alike = (quality: readonly Placed[], { unit }: JudgedValue, clause: ClauseView): Placed[] =>
  quality.filter((other) => other.clause === clause && other.value.unit === unit && other.value.role === 'actual')

export const leadBy = (difference: number, at: number): Lead | undefined => (difference === 0 ? undefined : { at, isWorse: difference < 0 })

/** Nothing but a figure stands between them. */
const isBeside = (one: ClauseView, other: ClauseView, { clauses }: SentenceView): boolean => {
  const [from, to] = [clauses.indexOf(one), clauses.indexOf(other)].sort((a, b) => a - b)
  return to !== undefined && !clauses.slice(from, to).some(({ words }, at) => at >= NEAR || words.endsWith('；'))
}

/** Per cent of a whole, above which a part is the greater. */
const MOST = 50
/** So many clauses apart, two levels are set side by side. */
const NEAR = 2
/** So many periods side by side show a trend. */
export const TREND = 3

export const subjectOf = ({ indicator, name }: JudgedValue): string => indicator ?? name

const isLevelFor = ({ role, unit }: JudgedValue, other: JudgedValue): boolean =>
  (role === 'actual' || role === 'share') && unit === other.unit

/** 煤样灰分一月, 二月: one subject at two times; '' where nothing but the time is named. */
const timeless = (value: JudgedValue): string => value.indicator ?? value.name.replace(TIMES, '')

/** A clause of no more than so many characters that states nothing only says when or where: 去年这个时候， */
const LONGEST_LABEL = 9
/** 三年前平台刚建起来那一年， */
const WHEN = /^[^，。；]{1,20}(?:年|月|季|季度|时候|时|期)，$/u

/** 3批次发芽率低于85%，分别为78%、76%: those that a bound speaks of. */
const isWithin = (bound: JudgedValue, { value, name }: JudgedValue): boolean =>
  name === bound.name && ((bound.comparator === '<' && value < bound.value) || (bound.comparator === '>' && value > bound.value))

/** 奎屯市跟我们一样，2.9%: a clause that is only a figure is named by the one before it; what follows the figure names it not. */
function nameOf({ clause, value }: Placed, { clauses }: SentenceView): string {
  const before = clauses[clauses.indexOf(clause) - 1]
  if (!/\p{Script=Han}/u.test(clause.words)) return (before ?? clause).words
  const at = value.role === 'actual' ? clause.words.indexOf(value.evidence.quote) : -1
  const label =
    before && before.values.length === 0 && (before.words.length <= LONGEST_LABEL || WHEN.test(before.words)) ? before.words : ''
  return label + (at < 0 ? clause.words : clause.words.slice(0, at))
}

/** 工程类占比由25.0%降到16.7%: a share that moved. */
const isOneOfTwo = ({ value, clause: { values } }: Placed): boolean => values.some((other) => other !== value && other.unit === value.unit)

const isQoq = (one: JudgedValue, other: JudgedValue): boolean =>
  yearOf(one) === yearOf(other) || isQuarterBefore(one.period, other.period) || isQuarterBefore(other.period, one.period)

const yearOf = ({ period }: JudgedValue): string => (period ?? '').slice(0, 4)

/** Years are told apart however long the periods are. */
function isOtherPeriod(a: JudgedValue, b: JudgedValue): boolean {
  if (a.period === null || b.period === null || a.unit !== b.unit) return false
  return yearOf(a) !== yearOf(b) || (a.period !== b.period && a.period.length === b.period.length)
}
