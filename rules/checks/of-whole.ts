/**
 * A percentage of a count that the sentence names is that of the count before it.
 *
 *   完成对标企业12家，完成年度目标15家的85%       80
 *   完成对标企业12家，完成年度目标（15家）的85%    80
 *   全县农贸市场12个，已改造9个，占总数12个的75%   holds
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'

const ofIt = perLexicon((lexicon) => new RegExp(`^[）)]?(?:${wordPattern(cue(lexicon, 'asked-levels'))})?的(?:约|近)?$`, 'u'))

const LEVELS: ReadonlySet<string> = new Set(['actual', 'share'])

export const ofWhole = defineCheck({
  kind: 'rate',
  *examine({ groups, between, lexicon }) {
    for (const { values, table } of groups) {
      if (table) continue
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
        const shown = atStep((part.value / whole.value) * 100, Math.min(step, 0.1))
        yield {
          severity: 'error' as const,
          claimed: stated.value,
          recomputed: Number(shown),
          evidence: [stated.evidence, part.evidence, whole.evidence],
          message: `“${part.evidence.quote}”是“${whole.evidence.quote}”的${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
        }
      }
    }
  },
})

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
