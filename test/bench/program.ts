/** The program as a user starts it, from the bench's own compilation of it. */
import { fileURLToPath } from 'node:url'
import { type ChildRun, runChild } from './measure.ts'

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

/** Throws where the program ended with anything but success; `check` also ends with 4 for a report to be looked at. */
export async function zhijian(parts: readonly string[]): Promise<ChildRun> {
  const run = await runChild(process.execPath, [main, ...parts])
  if (run.code !== 0 && run.code !== 4) throw new Error(`zhijian ${parts.join(' ')} ended with ${run.code}:\n${run.output}`)
  return run
}
