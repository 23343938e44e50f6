/**
 * The values of a table: each number with its row header, its column header tree, its unit row or column, and the caption above.
 *
 * The header says what a number is as words do in a sentence: 上年同期 is a reference, 同比 a change, 目标值 a target, a county or a quarter says whose and when.
 * A row for a part (建材) gives the part's rate, never the whole's.
 */
import { type Document, type FoldedSpan, foldedSpan } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Period, previousQuarter, readPeriods, sameLastYear, yearOf } from '../quantities/period.ts'
import type { QuantityReader } from '../quantities/quantity.ts'
import { type CellQuantity, createCellReader } from './cell-quantity.ts'
import { lastBasis } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { type Grid, type GridCell, grids } from './grid.ts'
import { earlierPeriod } from './role.ts'
import type { ScopeContext } from './scope.ts'
import type { SentenceKit } from './sentence-context.ts'
import { agrees } from './units.ts'
import type { Basis, Role } from './value.ts'

export interface TableReading {
  readonly drafts: readonly ValueDraft[]
  /** Cells whose text is prose, to be read as sentences, and the label of their row. */
  readonly prose: readonly { readonly block: number; readonly label: FoldedSpan | null }[]
  /** Numbers that are serial numbers or headers, by their place in the folded text. */
  readonly structural: readonly { readonly start: number; readonly end: number }[]
}

export interface TableContext extends ScopeContext {
  readonly document: Document
  readonly read: QuantityReader
  /** Headings above a block, nearest first. */
  readonly headingsOf: (block: number) => readonly string[]
}

export type TableReader = (context: TableContext) => TableReading

interface Header {
  readonly role: Role
  readonly basis: Basis | null
  readonly region: string | null
  readonly period: Period | null
}

const NOTHING: Header = { role: 'actual', basis: null, region: null, period: null }

