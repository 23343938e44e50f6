/** The classifier's model: trained by the build from corpus/training and kept beside the program; trained anew where the paragraphs have changed since. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createSegmenter } from '../extractors/language/segmenter.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import { type GenreModel, genres, type TrainingParagraph } from '../rules/analysis/classifier/genre.ts'
import { trainGenres } from '../rules/analysis/classifier/train.ts'
import { readKnowledgeFiles } from './knowledge-files.ts'
import { packageRoot, programFile } from './package.ts'

const TRAINING = 'corpus/training/paragraphs.jsonl'
const kept = programFile('genre-model.json')

const Paragraph = z.strictObject({ id: z.string(), author: z.string(), skeleton: z.string(), class: z.enum(genres), text: z.string() })

interface Kept {
  readonly hash: string
  readonly model: GenreModel
}

export function trainingParagraphs(root: string = packageRoot()): TrainingParagraph[] {
  const lines = readFileSync(join(root, TRAINING), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => Paragraph.parse(JSON.parse(line)))
}

/** As kept by the build, if it was made from the paragraphs and words of now. */
export async function currentGenreModel(lexicon: Lexicon): Promise<GenreModel> {
  const { lexiconHash } = readKnowledgeFiles(packageRoot())
  const compiled = readKept()
  return compiled?.hash === lexiconHash ? compiled.model : train(lexicon)
}

export async function keepGenreModel(lexicon: Lexicon, lexiconHash: string): Promise<void> {
  writeFileSync(kept, JSON.stringify({ hash: lexiconHash, model: await train(lexicon) } satisfies Kept))
}

async function train({ segmenterWords }: Lexicon): Promise<GenreModel> {
  const { cut } = await createSegmenter(segmenterWords)
  return trainGenres(trainingParagraphs(), cut)
}

function readKept(): Kept | null {
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Kept
  } catch {
    return null
  }
}
