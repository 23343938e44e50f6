/**
 * The average of a list that is told right behind it is that of its figures.
 *
 *   分别为86、71、56，三个月平均为76           71
 *   合格率97.0%、98.0%、99.0%，平均98.2%        holds: of rates, each may be of as many as it likes; but none lies beyond them all
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'

const FEWEST = 3
/** So far off, as a share of it, an average may be meant as the list's. */
const NEARLY = 0.1

const averaged = perLexicon(
  (lexicon) =>
    new RegExp(
      `^[，,](?:[三四五六七八九十][个项类][\\p{Script=Han}]{0,3})?(?:${wordPattern(cue(lexicon, 'list-averages'))})(?:值|数|水平)?[为是达]?$`,
      'u',
    ),
)

export const listAverage = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, average] of table ? [] : values.entries()) {
        const last = values[index - 1]
        if (
          last === undefined ||
          average.role !== 'actual' ||
          !isExact(average) ||
          !averaged(context.lexicon).test(flat(context.between(last.evidence.end, average.evidence.start)))
        )
          continue
        const list = listBefore(context, values.slice(0, index), average)
        if (list.length < FEWEST) continue
        const figures = list.map(({ value }) => value)
        const mean = figures.reduce((all, value) => all + value, 0) / list.length
        const step = writtenStep(average.evidence.quote, average.value)
        const isBeyond = average.value > Math.max(...figures) || average.value < Math.min(...figures)
        const isWeighted = average.unit === '%'
        const isMeant = areNearlyAlike(average.value, mean, step) || Math.abs(average.value - mean) <= mean * NEARLY
        if (Math.abs(mean - average.value) <= step || !(isBeyond || (!isWeighted && isMeant))) continue
        yield {
          severity: 'warning' as const,
          claimed: average.value,
          recomputed: Number(atStep(mean, step)),
          evidence: [average.evidence, ...list.map(({ evidence }) => evidence)],
          message: `前面${list.length}个数的平均数是${atStep(mean, step)}，文中写作“${average.evidence.quote}”，请核对`,
        }
      }
  },
})

/** Figures of its unit with nothing but 、 or the next thing's name between. */
function listBefore({ between }: CheckContext, before: readonly CheckedValue[], { unit }: CheckedValue): readonly CheckedValue[] {
  const list: CheckedValue[] = []
  for (const value of [...before].reverse()) {
    const next = list[0]
    if (value.unit !== unit || !isExact(value) || value.role === 'change') break
    if (next !== undefined && !/^[、和及与][^，。；：、0-9]{0,10}$/u.test(flat(between(value.evidence.end, next.evidence.start)))) break
    list.unshift(value)
  }
  return list
}
