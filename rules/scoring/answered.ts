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
import { enteredAnswer, entryOf, entryWords } from './read/entered.ts'
import type { Use } from './trace.ts'

interface Entered {
  readonly decision: number
  readonly words: string
}

export interface YearAnswer {
  readonly answer: Truth
  readonly uses: readonly Use[]
  /** Decisions that bear the answer out, with what they entered. */
  readonly entered: readonly Entered[]
  /** Where the answer is yes for some parts of the year and no for others, the periods that it is yes for. */
  readonly only: readonly string[]
  /** Why it is unknown or no, in Chinese; empty where nobody speaks of it. */
  readonly open: string
}

export function answeredInYear(office: Office, county: CountyFeed, fact: string): YearAnswer {
  const { year, settings } = office.scheme
  const entries = enteredFor(office, county, fact)
  const settling = entries.filter(({ answer }) => answer !== 'unknown')
  if (settling.length > 0) return decidedAnswer(settling, String(year))
  const { answer, uses, doubts, conflict } = answerFact(county, { fact, periods: ['own', 'part'] }, String(year), settings.trust)
  if (answer === 'yes' && doubts.length === 0) return { answer, uses, entered: [], only: [], open: '' }
  const parts = answer === 'unknown' ? didInParts(county, fact, office) : null
  if (parts !== null) return parts
  if (conflict !== '') return { answer, uses, entered: [], only: [], open: `材料中说法不一：${conflict}` }
  const open = doubts.length > 0 ? doubts.join('；') : uses.map(({ words }) => words).join('；')
  return { answer: answer === 'yes' ? 'unknown' : answer, uses, entered: [], only: [], open }
}

/** Documents of different quarters that answer differently do not contradict each other: it was done in some, and not in others. */
function didInParts(county: CountyFeed, fact: string, { scheme: { quarters, year, settings } }: Office): YearAnswer | null {
  const told = quarters
    .map(({ quarter }) => `${year}-${quarter}`)
    .map((period) => ({ period, ...answerFact(county, { fact, periods: ['own', 'part'] }, period, settings.trust) }))
  const yes = told.filter(({ answer, doubts }) => answer === 'yes' && doubts.length === 0)
  const no = told.filter(({ answer }) => answer === 'no')
  const isWhole = answerFact(county, { fact, periods: ['own'] }, String(year), settings.trust).uses.length > 0
  if (isWhole || yes.length === 0 || no.length === 0) return null
  return {
    answer: 'yes',
    uses: yes.flatMap(({ uses }) => uses),
    entered: [],
    only: yes.map(({ period }) => period),
    open: no.flatMap(({ uses }) => uses.map(({ words }) => words)).join('；'),
  }
}

interface Entry extends Entered {
  readonly answer: Truth
  readonly period: string
}

/** One yes makes it a yes, of the periods that it was given for. */
function decidedAnswer(settling: readonly Entry[], year: string): YearAnswer {
  const yes = settling.filter(({ answer }) => answer === 'yes')
  const no = settling.filter(({ answer }) => answer === 'no')
  const words = no.map((each) => each.words).join('；')
  const borneOut = (yes.length > 0 ? yes : no).map((each): Entered => ({ decision: each.decision, words: each.words }))
  const periods = new Set(yes.map(({ period }) => period))
  const only = yes.length === 0 || no.length === 0 || periods.has(year) ? [] : [...periods]
  return { answer: yes.length > 0 ? 'yes' : 'no', uses: [], entered: borneOut, only, open: words }
}

function enteredFor(office: Office, county: CountyFeed, fact: string): Entry[] {
  const { quarters, year } = office.scheme
  const periods = [...quarters.map(({ quarter }) => `${year}-${quarter}`), String(year)]
  return itemsAskingFact(office.scheme, fact).flatMap(({ item, operand }) =>
    periods.flatMap((period): Entry[] => {
      const entry = entryOf(office.entriesOf(county.id, period, item), operand)
      return entry === null
        ? []
        : [{ period, answer: enteredAnswer(entry), decision: entry.number, words: `${periodWords(period)} 复核录入 ${entryWords(entry)}` }]
    }),
  )
}
