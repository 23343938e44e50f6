/**
 * Cells: text that stays text, numbers, and the few styles the workbook uses.
 *
 * Text is written as a shared string, never as a formula, so that a cell beginning with = + - @ is what it was in the report. Characters that
 * XML cannot hold are dropped, and a cell ends at Excel's limit of 32,767 characters.
 */
import type { Verdict } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { DocumentStatus } from '../contract/records.ts'
import type { SubmissionState } from '../coverage.ts'
import type { Attainment } from '../targets.ts'
import { pointsWords, severityWords, statusWords, verdictWords } from '../wording.ts'
import type { Style } from './styles.ts'

export interface Cell {
  /** null for an empty cell, which still has its frame. */
  readonly value: string | number | null
  readonly style: Style
}

export const CELL_LIMIT = 32_767

const styled = (style: Style, words: string): Cell => ({ value: held(words), style })

const EMPTY: Cell = { value: null, style: 'text' }

export const heading = (words: string): Cell => styled('heading', words)

export const text = (words: string | null | undefined): Cell => (words ? styled('text', words) : EMPTY)

export const strong = (words: string): Cell => styled('strong', words)

export const faint = (words: string): Cell => styled('faint', words)

/** Text that leads to another sheet; the place it leads to is set by the row. */
export const linked = (words: string): Cell => styled('linked', words)

export const number = (value: number | null | undefined): Cell =>
  value === null || value === undefined || !Number.isFinite(value) ? EMPTY : { value, style: 'number' }

/** Points as they are read; the exact decimals stand in scores.jsonl. */
export const points = (decimal: string): Cell => number(Number(pointsWords(decimal)))

export const percent = (value: number): Cell => ({ value, style: 'percent' })

/** Words in one of the colours that say how something stands. */
export const styledCell = (style: 'good' | 'doubt' | 'bad' | 'faint', words: string): Cell => styled(style, words)

export const verdictCell = (verdict: Verdict): Cell =>
  styled(({ pass: 'good', review: 'doubt', weak: 'bad' } as const)[verdict], verdictWords[verdict])

export const statusCell = (status: DocumentStatus): Cell =>
  styled(({ ok: 'good', partial: 'doubt', rejected: 'bad', duplicate: 'faint', ignored: 'faint' } as const)[status], statusWords[status])

export const severityCell = (severity: Finding['severity']): Cell =>
  styled(({ error: 'bad', warning: 'doubt' } as const)[severity], severityWords[severity])

export const attainmentCell = (words: string, attainment: Attainment): Cell =>
  styled(({ met: 'good', unmet: 'bad', unknown: 'doubt' } as const)[attainment], words)

export const submissionCell = (words: string, state: SubmissionState, verdict: Verdict | null): Cell =>
  styled(
    state === 'missing' || state === 'rejected' || verdict === 'weak'
      ? 'bad'
      : state === 'partial' || verdict === 'review'
        ? 'doubt'
        : 'good',
    words,
  )

function held(words: string): string {
  if (words.length <= CELL_LIMIT && !SUSPECT.test(words)) return words
  const kept = words.replace(FORBIDDEN, '').replace(ESCAPE, '_x005F_$1')
  return kept.length > CELL_LIMIT ? `${kept.slice(0, CELL_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : kept
}

/** Half of a pair, a control, or the beginning of an escape: most cells hold none. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|_x/
/** What XML 1.0 cannot hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
/** A reader of .xlsx takes _x0041_ for A; the underscore written as its own escape keeps such text as it is. */
const ESCAPE = /_(x[0-9A-Fa-f]{4}_)/gu
