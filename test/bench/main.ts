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
import type { Figure, Skipped } from './measure.ts'
import { inOwnThread } from './own-thread.ts'
import { type PartName, parts, THREADED } from './parts.ts'
import { goalsMet, row, skippedRow, tableHead } from './table.ts'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
const names = Object.keys(parts) as PartName[]
const chosen = names.filter((name) => options.only === undefined || options.only.split(',').includes(name))
if (chosen.length === 0) throw new Error(`--only takes ${names.join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'zhijian-bench-'))
const bench = { quick: options.quick, folder, runs: options.quick ? 2 : 3 }
const machine = `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}`
const figures: Figure[] = []
const skipped: Skipped[] = []
try {
  console.log(`${machine}\n\n${tableHead}`)
  for (const name of chosen)
    for (const measured of await (THREADED.has(name) ? inOwnThread(name, bench) : parts[name](bench))) {
      if ('reason' in measured) skipped.push(measured)
      else figures.push(measured)
      console.log('reason' in measured ? skippedRow(measured) : row(measured))
    }
  console.log(`\n${goalsMet(figures)}`)
  writeFileSync('bench-results.json', `${JSON.stringify({ machine, quick: options.quick, figures, skipped }, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