export function createTableReader(lexicon: Lexicon, kit: SentenceKit): TableReader {
  const has = (group: string): RegExp => new RegExp(wordPattern(cue(lexicon, group)), 'u')
  const only = (group: string): RegExp => new RegExp(`^(?:${wordPattern(cue(lexicon, group))})$`, 'u')
  const is = {
    change: has('table-change'),
    compared: new RegExp(`^(?:${wordPattern(cue(lexicon, 'table-compared'))})`, 'u'),
    target: has('table-target'),
    share: has('table-share'),
    rank: has('table-rank'),
    serial: only('table-serial'),
    unit: only('table-unit'),
    neutral: only('table-neutral'),
    total: only('table-total'),
    result: has('sampling-results'),
    reference: has('table-reference'),
  }
  const unitOf = new Map(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms].map((name) => [name, unit] as const)))
  const unitEndings = [...unitOf.keys()].filter((unit) => unit.length > 1).sort((a, b) => b.length - a.length)
  const inBrackets = /（(?:单位[：:]?)?([^（）：:]{1,10})）/u
  const unitLine = /单位[：:]\s*([^\s，。；）、/]{1,8})/u

  /** A header's unit: 合格率（%）, （单位：万元）, or a cell that is nothing but a unit. */
  const unitIn = (text: string): string | null => {
    for (const found of [inBrackets.exec(text)?.[1], unitLine.exec(text)?.[1], text]) if (found && unitOf.has(found)) return found
    return null
  }

  const nearestUnit = (headers: readonly string[]): string =>
    [...headers]
      .reverse()
      .map((text) => unitIn(text) ?? unitAtEnd(text))
      .find((unit) => unit !== null) ?? ''

  /** 合格率 is in %, 抽检批次 in 批次: the unit that a header ends with. */
  const unitAtEnd = (text: string): string | null => {
    const words = text.replace(inBrackets, '').replace(/数$/u, '')
    if (/(?:率|占比|比例|比重)$/u.test(words)) return '%'
    return unitEndings.find((unit) => words.endsWith(unit) && words.length > unit.length) ?? null
  }

  function readHeader(path: string, context: TableContext): Header {
    const words = path.replace(inBrackets, '')
    const periods = readPeriods(words, context.period === null ? null : yearOf(context.period))
    const period = periods.at(-1)?.period ?? null
    const mentioned = kit.regionsIn(words).at(-1)
    const region = mentioned && mentioned.kind !== 'self' ? mentioned.region : null
    const base = lastBasis(kit.cues, words)?.basis ?? null
    const own: Header = { ...NOTHING, region, period }
    if (is.rank.test(words)) return { ...own, role: 'rank', region: null }
    if (is.change.test(words) || is.compared.test(words))
      return { ...own, role: 'change', basis: base ?? earlierPeriod(words, context.period), region: null, period: null }
    if (is.target.test(words)) return { ...own, role: 'target' }
    if (is.share.test(words)) return { ...own, role: 'share' }
    if (base === 'yoy' || base === 'qoq') return { role: 'reference', basis: base, region: null, period: shifted(context.period, base) }
    if (base === 'average') return { ...own, role: 'reference', basis: 'average' }
    if (base === 'peer' || base === 'previous') return { ...own, role: 'reference', basis: base }
    return withPeer(own, context, kit, is.reference.test(words))
  }

  const asksOfYear = (columnPath: readonly string[], { period }: TableContext): boolean =>
    period !== null && kit.cues.yearly.test(columnPath.join(' '))

  return (context) => {
    const readWhole = createCellReader(context.read, kit.cues)
    const drafts: ValueDraft[] = []
    const prose: { block: number; label: FoldedSpan | null }[] = []
    const structural: { start: number; end: number }[] = []
    for (const grid of grids(context.document)) {
      const numbers = new Map<GridCell, CellQuantity>()
      for (const cell of grid.cells) {
        const quantity = readWhole(cell)
        if (quantity) numbers.set(cell, quantity)
      }
      const rowStarts = new Map<number, number>()
      for (const { cell, span } of grid.cells) if (!rowStarts.has(cell.row)) rowStarts.set(cell.row, span.start)
      const headerRows = countHeaderRows(grid, numbers)
      const caption = context.document.blocks[grid.above]
      const captionText = caption ? context.document.text.slice(caption.span.start, caption.span.end) : ''
      const headings = [captionText, ...context.headingsOf(grid.cells[0]?.block ?? 0)]
      let row = -1
      let rowFrom = 0
      for (const cell of grid.cells) {
        const quantity = numbers.get(cell)
        if (!quantity || cell.cell.row < headerRows) {
          if (quantity) structural.push(cell.span)
          else if (/[0-9]/u.test(cell.text) && cell.cell.row >= headerRows)
            prose.push({ block: cell.block, label: headersLeft(grid, cell, numbers).at(-1)?.span ?? null })
          continue
        }
        const columnPath = headersAbove(grid, cell, headerRows)
        if (columnPath.some((text) => is.serial.test(text))) {
          structural.push(cell.span)
          continue
        }
        const rowPath = headersLeft(grid, cell, numbers)
        const made = readCell(cell, quantity, rowPath, columnPath, headings, context)
        if (quantity.flat && made.role !== 'change') continue
        if (cell.cell.row !== row) [row, rowFrom] = [cell.cell.row, drafts.length]
        const before = drafts.at(-1)
        const left = before && before.quantity.span.start >= (rowStarts.get(cell.cell.row) ?? 0) ? before : undefined
        drafts.push(made.role === 'change' ? withSubjectOf(made, left, drafts.slice(rowFrom)) : made)
      }
    }
    return { drafts, prose, structural }
  }

  function readCell(
    cell: GridCell,
    quantity: CellQuantity,
    rowPath: readonly GridCell[],
    columnPath: readonly string[],
    headings: readonly string[],
    context: TableContext,
  ): ValueDraft {
    const rowTexts = rowPath.map(({ text }) => text)
    const unitWritten = quantity.unit || nearestUnit(columnPath) || nearestUnit(rowTexts)
    const labels = rowTexts.filter((text) => !unitOf.has(text) && !is.neutral.test(text))
    const column = columnPath
      .filter((text) => !unitOf.has(text) && !is.neutral.test(text.replace(inBrackets, '')) && !is.unit.test(text))
      .join('')
    const ofColumn = readHeader(columnPath.join(' '), context)
    const ofRow = readHeader(labels.join(' '), context)
    const header: Header = {
      role: ofColumn.role !== 'actual' ? ofColumn.role : ofRow.role,
      basis: ofColumn.basis ?? ofRow.basis,
      region: ofRow.region ?? ofColumn.region,
      period: ofColumn.period ?? ofRow.period,
    }
    const captionUnit = headings[0] ? unitIn(headings[0]) : null
    const subject = subjectOfCell(
      labels.filter((text) => !is.total.test(text)),
      column,
      headings,
      unitWritten || captionUnit || '',
      header.role,
    )
    const unit =
      unitWritten ||
      (subject.indicator ? '' : captionUnit) ||
      subject.indicator?.unit ||
      (/率$/u.test(subject.name) ? '%' : (captionUnit ?? ''))
    const role = quantity.moves ? 'change' : header.role
    const asRank = role === 'rank' ? '位' : quantity.flat ? unit : changeUnit(unit, subject, role)
    const scale = scaleOf(asRank, unitOf)
    const times = quantity.unit === '' ? scale.factor : 1
    return {
      subject: { ...subject, span: subject.span ?? rowPath.at(-1)?.span ?? null },
      role,
      basis:
        role === 'change' && header.basis === null
          ? headings[0]
            ? (lastBasis(kit.cues, headings[0])?.basis ?? null)
            : null
          : header.basis,
      quantity: {
        value: multiply(quantity.value, times),
        ...(quantity.upper === undefined ? {} : { upper: multiply(quantity.upper, times) }),
        unit: quantity.unit || scale.unit,
        comparator: quantity.comparator,
        span: cell.span.end > cell.span.start ? foldedSpan(quantity.span.start, quantity.span.end) : cell.span,
      },
      region: header.region,
      period:
        header.period ?? (role === 'target' && asksOfYear(columnPath, context) ? String(yearOf(context.period ?? '')) : context.period),
      notes: subject.notes,
    }
  }

  /** The indicator that row, column, both together, or the caption with a generic head name. */
  function subjectOfCell(labels: readonly string[], column: string, headings: readonly string[], unit: string, role: Role): Subject {
    const row = labels.join('')
    const shown = `${row}${column === '' ? '' : column.replace(inBrackets, '')}` || (headings[0] ?? '')
    const nameless: Subject = {
      indicator: null,
      name: shown.slice(0, 40),
      breakdown: null,
      span: null,
      how: 'table',
      rate: unit === '%',
      notes: [],
    }
    if (role === 'share') return nameless
    const fits = (text: string): Subject | null => {
      const mention = kit.mentionsOf(text).at(-1)
      if (!mention?.indicator || !(unit === '' || agrees(mention.indicator, unit, role))) return null
      // 合格数 of 工业产品监督抽查: a result of the sampling is none of its batches.
      if (mention.indicator.kind === 'count' && is.result.test(row + column)) return null
      return { ...nameless, indicator: mention.indicator, name: mention.indicator.name }
    }
    const direct = fits(row) ?? fits(column) ?? fits(row + column)
    if (direct) {
      const fromColumn = fits(row) === null && fits(column) !== null
      return fromColumn && row !== '' && !kit.regionsIn(row).length && !readPeriods(row, 2000).length
        ? { ...nameless, breakdown: { of: direct.indicator?.id ?? '', product: row } }
        : direct
    }
    const generic = [column, row, column.replace(inBrackets, '') + unit]
      .map((text) => kit.mentionsOf(text).at(-1)?.generic)
      .find((found) => found)
    if (!generic) return nameless
    const { indicator, breakdown, near } = kit.resolve(generic, row + column, headings)
    if (!indicator) return { ...nameless, breakdown }
    const ofRow = near && kit.resolve(generic, row, []).indicator !== null
    const wholeRow = row === '' || ofRow || kit.regionsIn(row).length > 0 || readPeriods(row, 2000).length > 0
    if (!wholeRow) return { ...nameless, breakdown: { of: indicator.id, product: row } }
    return unit === '' || agrees(indicator, unit, role)
      ? { ...nameless, indicator, name: indicator.name, notes: near ? [] : ['指标由表题或标题判断'] }
      : nameless
  }
}

