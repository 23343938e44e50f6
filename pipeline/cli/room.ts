/**
 * Room for what a thread makes. A scoring of thousands of counties holds almost all that it makes, and the engine copies what lives twice before it leaves it alone: with the 16 MB for
 * new things that V8 gives a quarter of the time went into that. More can only be had at the start, or for a thread that is begun.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import { isMainThread, Worker } from 'node:worker_threads'
import { programFile } from '../package.ts'
import type { ExitCode } from './exit-codes.ts'

/** Values of some 800 counties: with fewer nothing is gained that the start of a thread and its memory are worth. */
const MANY_BYTES = 64 << 20
const YOUNG_MIB = 384

/** Whether a command line scores so much that it is better done in a thread of its own. */
export const needsRoom = ([command, ...rest]: readonly string[]): boolean =>
  isMainThread && command === 'score' && rest.some((each) => bytesOf(join(each, 'values.jsonl')) >= MANY_BYTES)

/** 0 for what is not there, or not a folder at all: a scheme, an option. */
function bytesOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** The whole program with the same command line; what it says goes to this one's streams. */
export function inThread(args: readonly string[]): Promise<ExitCode> {
  const limit = getHeapStatistics().heap_size_limit
  const worker = new Worker(programFile('cli/main.js'), {
    argv: [...args],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB, maxOldGenerationSizeMb: Math.round(limit / (1 << 20)) },
  })
  return new Promise((resolve, reject) => worker.once('error', reject).once('exit', (code) => resolve(code as ExitCode)))
}
