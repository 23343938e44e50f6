/** Measuring: times of several runs, a child process with the memory of its whole tree, and figures as rows of a table. */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** One line of the table. `values` are one for each run. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly values: readonly number[]
  /** What was asked of the median; null where nothing was. */
  readonly goal: Goal | null
  readonly command: string
}

export type Goal = { readonly least: number } | { readonly most: number }

export const isMet = ({ values, goal }: Figure): boolean =>
  goal === null || ('least' in goal ? median(values) >= goal.least : median(values) <= goal.most)

/** A figure that this machine cannot give, and why. */
export interface Skipped {
  readonly name: string
  readonly reason: string
}

export interface Bench {
  readonly quick: boolean
  /** A folder of the bench's own, removed at the end. */
  readonly folder: string
  readonly runs: number
}

export type Measured = readonly (Figure | Skipped)[]

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Milliseconds that some work takes. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The work some times over, one after another. */
export async function repeated(runs: number, work: (run: number) => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let run = 0; run < runs; run++) values.push(await work(run))
  return values
}

export interface ChildRun {
  readonly ms: number
  readonly code: number | null
  readonly output: string
  /** MiB of the process and all it started, sampled as long as it ran. Empty where the system does not tell. */
  readonly memory: readonly number[]
}

const SAMPLE_MS = 100

export function runChild(command: string, parts: readonly string[]): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, parts, { stdio: ['ignore', 'pipe', 'pipe'] })
    const memory: number[] = []
    const timer = setInterval(() => {
      const mebibytes = child.pid === undefined ? 0 : treeMemory(child.pid)
      if (mebibytes > 0) memory.push(mebibytes)
    }, SAMPLE_MS)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({ ms: performance.now() - started, code, output, memory })
    })
  })
}

/** Resident memory of a process and its children, from /proc; 0 elsewhere. */
function treeMemory(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return children.reduce((total, child) => total + treeMemory(Number(child)), (pages * 4096) / 2 ** 20)
  } catch {
    return 0
  }
}

export const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
