/** A run: the whole batch of a folder, and its result folder. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, resolve } from 'node:path'
import { defaultLimits, type Limits } from '../extractors/formats/reading.ts'
import { defaultEngine, type SegmenterEngine } from '../extractors/language/segmenter-engine.ts'
import type { ReportContext } from '../reports/context.ts'
import { contractVersion, type DocumentStatus, type RunRecord, type RunResult } from '../reports/contract/records.ts'
import { contractFiles, runFile } from '../reports/contract/write.ts'
import { uncountedRemarks } from '../reports/counted.ts'
import { type DecidedSubmission, isSubmitted } from '../reports/coverage.ts'
import { decidedSubmissions } from '../reports/decided-submissions.ts'
import { type PageContext, page, pageName } from '../reports/page/page.ts'
import { asDecided } from '../reports/papers/letter/as-decided.ts'
import { letterNames } from '../reports/papers/letter/letter-names.ts'
import { letters, lettersAskingAgain } from '../reports/papers/letter/letters.ts'
import { workbook, workbookName } from '../reports/workbook/workbook.ts'
import { score } from '../rules/scoring/engine.ts'
import { type Batch, runBatch } from './batch.ts'
import { cacheAt } from './cache.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import { type Helpers, withHelpers } from './helpers.ts'
import { keptPapers } from './kept-papers.ts'
import type { Knowledge } from './knowledge.ts'
import { overviewOf } from './overview-of.ts'
import { programHash, programVersion } from './package.ts'
import { pageScript } from './page-script.ts'
import { checkResultFolder, type OutputFile, putResultFolder } from './result-folder.ts'
import { scorePapers } from './score-papers.ts'
import { loadDecisions, withScheme } from './scoring-input.ts'
import { noSources, type SourceFolders } from './sources.ts'
import { stages } from './stages.ts'
import type { Progress } from './tally.ts'
import { ownWorkerFile } from './worker-file.ts'

export interface ProcessOptions {
  readonly input: string
  /** Worker threads; by default one for each core, eight at most. */
  readonly jobs?: number
  readonly limits?: Limits
  /** Where results of single documents are kept between runs; null for nowhere. */
  readonly cache: string | null
  readonly only?: string
  readonly knowledge?: Knowledge
  readonly segmenter?: SegmenterEngine
  readonly workerFile?: URL
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Folders below the input that hold no submissions. */
  readonly except?: readonly string[]
  /** What submissions are compared against; by default the superior documents of the package. */
  readonly sources?: SourceFolders
}

export interface RunOptions extends ProcessOptions {
  readonly out: string
  /** Lets the result take the place of a folder that is not a result; the folder is kept under another name. */
  readonly force?: boolean
  /** A scheme in place of the package's own, and what people decided: files in YAML. */
  readonly scheme?: string
  readonly decisions?: string
  /** The day that the letters bear (2020-10-28), before the scheme's. */
  readonly date?: string
}

export interface RunSummary {
  readonly result: RunResult
  readonly record: RunRecord
  readonly context: ReportContext
  readonly remarks: readonly string[]
  /** Names of the files of the result folder. */
  readonly files: readonly string[]
  /** Submissions that stand otherwise by decisions. */
  readonly submissions: readonly DecidedSubmission[]
  /** The name under which a foreign folder was kept, or null. */
  readonly keptFolder: string | null
}

const defaultJobs = (): number => Math.min(availableParallelism(), 8)

export interface Processed {
  readonly batch: Batch
  readonly context: ReportContext
  readonly knowledge: Knowledge
  readonly jobs: number
  readonly limits: Limits
}

/** The batch without its result folder. Throws KnowledgeError, or the signal's reason. */
export const processFolder = (options: ProcessOptions): Promise<Processed> =>
  helped(options, (helpers) => processWithHelp(options, helpers))

/** The helpers' program lies beside the workers'; where none does, what they would do is done here: a thread without a program never answers. */
const helped = <Result>(
  { jobs = defaultJobs(), workerFile = ownWorkerFile }: ProcessOptions,
  work: (helpers: Helpers) => Promise<Result>,
) => {
  const file = new URL('./helper.js', workerFile)
  return withHelpers(jobs === 1 || !existsSync(file) ? 0 : jobs, file, work)
}

