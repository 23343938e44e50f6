/**
 * All honours of a document: one line for each holder and each title, with level, status and year.
 *
 * Sentences are read here, tables of honours in `tables.ts`. A measure, an investment, a contest held or a commendation issued by the county itself is no
 * achievement. What stands twice in a document with the same status is one line.
 */
import type { Document, Span } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import { createPlanReader } from '../indicators/plan.ts'
import { passageText, seamed } from '../language/seams.ts'
import { headingsAbove, type Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type AwardLevel, cue, type Lexicon } from '../lexicon.ts'
import { createRegionReader, type RegionReader } from '../quantities/region.ts'
import type { Achievement } from './achievement.ts'
import { createComingReader } from './coming.ts'
import { createCueReader } from './cues.ts'
import { createDistributor } from './distribute.ts'
import type { AchievementDraft } from './draft.ts'
import { createEllipticReader } from './elliptic.ts'
import { createCountyOfficeReader, createGiverReader } from './giver.ts'
import { createHolderReader, type Holders } from './holder.ts'
import { createHonourReader, type Honour } from './honour.ts'
import { createLabelReader, labelOf } from './labels.ts'
import { createLevelReader, isAbove, type LevelHints } from './level.ts'
import { createNameReader } from './names.ts'
import { type Passage, passages } from './passages.ts'
import { distinct, toAchievement } from './record.ts'
import { createScan } from './scan.ts'
import { createStandingReader, type Standing } from './standing.ts'
import { says } from './status.ts'
import { createHonourTableReader } from './tables.ts'

export interface AchievementInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
}

/** Without their ids, which the pipeline gives. In order of position. */
export type AchievementExtractor = (input: AchievementInput) => Omit<Achievement, 'id'>[]

const LONGEST_QUOTE = 120
/** A document about all counties at once is the prefecture's. */
const OFFICE_OF_ALL: AwardLevel = 'prefecture'
/** 中国驰名商标2件, 红花杯申报了2项, 绿色食品达到8个 */
const COUNTED =
  /^[\p{Script=Han}]{0,2}(?:申报了?|创建)?(?:共|各|达到?|增至|增加到|再添)?[0-9一二三四五六七八九十两几多]{1,4}(?:[余多]?[个家项件枚处座名款种张]|到|至)/u
/** 所获称号。 opens a list of them. */
const LONGEST_OPENING = 16

