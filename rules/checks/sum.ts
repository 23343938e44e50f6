/**
 * The total of a table's column is the sum of its parts.
 *
 * Only counts are added, only where every row above the total has one, and only down to the nearest total above: rates and shares are not added.
 */

import { grids } from '../../extractors/indicators/grid.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { asWritten, inItsUnit } from './as-written.ts'
import { type CheckedValue, defineCheck, type Slip } from './check.ts'
import { withoutParts } from './sub-rows.ts'

/** How far the row of a whole may be from the sum of the rows above and still be meant to be it. */
const NEARLY = 0.1
/** So many columns of a row that are totals make the row one. */
const HOLDING = 2

const patterns = perLexicon((lexicon) => ({
  total: new RegExp(`^(?:${wordPattern(cue(lexicon, 'table-sum'))})$`, 'u'),
  wholeRow: new RegExp(`^(?:${wordPattern(cue(lexicon, 'whole-rows'))})$`, 'u'),
  ofWhich: new RegExp(`^(?:${wordPattern(cue(lexicon, 'of-which'))})`, 'u'),
}))

export const sum = defineCheck({
  kind: 'sum',
  *examine({ document, values, lexicon }) {
    const { total, wholeRow, ofWhich } = patterns(lexicon)
    const ofBlock = new Map(values.filter(({ evidence }) => evidence.cell !== undefined).map((value) => [value.evidence.block, value]))
    for (const grid of grids(document, lexicon)) {
      const rowOf = new Map(
        Array.from({ length: grid.rows }, (_, row) => row).flatMap((row) =>
          Array.from({ length: grid.columns }, (_, column) => [grid.at(row, column)?.block ?? -1, row] as const),
        ),
      )
      const labelOf = ({ evidence }: CheckedValue): string => grid.at(rowOf.get(evidence.block) ?? -1, 0)?.text ?? ''
      const isTotal = (row: number): boolean =>
        Array.from({ length: Math.min(3, grid.columns) }, (_, column) => grid.at(row, column)?.text ?? '').some(
          (text) => total.test(text) || wholeRow.test(text),
        )
      for (let row = 0; row < grid.rows; row++) {
        if (!isTotal(row)) continue
        const told: (Slip & { readonly isSure: boolean; readonly isMean: boolean })[] = []
        let holding = 0
        for (let column = 1; column < grid.columns; column++) {
          const claimed = ofBlock.get(grid.at(row, column)?.block ?? -1)
          if (!claimed || claimed.unit === '%' || claimed.role === 'change' || claimed.role === 'rank' || claimed.role === 'share') continue
          const parts = withoutParts(
            partsAbove(row, (above) => (isTotal(above) ? null : ofBlock.get(grid.at(above, column)?.block ?? -1))).map((value) => ({
              value,
              startsParts: ofWhich.test(labelOf(value)),
            })),
          )
          if (parts === null || parts.length < 2 || !parts.every(({ unit, comparator }) => unit === claimed.unit && comparator === '='))
            continue
          const added = Number(parts.reduce((whole, { value }) => whole + value, 0).toPrecision(12))
          if (added === claimed.value) {
            holding++
            continue
          }
          // 全地区 may count what no county does; a little off is a slip all the same.
          const isNamed = total.test(labelOf(claimed))
          const isSure = isNamed || Math.abs(added - claimed.value) <= claimed.value * NEARLY
          told.push({
            isSure,
            // The mean of its column is not its total.
            isMean: claimed.value * 2 <= added,
            severity: isNamed ? 'error' : 'warning',
            claimed: asWritten(claimed, claimed.value),
            recomputed: asWritten(claimed, added),
            evidence: [claimed.evidence, ...parts.map(({ evidence }) => evidence)],
            message: `各行相加为${inItsUnit(claimed, added)}，合计写作“${claimed.evidence.quote}”，请核对`,
          })
        }
        // Where its other columns are what their rows make up, the row is their total, and one that is not is a slip however far off.
        const isTotalElsewhere = holding >= HOLDING && told.length === 1
        for (const { isSure, isMean, ...slip } of told) if (isSure || (isTotalElsewhere && !isMean)) yield slip
      }
    }
  },
})

/** The values of the rows directly above, up to a header or another total. */
function partsAbove(row: number, valueAt: (row: number) => CheckedValue | null | undefined): CheckedValue[] {
  const parts: CheckedValue[] = []
  for (let above = row - 1; above >= 0; above--) {
    const value = valueAt(above)
    if (!value) break
    if (!parts.includes(value)) parts.push(value)
  }
  return parts.reverse()
}
