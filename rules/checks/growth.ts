/**
 * What was added is the difference of the two levels told right behind it, or right before it.
 *
 *   消费维权站新增5个，总数由31个增至37个     5 more than 31 are 36
 *   绿色食品由28个增加到33个，新增7个          5
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'

/** How far before a count its word stands. */
const REACH = 8

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    added: new RegExp(`(?:${words('newly-added')})(?:[了约]|[\\p{Script=Han}]{2,4})?$`, 'u'),
    from: new RegExp(`^[，,（(][^，。；0-9]{0,6}(?:${words('from')})[^，。；0-9]{0,6}$`, 'u'),
    moved: new RegExp(`^(?:(?:${words('moved-up')})?了?(?:${words('to', 'came-to')}))$`, 'u'),
    begins: new RegExp(`(?:${words('from')})[^，。；0-9]{0,6}$`, 'u'),
    lost: new RegExp(words('taken-away'), 'u'),
  }
})

export const growth = defineCheck({
  kind: 'delta',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, more] of table ? [] : values.entries()) {
        const ahead = levelsAround(context, values.slice(index + 1, index + 3), more)
        if (ahead !== null) yield* compare(ahead.now, ahead, more)
        const behind = levelsAround(context, values.slice(Math.max(0, index - 2), index), more, values[index + 1])
        if (behind !== null) yield* compare(more, behind, more)
      }
  },
})

interface Levels {
  readonly earlier: CheckedValue
  readonly now: CheckedValue
}

/** The two levels beside what was added; `next`: what follows it, where they stand before it. */
function levelsAround(
  { between, lexicon, document }: CheckContext,
  [earlier, now]: readonly CheckedValue[],
  more: CheckedValue,
  next?: CheckedValue,
): Levels | null {
  const { added, from, begins, moved, lost } = patterns(lexicon)
  if (earlier === undefined || now === undefined || ![more, earlier, now].every((value) => isCount(value, more.unit))) return null
  const said = (start: CheckedValue, end: CheckedValue): string => flat(between(start.evidence.end, end.evidence.start))
  if (!added.test(flat(between(more.evidence.start - REACH, more.evidence.start))) || !moved.test(said(earlier, now))) return null
  if (earlier.evidence.start > more.evidence.start) return from.test(said(more, earlier)) ? { earlier, now } : null
  const start = document.blocks[earlier.evidence.block]?.span.start ?? 0
  const led = flat(between(Math.max(start, earlier.evidence.start - LEAD), earlier.evidence.start))
  const isOf = begins.test(led)
  const isAll = next === undefined || !lost.test(said(more, next))
  return isOf && isAll && /^[，,（(][^，。；0-9]{1,6}$/u.test(said(now, more)) ? { earlier, now } : null
}

/** How far before the first level 由 may stand. */
const LEAD = 10

/** `claim`: which of the three is told wrongly, the sum or what was added. */
function* compare(claim: CheckedValue, { earlier, now }: Levels, more: CheckedValue): Iterable<Slip> {
  if (earlier.value + more.value === now.value) return
  const right = claim === more ? now.value - earlier.value : earlier.value + more.value
  if (right <= 0) return
  yield {
    severity: 'error',
    claimed: claim.value,
    recomputed: right,
    evidence: [claim.evidence, earlier.evidence, claim === more ? now.evidence : more.evidence],
    message:
      claim === more
        ? `由“${earlier.evidence.quote}”到“${now.evidence.quote}”应为新增${right}${more.unit}，文中写作“${more.evidence.quote}”，请核对`
        : `“${earlier.evidence.quote}”加上新增的“${more.evidence.quote}”应为${right}${more.unit}，文中写作“${now.evidence.quote}”，请核对`,
  }
}

const isCount = (value: CheckedValue, unit: string): boolean =>
  value.unit === unit && !unit.startsWith('%') && unit !== '个百分点' && isExact(value) && !/[万亿]/u.test(value.evidence.quote)
