/**
 * Cells: text that stays text, numbers, and the few styles the workbook uses.
 *
 * Text is written as a shared string, never as a formula, so that a cell beginning with = + - @ is what it was in the report. Characters that
 * XML cannot hold are dropped, and a cell ends at Excel's limit of 32,767 characters.
 */
import type { CellObject } from 'write-excel-file/node'
import type { Verdict } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { DocumentStatus } from '../contract/records.ts'
import type { SubmissionState } from '../coverage.ts'
import type { Attainment } from '../targets.ts'
import { severityWords, statusWords, verdictWords } from '../wording.ts'

export type Cell = CellObject | null

export const CELL_LIMIT = 32_767

const BODY = { alignVertical: 'top', wrap: true, borderColor: '#D9DEE4', borderStyle: 'thin' } as const
const GOOD = { backgroundColor: '#E3F1E8', textColor: '#1D6B3F' }
const DOUBT = { backgroundColor: '#FCF1D8', textColor: '#855A00' }
const BAD = { backgroundColor: '#FBE3E0', textColor: '#A3281C' }
const FAINT = { textColor: '#6B7480' }

export const heading = (words: string): Cell => ({
  ...BODY,
  ...textValue(words),
  fontWeight: 'bold',
  backgroundColor: '#23466A',
  textColor: '#FFFFFF',
  alignVertical: 'center',
})

export const text = (words: string | null | undefined): Cell => ({ ...BODY, ...(words ? textValue(words) : {}) })

export const strong = (words: string): Cell => ({ ...BODY, ...textValue(words), fontWeight: 'bold' })

export const faint = (words: string): Cell => ({ ...BODY, ...textValue(words), ...FAINT })

/** Text that leads to another sheet; the place it leads to is set by the row. */
export const linked = (words: string): Cell => ({ ...BODY, ...textValue(words), textColor: '#1F5FA8', textDecoration: { underline: true } })

export const number = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? { ...BODY } : { ...BODY, value, type: Number, align: 'right' }

export const percent = (value: number): Cell => ({ ...BODY, value, type: Number, format: '0%', align: 'right' })

export const verdictCell = (verdict: Verdict): Cell => ({
  ...text(verdictWords[verdict]),
  ...{ pass: GOOD, review: DOUBT, weak: BAD }[verdict],
})

export const statusCell = (status: DocumentStatus): Cell => ({
  ...text(statusWords[status]),
  ...{ ok: GOOD, partial: DOUBT, rejected: BAD, duplicate: FAINT, ignored: FAINT }[status],
})

export const severityCell = (severity: Finding['severity']): Cell => ({
  ...text(severityWords[severity]),
  ...{ error: BAD, warning: DOUBT }[severity],
})

export const attainmentCell = (words: string, attainment: Attainment): Cell => ({
  ...text(words),
  ...{ met: GOOD, unmet: BAD, unknown: DOUBT }[attainment],
})

export const submissionCell = (words: string, state: SubmissionState, verdict: Verdict | undefined): Cell => ({
  ...text(words),
  ...(state === 'missing' || state === 'rejected' || verdict === 'weak' ? BAD : state === 'partial' || verdict === 'review' ? DOUBT : GOOD),
})

function textValue(words: string): Cell & { type: StringConstructor } {
  const held = words.replace(FORBIDDEN, '').replace(ESCAPE, '_x005F_$1')
  const cut = held.length > CELL_LIMIT ? `${held.slice(0, CELL_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : held
  return { value: cut, type: String }
}

/** What XML 1.0 cannot hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
/** A reader of .xlsx takes _x0041_ for A; the underscore written as its own escape keeps such text as it is. */
const ESCAPE = /_(x[0-9A-Fa-f]{4}_)/gu
