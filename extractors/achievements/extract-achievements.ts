/**
 * All honours of a document: one line for each holder and each title, with level, status and year.
 *
 * Sentences are read here, tables of honours in `tables.ts`. A measure, an investment, a contest held or a commendation issued by the county itself is no
 * achievement. What stands twice in a document with the same status is one line.
 */
import { type Document, foldedSpan, quote, type Span, toSource } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import { createPlanReader } from '../indicators/plan.ts'
import { headingsAbove, type Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type AwardLevel, cue, type Lexicon } from '../lexicon.ts'
import { countyName, createRegionReader, type RegionReader } from '../quantities/region.ts'
import type { Achievement } from './achievement.ts'
import type { AchievementDraft } from './draft.ts'
import { createHolderReader, type Holders } from './holder.ts'
import { createHonourReader, type Honour } from './honour.ts'
import { createLevelReader } from './level.ts'
import { type Passage, passages } from './passages.ts'
import { createScan } from './scan.ts'
import { createStandingReader, STATUS_GROUPS, type Standing } from './standing.ts'
import { createHonourTableReader } from './tables.ts'

export interface AchievementInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
}

/** Without their ids, which the pipeline gives. In order of position. */
export type AchievementExtractor = (input: AchievementInput) => Omit<Achievement, 'id'>[]

const LONGEST_QUOTE = 120
const MEMORY = 500

