/**
 * `npm run bench [-- --quick] [-- --only <part>]`: measures speed and memory and asserts nothing. Prints a table with each goal and whether it is met, and writes bench-results.json with every run's value.
 *
 * All input is made by the bench itself in a folder of the system's temporary files, and is the same each time. What it measures is a
 * copy of the built program, and the bench's own compilation of its steps (both in dist-bench), so that nothing changes under it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coldStart } from './figures/cold-start.ts'
import { copying } from './figures/copying.ts'
import { extraction } from './figures/extraction.ts'
import { judging } from './figures/judging.ts'
import { otherPrograms } from './figures/other-programs.ts'
import { readingPdf, readingWord } from './figures/reading.ts'
import { scoring } from './figures/scoring.ts'
import { wholeRun } from './figures/whole-run.ts'
import type { Bench, Figure, Measured, Skipped } from './measure.ts'
import { goalsMet, row, skippedRow, tableHead } from './table.ts'

const parts: Readonly<Record<string, (bench: Bench) => Promise<Measured>>> = {
  start: coldStart,
  docx: readingWord,
  pdf: readingPdf,
  extraction,
  judging,
  copying,
  run: wholeRun,
  scoring,
  others: otherPrograms,
}

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || options.only.split(',').includes(name))
if (chosen.length === 0) throw new Error(`--only takes ${Object.keys(parts).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'zhijian-bench-'))
const machine = `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}`
const figures: Figure[] = []
const skipped: Skipped[] = []
try {
  console.log(`${machine}\n\n${tableHead}`)
  for (const [, measure] of chosen)
    for (const measured of await measure({ quick: options.quick, folder, runs: options.quick ? 2 : 3 })) {
      if ('reason' in measured) skipped.push(measured)
      else figures.push(measured)
      console.log('reason' in measured ? skippedRow(measured) : row(measured))
    }
  console.log(`\n${goalsMet(figures)}`)
  writeFileSync('bench-results.json', `${JSON.stringify({ machine, quick: options.quick, figures, skipped }, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
