/**
 * A rate that stands away from its counts is that of the thing it names: of how many there were, and right behind them how many passed or failed.
 *
 *   营运车1240辆，年审合格1178辆；出租车310辆，年审合格307辆。营运车年审合格率95%，出租车98%     99.0
 *   汽油抽检45批次，柴油抽检30批次。柴油不合格2批次，汽油不合格1批次。总体合格率97.0%             96.0: of all together
 *
 * Only where one count of the paragraph bears the name, and no two counts of it bear the rate out.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact, isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { isGivenBy, type Operand, operandsOfBlock } from './operands.ts'
import { failedWords } from './rate-words.ts'

/** How far before a rate its name stands. */
const REACH = 24
const NAMED = 2

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    passed: new RegExp(words('count-passed'), 'u'),
    failed: new RegExp(failedWords(lexicon), 'u'),
    tried: new RegExp(`(?:${words('count-sampled')})(?:了|共)?$`, 'u'),
    passRate: new RegExp(`(?:${words('pass-rates')})(?:${words('rate-verbs')})?$`, 'u'),
    rateName: new RegExp(`(?:${words('pass-rates')})(?:${words('rate-verbs')})?$`, 'u'),
    together: new RegExp(words('own-whole', 'stated-sum', 'in-total'), 'u'),
  }
})

export const namedRate = defineCheck({
  kind: 'rate',
  *examine(context) {
    let block = -1
    let rates: CheckedValue[] = []
    const counts: CheckedValue[] = []
    for (const { values, table } of context.groups)
      for (const value of table ? [] : values) {
        if (value.evidence.block !== block) [rates, counts.length] = [[], 0]
        block = value.evidence.block
        if (isStatedCount(value)) counts.push(value)
        if (value.unit !== '%' || value.role !== 'actual' || !isExact(value)) continue
        rates.push(value)
        if (counts.length < FEWEST || isGivenBy(value, counts.slice(-MOST))) continue
        const name = nameOf(context, rates)
        const found = name === null ? null : countsOf(context, value, name)
        if (found !== null) yield* compare(value, found)
      }
  },
})

/** So many counts make two things with what came of them, and so many are looked at. */
const FEWEST = 3
const MOST = 12

/** Of what the last of some pass rates is; 营运车年审合格率95.0%，出租车98.0%: the second goes on with the rate of the first. */
function nameOf(context: CheckContext, rates: readonly CheckedValue[]): string | null {
  const { passRate, rateName } = patterns(context.lexicon)
  const clauses = rates.slice(-LOOKED).map((rate) => clauseBefore(context, rate, REACH, true))
  const last = clauses.at(-1) ?? ''
  const named = clauses.findLast((clause) => /[率比]/u.test(clause))
  return named !== undefined && passRate.test(named) ? last.replace(rateName, '') : null
}

/** So many rates back the one may stand that tells what they are. */
const LOOKED = 4

interface Found {
  readonly whole: number
  readonly passed: number
  readonly from: readonly CheckedValue[]
}

function countsOf(context: CheckContext, stated: CheckedValue, name: string): Found | null {
  const before = operandsOfBlock(context, stated).filter(({ value }) => value.period === stated.period && value.county === stated.county)
  return patterns(context.lexicon).together.test(name) ? ofAll(context, before) : ofOne(context, before, name)
}

/** 出租车310辆，年审合格307辆 */
function ofOne({ lexicon }: CheckContext, counts: readonly Operand[], name: string): Found | null {
  const { passed, failed, tried } = patterns(lexicon)
  if (name.length < NAMED) return null
  const pairs = counts.flatMap((whole, at) => {
    const part = counts[at + 1]
    const own = whole.label.replace(tried, '')
    const isIt = own.length >= NAMED && (own === name || own.endsWith(name) || name.startsWith(own))
    if (!isIt || part === undefined || part.value.unit !== whole.value.unit || part.value.value > whole.value.value) return []
    if (part.back !== whole.back || !/^[，,][^，。；]*$/u.test(part.since) || passed.test(whole.label)) return []
    return failed.test(part.label)
      ? [{ whole, part, passed: whole.value.value - part.value.value }]
      : passed.test(part.label)
        ? [{ whole, part, passed: part.value.value }]
        : []
  })
  const [pair, more] = pairs
  if (pair === undefined || more !== undefined) return null
  return { whole: pair.whole.value.value, passed: pair.passed, from: [pair.part.value, pair.whole.value] }
}

/** As many counts of what was tried as of what failed of it, each of the same thing. */
function ofAll({ lexicon }: CheckContext, counts: readonly Operand[]): Found | null {
  const { failed, tried } = patterns(lexicon)
  const inTurn = ofPairs(lexicon, counts)
  if (inTurn !== null) return inTurn
  const wholes = counts.filter(({ label }) => tried.test(label))
  const parts = counts.filter(({ label }) => failed.test(label))
  const unit = wholes[0]?.value.unit
  if (wholes.length < 2 || parts.length !== wholes.length || [...wholes, ...parts].some(({ value }) => value.unit !== unit)) return null
  const names = wholes.map(({ label }) => label.replace(tried, ''))
  const areOfThem = names.every((name) => name.length >= NAMED && parts.filter(({ label }) => label.startsWith(name)).length === 1)
  if (!areOfThem || counts.some((count) => count.value.unit === unit && !wholes.includes(count) && !parts.includes(count))) return null
  const whole = wholes.reduce((all, { value }) => all + value.value, 0)
  const off = parts.reduce((all, { value }) => all + value.value, 0)
  return { whole, passed: whole - off, from: [...parts, ...wholes].map(({ value }) => value) }
}

/** 钢筋抽检32组，1组不合格；试块抽检140组，3组不合格；…。172组总的合格率: tried and failed, or tried and passed, in turn, and no more than how many were tried in all. */
function ofPairs(lexicon: CheckContext['lexicon'], counts: readonly Operand[]): Found | null {
  const { failed, passed, tried } = patterns(lexicon)
  const result = failed.test(counts[1]?.label ?? '') ? failed : passed
  const unit = counts[0]?.value.unit
  const pairs: (readonly [Operand, Operand])[] = []
  let rest = counts
  while (rest.length > 1 && rest[0] !== undefined && rest[1] !== undefined && tried.test(rest[0].label) && result.test(rest[1].label)) {
    pairs.push([rest[0], rest[1]])
    rest = rest.slice(2)
  }
  const whole = pairs.reduce((all, [one]) => all + one.value.value, 0)
  const told = pairs.reduce((all, [, other]) => all + other.value.value, 0)
  const off = result === failed ? told : whole - told
  const isClosed = rest.length === 0 || (rest.length === 1 && rest[0]?.value.value === whole)
  const areOfOneUnit = counts.every(({ value }) => value.unit === unit)
  return pairs.length > 1 && isClosed && areOfOneUnit
    ? { whole, passed: whole - off, from: pairs.flatMap(([one, other]) => [other.value, one.value]) }
    : null
}

function* compare(stated: CheckedValue, { whole, passed, from }: Found): Iterable<Slip> {
  const step = writtenStep(stated.evidence.quote, stated.value)
  const exact = (passed / whole) * 100
  if (Math.abs(exact - stated.value) < step) return
  const shown = atStep(exact, Math.min(step, 0.1))
  yield {
    severity: 'warning',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, ...from.map(({ evidence }) => evidence)],
    message: `按前面写到的${from.map(({ evidence }) => `“${evidence.quote}”`).join('、')}计算应为${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}
