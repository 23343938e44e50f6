/**
 * The two counts that stand alone beside a rate, before it or right behind it, where one is what the rate's verb says, or what failed.
 *
 *   塑料管材20批次里2批次没过关，合格率92%          90: two failed
 *   隐患66处，改61处，整改率94.2%                   92.4: 改 is of 整改
 *   合格率97.0%，抽检505批次，不合格18批次          96.4: the counts follow
 *
 * Only where exactly two counts of one unit stand there, the smaller behind the larger.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { amountsOf, countsOf, flat, type LabelledCount } from './counts.ts'
import { saysNoMore } from './named-counts.ts'
import { failedWords, rateWords } from './rate-words.ts'
import { writtenRate } from './written-rate.ts'

export interface CountsBeside {
  readonly part: CheckedValue
  readonly whole: CheckedValue
  /** Passed, whichever of passed and failed was stated. */
  readonly passed: number
  /** 不合格率: of what failed. */
  readonly isOfFailed?: boolean
}

/** So many characters may stand between the last count and the rate, or between the rate and the first count behind it. */
const FAR = 16

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    verb: /([\p{Script=Han}]{2})率$/u,
    failed: new RegExp(failedWords(lexicon), 'u'),
    passed: new RegExp(words('count-passed'), 'u'),
    ofWhich: new RegExp(`^(?:${words('of-which')})`, 'u'),
    apart: new RegExp(words('done-in-part', 'asked-first', 'of-which', 'done-of-the-tried'), 'u'),
    /** Captures the verb's one character. */
    due: new RegExp(`(?:${words('due')})([\\p{Script=Han}])[\\p{Script=Han}]{0,6}$`, 'u'),
    done: new RegExp(`(?:${words('done')})([\\p{Script=Han}])[\\p{Script=Han}]{0,6}$`, 'u'),
    covers: new RegExp(`([\\p{Script=Han}]{2})(?:${words('covering')})率$`, 'u'),
    not: cue(lexicon, 'negations'),
  }
})

