/** Whole runs with every stage and product: documents a second at several sizes, memory over time, and what the cache saves. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { processFolder } from '../../../pipeline/run.ts'
import { WORD_CHARACTERS, writeFolder } from '../corpus/folder.ts'
import { type Bench, type ChildRun, type Figure, type Measured, median, repeated, type Skipped } from '../measure.ts'
import { zhijian } from '../program.ts'

const JOBS = 2
/** Up to here a ratio of two times, or of two amounts of memory, is noise and not growth. */
const LINEAR = 1.2

export async function wholeRun(bench: Bench): Promise<Measured> {
  const sizes = bench.quick ? [50, 200] : [100, 400, 1600]
  const figures: (Figure | Skipped)[] = []
  const perSecond: number[] = []
  for (const size of sizes) {
    const input = join(bench.folder, `报送${size}`)
    writeFolder(input, size, WORD_CHARACTERS)
    const runs: ChildRun[] = []
    const values = await repeated(size > 400 ? 2 : bench.runs, async () => {
      const run = await runFolder(bench, input, ['--no-cache'])
      runs.push(run)
      return (size * 1000) / run.ms
    })
    const command = `zhijian run 报送${size} --jobs ${JOBS} --no-cache`
    figures.push({ name: `whole run, ${size} documents`, unit: 'documents/s', values, goal: { least: 40 }, command })
    perSecond.push(median(values))
    figures.push(...memoryFigures(size, runs, command))
  }
  const largest = sizes.at(-1) ?? 0
  figures.push({
    name: `time for a document, ${largest} against ${sizes.at(-2)} documents`,
    unit: 'ratio',
    values: [(perSecond.at(-2) ?? Number.NaN) / (perSecond.at(-1) ?? Number.NaN)],
    goal: { most: LINEAR },
    command: 'of the two medians above',
  })
  figures.push(...(await cachedRun(bench, join(bench.folder, `报送${largest}`), largest)))
  return figures
}

async function runFolder({ folder }: Bench, input: string, options: readonly string[]): Promise<ChildRun> {
  const out = join(folder, '运行-结果')
  rmSync(out, { recursive: true, force: true })
  return zhijian(['run', input, '--out', out, '--jobs', `${JOBS}`, ...options])
}

function memoryFigures(size: number, runs: readonly ChildRun[], command: string): readonly (Figure | Skipped)[] {
  const sampled = runs.filter(({ memory }) => memory.length > 8)
  const name = `memory of a run of ${size}`
  if (sampled.length === 0) return [{ name, reason: 'the run is too short, or the system does not tell the memory of processes' }]
  const at = (part: number) => sampled.map(({ memory }) => memory[Math.floor((memory.length - 1) * part)] ?? 0)
  return [
    { name: `${name}, peak`, unit: 'MiB', values: sampled.map(({ memory }) => Math.max(...memory)), goal: { most: 1024 }, command },
    {
      name: `${name}, after 75 % against after 25 % of the time`,
      unit: 'ratio',
      values: at(0.75).map((late, run) => late / (at(0.25)[run] ?? Number.NaN)),
      goal: { most: LINEAR },
      command,
    },
    ...[0.25, 0.5, 0.75].map((part) => ({
      name: `${name}, after ${part * 100} % of the time`,
      unit: 'MiB',
      values: at(part),
      goal: null,
      command,
    })),
  ]
}

/**
 * A run without its products, which no cache can save: collecting and the stages of each document, which it saves, and beside them what is done over all documents (the search for
 * copied text above all), which it does not.
 */
async function cachedRun({ folder, runs }: Bench, input: string, size: number): Promise<Measured> {
  const cache = join(folder, '缓存')
  const empty = await timedFolder(input, cache)
  const kept: Timed[] = []
  for (let run = 0; run < runs; run++) kept.push(await timedFolder(input, cache))
  const command = `processFolder(报送${size}, jobs ${JOBS}, cache)`
  const ms = { unit: 'ms', command }
  return [
    { ...ms, name: `stages of each of ${size} documents, cache empty`, values: [empty.documents], goal: null },
    {
      ...ms,
      name: `stages of each of ${size} documents, from the cache`,
      values: kept.map(({ documents }) => documents),
      goal: { most: empty.documents / 10 },
    },
    { ...ms, name: `the same and what is done over all ${size}, cache empty`, values: [empty.all], goal: null },
    { ...ms, name: `the same and what is done over all ${size}, from the cache`, values: kept.map(({ all }) => all), goal: null },
  ]
}

interface Timed {
  /** Until the last document had its result. */
  readonly documents: number
  readonly all: number
}

async function timedFolder(input: string, cache: string): Promise<Timed> {
  const started = performance.now()
  let documents = Number.NaN
  const onProgress = (): void => {
    documents = performance.now() - started
  }
  await processFolder({ input, jobs: JOBS, cache, onProgress })
  return { documents, all: performance.now() - started }
}
