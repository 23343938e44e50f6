/**
 * A result held against the gold: what was found, what of it is right, and every miss and invention.
 *
 * A value is found when file, value, unit (however it is spelt) and upper agree and the quotes overlap; right when role, comparator and indicator agree too. An
 * achievement is found when file and title agree, right when holder, status and level do too. A check is found when file and claimed figure agree, one of periods when the file does.
 */
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import { fold } from '../../extractors/language/fold.ts'
import type { RunResult } from '../../reports/contract/records.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import { type Confusion, scoreAssessments } from './assessments.ts'
import { inWords, sameFigure } from './claimed.ts'

import { scoreCopies } from './copies.ts'
import { type Difference, differences, differs } from './differences.ts'
import { scoreFacts } from './facts.ts'
import { type Figures, figures, type Share, share } from './figures.ts'
import type { Gold, GoldAchievement, GoldValue } from './gold.ts'
import { match } from './match.ts'
import { scoreNumbers } from './numbers.ts'
import { createPoints, type Points } from './places.ts'

export interface Evaluation {
  /** By name: values, values.found, values.role.actual, values.format.pdf, achievements, verdicts.weak, checks … */
  readonly figures: Readonly<Record<string, Figures>>
  /** Shares of what is right: verdicts, criteria.comparison, and beside the values: values.basis, values.county … */
  readonly shares: Readonly<Record<string, Share>>
  /** Verdicts wanted, against verdicts given. */
  readonly confusion: Confusion
  /** How far what was measured is from what is right: copies.share. */
  readonly errors: Readonly<Record<string, ErrorOf>>
  readonly differences: readonly Difference[]
}

export type EvaluationPart = Omit<Evaluation, 'confusion' | 'errors'>

export interface ErrorOf {
  readonly mean: number | null
  readonly greatest: number | null
  readonly of: number
}

/** Differences of less are those of decimal fractions in binary. */
const TINY = 1e-9

/** `unitOf`: the unit that a spelling stands for (微克/立方米 is μg/m³). */
export function evaluate(result: RunResult, gold: Gold, unitOf: (spelling: string) => string = (spelling) => spelling): Evaluation {
  const annotated = gold.annotatedFiles === undefined ? null : new Set(gold.annotatedFiles)
  const counts = ({ file }: { readonly file: string }): boolean => annotated === null || annotated.has(file)
  const points = createPoints(result.texts)
  const formats = new Map(result.documents.map(({ file, format }) => [file, format]))
  const wanted = gold.values.filter(counts).map((value) => ({ ...value, unit: unitOf(value.unit) }))
  const values = scoreValues(result.values.filter(counts), wanted, points, (file) => formats.get(file) ?? 'unknown')
  const achievements = scoreAchievements(result.achievements.filter(counts), gold.achievements.filter(counts))
  const facts = gold.facts === undefined ? null : scoreFacts(result.facts.filter(counts), gold.facts.filter(counts), points)
  const { confusion, disagreements, ...judged } = scoreAssessments(result.assessments, gold.assessments)
  const assessments: EvaluationPart = {
    ...judged,
    differences: disagreements.map((each): Difference => ({ ...each, fault: 'wrong', quote: '' })),
  }
  const checks = scoreChecks(result.checks, gold)
  const numbers = scoreNumbers(result, gold)
  const copies = scoreCopies(result, gold.copies)
  const parts = [values, achievements, ...(facts === null ? [] : [facts]), assessments, checks, numbers, copies]
  return {
    figures: Object.assign({}, ...parts.map((part) => part.figures)),
    shares: Object.assign({}, ...parts.map((part) => part.shares)),
    confusion,
    errors: copies.errors,
    differences: parts.flatMap((part) => part.differences),
  }
}

