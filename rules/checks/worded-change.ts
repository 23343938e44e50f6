/**
 * A level that is told to be better or worse than one of before, without a figure, is so by what the document gives for it elsewhere.
 *
 *   办结率94.4%。…工程质量投诉办结率比上年同期100%有所提高     it fell
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './counts.ts'
import { ledgerOf } from './ledger.ts'

const REACH = 12

const patterns = perLexicon((lexicon) => {
  const words = (group: string): RegExp => new RegExp(`^(?:的?(?:水平)?|[，,])(${wordPattern(cue(lexicon, group))})`, 'u')
  return { up: words('improving'), down: words('worsening') }
})

export const wordedChange = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { up, down } = patterns(context.lexicon)
    for (const reference of context.values) {
      if (reference.role !== 'reference' || !isExact(reference) || reference.evidence.cell !== undefined) continue
      const behind = flat(context.between(reference.evidence.end, reference.evidence.end + REACH))
      const rises = up.exec(behind)?.[1]
      const word = rises ?? down.exec(behind)?.[1]
      const now = word === undefined ? undefined : levelNow(context, reference)
      if (word === undefined || now === undefined) continue
      if (rises === undefined ? now.value < reference.value : now.value > reference.value) continue
      yield {
        severity: 'error' as const,
        claimed: word.replace(/^.*(?=[\p{Script=Han}]{2}$)/u, ''),
        recomputed: now.value === reference.value ? '持平' : rises === undefined ? '上升' : '下降',
        evidence: [reference.evidence, now.evidence],
        message: `文中别处写作“${now.evidence.quote}”，与“${reference.evidence.quote}”相比并没有${rises === undefined ? '下降' : '提高'}，文中写作“${word}”，请核对`,
      }
    }
  },
})

/** The one level of the report's own period that the document gives for the same thing. */
function levelNow(context: CheckContext, reference: CheckedValue): CheckedValue | undefined {
  const levels = ledgerOf(context).nowOf(reference, context.identity.period)
  return new Set(levels.map(({ value }) => value)).size === 1 ? levels[0] : undefined
}
