/**
 * Worker threads that process files side by side, never more in flight than there are workers. A file that takes too long or too much memory ends
 * its worker and is rejected; the others go on with a new one.
 */
import { MessageChannel } from 'node:worker_threads'
import PQueue from 'p-queue'
import Tinypool from 'tinypool'
import type { Limits } from '../extractors/formats/reading.ts'
import type { Refusal } from './document-record.ts'
import type { DocumentInput, KitOptions } from './reading-kit.ts'
import type { Task, TaskAnswer, TaskOutcome } from './worker.ts'
import { youngGeneration } from './young-generation.ts'

export type TaskName = 'processTask' | 'inspectTask'

/** What became of one file: the worker's answer, or why there is none. */
export type WorkOutcome = TaskOutcome | { readonly refusal: Refusal } | { readonly crash: string }

export interface Workers {
  /** Takes a file; `done` is told its outcome. Resolves when there is room for the next file. */
  submit(task: TaskName, input: DocumentInput, done: (outcome: WorkOutcome) => void): Promise<void>
  /** Resolves when every file taken is done. Rejects when the workers themselves cannot work. */
  idle(): Promise<void>
  /** Ends all workers, whatever they do. */
  close(): Promise<void>
}

export interface WorkersOptions {
  readonly workerFile: URL
  readonly jobs: number
  readonly kit: KitOptions
}

class BrokenKit extends Error {
  override readonly name = 'BrokenKit'
}

/** A worker that has not begun after this much longer than a file may take is taken for stuck. */
const STARTING_MS = 60_000
const IDLE_MS = 10_000

export function createWorkers({ workerFile, jobs, kit }: WorkersOptions): Workers {
  const { limits } = kit
  const pool = new Tinypool({
    filename: workerFile.href,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: IDLE_MS,
    workerData: kit,
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMiB, ...youngGeneration },
  })
  const queue = new PQueue({ concurrency: jobs })
  let closed = false
  let breakdown: Error | null = null
  let reportBreakdown: (error: Error) => void = () => {}
  const broken = new Promise<never>((_, reject) => {
    reportBreakdown = (error) => {
      breakdown ??= error
      reject(error)
    }
  })
  broken.catch(() => {})
  let begun = false
  const onBegun = (): void => {
    begun = true
  }
  // A worker that dies between two files is replaced; one that dies before any file was begun will not do better the next time.
  pool.on('error', (error: Error) => {
    if (!begun) reportBreakdown(error)
  })

  return {
    async submit(task, input, done) {
      queue
        .add(async () => {
          if (closed) return
          const outcome = await Promise.race([runTask(pool, task, input, limits, onBegun), broken])
          if (!closed) done(outcome)
        })
        .catch((error: unknown) => reportBreakdown(error instanceof Error ? error : new Error(String(error))))
      await Promise.race([queue.onSizeLessThan(jobs), broken])
    },
    async idle() {
      await Promise.race([queue.onIdle(), broken])
      if (breakdown !== null) throw breakdown
    },
    async close() {
      closed = true
      queue.clear()
      await pool.destroy()
    },
  }
}

async function runTask(
  pool: Tinypool,
  name: TaskName,
  { file, sha256, bytes }: DocumentInput,
  limits: Limits,
  onBegun: () => void,
): Promise<WorkOutcome> {
  const { port1, port2 } = new MessageChannel()
  const abort = new AbortController()
  let late = false
  const stop = (): void => {
    late = true
    abort.abort()
  }
  let timer = setTimeout(stop, limits.fileMs + STARTING_MS)
  port1.once('message', () => {
    onBegun()
    clearTimeout(timer)
    timer = setTimeout(stop, limits.fileMs)
  })
  const task: Task = { input: { file, sha256, bytes: ownBuffer(bytes) }, started: port2 }
  try {
    const transferList = [port2, task.input.bytes.buffer as ArrayBuffer]
    const answer = (await pool.run(task, { name, signal: abort.signal, transferList })) as TaskAnswer
    if ('broken' in answer) throw new BrokenKit(answer.broken)
    return answer
  } catch (error) {
    if (error instanceof BrokenKit) throw error
    if (late) return { refusal: timedOut(limits) }
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { refusal: outOfMemory(limits) }
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    clearTimeout(timer)
    port1.close()
  }
}

/** Bytes that can be handed over whole: a view into a greater buffer (an archive's) is copied. */
const ownBuffer = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes)

const timedOut = ({ fileMs }: Limits): Refusal => ({
  code: 'E_TIMEOUT',
  message: `处理超过 ${fileMs / 1000} 秒仍未完成，已跳过，请拆分或另存后重新提交（上限可用 --limit fileMs=… 调整）`,
})

const outOfMemory = ({ workerMiB }: Limits): Refusal => ({
  code: 'E_MEMORY',
  message: `处理所需内存超过 ${workerMiB} MiB，已跳过，请拆分或另存后重新提交（上限可用 --limit workerMiB=… 调整）`,
})
