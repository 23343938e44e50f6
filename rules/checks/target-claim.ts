/**
 * What is told of a target is so by the two figures.
 *
 *   目标98%，实际97.5%，超额完成目标          it was not reached
 *   合格率97.5%，达到98%的年度目标            it was not reached
 *   合格率98.5%，未达到98%的目标              it was
 *   计划检验800台，实际检验764台，超额完成     it was not: what was planned is the target, whatever it was read as
 *
 * Which side is good is told by the target's comparator (控制在…以内), else by the indicator, else more is better.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, sameThing } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { statedChanges } from './levels.ts'

/** So many characters may stand between level and target, and between them and what is told. */
const FAR = 16

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const not = cue(lexicon, 'negations').join('')
  const told = (group: string): RegExp =>
    new RegExp(`^[，,）)]*[^，。；0-9${not}]{0,6}?(?:${words(group)})(?!的?[约近]?[0-9]|的[约近]?$|率)`, 'u')
  return {
    over: told('over-target'),
    met: told('met-target'),
    missed: new RegExp(`^[，,）)]*[^，。；0-9]{0,4}?(?:${words('missed-target')})(?!的?[约近]?[0-9]|的[约近]?$|率)`, 'u'),
    reached: new RegExp(`^[，,][^，。；0-9${not}]{0,4}?(?:${words('claims-reached')})[^，。；0-9]{0,10}$`, 'u'),
    notReached: new RegExp(`^[，,][^，。；0-9]{0,4}?(?:${words('claims-missed')})[^，。；0-9]{0,6}$`, 'u'),
    /** ，超过90%的目标 */
    passed: new RegExp(`^[，,](?:已|也|均)?(?:${words('stands-above')})[^，。；0-9]{0,6}$`, 'u'),
    asked: new RegExp(`^的?[^，。；0-9]{0,6}(?:${words('asked-levels')})(?!的?[约近]?[0-9])`, 'u'),
    short: new RegExp(
      `^[，,][^，。；0-9]{0,2}?(${words('falls-short')})(?:了)?(?:${words('asked-levels')}|${words('planned-first')})$`,
      'u',
    ),
    beyond: new RegExp(
      `^[，,][^，。；0-9]{0,2}?(${words('goes-beyond')})(?:了)?(?:${words('asked-levels')}|${words('planned-first')})$`,
      'u',
    ),
    planned: new RegExp(words('planned-first'), 'u'),
    progress: new RegExp(`(?:${words('completes')}|完成率?)(?:了|为|达|达到)?$`, 'u'),
    done: new RegExp(`^[，,](?:${words('planned-done')})[^，。；、0-9]{0,8}$`, 'u'),
    bad: new RegExp(words('bad-things'), 'u'),
  }
})

type Claim = 'over' | 'met' | 'missed'

export const targetClaim = defineCheck({
  kind: 'direction',
  *examine(context) {
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, second] of table ? [] : values.entries()) {
        const first = values[index - 1]
        yield* ofLevelBefore(context, values, index)
        yield* ofPlanBefore(context, at, index)
        yield* ofProgress(context, values, index)
        yield* ofSide(context, values[index - 2], first, second, judged.has(second))
        const planned = first === undefined ? undefined : plannedFirst(context, first, second)
        if (first === undefined || (planned === undefined && !arePair(context, first, second))) continue
        const [now, target] = first.role === 'target' || planned !== undefined ? [second, first] : [first, second]
        const claim = claimOf(context, planned ?? first, second, values[index + 1])
        const isLess = claim === null ? null : isLessBetter(context.lexicon, now, target)
        if (claim !== null && isLess !== null && !holds(claim, now.value, target.value, isLess)) yield slip(claim, now, target)
      }
  },
})

/** 合格率93.9%，与上年的92.3%相比上升1.6个百分点，超额完成年度95%的目标: the sentence's one level, behind what it is set against. */
function* ofLevelBefore(context: CheckContext, values: readonly CheckedValue[], index: number): Iterable<Slip> {
  const [target, last] = [values[index], values[index - 1]]
  if (target?.role !== 'target' || last === undefined || last.role === 'actual' || last.role === 'target') return
  const { reached, asked } = patterns(context.lexicon)
  const after = flat(context.between(target.evidence.end, target.evidence.end + FAR))
  if (!reached.test(flat(context.between(last.evidence.end, target.evidence.start))) || !asked.test(after)) return
  const [now, more] = values.slice(0, index).filter(({ role, unit }) => role === 'actual' && unit === target.unit)
  if (now === undefined || more !== undefined || now.comparator !== '=' || target.comparator === '~' || now.county !== target.county) return
  const isLess = isLessBetter(context.lexicon, now, target)
  if (isLess !== null && sameThing(now, target) && !holds('met', now.value, target.value, isLess)) yield slip('met', now, target)
}

