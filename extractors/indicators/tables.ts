/**
 * The values of a table: each number with its row header, its column header tree, its unit row or column, and the caption above.
 *
 * What the headers say of a number: table-header.ts; its unit: table-units.ts; what it is about: table-subject.ts, or the numbers beside it say: table-neighbours.ts.
 */
import { type Document, type FoldedSpan, foldedSpan } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'
import type { QuantityReader } from '../quantities/quantity.ts'
import { type CellQuantity, createCellReader } from './cell-quantity.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { type Grid, type GridCell, grids } from './grid.ts'
import type { SentenceKit } from './sentence-context.ts'
import { aloneHeaders } from './table-alone.ts'
import { createHeaderReader, type Header, type TableScope } from './table-header.ts'
import { aloneAbove, countHeaderRows, headersAbove, headersLeft, headersOfLefts, repeatsHeader } from './table-layout.ts'
import { PART, partOf, withLevelOf, withSubjectOf } from './table-neighbours.ts'
import { createCellSubject } from './table-subject.ts'
import { type ColumnPlace, createColumnPlaces, createTableUnits, IN_BRACKETS } from './table-units.ts'
import type { Role } from './value.ts'

export interface TableReading {
  readonly drafts: readonly ValueDraft[]
  /** Cells whose text is prose, to be read as sentences, and the label of their row. */
  readonly prose: readonly { readonly block: number; readonly label: FoldedSpan | null }[]
  /** Numbers that are serial numbers or headers, by their place in the folded text. */
  readonly structural: readonly { readonly start: number; readonly end: number }[]
}

export interface TableContext extends Omit<TableScope, 'isSeries' | 'isOfYears' | 'isAlone' | 'rowLabels'> {
  readonly document: Document
  readonly read: QuantityReader
  /** Headings above a block, nearest first. */
  readonly headingsOf: (block: number) => readonly string[]
  /** The season that a block is of (season.ts); null for the document's own period. */
  readonly seasonOf: (block: number) => Period | null
}

export type TableReader = (context: TableContext) => TableReading

/** A number of a table's body and all that stands around it. */
interface Place {
  readonly cell: GridCell
  readonly quantity: CellQuantity
  readonly rowPath: readonly GridCell[]
  readonly columnPath: readonly string[]
  readonly column: ColumnPlace
  /** The caption, then the headings above it. */
  readonly headings: readonly string[]
  /** The labels of the table's rows, without those of totals. */
  readonly parts: readonly string[]
  /** The headers of the columns to the left, nearest first. */
  readonly lefts: readonly string[]
  /** What stands alone in the row above. */
  readonly above: string
}

