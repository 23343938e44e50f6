/**
 * Comparisons told by the shape of a sentence, whatever its figures are called: a topic and its two answers, a part that is so many times another, labels with bare
 * figures.
 *
 *   留样合规的占比，春季七成八，秋季九成六      a topic and two answers
 *   户均停电3.1小时，牧区是城镇的三倍          so many times
 *   论测评得分，我市88.2，全疆84.9             figures too bare for a value to be read
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Baselines, Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { type Compared, type Lead, leadBy, subjectOf } from './juxtaposed.ts'
import { createPolarity } from './polarity.ts'
import { createRatioPair } from './ratio-pair.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createTopicPair } from './topic-pair.ts'

export interface ByShape {
  readonly ofTopic: (sentence: SentenceView, reporter: Reporter) => Compared[]
  readonly timesAsMuch: (clauses: readonly ClauseView[], levels: readonly JudgedValue[], reporter: Reporter) => Compared[]
  readonly bare: (sentence: SentenceView, reporter: Reporter) => Compared[]
  /** 满意度88.6分，全地区均值是90.9: a level, and beside it a figure without a unit. */
  readonly bareOther: (clauses: readonly ClauseView[], levels: readonly JudgedValue[], reporter: Reporter) => Compared[]
}

const PAIR = 2
const MULTIPLE = '倍'
/** 牧区是城镇的三倍: of two parts. */
const MULTIPLES = /\p{Script=Han}{2,12}的[^，。；]{1,4}倍/u
/** A figure at the end of a few words: 全疆84.9; 二月9件. */
const BARE =
  /^((?:20[0-9]{2}年)?(?:[^0-9]{0,12}?(?<![0-9])[0-9]{1,2}月(?:份)?)?[^0-9]{0,12}?)(?:是|为|有|仅|只有)?([0-9]+(?:\.[0-9]+)?)([%A-Za-z/\p{Script=Han}]{0,6})$/u
const TIME = /^(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|[上下]半年|[一二三四1-4]季度|[春夏秋冬])/u
const PERIOD = /(?:20[0-9]{2}年|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|[一二三四1-4]季度)$/u

export function createByShape(lexicon: Lexicon, baselines: Baselines): ByShape {
  const topicPair = createTopicPair(lexicon)
  const ratioPair = createRatioPair(lexicon)
  const { of: polarity, ofWords } = createPolarity(lexicon)
  const about = cueTest(lexicon, 'about-words')

  const ofTopic: ByShape['ofTopic'] = (sentence, reporter) => {
    const pair = topicPair(sentence)
    if (pair) {
      const [one, other] = [baselines.of(pair.first.label, reporter), baselines.of(pair.second.label, reporter)]
      const [before, after] = one === null && other !== null ? [pair.second, pair.first] : [pair.first, pair.second]
      const timed = one ?? other ?? ([pair.first, pair.second].every(({ label }) => TIME.test(label)) ? 'qoq' : null)
      const lead = leadBy((after.figure - before.figure) * ofWords(pair.topic), sentence.span.start)
      if (timed !== null) return [{ subject: pair.topic, baseline: timed, lead }]
      if (pair.isDrawn) return [{ subject: pair.topic, baseline: 'structure' }]
    }
    const sampled = ratioPair(sentence)
    return sampled === null ? [] : [{ subject: sampled, baseline: 'structure' }]
  }

  const timesAsMuch: ByShape['timesAsMuch'] = (clauses, levels, reporter) => {
    const level = levels.find(({ unit }) => unit !== MULTIPLE)
    return clauses.flatMap(({ words, values }) => {
      const times = values.find(({ unit, role }) => unit === MULTIPLE && role === 'actual')
      if (times === undefined) return []
      const baseline = baselines.of(words, reporter) ?? (MULTIPLES.test(words) ? 'structure' : null)
      if (baseline === null || (!level && ofWords(words) === 0)) return []
      const lead = leadBy((1 - times.value) * -(level ? polarity(level, words) : ofWords(words)), times.evidence.start)
      return [{ subject: level ? subjectOf(level) : words, baseline, lead }]
    })
  }

  const bare: ByShape['bare'] = ({ words, span }, reporter) => {
    const pieces = words.split(/[、，；：。]/u).filter((text) => /[0-9]/u.test(text))
    if (pieces.length < PAIR) return []
    const told = pieces.flatMap((text) => {
      const [, label = '', figure = '', unit = ''] = BARE.exec(text) ?? []
      return label === '' && unit === '' ? [] : [{ label, unit, figure: Number(figure), baseline: baselines.of(label, reporter) }]
    })
    const lead = (own: number, other: number): Lead | undefined => leadBy((own - other) * ofWords(words), span.start)
    const [from, ...later] = told.filter(({ label }) => PERIOD.test(label))
    const to = later.at(-1)
    if (from && to && later.length + 1 >= PAIR) return [{ subject: words, baseline: 'qoq', lead: lead(to.figure, from.figure) }]
    const own = told.find(({ baseline }) => baseline === null)
    return told.flatMap(({ unit, baseline, figure }) =>
      own && baseline !== null && (unit === own.unit || unit === '') ? [{ subject: words, baseline, lead: lead(own.figure, figure) }] : [],
    )
  }

  const bareOther: ByShape['bareOther'] = (clauses, levels, reporter) =>
    clauses.flatMap(({ words, values }, at) => {
      const level = values.length > 0 ? undefined : clauses[at - 1]?.values.findLast((value) => levels.includes(value))
      const [, label = '', figure = '', unit = ''] = level ? (BARE.exec(words.replace(/[，；。]$/u, '')) ?? []) : []
      const baseline = level && (unit === '' || about(unit)) ? baselines.of(label, reporter) : null
      if (!level || baseline === null) return []
      const lead = leadBy((level.value - Number(figure)) * polarity(level, level.name), level.evidence.start)
      return [{ subject: subjectOf(level), baseline, lead }]
    })
  return { ofTopic, timesAsMuch, bare, bareOther }
}
