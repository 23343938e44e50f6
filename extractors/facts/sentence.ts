/**
 * What a sentence says of the facts that it names: in the clause that names the thing, else in the clauses that follow and go on about it
 * (电梯应急救援平台建设顺利，已于6月15日投入使用).
 */
import { createScan, createStripper } from '../achievements/scan.ts'
import type { Span } from '../document.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { CLAUSE_GROUPS, type ClauseAnswer, createClauseReader } from './clause.ts'
import { createFactMentionReader, type FactMention } from './mention.ts'
import type { FactReading } from './reading.ts'

export interface SentenceOptions {
  readonly planned: boolean
}

/** `clauses` are places in `text`. In order of position. */
export type FactSentenceReader = (text: string, clauses: readonly Span[], options: SentenceOptions) => FactReading[]

/** A plan said at the head of a clause goes on to the end of its part of the sentence: 拟召开推进会，出台奖励办法. */
const HEAD = 6
/** How many clauses after the one that names the thing may go on about it, and how soon they must come to the point. */
const FOLLOWING = 2
const SOON = 12
const CLAUSE_MARK = /[，；：。！？\s]+$/u

export function createFactSentenceReader(lexicon: Lexicon): FactSentenceReader {
  const cuesIn = createScan(lexicon, CLAUSE_GROUPS)
  const readClause = createClauseReader(lexicon, cuesIn)
  const mentionsIn = createFactMentionReader(lexicon)
  const stripFollow = createStripper(lexicon, ['fact-follow'])
  const othersIn = createScan(lexicon, ['fact-others'])
  const basisIn = createScan(lexicon, ['fact-basis', 'fact-basis-end'])
  const plansIn = createScan(lexicon, ['fact-plan'])
  const follows = new Set(cue(lexicon, 'fact-follow'))

  /** 根据…方案: a thing that is gone by is nobody's doing; 按照…要求制定方案 is. */
  const isBasis = (before: string): boolean => {
    const last = basisIn(before).at(-1)
    return last?.groups.has('fact-basis') ?? false
  }

  const isIntended = (text: string, clauses: readonly Span[], clause: Span): boolean => {
    const part = text.lastIndexOf('；', clause.start - 1) + 1
    return clauses.some(
      ({ start, end }) => start >= part && end <= clause.start && plansIn(text.slice(start, Math.min(end, start + HEAD))).length > 0,
    )
  }

  /** What the clauses behind say of it, when they go on about it and come to the point soon. */
  const following = (
    text: string,
    clauses: readonly Span[],
    mention: FactMention,
    mentions: readonly FactMention[],
    options: SentenceOptions,
  ): FactReading | null => {
    const index = clauses.findIndex(({ end }) => mention.start < end)
    const home = clauses[index] as Span
    for (const clause of clauses.slice(index + 1, index + 1 + FOLLOWING)) {
      if (mentions.some(({ start, fact }) => start >= clause.start && start < clause.end && fact.id !== mention.fact.id)) return null
      const words = text.slice(clause.start, clause.end)
      const said = readClause(words, { start: 0, end: 0 }, mention.fact, { ...options, beside: [] })
      if (!said) continue
      const before = words.slice(0, said.at.start)
      const goesOn = follows.has(before) || stripFollow(before).length <= SOON
      if (!goesOn || othersIn(before).length > 0) return null
      const { answer, ground } = said
      return {
        fact: mention.fact,
        answer,
        ground,
        span: { start: home.start, end: trimmed(text, clause) },
        subjectEnd: mention.start,
        isNear: mention.isNear,
        following: true,
      }
    }
    return null
  }

  return (text, clauses, options) => {
    const mentions = mentionsIn(text)
    const readings: FactReading[] = []
    for (const mention of mentions) {
      const clause = clauses.find(({ start, end }) => mention.start >= start && mention.start < end)
      if (!clause) continue
      const words = text.slice(clause.start, clause.end)
      const thing = { start: mention.start - clause.start, end: Math.min(mention.end, clause.end) - clause.start }
      const planned = options.planned || isIntended(text, clauses, clause)
      const said = readClause(words, thing, mention.fact, { planned, beside: besideIn(clause, mention, mentions) })
      const subjectEnd = Math.min(thing.start, said?.at.start ?? thing.start)
      if (isBasis(words.slice(subjectEnd, thing.start)) || (said === null && isBasis(words.slice(0, thing.start)))) continue
      const behind =
        said === null || said.answer === 'yes' || said.ground === 'stage' ? following(text, clauses, mention, mentions, options) : null
      if (said && (behind === null || !overrules(behind, said)))
        readings.push({
          fact: mention.fact,
          answer: said.answer,
          ground: said.ground,
          span: { start: clause.start, end: trimmed(text, clause) },
          subjectEnd: clause.start + subjectEnd,
          isNear: mention.isNear,
          following: false,
        })
      else if (behind) readings.push(behind)
    }
    return readings
  }
}

/** What was done is overruled by how far it is or that it came to nothing (排在9月，后因疫情取消), what is under way by how it ended (推迟，到季度末仍没有开成). */
const overrules = (behind: FactReading, said: ClauseAnswer): boolean =>
  said.answer === 'yes' ? behind.ground === 'stage' || behind.ground === 'absent' : behind.answer === 'no'

/** What else the clause names, in its own places. */
const besideIn = (clause: Span, mention: FactMention, mentions: readonly FactMention[]): Span[] =>
  mentions
    .filter(({ start, end, fact }) => fact.id !== mention.fact.id && start >= clause.start && end <= clause.end)
    .map(({ start, end }) => ({ start: start - clause.start, end: end - clause.start }))

const trimmed = (text: string, { start, end }: Span): number => start + text.slice(start, end).replace(CLAUSE_MARK, '').length