/** `since`: the values of the sentence since the rate before; `behind`: those that follow the rate up to the next. */
export function countsBeside(
  context: CheckContext,
  stated: CheckedValue,
  since: readonly CheckedValue[],
  behind: readonly CheckedValue[],
): CountsBeside | null {
  if (stated.role !== 'actual') return null
  const before = countsOf(context, { values: sinceSemicolon(context, stated, since), table: false })
  const gapBefore = flat(context.between(before.at(-1)?.value.evidence.end ?? stated.evidence.start, stated.evidence.start))
  const ahead = before.length > 0 && gapBefore.length <= FAR && !/[。；;：]/u.test(gapBefore) ? ofTwo(context, stated, before) : null
  if (ahead !== null || before.length > 1) return ahead
  const after = countsOf(context, { values: behind, table: false })
  // 抽检320批次，合格率98.6%，不合格4批次: one on either side.
  const [first, second] = [before[0], after[0]]
  if (first !== undefined && first.value.unit === second?.value.unit)
    return second !== undefined && gapBefore.length <= FAR
      ? ofTwo(context, stated, inOrder(first, { ...second, before: second.before.split(/[，,]/u).at(-1) ?? '' }))
      : null
  const gap = flat(context.between(stated.evidence.end, after[0]?.value.evidence.start ?? stated.evidence.end))
  return after.length > 0 && gap.length <= FAR && /^[，,（(]/u.test(gap) && !/[。；;：]/u.test(gap) ? ofTwo(context, stated, after) : null
}

/** 合格2046人，合格率93%，共抽测2200人: the larger is the whole. */
const inOrder = (one: LabelledCount, other: LabelledCount): LabelledCount[] =>
  other.value.value > one.value.value ? [other, { ...one, before: one.before.split(/[，,]/u).at(-1) ?? '' }] : [one, other]

/** Those of the rate's own half of the sentence. */
function sinceSemicolon({ between }: CheckContext, { evidence }: CheckedValue, values: readonly CheckedValue[]): readonly CheckedValue[] {
  const first = values[0]?.evidence.start ?? evidence.start
  const from = first + between(first, evidence.start).lastIndexOf('；') + 1
  return values.filter((value) => value.evidence.start >= from)
}

/** 处理污水182.4万吨，产生污水187.6万吨，处理率97.2%: the verb's amount first, and right behind it the larger one of the same thing. */
export function doneOfAll(context: CheckContext, stated: CheckedValue, since: readonly CheckedValue[]): CountsBeside | null {
  if (stated.role !== 'actual') return null
  const [part, whole, more] = amountsOf(context, { values: sinceSemicolon(context, stated, since), table: false })
  const verb = patterns(context.lexicon).verb.exec(writtenRate(context, stated))?.[1]
  if (part === undefined || whole === undefined || more !== undefined || verb === undefined || whole.value.value <= part.value.value)
    return null
  const gap = flat(context.between(whole.value.evidence.end, stated.evidence.start))
  const [, done = ''] = new RegExp(`^.*${verb}([\\p{Script=Han}]{2,6})$`, 'u').exec(part.before) ?? []
  if (part.value.unit !== whole.value.unit || gap.length > FAR || !/^[，,][^，。；：]*$/u.test(gap) || done === '') return null
  const label = whole.before.split(/[，,]/u).at(-1) ?? ''
  return label.endsWith(done) && !label.includes(verb) ? { part: part.value, whole: whole.value, passed: part.value.value } : null
}

function ofTwo(context: CheckContext, stated: CheckedValue, counts: readonly LabelledCount[]): CountsBeside | null {
  const [whole, part, more] = counts
  if (whole === undefined || part === undefined || more !== undefined) return null
  if (whole.value.unit !== part.value.unit || whole.value.value <= 0 || part.value.value > whole.value.value) return null
  if (whole.value.period !== stated.period || part.value.period !== stated.period) return null
  const { failed, passed, apart, ofWhich } = patterns(context.lexicon)
  const named = `${part.before.split(/[，,、]/u).at(-1) ?? ''}${part.after}`
  // 合格率98.4%，其中不合格的3批次: what failed needs no more than its name.
  const label = named.replace(ofWhich, '')
  const wholeLabel = `${whole.before.split(/[，,、]/u).at(-1) ?? ''}${whole.after}`
  if (apart.test(label) || apart.test(wholeLabel) || failed.test(wholeLabel) || passed.test(wholeLabel)) return null
  const written = writtenRate(context, stated)
  const words = rateWords(context.lexicon)
  const isFailRate = words.isFailRate(written)
  const isPassRate = words.isPassRate(written)
  const isCounted =
    isPassRate || isFailRate
      ? failed.test(label) || passed.test(label)
      : isOfVerb(context, written, part, label) || isOfKind(written, label)
  if (!isCounted) return null
  if (!isAbout(context, stated, `${wholeLabel}${label}`)) return null
  return {
    part: part.value,
    whole: whole.value,
    passed:
      (isPassRate && failed.test(label)) || (isFailRate && !failed.test(label)) ? whole.value.value - part.value.value : part.value.value,
    isOfFailed: isFailRate,
  }
}

/** 应检127台，实检126台，检验率99.2%: what was due and what was done right before the rate, by one verb of its name. Nothing else can be meant. */
export function dueAndDone(context: CheckContext, stated: CheckedValue, since: readonly CheckedValue[]): CountsBeside | null {
  if (stated.role !== 'actual') return null
  const [whole, part] = countsOf(context, { values: sinceSemicolon(context, stated, since), table: false }).slice(-2)
  const gap = part === undefined ? '' : flat(context.between(part.value.evidence.end, stated.evidence.start))
  if (gap.length > FAR || /[。；;：]/u.test(gap)) return null
  const { due, done } = patterns(context.lexicon)
  const asked = whole === undefined ? undefined : due.exec(whole.before)?.[1]
  const did = part === undefined ? undefined : done.exec(part.before)?.[1]
  if (whole === undefined || part === undefined || asked === undefined || asked !== did) return null
  // 应检2480户，实检2356户，入户率: the rate may be called otherwise where the two are all that is told before it.
  const isAlone = since.length === 2 && /率$/u.test(writtenRate(context, stated)) && gap === `，${writtenRate(context, stated)}`
  if (!isAlone && !writtenRate(context, stated).includes(asked)) return null
  if (whole.value.unit !== part.value.unit || part.value.value > whole.value.value || whole.value.value <= 0) return null
  return { part: part.value, whole: whole.value, passed: part.value.value }
}

/** 改61处 of a 整改率, 办了9件 of a 办结率: the verb or one character of it right before the count. */
function isOfVerb({ lexicon }: CheckContext, name: string, { before }: LabelledCount, label: string): boolean {
  const { verb, covers, not } = patterns(lexicon)
  const said = (covers.exec(name) ?? verb.exec(name))?.[1]
  if (said === undefined || not.some((word) => label.includes(word) || said.includes(word))) return false
  const near = before.replace(/[了完好]$/u, '').at(-1) ?? ''
  return label.includes(said) || said.includes(near)
}

/** 甲级病案率98.1%，抽查640份，甲级618份: the kind that the rate's name begins with. */
const isOfKind = (name: string, label: string): boolean =>
  label.length >= KIND && label.length <= KIND * 2 && name.startsWith(label.slice(0, KIND)) && name.length > KIND + 1
const KIND = 2

/** What the rate's own words say more is said of the counts too. */
function isAbout({ between, lexicon }: CheckContext, { subject, evidence, name }: CheckedValue, labels: string): boolean {
  if (subject === null || subject.end > evidence.start || evidence.start - subject.start > FAR) return true
  const own = flat(between(subject.start, subject.end))
  const verb = patterns(lexicon).verb.exec(name)?.[0] ?? ''
  return saysNoMore(own.replace(verb, ''), labels, lexicon)
}
