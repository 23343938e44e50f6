/** Scores again from the files of a result folder alone: no document is read. Files are read and written line by line. */
import { createWriteStream } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLine } from '../reports/contract/read.ts'
import type { ContractRecords } from '../reports/contract/schemas.ts'
import { scoreLines } from '../reports/contract/write.ts'
import { decidedSubmissions } from '../reports/decided-submissions.ts'
import { pageName } from '../reports/page/page.ts'
import type { PageScoring } from '../reports/page/payload.ts'
import { renewed } from '../reports/page/renew.ts'
import type { PaperFile } from '../reports/papers/paper-file.ts'
import type { RenderPapers } from '../reports/papers/render-papers.ts'
import { renewedWorkbook } from '../reports/workbook/renew.ts'
import { scoreWorkbook, scoreWorkbookName } from '../reports/workbook/score-workbook.ts'
import type { SheetContent } from '../reports/workbook/sheet.ts'
import { overviewSheet } from '../reports/workbook/sheets/overview.ts'
import { scoreSheets } from '../reports/workbook/sheets/scores.ts'
import { workbookName } from '../reports/workbook/workbook.ts'
import { decidedAssessments } from '../rules/scoring/decided-judgement.ts'
import type { Decision } from '../rules/scoring/decisions.ts'
import { score } from '../rules/scoring/engine.ts'
import type { Feed } from '../rules/scoring/feed.ts'
import type { ScoreRecord, Scores } from '../rules/scoring/score.ts'
import { cacheAt } from './cache.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import { withHelpers } from './helpers.ts'
import { keptPapers } from './kept-papers.ts'
import type { Knowledge } from './knowledge.ts'
import { linesOf } from './lines.ts'
import { overviewOf } from './overview-of.ts'
import { programFile } from './package.ts'
import { scorePaperNames } from './score-paper-names.ts'
import type { ScorePapersInput } from './score-papers.ts'
import { loadDecisions, withScheme } from './scoring-input.ts'
import { wordSharer } from './shared-words.ts'

export interface ScoreOptions {
  readonly folder: string
  readonly scheme?: string
  readonly decisions?: string
  /** The day that the papers bear (2021-01-06). */
  readonly date?: string
  /** False leaves the papers as they are. */
  readonly papers?: boolean
  /** Folder where papers once set are kept, or null for none. */
  readonly cache: string | null
}

/** What became of report.html: its scores made anew, or none there, or one that is no page of a run. */
export type PageOutcome = 'renewed' | 'absent' | 'foreign'

/** What became of 提取结果.xlsx: its sheets of scores made anew, none there, saved by somebody since, or open in another program. */
export type BookOutcome = 'renewed' | 'absent' | 'edited' | 'locked'

export interface Rescored {
  readonly scores: Scores
  readonly book: BookOutcome
  /** How many decisions the scores before had, where this time no file of them was given; else 0. */
  readonly forgotten: number
  readonly page: PageOutcome
  /** Decisions about judgements, which the letters that stand in the folder may not know: only a run writes letters. */
  readonly judged: boolean
}

/** Throws KnowledgeError for the scheme or the decisions, ContractError for a line that is not what the contract says. */
export async function scoreFolder(options: ScoreOptions): Promise<Rescored> {
  if (options.papers === false) return rescored(options, null)
  const { cache } = options
  return withHelpers(Math.min(availableParallelism(), MOST_THREADS) - 1, programFile('helper.js'), (helpers) => {
    // Papers that may be kept are not waited for.
    if (cache === null) helpers.expectPapers()
    return rescored(options, keptPapers(cacheAt(cache), helpers.renderPapers))
  })
}

const MOST_THREADS = 8

/** `render`: null leaves the papers as they are. */
async function rescored(
  { folder, scheme: schemeFile, decisions: decisionsFile, date }: ScoreOptions,
  render: RenderPapers | null,
): Promise<Rescored> {
  const knowledge = await withScheme(await currentKnowledge(), schemeFile)
  const { decisions } = await loadDecisions(decisionsFile, knowledge)
  const feed = await readFeed(folder)
  const forgotten = decisionsFile === undefined ? await formerDecisions(folder) : 0
  const scores = score(feed, { scheme: knowledge.scheme, lexicon: knowledge.lexicon, decisions })
  const overview = overviewOf({ scores, feed, knowledge, decisions })
  const submissions = decidedSubmissions({ feed, scheme: knowledge.scheme, lexicon: knowledge.lexicon, decisions })
  const sheets = scoreSheets(scores)
  const aside = join(folder, `.scores.jsonl.new-${process.pid}`)
  const writeScores = async (): Promise<void> => {
    // The workbook is deflated while lines are written.
    const [book] = await Promise.all([scoreWorkbook(sheets), pipeline(Readable.from(scoreLines(scores)), createWriteStream(aside))])
    await writeFile(join(folder, scoreWorkbookName), book)
  }
  try {
    const [page, book] = await Promise.all([
      renewPage(folder, { scores, overview, submissions }),
      renewBook(folder, () => [overviewSheet(feed, knowledge, submissions), ...sheets]),
      writeScores(),
      render === null ? null : makePapers(folder, { feed, scores, overview, knowledge, decisions, date, render }),
    ])
    await rename(aside, join(folder, scoresName))
    return { scores, forgotten, page, book, judged: judgesAnew(feed, decisions, knowledge) }
  } finally {
    await rm(aside, { force: true })
  }
}

