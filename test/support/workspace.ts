/** A folder of invented submissions on disk, and the compiled program run on it. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const main = join(root, 'dist/pipeline/cli/main.js')

/** The compiled workers' program; `npm test` builds it first. */
export const builtWorker: URL = pathToFileURL(join(root, 'dist/pipeline/worker.js'))
/** The same, but a file named 慢 never ends, one named 大 fills the memory and one named 崩 throws. */
export const troubledWorker: URL = new URL('./troubled-worker.mjs', import.meta.url)

export interface Workspace {
  readonly path: (...parts: string[]) => string
  readonly write: (file: string, content: string | Uint8Array) => void
  readonly remove: () => void
}

export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-test-'))
  const path = (...parts: string[]): string => join(folder, ...parts)
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(file)), { recursive: true })
    writeFileSync(path(file), content)
  }
  for (const [file, content] of Object.entries(files)) write(file, content)
  return { path, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An invented quarterly report. */
export const report = (county: string, quarter: string, rate: number): string =>
  [
    `${county}2020年第${quarter}季度质量状况分析报告`,
    '',
    '一、总体情况',
    `2020年第${quarter}季度，${county}工业产品监督抽查200批次，合格${rate * 2}批次，合格率${rate}%，比上年同期提高1.5个百分点。`,
    '二、存在问题',
    `${county}建材产品抽查20批次，不合格4批次，主要是水泥砖抗压强度不达标。`,
    '',
  ].join('\n')

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly pid: number
  readonly ended: Promise<Outcome>
  readonly stop: (signal: NodeJS.Signals) => void
  /** Resolves when standard error has said something. */
  readonly spoken: Promise<void>
}

export function start(args: readonly string[], cacheHome: string): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, XDG_CACHE_HOME: cacheHome },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  let speak: () => void = () => {}
  const spoken = new Promise<void>((resolve) => {
    speak = resolve
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    speak()
  })
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (code) => {
      speak()
      resolve({ code, stdout, stderr })
    })
  })
  return { pid: child.pid ?? 0, ended, spoken, stop: (signal) => child.kill(signal) }
}

export const zhijian = (args: readonly string[], cacheHome: string): Promise<Outcome> => start(args, cacheHome).ended

/** Every file of a folder and the folders in it but run.json, by path. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'run.json' && statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  )
}

/** A line of a `.jsonl`, as far as tests look at it. */
export interface Line {
  readonly id: string
  readonly file: string
  readonly status?: string
  readonly county?: string | null
  readonly value?: number
}

/** The records of a `.jsonl`. */
export const records = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
