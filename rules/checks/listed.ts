/**
 * As many things are listed in brackets as the text counts.
 *
 *   新增计量标准3项（甲、乙、丙）                       holds
 *   塔城市、托里县、裕民县各新增1项计量标准（甲、乙）   a warning: 3, and two listed
 *
 * Only a list without 等 that is one off: a bracket of another length tells something else (对12家企业（建材、食品）…).
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck } from './check.ts'
import { flat } from './statement.ts'

/** A longer list is not counted by eye, nor written into brackets. */
const MOST = 12
/** How far back a clause is read. */
const REACH = 80
const BRACKETED = /^([^，。；：、（(0-9]{0,14})[（(]([^（()）。；，]{3,160})[)）]/u

const patterns = perLexicon((lexicon) => ({
  units: new Set(cue(lexicon, 'listed-units')),
  open: new RegExp(wordPattern(cue(lexicon, 'open-lists')), 'u'),
  joined: new RegExp(wordPattern(cue(lexicon, 'joined')), 'gu'),
  each: new RegExp(`(?:${wordPattern(cue(lexicon, 'each'))})[^，。；、0-9]{0,6}$`, 'u'),
}))

export const listed = defineCheck({
  kind: 'restated',
  *examine(context) {
    const { units } = patterns(context.lexicon)
    const seen = new Set<number>()
    for (const value of context.values) {
      const { evidence, comparator, upper, unit } = value
      if (comparator !== '=' || upper !== undefined || !units.has(unit) || value.value < 1 || value.value > MOST) continue
      if (evidence.cell !== undefined || seen.has(evidence.start)) continue
      seen.add(evidence.start)
      const list = listAfter(context, value)
      const counted = value.value * shares(context, value)
      if (list === null || list.most === value.value || list.least === value.value) continue
      if (list.least !== counted + 1 && list.most !== counted - 1) continue
      yield {
        severity: 'warning' as const,
        claimed: counted,
        recomputed: list.least,
        evidence: [evidence],
        message: `文中写作“${clauseBefore(context, value)}${evidence.quote}”，合计${counted}${unit}，括号内列出${list.least}${unit}，请核对`,
      }
    }
  },
})

/** How many things the bracket after a count lists: 甲、乙和丙 are two or three. null where it is no closed list. */
function listAfter({ document, between, lexicon }: CheckContext, { evidence }: CheckedValue): { least: number; most: number } | null {
  const { open, joined } = patterns(lexicon)
  const end = document.blocks[evidence.block]?.span.end ?? evidence.end
  const inner = BRACKETED.exec(flat(between(evidence.end, Math.min(end, evidence.end + 200))))?.[2]
  if (inner === undefined || !inner.includes('、') || open.test(inner)) return null
  const least = inner.split('、').length
  return { least, most: least + (inner.match(joined)?.length ?? 0) }
}

/** 甲、乙、丙各新增1项 is said of three. */
function shares(context: CheckContext, value: CheckedValue): number {
  const before = clauseBefore(context, value)
  return patterns(context.lexicon).each.test(before) ? before.split('、').length : 1
}

/** The clause up to a count, within its block. */
function clauseBefore({ document, between }: CheckContext, { evidence }: CheckedValue): string {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - REACH)
  return (
    flat(between(from, evidence.start))
      .split(/[，。；：]/u)
      .at(-1) ?? ''
  )
}