/** A column of another county or of an earlier period is the other side of a comparison, in a county's own document of one period. */
function withPeer(header: Header, context: TableContext, kit: SentenceKit, otherSide: boolean): Header {
  const { county, period } = context
  if (county !== null && header.region !== null && header.region !== county)
    return { ...header, role: 'reference', basis: kit.counties.has(header.region) ? 'peer' : 'average' }
  if (header.period !== null && period !== null) {
    if (header.period === sameLastYear(period) || (yearOf(header.period) < yearOf(period) && header.period.length === 4))
      return { ...header, role: 'reference', basis: 'yoy' }
    if (header.period === previousQuarter(period) && header.period !== period) return { ...header, role: 'reference', basis: 'qoq' }
  }
  return otherSide ? { ...header, role: 'reference', basis: 'yoy' } : header
}

const shifted = (period: Period | null, basis: 'yoy' | 'qoq'): Period | null =>
  period === null ? null : basis === 'yoy' ? sameLastYear(period) : previousQuarter(period)

/** Rows at the top before the first that holds numbers in its body; rows the file marks as headers count in any case. */
function countHeaderRows(grid: Grid, numbers: ReadonlyMap<GridCell, CellQuantity>): number {
  let rows = 0
  while (rows < grid.rows) {
    const cells = Array.from({ length: grid.columns }, (_, column) => grid.at(rows, column)).filter((cell) => cell !== undefined)
    const marked = cells.length > 0 && cells.every(({ cell }) => cell.header)
    if (!marked && cells.some((cell) => numbers.has(cell))) break
    rows++
  }
  return rows === grid.rows ? Math.min(1, grid.rows) : rows
}

