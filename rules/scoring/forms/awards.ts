/**
 * Points for honours by level: 国家级每项2分、省部级0.5分、市级0.2分. The rule says which status counts, which years, how often one title counts, what the lower
 * ranks of one commendation earn, and the most for a level and for all. What a scheme does not ask for earns nothing, and is said.
 */
import { z } from 'zod'
import { type Award, UNPLACED, unplacedWords } from '../award.ts'
import { type Decimal, decimal, least, most, sum, zero } from '../decimal.ts'
import { AwardFilter, Level, Status } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { achievementWords, awardLevelWords } from '../record-words.ts'
import { shortPoints } from '../said.ts'
import { differByWords, isEqualHonour, isSameHonour, mayBeSame } from '../same-honour.ts'
import type { Passed } from '../trace.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('awards'),
  of: AwardFilter.exactOptional(),
  /** Points of one honour by its level; other levels earn nothing. */
  levels: z.partialRecord(Level, Points),
  /** Statuses that count; only what has been obtained where left out. */
  statuses: z.array(Status).exactOptional(),
  /** Years of the honour that count; null in the list lets those without a year count, as of their document's own. Without it they are 待核. Any where left out. */
  years: z.array(z.int().nullable()).exactOptional(),
  /** What makes two honours one: the title and holder (left out), or the title alone. */
  distinct: z.enum(['title', 'title-and-holder'], '应为 title、title-and-holder 之一').exactOptional(),
  /** Several honours in one commendation: the highest whole, the others this share in percent. */
  sameDocument: z.number().min(0).max(100).exactOptional(),
  /** The most for each level, and for all. */
  mostByLevel: z.partialRecord(Level, Points).exactOptional(),
  most: Positive.exactOptional(),
})
export type AwardsRule = z.output<typeof schema>

export const awards: Form<AwardsRule> = {
  schema: () => schema,
  evaluate(rule, scope) {
    const read = scope.awards(rule.of ?? {})
    const counted = distinct(
      read.awards.filter((award) => whyNot(rule, award) === null),
      rule.distinct ?? 'title-and-holder',
    )
    const once = new Set(counted.map(({ id }) => id))
    const passed = (awards: readonly Award[], otherwise: string): Passed[] =>
      awards.filter(({ id }) => !once.has(id)).map((award) => ({ ...award.use, why: whyNot(rule, award) ?? otherwise }))
    scope.rests(
      counted.map(({ use }) => use),
      [...passed(read.awards, '同一成果已计一次'), ...passed(read.unplaced, UNPLACED), ...read.repeated],
    )
    const limit = rule.most === undefined ? scope.full : decimal(rule.most)
    const { earned, points } = earnedBy(counted, rule, limit)
    const why = whyCounted(counted, earned, points)
    const twice = perhapsTwice(counted, rule)
    const lowest = twice.length === 0 ? points : earnedBy(withoutLesser(counted, twice, rule), rule, limit).points
    const unknown = unknownLevels([...read.awards, ...read.unplaced], counted, rule)
    const unplaced = distinct(
      read.unplaced.filter((award) => whyNot(rule, award) === null),
      rule.distinct ?? 'title-and-holder',
    )
    const undated = undatedAmong([...read.awards, ...read.unplaced], counted, rule)
    const perhaps = earnedBy([...counted, ...unplaced, ...undated], rule, limit).points.plus(dearest(rule).times(unknown.length))
    const highest = read.incomplete ? limit : least(perhaps, limit)
    if (!lowest.lt(highest)) return settled(points, why)
    const open = [
      read.incomplete ? read.open : '',
      unplaced.length === 0 ? '' : unplacedWords(unplaced),
      undated.length === 0 ? '' : `没有写明哪一年获得，待核：${undated.map(nameOf).join('；')}`,
      unknown.length === 0 ? '' : `级别不明：${unknown.map(nameOf).join('；')}`,
      lowest.lt(points) ? `可能重复，请核：${twice.map((pair) => pair.map(nameOf).join(' 与 ')).join('；')}` : '',
    ].filter(Boolean)
    return { ...between(lowest, highest, open.join('；')), why: [why] }
  },
}

const nameOf = ({ title, holder }: Award): string => `${holder} ${title}`

/** What each of the honours earns, and all of them within the limits. */
function earnedBy(
  counted: readonly Award[],
  rule: AwardsRule,
  limit: Decimal,
): { readonly earned: readonly Decimal[]; readonly points: Decimal } {
  const shares = shared(counted, rule)
  const earned = counted.map((award, index) => decimal(rule.levels[award.level] ?? 0).times(shares[index] ?? 1))
  const byLevel = Object.keys(rule.levels).map((level) => {
    const points = sum(earned.filter((_, index) => counted[index]?.level === level))
    const most = rule.mostByLevel?.[level as Award['level']]
    return most === undefined ? points : least(points, decimal(most))
  })
  return { earned, points: least(sum(byLevel), limit) }
}

type Pair = readonly [Award, Award]

