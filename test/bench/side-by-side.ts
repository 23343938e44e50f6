/** The same task over many files in worker threads: ready and warm first, then all at once, so that starting them is not in the time. */
import { Worker } from 'node:worker_threads'
import type { BenchFile } from './corpus/folder.ts'
import { milliseconds } from './measure.ts'
import type { TaskName } from './tasks.ts'

export interface Share {
  readonly task: TaskName
  readonly files: readonly BenchFile[]
}

/** Milliseconds that `count` workers need for the files together, one value a run. */
export async function inWorkers(task: TaskName, files: readonly BenchFile[], count: number, runs: number): Promise<number[]> {
  const workers = Array.from({ length: count }, (_, own) => {
    const share: Share = { task, files: files.filter((_file, index) => index % count === own) }
    return new Worker(new URL('side-by-side-worker.js', import.meta.url), { workerData: share })
  })
  try {
    await Promise.all(workers.map(answer))
    const values: number[] = []
    for (let run = 0; run < runs; run++)
      values.push(
        await milliseconds(() => {
          const answers = workers.map(answer)
          for (const worker of workers) worker.postMessage('go')
          return Promise.all(answers)
        }),
      )
    return values
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

const answer = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
