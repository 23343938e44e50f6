/**
 * A rate is that of the count that its verb names and the count right before it, whatever the two are called.
 *
 *   抽测水分仪76台，超差9台，超差率13.2%                        11.8
 *   问题132条，施工71条、监理34条、建管27条；整改118条，整改率83.9%  89.4: what stands between is a list of the whole
 *   开具合格证的主体118家，应开主体134家，合格证开具率83.1%        88.1: what was due follows
 *
 * Only where the words leave no other whole, and no two counts near the rate bear it out.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { saysNoMore } from './named-counts.ts'
import { countsAhead, isGivenBy, type Operand, valuesAhead } from './operands.ts'
import { failedWords } from './rate-words.ts'
import { writtenRate } from './written-rate.ts'

/** So many characters may stand between the last count and the rate. */
const FAR = 16
/** A rate of all. */
const ALL = 100
/** With the rate's own name. */
const FURTHEST = 40

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const not = cue(lexicon, 'negations').join('')
  return {
    verb: /([\p{Script=Han}]{2})率$/u,
    not: new RegExp(`[${not}]`, 'u'),
    failed: new RegExp(failedWords(lexicon), 'u'),
    due: new RegExp(`^(?:${words('due')})`, 'u'),
    inPart: new RegExp(words('done-in-part'), 'u'),
    tried: new RegExp(`^(?:${words('done-of-the-tried')})$`, 'u'),
    foundThing: new RegExp(`(?:${words('found-things')})$`, 'u'),
    doneToThem: new RegExp(`^(?:${words('done-to-some')})$`, 'u'),
    result: new RegExp(words('count-passed', 'count-failed', 'done-to-some'), 'u'),
  }
})

