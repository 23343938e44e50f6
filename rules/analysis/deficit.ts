/** What falls short in one sentence or point, and how exactly it is named. */
import { createWordFinder } from '../../extractors/language/word-finder.ts'
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { createAmiss } from './amiss.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import { createDirection } from './direction.ts'
import type { Lead } from './juxtaposed.ts'
import { createMechanismReader, SURE } from './mechanism.ts'
import { createMood } from './mood.ts'
import { namesPlace, placesIn } from './places.ts'
import { createPolarity } from './polarity.ts'
import { memoryOf } from './remembered.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'
import { createToldNow } from './told-now.ts'

export interface Deficit {
  /** A word for what falls short. */
  readonly lacks: boolean
  /** Its product, item, place or kind of firm. */
  readonly named: boolean
  /** A thing that a hand can touch. */
  readonly thing: boolean
  /** A figure that is no effort. */
  readonly figure: boolean
  /** A thing that is broken, missing or left undone. */
  readonly amiss: boolean
  /** A result that moved the wrong way, or that others hold a better place in. */
  readonly adverse: boolean
  /** A result that moved the right way, or lies on the right side of the other. */
  readonly improved: boolean
  /** A phrase that any county could print. */
  readonly vague: boolean
  /** Little else than such phrases, and no figure. */
  readonly hollow: boolean
}

/** A rate of 100 % falls short of nothing. */
const FULL = 100
const RATE = '%'
const MULTIPLE = '倍'
/** 仓库垫高了30公分 */
const LENGTH = '公分'
/** 打20升少0.3升 */
const SHORT_WEIGHT = /[0-9](?<unit>\p{Script=Han}{1,2})(?:(?:只有|就|要|都)?(?:少|缺|差)|只\p{Script=Han}{1,3})[0-9.]+\k<unit>/u
/** 5台不准, 2户不热 */
const NOT_SO = /[0-9]\p{Script=Han}{1,3}不(?![变等同限再含计])\p{Script=Han}{1,2}(?=[，。；]|$)/u
/** 合格率再没回到90%以上 */
const NOT_UP_TO = /(?:没有?|未)(?:能|再)?(?:回到|达到|到|过|升到)[0-9.]+%/u
/** Places among the seven counties that leave nothing to reproach. */
const BEST = 2

export interface DeficitReader {
  /** `leads`: what the comparisons in the text show. */
  readonly read: (item: SentenceView, leads?: readonly Lead[]) => Deficit
  readonly isVague: (text: string) => boolean
  /** Names a product, an item, a place or a kind of firm. */
  readonly names: (text: string) => boolean
}