export function createAchievementExtractor(lexicon: Lexicon): AchievementExtractor {
  const regionsOf = createRegionReader(lexicon)
  const levels = createLevelReader(lexicon)
  const cuesIn = createScan(lexicon, STATUS_GROUPS)
  const honoursIn = createHonourReader(lexicon, levels)
  const standingOf = createStandingReader(lexicon, levels)
  const holdersOf = createHolderReader(lexicon, regionsOf)
  const readTables = createHonourTableReader(lexicon, honoursIn, cuesIn, levels)
  const plans = createPlanReader(lexicon)
  const contest = createContestReader(lexicon)
  const passiveIn = createScan(lexicon, ['honour-passive'])
  const respectively = createScan(lexicon, ['respectively'])

  /** 甲镇、乙镇分别获得A、B称号: the first title is the first one's. Null where it is not so said, or the numbers differ. */
  const sharedOut = (honours: readonly Honour[], honour: Honour, { names, start }: Holders, text: string): readonly string[] | null => {
    if (start === null || names.length < 2) return null
    const word = respectively(text).findLast((found) => found.start >= start && found.end <= honour.start)
    if (!word) return null
    const end = text.slice(word.end).search(/[，；。]/u)
    const titles = honours.filter((other) => other.start >= word.end && (end < 0 || other.start < word.end + end))
    const mine = names[titles.indexOf(honour)]
    return titles.length === names.length && mine !== undefined ? [mine] : null
  }

  /** 被…评为, 经…认定为; 自治区文旅厅授予新地乡…: who gives it. */
  const giverOf = (text: string, clauses: readonly Span[], honour: Honour, { verb }: Standing): string => {
    const from = clauses.find(({ end }) => honour.start < end)?.start ?? 0
    const before = text.slice(from, verb.start)
    const passive = passiveIn(before).at(-1)
    if (passive) return before.slice(passive.end)
    return honour.object ? before : ''
  }

  const readPassage = (input: AchievementInput, passage: Passage, planned: boolean, above: readonly string[]): AchievementDraft[] => {
    const { start } = passage.span
    const text = maskFileTitles(input.document.folded.text.slice(start, passage.span.end))
    const clauses = passage.clauses.map((clause) => ({ start: clause.start - start, end: clause.end - start }))
    const cues = cuesIn(text)
    if (cues.length === 0 && !text.includes('：')) return []
    const honours = honoursIn(text, clauses, cues)
    const outside = cues.filter((found) => !honours.some((honour) => found.start >= honour.start && found.end <= honour.end))
    const drafts: AchievementDraft[] = []
    let standing: Standing | null = null
    let previous: { honour: Honour; standing: Standing; holders: Holders } | null = null
    const issuedAbove = input.identity.county !== null && input.identity.countyId === null
    honours.forEach((honour, index) => {
      standing = standingOf({ text, clauses, cues, outside, honours, planned, issuedAbove }, index, standing)
      if (!standing) return
      const event = honour.award?.level || levels.in(honour.title) ? null : contest(text.slice(0, honour.start))
      if (honour.bare && !event) return
      const holders = holdersOf({ text, clauses, outside, honours, honour, standing, previous })
      if (!holders) return
      previous = { honour, standing, holders }
      const giver = giverOf(text, clauses, honour, standing)
      const context = text.slice(0, honour.start)
      const own = issuedAbove ? levels.in(input.identity.county ?? '') : null
      const level =
        honour.award?.level ??
        socialOf(levels.ofGiver(giver)) ??
        levels.in(honour.title) ??
        levels.ofGiver(giver) ??
        levels.in(event ?? context) ??
        levels.in(text.slice(honour.tailEnd, Math.max(honour.tailEnd, standing.verb.end))) ??
        own ??
        'unknown'
      const quoted = quotedSpan(honour, standing, holders)
      const base = {
        span: { start: start + quoted.start, end: start + quoted.end },
        award: honour.award?.level ? honour.award.name : null,
        title: event ? `${event}${honour.title}` : honour.title,
        level,
        status: standing.status,
        year: yearOf(honour.title) ?? yearOf(text.slice(clauses.find(({ end }) => honour.start < end)?.start ?? 0, honour.end)),
        notes: [...standing.notes, ...holders.notes, ...awardNotes(honour)],
        confidence: confidence(honour, standing, holders, level),
      }
      const names = sharedOut(honours, honour, holders, text) ?? (holders.names.length > 0 ? holders.names : [''])
      for (const holder of names) drafts.push({ ...base, holder, region: regionOf(regionsOf, holder, above) })
    })
    return drafts
  }

  return (input) => {
    const { document, structure, identity } = input
    const tables = readTables(
      document,
      (block) => headingsAbove(structure, structure.sectionOfBlock[block] ?? 0).map(({ title }) => title),
      identity.kind === 'plan',
    )
    const drafts = [...tables.drafts]
    const plannedSections = plans.sections(structure, identity.period)
    const reportYear = identity.period === null ? null : Number(identity.period.split('/').at(-1)?.slice(0, 4))
    let headings: string[] = []
    let section = -1
    let lastBlock = -1
    let coming = false
    for (const sentence of structure.sentences) {
      const block = document.blocks[sentence.block]
      if (!block || block.zone === 'contact' || block.kind === 'heading' || tables.blocks.has(sentence.block)) continue
      if (section !== sentence.section) headings = headingsAbove(structure, sentence.section).map(({ title }) => title)
      section = sentence.section
      coming =
        (sentence.block === lastBlock && coming) ||
        comingYear(document.folded.text.slice(sentence.span.start, sentence.span.end), reportYear)
      lastBlock = sentence.block
      const planned = identity.kind === 'plan' || plannedSections[sentence.section] === true || coming
      for (const passage of passages(document.folded.text, sentence)) drafts.push(...readPassage(input, passage, planned, headings))
    }
    return distinct(drafts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)).map((draft) =>
      toAchievement(draft, document, identity, lexicon),
    )
  }
}

/** 《…》 names a document, not an honour. */
const maskFileTitles = (text: string): string => text.replace(/《[^《》]{0,80}》/gu, (title) => '□'.repeat(title.length))

/** 在自治区创业创新大赛中: the contest that a prize was won in. */
function createContestReader(lexicon: Lexicon): (before: string) => string | null {
  const contest = new RegExp(`(?:在|于)([^，。；]{2,40}?(?:${wordPattern(cue(lexicon, 'honour-contest'))}))(?:活动)?(?:中|上|里)`, 'gu')
  return (before) => [...before.matchAll(contest)].at(-1)?.[1] ?? null
}

/** What follows a year later than the report's, in its paragraph, is about the coming period. */
function comingYear(text: string, reportYear: number | null): boolean {
  if (reportYear === null) return false
  return [...text.matchAll(/(20[0-9]{2})年/gu)].some(({ 1: year }) => Number(year) > reportYear)
}

