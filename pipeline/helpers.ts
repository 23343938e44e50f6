/**
 * Threads that help with what is done over all documents. What they give does not depend on their number; for a few documents they are not worth starting,
 * and the work is done here.
 */
import Tinypool from 'tinypool'
import { type RenderPapers, renderHere } from '../reports/papers/render-papers.ts'
import type { CopyDocument } from '../rules/copying/copy-document.ts'
import { type Copies, findCopies, joinCopies } from '../rules/copying/find-copies.ts'
import type { CopiesTask, copiesTask, papersTask } from './helper.ts'
import { youngGeneration } from './young-generation.ts'

export interface Helpers {
  readonly findCopies: (documents: readonly CopyDocument[]) => Promise<Copies>
  readonly renderPapers: RenderPapers
  /** Lets a thread load what sets papers while other work is done. */
  readonly expectPapers: () => void
}

const FEWEST_DOCUMENTS = 40
const FEWEST_PAPERS = 12
const IDLE_MS = 1000
/** Papers that a thread is given at a time. */
const PAPERS = 8

type PapersTask = Parameters<typeof papersTask>[0]
type PapersAnswer = Awaited<ReturnType<typeof papersTask>>

/**
 * Gives the helpers to some work, and ends them whatever becomes of it. `threads`: none do the work here. `file`: that of `helper.ts`, compiled.
 *
 * Where the work fails, papers that are being set are waited for: a thread ended under them would fail them too, and its end would be told in place of the mistake.
 */
export async function withHelpers<Result>(threads: number, file: URL, work: (helpers: Helpers) => Promise<Result>): Promise<Result> {
  const helpers = createHelpers(threads, file)
  try {
    return await work(helpers)
  } finally {
    await helpers.close()
  }
}

function createHelpers(most: number, file: URL): Helpers & { readonly close: () => Promise<void> } {
  let pool: Tinypool | null = null
  const papers = new Set<Promise<unknown>>()
  const run = async <Task, Answer>(name: string, tasks: readonly Task[]): Promise<Answer[]> => {
    const threads =
      pool ??
      new Tinypool({
        filename: file.href,
        minThreads: 0,
        maxThreads: most,
        idleTimeout: IDLE_MS,
        resourceLimits: youngGeneration,
      })
    pool = threads
    return Promise.all(tasks.map((task) => threads.run(task, { name }) as Promise<Answer>))
  }
  const runPapers = async (tasks: readonly PapersTask[]): Promise<PapersAnswer[]> => {
    const running = run<PapersTask, PapersAnswer>('papersTask', tasks)
    papers.add(running)
    return running.finally(() => papers.delete(running))
  }
  /** Threads that have held the texts of a whole batch are not kept: their memory is wanted for the products. */
  const end = async (): Promise<void> => {
    const ending = pool
    pool = null
    await ending?.destroy()
  }
  return {
    async findCopies(documents) {
      if (most === 0 || documents.length < FEWEST_DOCUMENTS) return findCopies(documents)
      const shared = sharedJson(documents)
      const tasks = Array.from({ length: most }, (_, part): CopiesTask => ({ documents: shared, part, of: most }))
      const found = await run<CopiesTask, Awaited<ReturnType<typeof copiesTask>>>('copiesTask', tasks)
      await end()
      return joinCopies(found.flat())
    },
    async renderPapers(papers) {
      if (most === 0 || (pool === null && papers.length < FEWEST_PAPERS)) return renderHere(papers)
      const tasks = Array.from({ length: Math.ceil(papers.length / PAPERS) }, (_, at) => papers.slice(at * PAPERS, (at + 1) * PAPERS))
      return (await runPapers(tasks)).flat()
    },
    expectPapers() {
      // A thread that could not load, or was ended before it had: whoever has papers set is told, nobody else.
      if (most > 0) runPapers([[]]).catch(() => {})
    },
    async close() {
      while (papers.size > 0) await Promise.allSettled(papers)
      await end()
    },
  }
}

function sharedJson(value: unknown): SharedArrayBuffer {
  const json = Buffer.from(JSON.stringify(value))
  const shared = new SharedArrayBuffer(json.length)
  json.copy(new Uint8Array(shared))
  return shared
}
