/**
 * A rate that differs by one digit from the ratio of the two counts beside it was meant to be that ratio.
 *
 *   登记投诉188件，调解成功161件，调解成功率83.6%      85.6
 *   规上企业47家，设立首席质量官的29家，占63.7%        61.7
 *
 * Why: which counts a rate is of can often not be told by words; that its digits are nearly theirs can be no chance where counts and rate stand side by
 * side. Rates near 100% are like each other anyway: of those the words must say so too.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { isBorneOut } from './borne-out.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { saysNoMore } from './named-counts.ts'
import { failedWords, rateWords } from './rate-words.ts'
import { writtenRate } from './written-rate.ts'

/** So many characters may stand between a count and its rate. */
const FAR = 16
/** So many counts back the whole may stand. */
const MOST = 3
/** Rates from here on are like each other by chance. */
const HIGH = 88
/** A digit of the tens may be one more or less. */
const TENS = 10.5
/** Of two digits, one is soon like another: they must be near each other too. */
const NEAR = 4
const LEVELS: ReadonlySet<string> = new Set(['actual', 'share', 'reference'])

const patterns = perLexicon((lexicon) => ({
  /** 改正率, 占比, 完成目标的: what a ratio is called. */
  ratio: new RegExp(
    `(?:率|比|比例|比重|(?:${wordPattern(cue(lexicon, 'bare-shares'))})|(?:${wordPattern(cue(lexicon, 'asked-levels'))})的)(?:${wordPattern(cue(lexicon, 'rate-verbs'))})?$`,
    'u',
  ),
  /** 不合理处方217张: what was not as it should be. */
  /** 整改 of 整改率 and 整改到位率. */
  verb: new RegExp(`([\\p{Script=Han}]{2})(?:${wordPattern(cue(lexicon, 'to-the-end'))})?率$`, 'u'),
  failed: new RegExp(`^[${cue(lexicon, 'negations').join('')}][\\p{Script=Han}]{2}|${failedWords(lexicon)}`, 'u'),
  apart: new RegExp(wordPattern([...cue(lexicon, 'asked-first'), ...cue(lexicon, 'done-in-part')]), 'u'),
  /** 分别为406份和325份，合计占: of both. */
  inAll: new RegExp(`^[，,][^，。；0-9]{0,4}(?:${wordPattern(cue(lexicon, 'in-total'))})`, 'u'),
  /** Behind the rate: 其中合格24批次, （合格24批次）. */
  ofWhich: new RegExp(`^[，,（(](?:${wordPattern(cue(lexicon, 'of-which'))})|^[（(](?:${wordPattern(cue(lexicon, 'count-passed'))})`, 'u'),
}))

export const nearRatio = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, stated] of table ? [] : values.entries()) {
        if (stated.unit !== '%' || !LEVELS.has(stated.role) || !isExact(stated)) continue
        if (!patterns(context.lexicon).ratio.test(flat(context.between(stated.evidence.start - FAR, stated.evidence.start)))) continue
        const [before, behind] = [values.slice(0, index), untilNextRate(values.slice(index + 1))]
        if (isBorneOut(stated, before) || isBorneOut(stated, [...before, ...behind])) continue
        const found = pairsFor(context, stated, at, index).filter((pair) => isAlike(stated, pair.exact) && !isRounded(stated, pair))
        const [pair] = found
        if (pair !== undefined && found.every(({ exact }) => exact === pair.exact)) yield slip(stated, pair)
      }
  },
})

/** Counts that the next rate does not claim. */
function untilNextRate(behind: readonly CheckedValue[]): readonly CheckedValue[] {
  const next = behind.findIndex(({ unit }) => unit === '%')
  return next < 0 ? behind : behind.slice(0, next)
}

interface Pair {
  readonly part: CheckedValue
  readonly whole: CheckedValue
  readonly exact: number
}

