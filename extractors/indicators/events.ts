/**
 * Events that did not happen: a zero, only where the event itself is named in the same clause.
 *
 *   未发生区域性、系统性质量安全事件     0 起, quoting the negation with its event
 *   “瘦肉精”检出为零                     0
 *   未发生较大及以上特种设备事故         0 of the larger ones, which is no zero of all; nor is 未发生重大特种设备事故
 *   托里县、和布克赛尔县无非法集资案件   no rate of anything
 */
import { type FoldedSpan, foldedSpan } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Indicator, type Lexicon } from '../lexicon.ts'
import { createNameMatcher, type NameMatcher } from './name-matcher.ts'

export interface AbsentEvent {
  readonly span: FoldedSpan
  readonly indicator: Indicator | null
  readonly name: string
}

/** Finds the events that one clause says did not happen. Places are in the text that the clause is cut from. */
export type EventReader = (text: string, clause: FoldedSpan, sentenceStart: number) => AbsentEvent[]

/** 未发生一起事故 names 事故. */
const ONE = /^(?:任何)?[一1][起例件次]/u
/** A negation reaches this far: 未发生因质量问题引发的群体性上访事件. */
const REACH = 28

/** The events that the lexicon counts, by all their names. */
export function countedEvents(lexicon: Lexicon): NameMatcher<{ readonly indicator: Indicator }> {
  return createNameMatcher<{ readonly indicator: Indicator }>(
    lexicon.indicators
      .filter(({ direction }) => direction === 'zero')
      .flatMap((indicator) => [indicator.name, ...indicator.aliases, ...indicator.events].map((name) => [name, { indicator }] as const)),
    cue(lexicon, 'neutral-in-names'),
  )
}

