/**
 * A movement goes the way its word says.
 *
 *   合格率由92%上升到95%     holds
 *   合格率由92%上升到91%     one finding
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { defineCheck } from './check.ts'

export const direction = defineCheck({
  kind: 'direction',
  *examine({ groups, between, lexicon }) {
    const to = wordPattern(cue(lexicon, 'to'))
    const up = new RegExp(`^[^，。；0-9]{0,8}?(?:${wordPattern(cue(lexicon, 'moved-up'))})(?:${to})[^，。；0-9]{0,4}$`, 'u')
    const down = new RegExp(`^[^，。；0-9]{0,8}?(?:${wordPattern(cue(lexicon, 'moved-down'))})(?:${to})[^，。；0-9]{0,4}$`, 'u')
    for (const { values, table } of groups) {
      if (table) continue
      for (const [index, now] of values.entries()) {
        const earlier = values[index - 1]
        if (earlier?.role !== 'reference' || earlier.unit !== now.unit || (now.role !== 'actual' && now.role !== 'target')) continue
        const words = between(earlier.evidence.end, now.evidence.start)
        const rises = up.test(words)
        if ((!rises && !down.test(words)) || now.value === earlier.value || rises === now.value > earlier.value) continue
        yield {
          severity: 'error',
          claimed: now.value,
          recomputed: earlier.value,
          evidence: [now.evidence, earlier.evidence],
          message: `由“${earlier.evidence.quote}”到“${now.evidence.quote}”实际是${rises ? '下降' : '上升'}，文中写作“${words.replace(/\s/gu, '')}”，请核对`,
        }
      }
    }
  },
})
