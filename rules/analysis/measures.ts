/**
 * Measures: concrete where most of them name an act on quality with an owner, a deadline, an object or a quantity.
 *
 *   由市市场监管局负责，10月20日前对3家企业逐家复检        concrete
 *   把凉菜摊挪进有冷柜的棚里，中秋前挪完                    concrete: an act need not be one that the lexicon knows
 *   由县质量办牵头，6月底前举办培训班，培训80人             slogan: meetings, documents, publicity and appeals, with counts and dates too
 *
 * Judged where the report states its measures; without such a part, in the sentences that speak of what is to come. A measure in a table is one row.
 */
import { type Document, quote } from '../../extractors/document.ts'
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, MeasuresLevel, Rejected } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import { createDeficitReader } from './deficit.ts'
import { itemsOf } from './items.ts'
import { createMood } from './mood.ts'
import { sectionWords } from './parts.ts'
import { createQuotation } from './quotation.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import type { Thresholds } from './thresholds.ts'

/** What a measure names. */
export interface Measure {
  readonly item: SentenceView
  readonly isConcrete: boolean
  readonly owner: boolean
  readonly deadline: boolean
  readonly quantity: boolean
}

export interface MeasuresJudged {
  readonly criterion: Criterion<MeasuresLevel>
  readonly measures: readonly Measure[]
}

export type MeasuresReader = (
  document: Document,
  sentences: readonly SentenceView[],
  rows: readonly SentenceView[],
  values: readonly JudgedValue[],
) => MeasuresJudged

const RATE = '%'
const NAMES = /《[^》]*》/gu
/** 一是…；二是… */
const POINTS = /一[是要][^。]{2,80}[；，。]二[是要]/u
/** Counted with a classifier, of which no value need have been read: 8枪, 126卷, 每2500头次. */
const LABEL = /^(?:[0-9]{1,2}[.．、]|（[0-9]{1,2}）)/u
/** 11月1日补回4人: the day itself is the deadline. */
const DAY = /[0-9]{1,2}月[0-9]{1,2}日/u
const COUNTED = /[0-9][0-9.,]*(?:余|多)?(?!年|月|日|号|季度|周年|[0-9])[\p{Script=Han}%]/u

