/** One file on its own, in a worker of its own, so that a hostile file harms nothing but its worker. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Format } from '../extractors/document.ts'
import { createIdentifier } from '../extractors/identity/identity.ts'
import { formatBySuffix, rejectedRecord, type SourceFile } from './document-record.ts'
import { type DocumentResult, internalError, sourceOf, unread } from './document-result.ts'
import { type Inspection, rejectedInspection } from './inspect.ts'
import type { DocumentInput, KitOptions } from './reading-kit.ts'
import { collectSources, findSources, type SourceFolders } from './sources.ts'
import { createWorkers, type TaskName, type WorkOutcome } from './workers.ts'

/** All stages. `file` is how the document is called in its records. */
export async function processInWorker(
  path: string,
  kit: KitOptions,
  workerFile: URL,
  file: string = basename(path),
): Promise<DocumentResult> {
  const input = await readInput(path, file)
  return resultOf(await inWorker('processTask', input, kit, workerFile), sourceOf(input), formatBySuffix(file), kit)
}

/** The documents that one is compared against, all stages each. */
export async function processSources(folders: SourceFolders, kit: KitOptions, workerFile: URL): Promise<DocumentResult[]> {
  const sources = await findSources(folders)
  const results: DocumentResult[] = []
  if (sources.files.length === 0) return results
  const identify = createIdentifier(kit.lexicon)
  const workers = createWorkers({ workerFile, jobs: 1, kit })
  try {
    for await (const collected of collectSources(sources, { limits: kit.limits, identify })) {
      if ('record' in collected) results.push(unread(collected.record))
      else {
        const { input, format } = collected
        await workers.submit('processTask', input, (outcome) => results.push(resultOf(outcome, sourceOf(input), format, kit)))
      }
    }
    await workers.idle()
  } finally {
    await workers.close()
  }
  return results
}

function resultOf(outcome: WorkOutcome, source: SourceFile, format: Format, kit: KitOptions): DocumentResult {
  if ('json' in outcome) return parse<DocumentResult>(outcome.json)
  const refusal = 'refusal' in outcome ? outcome.refusal : internalError('worker')
  const record = unread(rejectedRecord(source, format, refusal, createIdentifier(kit.lexicon)))
  return 'crash' in outcome ? { ...record, fault: { file: source.file, stage: 'worker', stack: outcome.crash } } : record
}

/** Reading only. Throws the worker's error when this program made a mistake. */
export async function inspectInWorker(path: string, kit: KitOptions, workerFile: URL): Promise<Inspection> {
  const file = basename(path)
  const outcome = await inWorker('inspectTask', await readInput(path, file), kit, workerFile)
  if ('json' in outcome) return parse<Inspection>(outcome.json)
  if ('refusal' in outcome) return rejectedInspection(formatBySuffix(file), outcome.refusal)
  throw new Error(outcome.crash)
}

async function readInput(path: string, file: string): Promise<DocumentInput> {
  const bytes = await readFile(path)
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}

async function inWorker(task: TaskName, input: DocumentInput, kit: KitOptions, workerFile: URL): Promise<WorkOutcome> {
  const workers = createWorkers({ workerFile, jobs: 1, kit })
  const outcomes: WorkOutcome[] = []
  try {
    await workers.submit(task, input, (outcome) => outcomes.push(outcome))
    await workers.idle()
  } finally {
    await workers.close()
  }
  const outcome = outcomes[0]
  if (outcome === undefined) throw new Error('the worker gave no answer')
  return outcome
}

const parse = <Type>(json: Uint8Array): Type => JSON.parse(Buffer.from(json).toString('utf8')) as Type
