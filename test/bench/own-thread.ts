/** A part of the bench in a thread of its own, with as much memory for new things as a worker of a run has. */
import { Worker } from 'node:worker_threads'
import { youngGeneration } from '../../pipeline/young-generation.ts'
import type { Bench, Measured } from './measure.ts'
import type { PartName } from './parts.ts'

export interface Order {
  readonly name: PartName
  readonly bench: Bench
}

export const inOwnThread = (name: PartName, bench: Bench): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const order: Order = { name, bench }
    const worker = new Worker(new URL('own-thread-worker.js', import.meta.url), { workerData: order, resourceLimits: youngGeneration })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