const judgesAnew = ({ assessments }: Feed, decisions: readonly Decision[], { scheme, lexicon }: Knowledge): boolean =>
  decidedAssessments(assessments, decisions, scheme, lexicon).some(({ decided }) => decided !== undefined)

async function makePapers(folder: string, input: ScorePapersInput): Promise<void> {
  const { scorePapers } = await import('./score-papers.ts')
  await putPapers(folder, await scorePapers(input))
}

async function renewBook(folder: string, sheets: () => readonly SheetContent[]): Promise<BookOutcome> {
  const path = join(folder, workbookName)
  const before = await readFile(path).catch(() => null)
  if (before === null) return 'absent'
  const after = await renewedWorkbook(before, sheets())
  if (after === null) return 'edited'
  return putInPlace(path, after).then(
    () => 'renewed',
    () => 'locked',
  )
}

async function renewPage(folder: string, scoring: PageScoring): Promise<PageOutcome> {
  const path = join(folder, pageName)
  const before = await readFile(path, 'utf8').catch(() => null)
  if (before === null) return 'absent'
  const after = await renewed(before, scoring)
  if (after === null) return 'foreign'
  await putInPlace(path, after)
  return 'renewed'
}

/** Whole or not at all. */
async function putInPlace(path: string, content: string | Uint8Array): Promise<void> {
  const aside = `${path}.new-${process.pid}`
  try {
    await writeFile(aside, content)
    await rename(aside, path)
  } finally {
    await rm(aside, { force: true })
  }
}

/** In place of those that the scoring before had left: another scheme may ask for other counties and quarters. */
async function putPapers(folder: string, papers: readonly PaperFile[]): Promise<void> {
  const names = new Set(papers.map(({ name }) => name))
  for (const name of await formerPapers(folder)) if (!names.has(name)) await rm(join(folder, name), { force: true })
  for (const within of new Set(papers.map(({ name }) => dirname(join(folder, name))))) await mkdir(within, { recursive: true })
  await Promise.all(papers.map(({ name, content }) => writeFile(join(folder, name), content)))
}

/** What the scores that stand in the folder had been printed as. */
async function formerPapers(folder: string): Promise<readonly string[]> {
  try {
    const [scheme, ...counties] = await readRecords(folder, scoresName, (line) => JSON.parse(line) as ScoreRecord)
    if (scheme?.record !== 'scheme') return []
    return scorePaperNames({ scheme, counties: counties.filter((each) => each.record === 'county') })
  } catch {
    // No scores yet, or a file that this program has not written.
    return []
  }
}

/** How many decisions the scores that stand in the folder were made with: the first line says it. */
async function formerDecisions(folder: string): Promise<number> {
  try {
    for await (const [line = ''] of linesOf(join(folder, scoresName))) {
      const scheme = JSON.parse(line) as ScoreRecord
      return scheme.record === 'scheme' ? scheme.decisions.length : 0
    }
  } catch {
    // As above.
  }
  return 0
}

const scoresName = 'scores.jsonl'

export async function readFeed(folder: string): Promise<Feed> {
  const lines = <Name extends FeedFile>(name: Name): Promise<ContractRecords[Name][]> =>
    readRecords(folder, name, (line, place) => readLine(name, line, place))
  return {
    documents: await lines('documents.jsonl'),
    values: await values(folder),
    achievements: await lines('achievements.jsonl'),
    assessments: await lines('assessments.jsonl'),
    checks: await lines('checks.jsonl'),
    facts: (await exists(join(folder, 'facts.jsonl'))) ? await lines('facts.jsonl') : [],
    earlier: (await exists(join(folder, 'earlier.jsonl'))) ? await lines('earlier.jsonl') : [],
    practices: (await exists(join(folder, 'practices.jsonl'))) ? await lines('practices.jsonl') : [],
  }
}

/** A nation's values: what they have in common is held once. */
function values(folder: string): Promise<ContractRecords['values.jsonl'][]> {
  const share = wordSharer<ContractRecords['values.jsonl']>(['file', 'period', 'indicator', 'name'])
  return readRecords(folder, 'values.jsonl', (line, place) => share(readLine('values.jsonl', line, place)))
}

type FeedFile =
  | 'facts.jsonl'
  | 'practices.jsonl'
  | 'earlier.jsonl'
  | 'documents.jsonl'
  | 'values.jsonl'
  | 'achievements.jsonl'
  | 'assessments.jsonl'
  | 'checks.jsonl'

async function readRecords<Record>(folder: string, name: string, read: (line: string, place: string) => Record): Promise<Record[]> {
  const records: Record[] = []
  let number = 0
  for await (const lines of linesOf(join(folder, name)))
    for (const line of lines) {
      number++
      if (line.trim() !== '') records.push(read(line, `${name}:${number}`))
    }
  return records
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
