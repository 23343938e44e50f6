/**
 * The parts that a sentence counts make up its whole.
 *
 *   建材40批次、农资30批次，合计75批次              70 (error)
 *   抽查120批次，合格117批次，不合格5批次           122 (error)
 *
 * A total after its parts, and two parts that leave nothing out (合格 and 不合格), must be met; lists after 其中 are the matter of breakdown.ts.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckContext, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { amountsOf, countsOf, flat, inUnit, type LabelledCount, roundedBy } from './counts.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    total: new RegExp(`^[，、,和及]?[^，。；、0-9]{0,8}?(?:${words('stated-sum')})[^，。；、0-9]{0,8}$`, 'u'),
    /** 甲40批次、乙30批次，共70批次: nothing but 共 stands before it. */
    inAll: new RegExp(`^[，,](?:${words('sum-leads')})$`, 'u'),
    plainTotal: new RegExp(`^[，,](?:${words('stated-sum')})$`, 'u'),
    results: new RegExp(words('count-passed', 'count-failed', 'count-results'), 'u'),
    within: new RegExp(words('of-which'), 'u'),
    /** 每季度320份，合计1280份: one of several alike. */
    each: new RegExp(words('averages'), 'u'),
    did: /^[，,、](?:已|共|实|实际)?([\p{Script=Han}]{1,4}?)[了完好过]?$/u,
    left: new RegExp(
      `^[，,、](?:${words('left-over')})?(?:[${cue(lexicon, 'negations').join('')}]|${words('not-yet')})有?([\\p{Script=Han}]{1,4}?)(?:${words('result-links')})?$`,
      'u',
    ),
    going: new RegExp(`^[，,、](?:${words('still-going')})([\\p{Script=Han}]{1,4}?)(?:${words('result-links')})?$`, 'u'),
    remains: new RegExp(`^[，,、](?:${words('left-over')})$`, 'u'),
    /** 已改126条，还剩8条 */
    already: new RegExp(`^[，,、](?:${words('done-already')})[\\p{Script=Han}]{1,4}$`, 'u'),
    acts: new RegExp(words('done-to-some', 'counted-acts'), 'u'),
    /** 合格46批次，其余4批次 */
    passed: new RegExp(words('count-passed', 'count-failed'), 'u'),
    lastAct: new RegExp(`^[，,][^，。；0-9]{0,10}?(${words('done-to-some', 'counted-acts')})$`, 'u'),
    /** 第一期62人、第二期58人、第三期71人，累计培训191人次: behind a list of three or more. */
    ofList: new RegExp(
      `^[，,](?:[两二三四五六七八九十0-9]{1,2}个?(?:月|季度|季|年|批|期|项|类|家|所|处|次))?(?:${words('in-total')})[^，。；、0-9]{0,4}$`,
      'u',
    ),
    complements: cue(lexicon, 'complements').map((pair) => pair.split('/')),
  }
})

export const parts = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const group of context.groups) {
      if (group.table) continue
      const counts = countsOf(context, group)
      yield* totals(context, amountsOf(context, group))
      yield* complements(context, counts, group)
    }
  },
})

/** 甲40批次、乙30批次，合计75批次. */
function* totals({ lexicon }: CheckContext, counts: readonly LabelledCount[]): Iterable<Slip> {
  const { total, plainTotal, ofList, inAll, results, each, within: ofWhich } = patterns(lexicon)
  for (const [index, whole] of counts.entries()) {
    const isOfList = ofList.test(whole.before) && !results.test(whole.before)
    if (!total.test(whole.before) && !inAll.test(whole.before) && !isOfList) continue
    const run = listBefore(counts.slice(0, index), whole)
    const isPlainList = run.length >= LISTED && run.slice(1).every(({ before }) => before.startsWith('、'))
    if (isOfList && !total.test(whole.before) && !inAll.test(whole.before) && !(isPlainList && isNear(sum(run), whole))) continue
    // 查处甲3起、乙4起、丙3起，合计9起: what is all of one list.
    const isPlain = plainTotal.test(whole.before)
    const isNone = ({ before, after }: LabelledCount): boolean =>
      (!isPlain && results.test(before + after)) || ofWhich.test(before) || each.test(before)
    if (run.length < 2 || run.some(isNone)) continue
    const added = sum(run)
    if (Math.abs(added - whole.value.value) > [whole, ...run].reduce((all, each) => all + roundedBy(each), 0) + 1e-9)
      yield slip(whole, run, added, `各项相加为${inUnit(added, whole)}，合计写作“${whole.value.evidence.quote}”`)
  }
}