/** 任务300批次。截至12月20日，完成抽检287批次，超额完成全年任务: the one plan of its unit in the sentence, or the one before. */
function* ofPlanBefore(context: CheckContext, at: number, index: number): Iterable<Slip> {
  const { groups, lexicon, between } = context
  const [values, now] = [groups[at]?.values ?? [], groups[at]?.values[index]]
  if (now === undefined || !LEVELS.has(now.role) || !isStatedExactly(now) || now.unit === '%') return
  const next = values[index + 1]?.evidence.start ?? Number.MAX_SAFE_INTEGER
  const behind = flat(between(now.evidence.end, Math.min(now.evidence.end + FAR, next)))
  const { over, met } = patterns(lexicon)
  if (!over.test(behind) && !met.test(behind)) return
  const [last, own] = [values[index - 1], values.slice(0, index)]
  const sentence = groups[at - 1]
  const near = sentence?.table === false && sentence.values[0]?.evidence.block === now.evidence.block ? sentence.values : []
  const [target, more] = [...near, ...own].filter((value) => value.unit === now.unit && isPlan(context, value))
  // What stands side by side is told above.
  if (target === undefined || more !== undefined || (target === last && arePair(context, target, now)) || isPlan(context, now)) return
  const isLess = isLessBetter(lexicon, now, target)
  const isSame = now.county === target.county && (target === last || now.role === 'actual')
  if (isLess !== null && isSame && !holds('met', now.value, target.value, isLess)) yield slip('met', now, target)
}

/** 完成88.3%，超额完成年度任务 */
function* ofProgress(context: CheckContext, values: readonly CheckedValue[], index: number): Iterable<Slip> {
  const now = values[index]
  if (now === undefined || now.unit !== '%' || now.value >= ALL || !isStatedExactly(now) || now.role === 'target') return
  const { over, met, progress } = patterns(context.lexicon)
  if (!progress.test(clauseBefore(context, now, PLANNED, true))) return
  const next = values[index + 1]?.evidence.start ?? Number.MAX_SAFE_INTEGER
  const behind = flat(context.between(now.evidence.end, Math.min(now.evidence.end + FAR, next)))
  const word = over.exec(behind)?.[0] ?? met.exec(behind)?.[0]
  if (word === undefined) return
  yield {
    severity: 'error',
    claimed: now.value,
    recomputed: ALL,
    words: { claimed: word.replace(/^[，,）)]/u, ''), recomputed: `只完成${now.evidence.quote}` },
    evidence: [now.evidence],
    message: `完成“${now.evidence.quote}”就是没有完成，文中写作“${word.replace(/^[，,）)]/u, '')}”，请核对`,
  }
}

const ALL = 100
const LEVELS: ReadonlySet<string> = new Set(['actual', 'target'])
const isStatedExactly = ({ comparator, upper }: CheckedValue): boolean => comparator === '=' && upper === undefined

/** 任务300批次, 计划培训60人: what its own clause calls a plan. */
function isPlan(context: CheckContext, value: CheckedValue): boolean {
  const { planned } = patterns(context.lexicon)
  return isStatedExactly(value) && value.role !== 'change' && planned.test(clauseBefore(context, value, PLANNED, true))
}

/** How far before a figure its clause is read. */
const PLANNED = 24

/** 收购3.1万吨，计划3.0万吨，尚不足计划0.1万吨: how far it is off is right, and on which side is not. */
function* ofSide(
  { between, lexicon }: CheckContext,
  now: CheckedValue | undefined,
  target: CheckedValue | undefined,
  gap: CheckedValue,
  isJudged: boolean,
): Iterable<Slip> {
  if (now?.role !== 'actual' || target?.role !== 'target' || now.unit !== target.unit) return
  if (gap.role !== 'target' && (gap.role !== 'change' || isJudged)) return
  if (gap.unit !== (now.unit === '%' ? '个百分点' : now.unit) || now.county !== target.county || now.comparator !== '=') return
  const { short, beyond } = patterns(lexicon)
  const said = flat(between(target.evidence.end, gap.evidence.start))
  const word = short.exec(said)?.[1] ?? beyond.exec(said)?.[1]
  const off = Number((now.value - target.value).toPrecision(12))
  if (word === undefined || off === 0 || said.length > FAR || short.test(said) === off < 0) return
  if (Math.abs(Math.abs(off) - Math.abs(gap.value)) > Math.abs(off) * TINY) return
  const is = off > 0 ? '超过' : '不足'
  yield {
    severity: 'error',
    claimed: word,
    recomputed: is,
    evidence: [gap.evidence, now.evidence, target.evidence],
    message: `“${now.evidence.quote}”${is}“${target.evidence.quote}”，文中写作${word}（“${gap.evidence.quote}”），请核对`,
  }
}