export function createMeasuresReader(lexicon: Lexicon, thresholds: Thresholds): MeasuresReader {
  const act = cueTest(lexicon, 'quality-acts')
  const preaches = cueTest(lexicon, 'slogan-acts')
  /** 《质量提升实施意见》 is a name. */
  const slogan = (text: string): boolean => preaches(text.includes('《') ? text.replace(NAMES, '') : text)
  const activity = cueTest(lexicon, 'activities')
  const goal = cueTest(lexicon, 'goal-marks')
  const { isToCome, isMeant, isDone, hasDeadline, hasSanction } = createMood(lexicon)
  const { whyNotOwn, isNorm } = createStatement(lexicon)
  const isQuotation = createQuotation(lexicon)
  const lacking = cueTest(lexicon, 'deficits')
  const goes = cueTest(lexicon, 'aftermath-words')
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const bodies = guardedPattern(cue(lexicon, 'owner-bodies'), lexicon.cues['owner-bodies:misfires'] ?? [])
  const aimed = new RegExp(
    `(?:${words('quality-subjects', 'better-lower', 'better-higher', 'rate-names')})[^，。；]{0,10}(?:${words('rising-words', 'falling-words', 'aim-verbs', 'below-words', 'above-words')})`,
    'u',
  )
  const owner = new RegExp(
    `(?:${words('owner-marks')})[^，。；]{0,20}(?:${bodies})|(?:^|，|；)[^，。；]{0,16}(?:${bodies})|(?:${words('owner-ends')})`,
    'u',
  )
  const { names, isVague } = createDeficitReader(lexicon)
  const thing = cueTest(lexicon, 'mechanism-things')

  /** 往后这么办：…; 异性纤维含量超标，要进一步提高认识: what only leads up to the act, or tells why. */
  const withoutLead = (clauses: readonly ClauseView[]): readonly ClauseView[] => {
    const from = clauses.findIndex(
      ({ words: text }) => !text.endsWith('：') && (act(text) || isMeant({ words: text, values: [] }) || !(lacking(text) || goes(text))),
    )
    return clauses.slice(Math.max(0, from))
  }
  /** 把投诉量从26件压到13件以下: what is to be reached, and no act. */
  const isAim = ({ words: text, values: stated }: ClauseView): boolean => stated.length > 0 && aimed.test(text) && !act(text)
  /** 召开会议，12月底前由质量办主持: when, who and how often go with the act before them. */
  const withoutSlogans = (clauses: readonly ClauseView[]): ClauseView[] => {
    let isSlogan = false
    return clauses.filter(({ words: text, values }) => {
      isSlogan = slogan(text) || goal(text) || isAim({ words: text, values }) || (isSlogan && !act(text) && !names(text) && !thing(text))
      return !isSlogan
    })
  }
  const weigh = (item: SentenceView): Measure => {
    const clauses = withoutSlogans(withoutLead(item.clauses))
    const text = clauses.map((clause) => clause.words).join('')
    const named = { owner: owner.test(text), deadline: hasDeadline(text) || DAY.test(text), quantity: clauses.some(hasQuantity) }
    const sanction = hasSanction(text)
    const anchors = [named.owner, named.deadline, named.quantity, sanction].filter(Boolean).length
    const hasObject = names(text) || thing(text)
    const isConcrete = act(text) ? anchors > 0 || hasObject : anchors > 1 || sanction || (anchors > 0 && hasObject)
    return { item, isConcrete, ...named }
  }
  /** 检查经营户38家，全部合格: told of what was done. */
  const narrates = (item: SentenceView): boolean =>
    isDone(item.words) ||
    (activity(item.words) &&
      item.values.some(({ role }) => role === 'actual') &&
      !isToCome(item) &&
      !hasDeadline(item.words) &&
      !appeals(item))
  /** 得益于两个基地改用黄板: why something went well, and no act to come. */
  const thanks = cueTest(lexicon, 'success-causes')
  const over = cueTest(lexicon, 'aspect-marks')
  /** 深化宣传教育，凝聚社会共识，营造良好环境: one call beside another. */
  const called = new RegExp(`^(?:${words('appeal-verbs')})`, 'u')
  const recurs = cueTest(lexicon, 'recurrence-marks')
  /** 凝聚合力，推动质量工作再上新台阶; 一是提高站位，二是压实责任，举办讲堂6期: wants without saying that it is to come. */
  const appeals = ({ words: text, clauses, values }: SentenceView): boolean => {
    if (isDone(text) || over(text) || isVague(text)) return false
    const wanted = clauses.filter((clause) => slogan(clause.words) || goal(clause.words) || (activity(clause.words) && !act(clause.words)))
    if (POINTS.test(text) && wanted.length * 2 > clauses.length && !clauses.some(tellsResult)) return true
    const isCalled = values.length === 0 && clauses.length > 1 && clauses.every((clause) => called.test(clause.words))
    const isWanted = goal(text) || isCalled || (recurs(text) && wanted.length === clauses.length)
    const [first] = clauses
    const isCall = first !== undefined && first.values.length === 0 && (slogan(first.words) || goal(first.words))
    return (
      isWanted && (slogan(text) || isCalled) && (!values.some(({ role }) => role === 'actual') || (isCall && !clauses.some(tellsResult)))
    )
  }
  /** A rate or a change that was reached. */
  const tellsResult = ({ values }: ClauseView): boolean =>
    values.some(({ role, unit }) => role === 'change' || role === 'rank' || (role === 'actual' && unit === RATE))
  /** 县质检所四季度开展强制检定 in a report of the third: extraction knows that it is still to be. */
  const isAsked = ({ words: text, values }: SentenceView): boolean =>
    values.length > 0 && values.every(({ role, unit }) => role === 'target' && unit !== RATE) && (act(text) || slogan(text))
  const weighs = (item: SentenceView): boolean =>
    !item.words.endsWith('：') &&
    (act(item.words) ||
      slogan(item.words) ||
      goal(item.words) ||
      item.clauses.some((clause) => isAim(clause) && !isNorm({ ...item, clauses: [clause] })) ||
      weigh(item).isConcrete)

  return (document, sentences, rows, values) => {
    const listed = rows.filter(({ parts }) => parts.measures !== null)
    const own = sentences.filter((sentence) => whyNotOwn(sentence) === null || sentence.parts.measures !== null)
    const part = own.filter(({ parts }) => parts.measures !== null)
    const isMixed = part.some(({ parts }) => parts.problems !== null)
    const told =
      part.length + listed.length > 0
        ? part
        : own.filter(
            (sentence) =>
              sentence.parts.problems === null &&
              sentence.parts.causes === null &&
              !isNorm(sentence) &&
              !thanks(sentence.words) &&
              (isToCome(sentence) || appeals(sentence) || isAsked(sentence)),
          )
    const items = isMixed ? mixed(document, told, values) : itemsOf(document, told, values)
    const passedOn = items.filter(({ words: text }) => isQuotation(text))
    const measures = [...items.filter((item) => !passedOn.includes(item)), ...listed]
      .filter((item) => !narrates(item) && weighs(item))
      .map(weigh)
    const inPart = [...part, ...listed]
    const where = (some: readonly Measure[]): string =>
      inPart.length === 0
        ? '全文（没有单独写措施的部分）'
        : sectionWords(some.length === 0 ? inPart : some.map(({ item }) => item), 'measures')
    const criterion = criterionOf(document, measures, where, thresholds)
    const rejected = [
      ...criterion.rejected,
      ...passedOn.map(({ span }): Rejected => ({ evidence: quote(document, span), reason: 'quoted' })),
    ]
    return { criterion: { ...criterion, rejected }, measures }
  }

  /** Problems and measures under one heading: what is to come, and what else is an act. */
  function mixed(document: Document, told: readonly SentenceView[], values: readonly JudgedValue[]): SentenceView[] {
    const coming = told.filter(isToCome)
    const others = told.filter((sentence) => !coming.includes(sentence))
    return [
      ...itemsOf(document, coming, values),
      ...itemsOf(document, others, values).filter((item) => isToCome(item) || weigh(item).isConcrete),
    ]
  }

  function hasQuantity({ words: text, values }: ClauseView): boolean {
    return values.length > 0 || COUNTED.test(text.replace(LABEL, ''))
  }
}

