/** Whole runs with every stage and product: documents a second at several sizes, memory over time, and what the cache saves. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { processFolder } from '../../../pipeline/run.ts'
import { WORD_CHARACTERS, writeFolder } from '../corpus/folder.ts'
import { type Bench, type ChildRun, type Figure, type Measured, median, milliseconds, repeated, type Skipped } from '../measure.ts'
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

/** Collecting, the stages of each document and what is done over all: a run without its products, which no cache can save. */
async function cachedRun({ folder, runs }: Bench, input: string, size: number): Promise<Measured> {
  const cache = join(folder, '缓存')
  const documents = () => milliseconds(() => processFolder({ input, jobs: JOBS, cache }))
  const empty = await documents()
  const kept = await repeated(runs, documents)
  const command = `processFolder(报送${size}, jobs ${JOBS}, cache)`
  return [
    { name: `all stages of ${size} documents, cache empty`, unit: 'ms', values: [empty], goal: null, command },
    { name: `all stages of ${size} documents, from the cache`, unit: 'ms', values: kept, goal: { most: empty / 10 }, command },
  ]
}
