/** What one file of the disk reads as. */
import { defaultLimits, type Limits } from '../extractors/formats/reading.ts'
import { defaultEngine } from '../extractors/language/segmenter-engine.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import type { Inspection } from './inspect.ts'
import { inspectInWorker } from './single.ts'
import { ownWorkerFile } from './worker-file.ts'

export type { Inspection } from './inspect.ts'

/** A file that cannot be read is told in `status`, `code` and `message`; throws when the file is not there. */
export async function inspect(path: string, limits: Limits = defaultLimits): Promise<Inspection> {
  const { lexicon, scheme } = await currentKnowledge()
  return inspectInWorker(path, { lexicon, scheme, limits, segmenter: defaultEngine, kind: null }, ownWorkerFile)
}
