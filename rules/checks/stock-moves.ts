/**
 * What there is at the end is what there was, with what came and without what went.
 *
 *   年初1582台，新增146台，注销39台，年末1728台        1689
 *   受监工程58项，新办理27项，结转32项                  59
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { areNearlyAlike } from './digits.ts'
import { operandsOfBlock } from './operands.ts'

/** So far off, as a share of it, a count may be meant as what two make up. */
const NEARLY = 0.06

const patterns = perLexicon((lexicon) => ({
  added: new RegExp(wordPattern(cue(lexicon, 'newly-added')), 'u'),
  gone: new RegExp(wordPattern(cue(lexicon, 'taken-away')), 'u'),
  carried: new RegExp(wordPattern(cue(lexicon, 'carried-over')), 'u'),
  fresh: new RegExp(`${wordPattern(cue(lexicon, 'newly-added'))}|${wordPattern(cue(lexicon, 'newly-begun'))}`, 'u'),
}))

export const stockMoves = defineCheck({
  kind: 'sum',
  *examine(context) {
    const { gone, carried } = patterns(context.lexicon)
    const words = new RegExp(`${gone.source}|${carried.source}`, 'u')
    for (const value of context.values) {
      if (
        !isStatedCount(value) ||
        value.evidence.cell !== undefined ||
        !words.test(context.between(value.evidence.start - LABEL, value.evidence.start))
      )
        continue
      const slip = ofClosing(context, value) ?? ofCarried(context, value)
      if (slip !== null) yield slip
    }
  },
})

/** How far before a count its words stand. */
const LABEL = 12

/** 1582台，新增146台，注销39台，‹年末1728台› */
function ofClosing(context: CheckContext, gone: CheckedValue): Slip | null {
  const words = patterns(context.lexicon)
  const all = context.values
  const close = all.slice(all.indexOf(gone) + 1).find((value) => value.unit === gone.unit && isStatedCount(value))
  if (close === undefined || close.evidence.block !== gone.evidence.block) return null
  const before = all.slice(0, all.indexOf(gone)).filter((value) => value.unit === gone.unit && isLevel(value))
  const [open, added] = before.slice(-2)
  if (open === undefined || added === undefined || open.evidence.block !== gone.evidence.block) return null
  const labels = [open, added, gone].map((value) => clauseBefore(context, value, LABEL, true))
  const [ofOpen = '', ofAdded = '', ofGone = ''] = labels
  if (!words.added.test(ofAdded) || !words.gone.test(ofGone) || words.added.test(ofOpen) || words.gone.test(ofOpen)) return null
  const right = open.value + added.value - gone.value
  // What is told of something else is neither near nor what a forgetful writer adds up.
  const isMeant = [open.value + added.value, open.value - gone.value].includes(close.value) || areNearlyAlike(close.value, right, 1)
  return close.value === right || !isMeant
    ? null
    : slipOf(close, right, [open, added, gone], `“${open.evidence.quote}”加“${added.evidence.quote}”减“${gone.evidence.quote}”`)
}

/** What there was may be read as the other side of a comparison (年初482台). */
const isLevel = (value: CheckedValue): boolean => isStatedCount({ ...value, role: value.role === 'reference' ? 'actual' : value.role })

/** 受监工程58项，…，新办理27项，‹结转32项› */
function ofCarried(context: CheckContext, carried: CheckedValue): Slip | null {
  const words = patterns(context.lexicon)
  const before = operandsOfBlock(context, carried).filter(({ value }) => value.unit === carried.unit)
  const fresh = before.at(-1)
  if (
    fresh === undefined ||
    !words.fresh.test(fresh.label) ||
    !words.carried.test(context.between(carried.evidence.start - LABEL, carried.evidence.start))
  )
    return null
  const right = fresh.value.value + carried.value
  const wholes = before.slice(0, -1).filter(({ back }) => back === fresh.back)
  const whole = wholes[0]
  if (whole === undefined || wholes.some(({ value }) => value.value === right)) return null
  const isMeant = areNearlyAlike(whole.value.value, right, 1) || Math.abs(whole.value.value - right) <= right * NEARLY
  return isMeant ? slipOf(whole.value, right, [fresh.value, carried], `“${fresh.value.evidence.quote}”加“${carried.evidence.quote}”`) : null
}

const slipOf = (claim: CheckedValue, right: number, from: readonly CheckedValue[], sum: string): Slip => ({
  severity: 'warning',
  claimed: claim.value,
  recomputed: right,
  evidence: [claim.evidence, ...from.map(({ evidence }) => evidence)],
  message: `${sum}应为${right}${claim.unit}，文中写作“${claim.evidence.quote}”，请核对`,
})
