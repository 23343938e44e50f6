/**
 * How eagerly V8 compiles: later, and less at a time. A run of some hundred documents goes through much code a few hundred times each; by V8's own measure a quarter of its time went
 * into compiling code that then hardly ran. Measured in docs/performance.md; from some 1,600 documents on nothing is gained.
 *
 * The flags are V8's own, which another version may not know: set only where they were measured. They change no result.
 */
import { setFlagsFromString } from 'node:v8'

const MEASURED_WITH = '20.'
const FLAGS = ['--interrupt-budget=500000', '--max-inlined-bytecode-size-cumulative=160']

if (process.versions.node.startsWith(MEASURED_WITH)) for (const flag of FLAGS) setFlagsFromString(flag)
