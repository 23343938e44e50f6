/**
 * Points for honours by level: 国家级每项2分、省部级0.5分、市级0.2分. The rule says which status counts, which years, how often one title counts, what the lower
 * ranks of one commendation earn, and the most for a level and for all. What a scheme does not ask for earns nothing, and is said.
 */
import { z } from 'zod'
import type { Award } from '../award.ts'
import { type Decimal, decimal, least, most, sum, zero } from '../decimal.ts'
import { AwardFilter, Level, Status } from '../operand.ts'
import { between, settled } from '../outcome.ts'
import { achievementWords, awardLevelWords } from '../record-words.ts'
import { differByWords, isSameHonour } from '../same-honour.ts'
import { type Form, Points, Positive } from './form.ts'

const schema = z.strictObject({
  form: z.literal('awards'),
  of: AwardFilter.exactOptional(),
  /** Points of one honour by its level; other levels earn nothing. */
  levels: z.partialRecord(Level, Points),
  /** Statuses that count; only what has been obtained where left out. */
  statuses: z.array(Status).exactOptional(),
  /** Years of the honour that count; null in the list lets those without a year count. Any where left out. */
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
    scope.rests(
      counted.map(({ use }) => use),
      read.awards.filter(({ id }) => !once.has(id)).map((award) => ({ ...award.use, why: whyNot(rule, award) ?? '同一成果已计一次' })),
    )
    const shares = shared(counted, rule)
    const earned = counted.map((award, index) => decimal(rule.levels[award.level] ?? 0).times(shares[index] ?? 1))
    const byLevel = Object.keys(rule.levels).map((level) => {
      const points = sum(earned.filter((_, index) => counted[index]?.level === level))
      const limit = rule.mostByLevel?.[level as Award['level']]
      return limit === undefined ? points : least(points, decimal(limit))
    })
    const limit = rule.most === undefined ? scope.full : decimal(rule.most)
    const points = least(sum(byLevel), limit)
    const why = whyCounted(counted, earned, points)
    const unknown = distinct(
      read.awards.filter(
        (award) => isOfUnknownLevel(rule, award) && !counted.some((other) => isSameHonour({ ...award, level: other.level }, other)),
      ),
      rule.distinct ?? 'title-and-holder',
    )
    if (unknown.length > 0 && points.lt(limit)) {
      const each = Object.values(rule.levels)
        .map((level) => decimal(level))
        .reduce(most, zero)
      const open = `级别不明：${unknown.map(({ title, holder }) => `${holder} ${title}`).join('；')}`
      const highest = read.incomplete ? limit : least(points.plus(each.times(unknown.length)), limit)
      return { ...between(points, highest, [...(read.open === '' ? [] : [read.open]), open].join('；')), why: [why] }
    }
    return read.incomplete && points.lt(limit) ? { ...between(points, limit, read.open), why: [why] } : settled(points, why)
  },
}

/** What each earns, so that a county can add it up. */
function whyCounted(counted: readonly Award[], earned: readonly Decimal[], points: Decimal): string {
  if (counted.length === 0) return '没有可以计分的成果'
  const each = counted.map(
    ({ title, holder, level }, index) => `${holder} ${title}（${awardLevelWords[level]}，${pointsOf(earned[index] ?? zero)} 分）`,
  )
  const all = sum(earned)
  const capped = all.gt(points) ? `；合计 ${pointsOf(all)} 分，按上限计 ${pointsOf(points)} 分` : ''
  return `计分成果 ${counted.length} 项：${each.join('；')}${capped}。级别按评定机关定，不按名称中的字样`
}

const pointsOf = (points: Decimal): string => String(Number(points.toFixed(4)))

/** It would count if its level were one that does. */
const isOfUnknownLevel = (rule: AwardsRule, award: Award): boolean =>
  award.level === 'unknown' && !('unknown' in rule.levels) && whyNot({ ...rule, levels: { ...rule.levels, unknown: 0 } }, award) === null

/** Why an honour earns nothing; null where it is one of those that count. */
function whyNot({ statuses = ['obtained'], years, levels }: AwardsRule, { status, year, level }: Award): string | null {
  if (!statuses.includes(status)) return `${achievementWords[status]}，不计分`
  if (!(level in levels)) return level === 'unknown' ? '级别不明，待核' : `${awardLevelWords[level]}，不计分`
  if (years === undefined || years.includes(year)) return null
  return year === null ? '没有写明年份，不计分' : `${year}年的，不计分`
}

/** One honour told by several documents counts once, however many of its words each of them says. */
function distinct(all: readonly Award[], by: 'title' | 'title-and-holder'): Award[] {
  const isOne = (award: Award, other: Award): boolean => {
    const byTitle = by === 'title'
    if (award.title === other.title && (byTitle || award.holder === other.holder)) return true
    if (award.file === other.file) return false
    return byTitle ? award.level === other.level && differByWords(award.title, other.title) : isSameHonour(award, other)
  }
  const kept: Award[] = []
  for (const award of all) if (!kept.some((other) => isOne(award, other))) kept.push(award)
  return kept
}

/** The share of each honour: within one sentence of one document all but the highest are reduced. */
function shared(all: readonly Award[], { sameDocument, levels }: AwardsRule): Decimal[] {
  if (sameDocument === undefined) return all.map(() => decimal(1))
  const commendation = ({ file, quote }: Award): string => `${file}\u0000${quote}`
  return all.map((award, index) => {
    const together = all.filter((other) => commendation(other) === commendation(award))
    const highest = together.reduce((top, other) => ((levels[other.level] ?? 0) > (levels[top.level] ?? 0) ? other : top))
    return all.indexOf(highest) === index ? decimal(1) : decimal(sameDocument).div(100)
  })
}
