/**
 * Decisions from the review columns of the workbook's sheets, as far as somebody has written in them. A row without reason or name, and two sheets that say
 * different things of one record, are answered with sheet and row. 撤销 takes back what was decided before.
 */

import { defaultLimits, Rejection } from '../extractors/formats/reading.ts'
import { readXlsx } from '../extractors/formats/sheets/read-xlsx.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import { readPeriods } from '../extractors/quantities/period.ts'
import { writeYaml } from '../extractors/yaml.ts'
import { achievementWords, answerWords, awardLevelWords, kindWords } from '../reports/wording.ts'
import { reviewTitles } from '../reports/workbook/sheets/review-columns.ts'
import { gradePart, vetoPart } from '../reports/workbook/sheets/standings.ts'
import { isSameDecision, targetOf, type WrittenDecision } from './merge-decisions.ts'

export interface WorkbookDecisions {
  readonly decisions: readonly WrittenDecision[]
  /** Targets (see `targetOf`) whose earlier decision is taken back. */
  readonly withdrawn: readonly string[]
  /** What is wrong, each with sheet and row. */
  readonly mistakes: readonly string[]
}

/** A workbook of a whole region is longer than a report may be. */
const LIMITS = { ...defaultLimits, characters: 500_000_000 }

export function readWorkbookDecisions(bytes: Uint8Array, today: string, lexicon: Lexicon): WorkbookDecisions {
  try {
    const results = rowsOf(bytes).map((row) => ({ row, result: decided(row, today, lexicon) }))
    const written = results.flatMap(({ row, result }) => (typeof result === 'object' && result !== null ? [{ row, result }] : []))
    const { kept, clashes } = reconciled(written)
    return {
      decisions: kept.filter((each) => each[WITHDRAWN] !== true),
      withdrawn: kept.filter((each) => each[WITHDRAWN] === true).map(targetOf),
      mistakes: [...results.flatMap(({ result }) => (typeof result === 'string' ? [result] : [])), ...clashes],
    }
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return { decisions: [], withdrawn: [], mistakes: [`工作簿未能读取：${error.message}`] }
  }
}

/** One record stands in several sheets (指标值 and 待复核, 评分 and 待核): the same decision counts once, different ones are a mistake. */
function reconciled(written: readonly { readonly row: Row; readonly result: WrittenDecision }[]) {
  const first = new Map<string, { readonly row: Row; readonly result: WrittenDecision }>()
  const kept: WrittenDecision[] = []
  const clashes: string[] = []
  for (const { row, result } of written) {
    const earlier = first.get(targetOf(result))
    if (earlier === undefined || earlier.row.sheet === row.sheet) {
      first.set(targetOf(result), { row, result })
      kept.push(result)
    } else if (!isSameDecision(earlier.result, result))
      clashes.push(`${placeOf(earlier.row)}和${placeOf(row)}是同一项，填写的内容不同，请只填一处`)
  }
  return { kept, clashes }
}

const placeOf = ({ sheet, number }: Row): string => `工作表“${sheet}”第${number}行`

/** Marks a row that takes back an earlier decision. */
const WITHDRAWN = 'withdrawn'
const TAKEN_BACK = '撤销'

interface Row {
  readonly sheet: string
  /** As the spreadsheet numbers it. */
  readonly number: number
  readonly cell: (title: string) => string
}

function rowsOf(bytes: Uint8Array): Row[] {
  const sheets = new Map<string, Map<number, Map<number, string>>>()
  for (const { cell, origin, text } of readXlsx(bytes, LIMITS).blocks) {
    if (cell === undefined) continue
    const rows = sheets.get(origin.sheet ?? '') ?? new Map<number, Map<number, string>>()
    sheets.set(origin.sheet ?? '', rows)
    const row = rows.get(cell.row) ?? new Map<number, string>()
    rows.set(cell.row, row.set(cell.column, text.trim()))
  }
  return [...sheets].flatMap(([sheet, rows]) => {
    const [headRow, head] = [...rows].find(([, row]) => [...row.values()].includes(reviewTitles.id)) ?? []
    if (head === undefined || headRow === undefined) return []
    const columns = new Map([...head].map(([column, title]) => [title, column]))
    return [...rows]
      .filter(([number]) => number > headRow)
      .map(([number, row]) => ({ sheet, number: number + 1, cell: (title: string) => row.get(columns.get(title) ?? -1) ?? '' }))
  })
}

/** A decision, a mistake in words, or null for a row that nobody wrote in. */
function decided(row: Row, today: string, lexicon: Lexicon): WrittenDecision | string | null {
  const written = [reviewTitles.value, reviewTitles.points, reviewTitles.county, reviewTitles.period, reviewTitles.kind].filter(
    (title) => row.cell(title) !== '',
  )
  if (written.length === 0) return null
  const wrong = (what: string): string => `${placeOf(row)}：${what}`
  const [id, reason, by, on] = [
    row.cell(reviewTitles.id),
    row.cell(reviewTitles.reason),
    row.cell(reviewTitles.by),
    dayOf(row.cell(reviewTitles.on)),
  ]
  if (id === '') return wrong(`缺少“${reviewTitles.id}”，请不要改动这一列`)
  if (written.some((title) => row.cell(title) === TAKEN_BACK)) return { ...subjectOf(row.sheet, id), [WITHDRAWN]: true }
  if (reason === '') return wrong(`填写了复核内容，没有填写“${reviewTitles.reason}”`)
  if (by === '') return wrong(`填写了复核内容，没有填写“${reviewTitles.by}”`)
  if (on === null) return wrong(`“${reviewTitles.on}”写作 2021-01-05`)
  const signed = { reason, by, on: on === '' ? today : on }
  const what = READERS[row.sheet]?.(row, id, lexicon)
  if (what === undefined) return wrong('这张表不能填写复核内容')
  return typeof what === 'string' ? wrong(what) : { ...what, ...signed }
}

