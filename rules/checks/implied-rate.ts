/**
 * A comparison of a rate that only its counts tell fits the rate that they make.
 *
 *   抽验30批次，合规29批次，合规率比去年同期的93.3%降低3.4个百分点      96.7: it rose
 *
 * Only where the sentence gives two counts, one of the other, and no rate of its own.
 */
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { areNearlyAlike } from './digits.ts'
import { statedChanges } from './levels.ts'
import { moveWords } from './move-words.ts'
import { countsAhead } from './operands.ts'
import { isWayless } from './wayless.ts'

/** So many characters may stand between the counts and the base, and between the base and the change. */
const FAR = 20
const BESIDE = 8

export const impliedRate = defineCheck({
  kind: 'delta',
  *examine(context) {
    const judged = new Set(statedChanges(context).map(({ change }) => change))
    for (const [at, { values, table }] of context.groups.entries())
      for (const [index, change] of table ? [] : values.entries()) {
        const base = values[index - 1]
        if (change.role !== 'change' || change.unit !== '个百分点' || judged.has(change) || !isExact(change) || base === undefined) continue
        const slip = slipOf(context, at, index, base, change)
        if (slip !== null) yield slip
      }
  },
})

function slipOf(context: CheckContext, at: number, index: number, base: CheckedValue, change: CheckedValue): Slip | null {
  const { between, lexicon, groups } = context
  if (base.role !== 'reference' || base.unit !== '%' || !isExact(base) || base.basis !== change.basis) return null
  const own = groups[at]?.values.slice(0, index - 1) ?? []
  const [whole, part, more] = countsAhead(context, at, index - 1, false)
  if (whole === undefined || part === undefined || more !== undefined || own.length !== 2) return null
  if (whole.value.unit !== part.value.unit || part.value.value > whole.value.value || !/^[，,中]/u.test(part.since)) return null
  const said = flat(between(part.value.evidence.end, base.evidence.start))
  if (!/率/u.test(said) || said.length > FAR || flat(between(base.evidence.end, change.evidence.start)).length > BESIDE) return null
  const step = writtenStep(change.evidence.quote, change.value)
  const share = (part.value.value / whole.value.value) * 100
  const figures = [share, 100 - share].map((rate) => rate - base.value)
  if (figures.some((figure) => Math.abs(figure - change.value) < step * 1.5)) return null
  const turned = figures.find((figure) => Math.abs(figure + change.value) < step * 1.5)
  const near = figures.find((figure) => areNearlyAlike(Number(atStep(figure, step)), change.value, step))
  const figure = turned !== undefined && !isWayless(between, change, lexicon) ? turned : near
  if (figure === undefined) return null
  const shown = turned === undefined ? atStep(figure, step) : String(-change.value)
  return {
    kind: turned === undefined ? 'delta' : 'direction',
    severity: 'warning',
    claimed: change.value,
    recomputed: Number(shown),
    evidence: [change.evidence, base.evidence, part.value.evidence, whole.value.evidence],
    message: `“${whole.value.evidence.quote}”与“${part.value.evidence.quote}”算得的率与“${base.evidence.quote}”相比，应为${moveWords(shown, change.unit)}，文中写作${moveWords(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}
