/** The units of a table: in a header's brackets, at its end, in a column of units, or in the caption, 万 and 亿 multiplied out. */

import { matchesOf } from '../language/match-at.ts'
import { createWordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon, unitsBySpelling } from '../lexicon.ts'

export interface ScaledUnit {
  readonly unit: string
  readonly factor: number
}

export interface TableUnits {
  /** A cell that is nothing but a unit: 批次, 万元. */
  readonly isUnit: (text: string) => boolean
  /** The unit of the innermost header that has one, as written; '' where none has. */
  readonly nearest: (headers: readonly string[]) => string
  /**
   * The unit that a caption gives for what a label names: of several (单位：件、万元) the one that the label can be counted in, or, where they are as many as the
   * columns of numbers, the one in the column's place.
   */
  readonly ofCaption: (caption: string, label: string, place?: ColumnPlace) => string | null
  /** 每千人食品抽检量（批次） is in 批次/千人: a unit of the lexicon in two parts. */
  readonly perHead: (labels: string, unit: string) => string
  /** What the things that a label counts are mostly counted in (隐患数: 处); '' where the lexicon does not say. The nearest words that name one decide. */
  readonly ofThings: (labels: readonly string[]) => string
  /** In the lexicon's unit: 万元 is 10,000 元. */
  readonly scaled: (unit: string) => ScaledUnit
}

/** Which of the columns that hold numbers it is. */
export interface ColumnPlace {
  readonly at: number
  readonly of: number
}

/** `cells`: those that hold numbers. */
export function createColumnPlaces(cells: readonly { readonly column: number }[]): (cell: { readonly column: number }) => ColumnPlace {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b)
  return ({ column }) => ({ at: columns.indexOf(column), of: columns.length })
}

export const IN_BRACKETS = /（(?:单位[：:]?)?([^（）：:]{1,10})）/u
const ALL_BRACKETS = new RegExp(IN_BRACKETS.source, 'gu')
const UNIT_LINE = /单位[：:]\s*([^\s，。；）]{1,24})/u
/** Further units behind a comma, but nothing with a colon of its own (单位：万元，来源：台账). */
const UNIT_LIST = /单位[：:]\s*((?:[^\s，。；）：:]{1,24}[，,])*[^\s，。；）：:]{1,24}(?![^\s，。；）]*[：:]))/u
const UNIT_OF = /(?:[；;，、（]|：)([^；;，、：（）为]{1,8})为([^；;，、（）]{1,6})/gu
const BRACKETS_AT_END = /（([^（）：:，。；]{1,24})）\s*$/u
const SCALED = /^(千|万|百万|千万|亿)(.+)$/u
const FACTORS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }
/** 合格率/% */
const SLASHED = /(?:率|比例|比重|占比|数|量|额|值|度|分)[/／]([^/／（）]{1,6})$/u
/** 合格率% */
const PART_AT_END = /(?<=率|比例|比重|占比|比)[%‰]$/u
/** What is never a part of a compound unit. */
const WHOLE = /[%‰成倍分位]$|分点$|指数$/u
const COUNTED = /(.{1,4})数$/u
const RATE = /(?:率|占比|比例|比重)$/u

