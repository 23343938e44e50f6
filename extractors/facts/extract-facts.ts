/**
 * The yes-or-no facts that a document states: read sentence by sentence and row by row, with whose they are and of which year.
 *
 * Nothing is written of what the document does not speak of: unknown is not no, and silence is neither.
 */
import { type Document, foldedSpan, quote, toSource } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import { createPlanReader } from '../indicators/plan.ts'
import { periodOf } from '../indicators/scope.ts'
import { lastBetween } from '../language/last-between.ts'
import { headingsAbove, type Structure } from '../language/structure.ts'
import type { Lexicon } from '../lexicon.ts'
import { firstMonth, lastMonth, type Period, yearAtHead, yearOf } from '../quantities/period.ts'
import { countyName } from '../quantities/region.ts'
import { type ActorContext, createActorReader } from './actor.ts'
import type { StatedFact } from './fact.ts'
import type { FactReading, Ground } from './reading.ts'
import { createFactRowReader } from './rows.ts'
import { createFactSentenceReader } from './sentence.ts'
import { type Statement, settle } from './settle.ts'

export interface FactInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
}

/** Without their ids, which the pipeline gives. In order of position. */
export type FactExtractor = (input: FactInput) => Omit<StatedFact, 'id'>[]

const EVERY_COUNTY = '各县（市）'

const NOTES: Readonly<Partial<Record<Ground, string>>> = {
  stage: '正在办理，还没有办成',
  plan: '只说打算做或正在做，没有说已经做成',
  demand: '只提出要求或建议，没有说做没做',
  doubt: '只说不够、不完善，没有说有没有',
}

/** The digits of a year, with which every period begins. */
const YEAR = 4

const UNSETTLED: ReadonlySet<Ground> = new Set(['stage', 'plan', 'demand', 'doubt'])

export function createFactExtractor(lexicon: Lexicon): FactExtractor {
  const readSentence = createFactSentenceReader(lexicon)
  const readRows = createFactRowReader(lexicon, readSentence)
  const actorsOf = createActorReader(lexicon)
  const plans = createPlanReader(lexicon)

  const statementsOf = (
    reading: FactReading,
    sentenceStart: number,
    context: ActorContext,
    { document, identity }: FactInput,
  ): Statement[] => {
    const { text } = document.folded
    const own = text.slice(reading.span.start, reading.subjectEnd)
    const part = Math.max(sentenceStart, lastBetween(text, '；', sentenceStart, reading.span.start - 1) + 1)
    const before = text.slice(part, reading.subjectEnd)
    const evidence = quote(document, toSource(document.folded, foldedSpan(reading.span.start, reading.span.end)))
    // 2022‹年度质量工作总结›: a year may end within the thing's name.
    const until = reading.subjectEnd + (text.startsWith('年', reading.subjectEnd) ? 1 : 0)
    const stated = periodOf(text.slice(sentenceStart, until), 'actual', null, {
      county: identity.countyId,
      period: identity.period,
      headings: [],
    })
    const period = periodOfFact(text.slice(sentenceStart, until), stated, identity.period)
    const coming = reading.answer === 'yes' && isLater(period, identity.period)
    const ground = coming ? 'plan' : reading.ground
    const note = NOTES[ground]
    return actorsOf(own, before, context).map((region) => {
      const foreign = region !== null && region !== identity.countyId && !context.issuedAbove
      return {
        fact: reading.fact.id,
        county: countyOf(region, identity, period),
        period,
        answer: coming ? 'unknown' : reading.answer,
        ground,
        isNear: reading.isNear,
        evidence,
        confidence: confidence({ ...reading, ground }, foreign),
        notes: [
          ...(note === undefined ? [] : [note]),
          ...(reading.isNear ? [nearNote(reading)] : []),
          ...(foreign ? ['说的是其他县（市）'] : []),
        ],
      }
    })
  }

  const countyOf = (region: string | null, identity: Identity, period: string | null): string | null => {
    if (region === null) return identity.kind === 'bulletin' && identity.countyId === null ? EVERY_COUNTY : identity.county
    const county = lexicon.regions.counties.find(({ id }) => id === region)
    return county ? countyName(county, period) : region
  }

  return (input) => {
    const { document, structure, identity } = input
    const { text } = document.folded
    const statements: Statement[] = []
    const issuedAbove = identity.county !== null && identity.countyId === null
    const headingsOf = (section: number): string[] => headingsAbove(structure, section).map(({ title }) => title)
    const plannedSections = plans.sections(structure, identity.period)
    let opened: { block: number; planned: boolean } = { block: -1, planned: false }
    for (const { span, block: index, section, clauses } of structure.sentences) {
      const block = document.blocks[index]
      if (!block || block.zone === 'contact' || block.kind === 'heading' || block.cell) continue
      const words = text.slice(span.start, span.end)
      const headings = headingsOf(section)
      opened = { block: index, planned: (opened.block === index && opened.planned) || plans.opensAt(words, identity.period) !== null }
      const planned = opened.planned || identity.kind === 'plan' || plannedSections[section] === true
      const places = clauses.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }))
      for (const reading of readSentence(words, places, { planned }))
        statements.push(...statementsOf(moved(reading, span.start), span.start, { issuedAbove, headings }, input))
    }
    for (const reading of readRows(document)) {
      const headings = headingsOf(structure.sectionOfBlock[reading.block] ?? 0)
      statements.push(...statementsOf(reading, reading.span.start, { issuedAbove, headings }, input))
    }
    return settle(document.file, statements)
  }
}

const moved = (reading: FactReading, by: number): FactReading => ({
  ...reading,
  span: { start: reading.span.start + by, end: reading.span.end + by },
  subjectEnd: reading.subjectEnd + by,
})

/**
 * A report speaks of its own period where what it names lies in it or holds it (9月 and 上半年, in a report of a quarter); 第一季度 in a report of the fourth is the first quarter's,
 * 全年未召开 the year's, 去年 the year's before.
 */
function periodOfFact(words: string, stated: Period | null, own: Period | null): Period | null {
  if (own === null) return stated
  if (stated === null || stated === own) return yearAtHead(words, yearOf(own)) ?? own
  if (stated.length === YEAR && own.startsWith(stated)) return stated
  return lastMonth(stated) < firstMonth(own) || firstMonth(stated) > lastMonth(own) ? stated : own
}

/** What is said of a year after the report's own is still to come. */
const isLater = (period: string | null, own: string | null): boolean =>
  period !== null && own !== null && period.slice(0, YEAR) > own.slice(0, YEAR)

const nearNote = ({ fact }: FactReading): string => `原文的名称与“${fact.name}”相近而不相同，是否算作，请核实`

/** What names something near is for a person to take or leave, however plainly it is said. */
const NEAR = 0.6

function confidence({ ground, following, isNear }: FactReading, foreign: boolean): number {
  const doubts = [following, foreign, UNSETTLED.has(ground)].filter(Boolean).length
  const plain = Math.round((0.95 - 0.1 * doubts) * 100) / 100
  return isNear ? Math.min(plain, NEAR) : plain
}