export const createDeficitReader = perLexicon((lexicon): DeficitReader => {
  const memory = memoryOf(lexicon)
  const deficits = cueTest(lexicon, 'deficits')
  const better = cueTest(lexicon, 'improvements')
  const thing = cueTest(lexicon, 'mechanism-things')
  const { isAmiss } = createAmiss(lexicon)
  /** 混放串味的情形没有了 */
  const gone = new RegExp(`(?<![没未不])(?:${wordPattern(cue(lexicon, 'gone-ends'))})[，。；]?$`, 'u')
  const adverseSubject = cueTest(lexicon, 'adverse-subjects')
  const negations = cueFinder(lexicon, 'deficit-negations')
  const vaguePhrase = cueTest(lexicon, 'vague-problems')
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const vagueLack = new RegExp(`(?:${words('vague-subjects')})[^，。；：]{0,14}(?:${words('vague-lacks')})`, 'u')
  const named = createWordFinder([
    ...lexicon.fields.flatMap(({ parts }) => parts),
    ...cue(lexicon, 'quality-items'),
    ...cue(lexicon, 'firm-words'),
  ])
  /** 没检的11台; 6个点不足96% */
  const short = new RegExp(
    `${guardedPattern(cue(lexicon, 'undone-words'), lexicon.cues['undone-words:misfires'] ?? [])}\\p{Script=Han}{1,5}的?[0-9]|(?:${words('better-higher')})[^，。；]{0,12}(?:${words('below-words')})[0-9]`,
    'u',
  )
  const { of: polarity, ofWords } = createPolarity(lexicon)
  const mechanism = createMechanismReader(lexicon)
  const inspected = cueTest(lexicon, 'effort-subjects', 'samples', 'quality-acts')
  const passing = cueTest(lexicon, 'passing-words', 'improvements', 'activities')
  const none = cueTest(lexicon, 'none-words')
  /** 上年同期一件没有 */
  const earlier = cueTest(lexicon, 'baseline-yoy', 'baseline-previous', 'former-times')
  const toldNow = createToldNow(lexicon)
  const classOf = createSubjectClass(lexicon)
  const office = cueTest(lexicon, 'office-subjects')
  const direction = createDirection(lexicon)
  const gap = cueTest(lexicon, 'gap-words')
  const asked = cueTest(lexicon, 'baseline-target')
  const set = cueTest(lexicon, 'baseline-average', 'baseline-target')
  const past = [
    { sign: 1, side: cueTest(lexicon, 'above-words') },
    { sign: -1, side: cueTest(lexicon, 'below-words') },
  ] as const
  /** 误差超过0.5的有31把; 满意度低于80分的有6家 */
  const beyond = [
    { sign: -1, bound: new RegExp(`(?:${words('above-words')})[^，。；]{1,12}的(?:有|占|共)?[0-9]`, 'u') },
    { sign: 1, bound: new RegExp(`(?:${words('below-words')})[^，。；]{1,12}的(?:有|占|共)?[0-9]`, 'u') },
  ] as const
  const { hasPlaceholder } = createStatement(lexicon)
  const { isToCome } = createMood(lexicon)

  const isVague = memory.of((text) => vaguePhrase(text) || vagueLack.test(text))
  /** Says something, if anything, of an office: what it lacks is no problem of quality. */
  const isBeside = memory.of((text) => isVague(text) || (office(text) && !named.isIn(text)))
  const names = memory.of((text) => named.isIn(text) || namesPlace(text))
  /** 板厚0.62毫米、图纸1.0毫米: less than a drawing or a label says. */
  const nominal = new RegExp(`${guardedPattern(cue(lexicon, 'nominal-marks'), lexicon.cues['nominal-marks:misfires'] ?? [])}$`, 'u')
  const isNominal = ({ evidence }: JudgedValue, text: string): boolean => nominal.test(text.slice(0, text.indexOf(evidence.quote)))
  const isUnderNominal = (clauses: readonly ClauseView[]): boolean => {
    const told = clauses.flatMap((clause) => clause.values.map((value) => ({ value, text: clause.words })))
    return told.some(({ value, text }, at) => {
      const before = told[at - 1]?.value
      return before !== undefined && before.unit === value.unit && before.value < value.value && isNominal(value, text)
    })
  }
  /** 三个牧场抗体合格率都在五成以下: whoever sets an upper bound to what is better high finds it low. */
  const isBounded = (value: JudgedValue, text: string): boolean =>
    value.unit === RATE && (value.comparator === '<=' || value.comparator === '<') && value.role === 'actual' && polarity(value, text) > 0
  const affirmed = memory.of((text): string => (gone.test(text) ? '' : text.slice(0, negations(text)[0]?.start ?? text.length)))
  /** What was asked for, where the text sets its own level beside it; a plan is none. */
  const isAsked = (clause: ClauseView, { role }: JudgedValue): boolean => role === 'target' && !isToCome(clause)
  /** 有9家未做菌落检测，卫健委4月底前采样: what a plan further on has made a target of. */
  const isFound = (value: JudgedValue, text: string): boolean =>
    value.role !== 'target' || (value.indicator === null && isAmiss(text) && !asked(text))
  const isFigure = (value: JudgedValue, text: string): boolean => {
    const subject = classOf(text.includes(value.name) ? value : { ...value, name: '' }, text)
    return isFound(value, text) && value.value !== 0 && subject !== 'effort' && subject !== 'macro'
  }
  const isSupport = (value: JudgedValue, text: string): boolean => value.role === 'share' || classOf(value, text) !== 'quality'
  /** 投诉9件，占34.6%: what is bad in itself is a problem where its share or growth is told. */
  const isGrowing = (text: string, values: readonly JudgedValue[]): boolean =>
    adverseSubject(text) &&
    values.some(({ role, value, unit }) => role === 'share' || (role === 'change' && value > 0) || (unit === MULTIPLE && value > 1))
  /** 菌落总数31万，降低四成二: a name that a value has from another sentence tells nothing where this one names its own result. */
  const ofSentence = (value: JudgedValue, text: string): JudgedValue =>
    value.indicator === null && !text.includes(value.name) && ofWords(text) !== 0 ? { ...value, name: '' } : value
  const isAdverse = (value: JudgedValue, text: string, sentence: string): boolean =>
    value.role === 'change' && value.unit !== LENGTH && value.value * polarity(ofSentence(value, sentence), text, sentence) < 0

  /** 湿包率3.1%，目标是1%以内: a bound says which side is the better. */
  const boundOf = ({ comparator }: JudgedValue): number => (/^</u.test(comparator) ? -1 : /^>/u.test(comparator) ? 1 : 0)
  /** 合格率88.6%，去年一季度为93.9%: the report's own level lies on the wrong side of the other. */
  const lead = (values: readonly JudgedValue[], text: string): number => {
    const level = values.find(({ role }) => role === 'actual')
    const other = level && values.find(({ role, unit }) => (role === 'reference' || role === 'target') && unit === level.unit)
    return level === undefined || other === undefined ? 0 : (level.value - other.value) * (polarity(level, text) || boundOf(other))
  }
  /** `isTwofold`: better than one, worse than another (比上年好，比面上差). */
  const isBetter = (values: readonly JudgedValue[], text: string, clauses: readonly ClauseView[], isTwofold: boolean): boolean =>
    (lead(values, text) > 0 && !isTwofold) ||
    (values.some((value) => value.role === 'change' && value.value * polarity(value, text) > 0) && !gap(text)) ||
    better(plain(clauses.filter((clause) => !(earlier(clause.words) && none(clause.words))))) ||
    direction(text) > 0 ||
    isPast(text)
  /** 合格率都高出全市平均, 投诉低于控制线 */
  const isPast = memory.of((text) => set(text) && past.some(({ sign, side }) => side(text) && ofWords(text) === sign))
  /** 每万人专利拥有量不到全地区均值的一半 */
  const isBehind = memory.of((text) => set(text) && past.some(({ sign, side }) => side(text) && ofWords(text) === -sign))
  const isBeyond = (text: string): boolean => beyond.some(({ sign, bound }) => bound.test(text) && ofWords(text) === sign)
  /** 全地区排第二，只落后沙湾市0.2个百分点 */
  const isTop = ({ role, value }: JudgedValue): boolean => role === 'rank' && value <= BEST
  /** 地下室渗水首次居第一位: the first of what is bad. */
  const isOfBad = ({ name }: JudgedValue): boolean => deficits(name) || ofWords(name) < 0
  const isLeading = (values: readonly JudgedValue[]): boolean => values.some((value) => isTop(value) && !isOfBad(value))

  /** 抽查9家眼镜店，4家的验光机过了检定有效期: so many of those looked at, and nothing good is said of them. */
  const amongInspected = (clauses: readonly ClauseView[]): boolean =>
    clauses.some(({ words: text, values: [part] }, at) => {
      const whole = at > 0 ? clauses[at - 1]?.values[0] : undefined
      const isPart = part !== undefined && whole !== undefined && part.unit === whole.unit && part.value < whole.value
      const isTold = isPart && inspected(clauses[at - 1]?.words ?? '') && !passing(text) && !mechanism.isBeside(text)
      return isTold && (mechanism.weigh(text) >= SURE || isAmiss(text) || none(text))
    })

  const look = (item: SentenceView, leads: readonly Lead[]): Deficit => {
    const vague = item.clauses.some(({ words: text }) => isVague(text))
    const none = {
      improved: false,
      lacks: false,
      named: false,
      thing: false,
      figure: false,
      amiss: false,
      adverse: false,
      vague,
      hollow: vague,
    }
    if (hasPlaceholder(item.words)) return none
    const clauses = without(item.clauses, isBeside, isSupport).map((clause) => ({ ...clause, words: affirmed(clause.words) }))
    const text = clauses.map((clause) => clause.words).join('')
    const values = clauses.flatMap((clause) => clause.values.filter((value) => isFigure(value, clause.words)))
    const wanted = clauses.flatMap((clause) => clause.values.filter((value) => isAsked(clause, value)))
    const shown = leads.filter(({ at }) => item.span.start <= at && at < item.span.end)
    const isTwofold = shown.some(({ isWorse }) => isWorse) && shown.some(({ isWorse }) => !isWorse)
    const isNarrower = toldNow.narrows(clauses)
    const adverse =
      !isNarrower &&
      !isLeading(values) &&
      (values.some((value) => isTop(value) && isOfBad(value)) ||
        clauses.some((clause) => clause.values.some((value) => isFigure(value, clause.words) && isAdverse(value, clause.words, text))) ||
        (lead([...values, ...wanted], text) < 0 && !better(text) && (shown.length === 0 || shown.some(({ isWorse }) => isWorse))) ||
        (shown.some(({ isWorse }) => isWorse) && !isBetter(values, text, clauses, isTwofold)))
    const exceeds = clauses.some((clause) => isBeyond(clause.words))
    const isThing = thing(text)
    const isNamed = names(text)
    const amiss = (values.length > 0 || (isNamed && isThing)) && toldNow.since(clauses).some((clause) => isAmiss(clause.words))
    return {
      improved:
        !adverse &&
        !exceeds &&
        !SHORT_WEIGHT.test(text) &&
        (!shown.some(({ isWorse }) => isWorse) || better(clauses.at(-1)?.words ?? '')) &&
        (shown.length > 0 || isBetter(values, text, clauses, isTwofold) || item.clauses.some((clause) => gone.test(clause.words))),
      lacks:
        adverse ||
        exceeds ||
        (deficits(text) && !isNarrower && deficits(toldNow.words(clauses))) ||
        isBehind(text) ||
        direction(text) < 0 ||
        short.test(text) ||
        values.some((value) => isBounded(value, text)) ||
        SHORT_WEIGHT.test(text) ||
        NOT_SO.test(text) ||
        (NOT_UP_TO.test(item.words) && ofWords(item.words) > 0) ||
        isUnderNominal(clauses) ||
        isGrowing(text, values) ||
        (values.length > 0 && amiss) ||
        amongInspected(clauses),
      named: isNamed || values.some(({ indicator, value }) => indicator !== null && value !== FULL),
      thing: isThing,
      figure: values.some(({ unit, value }) => unit !== RATE || value !== FULL),
      amiss,
      adverse,
      vague,
      hollow: vague && values.length === 0 && item.clauses.length - clauses.length > clauses.length && placesIn(text).length === 0,
    }
  }

  /** Problems and causes ask about the same sentences. */
  const seen = new WeakMap<SentenceView, { readonly leads: readonly Lead[]; readonly deficit: Deficit }>()
  const noLeads: readonly Lead[] = []
  return {
    isVague,
    names,
    read: (item, leads = noLeads) => {
      const known = seen.get(item)
      if (known?.leads === leads) return known.deficit
      const deficit = look(item, leads)
      seen.set(item, { leads, deficit })
      return deficit
    },
  }
})

/** 年检率比92%少了4个点: where a change is told in figures, they say which way. */
const plain = (clauses: readonly ClauseView[]): string =>
  clauses
    .filter(({ values }) => !values.some(({ role }) => role === 'change'))
    .map(({ words }) => words)
    .join('')

/** A figure that only bears out a phrase (9个单位重视不够，占19.1%; 经费捉襟见肘，仅安排6万元) goes with the phrase. */
function without(
  clauses: readonly ClauseView[],
  isBeside: (text: string) => boolean,
  isSupport: (value: JudgedValue, text: string) => boolean,
): ClauseView[] {
  return clauses.filter(({ words, values }, index) => {
    const before = clauses[index - 1]
    const belongs = before !== undefined && isBeside(before.words) && values.length > 0 && values.every((value) => isSupport(value, words))
    return !isBeside(words) && !belongs
  })
}
