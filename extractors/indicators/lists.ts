/**
 * Lists: which of several subjects a quantity belongs to.
 *
 *   食品、药品、重要工业品抽检合格率分别达98.1%、99.8%和96.1%      one each, in order; the head is shared
 *   四个季度分别为32件、41件、57件、63件                             one period each
 *   328件、321件、97.9%，同比分别增长12.3%、11.8%和下降0.4个百分点   each with a verb of its own, or that of the one before
 *   产品、工程和服务投诉办结率均为100%                               one value for each subject
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { lastBetween } from '../language/last-between.ts'
import { matchesOf } from '../language/match-at.ts'
import { chineseNumeral } from '../quantities/numeral.ts'
import type { Period } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { lastBasis } from './cues.ts'
import type { OwnName } from './name.ts'
import type { RoleCues } from './role-cues.ts'

/** Quantities that follow a 分别 or 依次, in order, with nothing but separators, verbs and brackets between. */
export interface Run {
  /** Where 分别 stands. */
  readonly at: number
  /** Where it ends. */
  readonly behind: number
  /** 持平 in a list of changes is a member of its own: it takes a place, and is no quantity of the sentence. */
  readonly quantities: readonly Quantity[]
  /** For each of them, the one whose words say what it is: itself (下降0.4个百分点), or the nearest before it that has a verb. */
  readonly governing: readonly Quantity[]
}

/** What reading a list takes: the cues, and whether words name nothing. */
export interface ListKit {
  readonly cues: RoleCues
  readonly ownName: OwnName
}

export function findRuns(kit: ListKit, text: string, start: number, end: number, quantities: readonly Quantity[]): Run[] {
  const runs: Run[] = []
  const places = inOrder([...quantities, ...flatMembers(kit.cues, text, start, end)])
  for (const match of matchesOf(kit.cues.respectively, text.slice(start, end))) {
    const at = start + match.index
    const run = { behind: at + match[0].length, ...membersFrom(kit, text, at, places) }
    if (run.quantities.length > 1) runs.push(run)
  }
  // 合格率98.3%、99.0%: a series without 分别.
  for (const series of findSeries(text, quantities)) {
    const first = series[0] as Quantity
    if (runs.some(({ quantities: known }) => known.includes(first))) continue
    const longer = withVerbs(kit, text, start, first, places)
    if (longer && longer.quantities.length > series.length) runs.push(longer)
    else if (series.length > 1)
      runs.push({ at: first.span.start, behind: first.span.start, quantities: series, governing: series.map(() => first) })
  }
  return runs
}

/** 同比下降0.5个、0.3个和上升0.8个百分点, where the sentence has stated as many before: a list with verbs of its own needs no 分别. */
function withVerbs(kit: ListKit, text: string, start: number, first: Quantity, places: readonly Quantity[]): Run | null {
  const mark = Math.max(start, ...['，', '；', '：'].map((each) => lastBetween(text, each, start, first.span.start) + 1))
  const { quantities, governing } = membersFrom(kit, text, mark, places)
  const part = Math.max(start, lastBetween(text, '；', start, mark - 1) + 1)
  const stated = places.filter(({ span, unit }) => span.start >= part && span.end <= mark && unit !== '').length
  // 较上年增加15万元，增长30% is one change told twice.
  const apart = quantities.slice(1).every((each, at) => {
    const between = text.slice(quantities[at]?.span.end, each.span.start)
    // 比地区平均高2.1个百分点、比沙湾县低0.4个百分点 is one level set against two.
    const own = between.replace(JOINED, '')
    return !between.includes('，') && lastBasis(kit.cues, own) === null && !kit.cues.comparedBefore.test(own)
  })
  const isList = quantities[0] === first && quantities.length > 1 && stated === quantities.length && apart
  return isList ? { at: first.span.start, behind: first.span.start, quantities, governing } : null
}

const inOrder = (quantities: readonly Quantity[]): Quantity[] => [...quantities].sort((a, b) => a.span.start - b.span.start)

const SEPARATOR = /^[、，,和及与以]{1,2}$/u
const JOINED = /^(、|，|和|及|与|以及)(?=[^，。；：])/u
const BRACKETS = /（[^（）]{0,60}）/gu

/** 增长12.3%、11.8%、下降0.4个百分点: a member may have a verb of its own; what stands in brackets behind one is of that one alone. */
function membersFrom(kit: ListKit, text: string, at: number, places: readonly Quantity[]): Omit<Run, 'behind'> {
  const run: Quantity[] = []
  const governing: Quantity[] = []
  let kind: 'move' | 'level' | null = null
  let byCommas = true
  for (const place of places) {
    if (place.span.start < at) continue
    const previous = run.at(-1)
    const written = text.slice(previous?.span.end ?? at, place.span.start)
    // Inside a bracket that the list has opened.
    if (previous && written.lastIndexOf('（') > written.lastIndexOf('）')) continue
    const between = written.replace(BRACKETS, '')
    const joint = previous ? JOINED.exec(between)?.[1] : ''
    const own = between.slice(joint?.length ?? 0)
    if (!previous) {
      if (/[，。；]/u.test(between)) break
      kind = kindOf(kit.cues, own, place)
    } else if (!SEPARATOR.test(between)) {
      if (joint === undefined || kind === null || !isVerb(kit, own, place, kind)) break
      // A comma mostly ends the list: 分别提高1.2和0.4个百分点，高于全地区平均0.3个百分点.
      if (joint === '，' && (!byCommas || lastBasis(kit.cues, own))) break
    }
    if (previous && joint !== '，') byCommas = false
    governing.push(previous && SEPARATOR.test(between) ? (governing.at(-1) as Quantity) : place)
    run.push(place)
  }
  return { at, quantities: run, governing }
}