function scoreValues(
  said: readonly Value[],
  wanted: readonly GoldValue[],
  points: Points,
  formatOf: (file: string) => string,
): EvaluationPart {
  const matching = match(wanted, said, (one, other) => {
    const same = near(one.value, other.value) && one.unit === other.unit && nearOrAbsent(one.upper, other.upper)
    if (!same || !points(one.file, one.quote, other.evidence)) return null
    const main = [one.role === other.role, (one.indicator ?? null) === other.indicator, one.comparator === other.comparator]
    const beside = [
      agrees(one.period, other.period),
      agrees(one.county, other.county),
      agrees(one.basis, other.basis),
      one.name === other.name,
    ]
    return main.filter(Boolean).length * 10 + beside.filter(Boolean).length
  })
  const right = matching.pairs.filter((pair) => isRight(pair.wanted, pair.said))
  const inAllFields = right.filter((pair) => besides(pair.wanted, pair.said).length === 0)
  const by = (name: string, keyOf: (value: GoldValue | Value) => string) =>
    [...new Set([...said, ...wanted].map(keyOf))].sort().map((key): [string, Figures] => {
      const at = (value: GoldValue | Value): boolean => keyOf(value) === key
      return [
        `values.${name}.${key}`,
        figures(right.filter((pair) => at(pair.wanted)).length, said.filter(at).length, wanted.filter(at).length),
      ]
    })
  const beside = (name: string, agree: (wanted: GoldValue, said: Value) => boolean | null): [string, Share] => {
    const answers = matching.pairs.map((pair) => agree(pair.wanted, pair.said)).filter((answer) => answer !== null)
    return [`values.${name}`, share(answers.filter(Boolean).length, answers.length)]
  }
  return {
    figures: {
      values: figures(right.length, said.length, wanted.length),
      'values.found': figures(matching.pairs.length, said.length, wanted.length),
      'values.allFields': figures(inAllFields.length, said.length, wanted.length),
      ...Object.fromEntries([...by('role', ({ role }) => role), ...by('format', ({ file }) => formatOf(file))]),
    },
    shares: Object.fromEntries([
      beside('role', (one, other) => one.role === other.role),
      beside('indicator', (one, other) => one.indicator === other.indicator),
      beside('comparator', (one, other) => one.comparator === other.comparator),
      beside('basis', (one, other) => (one.basis ?? null) === other.basis),
      beside('period', (one, other) => (one.period === undefined ? null : one.period === other.period)),
      beside('county', (one, other) => (one.county === undefined ? null : one.county === other.county)),
      beside('name', (one, other) => one.name === other.name),
      ...reliability(said, new Set(right.map((pair) => pair.said))),
      ...phenomena(wanted, new Set(right.map((pair) => pair.wanted))),
    ]),
    differences: [
      ...right.flatMap(({ wanted: one, said: other }): Difference[] => {
        const found = besides(one, other)
        const { quote, ...value } = one
        return found.length === 0
          ? []
          : [{ of: 'value', fault: 'beside', file: one.file, quote, what: `${describe(value)}：${found.join('；')}` }]
      }),
      ...differences(
        'value',
        matching,
        ({ wanted: one, said: other }) => [
          ...differs('角色', one.role, other.role),
          ...differs(
            '指标',
            one.indicator ?? `（无）${one.name}`,
            other.indicator ?? (one.indicator === null ? `（无）${one.name}` : `（无）${other.name}`),
          ),
          ...differs('比较符', one.comparator, other.comparator),
        ],
        ({ quote, ...value }) => [quote, describe(value)],
        ({ evidence, ...value }) => [evidence.quote, describe(value)],
      ),
    ],
  }
}

const isRight = (one: GoldValue, other: Value): boolean =>
  one.role === other.role && one.comparator === other.comparator && (one.indicator ?? null) === other.indicator

/** What a confidence is worth: of the values given with it, how many are right. */
function reliability(said: readonly Value[], right: ReadonlySet<Value>): [string, Share][] {
  const levels = [...new Set(said.map(({ confidence }) => confidence.toFixed(2)))].sort().reverse()
  return levels.map((level) => {
    const given = said.filter(({ confidence }) => confidence.toFixed(2) === level)
    return [`confidence.${level}`, share(given.filter((value) => right.has(value)).length, given.length)]
  })
}

/** How many of the gold's values of each kind are read right: what makes a value hard, as far as its gold record tells. */
function phenomena(wanted: readonly GoldValue[], right: ReadonlySet<GoldValue>): [string, Share][] {
  const kinds: readonly (readonly [string, (value: GoldValue) => boolean])[] = [
    ['bound', ({ comparator }) => comparator !== '='],
    ['range', ({ upper }) => upper !== undefined],
    ['chinese-numeral', ({ quote }) => !/[0-9０-９]/u.test(quote)],
    ['multiplied', ({ quote }) => /[万亿]/u.test(quote)],
    ['zero', ({ value }) => value === 0],
    ['no-indicator', ({ indicator }) => indicator === null],
    ['other-region', ({ county, file }) => county !== undefined && county !== null && !file.includes(county)],
  ]
  return kinds.map(([name, is]) => {
    const those = wanted.filter(is)
    return [`phenomenon.${name}`, share(those.filter((value) => right.has(value)).length, those.length)]
  })
}

/** Fields reported beside, where the gold gives them. */
const besides = (one: GoldValue, other: Value): string[] => [
  ...differs('基期', one.basis ?? '无', other.basis ?? '无'),
  ...(one.period === undefined ? [] : differs('期间', one.period ?? '无', other.period ?? '无')),
  ...(one.county === undefined ? [] : differs('县市', one.county ?? '无', other.county ?? '无')),
]

