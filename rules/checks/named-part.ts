/**
 * A rate or share is that of the count that bears its name in the paragraph, of what that count is told to be a part of.
 *
 *   食堂31所，A级12所，B级17所，C级2所。A级食堂占48.7%         38.7: the list makes up the 31
 *   满意1290份、基本满意135份、不满意75份，满意和基本满意占94%   95: the two together
 *   投诉842件、举报197件。…举报立案31件，立案率17.5%             15.7: of the one count named 举报
 *
 * Only where the whole is sure: the list of the part makes it up, or the part's own name begins with it. A figure that any two counts of the paragraph bear
 * out is left alone.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, roundsTo, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact, isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { writtenRate } from './written-rate.ts'

/** So many counts back are looked at. */
const MOST = 16
/** A list of so many parts makes up its whole by no chance. */
const LISTED = 3
const NAMED = 2

const patterns = perLexicon((lexicon) => ({
  joined: new RegExp(wordPattern([...cue(lexicon, 'joined'), '、']), 'u'),
  lead: new RegExp(`^(?:${wordPattern([...cue(lexicon, 'of-which'), ...cue(lexicon, 'part-acts')])})+`, 'u'),
  ofAll: new RegExp(
    `^(?:[\\p{Script=Han}]{2,6}?)?[，,]?(?:约|仅)?(?:${wordPattern(cue(lexicon, 'share'))})(?:(?:${wordPattern(cue(lexicon, 'all-of'))})([\\p{Script=Han}]{2,8}?)|([\\p{Script=Han}]{2,8}?)(?:${wordPattern(cue(lexicon, 'total-words'))}))(?:${wordPattern(cue(lexicon, 'count-endings'))})?的?(?:约|近)?$`,
    'u',
  ),
  ofThing: new RegExp(`^[，,](?:约|仅)?(?:${wordPattern(cue(lexicon, 'share'))})([\\p{Script=Han}]{4,8})的(?:约|近)?$`, 'u'),
  tried: new RegExp(`(?:${wordPattern(cue(lexicon, 'count-sampled'))}|样)$`, 'u'),
  ofArea: new RegExp(
    `^[，,](?:约|仅)?(?:${wordPattern(cue(lexicon, 'share'))})([\\p{Script=Han}]{2,6}?)(?:${wordPattern(cue(lexicon, 'total-words'))})?的?(?:约|近)?$`,
    'u',
  ),
  tail: new RegExp(`(?:${wordPattern(cue(lexicon, 'together'))}|的)+$`, 'u'),
}))

export const namedPart = defineCheck({
  kind: 'rate',
  *examine(context) {
    const counts: CheckedValue[] = []
    const everywhere: CheckedValue[] = []
    let block = -1
    for (const { values, table } of context.groups) {
      // Of a table, what a row says of all: its other rows name their parts.
      if (table) everywhere.push(...values.filter((value) => isCount(value) && value.breakdown === null))
      for (const value of table ? [] : values) {
        if (value.evidence.block !== block) counts.length = 0
        block = value.evidence.block
        if (isCount(value)) {
          counts.push(value)
          everywhere.push(value)
        } else if (isRate(value)) yield* compared(context, value, counts.slice(-MOST), everywhere)
      }
    }
  },
})