export function createTableUnits(lexicon: Lexicon): TableUnits {
  const unitOf = unitsBySpelling(lexicon)
  const endings = [...unitOf.keys()].filter((unit) => unit.length > 1).sort((a, b) => b.length - a.length)
  const money = new RegExp(`(?:${wordPattern(cue(lexicon, 'money-labels'))})$`, 'u')

  /** 考核得分和位次: what a table is of. */
  const scores = new RegExp(wordPattern(cue(lexicon, 'score-labels')), 'u')
  const score = new RegExp(`(?:${scores.source})$`, 'u')

  /** 抽测点, 合格台: an act or a result of sampling, and what it counts. */
  const classified = new RegExp(
    `^(?:[应实已]|${wordPattern([...cue(lexicon, 'name-sampled'), ...cue(lexicon, 'name-results')])})+(${wordPattern(cue(lexicon, 'table-classifiers'))})$`,
    'u',
  )

  const scaled = (unit: string): ScaledUnit => {
    const [, times = '', base = ''] = SCALED.exec(unit) ?? []
    const plain = unitOf.get(base)
    const factor = FACTORS[times]
    return plain !== undefined && factor !== undefined ? { unit: plain, factor } : { unit: unitOf.get(unit) ?? unit, factor: 1 }
  }
  /** 克/吨, of two units of the lexicon. */
  const isCompound = (text: string): boolean => {
    const parts = text.split('/')
    return parts.length === 2 && parts.every((part) => unitOf.has(part) && !WHOLE.test(part))
  }
  const isUnit = (text: string): boolean => unitOf.has(text) || scaled(text).factor !== 1 || isCompound(text)

  const inHeader = (text: string): string | null => {
    // 各县（市）合格率（%）: the last brackets that hold a unit.
    const bracketed = matchesOf(ALL_BRACKETS, text).map(([, inside]) => inside)
    for (const found of [...bracketed.reverse(), UNIT_LINE.exec(text)?.[1], SLASHED.exec(text)?.[1], PART_AT_END.exec(text)?.[0], text])
      if (found && isUnit(found)) return found
    return null
  }

  /** 合格率 is in %, 抽检批次 in 批次, 应检台数 in 台, 考核得分 in 分: the unit that a header ends with. */
  const atEnd = (text: string): string | null => {
    const words = text.replace(IN_BRACKETS, '').replace(/数$/u, '')
    if (RATE.test(words)) return '%'
    if (score.test(words)) return '分'
    const counted = COUNTED.exec(text.replace(IN_BRACKETS, ''))?.[1] ?? ''
    // 抽查批次数 is counted in 批次.
    const own = endings.find((unit) => counted.endsWith(unit)) ?? counted.at(-1)
    if (own !== undefined && unitOf.has(own)) return own
    return endings.find((unit) => words.endsWith(unit) && words.length > unit.length) ?? classified.exec(words)?.[1] ?? null
  }

  const ofCaption = (caption: string, label: string, place?: ColumnPlace): string | null => {
    const listed = UNIT_LIST.exec(caption)?.[1] ?? BRACKETS_AT_END.exec(caption)?.[1] ?? ''
    // 单位：%；投诉为件: a unit with the words of the label that it is of.
    const own = matchesOf(UNIT_OF, caption).find(([, name = '', unit = '']) => label.includes(name) && isUnit(unit))?.[2]
    if (own !== undefined) return own
    const parts = isUnit(listed) ? [listed] : listed.split(/[、,，/／]/u)
    const units = parts.filter(isUnit)
    const isInOrder = parts.length > 1 && units.length > 0 && parts.length === place?.of
    // 单位：小时均值，个: what is no unit beside the one that is.
    if (units.length === 1 && parts.length > 1 && !isInOrder && !RATE.test(label)) return units[0] ?? null
    if (units.length < 2 && !isInOrder)
      return inHeader(caption) ?? (scores.test(caption) && !RATE.test(label) && atEnd(label) === null ? '分' : null)
    const isMoney = (unit: string): boolean => scaled(unit).unit === '元'
    if (RATE.test(label)) return units.includes('%') ? '%' : null
    if (money.test(label)) return units.find(isMoney) ?? null
    if (isInOrder) return units.find((unit) => unit === parts[place?.at ?? 0]) ?? null
    const counts = units.filter((unit) => unit !== '%' && !isMoney(unit))
    return counts.length === 1 ? (counts[0] as string) : null
  }

  const things = new Map(lexicon.units.flatMap(({ unit, counts }) => counts.map((thing) => [thing, unit] as const)))
  const thingsIn = createWordFinder(things.keys())
  const ofThings = (labels: readonly string[]): string => {
    for (const label of labels) {
      const thing = RATE.test(label) ? undefined : thingsIn.all(label).at(-1)
      if (thing) return things.get(thing.word) ?? ''
    }
    return ''
  }

  const compound = lexicon.units.flatMap(({ unit }) => (unit.includes('/') ? [unit] : []))
  const perHead = (labels: string, unit: string): string =>
    compound.find((each) => unit !== '' && each.startsWith(`${unit}/`) && labels.includes(`每${each.slice(unit.length + 1)}`)) ?? unit

  return {
    isUnit,
    perHead,
    nearest: (headers) =>
      [...headers]
        .reverse()
        .map((text) => inHeader(text) ?? atEnd(text))
        .find((unit) => unit !== null) ?? '',
    ofCaption,
    ofThings,
    scaled,
  }
}