const describe = ({
  name,
  role,
  comparator,
  value,
  upper,
  unit,
}: Pick<GoldValue, 'name' | 'role' | 'comparator' | 'value' | 'upper' | 'unit'>): string =>
  `${name} ${role} ${comparator}${value}${upper === undefined ? '' : `～${upper}`}${unit}`

function scoreAchievements(said: readonly Achievement[], wanted: readonly GoldAchievement[]): EvaluationPart {
  const holderAgrees = (one: GoldAchievement, other: Achievement): boolean =>
    [one.holder, ...one.holderAlso].some((holder) => unquoted(holder) === unquoted(other.holder))
  const matching = match(wanted, said, (one, other) => {
    if (![one.title, ...one.titleAlso].some((title) => contains(words(title), words(other.title)))) return null
    const main = [holderAgrees(one, other), one.status === other.status, one.level === other.level]
    return main.filter(Boolean).length * 10 + (words(one.title) === words(other.title) ? 1 : 0)
  })
  const problems = ({ wanted: one, said: other }: { wanted: GoldAchievement; said: Achievement }): string[] => [
    ...(holderAgrees(one, other) ? [] : [`获得者 ${one.holder} → ${other.holder}`]),
    ...differs('状态', one.status, other.status),
    ...differs('级别', one.level, other.level),
  ]
  const right = matching.pairs.filter((pair) => problems(pair).length === 0).length
  return {
    figures: {
      achievements: figures(right, said.length, wanted.length),
      'achievements.found': figures(matching.pairs.length, said.length, wanted.length),
    },
    shares: {},
    differences: differences(
      'achievement',
      matching,
      problems,
      ({ quote, title, holder }) => [quote, `${title}（${holder}）`],
      ({ evidence, title, holder }) => [evidence.quote, `${title}（${holder}）`],
    ),
  }
}

/** What the guide leaves open to be called otherwise: shares that do not add up, a plan that was not met, a place that is another's. */
const CALLED: Readonly<Record<string, string>> = { share: 'sum', target: 'direction', rank: 'direction' }

function scoreChecks(found: readonly Finding[], { checks, unrelatedDocuments }: Gold): EvaluationPart {
  const wanted = checks.map((one) => ({ ...one, kind: CALLED[one.kind] ?? one.kind }))
  // Documents that were not written as one batch contradict each other by right.
  const said = unrelatedDocuments ? found.filter(({ file, evidence }) => evidence.every((each) => (each.file ?? file) === file)) : found
  const matching = match(wanted, said, (one, other) => {
    // Which of two periods is the claim, the title's or the file name's, is told by neither.
    // 上升 or 提高 is the claim of the quote's own figure, or of what it is set against (高于全地区98.3%).
    const isWord = typeof one.claimed === 'string' && !/[0-9]/u.test(words(one.claimed)) && one.kind === other.kind
    if (isWord && other.evidence.some(({ quote }) => words(one.quote).includes(words(quote))) && one.kind !== 'period') return 2
    // Of shares that make up 102%, 102 and 100 may each be called the claim.
    const isSwapped =
      one.kind === 'sum' && other.kind === 'sum' && sameFigure(one.claimed, other.recomputed) && sameFigure(one.recomputed, other.claimed)
    const isPeriod = one.kind === 'period' && other.kind === 'period'
    if (!sameFigure(inWords(one.claimed, one.quote), other.claimed) && !isPeriod && !isSwapped) return null
    return (one.kind === other.kind ? 2 : 0) + (sameFigure(one.recomputed, other.recomputed) ? 1 : 0)
  })
  return {
    figures: { checks: figures(matching.pairs.length, said.length, wanted.length) },
    shares: {},
    differences: differences(
      'check',
      matching,
      ({ wanted: one, said: other }) => differs('类别', one.kind, other.kind),
      ({ quote, kind, claimed, recomputed }) => [quote, `${kind} 写作 ${claimed}，应为 ${recomputed}`],
      ({ evidence, message }) => [evidence[0]?.quote ?? '', message],
    ),
  }
}

const words = (text: string): string => fold(text).text
/** A name is the same with and without quotation marks. */
const unquoted = (text: string): string => words(text).replace(/[“”‘’]/gu, '')
const contains = (one: string, other: string): boolean => one !== '' && other !== '' && (one.includes(other) || other.includes(one))
const near = (a: number, b: number): boolean => Math.abs(a - b) <= TINY * Math.max(1, Math.abs(a), Math.abs(b))
const nearOrAbsent = (a: number | undefined, b: number | undefined): boolean => (a === undefined || b === undefined ? a === b : near(a, b))
const agrees = (wanted: string | null | undefined, said: string | null): boolean => (wanted ?? null) === said
