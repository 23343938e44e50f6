/** The built worker, in which some files by their name never end, fill the memory, or throw. */
import { processTask as process } from '../../dist/pipeline/worker.js'

export async function processTask(task) {
  const { file } = task.input
  if (file.includes('崩')) throw new Error('told to fail')
  const fill = file.includes('大')
  if (!fill && !file.includes('慢')) return process(task)
  task.started.postMessage('started')
  const kept = []
  for (let count = 0; ; count++) if (fill) kept.push(new Array(100_000).fill(count))
}
