/**
 * A total that says of how many it is adds up that many counts before it.
 *
 *   咨询日发放3200份；质量月发放4500份，两次活动累计发放7900份     7700
 *   头一轮58户、第二轮47户，两轮下来一共115户次                   105
 *   …扣0.5分；…扣1分；…扣1分。合计扣3.5分                        2.5: all that is told by the total's own word
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'

/** More than so many are not told by their number. */
const MOST = 6

const inTotal = perLexicon(
  (lexicon) => new RegExp(`^[^，。；、0-9]{0,6}?(?:${wordPattern(cue(lexicon, 'in-total'))})[^，。；、0-9]{0,5}$`, 'u'),
)

export const totalsOf = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, whole] of table ? [] : values.entries()) {
        const parts = partsOf(context, values, index) ?? partsByNumber(context, whole) ?? partsByWord(context, whole)
        if (parts === null) continue
        const added = Number(parts.reduce((all, { value }) => all + value, 0).toPrecision(12))
        if (added === whole.value) continue
        yield {
          severity: 'error' as const,
          claimed: whole.value,
          recomputed: added,
          evidence: [whole.evidence, ...parts.map(({ evidence }) => evidence)],
          message: `前面${parts.length}项相加为${added}${whole.unit}，文中写作“${whole.evidence.quote}”，请核对`,
        }
      }
  },
})

/** The counts that a total right behind their number (两次活动累计) is of. */
function partsOf(context: CheckContext, values: readonly CheckedValue[], index: number): readonly CheckedValue[] | null {
  const [whole, number] = [values[index], values[index - 1]]
  if (whole === undefined || number === undefined || !isCount(whole) || !isCount(number)) return null
  if (
    number.value < 2 ||
    number.value > MOST ||
    !inTotal(context.lexicon).test(flat(context.between(number.evidence.end, whole.evidence.start)))
  )
    return null
  const parts = values.slice(0, index - 1).filter((value) => isCount(value) && isOfUnit(value, whole))
  const near = parts.slice(-number.value)
  // 两次活动 may be two of more than two.
  return near.length === number.value && parts.length === near.length && near.at(-1) === values[index - 2] ? near : null
}

/** 以上四个渠道合计受理190件: the four sentences before tell one count each. */
function partsByNumber(context: CheckContext, whole: CheckedValue): readonly CheckedValue[] | null {
  if (!isCount(whole)) return null
  const said = byNumber(context.lexicon).exec(clauseBefore(context, whole, CLAUSE, false))?.[1]
  const number = said === undefined ? null : chineseNumeral(said)
  if (number === null || number < LEAST || number > MOST) return null
  const at = context.values.indexOf(whole)
  const before = context.values
    .slice(Math.max(0, at - PARAGRAPH), at)
    .filter((value) => isCount(value) && value.evidence.block === whole.evidence.block && isOfUnit(value, whole))
  return before.length === number && before.every(({ period, county }) => period === whole.period && county === whole.county)
    ? before
    : null
}

const byNumber = perLexicon(
  (lexicon) =>
    new RegExp(
      `(?:${wordPattern(cue(lexicon, 'all-before'))})([三四五六])(?:个|项|类|家|条|种)?[^，。；、0-9]{0,4}(?:${wordPattern(cue(lexicon, 'in-total'))})[^，。；、0-9]{0,5}$`,
      'u',
    ),
)

/** 两项 may be two of more. */
const LEAST = 3

const rest = perLexicon((lexicon) => new RegExp(wordPattern(cue(lexicon, 'the-rest')), 'u'))
const CLAUSE = 16

/** The words right before a figure. */
const WORD = 8
/** So many values of a paragraph are gone through. */
const PARAGRAPH = 40

/** 合计扣3.5分: what its paragraph tells before it with 扣 right before the figure. */
function partsByWord(context: CheckContext, whole: CheckedValue): readonly CheckedValue[] | null {
  const wordsBefore = ({ evidence }: CheckedValue): string => flat(context.between(evidence.start - WORD, evidence.start))
  const word = byWord(context.lexicon).exec(wordsBefore(whole))?.[1]
  // 其余各类合计占12.4%: what is not among those before.
  if (
    word === undefined ||
    whole.role === 'change' ||
    !isExact(whole) ||
    rest(context.lexicon).test(clauseBefore(context, whole, CLAUSE, false))
  )
    return null
  const at = context.values.indexOf(whole)
  const parts = context.values
    .slice(Math.max(0, at - PARAGRAPH), at)
    .filter((value) => value.evidence.block === whole.evidence.block && value.unit === whole.unit && wordsBefore(value).endsWith(word))
  return parts.length > 1 && parts.every(isExact) && !parts.some((value) => byWord(context.lexicon).test(wordsBefore(value))) ? parts : null
}

const byWord = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'stated-sum'))})([\\p{Script=Han}]{1,2})$`, 'u'))

/** 58户 and 115户次. */
const isOfUnit = ({ unit }: CheckedValue, whole: CheckedValue): boolean => unit === whole.unit || whole.evidence.quote.endsWith(`${unit}次`)

const isCount = (value: CheckedValue): boolean =>
  value.role === 'actual' && !value.unit.startsWith('%') && value.unit !== '个百分点' && value.unit !== '分' && isExact(value)