/** Pairs of which one may be the other by a shorter or fuller name. */
function perhapsTwice(counted: readonly Award[], { distinct: by }: AwardsRule): Pair[] {
  const isPair = (one: Award, other: Award): boolean =>
    (by === 'title' ? differByWords(one.title, other.title) : mayBeSame(one, other)) &&
    (one.year ?? other.year) === (other.year ?? one.year)
  return counted.flatMap((one, index) => counted.slice(index + 1).flatMap((other): Pair[] => (isPair(one, other) ? [[one, other]] : [])))
}

/** If each pair is one honour, it counts as the dearer. */
function withoutLesser(counted: readonly Award[], pairs: readonly Pair[], { levels }: AwardsRule): Award[] {
  const left = new Set(counted)
  for (const [one, other] of pairs)
    if (left.has(one) && left.has(other)) left.delete((levels[one.level] ?? 0) < (levels[other.level] ?? 0) ? one : other)
  return [...left]
}

/** Those that would count if their level were known, and are none of those that do. */
const unknownLevels = (awards: readonly Award[], counted: readonly Award[], rule: AwardsRule): Award[] =>
  distinct(
    awards.filter(
      (award) => isOfUnknownLevel(rule, award) && !counted.some((other) => isSameHonour({ ...award, level: other.level }, other)),
    ),
    rule.distinct ?? 'title-and-holder',
  )

/** Those that would count if they were of a year that does, and are none of those that do: nobody says the year. */
function undatedAmong(awards: readonly Award[], counted: readonly Award[], rule: AwardsRule): Award[] {
  const { years = [] } = rule
  const perhaps = awards.filter((award) => award.year === null && !years.includes(null) && isWorth(rule, award, years))
  return distinct(
    perhaps.filter((award) => !counted.some((other) => isSameHonour(award, other))),
    rule.distinct ?? 'title-and-holder',
  )
}

const isWorth = (rule: AwardsRule, award: Award, years: readonly (number | null)[]): boolean =>
  years.some((year) => whyNot(rule, { ...award, year }) === null)

const dearest = ({ levels }: AwardsRule): Decimal =>
  Object.values(levels)
    .map((level) => decimal(level))
    .reduce(most, zero)

/** What each earns, so that a county can add it up. */
function whyCounted(counted: readonly Award[], earned: readonly Decimal[], points: Decimal): string {
  if (counted.length === 0) return '没有可以计分的成果'
  const each = counted.map(
    (award, index) => `${nameOf(award)}（${awardLevelWords[award.level]}，${shortPoints(earned[index] ?? zero)} 分）`,
  )
  const all = sum(earned)
  const capped = all.gt(points) ? `；合计 ${shortPoints(all)} 分，最多计 ${shortPoints(points)} 分` : ''
  return `计分成果 ${counted.length} 项（级别按评定机关定，不按名称中的字样）：${each.join('；')}${capped}`
}

/** It would count if its level were one that does. */
const isOfUnknownLevel = (rule: AwardsRule, award: Award): boolean =>
  award.level === 'unknown' && !('unknown' in rule.levels) && whyNot({ ...rule, levels: { ...rule.levels, unknown: 0 } }, award) === null

/** Why an honour earns nothing; null where it is one of those that count. */
function whyNot({ statuses = ['obtained'], years, levels }: AwardsRule, { status, year, level }: Award): string | null {
  if (!statuses.includes(status)) return `${achievementWords[status]}，不计分`
  if (!(level in levels)) return level === 'unknown' ? '级别不明，待核' : `${awardLevelWords[level]}，不计分`
  if (years === undefined || years.includes(year)) return null
  return year === null ? '没有写明哪一年获得，待核' : `${year}年的，不计分`
}

/** One honour told by several documents counts once, however many of its words each of them says. */
function distinct(all: readonly Award[], by: 'title' | 'title-and-holder'): Award[] {
  const isOne = (award: Award, other: Award): boolean => {
    const byTitle = by === 'title'
    if (byTitle ? award.title === other.title : isEqualHonour(award, other)) return true
    if (award.file === other.file) return false
    return byTitle ? award.level === other.level && differByWords(award.title, other.title) : isSameHonour(award, other)
  }
  const kept: Award[] = []
  for (const award of all) if (!kept.some((other) => isOne(award, other))) kept.push(award)
  return kept
}

/** The share of each honour: within one sentence of one document all but the highest are reduced. */
/** Told by one statement of one document: the same words, or words of which one holds the other's. */
function isOneCommendation(a: Award, b: Award): boolean {
  if (a.file !== b.file) return false
  const [one, other] = [a.use.evidence, b.use.evidence]
  return a.quote === b.quote || (one !== undefined && other !== undefined && one.start < other.end && other.start < one.end)
}

function shared(all: readonly Award[], { sameDocument, levels }: AwardsRule): Decimal[] {
  if (sameDocument === undefined) return all.map(() => decimal(1))
  return all.map((award, index) => {
    const together = all.filter((other) => isOneCommendation(other, award))
    const highest = together.reduce((top, other) => ((levels[other.level] ?? 0) > (levels[top.level] ?? 0) ? other : top))
    return all.indexOf(highest) === index ? decimal(1) : decimal(sameDocument).div(100)
  })
}