export function createAchievementExtractor(lexicon: Lexicon): AchievementExtractor {
  const regionsOf = createRegionReader(lexicon)
  const levels = createLevelReader(lexicon)
  const cuesOf = createCueReader(lexicon)
  const honoursIn = createHonourReader(lexicon, levels)
  const labelsIn = createLabelReader(lexicon, levels)
  const standingOf = createStandingReader(lexicon, levels)
  const holdersOf = createHolderReader(lexicon, regionsOf)
  const givers = createGiverReader(lexicon)
  const ofCounty = createCountyOfficeReader(lexicon)
  const sharedOut = createDistributor(lexicon)
  const names = createNameReader(lexicon, regionsOf)
  const readTables = createHonourTableReader(lexicon, honoursIn, cuesOf.words, levels, names)
  const elliptic = createEllipticReader(lexicon, names)
  const plans = createPlanReader(lexicon)
  const coming = createComingReader(lexicon)
  const contest = createContestReader(lexicon)
  const stock = new RegExp(wordPattern(cue(lexicon, 'honour-stock')), 'u')
  /** How many there are, or are applied for, and not whose: a value. */
  const isStock = (text: string, { start, tailEnd, weak }: Honour, { status, verb }: Standing): boolean =>
    (status !== 'planned' || loose.has(text.slice(verb.start, verb.end))) &&
    COUNTED.test(text.slice(tailEnd)) &&
    (status !== 'obtained' || weak || stock.test(text.slice(text.lastIndexOf('；', start) + 1, start)))
  const loose = new Set(cue(lexicon, 'honour-loose'))
  /** 第一名 in a contest, and not among the counties. */
  const ranks = new Set(cue(lexicon, 'honour-rank'))
  const match = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-match'))})$`, 'u')
  const acts = createScan(lexicon, ['honour-announce'])
  /** 通报表扬, 授予…: given by who issues the document, unless another is named. */
  const isOwnAct = ({ title }: Honour, { ahead }: Standing): boolean =>
    acts(title).length > 0 || ahead.some((word) => says(word, 'honour-give'))
  const winner = new RegExp(wordPattern(cue(lexicon, 'honour-winner')), 'u')
  const reporting = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-reported'))})`, 'u')
  const honoursAhead = new RegExp(wordPattern(cue(lexicon, 'honour-heading')), 'u')

  const readPassage = (
    input: AchievementInput,
    passage: Passage,
    seam: number | null,
    plannedFrom: number,
    reported: boolean,
    above: readonly string[],
    isCell: boolean,
  ): AchievementDraft[] => {
    const { raw, clauses, toFolded } = passageText(input.document.folded.text, passage, seam)
    const text = maskFileTitles(raw)
    const words = cuesOf.words(text)
    const amongHonours = above.some((heading) => honoursAhead.test(heading))
    if (words.length === 0 && !amongHonours && !/[：（为是系]|——/u.test(text) && !winner.test(text)) return []
    const found = honoursIn(text, clauses, words)
    const cues = cuesOf.joined(
      text,
      words,
      found.filter(({ headless }) => !headless),
    )
    const honours = found.filter((honour) => !cues.some((word) => honour.headless && isInside(honour, word)))
    if (honours.length === 0) return []
    const labels = labelsIn(text).filter(({ words }) => !honours.some(({ start, end }) => start < words.end && end > words.start))
    const outside = cues.filter(
      (found) => !honours.some(({ start, end, note }) => isInside(found, { start, end }) || (note !== null && isInside(found, note))),
    )
    const issuedAbove = input.identity.county !== null && input.identity.countyId === null
    const around = { text, clauses, cues, outside, honours, labels, amongHonours, issuedAbove }
    const drafts: AchievementDraft[] = []
    let standing: Standing | null = null
    let previous: { honour: Honour; standing: Standing; holders: Holders; giver: string } | null = null
    honours.forEach((honour, index) => {
      standing = standingOf({ ...around, planned: passage.span.start + honour.start >= plannedFrom, reported }, index, standing)
      if (!standing) return
      const prize = honour.bare ? previous?.honour.title : undefined
      const event =
        honour.award?.level || levels.in(honour.title)
          ? null
          : (contest(text.slice(0, honour.start)) ?? (prize?.endsWith('奖') ? prize : null))
      if (honour.bare && (!event || (ranks.has(honour.title) && !match.test(event)))) return
      const holders = holdersOf({ source: { masked: text, raw }, clauses, outside, honours, honour, labels, standing, previous })
      if (!holders || (holders.names.length === 0 && (isStock(text, honour, standing) || (isCell && standing.item)))) return
      const from = clauses.find(({ end }) => honour.start < end)?.start ?? 0
      const label = labelOf(labels, honour.start)
      const shared = previous?.standing.verb === standing.verb ? previous.giver : ''
      const giver = honour.note?.giver || givers(text, from, honour, standing.ahead, previous) || shared
      if (
        standing.status === 'obtained' &&
        ofCounty(giver) &&
        !isAbove(levels.in(honour.title) ?? honour.award?.level ?? null) &&
        !isOwnAct(honour, standing)
      )
        return
      previous = { honour, standing, holders, giver }
      const hints: LevelHints = {
        giver,
        event,
        lead: standing.item ? text.slice(standing.item.lead.start, standing.item.lead.end) : '',
        label: label?.level ?? null,
        behind: text.slice(honour.tailEnd, Math.max(honour.tailEnd, standing.verb.end)),
        office: issuedAbove && isOwnAct(honour, standing) ? (levels.in(input.identity.county ?? '') ?? OFFICE_OF_ALL) : null,
        headings: above,
      }
      const { status, notes } = standing
      const quoted = quotedSpan(honour, standing, holders)
      const dealt = sharedOut(text, honours, honour, holders)
      const names = holders.names.length > 0 ? holders.names : ['']
      for (const [at, each] of titlesOf(honour).entries()) {
        const level = levels.of(each.led ? { ...each, awardName: '' } : each, hints)
        const base = {
          span: toFolded(quoted.start, quoted.end),
          award: each.award?.level ? each.award.name : null,
          title: event ? `${event}${each.title}` : each.title,
          level,
          status,
          year: yearOf(honour.title) ?? yearOf(text.slice(from, honour.end)),
          notes: [...notes, ...holders.notes, ...awardNotes(honour)],
          confidence: confidence(each, standing, holders, level),
        }
        for (const holder of dealt ? [dealt[at] as string] : names)
          drafts.push({ ...base, holder, region: regionOf(regionsOf, holder, above) })
      }
    })
    for (const { honour, holders, status, span } of elliptic({ masked: text, raw }, clauses, outside, honours)) {
      const isComing = passage.span.start + span.start >= plannedFrom
      const base = { title: honour.title, award: honour.award?.level ? honour.award.name : null, year: null, notes: [], confidence: 0.81 }
      const level = levels.of(honour, { giver: '', event: null, lead: '', label: null, behind: '', office: null, headings: above })
      for (const holder of holders)
        drafts.push({
          ...base,
          span: toFolded(span.start, span.end),
          level,
          status: isComing ? 'planned' : status,
          holder,
          region: regionOf(regionsOf, holder, above),
        })
    }
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
    let isComing = false
    let opening: string[] = []
    let joined = -1
    let reported = false
    for (const [index, sentence] of structure.sentences.entries()) {
      const block = document.blocks[sentence.block]
      if (!block || block.zone === 'contact' || tables.blocks.has(sentence.block) || joined === index) continue
      const whole = seamed(document, sentence, structure.sentences[index + 1])
      if (block.kind === 'heading' && !whole) continue
      if (section !== sentence.section) headings = headingsAbove(structure, sentence.section).map(({ title }) => title)
      section = sentence.section
      const text = document.folded.text.slice(sentence.span.start, sentence.span.end)
      const named = coming.year(text, reportYear)
      const wasComing: boolean = sentence.block === lastBlock && isComing
      isComing = wasComing || named !== null
      if (sentence.block !== lastBlock) {
        opening = []
        reported = reporting.test(text)
      }
      if (text.length <= LONGEST_OPENING && honoursAhead.test(text)) opening = [text]
      lastBlock = sentence.block
      const isPlan = identity.kind === 'plan' || plannedSections[sentence.section] === true || headings.some(coming.heading)
      // A year to come speaks of what follows it: …获评A；乙计划2024年申请B.
      const comingFrom = named === null ? Number.POSITIVE_INFINITY : sentence.span.start + text.lastIndexOf('；', named) + 1
      const plannedFrom = isPlan || wasComing ? sentence.span.start : comingFrom
      const above = [...headings, ...opening]
      if (whole) joined = index + 1
      for (const passage of whole ? [whole] : passages(document.folded.text, sentence))
        drafts.push(...readPassage(input, passage, whole?.seam ?? null, plannedFrom, reported, above, block.cell !== undefined))
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
  const named = `([^，。；]{2,40}?(?:${wordPattern(cue(lexicon, 'honour-contest'))}))(?:活动)?`
  const contest = new RegExp(`(?:在|于)${named}(?:中|上|里)|(?:${wordPattern(cue(lexicon, 'honour-entered'))})了?${named}，`, 'gu')
  return (before) => {
    const last = [...before.matchAll(contest)].at(-1)
    return last?.[1] ?? last?.[2] ?? null
  }
}

/** The titles that share the honour's words, each with its own level. */
function titlesOf(honour: Honour): Honour[] {
  const known = honour.award?.level ? null : honour.award
  return [...honour.elided.map((title): Honour => ({ ...honour, title, award: known, awardName: '' })), honour]
}

function yearOf(text: string): number | null {
  const years = [...text.matchAll(/((?:19|20)[0-9]{2})年/gu)]
  return years.length === 0 ? null : Number(years.at(-1)?.[1])
}

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

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