async function processWithHelp(options: ProcessOptions, helpers: Helpers): Promise<Processed> {
  const knowledge = options.knowledge ?? (await currentKnowledge())
  const jobs = options.jobs ?? defaultJobs()
  const limits = options.limits ?? defaultLimits
  const sources = options.sources ?? noSources
  const given = [sources.superior, sources.history].flatMap((folder) => (folder === null ? [] : [resolve(folder)]))
  const batch = await runBatch({
    input: options.input,
    jobs,
    limits,
    cache: cacheAt(options.cache),
    only: options.only ?? null,
    sources,
    except: [...(options.except ?? []), ...given, ...(options.cache === null ? [] : [resolve(options.cache)])],
    knowledge,
    segmenter: options.segmenter ?? defaultEngine,
    program: programHash(),
    workerFile: options.workerFile ?? ownWorkerFile,
    signal: options.signal ?? null,
    onProgress: options.onProgress ?? (() => {}),
    helpers,
  })
  const context: ReportContext = { lexicon: knowledge.lexicon, scheme: knowledge.scheme, inputName: basename(resolve(options.input)) }
  return { batch, context, knowledge, jobs, limits }
}

/** Throws what `processFolder` throws, and OutputRefusal; the old result is then untouched. */
export const run = (options: RunOptions): Promise<RunSummary> => helped(options, (helpers) => runWithHelp(options, helpers))

async function runWithHelp(options: RunOptions, helpers: Helpers): Promise<RunSummary> {
  const startedAt = new Date()
  await checkResultFolder(options.out, options.input, options.force ?? false)
  const knowledge = await withScheme(options.knowledge ?? (await currentKnowledge()), options.scheme)
  const { decisions, hash } = await loadDecisions(options.decisions, knowledge)
  const processed = await processWithHelp({ ...options, knowledge, except: [resolve(options.out), ...(options.except ?? [])] }, helpers)
  const { context } = processed
  const { lexicon, scheme, letter: wording } = knowledge
  const feed = processed.batch.result
  const scores = score(feed, { scheme, lexicon, decisions })
  const overview = overviewOf({ scores, feed, knowledge, decisions })
  const submissions = decidedSubmissions({ feed, scheme, lexicon, decisions })
  const batch = { ...processed.batch, result: { ...feed, scores } }
  const speech = { wording, context, day: options.date ?? scheme.letters.date ?? null }
  const judged = asDecided(batch.result, decisions, scheme, lexicon)
  const render = keptPapers(cacheAt(options.cache), helpers.renderPapers)
  const papers = [
    letters(judged, speech, render),
    scorePapers({ feed, scores, overview, knowledge, decisions, date: options.date, render }),
  ]
  const products = (
    await Promise.all([
      makeProducts(batch, {
        ...context,
        overview,
        submissions,
        letters: letterNames(judged, context),
        askingAgain: lettersAskingAgain(judged, speech),
      }),
      ...papers,
    ])
  ).flat()
  const record = { ...runRecord({ ...processed, batch }, startedAt), ...(hash === null ? {} : { decisions: hash }) }
  const keptFolder = await putResultFolder(options.out, [...products, toOutput(runFile(record))], options.signal ?? null)
  const remarks = [...batch.remarks, ...uncountedRemarks(feed.documents, scheme)]
  return { result: batch.result, record, context, remarks, files: products.map(({ name }) => name), submissions, keptFolder }
}

/** What is being deflated, or set by helpers, does not keep the next product waiting. */
async function makeProducts({ result, verified }: Batch, context: Omit<PageContext, 'clientScript'>): Promise<OutputFile[]> {
  const clientScript = await pageScript()
  const [book, html, lines] = await Promise.all([
    workbook(result, context, context.submissions),
    page(result, { ...context, clientScript }),
    contractFiles(result, verified).map(toOutput),
  ])
  return [...lines, { name: workbookName, content: book }, { name: pageName, content: html }]
}

const toOutput = ({ name, text }: { readonly name: string; readonly text: string }): OutputFile => ({ name, content: text })

function runRecord({ batch, context, knowledge, jobs, limits }: Processed, startedAt: Date): RunRecord {
  const { result, faults, remarks, cached, durations } = batch
  const finishedAt = new Date()
  const documents: Record<DocumentStatus, number> = { ok: 0, partial: 0, rejected: 0, duplicate: 0, ignored: 0 }
  for (const { status } of result.documents.filter(isSubmitted)) documents[status]++
  return {
    contractVersion,
    version: programVersion(),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    input: context.inputName,
    jobs,
    lexicon: knowledge.lexiconHash,
    scheme: knowledge.schemeHash,
    documents,
    counts: {
      values: result.values.length,
      achievements: result.achievements.length,
      facts: result.facts.length,
      assessments: result.assessments.length,
      checks: result.checks.length,
      copies: result.copies.length,
    },
    cached,
    limits: { ...limits },
    stages: stages.map(({ name, version }) => ({ name, version, ms: Math.round(durations[name] ?? 0) })),
    faults,
    remarks,
  }
}
