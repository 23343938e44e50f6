/**
 * Whether a sentence states facts of the reporting county, and if not, why: a placeholder, another place's news, a demand quoted from a document. What is
 * planned is told apart by the values' roles and by the part it stands in.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { RejectionReason } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import { createMood } from './mood.ts'
import { remembered } from './remembered.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { createUnreal } from './unreal.ts'

export interface Statement {
  /** The sentence says something of this county that has come to be. */
  readonly isFact: (sentence: SentenceView) => boolean
  readonly whyNoFact: (sentence: SentenceView) => RejectionReason | null
  /** As `whyNoFact`, but what is planned is its own. */
  readonly whyNotOwn: (sentence: SentenceView) => RejectionReason | null
  readonly hasPlaceholder: (text: string) => boolean
  /** Says only what level a result must have. */
  readonly isNorm: (sentence: SentenceView) => boolean
}

/** 《质量工作要点》“合格率同比提高1个百分点”的要求 */
const QUOTED_DEMAND = /》[^，。；》]{0,4}“[^”]*”/u
/** 合格率要比2017年提高 */
const WANTS = /要[比较达提降]/u

/** 较上年提高　　个百分点: what stands between is blank, and blanks are folded away. */
const BLANK = /(?<![0-9一二两三四五六七八九十百半几数多零点若干])(?<=\p{Script=Han})(?:个百分点|%)/u

export const createStatement = perLexicon((lexicon): Statement => {
  const filler = cueTest(lexicon, 'placeholders')
  const hasPlaceholder = (text: string): boolean => filler(text) || BLANK.test(text)
  const foreign = cueTest(lexicon, 'foreign-subjects')
  const planHeading = cueTest(lexicon, 'plan-section')
  const attributed = new RegExp(`》[^，。；》]{0,12}(?:${wordPattern(cue(lexicon, 'attributions'))})(?!的)`, 'u')
  const reported = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'reporters'))})[^，。；]{0,6}(?:${wordPattern(cue(lexicon, 'attributions'))})(?!的)`,
    'u',
  )
  /** 对照上级要求，个别单位…: measured by it, not told by it. */
  const accordingTo = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'according-openers'))})[^，。；]{0,12}(?:${wordPattern(cue(lexicon, 'attributions'))})`,
    'gu',
  )
  /** “同比上升两成”的说法 */
  const hearsay = new RegExp(`“[^”]*”的?(?:${wordPattern(cue(lexicon, 'hearsay-nouns'))})`, 'u')
  /** 据《塔城日报》报道 */
  const news = new RegExp(`据[^，。；]{0,16}(?:${wordPattern(cue(lexicon, 'news-words'))})`, 'u')
  /** 自治区要求2023年定检率不低于98%: a wider area says so, and no level is told of the report's own. */
  const announced = new RegExp(
    `^(?:${wordPattern(lexicon.regions.areas.flatMap(({ words }) => words))})[^，。；]{0,12}(?:${wordPattern([...cue(lexicon, 'attributions'), ...cue(lexicon, 'announcements')])})(?!的)`,
    'u',
  )
  /** 文旅局要求投诉率再降两成，力争第一 */
  const demanded = new RegExp(
    `^[^，。；]{0,8}(?:${wordPattern(cue(lexicon, 'owner-bodies'))})(?:${wordPattern(cue(lexicon, 'attributions'))})(?!的)`,
    'u',
  )
  const goal = cueTest(lexicon, 'goal-marks')
  /** 按照质量提升行动方案，到2020年合格率要比2017年提高3个百分点: what a paper asks for, and no level that was reached. */
  const according = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'according-openers'))})[^，。；]{2,30}(?:${wordPattern(cue(lexicon, 'demanding-papers'))})[^，。；]{0,6}，`,
    'u',
  )
  const isAccording = ({ words, clauses, values }: SentenceView): boolean =>
    according.test(words) &&
    !values.some(({ role }) => role === 'actual') &&
    (goal(words) || clauses.some((clause) => isMeant(clause) || WANTS.test(clause.words)))
  /** 合格率不得低于98%，定检率应高于99% */
  const norm = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'obligations'))})(?:${wordPattern([...cue(lexicon, 'above-words'), ...cue(lexicon, 'below-words')])})`,
    'u',
  )
  const isNorm = ({ clauses }: SentenceView): boolean => {
    const stating = clauses.filter(({ values }) => values.length > 0)
    return stating.length > 0 && stating.every(({ words }) => norm.test(words))
  }
  const areas = new Set(lexicon.regions.areas.map(({ name }) => name))
  const isAnnounced = (sentence: SentenceView): boolean =>
    announced.test(sentence.words) &&
    !isAnswered(sentence) &&
    !sentence.clauses.some(
      (clause) =>
        !announced.test(clause.words) &&
        clause.values.some(({ role, county }) => role === 'actual' && !(county !== null && areas.has(county))),
    )
  const own = cueTest(lexicon, 'own-county')
  const isOfAnother = (each: JudgedValue): boolean => each.role === 'reference' && each.basis !== null
  /** 地区通报各县平均为6.4%，我们高出一倍有余: what was announced is the other side of the report's own level. */
  const isAnswered = ({ clauses }: SentenceView): boolean => {
    const told = clauses.findIndex(({ values }) => values.some(isOfAnother))
    return (
      told >= 0 &&
      clauses.slice(told + 1).some(({ words, values }) => own(words) && values.some(({ role }) => role === 'change' || role === 'rank'))
    )
  }
  const { isToCome, isMeant } = createMood(lexicon)
  const unreal = createUnreal(lexicon)
  const whyNotOwn = remembered((sentence: SentenceView): RejectionReason | null => {
    if (hasPlaceholder(sentence.words)) return 'placeholder'
    if (foreign(sentence.words)) return 'foreign'
    return sentence.quoted ||
      QUOTED_DEMAND.test(sentence.words) ||
      hearsay.test(sentence.words) ||
      attributed.test(sentence.words) ||
      (reported.test(sentence.words.replace(accordingTo, '')) && !isAnswered(sentence)) ||
      news.test(sentence.words) ||
      isAnnounced(sentence)
      ? 'quoted'
      : null
  })
  const whyNoFact = remembered((sentence: SentenceView): RejectionReason | null => {
    const reason = whyNotOwn(sentence)
    if (reason) return reason
    if (unreal.isAll(sentence)) return 'unreal'
    if (isNorm(sentence) || isAccording(sentence)) return 'planned'
    if (goal(sentence.words) && demanded.test(sentence.words)) return 'planned'
    if (!sentence.unmeant && sentence.headings.some((heading) => planHeading(heading)) && sentence.parts.problems === null) return 'planned'
    return sentence.parts.measures !== null && sentence.parts.problems === null && isToCome(sentence) ? 'planned' : null
  })
  return { hasPlaceholder, isNorm, whyNotOwn, whyNoFact, isFact: (sentence) => whyNoFact(sentence) === null }
})
