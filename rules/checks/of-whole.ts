/**
 * A percentage of a count that the sentence names is that of the count before it.
 *
 *   完成对标企业12家，完成年度目标15家的85%       80
 *   完成对标企业12家，完成年度目标（15家）的85%    80
 *   参评企业9家；获奖4家，占参评企业的三分之一       44.4: the one count of that name
 *   检查药店85家，责令改正17家，占检查数的25%        20: what was 检查
 *   全县农贸市场12个，已改造9个，占总数12个的75%   holds
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'

const ofIt = perLexicon((lexicon) => new RegExp(`^[）)]?(?:${wordPattern(cue(lexicon, 'asked-levels'))})?的(?:约|近)?$`, 'u'))

const LEVELS: ReadonlySet<string> = new Set(['actual', 'share'])

export const ofWhole = defineCheck({
  kind: 'rate',
  *examine(context) {
    const { groups, between, lexicon } = context
    for (const { values, table } of groups) {
      if (table) continue
      yield* ofNamed(context, values)
      yield* ofSameWhole(context, values)
      for (const [index, stated] of values.entries()) {
        const whole = values[index - 1]
        if (whole === undefined || stated.unit !== '%' || !LEVELS.has(stated.role) || !isExact(stated) || !isCount(whole)) continue
        if (!ofIt(lexicon).test(flat(between(whole.evidence.end, stated.evidence.start)))) continue
        const counts = values.slice(0, index - 1).filter((value) => isCount(value) && value.unit === whole.unit && value.role === 'actual')
        const part = counts.at(-1)
        const step = writtenStep(stated.evidence.quote, stated.value)
        // 甲线9次，乙线6次，两条占22次的68.2%: of both.
        const sums = counts.map((_, from) => counts.slice(from).reduce((all, { value }) => all + value, 0))
        const holds = [...counts.map(({ value }) => value), ...sums].some((amount) =>
          isRoughly((amount / whole.value) * 100, stated.value, step, part, whole),
        )
        if (part === undefined || holds) continue
        if (/[。；;]/u.test(between(part.evidence.end, whole.evidence.start))) continue
        yield slip(stated, part, whole, step)
      }
    }
  },
})

/** 33批次，占全部36批次的91.7%；34批次，占97.2%: the second is of what the first is told to be of. */
function* ofSameWhole(context: CheckContext, values: readonly CheckedValue[]): Iterable<Slip> {
  const { between, lexicon } = context
  let whole: CheckedValue | undefined
  for (const [index, stated] of values.entries()) {
    const part = values[index - 1]
    if (part === undefined || stated.unit !== '%' || !LEVELS.has(stated.role) || !isExact(stated) || !isCount(part)) continue
    const said = flat(between(part.evidence.end, stated.evidence.start))
    const first = values[index - 2]
    const step = writtenStep(stated.evidence.quote, stated.value)
    if (ofIt(lexicon).test(said)) {
      const isOf = first !== undefined && isCount(first) && first.unit === part.unit && part.value > 0
      whole = isOf && isRoughly((first.value / part.value) * 100, stated.value, step, first, part) ? part : undefined
      continue
    }
    if (whole === undefined || !bare(lexicon).test(said) || part.unit !== whole.unit || part.value > whole.value || part === whole) continue
    const counts = values.slice(0, index).filter((value) => isCount(value) && value.unit === part.unit)
    if (counts.some((of) => of.value > 0 && isRoughly((part.value / of.value) * 100, stated.value, step, part, of))) continue
    // 34批次 of another 40: what is counted in between may be the whole.
    if (counts.slice(counts.indexOf(whole) + 1).some(({ value }) => value > part.value)) continue
    yield slip(stated, part, whole, step)
  }
}

const bare = perLexicon((lexicon) => new RegExp(`^[，,（(](?:${wordPattern(cue(lexicon, 'bare-shares'))})(?:约|为)?$`, 'u'))

/** 占参评企业的三分之一: of the one count in the sentence that bears the name, and the count right before the share is the part. */
function* ofNamed(context: CheckContext, values: readonly CheckedValue[]): Iterable<Slip> {
  const { between, lexicon } = context
  for (const [index, stated] of values.entries()) {
    const part = values[index - 1]
    if (part === undefined || stated.role !== 'share' || stated.unit !== '%' || !isExact(stated) || !isCount(part)) continue
    const name = named(lexicon).exec(flat(between(part.evidence.end, stated.evidence.start)))?.[1]
    const [whole, more] =
      name === undefined
        ? []
        : values
            .slice(0, index - 1)
            .filter((value, at) => isCount(value) && value.role === 'actual' && isCalled(value, name) && !isPart(values[at + 1]))
    if (whole === undefined || more !== undefined || whole.unit !== part.unit || whole.value < part.value || part.role !== 'actual')
      continue
    const step = writtenStep(stated.evidence.quote, stated.value)
    const exact = (part.value / whole.value) * 100
    if (isRoughly(exact, stated.value, step, part, whole)) continue
    yield slip(stated, part, whole, step)
  }
}

/** 商品类投诉81件，占投诉总量的45%；服务类投诉99件，占投诉总量的55%: what is told with a share of its own is no whole. */
const isPart = (next: CheckedValue | undefined): boolean => next?.role === 'share' && next.unit === '%'

/** 参评企业 by its end, 检查数 and 处理量 by what was done. */
function isCalled({ name }: CheckedValue, whole: string): boolean {
  const act = /^([\p{Script=Han}]{2,})[数量]$/u.exec(whole)?.[1]
  return name.endsWith(whole) || (act !== undefined && name.includes(act))
}

const named = perLexicon(
  (lexicon) =>
    new RegExp(
      `^[，,]?(?:${wordPattern(cue(lexicon, 'share'))})(?:${wordPattern(cue(lexicon, 'sum-leads'))})?([\\p{Script=Han}]{2,8}?)(?:总数|总量)?的?(?:约|近)?$`,
      'u',
    ),
)

function slip(stated: CheckedValue, part: CheckedValue, whole: CheckedValue, step: number): Slip {
  const shown = atStep((part.value / whole.value) * 100, Math.min(step, 0.1))
  return {
    severity: 'error',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.evidence, whole.evidence],
    message: `“${part.evidence.quote}”是“${whole.evidence.quote}”的${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}

/** 4.6万张 of 5万张: what is written in 万 is rounded. */
function isRoughly(exact: number, stated: number, step: number, ...counts: readonly (CheckedValue | undefined)[]): boolean {
  const slack = counts.reduce((all, count) => {
    const isRounded = count !== undefined && count.value > 0 && /[万亿]/u.test(count.evidence.quote) && count.role === 'actual'
    return all + (isRounded ? writtenStep(count.evidence.quote, count.value) / 2 / count.value : 0)
  }, 0)
  return Math.abs(exact - stated) <= step / 2 + exact * slack + 1e-9
}

const isCount = (value: CheckedValue): boolean =>
  !value.unit.startsWith('%') && value.unit !== '个百分点' && isExact(value) && value.value > 0
