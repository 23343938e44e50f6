/** A package that knows a nation's counties, and what a run would have left of them: for `zhijian score` as a command, from its files to its files. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import type { Feed } from '../../../rules/scoring/feed.ts'
import { program } from '../program.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** The built program with these counties beside its own. Gives the path of its main file. */
export function packageOfCounties(folder: string, counties: readonly unknown[]): string {
  const made = join(folder, `package-${counties.length}`)
  for (const part of ['package.json', 'corpus/lexicon', 'corpus/papers', 'corpus/training', 'rules/schemes'])
    cpSync(join(root, part), join(made, part), { recursive: true })
  cpSync(program, join(made, 'dist'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'), 'junction')
  const regions = join(made, 'corpus/lexicon/regions.yaml')
  const known = parse(readFileSync(regions, 'utf8')) as { counties: unknown[] }
  writeFileSync(regions, stringify({ ...known, counties: [...known.counties, ...counties] }))
  const { status, stderr } = spawnSync(process.execPath, [join(made, 'dist/pipeline/compile-knowledge.js')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the knowledge of ${counties.length} counties was refused:\n${stderr}`)
  return join(made, 'dist/pipeline/cli/main.js')
}

/** The files from which `zhijian score` reads. */
export function resultFolder(folder: string, { documents, values }: Feed): string {
  const made = join(folder, `结果-${documents.length}`)
  mkdirSync(made, { recursive: true })
  writeLines(
    join(made, 'documents.jsonl'),
    documents.map((document) => ({ ...RECORD, ...document })),
  )
  writeLines(join(made, 'values.jsonl'), values)
  for (const empty of ['achievements', 'assessments', 'checks', 'facts']) writeLines(join(made, `${empty}.jsonl`), [])
  return made
}

/** What a document's record says that scoring does not ask. */
const RECORD = {
  sha256: '0'.repeat(64),
  bytes: 1,
  format: 'docx',
  title: '',
  notJudged: null,
  pages: null,
  characters: 0,
  numbers: { extracted: 0, structural: 0, structuralByClass: {}, unexplained: 0 },
  unexplained: [],
  notices: [],
}

const LINES = 20_000

function writeLines(path: string, records: readonly unknown[]): void {
  writeFileSync(path, '')
  for (let at = 0; at < records.length; at += LINES)
    writeFileSync(
      path,
      records
        .slice(at, at + LINES)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
      { flag: 'a' },
    )
}
