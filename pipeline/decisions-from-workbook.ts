/**
 * Decisions from the review columns of the workbook's sheets, as far as somebody has written in them. A row without reason or name, what cannot be read, and
 * two sheets that say different things of one record are answered with sheet, row and cell. 撤销 takes back what was decided before.
 */
import { Rejection } from '../extractors/formats/reading.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import { writeYaml } from '../extractors/yaml.ts'
import { reviewTitles } from '../reports/workbook/sheets/review-columns.ts'
import { Day } from '../rules/scoring/day.ts'
import { targetOf } from '../rules/scoring/decision-target.ts'
import type { Scheme } from '../rules/scoring/scheme.ts'
import { decisionMistake } from './decision-mistake.ts'
import { isSameDecision, type WrittenDecision } from './merge-decisions.ts'
import { isMistakes, reviewReaders, subjectOf } from './review-readers.ts'
import { type ReviewRow, reviewRows } from './review-rows.ts'

export interface WorkbookDecisions {
  readonly decisions: readonly WrittenDecision[]
  /** Targets (see `targetOf`) whose earlier decision is taken back. */
  readonly withdrawn: readonly string[]
  /** What is wrong, each with its place. */
  readonly mistakes: readonly string[]
}

interface Asked {
  /** Stands where nobody wrote a day. */
  readonly today: string
  readonly lexicon: Lexicon
  readonly scheme: Scheme
}

export function readWorkbookDecisions(bytes: Uint8Array, asked: Asked): WorkbookDecisions {
  try {
    const results = reviewRows(bytes).map((row) => ({ row, result: decided(row, asked) }))
    const written = results.flatMap(({ row, result }) => (result === null || isWrong(result) ? [] : [{ row, result }]))
    const { kept, clashes } = reconciled(written)
    return {
      decisions: kept.filter((each) => each[WITHDRAWN] !== true),
      withdrawn: kept.filter((each) => each[WITHDRAWN] === true).map(targetOf),
      mistakes: [...results.flatMap(({ result }) => (isWrong(result) ? result : [])), ...clashes],
    }
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return { decisions: [], withdrawn: [], mistakes: [`工作簿未能读取：${error.message}`] }
  }
}

/** One record stands in several sheets (指标值 and 待复核, 评分 and 待核): the same decision counts once, different ones are a mistake. */
function reconciled(written: readonly { readonly row: ReviewRow; readonly result: WrittenDecision }[]) {
  const first = new Map<string, { readonly row: ReviewRow; readonly result: WrittenDecision }>()
  const kept: WrittenDecision[] = []
  const clashes: string[] = []
  for (const { row, result } of written) {
    const earlier = first.get(targetOf(result))
    if (earlier === undefined || earlier.row.sheet === row.sheet) {
      first.set(targetOf(result), { row, result })
      kept.push(result)
    } else if (!isSameDecision(earlier.result, result))
      clashes.push(`${earlier.row.place()}和${row.place()}是同一项，填写的内容不同，请只填一处`)
  }
  return { kept, clashes }
}

/** Marks a row that takes back an earlier decision. */
const WITHDRAWN = 'withdrawn'
const TAKEN_BACK = '撤销'
const { reason: _reason, by: _by, on: _on, id: _id, ...FIELDS } = reviewTitles

const isWrong = (result: WrittenDecision | readonly string[] | null): result is readonly string[] => Array.isArray(result)

/** A decision, all that is wrong with the row in words, or null for a row that nobody wrote in. */
function decided(row: ReviewRow, asked: Asked): WrittenDecision | readonly string[] | null {
  const written = Object.values(FIELDS).filter((title) => row.cell(title) !== '')
  const wrong = (what: string, title?: string): string => `${row.place(title)}：${what}`
  if (written.length === 0) {
    const alone = [reviewTitles.reason, reviewTitles.by].find((title) => row.cell(title) !== '')
    return alone === undefined ? null : [wrong(`填写了“${alone}”，没有填写复核内容（${fieldsIn(row)}）`, alone)]
  }
  const id = row.cell(reviewTitles.id)
  if (id === '') return [wrong(`缺少“${reviewTitles.id}”，请不要改动这一列`, reviewTitles.id)]
  if (written.some((title) => row.cell(title) === TAKEN_BACK)) return { ...subjectOf(row.sheet, id), [WITHDRAWN]: true }
  const on = dayOf(row.cell(reviewTitles.on))
  const unsigned = [
    ...[reviewTitles.reason, reviewTitles.by].flatMap((title) =>
      row.cell(title) === '' ? [wrong(`填写了复核内容，没有填写“${title}”`, title)] : [],
    ),
    ...(on === null ? [wrong(`“${reviewTitles.on}”应为日历上有的日期，写作 2021-01-05`, reviewTitles.on)] : []),
  ]
  const what = whatOf(row, id, asked, written[0])
  if (isWrong(what)) return [...what, ...unsigned]
  const day = on === null || on === '' ? asked.today : on
  return unsigned.length > 0 ? unsigned : { ...what, reason: row.cell(reviewTitles.reason), by: row.cell(reviewTitles.by), on: day }
}

/** What is decided, held against scheme and lexicon; `first`: the column that the clerk filled in. */
function whatOf(
  row: ReviewRow,
  id: string,
  { lexicon, scheme, today }: Asked,
  first: string | undefined,
): WrittenDecision | readonly string[] {
  const what = reviewReaders[row.sheet]?.(row, id, lexicon)
  if (what === undefined) return [`${row.place()}：这张表不能填写复核内容`]
  if (isMistakes(what)) return [what].flat().map((each) => `${row.place(each.title)}：${each.what}`)
  const mistake = decisionMistake({ ...what, reason: SIGNED, by: SIGNED, on: today }, scheme, lexicon)
  return mistake === null ? what : [`${row.place(first)}：${mistake}`]
}

/** Stands for a signature that is asked for by itself. */
const SIGNED = '—'

const fieldsIn = (row: ReviewRow): string =>
  Object.values(FIELDS)
    .filter((title) => row.has(title))
    .join('、')

/** '' where nothing is written, null where it is no day. */
function dayOf(written: string): string | null {
  if (written === '') return ''
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(written) ?? []
  const read = Day.safeParse(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)
  return read.success ? read.data : null
}

export const decisionsYaml = (decisions: readonly WrittenDecision[]): string =>
  `# 复核决定：由 zhijian decisions 从工作簿的复核各列生成。机器读出的结果另存，不受影响；计分时以这里的决定为准，并注明出处。\n${writeYaml({ decisions })}`
