/** The same task over many files in worker threads: ready and warm first, then all at once, so that starting them is not in the time. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { BenchFile } from './corpus/folder.ts'
import { milliseconds } from './measure.ts'
import { createTask, type TaskName } from './tasks.ts'

interface Share {
  readonly task: TaskName
  readonly files: readonly BenchFile[]
}

const WARM_UP = 60

/** Milliseconds that `count` workers need for the files together, one value a run. */
export async function inWorkers(task: TaskName, files: readonly BenchFile[], count: number, runs: number): Promise<number[]> {
  const workers = Array.from({ length: count }, (_, own) => {
    const share: Share = { task, files: files.filter((_file, index) => index % count === own) }
    return new Worker(new URL(import.meta.url), { workerData: share })
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

async function serve({ task, files }: Share): Promise<void> {
  const work = await createTask(task)
  for (let at = 0; at < WARM_UP; at++) await work(files[at % files.length] as BenchFile)
  parentPort?.on('message', async () => {
    for (const file of files) await work(file)
    parentPort?.postMessage('done')
  })
  parentPort?.postMessage('ready')
}

if (!isMainThread) await serve(workerData as Share)
