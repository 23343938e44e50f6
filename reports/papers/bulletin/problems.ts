/** 存在的主要问题: counted and without names, as the office states them. Which county and which file is meant stands in the sources alone. */
import { copiedFrom } from '../../../rules/copying/thresholds.ts'
import type { Aspect } from '../../../rules/scoring/decided-judgement.ts'
import { operandsOf } from '../../../rules/scoring/operand.ts'
import { owesItself } from '../../../rules/scoring/owed.ts'
import { criterionWords, levelWords, periodWords, verdictWords } from '../../wording.ts'
import { filled } from '../wording.ts'
import type { BulletinAssessment, BulletinCounty, BulletinFacts } from './facts.ts'
import { type Goal, nameOf, reachWords } from './goals.ts'
import type { CountyHonours } from './honours.ts'
import { type Source, type Statement, statement } from './statement.ts'
import { lateReports, missingSubmissions, submittedDocuments, unreadDocuments } from './submissions.ts'
import type { BulletinWording, ProblemName } from './wording.ts'

export interface Problem {
  readonly name: ProblemName
  readonly lead: string
  readonly statements: readonly Statement[]
  /** What stands between two of them. */
  readonly between: '，' | '；'
}

export interface Found {
  readonly facts: BulletinFacts
  readonly goals: readonly Goal[]
  readonly honours: readonly CountyHonours[]
}

/** Those of which there is something to count, in the office's order. */
export function problemsOf(found: Found, wording: BulletinWording): Problem[] {
  const { problems } = wording
  const problem = (name: ProblemName, statements: readonly Statement[], between: Problem['between'] = '，'): Problem => ({
    name,
    lead: problems[name].lead,
    statements,
    between,
  })
  const { facts, honours } = found
  return [
    problem('reports', reportStatements(facts, wording)),
    problem('figures', figureStatements(facts, wording)),
    problem('copying', copyingStatements(facts, wording)),
    problem('submissions', submissionStatements(facts, wording)),
    problem('targets', targetStatements(found, wording), '；'),
    problem('silent', silentStatements(facts, wording)),
    problem('revoked', revokedStatements(honours, wording)),
  ].filter(({ statements }) => statements.length > 0)
}

interface Report {
  readonly county: BulletinCounty
  readonly assessment: BulletinAssessment
}

const reportsOf = ({ counties }: BulletinFacts): Report[] =>
  counties.flatMap((county) => county.judged.map((assessment) => ({ county, assessment })))

const reportSource =
  (words: (assessment: BulletinAssessment) => string, aspect?: Aspect) =>
  ({ county, assessment }: Report): Source => {
    const evidence = aspect === undefined || aspect === 'verdict' ? undefined : assessment.criteria[aspect].evidence[0]
    const decided = aspect === undefined ? [] : (assessment.decided?.[aspect] ?? [])
    return {
      county: county.name,
      record: 'assessment',
      id: assessment.id,
      file: assessment.file,
      words: `${words(assessment)}${decided.length === 0 ? '' : `，按复核决定第${decided.join('、')}条`}`,
      ...(evidence === undefined ? {} : { evidence }),
    }
  }

/** Says nothing where nothing is counted. */
const counted = (
  id: string,
  template: string,
  sources: readonly Source[],
  given: Readonly<Record<string, string | number>> = {},
): Statement[] => (sources.length === 0 ? [] : [statement(id, filled(template, { count: sources.length, ...given }), sources)])

function reportStatements(facts: BulletinFacts, { problems }: BulletinWording): Statement[] {
  const reports = reportsOf(facts)
  const words: Readonly<Record<Criterion, Readonly<Record<string, string>>>> = problems.reports
  const found = CRITERIA.flatMap((criterion) =>
    Object.entries(words[criterion]).flatMap(([level, template]) => {
      const having = reports.filter(({ assessment }) => levelOf(assessment, criterion) === level)
      const said = reportSource(
        ({ criteria }) => `${criterionWords[criterion]}：${levelWords[criteria[criterion].level as keyof typeof levelWords]}`,
        criterion,
      )
      return counted(`problems.reports.${criterion}.${level}`, template, having.map(said))
    }),
  )
  const weak = reports.filter(({ assessment }) => assessment.verdict === 'weak')
  const judged = reportSource(({ verdict }) => verdictWords[verdict], 'verdict')
  const all = [...found, ...counted('problems.reports.weak', problems.reports.weak, weak.map(judged))]
  const [first, ...rest] = all
  if (first === undefined) return []
  return [{ ...first, text: [filled(problems.reports.total, { total: reports.length }), ...first.text] }, ...rest]
}

/** What a report has, but only in passages of others, is not what it has not. */
function levelOf({ criteria, decided }: BulletinAssessment, criterion: Criterion): string {
  const { level, rejected = [] } = criteria[criterion]
  const isCopied = level === 'absent' && decided?.[criterion] === undefined && rejected.some(({ reason }) => reason === 'copied')
  return isCopied ? 'copied' : level
}

const CRITERIA = ['comparison', 'problems', 'causes', 'measures'] as const
type Criterion = (typeof CRITERIA)[number]