/** Decimal fractions in binary. */
const TINY = 1e-9

/** A level and the target of the same thing, side by side. */
function arePair({ between }: CheckContext, first: CheckedValue, second: CheckedValue): boolean {
  // 正常的206户，占89.6%，超过90%的预期目标: a share is a level as well.
  const roles = [first.role, second.role]
    .map((role) => (role === 'share' ? 'actual' : role))
    .sort()
    .join()
  if (roles !== 'actual,target' || first.unit !== second.unit || first.upper !== undefined || second.upper !== undefined) return false
  const [now, target] = first.role === 'target' ? [second, first] : [first, second]
  if (now.comparator !== '=' || target.comparator === '~' || now.county !== target.county) return false
  if (now.indicator !== target.indicator && now.indicator !== null && target.indicator !== null) return false
  if (JSON.stringify(now.breakdown) !== JSON.stringify(target.breakdown)) return false
  const said = flat(between(first.evidence.end, second.evidence.start))
  return said.length <= FAR && !/[。；;]/u.test(said)
}

/** 计划检验800台，实际检验764台: what was planned, as a target. */
function plannedFirst({ between, lexicon, document }: CheckContext, first: CheckedValue, second: CheckedValue): CheckedValue | undefined {
  if (first.role !== 'actual' || second.role !== 'actual' || first.unit !== second.unit || first.county !== second.county) return undefined
  if ([first, second].some(({ comparator, upper }) => comparator !== '=' || upper !== undefined)) return undefined
  const { planned, done } = patterns(lexicon)
  const from = Math.max(document.blocks[first.evidence.block]?.span.start ?? 0, first.evidence.start - FAR)
  const label =
    flat(between(from, first.evidence.start))
      .split(/[，。；、：]/u)
      .at(-1) ?? ''
  const said = flat(between(first.evidence.end, second.evidence.start))
  return planned.test(label) && done.test(said) && !planned.test(said) ? { ...first, role: 'target' } : undefined
}

function claimOf(
  { between, lexicon }: CheckContext,
  first: CheckedValue,
  second: CheckedValue,
  next: CheckedValue | undefined,
): Claim | null {
  const { over, met, missed, reached, notReached, asked, passed } = patterns(lexicon)
  const after = flat(between(second.evidence.end, Math.min(second.evidence.end + FAR, next?.evidence.start ?? Number.MAX_SAFE_INTEGER)))
  if (first.role === 'target') return over.test(after) ? 'over' : missed.test(after) ? 'missed' : met.test(after) ? 'met' : null
  const said = flat(between(first.evidence.end, second.evidence.start))
  if (notReached.test(said) && asked.test(after)) return 'missed'
  if (passed.test(said) && asked.test(after)) return 'over'
  return reached.test(said) && asked.test(after) ? 'met' : null
}

/** Null where it cannot be told. */
function isLessBetter(lexicon: Lexicon, now: CheckedValue, target: CheckedValue): boolean | null {
  if (target.comparator === '<=' || target.comparator === '<') return true
  if (target.comparator === '>=' || target.comparator === '>') return false
  const { bad } = patterns(lexicon)
  const direction = lexicon.indicators.find(({ id }) => id === (now.indicator ?? target.indicator))?.direction
  if (direction === 'context') return null
  if (direction !== undefined) return direction !== 'higher'
  return [now, target].some(({ name }) => bad.test(name)) ? null : false
}

function holds(claim: Claim, now: number, target: number, isLess: boolean): boolean {
  const isMet = isLess ? now <= target : now >= target
  return claim === 'missed' ? !isMet || now === target : isMet
}

function slip(claim: Claim, now: CheckedValue, target: CheckedValue): Slip {
  const [said, is] = claim === 'missed' ? ['未达到', '达到'] : ['达到', '未达到']
  return {
    severity: 'error',
    claimed: now.value,
    recomputed: target.value,
    words: { claimed: `${now.evidence.quote}${said}目标`, recomputed: `${now.evidence.quote}${is}目标${target.evidence.quote}` },
    evidence: [now.evidence, target.evidence],
    message: `“${now.evidence.quote}”实际${is}“${target.evidence.quote}”的目标，文中说${said}，请核对`,
  }
}
