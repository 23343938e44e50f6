/** One page between reading and joining: its tables, and the lines that stand in none. */
import type { Matrix, Ruling } from './geometry.ts'
import type { Line } from './lines.ts'
import type { Table } from './table.ts'

export interface PageLayout {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly toShown: Matrix
  readonly lines: readonly Line[]
  readonly tables: readonly Table[]
  readonly horizontalRulings: readonly Ruling[]
  /** Characters a line, in a column whose lines were broken by count. */
  readonly characters?: number | undefined
}