export function createTableReader(lexicon: Lexicon, kit: SentenceKit): TableReader {
  const only = (group: string): RegExp => new RegExp(`^(?:${wordPattern(cue(lexicon, group))})$`, 'u')
  const is = { serial: only('table-serial'), unit: only('table-unit'), neutral: only('table-neutral'), total: only('table-total') }
  const sides = ['base-yoy', 'base-qoq', 'base-average', 'table-reference', 'table-previous'].flatMap((group) => cue(lexicon, group))
  const side = new RegExp(`^(?:${wordPattern(sides)})[数值量]?$`, 'u')
  const asked = new RegExp(
    `^(?:${wordPattern([...cue(lexicon, 'yearly'), ...cue(lexicon, 'target-qualifiers')])})*(?:${wordPattern(cue(lexicon, 'table-target'))})[数值量]?$`,
    'u',
  )
  const relative = new RegExp(wordPattern(cue(lexicon, 'table-relative')), 'u')
  const units = createTableUnits(lexicon)
  const readHeader = createHeaderReader(lexicon, kit)
  const subjectOf = createCellSubject(lexicon, kit)

  /** 上年同期, 2022年上半年, 年度目标: a column that says only whose, when or that it is asked for. */
  const isOther = (role: Role, column: string): boolean => {
    if (role === 'target') return asked.test(column)
    const [time] = role === 'reference' ? readPeriods(column, DEFAULT_YEAR) : []
    return role === 'reference' && (side.test(column) || (time?.span.start === 0 && time.span.end === column.length))
  }

  return (context) => {
    const readWhole = createCellReader(context.read, kit.cues)
    const drafts: ValueDraft[] = []
    const prose: { block: number; label: FoldedSpan | null }[] = []
    const structural: { start: number; end: number }[] = []
    for (const grid of grids(context.document, lexicon)) {
      const numbers = new Map<GridCell, CellQuantity>()
      for (const cell of grid.cells) {
        const quantity = readWhole(cell)
        if (quantity) numbers.set(cell, quantity)
      }
      const headerRows = countHeaderRows(grid, numbers)
      const columns = createColumnPlaces([...numbers.keys()].map(({ cell }) => cell))
      const headings = [captionOf(grid, context), ...context.headingsOf(grid.cells[0]?.block ?? 0)]
      const period = context.seasonOf(grid.cells[0]?.block ?? 0) ?? context.period
      const isAlone = aloneHeaders(kit, grid, headerRows, (words) => is.neutral.test(words))
      const parts = grid.cells
        .filter(({ cell, text }) => cell.column === 0 && cell.row >= headerRows && !is.total.test(text))
        .map(({ text }) => text)
      const scope = {
        ...context,
        period,
        isSeries: isSeries(grid, headerRows, period),
        isOfYears: hasYearRows(grid, headerRows),
        rowLabels: parts,
      }
      let row = -1
      let rowFrom = drafts.length
      const wholes = new Map<number, Subject>()
      for (const cell of grid.cells) {
        const quantity = numbers.get(cell)
        if (!quantity || cell.cell.row < headerRows || repeatsHeader(grid, cell, headerRows)) {
          if (quantity) structural.push(cell.span)
          else if (isLabel(cell, grid, numbers)) structural.push(...numbersIn(cell))
          else if (/[0-9]/u.test(cell.text) && cell.cell.row >= headerRows)
            prose.push({ block: cell.block, label: headersLeft(grid, cell, numbers).at(-1)?.span ?? null })
          continue
        }
        const columnPath = headersAbove(grid, cell, headerRows)
        if (columnPath.some((text) => is.serial.test(text))) {
          structural.push(cell.span)
          continue
        }
        if (cell.cell.row !== row) [row, rowFrom] = [cell.cell.row, drafts.length]
        const [lefts, above] = [headersOfLefts(grid, cell, headerRows), aloneAbove(grid, cell)]
        const place = {
          cell,
          quantity,
          column: columns(cell.cell),
          rowPath: headersLeft(grid, cell, numbers, units.isUnit),
          columnPath,
          headings,
          parts,
          lefts,
          above,
        }
        const { draft, header } = readCell(place, { ...scope, isAlone: columnPath.some(isAlone) })
        if (quantity.flat && draft.role !== 'change') continue
        const whole = PART.test(place.rowPath[0]?.text ?? '') ? (wholes.get(cell.cell.column) ?? null) : null
        const left = drafts.slice(rowFrom)
        const settled =
          draft.role === 'change' && !header.changesInRow
            ? withSubjectOf(draft, left)
            : whole !== null
              ? partOf(draft, whole, place.rowPath[0]?.text ?? '')
              : isOther(draft.role, columnPath.join('').replace(IN_BRACKETS, ''))
                ? withLevelOf(draft, left)
                : draft
        drafts.push(settled)
        if (whole === null) wholes.set(cell.cell.column, settled.subject)
      }
    }
    return { drafts, prose, structural }
  }

  function readCell(place: Place, context: TableContext & TableScope): { draft: ValueDraft; header: Header } {
    const { cell, quantity, rowPath, columnPath, headings } = place
    const labels = rowPath.map(({ text }) => text).filter((text) => !units.isUnit(text) && !is.neutral.test(text) && !EMPTY.test(text))
    const header = readHeader(columnPath, labels, context)
    const role = quantity.moves ? 'change' : header.role
    const unitWritten = writtenUnit(place, role)
    const column = columnPath
      .filter((text) => !units.isUnit(text) && !is.neutral.test(text.replace(IN_BRACKETS, '')) && !is.unit.test(text))
      .join('')
    const rowLabels = labels.filter((text) => !is.total.test(text))
    const captionUnit =
      headings[0] === undefined ? null : units.ofCaption(headings[0], column.replace(IN_BRACKETS, '') || rowLabels.join(''), place.column)
    const isPercent = role === 'change' && quantity.step < 1 && captionUnit !== null && captionUnit !== '%' && /%/u.test(headings[0] ?? '')
    const asked = units.perHead(rowLabels.join('') + column, units.scaled(unitWritten || captionUnit || '').unit)
    const isTotal = rowLabels.length < labels.length
    const subject = subjectOf({
      labels: rowLabels,
      isTotal,
      column,
      headings,
      lefts: leftHeaders(place),
      above: place.above,
      unit: asked,
      role: header.role,
      parts: isTotal && rowLabels.length === 0 ? place.parts : [],
    })
    const unit =
      unitWritten ||
      // 单位：件、%: tenths of a case are none.
      (isPercent ? '%' : '') ||
      (subject.indicator ? '' : captionUnit) ||
      subject.indicator?.unit ||
      (/率$/u.test(subject.name)
        ? '%'
        : captionUnit || (COUNTED.has(role) ? units.ofThings([labels.join(''), column, headings[0] ?? '']) : ''))
    const scale = units.scaled(
      role === 'rank' ? '位' : quantity.flat ? unit : changeUnit(asked.includes('/') ? asked : unit, subject, role),
    )
    const times = (quantity.unit === '' ? scale.factor : 1) * (header.falls && quantity.value > 0 && !quantity.moves ? -1 : 1)
    const draft: ValueDraft = {
      subject: { ...subject, span: subject.span ?? rowPath.at(-1)?.span ?? null },
      role,
      basis: role === 'change' && header.basis === null ? (lastBasis(kit.cues, headings[0] ?? '')?.basis ?? null) : header.basis,
      quantity: {
        value: multiply(quantity.value, times),
        ...(quantity.upper === undefined ? {} : { upper: multiply(quantity.upper, times) }),
        unit: quantity.unit || scale.unit,
        comparator: quantity.comparator,
        span: cell.span.end > cell.span.start ? foldedSpan(quantity.span.start, quantity.span.end) : cell.span,
      },
      region: header.region,
      period:
        // 跟上年比 | 多3个: the difference is this period's.
        (quantity.moves && header.role === 'reference' ? null : header.period) ??
        (role === 'target' && context.period !== null && kit.cues.yearly.test(columnPath.join(' '))
          ? String(yearOf(context.period))
          : context.period),
      notes: subject.notes,
    }
    return { draft, header }
  }

  /** 工业产品抽查（批次） | 合格（批次） | 合格率（%）: what the columns before a bare 合格率 count, back to the one that names a rate of its own. */
  function leftHeaders({ lefts }: Place): readonly string[] {
    const own = lefts.findIndex((text) => kit.mentionsOf(text).some(({ indicator, generic }) => indicator?.unit === '%' || generic?.rate))
    return own < 0 ? lefts : lefts.slice(0, own)
  }

  /** The unit written in the cell, its column, or its row; a column of growth (增长率, 增幅) of a count is in %, whatever the row counts in. */
  function writtenUnit({ quantity, columnPath, rowPath }: Place, role: Role): string {
    const ofRow = units.nearest(rowPath.map(({ text }) => text))
    const written = quantity.unit || units.nearest(columnPath)
    return written || (role === 'change' && ofRow !== '%' && relative.test(columnPath.join(' ')) ? '%' : ofRow)
  }

  /** 快件72小时准时率 | 76.4%: the name of what the row measures, whatever numbers it holds. */
  function isLabel({ cell, text }: GridCell, grid: Grid, numbers: ReadonlyMap<GridCell, CellQuantity>): boolean {
    if (cell.column > 0 || /[，。；]/u.test(text) || !kit.endsInMeasure(text.replace(ENDING_IN_BRACKETS, ''))) return false
    return grid.cells.some((other) => other.cell.row === cell.row && numbers.has(other))
  }
}

