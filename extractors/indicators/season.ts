/**
 * Years that a trade reckons by: a cotton year runs from September to August, a heating season from October to April. Named with their years they say when
 * what follows is of, until the section ends or another period is named.
 *
 *   2022棉花年度全市公证检验皮棉12.6万吨     2022-09/2023-08
 *   2021—2022采暖季，供热投诉1263件          2021-10/2022-04
 */
import type { Document } from '../document.ts'
import type { Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'

export interface SeasonReader {
  /** The season that a text names with its years; null where it names none. */
  readonly namedIn: (words: string) => { readonly period: Period; readonly at: number; readonly end: number } | null
  /** The season that each sentence and each block is of; null for the document's own period. */
  readonly over: (document: Document, structure: Structure, period: Period | null) => Seasons
}

export interface Seasons {
  readonly ofSentence: (index: number) => Period | null
  readonly ofBlock: (block: number) => Period | null
}

const NONE: Seasons = { ofSentence: () => null, ofBlock: () => null }
/** The cue groups are named by the month in which the season begins and the one in which it ends. */
const SEASONS = ['09-08', '10-04', '10-09', '11-10', '04-03'] as const
const YEARS = '((?:19|20)[0-9]{2})(?:年度?)?(?:[—–~～/至-]{1,2}(?:(?:19|20)?[0-9]{2})(?:年度?)?)?'
/** So near to a sentence's beginning stands what it is about. */
const HEAD = 14

/** 2022棉花年度, in the report of all 2022: what the year has seen of it. */
const isBegunIn = (season: Period, period: Period | null): boolean => period?.length === 4 && season.startsWith(period)

export const seasonWords = (lexicon: Lexicon): string => wordPattern(SEASONS.flatMap((season) => cue(lexicon, `season-${season}`)))

export function createSeasonReader(lexicon: Lexicon): SeasonReader {
  const months = new Map(SEASONS.flatMap((season) => cue(lexicon, `season-${season}`).map((word) => [word, season] as const)))
  const named = new RegExp(`${YEARS}的?(${seasonWords(lexicon)})`, 'u')
  const any = new RegExp(seasonWords(lexicon), 'u')
  const namedIn: SeasonReader['namedIn'] = (words) => {
    const [all = '', year = '', word = ''] = named.exec(words) ?? []
    const [from, to] = (months.get(word) ?? '').split('-')
    const at = words.indexOf(all)
    return from && to ? { period: `${year}-${from}/${Number(year) + 1}-${to}`, at, end: at + all.length } : null
  }
  return {
    namedIn,
    over: ({ folded: { text }, blocks }, { sentences, sections, sectionOfBlock }, period) => {
      if (!any.test(text)) return NONE
      const ofSentence: (Period | null)[] = []
      const ofBlock = new Map<number, Period | null>()
      let season: Period | null = null
      let section = -1
      for (const { span, block, section: own } of sentences) {
        if (own !== section) season = namedIn(sections[own]?.title ?? '')?.period ?? null
        section = own
        if (blocks[block]?.cell === undefined) {
          const words = text.slice(span.start, span.end)
          const found = namedIn(words)
          if (found && found.at <= HEAD) season = isBegunIn(found.period, period) ? null : found.period
          else if (readPeriods(words.slice(0, HEAD), period === null ? 0 : yearOf(period)).length > 0) season = null
        }
        ofSentence.push(season)
        ofBlock.set(block, season)
      }
      return {
        ofSentence: (index) => ofSentence[index] ?? null,
        ofBlock: (block) => (sectionOfBlock[block] === undefined ? null : (ofBlock.get(block) ?? null)),
      }
    },
  }
}
