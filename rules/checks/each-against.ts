/**
 * Where all of several levels are told to be above or below another, each is.
 *
 *   药品99.1%、器械97.5%，均高于98%的目标     97.5 is not
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'

const OTHERS: ReadonlySet<string> = new Set(['target', 'reference'])
/** So many levels may be listed. */
const MOST = 8

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  // ，其余六项均在80分以上 says nothing of those before it.
  const ofThese = `[，,](?![^，。；0-9]{0,4}(?:${words('the-rest')}))`
  const all = (group: string): RegExp =>
    new RegExp(`^${ofThese}[^，。；0-9]{0,4}?(?:${words('all-of-them')})(?:${words(group)})[^，。；0-9]{0,8}$`, 'u')
  return {
    above: all('stands-above'),
    below: all('stands-below'),
    /** ，均在97%以上: the bound is of each. */
    each: new RegExp(`^${ofThese}[^，。；0-9]{0,4}?(?:${words('all-of-them')})(?:在|达|达到|达到了|保持在|稳定在|为|控制在)?$`, 'u'),
  }
})

export const eachAgainst = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { above, below } = patterns(context.lexicon)
    for (const { values, table } of context.groups) {
      if (table) continue
      yield* ofBound(context, values)
      const last = values.findLastIndex(({ role }) => role === 'actual')
      for (const [index, other] of values.entries()) {
        const before = values[index - 1]
        if (before?.role !== 'actual' || !OTHERS.has(other.role) || !isExact(other) || index > last + 1) continue
        const next = values[index + 1]
        // 均超过地区85分、80分的要求: one for each.
        if (next !== undefined && /^[、和及与]/u.test(flat(context.between(other.evidence.end, next.evidence.start)))) continue
        const said = flat(context.between(before.evidence.end, other.evidence.start))
        const isAbove = above.test(said)
        if (!isAbove && !below.test(said)) continue
        const wrong = levelsBefore(context, values.slice(0, index), other.unit).find(({ value }) =>
          isAbove ? value <= other.value : value >= other.value,
        )
        if (wrong === undefined) continue
        yield {
          severity: 'error' as const,
          claimed: wrong.value,
          recomputed: other.value,
          evidence: [wrong.evidence, other.evidence],
          message: `“${wrong.evidence.quote}”并不${isAbove ? '高于' : '低于'}“${other.evidence.quote}”，文中写作“${said.replace(/^[，,]/u, '')}”，请核对`,
        }
      }
    }
  },
})

/** 98.2%、97.6%、96.1%，均在97%以上 */
function* ofBound(context: CheckContext, values: readonly CheckedValue[]): Iterable<Slip> {
  for (const [index, bound] of values.entries()) {
    const last = values[index - 1]
    const isLeast = bound.comparator === '>=' || bound.comparator === '>'
    const isMost = bound.comparator === '<=' || bound.comparator === '<'
    if (last?.role !== 'actual' || (!isLeast && !isMost) || bound.upper !== undefined || !isExact(last)) continue
    if (!patterns(context.lexicon).each.test(flat(context.between(last.evidence.end, bound.evidence.start)))) continue
    const wrong = levelsBefore(context, values.slice(0, index), bound.unit).find(({ value }) =>
      isLeast ? value < bound.value : value > bound.value,
    )
    if (wrong !== undefined)
      yield {
        severity: 'error' as const,
        claimed: wrong.value,
        recomputed: bound.value,
        evidence: [wrong.evidence, bound.evidence],
        message: `“${wrong.evidence.quote}”不在“${bound.evidence.quote}”之内，文中说均在其内，请核对`,
      }
  }
}

/** The levels of one unit right before a place, back to another sentence's half. */
function levelsBefore({ between }: CheckContext, before: readonly CheckedValue[], unit: string): readonly CheckedValue[] {
  const levels: CheckedValue[] = []
  for (const value of [...before].reverse().slice(0, MOST)) {
    const next = levels.at(-1)
    if (value.role !== 'actual' || value.unit !== unit || !isExact(value)) break
    if (next !== undefined && /[；;。]/u.test(between(value.evidence.end, next.evidence.start))) break
    levels.push(value)
  }
  return levels.length > 1 ? levels.reverse() : []
}
