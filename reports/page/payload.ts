/**
 * What the page carries: the run's records with file names replaced by positions in `documents`, and the texts apart, so that the browser
 * unpacks a text only when somebody opens its document.
 */
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Evidence } from '../../extractors/document.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Direction } from '../../extractors/lexicon.ts'
import type { Assessment } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { CopiedPassage, CopyingShare } from '../../rules/copying/copy.ts'
import type { Practice } from '../../rules/practices/practice.ts'
import type { Revision } from '../../rules/resubmission/revision.ts'
import type { Scores } from '../../rules/scoring/score.ts'
import type { ReportContext } from '../context.ts'
import type { DocumentKind, DocumentRecord, DocumentText, RunResult } from '../contract/records.ts'
import { countedAssessments } from '../counted.ts'
import { type CountyCoverage, coverage, type DecidedSubmission, isSubmitted, type Submission, type SubmissionState } from '../coverage.ts'
import { isDoubtful } from '../doubtful.ts'
import { officeOrder } from '../office-order.ts'
import { letterNames } from '../papers/letter/letter-names.ts'
import type { OverviewFacts } from '../papers/overview/facts.ts'
import { type Attainment, attainment, targetWords } from '../targets.ts'

/** A record that names its document by position. */
type Placed<Record> = Omit<Record, 'file'> & { readonly document: number }

export type PageValue = Placed<Omit<Value, 'id' | 'subject'>> & { readonly met: Attainment | null; readonly doubtful: boolean }
export type PageDocument = Omit<DocumentRecord, 'sha256' | 'bytes'> & {
  readonly submitted: boolean
  /** The place beside the page of the letter that asks for it again. */
  readonly askedAgain?: string
}
export type PageText = Omit<DocumentText, 'file'>

/** Evidence of a finding: `document` only where it stands in another document than the finding. */
export type PageEvidence = Omit<Evidence, 'file'> & { readonly document?: number }
export type PageFinding = Omit<Placed<Finding>, 'evidence'> & { readonly evidence: readonly PageEvidence[] }

/** Both documents by position. */
export type PageCopy = Placed<Omit<CopiedPassage, 'id' | 'source'>> & { readonly source: number }

export interface PageSubmission {
  readonly kind: DocumentKind
  readonly period: string
  readonly due: string | null
  readonly state: SubmissionState
  readonly late: boolean | null
  readonly documents: readonly number[]
  readonly verdict: Assessment['verdict'] | null
  readonly decisions?: readonly number[]
}

export type PageFact = Placed<Omit<StatedFact, 'id'>>
export type PagePractice = Placed<Omit<Practice, 'id'>>

export interface PageCounty {
  readonly id: string
  readonly name: string
  /** Every name that a record may bear for this county. */
  readonly names: readonly string[]
  readonly submissions: readonly PageSubmission[]
  /** Documents that may be what is missing. */
  readonly unplaced: readonly number[]
  readonly counts: Pick<CountyCoverage, 'values' | 'achievements' | 'errors' | 'warnings'> & { readonly documents: number }
}

export interface PageIndicator {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly unit: string
  readonly direction: Direction
  readonly target: { readonly words: string; readonly value: number; readonly source: string } | null
}

export type PageAssessment = Placed<Omit<Assessment, 'copying'>> & {
  readonly terms: readonly string[]
  readonly copying: (Omit<CopyingShare, 'sources'> & { readonly sources: readonly Placed<CopyingShare['sources'][number]>[] }) | null
  /** False where a later version of the same report counts. */
  readonly counts: boolean
  /** The letter's place beside the page, or null. */
  readonly letter: string | null
  readonly revision: Omit<Revision, 'file'> | null
}

export interface SelfCheck {
  readonly unseen: readonly string[]
}

export interface PageData {
  readonly inputName: string
  readonly office: string
  readonly year: number
  readonly counties: readonly PageCounty[]
  readonly indicators: readonly PageIndicator[]
  readonly documents: readonly PageDocument[]
  readonly values: readonly PageValue[]
  readonly achievements: readonly Placed<Achievement>[]
  /** The facts that the office asks for, in the lexicon's order. */
  readonly factNames: readonly { readonly id: string; readonly name: string }[]
  readonly facts: readonly PageFact[]
  readonly practices: readonly PagePractice[]
  readonly assessments: readonly PageAssessment[]
  readonly copies: readonly PageCopy[]
  /** Where the page shows one report to its writer before sending. */
  readonly selfCheck: SelfCheck | null
  readonly checks: readonly PageFinding[]
}

