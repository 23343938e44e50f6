/** Tables, rows and cells. Headers and notes have no table numbers: their cells are read as paragraphs. */
import { endTable, flushCarried, openFlow } from './flow.ts'
import { type Closer, countBlock, endParagraph, enterFlow, leaveFlow, type Opener } from './state.ts'
import { closeRow, MOST_COLUMNS, type OpenCell, type OpenRow, openCell, openRow, openTable } from './table.ts'
import { type Attributes, integer, isOn } from './xml.ts'

const ofRow =
  (change: (row: OpenRow, attributes: Attributes) => void): Opener =>
  (state, attributes) => {
    const row = state.flow.table?.row
    if (state.properties === 'row' && row != null) change(row, attributes)
    return undefined
  }

const ofCell =
  (change: (cell: OpenCell, value: string | undefined) => void): Opener =>
  (state, _, value) => {
    if (state.flow.cell !== null) change(state.flow.cell, value)
    return undefined
  }

const beginTable: Opener = (state) => {
  if (state.kind !== 'paragraph') return undefined
  endParagraph(state)
  endTable(state.flow)
  flushCarried(state.flow, state.kind)
  state.findings.tables++
  state.flow.table = openTable(state.findings.tables)
  return undefined
}

const beginRow: Opener = (state) => {
  if (state.flow.table === null) return undefined
  closeRow(state.flow.table)
  state.flow.table.row = openRow()
  return undefined
}

const beginRowProperties: Opener = (state) => {
  state.properties = 'row'
  return undefined
}

const beginCell: Opener = (state) => {
  const row = state.flow.table?.row
  if (row == null) return undefined
  if (row.removed) return 'skip'
  countBlock(state)
  enterFlow(state, openFlow(openCell()))
  return undefined
}

const insertedCell: Opener = (state) => {
  state.findings.revisions++
  return undefined
}

const deletedCell: Opener = (state) => {
  state.findings.revisions++
  if (state.flow.cell !== null) state.flow.cell.removed = true
  return undefined
}

const endRowProperties: Closer = (state) => {
  state.properties = null
}

const endRow: Closer = (state) => {
  if (state.flow.table !== null) closeRow(state.flow.table)
}

const endCellElement: Closer = (state) => {
  if (state.flow.cell !== null) leaveFlow(state)
}

function span(value: string | undefined, least: number): number {
  return Math.min(MOST_COLUMNS, Math.max(least, integer(value) ?? least))
}

export const tableOpeners: readonly (readonly [string, Opener])[] = [
  ['w:tbl', beginTable],
  ['w:tr', beginRow],
  ['w:trPr', beginRowProperties],
  [
    'w:gridBefore',
    ofRow((row, attributes) => {
      row.column = span(attributes['w:val'], 0)
    }),
  ],
  [
    'w:tblHeader',
    ofRow((row, attributes) => {
      row.header = isOn(attributes)
    }),
  ],
  [
    'w:hidden',
    ofRow((row, attributes) => {
      row.removed = row.removed || isOn(attributes)
    }),
  ],
  ['w:tc', beginCell],
  [
    'w:gridSpan',
    ofCell((cell, value) => {
      cell.columnSpan = span(value, 1)
    }),
  ],
  [
    'w:vMerge',
    ofCell((cell, value) => {
      cell.verticalMerge = value === 'restart' ? 'begins' : 'continues'
    }),
  ],
  [
    'w:hMerge',
    ofCell((cell, value) => {
      cell.joinsLeft = value !== 'restart'
    }),
  ],
  ['w:cellIns', insertedCell],
  ['w:cellDel', deletedCell],
]

export const tableClosers: readonly (readonly [string, Closer])[] = [
  ['w:tbl', (state) => endTable(state.flow)],
  ['w:trPr', endRowProperties],
  ['w:tr', endRow],
  ['w:tc', endCellElement],
]
