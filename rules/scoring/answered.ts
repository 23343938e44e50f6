/**
 * Whether a county did something in the year: what a document says of the whole year goes before what its parts say, and what a reviewer entered for an
 * item goes before both. What nobody says is unknown.
 */
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { itemsAskingFact } from './asking.ts'
import type { CountyFeed } from './county-feed.ts'
import type { Truth } from './interval.ts'
import type { Office } from './office.ts'
import { answerFact } from './read/answers.ts'
import { enteredAnswer, entryFor, entryWords } from './read/entered.ts'
import type { Use } from './trace.ts'

export interface YearAnswer {
  readonly answer: Truth
  readonly uses: readonly Use[]
  /** Decisions that took part, with what they entered. */
  readonly entered: readonly { readonly decision: number; readonly words: string }[]
  /** Why it is unknown or no, in Chinese; empty where nobody speaks of it. */
  readonly open: string
}

export function answeredInYear(office: Office, county: CountyFeed, fact: string): YearAnswer {
  const { year, settings } = office.scheme
  const entries = enteredFor(office, county, fact)
  const settling = entries.filter(({ answer }) => answer !== 'unknown')
  if (settling.length > 0) {
    const answer = settling.some((each) => each.answer === 'yes') ? 'yes' : 'no'
    const entered = settling.map(({ decision, words }) => ({ decision, words }))
    return { answer, uses: [], entered, open: answer === 'yes' ? '' : settling.map(({ words }) => words).join('；') }
  }
  const { answer, uses, doubts } = answerFact(county, { fact, periods: ['own', 'part'] }, String(year), settings.trust)
  if (answer === 'yes' && doubts.length === 0) return { answer, uses, entered: [], open: '' }
  const open = doubts.length > 0 ? doubts.join('；') : uses.map(({ words }) => words).join('；')
  return { answer: answer === 'yes' ? 'unknown' : answer, uses, entered: [], open }
}

interface Entry {
  readonly answer: Truth
  readonly decision: number
  readonly words: string
}

function enteredFor(office: Office, county: CountyFeed, fact: string): Entry[] {
  const { quarters, year } = office.scheme
  const periods = [...quarters.map(({ quarter }) => `${year}-${quarter}`), String(year)]
  return itemsAskingFact(office.scheme, fact).flatMap(({ item }) =>
    periods.flatMap((period): Entry[] => {
      const entry = entryFor(office.entriesOf(county.id, period, item), fact)
      return entry === null
        ? []
        : [{ answer: enteredAnswer(entry), decision: entry.number, words: `${periodWords(period)} 复核录入 ${entryWords(entry)}` }]
    }),
  )
}
