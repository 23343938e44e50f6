/** Where the workers' program lies once this package is compiled. */
import { programFile } from './package.ts'

export const ownWorkerFile = programFile('worker.js')
