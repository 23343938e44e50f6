/**
 * Rows of an inventory that begin with the title and say behind a colon whose it is and how far it is won.
 *
 *   国家知识产权示范企业：‹华泰石化›，材料已经自治区局上报      新疆专利奖三等奖：授予‹北方新科装备“秸秆打捆机”专利›
 *   新疆老字号：‹马记油坊›入选；中华老字号打算明年再报           the half behind is said of the first title's holder
 *
 * What stands between the colon and the first word of standing must be a name and nothing else, or the county. Lists of names without such words are
 * `items.ts`'s and `standing.ts`'s to read.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Surroundings } from './evidence.ts'
import type { Honour } from './honour.ts'
import { isAbove, type LevelReader } from './level.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import { type Cue, createStripper } from './scan.ts'
import type { Standing } from './standing.ts'
import { says, statusOf } from './status.ts'

/** Said of a title in words of its own: how far it is won, by which word, and whose it is. */
export interface Told {
  /** Null: nothing was won. */
  readonly status: AchievementStatus | null
  readonly verb: Span
  /** Where the holder is named; `same`: who holds the title before; `county`: the county that the document is of. */
  readonly holder: Span | 'same' | 'county'
}

export type TitleRowReader = (around: Surroundings, index: number, before: Standing | null) => Told | null

const COLON = /^(?:：|——)/u
const LABEL_ONLY = /^[\s（(0-9\p{No}一二三四五六七八九十）)、.．\-•·●◆*]{0,8}$/u
const LONGEST_NAME = 30
/** Without the ending of a name, in a row. */
const LONGEST_BARE = 18
const SHORTEST_NAME = 2

export function createTitleRowReader(lexicon: Lexicon, levels: LevelReader): TitleRowReader {
  const phrases = createNounPhraseReader(lexicon)
  const ownCounty = new RegExp(`^(?:${wordPattern([...lexicon.regions.self, ...cue(lexicon, 'honour-self')])})`, 'u')
  const stripFiller = createStripper(lexicon, ['honour-follow-filler'])
  const tried = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-tried'))})[，；。]?$`, 'u')

  /** 明年再争 */
  const coming = new RegExp(
    `^[”’]?(?:${wordPattern(cue(lexicon, 'honour-coming'))})[^，。；]{0,4}(?:${wordPattern(cue(lexicon, 'honour-tried'))})$`,
    'u',
  )
  /** …，国家知识产权局8月公布: whose act made it so. */
  const issued = new RegExp(
    `^，[^，；。]{2,24}(?:${wordPattern(cue(lexicon, 'honour-organ'))})(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:${wordPattern(cue(lexicon, 'honour-issued'))})$`,
    'u',
  )

  const isTitle = ({ award, title, weak, bare, headless }: Honour): boolean =>
    !weak && !bare && !headless && isAbove(award?.level ?? levels.in(title))

  /** A name and nothing else. */
  const isName = (text: string, { start, end }: Span): boolean => {
    const words = text.slice(start, end)
    if (words.length < SHORTEST_NAME || words.length > LONGEST_NAME || /[，。；：、！？]/u.test(words)) return false
    const found = phrases.subject(text, { start, end })
    const isWhole = found.start === start && (found.end === end || stripFiller(text.slice(found.end, end)) === '')
    return isWhole && (words.length <= LONGEST_BARE || phrases.isWellFormed(text.slice(found.start, found.end)))
  }

  /** Behind the colon up to ；; null where another title stands there. */
  const rowBehind = ({ text, honours }: Surroundings, { tailEnd, title }: Honour): Span | null => {
    const start = tailEnd + (COLON.exec(text.slice(tailEnd))?.[0].length ?? 0)
    const stop = text.slice(start).search(/[；。]/u)
    const end = stop < 0 ? text.length : start + stop
    const isTaken = honours.some((other) => !other.headless && other.title !== title && other.start >= start && other.start < end)
    return start === tailEnd || start === end || isTaken ? null : { start, end }
  }

  const opens = (text: string, { start }: Honour): boolean =>
    LABEL_ONLY.test(text.slice(Math.max(...['；', '。'].map((mark) => text.lastIndexOf(mark, start) + 1)), start))

  const row = (around: Surroundings, honour: Honour): Told | null => {
    const { text, outside } = around
    const span = isTitle(honour) && opens(text, honour) ? rowBehind(around, honour) : null
    const cues = span ? outside.filter(({ start, end }) => start >= span.start && end <= span.end) : []
    if (!span) return null
    const clauseEnd = span.start + text.slice(span.start, span.end).search(/，|$/u)
    const isIssued = issued.test(text.slice(clauseEnd, span.end))
    const status = statusOf(cues) ?? (isIssued || (around.amongHonours && clauseEnd === span.end) ? 'obtained' : undefined)
    if (status === undefined) return null
    const isDenied = cues.some((found) => says(found, 'honour-negative')) && status !== 'revoked'
    if (isDenied) return { status: null, verb: honour, holder: 'county' }
    const first = cues[0]
    const verb = cues.at(-1) ?? honour
    const isGiven = first !== undefined && says(first, 'honour-give') && first.start === span.start
    // 马记油坊入选: a word of standing may be part of a name.
    const ends = [...cues.filter(({ start }) => start < clauseEnd).map(({ start }) => start), clauseEnd]
    const places = isGiven ? [{ start: first.end, end: clauseEnd }] : ends.map((end) => ({ start: span.start, end }))
    const named = places.find((place) => isName(text, place) && !ownCounty.test(text.slice(place.start, place.end)))
    if (named) return { status, verb, holder: named }
    return ownCounty.test(text.slice(span.start)) ? { status, verb, holder: 'county' } : null
  }

  /** ；中华老字号打算明年再报, ；国家级绿色工厂正在申报: said of who holds the title of the half before. */
  const goesOn = ({ text, outside }: Surroundings, honour: Honour, before: Standing | null): Told | null => {
    if (before?.told === undefined || text[honour.start - 1] !== '；' || !isTitle(honour)) return null
    const stop = text.slice(honour.tailEnd).search(/[，；。]/u)
    const end = stop < 0 ? text.length : honour.tailEnd + stop
    const said: readonly Cue[] = outside.filter((found) => found.start >= honour.tailEnd && found.end <= end)
    const [first, last] = [said[0], said.at(-1)]
    if (!first && coming.test(text.slice(honour.tailEnd, end))) return { status: 'planned', verb: honour, holder: 'same' }
    if (!first || !last || stripFiller(text.slice(honour.tailEnd, first.start)) !== '') return null
    const isMeant = says(first, 'honour-planned')
    if (isMeant && said.length === 1 && !tried.test(text.slice(first.end, end))) return null
    const status = isMeant ? 'planned' : statusOf(said)
    return status === undefined ? null : { status, verb: last, holder: 'same' }
  }

  return (around, index, before) => {
    const honour = around.honours[index] as Honour
    return row(around, honour) ?? goesOn(around, honour, before)
  }
}
