/** Scores again from the files of a result folder alone: no document is read. Files are read and written line by line. */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLine } from '../reports/contract/read.ts'
import type { ContractRecords } from '../reports/contract/schemas.ts'
import { scoreLines } from '../reports/contract/write.ts'
import { scoreWorkbook, scoreWorkbookName } from '../reports/workbook/score-workbook.ts'
import { score } from '../rules/scoring/engine.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { Scores } from '../rules/scoring/score.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import { loadDecisions, withScheme } from './scoring-input.ts'

export interface ScoreOptions {
  readonly folder: string
  readonly scheme?: string
  readonly decisions?: string
}

/** Throws KnowledgeError for the scheme or the decisions, ContractError for a line that is not what the contract says. */
export async function scoreFolder({ folder, scheme: schemeFile, decisions: decisionsFile }: ScoreOptions): Promise<Scores> {
  const knowledge = await withScheme(await currentKnowledge(), schemeFile)
  const { decisions } = await loadDecisions(decisionsFile, knowledge)
  const scores = score(await readFeed(folder), { scheme: knowledge.scheme, lexicon: knowledge.lexicon, decisions })
  const aside = join(folder, `.scores.jsonl.new-${process.pid}`)
  try {
    await pipeline(Readable.from(scoreLines(scores)), createWriteStream(aside))
    await writeFile(join(folder, scoreWorkbookName), await scoreWorkbook(scores))
    await rename(aside, join(folder, 'scores.jsonl'))
  } finally {
    await rm(aside, { force: true })
  }
  return scores
}

export async function readFeed(folder: string): Promise<Feed> {
  const lines = <Name extends FeedFile>(name: Name): Promise<ContractRecords[Name][]> =>
    readRecords(folder, name, (line, place) => readLine(name, line, place))
  return {
    documents: await lines('documents.jsonl'),
    values: await lines('values.jsonl'),
    achievements: await lines('achievements.jsonl'),
    assessments: await lines('assessments.jsonl'),
    checks: await lines('checks.jsonl'),
    facts: (await exists(join(folder, 'facts.jsonl'))) ? await lines('facts.jsonl') : [],
  }
}

type FeedFile = 'facts.jsonl' | 'documents.jsonl' | 'values.jsonl' | 'achievements.jsonl' | 'assessments.jsonl' | 'checks.jsonl'

async function readRecords<Record>(folder: string, name: string, read: (line: string, place: string) => Record): Promise<Record[]> {
  const records: Record[] = []
  let number = 0
  for await (const line of createInterface({ input: createReadStream(join(folder, name), 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const text = number === 1 ? line.replace(/^\uFEFF/u, '') : line
    if (text.trim() !== '') records.push(read(text, `${name}:${number}`))
  }
  return records
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