function yearOf(text: string): number | null {
  const years = [...text.matchAll(/((?:19|20)[0-9]{2})年/gu)]
  return years.length === 0 ? null : Number(years.at(-1)?.[1])
}

const socialOf = (level: AwardLevel | null): AwardLevel | null => (level === 'social' ? level : null)

function quotedSpan(honour: Honour, standing: Standing, holders: Holders): Span {
  const end = Math.max(honour.tailEnd, standing.verb.end)
  const start = Math.min(honour.start, standing.verb.start)
  return holders.start !== null && holders.start < start && end - holders.start <= LONGEST_QUOTE
    ? { start: holders.start, end }
    : {
        start,
        end: Math.max(
          end,
          holders.start !== null && holders.start > end && holders.start + (holders.names[0]?.length ?? 0) - start <= LONGEST_QUOTE
            ? holders.start + (holders.names[0]?.length ?? 0)
            : end,
        ),
      }
}

function confidence(honour: Honour, standing: Standing, holders: Holders, level: AwardLevel): number {
  const doubts = [
    honour.award === null,
    standing.indirect,
    holders.names.length === 0,
    level === 'unknown',
    honour.weak,
    standing.notes.length > 0,
  ]
  return Math.round((0.95 - 0.07 * doubts.filter(Boolean).length) * 100) / 100
}

function awardNotes({ award }: Honour): string[] {
  return award?.relevance === 'unrelated' ? ['与质量工作无直接关系，是否计入由考核部门决定'] : []
}

/** The county that the holder's own name begins with, else the one that a heading above is about. */
function regionOf(regionsOf: RegionReader, holder: string, headings: readonly string[]): string | null {
  const own = regionsOf(holder).find(({ kind, span }) => kind !== 'self' && span.start === 0)
  if (own) return own.region
  for (const heading of headings) {
    const named = regionsOf(heading).filter(({ kind }) => kind === 'county')
    if (named.length === 1 && named[0]) return named[0].region
  }
  return null
}

/**
 * What is said again with the same status is one line: the same holder, and one entry of the catalogue or of two titles one that contains the other.
 * Each is set against the last MEMORY lines, more than any report holds.
 */
function distinct(drafts: readonly AchievementDraft[]): AchievementDraft[] {
  const kept: { readonly draft: AchievementDraft; readonly title: string }[] = []
  const alike = (a: string, b: string): boolean => a.includes(b) || b.includes(a)
  const sameHolder = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && alike(a, b))
  for (const draft of drafts) {
    const title = draft.title.replace(/[“”‘’"\s]/gu, '')
    const isAgain = ({ draft: other, title: otherTitle }: (typeof kept)[number]): boolean =>
      other.status === draft.status &&
      sameHolder(other.holder, draft.holder) &&
      ((draft.award !== null && draft.award === other.award) || alike(title, otherTitle))
    const from = Math.max(0, kept.length - MEMORY)
    const again = kept.slice(from).findIndex(isAgain)
    if (again < 0) kept.push({ draft, title })
    else if (draft.title === draft.award) kept[from + again] = { draft, title }
  }
  return kept.map(({ draft }) => draft)
}

function toAchievement(draft: AchievementDraft, document: Document, identity: Identity, lexicon: Lexicon): Omit<Achievement, 'id'> {
  const shown = (region: string): string => {
    const county = lexicon.regions.counties.find(({ id }) => id === region)
    return county ? countyName(county, identity.period) : region
  }
  const county = draft.region === null ? identity.county : shown(draft.region)
  const named = lexicon.regions.counties.find(
    ({ names, aliases }) => names.some(({ name }) => name === draft.holder) || aliases.includes(draft.holder),
  )
  return {
    file: document.file,
    county,
    period: identity.period,
    title: draft.title,
    holder: named ? countyName(named, identity.period) : draft.holder || county || '未写明',
    level: draft.level,
    status: draft.status,
    year: draft.year,
    evidence: quote(document, toSource(document.folded, foldedSpan(draft.span.start, draft.span.end))),
    confidence: draft.confidence,
    notes: draft.notes,
  }
}
