/**
 * What stands word for word in an older document of a superior or of another county is nobody's own analysis: it is set aside from what counted for a criterion, and
 * the level is what the rest bears. Figures of the county's own in another's words are its own comparison; a problem, a cause or a measure with other figures is not.
 */
import type { Evidence, Span } from '../../extractors/document.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { CopiedPassage } from '../copying/copy.ts'
import type { Assessment, Criteria, Criterion, Rejected, RejectionReason } from './assessment.ts'
import type { Thresholds } from './thresholds.ts'

/** What is known of the report beside its assessment. */
export interface CopiedFrom {
  readonly passages: readonly Omit<CopiedPassage, 'id'>[]
  readonly values: readonly Omit<Value, 'id'>[]
}

type Judged = Pick<Assessment, 'criteria' | 'chains' | 'unprompted'>

/** So much of a sentence stands in the other document. */
const COVERED = 0.8

export function withoutCopied<Of extends Judged>(assessment: Of, { passages, values }: CopiedFrom, thresholds: Thresholds): Of {
  const copied = passages.filter(({ sourceClass, order }) => sourceClass !== 'own-past' && order === 'earlier')
  if (copied.length === 0) return assessment
  const isCopied = (place: Span): boolean => coverOf(place, copied) >= COVERED
  const isCopiedFigure = (place: Span): boolean => coverOf(place, copied.filter(hasItsFigures(place))) >= COVERED
  const { comparison, problems, causes, measures } = assessment.criteria
  const criteria: Criteria = {
    comparison: lowered('对比', comparison, isCopiedFigure, (rest) => ({
      level: rest.length === 0 ? 'absent' : isAdequate(rest, values, thresholds) ? comparison.level : 'thin',
    })),
    problems: lowered('问题', problems, isCopied, (rest, { rejected }) =>
      isEnough(rest, vague(rejected, 'boilerplate'), thresholds.specificProblems)
        ? { level: problems.level }
        : beneath(vague(rejected, 'boilerplate'), 'boilerplate'),
    ),
    causes: lowered('原因', causes, isCopied, (rest) => ({ level: rest.length === 0 ? 'absent' : causes.level })),
    measures: lowered('措施', measures, isCopied, (rest, { rejected }) =>
      isEnough(rest, vague(rejected, 'slogan'), thresholds.concreteMeasures)
        ? { level: measures.level }
        : beneath(vague(rejected, 'slogan'), 'slogan'),
    ),
  }
  const own = (places: readonly Evidence[]): Evidence[] => places.filter((place) => !isCopied(place))
  return {
    ...assessment,
    criteria,
    chains: assessment.chains.flatMap((chain) =>
      isCopied(chain.problem) ? [] : [{ problem: chain.problem, causes: own(chain.causes), measures: own(chain.measures) }],
    ),
    unprompted: own(assessment.unprompted),
  }
}

/** Only what rests on something can lose it; a criterion below its top level rests on what was found wanting. */
const TOP: ReadonlySet<string> = new Set(['adequate', 'thin', 'specific', 'present', 'concrete'])

function lowered<Level extends string>(
  what: string,
  criterion: Criterion<Level>,
  isCopied: (place: Span) => boolean,
  levelOf: (rest: readonly Evidence[], criterion: Criterion<Level>) => { readonly level: Level; readonly evidence?: readonly Evidence[] },
): Criterion<Level> {
  const copied = TOP.has(criterion.level) ? criterion.evidence.filter(isCopied) : []
  if (copied.length === 0) return criterion
  const rest = criterion.evidence.filter((each) => !copied.includes(each))
  const { level, evidence = rest } = levelOf(rest, criterion)
  const rejected = [...copied.map((each): Rejected => ({ evidence: each, reason: 'copied' })), ...criterion.rejected]
  return {
    level,
    evidence,
    rejected,
    missing: level === criterion.level ? criterion.missing : missingWords(what, copied.length, rest.length),
  }
}

/** What is wanting is what the level then rests on. */
const beneath = <Level extends string>(wanting: readonly Evidence[], level: Level) =>
  wanting.length === 0 ? ({ level: 'absent', evidence: [] } as const) : ({ level, evidence: wanting } as const)

const vague = (rejected: readonly Rejected[], of: RejectionReason): Evidence[] =>
  rejected.filter(({ reason }) => reason === of).map(({ evidence }) => evidence)

const isEnough = (rest: readonly Evidence[], wanting: readonly Evidence[], least: number): boolean =>
  rest.length > 0 && rest.length >= (rest.length + wanting.length) * least

/** Told by the changes, references and ranks that extraction found in the sentences that are left. */
function isAdequate(rest: readonly Evidence[], values: readonly Omit<Value, 'id'>[], { comparisons, baselines }: Thresholds): boolean {
  const compared = values.filter(
    ({ basis, evidence }) => basis !== null && rest.some(({ start, end }) => start <= evidence.start && evidence.end <= end),
  )
  const different = new Set(compared.map(({ indicator, name, basis }) => `${indicator ?? name}\n${basis}`))
  return different.size >= comparisons && new Set(compared.map(({ basis }) => basis)).size >= baselines
}

const missingWords = (what: string, copied: number, rest: number): string =>
  rest === 0
    ? `所写的${copied}处${what}与在先的上级文件或其他县市材料相同，不是自己的分析，没有计入，请结合当地实际情况和数据改写`
    : `有${copied}处${what}与在先的上级文件或其他县市材料相同，不是自己的分析，没有计入；其余${rest}处还不够，请结合当地实际情况和数据补充`

/** Share of a place that stands in passages, without the words that differ. */
function coverOf({ start, end }: Span, passages: readonly Pick<CopiedPassage, 'start' | 'end' | 'changed'>[]): number {
  const copied = new Uint8Array(end - start)
  const fill = (place: Span, value: 0 | 1): Uint8Array =>
    copied.fill(value, Math.max(0, place.start - start), Math.max(0, place.end - start))
  for (const passage of passages) {
    fill(passage, 1)
    for (const each of passage.changed) if (each.kind === 'words') fill(each, 0)
  }
  return copied.length === 0 ? 0 : copied.reduce((sum, each) => sum + each, 0) / copied.length
}

const hasItsFigures =
  ({ start, end }: Span) =>
  ({ changed }: Pick<CopiedPassage, 'changed'>): boolean =>
    !changed.some((each) => each.kind === 'number' && each.start < end && start < each.end)