/** Where the words begin that say what a member is: its own clause's beginning for the first, behind the one before it for a later one with a verb of its own. */
export function startOfMember({ quantities }: Run, governing: Quantity, clause: FoldedSpan): number {
  const previous = quantities[quantities.indexOf(governing) - 1]
  return previous ? Math.max(clause.start, previous.span.end) : clause.start
}

/** Whether the words before a member are a verb of the list's kind, and nothing else. */
function isVerb({ cues, ownName }: ListKit, words: string, place: Quantity, kind: 'move' | 'level'): boolean {
  if (/[，。；：]/u.test(words) || kindOf(cues, words, place) !== kind) return false
  return ownName(words, '', '').bare || cues.actBefore.exec(words)?.index === 0
}

/** What a verb before a member says: how far it moved, or where it arrived. */
function kindOf(cues: RoleCues, words: string, { value, number }: Quantity): 'move' | 'level' | null {
  if (value === 0 && number.start === number.end) return 'move'
  if (cues.levelBefore.test(words)) return 'level'
  return cues.moveBefore.test(words) || cues.sideBefore.test(words) || cues.actBefore.test(words) ? 'move' : null
}

function flatMembers(cues: RoleCues, text: string, start: number, end: number): Quantity[] {
  return matchesOf(cues.flat, text.slice(start, end)).map(({ 0: words, index }) => {
    const at = start + index
    const quantity = { value: 0, unit: '', comparator: '=', step: 1, rank: false, chinese: true } as const
    return { ...quantity, span: foldedSpan(at, at + words.length), number: foldedSpan(at, at) }
  })
}

/** 91.7%，与95%的内控线相差: a comma before 与 begins a comparison. */
const JOINT = /^(?:[、，,]|、?(?:和|及|与|以及))$/u

/** Quantities that follow each other with nothing but a separator between, and share their unit (98.3%、99.0%), and those that stand alone. */
function findSeries(text: string, quantities: readonly Quantity[]): Quantity[][] {
  const series: Quantity[][] = []
  for (const quantity of quantities) {
    const run = series.at(-1)
    const previous = run?.at(-1)
    const joint = text.slice(previous?.span.end, quantity.span.start)
    // 13分钟，不超过30分钟的要求: a bound of its own begins another statement.
    const bounded = joint.startsWith('，') && quantity.comparator !== '=' && quantity.comparator !== '~'
    if (run && previous && sharesUnit(previous.unit, quantity.unit) && JOINT.test(joint) && !bounded) run.push(quantity)
    else series.push([quantity])
  }
  return series
}

/** 2.5个和1.9个百分点: the first leaves out what the last says. */
const sharesUnit = (unit: string, next: string): boolean => unit === next || ((unit === '个' || unit === '') && next === '个百分点')

/** The items of a list, split at 、和及与 outside brackets; with their offsets in `text`. */
export interface ListItem {
  readonly text: string
  readonly at: number
}

export function listItems(text: string): ListItem[] {
  const items: ListItem[] = []
  let start = 0
  let depth = 0
  const close = (end: number): void => {
    const item = text.slice(start, end)
    if (item.trim() !== '') items.push({ text: item, at: start })
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (character === '（') depth++
    else if (character === '）') depth--
    else if (
      depth === 0 &&
      (character === '、' ||
        ((character === '和' || character === '及' || character === '与') &&
          at > start &&
          !text.startsWith('和布克', at) &&
          !text.startsWith('和丰', at) &&
          !(character === '及' && OF_A_VERB.test(text[at - 1] ?? ''))))
    ) {
      close(at)
      start = at + 1
    }
  }
  close(text.length)
  return items
}

/** 不及塔城市, 涉及食品: no joint. */
const OF_A_VERB = /[不涉普波危触遍]/u

const YEARS = /((?:19|20)[0-9]{2})年?[—–~～至到-]{1,2}((?:19|20)[0-9]{2})年[^；。]*$/u

/** The years that 2019—2021年 lists or 近三年 counts, the months of 7—9月, or the quarters of “四个季度” or “一至三季度”, where a run has as many quantities. */
export function quartersListed(before: string, count: number, year: number | null): Period[] | null {
  const years = YEARS.exec(before)
  if (years && Number(years[2]) - Number(years[1]) + 1 === count) return inRow(count, (index) => String(Number(years[1]) + index))
  if (year === null) return null
  const recent = RECENT_YEARS.exec(before)?.[1]
  if (recent && countOf(recent) === count) return inRow(count, (index) => String(year - count + 1 + index))
  const months = MONTHS.exec(before)
  if (months && Number(months[2]) - Number(months[1]) + 1 === count)
    return inRow(count, (index) => `${year}-${String(Number(months[1]) + index).padStart(2, '0')}`)
  if (count < 2 || count > 4) return null
  if (!/(?:[四三两二2-4]个|各|[一1][至到—~-]+第?[二三四2-4])季度[^，。；]*$/u.test(before)) return null
  return inRow(count, (index) => `${year}-Q${index + 1}`)
}

const RECENT_YEARS = /近([两二三四五2-5])年来?[^；。]*$/u
const MONTHS = /(?<![0-9])([0-9]{1,2})月?[—–~～至到-]{1,2}([0-9]{1,2})月[^，；。]*$/u
const inRow = (count: number, periodAt: (index: number) => Period): Period[] => Array.from({ length: count }, (_, index) => periodAt(index))
const countOf = (numeral: string): number | null =>
  /[0-9]/u.test(numeral) ? Number(numeral) : chineseNumeral(numeral === '两' ? '二' : numeral)