function headersAbove(grid: Grid, { cell }: GridCell, headerRows: number): string[] {
  const path: string[] = []
  for (let row = 0; row < headerRows; row++) {
    const text = grid.at(row, cell.column)?.text
    if (text && text !== path.at(-1)) path.push(text)
  }
  return path
}

/** Cells of words left of a number in its row, from the left. */
function headersLeft(grid: Grid, { cell }: GridCell, numbers: ReadonlyMap<GridCell, CellQuantity>): GridCell[] {
  const path: GridCell[] = []
  for (let column = 0; column < cell.column; column++) {
    const left = grid.at(cell.row, column)
    if (left && left.text !== '' && !numbers.has(left) && !path.includes(left)) path.push(left)
  }
  return path
}

/** A change of a rate that is written without a unit, or with %, keeps what is written; a bare number takes 个百分点. */
function changeUnit(unit: string, subject: Subject, role: Role): string {
  if (role !== 'change' || unit !== '%') return unit
  return subject.indicator?.unit === '%' ? '个百分点' : unit
}

function scaleOf(unit: string, unitOf: ReadonlyMap<string, string>): { readonly unit: string; readonly factor: number } {
  const match = /^(千|万|百万|千万|亿)(.+)$/u.exec(unit)
  const plain = match?.[2] === undefined ? undefined : unitOf.get(match[2])
  const factor = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }[match?.[1] ?? '']
  return plain !== undefined && factor !== undefined ? { unit: plain, factor } : { unit: unitOf.get(unit) ?? unit, factor: 1 }
}

const multiply = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

/** A change whose own headers name nothing (比三季度, 增减) is of the rate to its left, in that rate's unit of change, against the reference in its row. */
function withSubjectOf(change: ValueDraft, left: ValueDraft | undefined, row: readonly ValueDraft[]): ValueDraft {
  const basis = change.basis ?? row.findLast(({ role }) => role === 'reference')?.basis ?? null
  if (change.subject.indicator !== null || !left || left.subject.rate === false) return { ...change, basis }
  const { indicator, breakdown } = left.subject
  const unit = change.quantity.unit === '' || change.quantity.unit === '%' ? '个百分点' : change.quantity.unit
  return {
    ...change,
    basis,
    subject: { ...change.subject, indicator, breakdown, name: indicator?.name ?? left.subject.name },
    quantity: { ...change.quantity, unit },
  }
}
