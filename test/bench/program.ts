/** The program as a user starts it: a copy of what the build made, so that nothing changes under the bench. */
import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ChildRun, runChild } from './measure.ts'

const built = new URL('../../../dist/', import.meta.url)
const copy = new URL('../../program/', import.meta.url)
/** The folder of the copy. */
export const program = fileURLToPath(copy)
const own = fileURLToPath(new URL('pipeline/cli/main.js', copy))

cpSync(built, copy, { recursive: true })

/** Throws where the program ended with anything but success; `check` also ends with 4 for a report to be looked at. */
export async function zhijian(parts: readonly string[], main: string = own): Promise<ChildRun> {
  const run = await runChild(process.execPath, [main, ...parts])
  if (run.code !== 0 && run.code !== 4) throw new Error(`zhijian ${parts.join(' ')} ended with ${run.code}:\n${run.output}`)
  return run
}
