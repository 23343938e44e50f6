/**
 * Whether a value is a plain statement about its indicator and period, so that it can be set against another statement of the same.
 *
 *   食品监督抽检合格率97.5%                 plain
 *   小作坊食品抽检合格率97.5%               of a part
 *   从全年看，食品监督抽检合格率97.5%       of another stretch than the report's quarter
 *   比97%的国家要求高0.5个百分点            a level asked for
 *
 * Why: what stands beside a figure tells whether it is of the whole and of this period; where it does not say so clearly, no comparison is made.
 */
import type { Block } from '../../extractors/document.ts'
import { foldText } from '../../extractors/language/fold.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type Period, readPeriods, yearOf } from '../../extractors/quantities/period.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import type { CheckedValue } from './check.ts'

export interface Readable {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Below this the indicator was told by a heading, by what was said before, or guessed. */
const SURE = 0.935
/** How far a sentence is looked at on either side of a value. */
const REACH = 160

/** `sure`: below this confidence a value is passed over. */
export type IsPlain = (value: CheckedValue, readable: Readable, sure?: number) => boolean

export const plainStatement = perLexicon((lexicon): IsPlain => {
  const regionsOf = createRegionReader(lexicon)
  const lead = new RegExp(wordPattern(cue(lexicon, 'statement-leads')), 'gu')
  const cumulative = new RegExp(wordPattern(cue(lexicon, 'other-stretches')), 'u')
  const askedBefore = new RegExp(`(?:${wordPattern(cue(lexicon, 'compared-with'))})$`, 'u')
  const askedAfter = new RegExp(`^的?[^，。；0-9]{0,6}?(?:${wordPattern(cue(lexicon, 'asked-levels'))})`, 'u')
  const askedLead = new RegExp(`(?:${wordPattern(cue(lexicon, 'asked-levels'))})(?:${wordPattern(cue(lexicon, 'rate-verbs'))})?$`, 'u')
  const severalYears = new RegExp(wordPattern(cue(lexicon, 'several-years')), 'u')
  const extreme = new RegExp(`(?:${wordPattern(['most', 'least'].flatMap((group) => cue(lexicon, group)))})[^。；0-9]{0,6}$`, 'u')
  const remainder = new RegExp(wordPattern(cue(lexicon, 'parts-of-whole')), 'u')

  /** Nothing before the indicator's words but whose and when. */
  const standsAlone = (before: string): boolean => {
    let rest = before
    for (const { span } of [...regionsOf(before), ...readPeriods(before, 2000)].sort((a, b) => b.span.start - a.span.start))
      rest = rest.slice(0, span.start) + rest.slice(span.end)
    return /^[的“”"、（）()\p{P}一二三四五六七八九十0-9]*$/u.test(rest.replace(lead, ''))
  }

  return (value, { text, blocks }, sure = SURE) => {
    const { evidence, subject, confidence, period } = value
    if (confidence < sure || subject === null || period === null) return false
    const block = blocks[evidence.block]
    if (block === undefined) return false
    if (block.cell !== undefined) return value.notes.length === 0 || confidence >= SURE
    const from = Math.max(block.span.start, evidence.start - REACH)
    const sentence =
      text
        .slice(from, evidence.start)
        .split(/[。！？]/u)
        .at(-1) ?? ''
    const after = flat(text.slice(evidence.end, Math.min(block.span.end, evidence.end + 16)))
    const said = flat(sentence)
    if (
      askedLead.test(said) ||
      severalYears.test(said) ||
      extreme.test(said) ||
      askedBefore.test(said) ||
      askedAfter.test(after) ||
      isOfOtherStretch(said, period, cumulative, askedBefore)
    )
      return false
    if (subject.start < block.span.start || subject.end > evidence.start) return false
    const lastMark = sentence.length - (evidence.start - subject.start)
    const clause =
      sentence
        .slice(0, Math.max(0, lastMark))
        .split(/[，；：]/u)
        .at(-1) ?? ''
    const isOfName = value.indicator === null && value.name.includes(flat(clause)) && flat(clause) !== ''
    return (isOfName || standsAlone(flat(clause))) && !remainder.test(flat(text.slice(subject.end, evidence.start)))
  }
})

/** The sentence names a stretch of time that is not the value's; one that something is compared with (比2020年同期的) is only mentioned. */
function isOfOtherStretch(said: string, period: Period, cumulative: RegExp, compared: RegExp): boolean {
  const clause = said.split(/[，；]/u).at(-1) ?? ''
  if (readPeriods(clause, yearOf(period)).some((mention) => mention.period === period)) return false
  if (period.length > 4 && !isLong(period) && cumulative.test(said)) return true
  return readPeriods(said, yearOf(period)).some(
    (mention) => mention.period !== period && !period.startsWith(mention.period) && !compared.test(said.slice(0, mention.span.start)),
  )
}

/** Half a year, or several months or quarters: 累计 is said of it. */
const isLong = (period: Period): boolean => period.includes('/') || period.includes('-H')

/** As patterns read it: uniform in width, without blanks. */
export const flat = (text: string): string => foldText(text).replace(/\s/gu, '')
