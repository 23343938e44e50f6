/**
 * What the next sentence gives as the total of a list is what the list makes up.
 *
 *   抽查水泥12批次、砖18批次、管材10批次。抽查总量由上年的36批次增加到42批次     40
 *   东区31户、西区24户、南区18户。三个片区总计75户                                 73
 *
 * Only a list of three or more names, a total that says that it is one, and what is off by a digit or by little: a total may be of more than the list.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type ValueGroup } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

const LISTED = 3
/** How far before a total its words stand. */
const REACH = 24
/** So far off, as a share of the list, a total may be meant as its own. */
const NEARLY = 0.06

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    total: new RegExp(`(?:${words('total-words', 'stated-sum')})[^，。；、]{0,14}$`, 'u'),
    other: new RegExp(words('of-which', 'the-rest', 'count-passed', 'count-failed', 'count-results'), 'u'),
  }
})

export const listTotal = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const [at, group] of context.groups.entries()) {
      const before = context.groups[at - 1]
      if (group.table || before === undefined || before.table) continue
      const list = listOf(context, before)
      const total = list.length === 0 ? undefined : totalIn(context, group, list)
      if (total === undefined) continue
      const added = list.reduce((all, { value }) => all + value, 0)
      const isOf = areNearlyAlike(total.value, added, 1) || Math.abs(total.value - added) <= added * NEARLY
      if (total.value === added || !isOf || isOther(before, group, total)) continue
      yield {
        severity: 'warning' as const,
        claimed: total.value,
        recomputed: added,
        evidence: [total.evidence, ...list.map(({ evidence }) => evidence)],
        message: `前面所列各项相加为${added}${total.unit}，文中写作“${total.evidence.quote}”，请核对`,
      }
    }
  },
})

/** The one list of a sentence: counts of one unit with nothing but 、 and names between, and no other count of that unit. */
function listOf({ between, lexicon }: CheckContext, { values }: ValueGroup): readonly CheckedValue[] {
  const counts = values.filter(isStatedCount)
  const unit = counts[0]?.unit
  const list = counts.filter((value) => value.unit === unit)
  const isList = list.every((value, at) => {
    const last = list[at - 1]
    return last === undefined || /^[、和及][^，。；、：0-9]{1,12}$/u.test(flat(between(last.evidence.end, value.evidence.start)))
  })
  return list.length >= LISTED && isList && !list.some(({ name }) => patterns(lexicon).other.test(name)) ? list : []
}

/** The one count of the list's unit that its clause calls a total. */
function totalIn(context: CheckContext, { values }: ValueGroup, list: readonly CheckedValue[]): CheckedValue | undefined {
  const { total: isTotal, other } = patterns(context.lexicon)
  const [first] = list
  const counts = values.filter(
    (value) =>
      isStatedCount(value) &&
      value.unit === first?.unit &&
      value.period === first.period &&
      value.county === first.county &&
      value.evidence.block === first.evidence.block,
  )
  const [total, more] = counts.filter((value) => {
    const clause = clauseBefore(context, value, REACH, true)
    return isTotal.test(clause) && !other.test(clause)
  })
  return more === undefined ? total : undefined
}

/** Any count beside the total, or of the list's sentence, with which the list would make it up. */
const isOther = (before: ValueGroup, group: ValueGroup, total: CheckedValue): boolean =>
  [...before.values, ...group.values].filter(isStatedCount).some((one) => one !== total && one.value === total.value)