/** So many counts make a list. */
const LISTED = 3
/** How far a list may be from what is told of it, as a share, and still be what it makes up. */
const NEARLY = 0.2
const isNear = (added: number, { value }: LabelledCount): boolean => Math.abs(added - value.value) <= value.value * NEARLY

/** The counts of one unit that a list before a total holds, separated by nothing but 、，和 and the next thing's name. */
function listBefore(before: readonly LabelledCount[], whole: LabelledCount): LabelledCount[] {
  const { unit, evidence } = whole.value
  const run: LabelledCount[] = []
  for (const count of [...before].reverse()) {
    // 62人, and 191人次 in all.
    if (count.value.unit !== unit && !evidence.quote.endsWith(`${count.value.unit}次`)) return run.length > 1 ? run : []
    run.unshift(count)
    if (!/^[、，,和及][^，。；、：]{0,12}$/u.test(count.before)) break
  }
  return run
}

/** 抽查120批次，合格117批次，不合格5批次. */
function* complements(context: CheckContext, counts: readonly LabelledCount[], group: ValueGroup): Iterable<Slip> {
  const { lexicon } = context
  const { within } = patterns(lexicon)
  for (const [index, whole] of counts.entries()) {
    const [one, other] = [counts[index + 1], counts[index + 2]]
    if (!one || !other || one.value.unit !== whole.value.unit || other.value.unit !== whole.value.unit) continue
    if (whole.value.value < Math.max(one.value.value, other.value.value) || !areNear(context, one, other)) continue
    // 良好3家、合格1家，不合格1家: the first two are of one list, or all three.
    if (one.before.startsWith('、') && (!other.before.startsWith('、') || within.test(whole.before) || whole.before.startsWith('、')))
      continue
    const pair = patterns(lexicon).complements.find(
      ([first, second]) =>
        (isNamed(one, first, second) && isNamed(other, second)) || (isNamed(one, second) && isNamed(other, first, second)),
    )
    if (pair === undefined || pair.some((word) => isNamed(whole, word))) {
      // 不合格的有面粉2批次、瓶装水1批次: the rest is more than the first of its list.
      if (counts[index + 3]?.before.startsWith('、') !== true) yield* leftOver(lexicon, whole, one, other)
      continue
    }
    const added = sum([one, other])
    if (added === whole.value.value) continue
    const rate = isRated(group, whole, one)
    const isBehind = rate !== null && rate > other.value.evidence.end
    if (rate !== null && !isBehind) continue
    // 送检60份，合格57份，不合格4份，合格率95%: the rate behind them says which one is wrong; what 其中 divides is told as a list that does not add up.
    if (isBehind && !within.test(one.before)) {
      yield* restOf(whole, one, other)
      continue
    }
    yield slip(
      whole,
      [one, other],
      added,
      `“${pair[0]}”与“${pair[1]}”相加为${added}${whole.value.unit}，总数写作“${whole.value.evidence.quote}”`,
    )
  }
}