function figureStatements({ counties }: BulletinFacts, { problems }: BulletinWording): Statement[] {
  const errors = counties.flatMap((county) => {
    const files = new Set(submittedDocuments(county).map(({ file }) => file))
    return county.feed.checks
      .filter(({ severity, file }) => severity === 'error' && files.has(file))
      .map(
        ({ id, file, message, evidence: [evidence] }): Source => ({
          county: county.name,
          record: 'check',
          id,
          file: evidence?.file ?? file,
          words: message,
          ...(evidence === undefined ? {} : { evidence }),
        }),
      )
  })
  return counted('problems.figures', problems.figures.errors, errors, { total: new Set(errors.map(({ file }) => file)).size })
}

function copyingStatements(facts: BulletinFacts, { problems: { copying } }: BulletinWording): Statement[] {
  const copied = reportsOf(facts).filter(({ assessment }) => (assessment.copying?.share ?? 0) >= copiedFrom.review)
  const said = reportSource(
    (assessment) =>
      `相同文字占${Math.round((assessment.copying?.share ?? 0) * 100)}%，与${(assessment.copying?.sources ?? []).map(({ file }) => file).join('、')}相同`,
  )
  const most = copied.filter(({ assessment }) => (assessment.copying?.share ?? 0) >= copiedFrom.weak)
  const isAll = most.length === copied.length
  return [
    ...counted('problems.copying', isAll ? copying.all : copying.some, copied.map(said)),
    ...(isAll ? [] : counted('problems.copying.most', copying.most, most.map(said))),
    ...(['peer', 'superior', 'own-past'] as const).flatMap((kind) =>
      counted(`problems.copying.${kind}`, copying[kind], copied.filter(({ assessment }) => mainSource(assessment) === kind).map(said)),
    ),
  ]
}

/** The class from which most was taken. */
function mainSource({ copying }: BulletinAssessment): string | null {
  const shares = new Map<string, number>()
  for (const { sourceClass, share } of copying?.sources ?? []) shares.set(sourceClass, (shares.get(sourceClass) ?? 0) + share)
  return [...shares].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

function submissionStatements(facts: BulletinFacts, { problems: { submissions } }: BulletinWording): Statement[] {
  const missing = missingSubmissions(facts).filter(({ sources }) => sources.length > 0)
  const items = missing
    .map(({ kind, sources }) => filled(submissions.missingKind, { name: submissions.kinds[kind], count: sources.length }))
    .join('、')
  const sources = missing.flatMap((each) => each.sources)
  return [
    ...counted('problems.submissions.missing', submissions.missing, sources, { items }),
    ...counted('problems.submissions.late', submissions.late, lateReports(facts)),
    ...counted('problems.submissions.unread', submissions.unread, unreadDocuments(facts)),
  ]
}

function targetStatements({ facts, goals }: Found, wording: BulletinWording): Statement[] {
  const { unmet, occurred } = wording.problems.targets
  return goals.flatMap(({ indicator, counties }) => {
    const missed = counties.filter(({ answer }) => answer === 'no')
    const { reach, bare } = reachWords(facts, indicator, wording.problems.targets)
    const sources = missed.flatMap((each) => each.sources)
    return counted(`problems.targets.${indicator.id}`, bare ? occurred : unmet, sources, {
      count: missed.length,
      name: nameOf(facts, indicator, wording.targets.names),
      reach,
    })
  })
}

/** Items that ask for a figure or a fact and could not be settled; those of which the counties know least first. */
function silentStatements({ counties, scheme }: BulletinFacts, { problems: { silent } }: BulletinWording): Statement[] {
  const asking = new Set(
    scheme.items.filter(({ rule }) => operandsOf(rule).some((each) => 'indicator' in each || 'fact' in each)).map(({ id }) => id),
  )
  const open = counties.flatMap((county) =>
    county.score.review.filter((entry) => asking.has(entry.item) && owesItself(entry, county.name)).map((entry) => ({ county, entry })),
  )
  const byName = new Map<string, number>()
  for (const { entry } of open) byName.set(entry.name, (byName.get(entry.name) ?? 0) + 1)
  const sorted = [...byName].sort(([, a], [, b]) => b - a)
  const often = sorted.filter(([, count]) => count > 1)
  const names = (often.length > 0 ? often : sorted).slice(0, silent.most)
  const items = names.map(([name, count]) => filled(silent.item, { name, count })).join('、')
  const sources = open.map(
    ({ county, entry }): Source => ({
      county: county.name,
      record: 'score',
      id: county.score.id,
      file: 'scores.jsonl',
      words: `${periodWords(entry.period)} ${entry.name}：${entry.open.join('；')}`,
    }),
  )
  const total = counties.reduce((all, { score: { review } }) => all + review.length, 0)
  return counted('problems.silent', total === sources.length ? silent.items : silent.itemsOf, sources, {
    which: filled(often.length > 0 ? silent.often : silent.once, { items }),
    total,
  })
}

function revokedStatements(all: readonly CountyHonours[], { problems: { revoked } }: BulletinWording): Statement[] {
  const lost = all.flatMap(({ honours }) => honours.filter(({ status }) => status === 'revoked'))
  return counted(
    'problems.revoked',
    revoked.revoked,
    lost.flatMap(({ sources }) => sources),
    { count: lost.length },
  )
}
