/** The thread of one part of the bench. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Order } from './own-thread.ts'
import { parts } from './parts.ts'

const { name, bench } = workerData as Order
parentPort?.postMessage(await parts[name](bench))
