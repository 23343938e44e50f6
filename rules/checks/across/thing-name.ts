/**
 * What the lexicon lacks, called alike whatever the order of its words: 受理消费投诉 in a text is 消费投诉受理量 in a sheet.
 *
 * Dropped are the period, what says that it was added up (累计) and what says that it is a number (量, 件数).
 */
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue } from '../../../extractors/lexicon.ts'
import { perLexicon } from '../../../extractors/per-lexicon.ts'
import { specificName } from '../specific-name.ts'

/** A shorter name of a count may be of several things. */
const NAMED = 4

const LEADS = ['statement-leads', 'sum-leads', 'other-stretches', 'telling-verbs']

/** The name's characters in order; null where it could be of anything. */
export const thingName = perLexicon((lexicon) => {
  const specific = specificName(lexicon)
  const lead = new RegExp(`^(?:${wordPattern(LEADS.flatMap((group) => cue(lexicon, group)))})`, 'u')
  const end = new RegExp(`(?:${wordPattern(cue(lexicon, 'count-endings'))})$`, 'u')
  return (name: string, unit: string): string | null => {
    const own = specific(name)
    if (own === null || unit === '%') return own
    let rest = own.replace(/\s|[（(][^（()）]*[)）]/gu, '')
    for (let match = lead.exec(rest); match !== null; match = lead.exec(rest)) rest = rest.slice(match[0].length)
    rest = rest.replace(end, '')
    return rest.length < NAMED ? null : [...rest].sort().join('')
  }
})