/** 电子秤540台，检了513台，剩下没检的37台: what was done, and the rest that was not. */
function* leftOver(lexicon: Lexicon, whole: LabelledCount, done: LabelledCount, rest: LabelledCount): Iterable<Slip> {
  const { left, going, did, remains, already, acts, lastAct } = patterns(lexicon)
  const isLeft = remains.test(rest.before)
  if (isLeft && isPassedOf(lexicon, whole, done) && done.value.value + rest.value.value !== whole.value.value) {
    yield* restOf(whole, done, rest)
    return
  }
  const act = did.exec(done.before)?.[1] ?? lastAct.exec(done.before)?.[1]
  const still = going.exec(rest.before)?.[1]
  const isRest = remains.test(`，${rest.before.split(/[，,]/u).at(-1) ?? ''}`) && (acts.test(done.before) || already.test(done.before))
  const not = left.exec(rest.before)?.[1] ?? still ?? (isRest ? act : undefined)
  if (
    act === undefined ||
    not === undefined ||
    !(act.endsWith(not) || not.endsWith(act)) ||
    (whole.before.split(/[，,]/u).at(-1) ?? '').includes(not)
  )
    return
  const added = sum([done, rest])
  if (added === whole.value.value || whole.value.value < done.value.value) return
  // 已整改108条，正在整改18条 need not be all, but are no more than all.
  if (still !== undefined && added < whole.value.value) return
  yield* restOf(whole, done, rest)
}

/** 50批次中合格46批次: what passed, or what failed, of what was tried. */
function isPassedOf(lexicon: Lexicon, { before: whole }: LabelledCount, { before: done }: LabelledCount): boolean {
  const { passed } = patterns(lexicon)
  return passed.test(done.split(/[，,]/u).at(-1) ?? '') && !passed.test(whole.split(/[，,]/u).at(-1) ?? '')
}

function* restOf(whole: LabelledCount, done: LabelledCount, rest: LabelledCount): Iterable<Slip> {
  const right = whole.value.value - done.value.value
  yield {
    severity: 'error',
    claimed: rest.value.value,
    recomputed: right,
    evidence: [rest.value.evidence, whole.value.evidence, done.value.evidence],
    message: `“${whole.value.evidence.quote}”减去“${done.value.evidence.quote}”应余${right}${whole.value.unit}，文中写作“${rest.value.evidence.quote}”，请核对`,
  }
}

/** 抽检60批次，合格57批次，合格率95%，不合格4批次: where the rate stands that says that the first two are right (rest-count.ts). */
function isRated({ values }: ValueGroup, { value: whole }: LabelledCount, { value: part }: LabelledCount): number | null {
  const rate = values.slice(values.indexOf(part) + 1).find(({ unit }) => unit === '%')
  const isOfThem =
    rate !== undefined &&
    rate.role === 'actual' &&
    roundsTo((part.value / whole.value) * 100, rate.value, writtenStep(rate.evidence.quote, rate.value))
  return isOfThem ? rate.evidence.start : null
}

/** 不合格 holds 合格: a count named by the longer word is not named by the shorter. The word stands before the count, or right behind it. */
function isNamed({ before, after }: LabelledCount, word: string | undefined, not?: string): boolean {
  const label = before.split(/[，。；：]/u).at(-1) ?? ''
  const isSaid = (words: string): boolean => word !== undefined && says(words, word) && !(not !== undefined && says(words, not))
  // 校服18批次全部合格: what is named before the count is counted for itself.
  return isSaid(label) || (isSaid(after) && label.replace(/[、其中有]/gu, '') === '')
}

/** 合格, and not the 合格 of 合格率. */
const says = (words: string, word: string): boolean => words.split(`${word}率`).join('').includes(word)

/** What passed and what failed of one count are told together. */
function areNear({ between }: CheckContext, { value: one }: LabelledCount, { value: other }: LabelledCount): boolean {
  const said = flat(between(one.evidence.end, other.evidence.start))
  return said.length <= FAR && !/[；。]/u.test(said)
}

/** So many characters may stand between the two, a rate among them. */
const FAR = 20

const sum = (counts: readonly LabelledCount[]): number => Number(counts.reduce((all, { value }) => all + value.value, 0).toPrecision(12))

const slip = (whole: LabelledCount, run: readonly LabelledCount[], added: number, what: string): Slip => ({
  severity: 'error',
  claimed: whole.value.value,
  recomputed: added,
  evidence: [whole.value.evidence, ...run.map(({ value }) => value.evidence)],
  message: `${what}，请核对`,
})
