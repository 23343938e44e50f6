/**
 * The knowledge as the build validated and kept it, so that a short command starts quickly. It is used only while the files that people edit still
 * have the hash that it was made from; else they are read anew, and mistakes are told.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Knowledge } from './knowledge.ts'
import { readKnowledgeFiles } from './knowledge-files.ts'
import { packageRoot, programFile } from './package.ts'

const kept = programFile('knowledge.json')

/** Throws KnowledgeError. */
export async function currentKnowledge(): Promise<Knowledge> {
  const { lexiconHash, schemeHash } = readKnowledgeFiles(packageRoot())
  const compiled = readCompiled()
  if (compiled?.lexiconHash === lexiconHash && compiled.schemeHash === schemeHash) return compiled
  const { loadKnowledge } = await import('./knowledge.ts')
  return loadKnowledge()
}

export const keepCompiled = (knowledge: Knowledge): void => writeFileSync(kept, JSON.stringify(knowledge))

function readCompiled(): Knowledge | null {
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Knowledge
  } catch {
    return null
  }
}
