/**
 * Lists: which of several subjects a quantity belongs to.
 *
 *   食品、药品、重要工业品抽检合格率分别达98.1%、99.8%和96.1%      one each, in order; the head is shared
 *   四个季度分别为32件、41件、57件、63件                             one period each
 *   产品、工程和服务投诉办结率均为100%                               one value for each subject
 */
import { matchesOf } from '../language/match-at.ts'
import type { Period } from '../quantities/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { RoleCues } from './cues.ts'

/** Quantities that follow a 分别 or 依次, in order, with nothing but separators between. */
export interface Run {
  /** Where 分别 stands. */
  readonly at: number
  readonly quantities: readonly Quantity[]
}

export function findRuns(cues: RoleCues, text: string, start: number, end: number, quantities: readonly Quantity[]): Run[] {
  const runs: Run[] = []
  for (const match of matchesOf(cues.respectively, text.slice(start, end))) {
    const at = start + match.index
    const run: Quantity[] = []
    for (const quantity of quantities) {
      if (quantity.span.start < at) continue
      const previous = run.at(-1)
      const between = text.slice(previous?.span.end ?? at, quantity.span.start)
      if (previous ? !parts(cues, between) : /[，。；]/u.test(between)) break
      run.push(quantity)
    }
    if (run.length > 1) runs.push({ at, quantities: run })
  }
  // 合格率98.3%、99.0%: a series without 分别.
  for (const series of findSeries(text, quantities)) {
    const first = series[0] as Quantity
    if (!runs.some(({ quantities: known }) => known.includes(first))) runs.push({ at: first.span.start, quantities: series })
  }
  return runs
}

/** Between two members: a separator, or 、 and a verb of the second's own. */
const parts = (cues: RoleCues, between: string): boolean =>
  /^[、，,和及与以]{1,2}$/u.test(between) || /^(?:、|和|及|与)$/u.test(between.replace(cues.ownMove, ''))

/** 91.7%，与95%的内控线相差: a comma before 与 begins a comparison. */
const JOINT = /^(?:[、，,]|、?(?:和|及|与|以及))$/u

/** Quantities that follow each other with nothing but a separator between, and share their unit: 98.3%、99.0%. */
function findSeries(text: string, quantities: readonly Quantity[]): Quantity[][] {
  const series: Quantity[][] = []
  for (const quantity of quantities) {
    const run = series.at(-1)
    const previous = run?.at(-1)
    if (run && previous && sharesUnit(previous.unit, quantity.unit) && JOINT.test(text.slice(previous.span.end, quantity.span.start)))
      run.push(quantity)
    else series.push([quantity])
  }
  return series.filter((run) => run.length > 1)
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
          !text.startsWith('和丰', at)))
    ) {
      close(at)
      start = at + 1
    }
  }
  close(text.length)
  return items
}

/** 2018、2019、2020年 */
const YEAR_LIST = /(?:20[0-9]{2}年?(?:、|和|及|与)){1,9}20[0-9]{2}年/u
const YEARS = /((?:19|20)[0-9]{2})年?[—–~～至到-]{1,2}((?:19|20)[0-9]{2})年[^；。]*$/u

/** The years that 2019—2021年 lists, or the quarters that “四个季度” or “一至三季度” lists, where a run has as many quantities. */
export function quartersListed(before: string, count: number, year: number | null): Period[] | null {
  const [, from, to] = YEARS.exec(before) ?? []
  if (from && to && Number(to) - Number(from) + 1 === count)
    return Array.from({ length: count }, (_, index) => String(Number(from) + index))
  const listed = YEAR_LIST.exec(before)?.[0].match(/20[0-9]{2}/gu) ?? []
  if (listed.length === count) return [...listed]
  if (year === null || count < 2 || count > 4) return null
  if (!/(?:[四三两二2-4]个|各|[一1][至到—~-]+[二三四2-4])季度[^，。；]*$/u.test(before)) return null
  return Array.from({ length: count }, (_, index) => `${year}-Q${index + 1}`)
}