export const verbRate = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, stated] of table ? [] : values.entries()) {
        if (stated.unit !== '%' || stated.role !== 'actual' || !isExact(stated)) continue
        // Most rates are what two counts near them make: to reckon is cheaper than to read.
        const ahead = valuesAhead(context, at, index)
        if (ahead.length < 2 || (stated.value !== ALL && isGivenBy(stated, ahead))) continue
        const pair = pairOf(context, at, index, stated)
        if (pair === null) continue
        const step = writtenStep(stated.evidence.quote, stated.value)
        const exact = (pair.counted / pair.whole.value.value) * 100
        if (Math.abs(exact - stated.value) < step) continue
        const shown = atStep(exact, Math.min(step, 0.1))
        yield {
          severity: 'warning' as const,
          claimed: stated.value,
          recomputed: Number(shown),
          evidence: [stated.evidence, pair.part.value.evidence, pair.whole.value.evidence],
          message: `“${pair.whole.value.evidence.quote}”与“${pair.part.value.evidence.quote}”算得${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
        }
      }
  },
})

interface Pair {
  readonly part: Operand
  readonly whole: Operand
  /** What the rate counts: the part, or what is left of the whole. */
  readonly counted: number
}

function pairOf(context: CheckContext, at: number, index: number, stated: CheckedValue): Pair | null {
  const last = countsAhead(context, at, index, false).at(-1)
  if (last === undefined || stated.evidence.start - last.value.evidence.end > FURTHEST) return null
  const written = writtenRate(context, stated)
  const { verb: ofRate, not, tried, failed } = patterns(context.lexicon)
  const verb = ofRate.exec(written)?.[1]
  if (verb === undefined || not.test(verb) || tried.test(verb)) return null
  const said = flat(context.between(last.value.evidence.end, stated.evidence.start))
  if (said.length > FAR + written.length || !/^[，,（(、]/u.test(said) || /[。；;：]/u.test(said)) return null
  const since = context.groups[at]?.values.slice(0, index).filter(({ evidence }) => evidence.start > last.value.evidence.start)
  // 8批次，合格6批次，合格率75%，其余合格率92.3%: the counts are those of the rate before.
  if (since?.some(({ unit, role }) => unit === '%' && role !== 'change')) return null
  const counts = countsAhead(context, at, index, true)
  const thing = written.slice(0, -verb.length - 1)
  // 整改率100% is often of what had to be put right, which is not told; 13批次不合格品，已立案11批次，不合格产品查处率100% is of those that it names.
  const isOfAll = stated.value === ALL
  if (isOfAll && !failed.test(thing)) return null
  const named = isOfAll ? null : (dueBehind(context, counts, verb, written) ?? withWhole(context, counts, verb))
  const pair = named ?? ofItsThing(context, counts, verb, thing)
  if (pair === null) return null
  const { part, whole } = pair
  const period = stated.period
  if (part.value.period !== period || whole.value.period !== period || whole.value.county !== part.value.county) return null
  return saysNoMore(written.slice(0, -verb.length - 1), `${whole.since}${whole.label}${part.label}`, context.lexicon) ? pair : null
}

/** 开具合格证的主体118家，‹应开主体134家› */
function dueBehind({ lexicon }: CheckContext, counts: readonly Operand[], verb: string, rate: string): Pair | null {
  const [part, whole] = counts.slice(-2)
  if (part === undefined || whole === undefined || part.back > 0 || !areAlike(part, whole)) return null
  const { due, inPart, not } = patterns(lexicon)
  const asked = whole.label.replace(due, '')
  if (asked === whole.label || !rate.includes(asked.slice(0, 1)) || !part.label.includes(verb)) return null
  return inPart.test(part.label) || not.test(part.label) ? null : { part, whole, counted: part.value.value }
}

/** The count that the verb names, or whose clause is one character of it, and the one before it; a list that makes up the whole may stand between. */
function withWhole({ lexicon }: CheckContext, counts: readonly Operand[], verb: string): Pair | null {
  const { failed, inPart, not, due, result } = patterns(lexicon)
  const part = counts.at(-1)
  if (part === undefined || inPart.test(part.label)) return null
  // 不合格3批次 of a 合格率; 查处不合格产品4批次 is what the 查处率 counts.
  const isFailed = !failed.test(verb) && failed.exec(part.label)?.[0].includes(verb) === true
  if (!isFailed && (!isNamed(part, verb) || not.test(part.label))) return null
  const whole = wholeBefore(counts.slice(0, -1), part)
  if (whole === null || inPart.test(whole.label)) return null
  const asked = whole.label.replace(due, '')
  if (asked === whole.label && (isNamed(whole, verb) || result.test(whole.label))) return null
  return { part, whole, counted: isFailed ? whole.value.value - part.value.value : part.value.value }
}

/** 排查隐患132处，治理129处，隐患整改率: of the thing that the rate names, and nothing but what was done with it follows. */
function ofItsThing({ lexicon }: CheckContext, counts: readonly Operand[], verb: string, thing: string): Pair | null {
  const { not, inPart, due, failed, foundThing, doneToThem } = patterns(lexicon)
  const [whole, part] = counts.slice(-2)
  if (whole === undefined || part === undefined || whole.back !== part.back || part.back > 0 || !areAlike(whole, part)) return null
  // 隐患132处，治理129处，整改率: whatever was done with what was found.
  const isOfThing = thing.length < THING ? foundThing.test(whole.label) && doneToThem.test(verb) : isCalled(whole.label, thing, failed)
  if (!isOfThing || part.value.value > whole.value.value || due.test(part.label)) return null
  // 13批次不合格品，已立案11批次: what the whole is may stand behind its figure.
  const isDone =
    /^[^，。；、：]{0,8}，([^，。；、：]+)$/u.exec(part.since)?.[1] === part.label && part.label.length <= ACT && part.label.length >= THING
  return isDone && !not.test(part.label) && !inPart.test(part.label) ? { part, whole, counted: part.value.value } : null
}

/** 不合格产品查处率, of 13批次不合格品: what failed, whatever else it is called. */
const isCalled = (label: string, thing: string, failed: RegExp): boolean =>
  label.endsWith(thing) || (failed.test(thing) && failed.test(label))

/** So many characters name a thing, and at most so many what was done with it. */
const THING = 2
const ACT = 3

const isNamed = ({ label }: Operand, verb: string): boolean =>
  label.includes(verb) || (label.replace(/[已了完好]/gu, '').length === 1 && verb.includes(label.replace(/[已了完好]/gu, '')))

/** The count right before, or the one that the list between makes up. */
function wholeBefore(before: readonly Operand[], part: Operand): Operand | null {
  let added = 0
  for (const [skipped, count] of [...before].reverse().entries()) {
    if (!areAlike(count, part)) return null
    if (skipped !== 1 && count.value.value >= part.value.value && (skipped === 0 || added === count.value.value))
      return isListed(count) || (skipped === 0 && part.since.startsWith('、')) ? null : count
    if (skipped === 0 && !/^[、，；]/u.test(count.since)) return null
    added += count.value.value
  }
  return null
}

/** One of several that stand side by side. */
const isListed = ({ since }: Operand): boolean => since.startsWith('、') || /^[和及与]/u.test(since)

const areAlike = ({ value: one }: Operand, { value: other }: Operand): boolean => one.unit === other.unit && !one.unit.includes('元')