/** The count right before the rate, or behind it after 其中, with each whole that stands before it. */
function pairsFor(context: CheckContext, stated: CheckedValue, at: number, index: number): readonly Pair[] {
  const { between, lexicon, groups } = context
  const values = groups[at]?.values ?? []
  const { failed, apart, ofWhich, inAll } = patterns(lexicon)
  const [before, after] = [values[index - 1], values[index + 1]]
  const said = before === undefined ? '' : flat(between(before.evidence.end, stated.evidence.start))
  const behind = after === undefined ? '' : flat(between(stated.evidence.end, after.evidence.start))
  const isBehind = ofWhich.test(behind) && behind.length <= FAR
  const beside = isBehind ? after : said.length <= FAR && !/[。；;：]/u.test(said) ? before : undefined
  const together = (inAll.test(said) ? joined(context, values.slice(0, index)) : null) ?? toldAgain(behind, values.slice(index + 1))
  if (together !== null) return together
  const name = writtenRate(context, stated)
  const own = named(stated, stated.role === 'share' ? stated.name : name, values.slice(0, index))
  const part = own ?? doneByName(context, stated, values.slice(0, index), beside) ?? beside
  if (part === undefined || !isCount(part)) return []
  const label = labelOf(context, part, values)
  const isFailed = failed.test(label)
  if (apart.test(label) || isFailed !== (isFailed && rateWords(lexicon).isPassRate(writtenRate(context, stated)))) return []
  const lastRate = values.slice(0, index).findLastIndex(({ unit, role }) => unit === '%' && role !== 'change')
  // A rate that names its part, and a share, may be of what stands before the rate before it.
  const from = own !== undefined || (stated.role === 'share' && values.indexOf(part) === lastRate + 1) ? 0 : lastRate + 1
  const wholes = values
    .slice(from, isBehind ? index : values.indexOf(part))
    .filter(
      (value) =>
        isCount(value) && (value.unit === part.unit || isNamedFor(value, name) || (value === values[index - 2] && isCalledSo(part, name))),
    )
  if (wholes.length === 0) wholes.push(...namedBefore(groups[at - 1], part, name))
  const listed = stated.role === 'share' ? listOf(context, part, values.slice(0, index)) : null
  if (listed !== null) wholes.push(listed)
  // 抽检汽油30批次、柴油20批次，不合格3批次: of all of the list.
  const lists = wholes.map((whole) => (listed === null ? listOf(context, whole, values.slice(0, values.indexOf(part))) : null) ?? whole)
  const larger = lists.filter(({ value }) => value > part.value)
  return larger.slice(-MOST).flatMap((whole): Pair[] => {
    if ((whole.period !== part.period && whole.role !== 'target') || whole.county !== part.county) return []
    if ((stated.role === 'reference') !== (part.role === 'reference') || (part.role === 'reference') !== (whole.role === 'reference'))
      return []
    const ratio = (part.value / whole.value) * 100
    const exact = isFailed ? 100 - ratio : ratio
    const isSaid =
      stated.role === 'share' ||
      isNamedFor(whole, name) ||
      ((isFailed || saysVerb(context, stated, label)) && isOfThem(context, stated, `${labelOf(context, whole, values)}${label}`))
    return Math.min(exact, stated.value) < HIGH || isSaid ? [{ part, whole, exact }] : []
  })
}

