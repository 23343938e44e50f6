/**
 * The counts behind a rate that says by its name, or by the words right before it, what they are.
 *
 *   电梯186部，投保171部，电梯责任险投保率93.9%              投保 of the 电梯
 *   限期整改问题164条，已整改150条，整改率93.9%              what was to be done comes first
 *   接诉652件，其中按期办结625件，按期办结率97.6%            其中 says of what
 *   存栏86.4万头，其中佩戴耳标51.2万头，占比62.3%            the part just named
 *   检查企业120家，合格117家，产品抽查合格率98.5%            none: the rate is of something else
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { flat, type LabelledCount } from './counts.ts'

/** So many characters may stand between the last count and the rate. */
const FAR = 24

export interface NamedCounts {
  readonly part: CheckedValue
  readonly whole: CheckedValue
}

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const not = `[${cue(lexicon, 'negations').join('')}]`
  return {
    verb: /([\p{Script=Han}]{2})率$/u,
    negated: new RegExp(`${not}([\\p{Script=Han}]{2})率$`, 'u'),
    within: new RegExp(`^[，,；（(]?(?:${words('of-which', 'part-leads')})`, 'u'),
    among: new RegExp(`^[^，。；0-9]{0,14}(?:${words('among')})[，,]?(?![^，。；]{0,2}[率比])`, 'u'),
    asked: new RegExp(words('asked-first'), 'u'),
    inPart: new RegExp(words('done-in-part'), 'u'),
    found: new RegExp(words('count-sampled', 'count-found', 'asked-first'), 'u'),
    ofTried: new RegExp(`^(?:${words('done-of-the-tried')})$`, 'u'),
    needFound: new RegExp(`^(?:${words('done-to-some')})$`, 'u'),
    share: new RegExp(`^(?:[^，。；0-9]{0,16}[，,])?(?:约|仅|大约)?(?:${words('bare-shares')})(?:约|为|达到|达|仅)?$`, 'u'),
    unspecific: new RegExp(words('rate-leads'), 'gu'),
  }
})

/** `counts` are those of the sentence before the rate, back to the rate before it. */
export function namedCounts(context: CheckContext, stated: CheckedValue, counts: readonly LabelledCount[]): NamedCounts | null {
  const text = flat(context.between(counts.at(-1)?.value.evidence.end ?? stated.evidence.start, stated.evidence.start))
  // A sentence may end between the counts and the rate, but nothing else.
  const said = text.replace(/^。/u, '，')
  if (/[。；;：]/u.test(said) || said.length > FAR) return null
  return stated.role === 'share' ? ofShare(context, said, counts) : ofName(context, stated, said, counts)
}

/** 其中…51.2万头，占比62.3%; 受理540件，涉及服务类198件，占比39.4%. */
function ofShare(context: CheckContext, said: string, counts: readonly LabelledCount[]): NamedCounts | null {
  const { share, within, among, inPart } = patterns(context.lexicon)
  if (!share.test(said)) return null
  const part = counts.at(-1)
  const whole = counts.at(-2)
  if (part === undefined || whole === undefined || whole.value.unit !== part.value.unit || inPart.test(part.before)) return null
  // 抽查8家，发现问题的3家，占比37.5%: 的 makes it one of those.
  const isOf = within.test(part.before) || among.test(part.before) || /^[，,](?:[^，。；、0-9]+的|其中有|有)$/u.test(part.before)
  if (!isOf || counts.slice(0, -2).some(({ value }) => value.unit === part.value.unit)) return null
  return { part: part.value, whole: whole.value }
}

function ofName(context: CheckContext, stated: CheckedValue, said: string, counts: readonly LabelledCount[]): NamedCounts | null {
  const { verb, negated, within, among, asked, inPart, found, ofTried, needFound } = patterns(context.lexicon)
  const counted = verb.exec(stated.name)?.[1]
  const [part, whole] = [counts.at(-1), counts.at(-2)]
  if (counted === undefined || part === undefined || whole === undefined || whole.value.unit !== part.value.unit) return null
  const turned = negated.exec(stated.name)?.[0].slice(0, -1)
  const word = turned ?? counted
  const label = `${part.before.split(/[，,、]/u).at(-1) ?? ''}${part.after}`
  if (
    !(label.includes(word) || isDoneAmong(word, part, among)) ||
    (turned === undefined && isNegated(label, word, context)) ||
    inPart.test(label) ||
    asked.test(label)
  )
    return null
  // 205件投诉中，调解成功139件: of what the sentence counts first.
  const isFirst = !counts.slice(0, -2).some(({ value }) => value.unit === part.value.unit)
  const isOfWhich = within.test(part.before) || (isFirst && among.test(part.before))
  if (!isOfWhich && !/^[，,、；]/u.test(part.before)) return null
  const wholeLabel = `${whole.before.split(/[。；，,]/u).at(-1) ?? ''}${whole.after}`
  if (!isOfWhich && ofTried.test(word)) return null
  // 12个乡镇，8个乡镇达标: the same things are counted.
  const isOfSame = whole.after.length > 1 && part.after.startsWith(whole.after)
  if (!isOfWhich && !isOfSame && needFound.test(word) && !found.test(wholeLabel)) return null
  if (wholeLabel.includes(word) && !asked.test(wholeLabel)) return null
  return isAbout(context, said, word, `${wholeLabel}${label}`) ? { part: part.value, whole: whole.value } : null
}

/** 16个乡镇中有12个建立了服务站，建站率: the verb's two characters, one after the other, in what is told of the part. */
const isDoneAmong = (word: string, { before, after }: LabelledCount, among: RegExp): boolean =>
  among.test(before) && new RegExp(`^${word.slice(0, 1)}[^，。；]*${word.slice(1)}`, 'u').test(after)

const isNegated = (label: string, word: string, { lexicon }: CheckContext): boolean =>
  cue(lexicon, 'negations').some((not) => label.includes(`${not}${word}`))

/** What stands before the rate's verb is said of the counts too. */
function isAbout({ lexicon }: CheckContext, said: string, word: string, labels: string): boolean {
  const clause = said.split(/[，,、]/u).at(-1) ?? ''
  const at = clause.lastIndexOf(word)
  return saysNoMore(at < 0 ? clause : clause.slice(0, at), labels, lexicon)
}

/** The words before a rate's name say nothing specific, or two characters in a row are of the words beside the counts. */
export function saysNoMore(words: string, labels: string, lexicon: Lexicon): boolean {
  const lead = words.replace(patterns(lexicon).unspecific, '')
  return (
    lead.length < 2 ||
    Array.from({ length: words.length - 1 }, (_, from) => words.slice(from, from + 2)).some((two) => labels.includes(two))
  )
}
