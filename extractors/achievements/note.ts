/**
 * The bracket behind a title: how far it is won, who gave it, or who holds it.
 *
 *   国家园林城市（复评通过）      绿色饭店（中国饭店协会颁发）证书      全国双拥模范城（塔城市）      国家AAA级旅游景区2个（甲景区、乙公园）
 *   自治区绿色商场（江格尔商贸城，复评）      parted by commas it says more than one of these
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import { CLASSIFIER, NUMERAL } from './counted.ts'
import type { LevelReader } from './level.ts'
import { createScan } from './scan.ts'
import { STATUS_GROUPS, statusOf } from './status.ts'

export interface Note extends Span {
  /** Without the brackets; of several parts those that may name somebody, without how many each has. */
  readonly inners: readonly Span[]
  /** Undefined where it says nothing of that, null where it says that nothing was won. */
  readonly status: AchievementStatus | null | undefined
  /** '' where none is named. */
  readonly giver: string
  /** Says only that it was given, or by whom. */
  readonly given: boolean
  /** Neither status nor giver nor date: perhaps whose it is. */
  readonly mayName: boolean
  /** Behind a number of those who hold it: 1家（博瑞新材料）. */
  readonly counted: boolean
}

export type NoteReader = (text: string, at: number) => Note | null

const LONGEST_NOTE = 80
/** 企业复核通过1家（…） */
const COUNT_BEFORE = new RegExp(`^\\p{Script=Han}{0,6}${NUMERAL}${CLASSIFIER}`, 'u')
const EACH = new RegExp(`(?<=.{2})(?:各|共)?${NUMERAL}${CLASSIFIER}$`, 'u')
const DATE_ONLY = /^(?:截至|至|自)?[0-9年月日度底初、—\-第期批次届起止]+$/u

export function createNoteReader(lexicon: Lexicon, levels: LevelReader): NoteReader {
  const cuesIn = createScan(lexicon, STATUS_GROUPS)
  const giving = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-issued'))})$`, 'u')
  const organ = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-organ'))})$`, 'u')
  const social = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-level-social'))})$`, 'u')
  const aside = new Set(cue(lexicon, 'honour-aside'))

  const meaningOf = (words: string): Pick<Note, 'status' | 'giver' | 'given' | 'mayName'> => {
    const given = giving.test(words)
    const cues = cuesIn(words).filter(({ groups }) => !groups.has('honour-give'))
    const status = cues.length > 0 ? statusOf(cues) : given ? 'obtained' : undefined
    const isGiver = status === undefined && organ.test(words) && levels.in(words) !== null
    return {
      status,
      giver: (given && levels.ofGiver(words)) || isGiver || social.test(words) ? words : '',
      given: given && cues.length === 0,
      mayName: status === undefined && !isGiver && !social.test(words) && !DATE_ONLY.test(words) && !aside.has(words),
    }
  }

  return (text, at) => {
    const open = at + (COUNT_BEFORE.exec(text.slice(at, at + 12))?.[0].length ?? 0)
    const close = text[open] === '（' ? text.indexOf('）', open) : -1
    if (close < 0 || close - open > LONGEST_NOTE) return null
    const parts = partsOf(text, { start: open + 1, end: close }).map((span) => ({ span, ...meaningOf(text.slice(span.start, span.end)) }))
    const naming = parts.filter(({ mayName }) => mayName).map(({ span }) => span)
    const telling = parts.findLast(({ status }) => status !== undefined)
    return {
      start: open,
      end: close + 1,
      inners: open > at ? naming.map((span) => withoutCount(text, span)) : naming.slice(0, 1),
      status: telling?.status,
      giver: parts.find(({ giver }) => giver !== '')?.giver ?? '',
      given: telling?.given ?? false,
      mayName: naming.length > 0,
      counted: open > at,
    }
  }
}

/** 安集海镇辣椒干、博尔通古乡小麦粉‹各1张› */
const withoutCount = (text: string, { start, end }: Span): Span => ({
  start,
  end: end - (EACH.exec(text.slice(start, end))?.[0].length ?? 0),
})

/** The parts between commas. */
function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (let at = start; at <= end; at++)
    if (at === end || '，；'.includes(text[at] as string)) {
      if (at > from) parts.push({ start: from, end: at })
      from = at + 1
    }
  return parts
}

/** The place behind the bracket that opens here, else the place itself. */
export function behindNote(text: string, at: number): number {
  const close = text[at] === '（' ? text.indexOf('）', at) : -1
  return close >= 0 && close - at <= LONGEST_NOTE ? close + 1 : at
}
