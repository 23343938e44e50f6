/**
 * Causes: a mechanism (material, machine, method, people, measurement, a changed sample) given for a named quality result, wherever in the text, for an
 * improvement too. Leadership, effort and 认识不到位 are none, nor is why a training was put off.
 *
 *   原因是回收料掺用比例过高                       a word that introduces causes, then anything that a hand can touch
 *   豆干大肠菌群超标，压榨用的布两天才煮一次         no such word, but a thing and what befell it, in a clause beside the result
 *   原因是企业主体责任意识不强                     none
 */
import { type Document, quote } from '../../extractors/document.ts'
import { createWordFinder } from '../../extractors/language/word-finder.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { createAmiss } from './amiss.ts'
import type { CausesLevel, Criterion, Rejected } from './assessment.ts'
import type { Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { createDeficitReader } from './deficit.ts'
import { createDirection } from './direction.ts'
import { createElsewhere } from './elsewhere.ts'
import { createInevitable } from './inevitable.ts'
import { clausePoints, paragraphStart, untilPlan } from './items.ts'
import type { Lead } from './juxtaposed.ts'
import { createMechanismReader, SURE } from './mechanism.ts'
import { createMood } from './mood.ts'
import { headingOver } from './parts.ts'
import { placesIn } from './places.ts'
import { createReasonForms, SHORTEST_REASON } from './reason-forms.ts'
import { memoryOf, remembered } from './remembered.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'

export interface CausesJudged {
  readonly criterion: Criterion<CausesLevel>
  readonly causes: readonly SentenceView[]
}

interface CausesInput {
  readonly document: Document
  readonly reporter: Reporter
  readonly sentences: readonly SentenceView[]
  /** Those that set a result against another: how it came about is asked whichever way it moved. */
  readonly compared: readonly SentenceView[]
  /** What the comparisons show. */
  readonly leads: readonly Lead[]
}

export type CausesReader = (input: CausesInput) => CausesJudged

/** A result is named in the paragraph, or so many sentences before. */
const NEAR = 4
/** Whatever it is of, a result is told. */
const CLAIMED: ReadonlySet<string> = new Set(['change', 'rank'])
const COUNTED = /[0-9一二两三四五六七八九十百千万几]+\p{Script=Han}/gu
const RATE = '%'
/** 颠了四个钟头: no four of anything. */
const LASTED = /了?[0-9一二两三四五六七八九十半几多]+个?(?:多|半)?(?:钟头|小时|月|星期|礼拜)/u
const MULTIPLE = '倍'
/** 均化库投用后，: what a result came after. */
const AFTER = /\p{Script=Han}{4}后，$/u

export function createCausesReader(lexicon: Lexicon): CausesReader {
  const direction = createDirection(lexicon)
  const because = cueTest(lexicon, 'cause-words')
  const { opened, owedTo, isFramed, isOrigin, comesOfLack } = createReasonForms(lexicon)
  const hint = cueTest(lexicon, 'cause-hints')
  const mechanism = cueTest(lexicon, 'mechanisms')
  const named = cueTest(lexicon, 'mechanism-things', 'mechanism-people')
  /** 7台 counts, 台 is no thing there. */
  const memory = memoryOf(lexicon)
  const places = createWordFinder(lexicon.regions.counties.flatMap(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases]))
  const thing = memory.of((text) => named(places.without(text.replace(COUNTED, '，'))))
  const event = cueTest(lexicon, 'mechanism-events')
  const attitude = cueTest(lexicon, 'attitude-causes')
  const process = cueTest(lexicon, 'process-subjects')
  const result = cueTest(lexicon, 'cause-results')
  const lacking = cueTest(lexicon, 'deficits')
  const placed = cueTest(lexicon, 'placing-words')
  const effort = cueTest(lexicon, 'effort-subjects')
  const compared = cueTest(
    lexicon,
    'baseline-yoy',
    'baseline-qoq',
    'baseline-peer',
    'baseline-average',
    'baseline-target',
    'peer-places',
    'limits',
  )
  const earlier = cueTest(lexicon, 'baseline-previous')
  const limit = cueTest(lexicon, 'limits')
  const own = cueTest(lexicon, 'own-county')
  const concludes = new RegExp(`^(?:${wordPattern(cue(lexicon, 'conclusion-openers'))})`, 'u')
  const processUnits = new Set(cue(lexicon, 'process-units'))
  const findings = new Set(cue(lexicon, 'finding-units'))
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  /** 柴油闪点低，是油罐残油未抽净 */
  const stated = new RegExp(`^(?:${words('cause-copulas')})`, 'u')
  /** 是散煤质量的头号毛病: how bad it is, not how it came about. */
  const ranks = new RegExp(`(?:${words('verdict-nouns')})[，。；]?$`, 'u')
  const isInevitable = createInevitable(lexicon)
  const isElsewhere = createElsewhere(lexicon)
  /** 剔除这部分后与上年持平: what was sampled has changed. */
  const excluded = new RegExp(`(?:${words('exclusion-marks')})[^，。；]{1,14}后`, 'u')
  const { isFact } = createStatement(lexicon)
  const mood = createMood(lexicon)
  const { isToCome, isOnset, hasSanction, hasDeadline } = mood
  const { isVague, read } = createDeficitReader(lexicon)
  const { weigh, isAmiss, isBeside } = createMechanismReader(lexicon)
  const { isUndone } = createAmiss(lexicon)
  const isOrder = (text: string): boolean => !text.includes('；') && hasSanction(text) && hasDeadline(text)
  const measured = cueTest(lexicon, 'quality-subjects', 'quality-items', 'better-lower', 'better-higher')

  const isAttitude = ({ words: text }: ClauseView): boolean => attitude(text) || isVague(text)
  const isSubstance = ({ words: text }: ClauseView): boolean => mechanism(text) || (event(text) && thing(text))
  /** A name that a value has from another clause says nothing of this one. */
  const isQuality = ({ words: text, values }: ClauseView): boolean =>
    values.some(
      ({ indicator, name, role, unit, basis }) =>
        indicator !== null ||
        (CLAIMED.has(role) && ((basis !== null && unit === MULTIPLE) || !processUnits.has(unit))) ||
        measured(text.includes(name) ? name : text),
    )
  /** 路灯杆倒了三根，法兰焊缝没有焊透: one thing amiss, and another that it came of. */
  const wentAmiss = ({ clauses }: SentenceView): boolean =>
    clauses.some(({ words: text }) => isAmiss(text)) &&
    clauses.filter(({ words: text }) => !isBeside(text) && (isAmiss(text) || (event(text) && thing(text)))).length > 1
  /** A result that fell short or got better: what went as it should asks for no reason. */
  const asksWhy = (sentence: SentenceView, leads: readonly Lead[]): boolean => {
    const { lacks, adverse, improved, figure } = read(sentence, leads)
    return lacks || adverse || improved || (figure && limit(sentence.words)) || wentAmiss(sentence)
  }
  /** 我县只到六成多; 说明我县的专利偏短: where the county itself stands. */
  const placesOwn = ({ words: text, values }: ClauseView): boolean =>
    own(text) && (concludes.test(text) || values.some(({ unit, role }) => unit === RATE && role !== 'change'))
  /** Tells of neither the result nor the office nor what is to come. */
  const isTelling = (clause: ClauseView): boolean =>
    !isBeside(clause.words) &&
    !compared(clause.words) &&
    !(earlier(clause.words) && clause.values.length > 0) &&
    !effort(clause.words) &&
    !isToCome(clause) &&
    !placesOwn(clause) &&
    !isQuality(clause)
  const isPlain = (clause: ClauseView): boolean => isTelling(clause) && !result(clause.words) && !lacking(clause.words)
  /** 清洗消毒34处, 计划性停水9次: so much was done, or counted. */
  const isTally = ({ words: text, values }: ClauseView): boolean =>
    weigh(text) < SURE &&
    !LASTED.test(text) &&
    values.some(({ role, unit, value }) => role === 'actual' && value > 0 && unit !== RATE && !processUnits.has(unit))
  const weight = (clause: ClauseView): number => {
    const { words: text, values } = clause
    /** PM2.5由79升到88: how the result itself went. */
    const isResult = values.length === 0 && measured(text) && direction(text) !== 0 && /[0-9]/u.test(text)
    if (isResult || isTally(clause) || values.some(({ role, unit }) => role === 'reference' && unit === RATE)) return 0
    return weigh(text) + (event(text) && thing(text) ? SURE : mechanism(text) || (thing(text) && weigh(text) > 0) ? 1 : 0)
  }
  /** 2批次塑钢窗…, 一家面粉作坊…: counted out as one more thing that was found. */
  const isFinding = ({ words: text, values }: ClauseView): boolean =>
    values.some(({ unit }) => findings.has(unit)) || placesIn(text).length > 0
  /** 工业建筑明显偏低 says where a part stands; 料温偏低 what went on. */
  const isPlacing = (text: string): boolean => placed(text) && !thing(text) && !mechanism(text)
  /** 镇上店铺96%，流动摊只有81%: where rates are compared, they are the result. */
  const statesRate = ({ values }: ClauseView): boolean => values.some(({ role, unit }) => unit === RATE && role !== 'share')
  /** What went on beside the result, which is the first clause that falls short; where none does, the first, if it may be one. */
  const happening = (clauses: readonly ClauseView[], opens: boolean, compared: boolean): number => {
    const outcome = clauses.findIndex(({ words: text }) => result(text) || lacking(text))
    const told = outcome < 0 && opens && !clauses.some(isQuality) ? 0 : outcome
    /** 4名护理员没有健康证，冰箱温度计失灵: one thing found beside another. */
    if (outcome < 0 && clauses[0] && isUndone(clauses[0].words)) return 0
    return clauses
      .filter(
        (clause, at) =>
          !isPlacing(clause.words) &&
          at !== told &&
          !(compared && statesRate(clause)) &&
          isTelling(clause) &&
          !result(clause.words) &&
          !isFinding(clause),
      )
      .filter((clause) => !lacking(clause.words) || weight(clause) >= SURE)
      .reduce((sum, clause) => sum + weight(clause), 0)
  }

  /** 原因是一座砖厂进了含石灰块的黏土: what a word of cause introduces need bear no other mark. */
  const isReason = (clause: ClauseView, rest: string): boolean => {
    const reason = { ...clause, words: rest }
    return !isBeside(rest) && !effort(rest) && !result(rest) && !isToCome(reason) && !placesOwn(reason) && !isQuality(reason)
  }
  const isCued = (clause: ClauseView): boolean => {
    const rest = opened(clause.words)
    if (rest !== null && rest.length >= SHORTEST_REASON && isReason(clause, rest)) return true
    const told = { ...clause, words: rest ?? clause.words }
    return isPlain(told) && weigh(told.words) > 0
  }
  const isOwed = (clause: ClauseView): boolean => {
    const rest = owedTo(clause.words)
    return rest !== null && rest.length >= SHORTEST_REASON && isReason(clause, rest)
  }
  /** 受冬季停产影响，仅对3家企业进行了巡查: why so little was done. */
  const isOfWork = (clauses: readonly ClauseView[]): boolean => {
    const after = clauses.slice(clauses.findIndex(({ words: text }) => isFramed(text)) + 1)
    return after.length > 0 && after.every(({ words: text, values }) => effort(text) && !result(text) && !values.some(isResultValue))
  }
  const isResultValue = ({ indicator, unit }: JudgedValue): boolean => indicator !== null || unit === RATE
  /** Whether anything in the sentence could tell why, before it is asked what for. */
  const mayExplain = (clauses: readonly ClauseView[], text: string): boolean =>
    clauses.some((clause) => weigh(clause.words) > 0 || isSubstance(clause) || AFTER.test(clause.words)) ||
    mechanism(text) ||
    excluded.test(text) ||
    clauses.some((clause) => isInevitable(clause.words))
  /** An attitude rules out its own clause, not the mechanism beside it. */
  const explains = (sentence: SentenceView, isNamed: () => boolean, isFirst: boolean, isMoved: boolean): boolean => {
    const clauses = untilPlan(sentence.clauses, mood).filter((clause, at, all) => {
      const before = all[at - 1]
      return !isAttitude(clause) && !(before && isAttitude(before) && clause.values.length > 0)
    })
    const text = clauses.map((clause) => clause.words).join('')
    const { causes, problems } = sentence.parts
    if (causes !== null && problems === null)
      return clauses.some((clause) => isSubstance(clause) || (isTelling(clause) && weigh(clause.words) > 0))
    if (causes !== null && clauses.some(isSubstance)) return true
    if (because(text) && clauses.some((clause) => isSubstance(clause) || isCued(clause))) return true
    if ((clauses.slice(1).some(isOwed) || comesOfLack(text)) && isNamed()) return true
    if (!mayExplain(clauses, text) || !isNamed()) return false
    if (isMoved && excluded.test(text)) return true
    if (
      (isFramed(text) && !isOfWork(clauses)) ||
      clauses.some(
        (clause) =>
          stated.test(clause.words) &&
          !ranks.test(clause.words) &&
          (isSubstance(clause) || (weigh(clause.words) >= SURE && isPlain(clause))) &&
          !measured(clause.words),
      )
    )
      return clauses.some((clause) => isSubstance(clause) || weigh(clause.words) >= SURE)
    const isHinted = hint(clauses.flatMap((clause) => (isOrigin(clause.words) ? [] : [clause.words])).join(''))
    if (isHinted && (mechanism(text) || clauses.some((clause) => weigh(clause.words) >= SURE && hint(clause.words) && isPlain(clause))))
      return true
    if (clauses.some((clause, at) => at > 0 && isInevitable(clause.words) && !isBeside(clauses[at - 1]?.words ?? ''))) return true
    if (
      clauses.some(
        (clause) =>
          AFTER.test(clause.words) &&
          isPlain(clause) &&
          !isTally(clause) &&
          (isSubstance(clause) || weigh(clause.words) >= SURE || (isHinted && hint(clause.words))),
      )
    )
      return true
    const points = clausePoints(clauses)
    const told = points.length > 1 ? points.filter((point) => !point.some(isToCome)) : points
    if (problems === null) return told.some((point, at) => happening(point, isFirst && at === 0, isMoved) >= SURE)
    if (isFirst)
      return told.some((point) => point.slice(1).some((clause) => happening([clause], false, isMoved) > 0 && weigh(clause.words) >= SURE))
    return told.some((point) => happening(point, sentence.words.includes('；'), isMoved) >= SURE)
  }

  /** 多出的半毫米来自换种: whichever way the result moved, the sentence says plainly what went on. */
  const isAccounted = ({ clauses, parts }: SentenceView): boolean =>
    parts.problems === null &&
    clauses.some(
      (clause, at) =>
        at > 0 && weigh(clause.words) >= SURE && isPlain(clause) && !isPlacing(clause.words) && !isFinding(clause) && !isTally(clause),
    )

  return ({ document, reporter, sentences, compared, leads }) => {
    const considered = sentences.filter(
      (sentence) =>
        isFact(sentence) &&
        !isElsewhere(sentence, reporter) &&
        sentence.parts.measures === null &&
        !process(sentence.words) &&
        !isOnset(sentence) &&
        !isOrder(sentence.words),
    )
    const moved = new Set(compared)
    const asks = remembered((sentence: SentenceView) => asksWhy(sentence, leads))
    const places = new Map(sentences.map((sentence, place) => [sentence, place]))
    const causes = considered.filter((sentence) => {
      const place = places.get(sentence) ?? 0
      const opening = paragraphStart(sentences, place)
      const isNamed = () => sentences.slice(Math.max(0, Math.min(opening, place + 1 - NEAR)), place + 1).some(asks)
      return explains(sentence, isNamed, opening === place, moved.has(sentence)) || (moved.has(sentence) && isAccounted(sentence))
    })
    const evidence = causes.map(({ span }) => quote(document, span))
    const rejected: Rejected[] = considered
      .filter((sentence) => !causes.includes(sentence))
      .filter((sentence) => (because(sentence.words) || sentence.parts.causes !== null) && sentence.clauses.some(isAttitude))
      .map(({ span }) => ({ evidence: quote(document, span), reason: 'attitude' }))
    const part = sentences.find(({ parts }) => parts.causes !== null)
    const where = part === undefined ? '全文' : `“${headingOver(part, 'causes')}”部分和全文`
    const missing = `查阅了${where}，没有找到对具体质量结果的原因分析（重视不够、力度不大一类的表述不计），请从原料、设备、工艺、人员、环境、检测和抽样变化等方面说明`
    const criterion: Criterion<CausesLevel> =
      evidence.length > 0 ? { level: 'present', evidence, rejected, missing: '' } : { level: 'absent', evidence, rejected, missing }
    return { criterion, causes }
  }
}