/** 占63.8%，‹即480次中有316次› */
function toldAgain(behind: string, [whole, part]: readonly CheckedValue[]): readonly Pair[] | null {
  if (!/^[，,（(](?:即|也就是|就是)$/u.test(behind) || whole === undefined || part === undefined) return null
  if (!isCount(whole) || !isCount(part) || whole.unit !== part.unit || whole.value <= part.value) return null
  return [{ part, whole, exact: (part.value / whole.value) * 100 }]
}

/** 入住703人 of a 入住率: the rate is called by what the count is. */
const isCalledSo = (part: CheckedValue, rate: string): boolean => part.name.length === VERB && rate.endsWith(`${part.name}率`)
const VERB = 2

/** 床位412张 of a 床位使用率, 滴灌带26批次 of a 滴灌带抽检合格率. */
const isNamedFor = (whole: CheckedValue, rate: string): boolean => whole.name.length >= NAMED && rate.startsWith(whole.name)
const NAMED = 2

/** The one count of the sentence before whose name the rate's begins with. */
function namedBefore(sentence: ValueGroup | undefined, part: CheckedValue, rate: string): readonly CheckedValue[] {
  if (sentence === undefined || sentence.table || sentence.values[0]?.evidence.block !== part.evidence.block) return []
  // 抽检滴灌带26批次，共80批次: the second may have been read as being of the same.
  const [whole, more] = sentence.values.filter(
    (value) => isCount(value) && value.unit === part.unit && isNamedFor(value, rate) && value.subject?.end === value.evidence.start,
  )
  return whole === undefined || more !== undefined ? [] : [whole]
}

/** A级16所、B级8所，A级占比61.5%: the one count that bears the share's name; 计量合格43家，计量合格率95.6%: or the rate's. */
function named({ role }: CheckedValue, name: string, before: readonly CheckedValue[]): CheckedValue | undefined {
  const own = (role === 'share' ? name : name.replace(/率$/u, '')).replace(/类$/u, '')
  const isOwn = (value: CheckedValue): boolean => isCount(value) && value.name.replace(/类$/u, '').endsWith(own)
  const counts = own.length > (role === 'share' ? 1 : SURELY) ? before.filter(isOwn) : []
  return counts.length === 1 ? counts[0] : undefined
}

/** 规范的21家，不规范的5家，规范率: not what stands last, but what the rate is called by. */
function doneByName(
  context: CheckContext,
  stated: CheckedValue,
  before: readonly CheckedValue[],
  beside: CheckedValue | undefined,
): CheckedValue | undefined {
  const done = before.at(-2)
  const verb = /([\p{Script=Han}]{2})率$/u.exec(writtenRate(context, stated))?.[1]
  if (verb === undefined || done === undefined || beside === undefined || beside !== before.at(-1) || !isCount(done)) return undefined
  const isNot = patterns(context.lexicon).failed.test(labelOf(context, beside, before))
  return isNot && labelOf(context, done, before).startsWith(verb) && done.unit === beside.unit ? done : undefined
}

/** 计量合格 of 计量合格率: so many characters are no name of any rate (合格). */
const SURELY = 3

/** 服务类205件、商品类183件，服务类占58.2%: the list that a part opens or goes on, as one whole. */
function listOf({ between }: CheckContext, part: CheckedValue, before: readonly CheckedValue[]): CheckedValue | null {
  const runs: CheckedValue[][] = []
  for (const value of before.filter(isCount)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const said = last === undefined ? '' : flat(between(last.evidence.end, value.evidence.start))
    if (run !== undefined && last?.unit === value.unit && /^、[^，。；、：0-9]{1,12}$/u.test(said)) run.push(value)
    else runs.push([value])
  }
  const run = runs.find((each) => each.includes(part) && each.length > 1)
  const [first, last] = [run?.[0], run?.at(-1)]
  if (run === undefined || first === undefined || last === undefined) return null
  const [start, end] = [first.evidence.start, last.evidence.end]
  return {
    ...first,
    value: run.reduce((all, { value }) => all + value, 0),
    period: part.period,
    evidence: { ...first.evidence, start, end, quote: between(start, end) },
  }
}

/** The counts that 和 or 、 joins right before a share of them all, and the whole before them. */
function joined({ between }: CheckContext, before: readonly CheckedValue[]): readonly Pair[] {
  const run: CheckedValue[] = []
  for (const value of [...before].reverse()) {
    const next = run.at(-1)
    const said = next === undefined ? '' : flat(between(value.evidence.end, next.evidence.start))
    if (!isCount(value) || (next !== undefined && (value.unit !== next.unit || !/^[、和及与][^，。；]{0,10}$/u.test(said)))) break
    run.push(value)
  }
  const [part] = run
  const whole = before[before.length - run.length - 1]
  const added = run.reduce((all, { value }) => all + value, 0)
  if (part === undefined || run.length < 2 || whole === undefined || !isCount(whole) || whole.unit !== part.unit || whole.value <= added)
    return []
  return [{ part, whole, exact: (added / whole.value) * 100 }]
}

/** The clause before a count, and what is told right behind it. */
function labelOf({ between, document }: CheckContext, part: CheckedValue, values: readonly CheckedValue[]): string {
  const last = values[values.indexOf(part) - 1]
  const block = document.blocks[part.evidence.block]?.span
  const before =
    flat(between(last?.evidence.end ?? block?.start ?? 0, part.evidence.start))
      .split(/[，,、；。]/u)
      .at(-1) ?? ''
  const behind = flat(between(part.evidence.end, Math.min(part.evidence.end + FAR, block?.end ?? part.evidence.end)))
  return `${before}${behind.split(/[，,、；。（]/u)[0] ?? ''}`
}

/** One of the two characters before 率 stands beside the count (改正率, 28个改到位). */
function saysVerb(context: CheckContext, stated: CheckedValue, label: string): boolean {
  const verb = patterns(context.lexicon).verb.exec(writtenRate(context, stated))?.[1]
  return verb !== undefined && [...verb].some((character) => label.includes(character))
}

/** What the rate's name says more than its verb is said of the counts too. */
const isOfThem = (context: CheckContext, stated: CheckedValue, labels: string): boolean =>
  saysNoMore(writtenRate(context, stated).replace(/[\p{Script=Han}]{2}率$/u, ''), labels, context.lexicon)

/** 3.61万件, 3.44万件, 95.4%: counts written in 万 are known to half of their last digit, and so is their ratio. */
function isRounded(stated: CheckedValue, { part, whole, exact }: Pair): boolean {
  const off = [part, whole].map(({ evidence: { quote }, value }) => (/[万亿]/u.test(quote) ? writtenStep(quote, value) / 2 / value : 0))
  const slack = Math.abs(exact) * off.reduce((all, each) => all + each, 0)
  return slack > 0 && Math.abs(exact - stated.value) <= slack + writtenStep(stated.evidence.quote, stated.value) / 2 + 1e-9
}

/** One digit is another, or two neighbours have changed places; of one digit alone, nothing can be said. */
function isAlike(stated: CheckedValue, exact: number): boolean {
  const step = writtenStep(stated.evidence.quote, stated.value)
  // 五成八, or a last digit that was cut off, is the figure said roughly.
  if (!/[0-9]/u.test(stated.evidence.quote) || Math.abs(exact - stated.value) < step) return false
  const [off, digits] = [Math.abs(exact - stated.value), atStep(exact, step).replace('.', '')]
  if (digits.length === 2 && off > NEAR) return false
  return areNearlyAlike(stated.value, exact, step) && (off <= TENS || haveChangedPlaces(atStep(stated.value, step), atStep(exact, step)))
}

const haveChangedPlaces = (one: string, other: string): boolean => [...one].sort().join() === [...other].sort().join()

const isCount = (value: CheckedValue): boolean => COUNTED.has(value.role) && !/^[%‰]|个百分点|分|倍|元/u.test(value.unit) && isExact(value)

const COUNTED: ReadonlySet<string> = new Set(['actual', 'target', 'reference'])

function slip(stated: CheckedValue, { part, whole, exact }: Pair): Slip {
  const shown = atStep(exact, Math.min(writtenStep(stated.evidence.quote, stated.value), 0.1))
  return {
    severity: 'warning',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `“${whole.evidence.quote}”与“${part.evidence.quote}”算得${shown}%，文中写作“${stated.evidence.quote}”，只差一个数字，请核对`,
  }
}
