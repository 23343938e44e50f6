/**
 * A part is not more than its whole.
 *
 *   抽查120批次，合格117批次     holds
 *   抽查120批次，合格127批次     one finding
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { defineCheck } from './check.ts'
import { countsOf } from './counts.ts'

const patterns = perLexicon((lexicon) => ({
  part: new RegExp(
    `^[，,、其中有]{0,4}(?:${wordPattern([...cue(lexicon, 'count-passed'), ...cue(lexicon, 'count-failed')])})(?:${wordPattern(cue(lexicon, 'result-links'))})?$`,
    'u',
  ),
  whole: new RegExp(wordPattern(cue(lexicon, 'count-sampled')), 'u'),
  done: new RegExp(
    `^[，,、其中已有]{0,4}(?:${wordPattern(cue(lexicon, 'done-to-some'))}){1,2}(?:${wordPattern(cue(lexicon, 'result-links'))})?$`,
    'u',
  ),
  found: new RegExp(`(?:${wordPattern([...cue(lexicon, 'count-found'), ...cue(lexicon, 'found-things')])})[^，。；、0-9]{0,6}$`, 'u'),
}))

export const part = defineCheck({
  kind: 'range',
  *examine(context) {
    const { part: isPart, whole: isWhole, done, found } = patterns(context.lexicon)
    for (const group of context.groups) {
      if (group.table) continue
      const counts = countsOf(context, group)
      for (const [index, { value, before }] of counts.entries()) {
        const whole = counts[index - 1]
        if (!whole || whole.value.unit !== value.unit || value.value <= whole.value.value) continue
        const isOfTried = isPart.test(before) && isWhole.test(whole.before) && !isPart.test(whole.before)
        // 查出隐患16处，整改18处: what was found is all that can be put right.
        if (!isOfTried && !(done.test(before) && found.test(whole.before) && !done.test(whole.before))) continue
        // 发现93处，整改95处，整改率102.2%: the rate says it too, and is told.
        const over = (value.value / whole.value.value) * 100
        if (group.values.some((rate) => rate.unit === '%' && rate.value > 100 && Math.abs(rate.value - over) < 0.1)) continue
        yield {
          severity: 'error',
          claimed: value.value,
          recomputed: whole.value.value,
          evidence: [value.evidence, whole.value.evidence],
          message: `“${before.replace(/^[，,、]+/u, '')}${value.evidence.quote}”多于总数“${whole.value.evidence.quote}”，请核对`,
        }
      }
    }
  },
})
