/**
 * What is told without a figure to be above or below another level, or to have moved to one, is so.
 *
 *   阳性率0.48%；比甲县的0.35%高，也比乙县的0.62%高        it is below the second
 *   防治率从前年的86%、去年的89%，一路降到今年的93%         it rose
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'

/** So many characters behind a level say on which side of it the other is. */
const BEHIND = 6
/** So far before a level its clause is read. */
const REACH = 24
const OTHERS: ReadonlySet<string> = new Set(['reference', 'target'])

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const side = (group: string): RegExp =>
    new RegExp(`^[的]?(?:还|要|都|也|略|稍|更)?(?:${words(group)})(?:些|点|一些|一点)?(?:[，。；、）]|$)`, 'u')
  const to = (group: string): RegExp => new RegExp(`^[，,][^，。；0-9]{0,4}?(?:${words(group)})(?:${words('to')})[^，。；0-9]{0,4}$`, 'u')
  return {
    against: new RegExp(`(?:^|[，。；、])[^，。；、0-9]{0,3}?(?:${words('set-against')})[^，。；、0-9]{0,16}$`, 'u'),
    above: side('stands-higher'),
    below: side('stands-lower'),
    up: to('moved-up'),
    down: to('moved-down'),
  }
})

export const comparedWord = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, value] of table ? [] : values.entries()) {
        if (!isExact(value)) continue
        yield* OTHERS.has(value.role) ? besides(context, values.slice(0, index), value) : movement(context, values.slice(0, index), value)
      }
  },
})

/** 比乙县的0.62%‹高› */
function* besides(context: CheckContext, before: readonly CheckedValue[], other: CheckedValue): Iterable<Slip> {
  const { above, below, against } = patterns(context.lexicon)
  const behind = flat(context.between(other.evidence.end, other.evidence.end + BEHIND))
  const isAbove = above.test(behind)
  if (!isAbove && !below.test(behind)) return
  if (!against.test(flat(context.between(other.evidence.start - REACH, other.evidence.start)))) return
  const now = before.findLast(({ role }) => role === 'actual')
  if (now === undefined || now.unit !== other.unit || now.indicator !== other.indicator || now.name !== other.name || !isExact(now)) return
  if (now.value === other.value || isAbove === now.value > other.value) return
  const [word, stands] = isAbove ? ['高', '低'] : ['低', '高']
  yield {
    severity: 'error',
    claimed: word,
    recomputed: stands,
    evidence: [other.evidence, now.evidence],
    message: `“${now.evidence.quote}”实际${stands}于“${other.evidence.quote}”，文中写作${word}，请核对`,
  }
}

/** 从前年的86%、去年的89%，‹一路降到›今年的93%: against the last level before it of the same kind. */
function* movement(context: CheckContext, before: readonly CheckedValue[], now: CheckedValue): Iterable<Slip> {
  const last = before.at(-1)
  const first = before.at(-2)
  if (now.role !== 'actual' || last?.role !== 'reference' || first?.role !== 'reference') return
  if (last.unit !== now.unit || first.unit !== now.unit || first.name !== last.name || !isExact(last) || !isExact(first)) return
  const { up, down } = patterns(context.lexicon)
  const said = flat(context.between(last.evidence.end, now.evidence.start))
  const rises = up.test(said)
  if ((!rises && !down.test(said)) || !/^[、，,和及与]/u.test(flat(context.between(first.evidence.end, last.evidence.start)))) return
  const isSo = rises ? now.value > Math.max(last.value, first.value) : now.value < Math.min(last.value, first.value)
  const isTurned = rises ? now.value < Math.min(last.value, first.value) : now.value > Math.max(last.value, first.value)
  if (isSo || !isTurned) return
  const moved = rises ? '下降' : '上升'
  yield {
    severity: 'error',
    claimed: now.value,
    recomputed: last.value,
    words: {
      claimed: `${said.replace(/^[，,]/u, '')}${now.evidence.quote}`,
      recomputed: `由${last.evidence.quote}${moved}到${now.evidence.quote}`,
    },
    evidence: [now.evidence, last.evidence, first.evidence],
    message: `由“${first.evidence.quote}”“${last.evidence.quote}”到“${now.evidence.quote}”实际是${moved}，文中写作“${said.replace(/^[，,]/u, '')}”，请核对`,
  }
}
