/** What the run judged of a county's submissions in a period: the analysis, its copied share and findings of the checks. */
import type { Criteria, Verdict } from '../../analysis/assessment.ts'
import { levelsOf, verdictOfLevels } from '../../analysis/verdict.ts'
import type { CountyFeed } from '../county-feed.ts'
import type { FeedAssessment } from '../feed.ts'
import type { AssessmentOperand, ChecksOperand } from '../operand.ts'
import { operandName } from '../operand.ts'
import { serviceOf } from '../period.ts'
import { aspectWords, kindWords } from '../record-words.ts'
import type { Use } from '../trace.ts'
import { entryFor, type ItemEntries } from './entered.ts'

const WORDS: Readonly<Record<string, string>> = {
  pass: '合格',
  review: '待复核',
  weak: '薄弱',
  adequate: '充分',
  thin: '不足',
  specific: '具体',
  boilerplate: '套话',
  present: '有',
  concrete: '具体可行',
  slogan: '口号',
  absent: '没有',
}

/** A judgement by the word that the office reads (充分) or by its own (adequate); other words as they are. */
export const judgementCode = (word: string): string => Object.entries(WORDS).find(([, words]) => words === word)?.[0] ?? word

/** A judgement's own word as the office reads it. */
export const judgementWords = (code: string): string => WORDS[code] ?? code

const assessmentsOf = (county: CountyFeed, period: string): FeedAssessment[] =>
  county.assessments.filter((each) => serviceOf(each.period, period) === 'own')

export function judgedWord(
  county: CountyFeed,
  { assessment: aspect }: AssessmentOperand,
  period: string,
): { word: string | null; words: string; uses: Use[]; open: string } {
  const judged = assessmentsOf(county, period).map((each) => ({
    each,
    word: aspect === 'verdict' ? each.verdict : each.criteria[aspect].level,
    missing: aspect === 'verdict' ? each.feedback : each.criteria[aspect].missing,
  }))
  const uses = judged.flatMap(({ each, word }): Use[] => {
    const evidence =
      aspect === 'verdict'
        ? Object.values(each.criteria).flatMap((criterion) => criterion.evidence.slice(0, 1))
        : each.criteria[aspect].evidence
    const common = { record: 'assessment', id: each.id, file: each.file, words: `${aspectWords[aspect]}：${WORDS[word] ?? word}` } as const
    return [{ ...common, ...(evidence[0] === undefined ? {} : { evidence: evidence[0] }) }]
  })
  const words = new Set(judged.map(({ word }) => word))
  const [only] = words
  if (only === undefined) return { word: null, words: '', uses, open: `本期没有可评判的${kindWords.analysis}` }
  if (words.size > 1)
    return { word: null, words: '', uses, open: `本期几份报告评判不一（${[...words].map((word) => WORDS[word] ?? word).join('、')}）` }
  const missing = judged[0]?.missing ?? ''
  return { word: only, words: `${WORDS[only] ?? only}${missing === '' ? '' : `（${missing}）`}`, uses, open: '' }
}

/** The verdict that follows where a person decided one of the criteria that make it; null where nobody did, or where several reports would differ. */
export function verdictAgain(
  county: CountyFeed,
  period: string,
  entries: ItemEntries,
): { readonly verdict: Verdict; readonly decisions: readonly number[] } | null {
  const named = entries.filter(({ of }) => of !== undefined)
  const decided = CRITERIA.flatMap((name) => {
    const entry = entryFor(named, operandName({ assessment: name }))
    return typeof entry?.value === 'string' ? [{ name, level: judgementCode(entry.value), number: entry.number }] : []
  })
  if (decided.length === 0) return null
  const verdicts = assessmentsOf(county, period).map(({ criteria, copying }) => {
    const levels = { ...levelsOf(criteria as Criteria), ...Object.fromEntries(decided.map(({ name, level }) => [name, level])) }
    return verdictOfLevels(levels, copying)
  })
  const [only, other] = new Set(verdicts)
  return only === undefined || other !== undefined ? null : { verdict: only, decisions: decided.map(({ number }) => number) }
}

const CRITERIA = ['comparison', 'problems', 'causes', 'measures'] as const

export function copyingShare(county: CountyFeed, period: string): { share: number | null; uses: Use[] } {
  const compared = assessmentsOf(county, period).flatMap(({ id, file, copying }) =>
    copying === null ? [] : [{ id, file, share: copying.share }],
  )
  const share = compared.length === 0 ? null : Math.max(...compared.map((each) => each.share))
  return {
    share,
    uses: compared.map(({ id, file, share: own }) => ({ record: 'assessment', id, file, words: `雷同 ${Math.round(own * 100)}%` })),
  }
}

/** null where no document of the period could be looked at. */
export function countedChecks(
  county: CountyFeed,
  { severity, kind }: ChecksOperand['checks'],
  period: string,
): { count: number | null; uses: Use[] } {
  const files = new Set(
    county.documents
      .filter((each) => (each.status === 'ok' || each.status === 'partial') && serviceOf(each.period, period) === 'own')
      .map(({ file }) => file),
  )
  const found = county.checks.filter(
    (each) => files.has(each.file) && (severity === undefined || each.severity === severity) && (kind === undefined || each.kind === kind),
  )
  const uses = found.map(
    ({ id, file, message, evidence }): Use => ({
      record: 'check',
      id,
      file,
      words: message,
      ...(evidence[0] === undefined ? {} : { evidence: evidence[0] }),
    }),
  )
  return { count: files.size === 0 ? null : found.length, uses }
}