export function createEventReader(lexicon: Lexicon): EventReader {
  const counted = lexicon.indicators.filter(({ direction }) => direction === 'zero')
  const eventsIn = createNameMatcher<{ readonly indicator: Indicator | null }>(
    [
      ...counted.flatMap((indicator) => indicator.events.map((event) => [event, { indicator }] as const)),
      ...cue(lexicon, 'event-nouns').map((event) => [event, { indicator: null }] as const),
    ],
    cue(lexicon, 'neutral-in-names'),
  )
  const namesIn = countedEvents(lexicon)
  const negation = new RegExp(wordPattern([...cue(lexicon, 'event-negation'), ...cue(lexicon, 'event-negation-detect')]), 'gu')
  const zeroBefore = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'event-zero'))})(?:${wordPattern(cue(lexicon, 'event-degrees'))})?(?:因[^，。；]{0,14}引发的)?$`,
    'u',
  )
  const zeroWord = new RegExp(`^(?:${wordPattern(cue(lexicon, 'event-zero'))})`, 'u')
  const zeroAfter = new RegExp(
    `^[”’]?(?:也|均|都|全部)?(?:${wordPattern([...cue(lexicon, 'event-zero-after'), ...cue(lexicon, 'event-negation-after')])})(?![.．0-9])`,
    'u',
  )

  const restricted = new RegExp(wordPattern(cue(lexicon, 'event-restrictions')), 'u')
  const unrestricted = new RegExp(wordPattern(cue(lexicon, 'event-lowest-degrees')), 'u')
  /** Whether what stands between a negation and its event leaves some of such events open. */
  const isPart = (between: string): boolean => restricted.test(between) && !unrestricted.test(between)

  const zeroNouns = new RegExp(`(?:${wordPattern(cue(lexicon, 'event-zero'))})(${wordPattern(cue(lexicon, 'event-zero-nouns'))})`, 'gu')
  /** 特种设备零事故、零死亡: a bare noun is the event of the field that the clause names. */
  const ofField = (before: string, noun: string): Indicator | undefined => {
    const field = lexicon.fields.find(
      ({ words }) =>
        words.some((word) => before.includes(word)) &&
        counted.some((indicator) => indicator.field === lexicon.fields.find((each) => each.words === words)?.id),
    )
    return counted.find((indicator) => indicator.field === field?.id && indicator.events.some((event) => event.includes(noun)))
  }

  /** “瘦肉精”抽检120份，无一检出; 事故和事件均未发生: the event is named before. */
  const closing = new RegExp(
    `(?:也|均|都|全部)?(?:${wordPattern([...cue(lexicon, 'event-negation'), ...cue(lexicon, 'event-negation-after')])})$`,
    'u',
  )
  return (text, clause, sentenceStart) => {
    const words = text.slice(clause.start, clause.end)
    const found: AbsentEvent[] = []
    const add = (start: number, end: number, indicator: Indicator | null, name: string): void => {
      if (!found.some(({ span }) => span.start < clause.start + end && span.end > clause.start + start))
        found.push({ span: foldedSpan(clause.start + start, clause.start + end), indicator, name: indicator?.name ?? name })
    }
    for (const match of matchesOf(negation, words)) {
      const from = match.index + match[0].length
      const named = eventsIn(words.slice(from, from + REACH))
      // One negation over two events (事故和事件) is two zeros; the noun that a longer name ends with is no event of its own.
      for (const [index, event] of named.entries()) {
        if (event.named.indicator === null && named[index - 1]?.end === event.start) continue
        const start = index === 0 ? match.index : from + event.start
        const part = index === 0 && isPart(words.slice(from, from + event.start))
        add(start, from + event.end, part ? null : event.named.indicator, words.slice(from, from + event.end).replace(ONE, ''))
      }
    }
    for (const event of eventsIn(words)) {
      const before = zeroBefore.exec(words.slice(0, event.start))
      if (!before || !event.named.indicator) continue
      const degree = before[0].replace(zeroWord, '')
      const indicator = isPart(degree) ? null : event.named.indicator
      add(event.start - before[0].length, event.end, indicator, degree + words.slice(event.start, event.end))
    }
    for (const noun of matchesOf(zeroNouns, words)) {
      const indicator = ofField(text.slice(sentenceStart, clause.start + noun.index), noun[1] ?? '')
      if (indicator) add(noun.index, noun.index + noun[0].length, indicator, '')
    }
    const names = namesIn(words)
    for (const [index, name] of names.entries()) {
      const after = zeroAfter.exec(words.slice(name.end))
      if (!after) continue
      // 食品安全事故、特种设备事故均为零: each of the list, quoted with the negation that they share.
      const [first, ...rest] = listEndingAt(names, index, words).reverse()
      const end = name.end + after[0].length
      add((first ?? name).start, end, name.named.indicator, '')
      for (const { start, named } of rest)
        found.push({ span: foldedSpan(clause.start + start, clause.start + end), indicator: named.indicator, name: named.indicator.name })
    }
    const end = found.length === 0 ? closing.exec(words.replace(/[，。；]+$/u, '')) : null
    if (end) {
      const named = end.index === 0 ? namesIn(text.slice(sentenceStart, clause.start)).slice(-1) : eventsIn(words.slice(0, end.index))
      for (const event of named) {
        const start = end.index === 0 ? 0 : event.start
        // Each event is quoted with the negation that they share.
        found.push({
          span: foldedSpan(clause.start + start, clause.start + end.index + end[0].length),
          indicator: event.named.indicator,
          name: event.named.indicator?.name ?? words.slice(event.start, event.end),
        })
      }
    }
    return found
  }
}

/** The names that stand side by side before one, and it. */
function listEndingAt<Name extends { readonly start: number; readonly end: number }>(
  names: readonly Name[],
  index: number,
  words: string,
): Name[] {
  const list: Name[] = []
  for (let at = index; at >= 0; at--) {
    const [name, next] = [names[at] as Name, list[0]]
    if (next !== undefined && !/^[、和及与]$/u.test(words.slice(name.end, next.start))) break
    list.unshift(name)
  }
  return list
}