/** What a scoring makes anew: it stands in the page apart from the rest, which is then left as it is. */
export interface PageScoring {
  readonly scores: Scores
  readonly overview: OverviewFacts | null
  /** Submissions that stand otherwise than files and register have them. */
  readonly submissions: readonly DecidedSubmission[]
}

export interface PayloadContext extends ReportContext {
  /** Set where one report is checked before sending. */
  readonly selfCheck?: SelfCheck
  /** The letters' places by the report's file, where decisions had a part in them. */
  readonly letters?: ReadonlyMap<string, string>
  /** The places of the letters that ask for a file again, by the file. */
  readonly askingAgain?: ReadonlyMap<string, string>
}

export function pageData(result: RunResult, context: PayloadContext): PageData {
  const { lexicon, scheme, inputName } = context
  const positions = new Map(result.documents.map(({ file }, index) => [file, index]))
  const placed = <Record extends { readonly file: string }>({ file, ...record }: Record) => ({
    ...record,
    document: positions.get(file) ?? -1,
  })
  const terms = new Map(result.terms.map((entry) => [entry.file, entry.terms]))
  const revisions = new Map(result.revisions.map(({ file, ...revision }) => [file, revision]))
  const counted = new Set(countedAssessments(result, context).map(({ file }) => file))
  const letters = context.letters ?? (context.selfCheck === undefined ? letterNames(result, context) : new Map<string, string>())
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  return {
    inputName,
    office: scheme.office,
    year: scheme.year,
    counties: coverage(result, context).map((county) => ({
      id: county.id,
      name: county.name,
      names: lexicon.regions.counties.find(({ id }) => id === county.id)?.names.map(({ name }) => name) ?? [county.name],
      submissions: county.submissions.map((submission) => pageSubmission(submission, positions)),
      unplaced: county.unplaced.flatMap((file) => positions.get(file) ?? []),
      counts: {
        documents: county.documents,
        values: county.values,
        achievements: county.achievements,
        errors: county.errors,
        warnings: county.warnings,
      },
    })),
    indicators: lexicon.indicators.map(({ id, name, domain, unit, direction }) => {
      const target = scheme.targets[id]
      return {
        id,
        name,
        domain,
        unit,
        direction,
        target: target === undefined ? null : { words: targetWords(target, unit), value: target.value, source: target.source ?? '' },
      }
    }),
    selfCheck: context.selfCheck ?? null,
    documents: result.documents.map(({ sha256: _hash, bytes: _bytes, ...document }) => ({
      ...document,
      submitted: isSubmitted(document),
      ...askedAgain(context, document.file),
    })),
    values: result.values.map((value) => {
      const { id: _id, subject: _subject, ...shown } = placed(value)
      const target = value.indicator === null ? undefined : scheme.targets[value.indicator]
      return { ...shown, met: attainment(value, target, indicators.get(value.indicator ?? '')), doubtful: isDoubtful(value, scheme) }
    }),
    achievements: officeOrder(context, result.achievements).map(placed),
    factNames: lexicon.facts.map(({ id, name }) => ({ id, name })),
    facts: result.facts.map(({ id: _id, ...fact }) => placed(fact)),
    practices: officeOrder(context, result.practices).map(({ id: _id, ...practice }) => placed(practice)),
    assessments: officeOrder(context, result.assessments).map((assessment) => ({
      ...placed(assessment),
      copying: assessment.copying && { ...assessment.copying, sources: assessment.copying.sources.map(placed) },
      terms: terms.get(assessment.file) ?? [],
      counts: counted.has(assessment.file),
      letter: letters.get(assessment.file) ?? null,
      revision: revisions.get(assessment.file) ?? null,
    })),
    copies: result.copies.map(({ id: _id, source, ...copy }) => ({ ...placed(copy), source: positions.get(source) ?? -1 })),
    checks: result.checks.map(({ evidence, ...finding }) => ({
      ...placed(finding),
      evidence: evidence.map(({ file, ...place }) => (file === undefined ? place : { ...place, document: positions.get(file) ?? -1 })),
    })),
  }
}

const pageSubmission = ({ files, ...submission }: Submission, positions: ReadonlyMap<string, number>): PageSubmission => ({
  ...submission,
  documents: files.map((file) => positions.get(file) ?? -1),
})

const askedAgain = ({ askingAgain }: PayloadContext, file: string): Pick<PageDocument, 'askedAgain'> => {
  const letter = askingAgain?.get(file)
  return letter === undefined ? {} : { askedAgain: letter }
}

/** JSON, deflated, in base 64: letters and digits only, so that nothing in it can end a script element. */
export async function packed(data: PageData | PageScoring | PageText): Promise<string> {
  return (await promisify(deflateRaw)(JSON.stringify(data), { level: LEVEL })).toString('base64')
}

const LEVEL = 6
