/** One worker of several that do the same task over files of their own. */
import { parentPort, workerData } from 'node:worker_threads'
import type { BenchFile } from './corpus/folder.ts'
import type { Share } from './side-by-side.ts'
import { createTask } from './tasks.ts'

const WARM_UP = 60

const { task, files } = workerData as Share
const work = await createTask(task)
for (let at = 0; at < WARM_UP; at++) await work(files[at % files.length] as BenchFile)
parentPort?.on('message', async () => {
  for (const file of files) await work(file)
  parentPort?.postMessage('done')
})
parentPort?.postMessage('ready')