/** What a row of a sheet is about, whatever is decided of it. */
function subjectOf(sheet: string, id: string): WrittenDecision {
  const about = ABOUT[sheet]
  if (about !== undefined) return { about, id }
  const [county = '', period = '', item, veto = ''] = id.split('/')
  if (item === vetoPart) return { about: 'veto', county, veto }
  if (item === gradePart) return { about: 'grade', county }
  return item === undefined ? { about: 'quarter', county, period } : { about: 'item', county, period, item }
}

const ABOUT: Readonly<Record<string, string>> = {
  指标值: 'value',
  待复核: 'value',
  成果: 'achievement',
  事实: 'fact',
  文件清单: 'document',
}

const REJECTED = new Set(['不采用', '删除', '剔除'])

function decidedValue(row: Row, id: string): WrittenDecision | string {
  const value = row.cell(reviewTitles.value)
  if (REJECTED.has(value)) return { about: 'value', id, reject: true }
  const number = numberOf(value)
  return number === null ? `“${reviewTitles.value}”应为数字，或“不采用”` : { about: 'value', id, to: number }
}

const READERS: Readonly<Record<string, (row: Row, id: string, lexicon: Lexicon) => WrittenDecision | string>> = {
  指标值: decidedValue,
  待复核: decidedValue,
  成果(row, id) {
    const value = row.cell(reviewTitles.value)
    if (REJECTED.has(value)) return { about: 'achievement', id, reject: true }
    const status = keyOf(achievementWords, value)
    const level = keyOf(awardLevelWords, value)
    if (status === null && level === null)
      return `“${reviewTitles.value}”应为“不采用”，或状态（${Object.values(achievementWords).join('、')}），或级别（${Object.values(awardLevelWords).join('、')}）`
    return { about: 'achievement', id, ...(status === null ? { level } : { status }) }
  },
  事实(row, id) {
    const answer = keyOf(answerWords, row.cell(reviewTitles.value))
    return answer === null ? `“${reviewTitles.value}”应为 ${Object.values(answerWords).join('、')} 之一` : { about: 'fact', id, answer }
  },
  文件清单(row, id) {
    const [county, written, kindWritten] = [row.cell(reviewTitles.county), row.cell(reviewTitles.period), row.cell(reviewTitles.kind)]
    const period = written === '' ? null : periodOf(written)
    const kind = kindWritten === '' ? null : keyOf(kindWords, kindWritten)
    if (written !== '' && period === null) return `“${reviewTitles.period}”写作 2020年第三季度、2020-Q3 或 2020年`
    if (kindWritten !== '' && kind === null) return `“${reviewTitles.kind}”应为 ${Object.values(kindWords).join('、')} 之一`
    return {
      about: 'document',
      id,
      ...(county === '' ? {} : { county }),
      ...(period === null ? {} : { period }),
      ...(kind === null ? {} : { kind }),
    }
  },
  评分: scored,
  待核: scored,
  季度和等级: scored,
}

/** By the shape of its id: an item, a quarter, a veto, a grade. */
function scored(row: Row, id: string): WrittenDecision | string {
  const [county = '', period = '', item, veto = ''] = id.split('/')
  const [points, value] = [row.cell(reviewTitles.points), row.cell(reviewTitles.value)]
  if (item === vetoPart) {
    const answer = VETO_ANSWERS[value]
    return answer === undefined ? `“${reviewTitles.value}”应为 发生、未发生 之一` : { about: 'veto', county, veto, answer }
  }
  if (item === gradePart) return { about: 'grade', county, grade: value.replace(/级$/u, '') }
  if (item === undefined) {
    const score = numberOf(value)
    return score === null ? `“${reviewTitles.value}”应为分数` : { about: 'quarter', county, period, score }
  }
  return decidedItem({ about: 'item', county, period, item }, points, value)
}

const VETO_ANSWERS: Readonly<Record<string, 'yes' | 'no'>> = { 发生: 'yes', 是: 'yes', 未发生: 'no', 没有发生: 'no', 否: 'no' }

function decidedItem(place: WrittenDecision, points: string, value: string): WrittenDecision | string {
  if (points !== '' && value !== '') return `“${reviewTitles.value}”和“${reviewTitles.points}”只填一列`
  if (points !== '') {
    const number = numberOf(points)
    return number === null ? `“${reviewTitles.points}”应为数字` : { ...place, points: number }
  }
  if (value === '不涉及' || value === '不适用') return { ...place, applies: false }
  return { ...place, value: numberOf(value) ?? value }
}

function numberOf(written: string): number | null {
  const plain = written.replace(/[,，%％分\s]/gu, '')
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null
}

const keyOf = (words: Readonly<Record<string, string>>, word: string): string | null =>
  Object.entries(words).find(([key, each]) => each === word || key === word)?.[0] ?? null

function periodOf(written: string): string | null {
  if (/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}))?$/u.test(written)) return written
  return readPeriods(written)[0]?.period ?? null
}

/** '' where nothing is written, null where it is no day. */
function dayOf(written: string): string | null {
  if (written === '') return ''
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(written) ?? []
  return year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

export const decisionsYaml = (decisions: readonly WrittenDecision[]): string =>
  `# 复核决定：由 zhijian decisions 从工作簿的复核各列生成。机器读出的结果另存，不受影响；计分时以这里的决定为准，并注明出处。\n${writeYaml({ decisions })}`