function* compared(
  context: CheckContext,
  stated: CheckedValue,
  counts: readonly CheckedValue[],
  everywhere: readonly CheckedValue[],
): Iterable<Slip> {
  const found =
    stated.role === 'share'
      ? ofShare(context, stated, counts, everywhere)
      : (ofGrades(context, stated, counts) ?? ofRate(context, stated, counts.at(-1), everywhere))
  if (found === null || holdsOfAny(stated, counts, found)) return
  const { parts, whole } = found
  const exact = (added(parts) / whole.value) * 100
  const step = writtenStep(stated.evidence.quote, stated.value)
  if (exact > 100 || Math.abs(exact - stated.value) < step) return
  const shown = atStep(exact, Math.min(step, 0.1))
  const quotes = parts.map(({ evidence }) => `“${evidence.quote}”`).join('与')
  yield {
    severity: 'warning',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, ...parts.map(({ evidence }) => evidence), whole.evidence],
    message: `${quotes}${parts.length > 1 ? '合计' : ''}是“${whole.evidence.quote}”的${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}

interface Found {
  readonly parts: readonly CheckedValue[]
  readonly whole: CheckedValue
}

/** A级食堂 of 达到A级12所, and the whole that the list of the part makes up. */
function ofShare(
  { between, lexicon }: CheckContext,
  stated: CheckedValue,
  counts: readonly CheckedValue[],
  everywhere: readonly CheckedValue[],
): Found | null {
  const { joined, tail } = patterns(lexicon)
  const told = ofTold({ between, lexicon }, stated, counts, everywhere)
  if (told !== null) return told
  // 占总数的, 占投诉的: of a whole that it names itself.
  const led = flat(between(stated.evidence.start - 1, stated.evidence.start))
  if (led === '的' || stated.name.length < NAMED) return null
  const names = stated.name.replace(tail, '').split(joined)
  const parts = names.map((name) => onlyNamed(lexicon, name, counts))
  const [first] = parts
  if (first === undefined || parts.some((part) => part === undefined || part.unit !== first.unit)) return null
  const list = listAround({ between }, counts, first)
  const whole = counts[counts.indexOf(list[0] as CheckedValue) - 1]
  if (list.length < LISTED || whole === undefined || whole.unit !== first.unit || added(list) !== whole.value) return null
  return { parts: parts as CheckedValue[], whole }
}

/** 不合格7批次，占全部不合格批次的58.3%: of the one count of the document that is called so, whatever stands between. */
function ofTold(
  { between, lexicon }: Pick<CheckContext, 'between' | 'lexicon'>,
  stated: CheckedValue,
  counts: readonly CheckedValue[],
  everywhere: readonly CheckedValue[],
): Found | null {
  const part = counts.at(-1)
  if (part === undefined) return null
  const ofArea = ofItsArea({ between, lexicon }, stated, part, everywhere)
  if (ofArea !== null) return ofArea
  const ofHead = ofItsHead({ between, lexicon }, stated, part, counts)
  if (ofHead !== null) return ofHead
  const [, all, total] = patterns(lexicon).ofAll.exec(flat(between(part.evidence.end, stated.evidence.start))) ?? []
  const whole = all ?? total
  const name = whole?.endsWith(part.unit) ? whole.slice(0, -part.unit.length) : whole
  if (name === undefined || name.length < NAMED) return null
  const called = everywhere.filter((value) => value !== part && areOfOne(value, part) && value.name.replace(part.unit, '').endsWith(name))
  const exactly = called.filter(({ name: own }) => own.replace(part.unit, '') === name)
  const [first, ...others] = exactly.length > 0 ? exactly : called
  return first !== undefined && others.every(({ value }) => value === first.value) ? { parts: [part], whole: first } : null
}

/** 额敏县差评33件，占全地区的26%: of the one count of that area whose name ends as the part's does. */
function ofItsArea(
  { between, lexicon }: Pick<CheckContext, 'between' | 'lexicon'>,
  stated: CheckedValue,
  part: CheckedValue,
  everywhere: readonly CheckedValue[],
): Found | null {
  const said = patterns(lexicon).ofArea.exec(flat(between(part.evidence.end, stated.evidence.start)))?.[1]
  const area = said === undefined ? undefined : areas(lexicon)(said).find(({ kind }) => kind === 'area')?.region
  const ending = part.name.slice(-NAMED)
  if (area === undefined || part.name.length < NAMED) return null
  const [whole, ...more] = everywhere.filter(
    ({ county, unit, period, name, value }) =>
      county === area && unit === part.unit && period === part.period && name.endsWith(ending) && value >= part.value,
  )
  return whole !== undefined && more.every(({ value }) => value === whole.value) ? { parts: [part], whole } : null
}

/** 玉米扦样64份；…8份，占玉米样品的6.3%: of the one count of what was tried whose name begins as the whole's does. */
function ofItsHead(
  { between, lexicon }: Pick<CheckContext, 'between' | 'lexicon'>,
  stated: CheckedValue,
  part: CheckedValue,
  counts: readonly CheckedValue[],
): Found | null {
  const { ofThing, tried } = patterns(lexicon)
  const thing = ofThing.exec(flat(between(part.evidence.end, stated.evidence.start)))?.[1]
  if (thing === undefined) return null
  // 占超标样品的: of 超标4个; what only begins so (玉米霉变粒) is no whole unless it was tried.
  const [whole, more] = counts.filter(
    ({ name, ...value }) =>
      value.evidence !== part.evidence &&
      areOfOne({ name, ...value }, part) &&
      ((name.length >= NAMED && thing.startsWith(name)) || (name.startsWith(thing.slice(0, NAMED)) && tried.test(name))),
  )
  return whole !== undefined && more === undefined ? { parts: [part], whole } : null
}

const areas = perLexicon(createRegionReader)

const areOfOne = (whole: CheckedValue, part: CheckedValue): boolean =>
  whole.unit === part.unit && whole.period === part.period && whole.county === part.county && whole.value >= part.value

/** 优秀9家、良好17家、合格6家、不合格3家，优良率: the grades that the rate is put together of. */
function ofGrades(context: CheckContext, stated: CheckedValue, counts: readonly CheckedValue[]): Found | null {
  const grades = /([\p{Script=Han}])([\p{Script=Han}])率$/u.exec(writtenRate(context, stated))?.slice(1) ?? []
  const scale = gradeScales(context.lexicon).find((each) => grades.every((grade) => each.some((name) => name.startsWith(grade))))
  const last = counts.at(-1)
  if (grades.length === 0 || scale === undefined || last === undefined) return null
  const list = listAround(context, counts, last)
  const parts = grades.flatMap((grade) => list.filter(({ name }) => scale.includes(name) && name.startsWith(grade)))
  const whole = counts[counts.indexOf(list[0] as CheckedValue) - 1]
  if (parts.length !== grades.length || whole === undefined || whole.unit !== last.unit || added(list) !== whole.value) return null
  return { parts, whole }
}

const gradeScales = perLexicon((lexicon) => cue(lexicon, 'grade-scales').map((scale) => scale.split('/')))

/** The one count that is called so: its name is the share's, or the one begins as the other ends. */
function onlyNamed(lexicon: CheckContext['lexicon'], name: string, counts: readonly CheckedValue[]): CheckedValue | undefined {
  const { lead } = patterns(lexicon)
  const own = (value: CheckedValue): string => value.name.replace(lead, '').replace(/类$/u, '')
  const same = counts.filter((value) => own(value) === name.replace(/类$/u, ''))
  const [one, more] = same.length > 0 ? same : counts.filter((value) => own(value).length >= NAMED && name.startsWith(own(value)))
  return more === undefined ? one : undefined
}

/** The counts of one unit that stand in one list with a part, nothing but names between them. */
function listAround(
  { between }: Pick<CheckContext, 'between'>,
  counts: readonly CheckedValue[],
  part: CheckedValue,
): readonly CheckedValue[] {
  const areNext = (one: CheckedValue, other: CheckedValue): boolean =>
    one.unit === other.unit && /^[、，；和及][^，。；、：0-9]{1,12}$/u.test(flat(between(one.evidence.end, other.evidence.start)))
  const lists: CheckedValue[][] = []
  for (const value of counts) {
    const list = lists.at(-1)
    const last = list?.at(-1)
    if (list !== undefined && last !== undefined && areNext(last, value)) list.push(value)
    else lists.push([value])
  }
  const list = lists.find((each) => each.includes(part)) ?? []
  // 食堂31所，A级12所，B级17所，C级2所: the whole may open its own list.
  const [whole, ...rest] = list
  return whole !== undefined && rest.includes(part) && added(rest) === whole.value ? rest : list
}

/** 举报立案31件，立案率: the verb of the rate ends the part's name, and what stands before it is another count's whole name. */
function ofRate(
  context: CheckContext,
  stated: CheckedValue,
  part: CheckedValue | undefined,
  everywhere: readonly CheckedValue[],
): Found | null {
  const written = writtenRate(context, stated)
  const verb = /([\p{Script=Han}]{2})率$/u.exec(written)?.[1]
  if (verb === undefined || part === undefined || !part.name.endsWith(verb)) return null
  if (!BESIDE.test(flat(context.between(part.evidence.end, stated.evidence.start)))) return null
  const before = everywhere.at(-2)
  // 抽测76台，超差9台，超差率: what was counted right before it.
  if (part.name === verb && written === `${verb}率` && before !== undefined && isRightBefore(context, before, part))
    return { parts: [part], whole: before }
  const of = part.name.slice(0, -verb.length)
  // 建材40批次，合格39批次，工业产品抽查合格率: of something else.
  if (written !== `${verb}率` && !written.startsWith(of)) return null
  const [whole, more] = everywhere.filter(
    ({ name, unit, period, county }) => name === of && unit === part.unit && period === part.period && county === part.county,
  )
  return of.length >= NAMED && whole !== undefined && more === undefined && whole.value >= part.value ? { parts: [part], whole } : null
}

const isRightBefore = ({ between }: CheckContext, before: CheckedValue, part: CheckedValue): boolean =>
  before.unit === part.unit &&
  before.value >= part.value &&
  before.period === part.period &&
  before.evidence.block === part.evidence.block &&
  /^[，,][^，。；、：0-9]{1,6}$/u.test(flat(between(before.evidence.end, part.evidence.start)))

/** Nothing but its name stands between the count and its rate. */
const BESIDE = /^[，,、（(][^，。；、：0-9]{1,12}$/u

/** Any two counts give the figure, or the parts with another whole. */
function holdsOfAny(stated: CheckedValue, counts: readonly CheckedValue[], { parts }: Found): boolean {
  const step = writtenStep(stated.evidence.quote, stated.value)
  const isIt = (part: number, whole: number): boolean => whole > 0 && roundsTo((part / whole) * 100, stated.value, step)
  return counts.some(
    (whole) => isIt(added(parts), whole.value) || counts.some((part) => part.unit === whole.unit && isIt(part.value, whole.value)),
  )
}

const added = (values: readonly CheckedValue[]): number => values.reduce((all, { value }) => all + value, 0)

const isRate = (value: CheckedValue): boolean =>
  value.unit === '%' && (value.role === 'share' || value.role === 'actual') && isExact(value) && value.value > 0 && value.value <= 100

/** Amounts of money are split in other ways. */
const isCount = (value: CheckedValue): boolean => isStatedCount(value) && !value.unit.includes('元')