function criterionOf(
  document: Document,
  measures: readonly Measure[],
  where: (some: readonly Measure[]) => string,
  thresholds: Thresholds,
): Criterion<MeasuresLevel> {
  const quoted = (some: readonly Measure[]) => some.map(({ item }) => quote(document, item.span))
  const concrete = measures.filter(({ isConcrete }) => isConcrete)
  const vague = measures.filter(({ isConcrete }) => !isConcrete)
  const rejected: Rejected[] = quoted(vague).map((evidence) => ({ evidence, reason: 'slogan' }))
  if (measures.length === 0)
    return {
      level: 'absent',
      evidence: [],
      rejected,
      missing: `查阅了${where([]) || '全文'}，没有找到针对问题的改进措施，请逐项写明由谁、在什么时候、对什么做什么`,
    }
  if (concrete.length > measures.length * thresholds.concreteMeasures)
    return { level: 'concrete', evidence: quoted(concrete), rejected, missing: '' }
  const told = `所写的${toldOf(measures.length, vague.length)}`
  const [ofAll, ofVague] = [where(measures), where(vague)]
  return {
    level: 'slogan',
    evidence: quoted(vague),
    rejected,
    missing: `${ofAll === ofVague ? `${ofAll}${told}` : `${told}${ofVague === '' ? '' : `（${ofVague}）`}`}只有原则要求（开会、发文、宣传不计），请写明责任单位、完成时限、对象或数量，并与查出的问题对应`,
  }
}

/** 1条措施; 4条措施都; 4条措施中有3条 */
function toldOf(all: number, vague: number): string {
  if (all === 1) return '措施'
  return vague === all ? `${all}条措施都` : `${all}条措施中有${vague}条`
}