/** The digits in a cell, by their places in the whole text. */
const numbersIn = ({ text, span }: GridCell): { start: number; end: number }[] =>
  [...text.matchAll(/[0-9]+(?:\.[0-9]+)?/gu)].map(({ 0: digits, index }) => ({
    start: span.start + index,
    end: span.start + index + digits.length,
  }))
const ENDING_IN_BRACKETS = /（[^（）]*）$/u

/** Whether the header, or the first column, names three or more stretches of one year: 一季度 | 二季度 | 三季度. */
function isSeries(grid: Grid, headerRows: number, period: Period | null): boolean {
  const year = period === null ? null : yearOf(period)
  const stretches = (cells: readonly GridCell[]): number => {
    const named = cells.flatMap(({ text }) => readPeriods(text, year).slice(-1))
    // 第四季度 | 第三季度 | 上年第四季度: the year before's is no part of the series.
    return new Set(
      named.filter(({ period: each }) => each.length > 4 && (year === null || yearOf(each) === year)).map(({ period: each }) => each),
    ).size
  }
  return (
    stretches(grid.cells.filter(({ cell }) => cell.row < headerRows)) >= LEAST_SERIES ||
    stretches(grid.cells.filter(({ cell }) => cell.row >= headerRows && cell.column === 0)) >= LEAST_SERIES
  )
}

/** 2020年 | …, 2021年 | …, 2022年 | …: a row for each of three years or more. */
function hasYearRows(grid: Grid, headerRows: number): boolean {
  const rows = grid.cells.filter(({ cell, text }) => cell.row >= headerRows && cell.column === 0 && YEAR_ALONE.test(text))
  return new Set(rows.map(({ text }) => text.slice(0, YEAR_LENGTH))).size >= LEAST_SERIES
}

function captionOf(grid: Grid, { document }: TableContext): string {
  const caption = document.blocks[grid.above]
  return caption ? document.text.slice(caption.span.start, caption.span.end) : ''
}

/** A change of a rate that is written without a unit, or with %, keeps what is written; a bare number takes 个百分点. */
function changeUnit(unit: string, subject: Subject, role: Role): string {
  if (role !== 'change' || unit !== '%') return unit
  return subject.indicator?.unit === '%' ? '个百分点' : unit
}

const COUNTED: ReadonlySet<Role> = new Set(['actual', 'reference', 'target'])

/** A cell left out: /, —. */
const EMPTY = /^[/／—–-]+$/u
/** Any year serves to see whether words name a time. */
const DEFAULT_YEAR = 2000
/** 2020年, 2021年度: a row for a year. */
const YEAR_ALONE = /^20[0-9]{2}年?度?$/u
const YEAR_LENGTH = 4
/** So many stretches side by side are a series, each a level of its own. */
const LEAST_SERIES = 3

const multiply = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))
