/**
 * The honours of one passage: its titles, how far each is won, whose it is and who gave it, put together.
 *
 * A measure, an investment, a contest held or a commendation issued by the county itself is no achievement.
 */

import type { Span } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import type { PassageText } from '../language/seams.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type AwardLevel, cue, type Lexicon } from '../lexicon.ts'
import { lastMonth } from '../quantities/period.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { AchievementStatus } from './achievement.ts'
import type { AuthorOf } from './author.ts'
import { createContestReader } from './contest.ts'
import type { CueReader } from './cues.ts'
import { createDistributor } from './distribute.ts'
import type { AchievementDraft } from './draft.ts'
import { awardNotes, confidence, dropOvertaken, quotedSpan, regionOf, titlesOf, yearOf } from './drafting.ts'
import { createEllipticReader } from './elliptic.ts'
import type { Surroundings } from './evidence.ts'
import { createFrameReader, type Frame } from './frames.ts'
import { createCountyOfficeReader, createGiverReader } from './giver.ts'
import { createHolderReader } from './holder.ts'
import type { Honour, HonourReader } from './honour.ts'
import { createLabelReader, labelOf } from './labels.ts'
import { isAbove, type LevelHints, type LevelReader, officeLevel } from './level.ts'
import type { Holders } from './named-in.ts'
import type { NameReader } from './names.ts'
import { createRecordLineReader, type Field } from './record-line.ts'
import { createScan } from './scan.ts'
import { createStandingReader, type Standing } from './standing.ts'
import { says, statusOf } from './status.ts'
import { createStockTest } from './stock.ts'
import { createTopicReader } from './topic.ts'
import { createHonourYear } from './year.ts'

/** Where a passage stands. */
export interface PassageAround {
  readonly identity: Identity
  /** Of the folded text, where the passage begins; from `plannedFrom` on what it says is meant for the coming period. */
  readonly start: number
  readonly plannedFrom: number
  /** Its paragraph opens with a word that tells what happened. */
  readonly reported: boolean
  /** The same with a colon behind (另：): noted beside what the section says. */
  readonly noted: boolean
  /** Of a plan, and not of the section of a report that tells what comes next. */
  readonly inPlan: boolean
  /** What its paragraph says before it. */
  readonly earlier: string
  /** Headings above it. */
  readonly above: readonly string[]
  readonly isCell: boolean
  readonly known: (name: string) => boolean
  /** Whom 本所 speaks of. */
  readonly authorOf: AuthorOf
}

export interface HonourKit {
  readonly regionsOf: RegionReader
  readonly levels: LevelReader
  readonly cuesOf: CueReader
  readonly honoursIn: HonourReader
  readonly names: NameReader
}

type Survey = Omit<Surroundings, 'planned' | 'reported' | 'noted' | 'inPlan' | 'year'>

/** The honour before in the sentence. */
interface Earlier {
  readonly honour: Honour
  readonly standing: Standing
  readonly holders: Holders
  readonly giver: string
  readonly level: AwardLevel
}

export type HonourPassageReader = (passage: PassageText, around: PassageAround) => AchievementDraft[]

/** 获评…先进单位？没有: asks, and says nothing. */
const ASKED = /[？?]$/u
/** What is won in a contest, told in the sentence before: …大赛上包揽前三名。市局获‹优秀组织奖›。 */
/** ‹全国职业院校技能大赛›优秀指导教师奖 */
const CONTEST_OF = /^(.*(?:大赛|竞赛|比武|比赛))(?=.{2,12}奖$)/u

const PLACED = /(?:奖|名|军)$/u

export function createHonourPassageReader(lexicon: Lexicon, kit: HonourKit): HonourPassageReader {
  const { regionsOf, levels, cuesOf, honoursIn, names } = kit
  const labelsIn = createLabelReader(lexicon, levels)
  const framesIn = createFrameReader(lexicon)
  const standingOf = createStandingReader(lexicon, levels, createTopicReader(lexicon, levels, names, regionsOf))
  const holdersOf = createHolderReader(lexicon, regionsOf)
  const givers = createGiverReader(lexicon)
  const ofCounty = createCountyOfficeReader(lexicon)
  const sharedOut = createDistributor(lexicon)
  const elliptic = createEllipticReader(lexicon, names)
  const contest = createContestReader(lexicon)
  const record = createRecordLineReader(lexicon)
  const yearIn = createHonourYear(lexicon)
  const isStock = createStockTest(lexicon)
  /** 第一名 in a contest, and not among the counties. */
  const ranks = new Set(cue(lexicon, 'honour-rank'))
  const match = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-match'))})$`, 'u')
  /** 评选 by itself names no contest. */
  const contests = new Set(cue(lexicon, 'honour-contest'))
  const acts = createScan(lexicon, ['honour-announce'])
  /** 通报表扬, 授予…: given by who issues the document, unless another is named. */
  const isOwnAct = ({ title }: Honour, { ahead }: Standing): boolean =>
    acts(title).some(({ end }) => end === title.length) || ahead.some((word) => says(word, 'honour-give'))
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const organOfOwn = new RegExp(`^[本我](?:${wordPattern(cue(lexicon, 'honour-holder-own'))})`, 'u')
  /** ‹对›某公司‹予以›通报表扬: by the county that issues the document, where nobody above is named. */
  const ownLevel = (text: string, { start }: Honour, { ahead }: Standing): AwardLevel | null => {
    const clause = text.slice(Math.max(...['，', '；', '。'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1, start)
    const isGiven = ahead.some((word) => says(word, 'honour-give')) && receivers(clause)[0]?.start === 0
    return isGiven ? 'county' : null
  }
  const elsewhere = new RegExp(
    `^(?:${wordPattern(cue(lexicon, 'honour-elsewhere'))})(?:市|县|地区|州)?(?![东西南北]?路|至|到|${wordPattern(lexicon.regions.nameTails)})`,
    'u',
  )
  /** ‹石河子市›的某葡萄取得地理标志: told of another place. */
  const isElsewhere = (text: string, clauses: readonly Span[], { start }: Honour): boolean => {
    const clause = clauses.find(({ start: from, end }) => from <= start && start < end)
    return clause !== undefined && elsewhere.test(text.slice(clause.start, start))
  }
  const winner = new RegExp(wordPattern(cue(lexicon, 'honour-winner')), 'u')
  /** 先进集体, 先进个人: given side by side, on one level. */
  const commended = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-akin'))})$`, 'u')
  const isAkin = (one: string, other: string): boolean => [one, other].every((title) => commended.test(title.replace(/[“”]/gu, '')))
  const giving = new RegExp(`关于(?:${wordPattern([...cue(lexicon, 'honour-announce'), ...cue(lexicon, 'honour-give')])})`, 'u')
  /** 《自治区某局‹关于表扬›…成绩突出集体的通报》: a paper that gives, named before the honour. */
  const paperBefore = (raw: string, until: number): string =>
    [...raw.slice(0, until).matchAll(/《([^《》]{4,80})》/gu)].findLast(([, title = '']) => giving.test(title))?.[1] ?? ''
  const honoursAhead = new RegExp(wordPattern(cue(lexicon, 'honour-heading')), 'u')
  const encouraged = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'honour-encouraged'))})(?:${wordPattern([...cue(lexicon, 'honour-holder-adjective'), ...cue(lexicon, 'honour-holder-generic')])})`,
    'u',
  )
  /** ‹鼓励合作社›争创示范社: urged upon all who could, of no level, and nobody's yet. */
  const isEncouraged = (text: string, clauses: readonly Span[], { start, weak, award, title }: Honour): boolean => {
    if (!weak && isAbove(award?.level ?? levels.in(title))) return false
    const clause = clauses.find(({ end }) => start < end)
    return clause !== undefined && encouraged.test(text.slice(clause.start, start))
  }

  /** The passage with its words of standing, its titles and its labels; null where no title stands in it. */
  const survey = ({ raw, clauses }: PassageText, { above, identity }: PassageAround): Survey | null => {
    const text = maskFileTitles(raw)
    const words = cuesOf.words(text)
    const amongHonours = above.some((heading) => honoursAhead.test(heading))
    if (words.length === 0 && !amongHonours && !/[：（】→为是系]|——/u.test(text) && !winner.test(text) && levels.words(text).length === 0)
      return null
    const found = honoursIn(text, clauses, words)
    const cues = cuesOf.joined(
      text,
      words,
      found.filter(({ headless }) => !headless),
    )
    const frames = framesIn(text)
    const goesOn = (honour: Honour, frame: Span): boolean =>
      isInside(honour, frame) && found.some(({ start }) => start >= frame.end && !/[，；。]/u.test(text.slice(frame.end, start)))
    const honours = found.filter(
      (honour) => !cues.some((word) => honour.headless && isInside(honour, word)) && !frames.some((frame) => goesOn(honour, frame)),
    )
    if (honours.length === 0) return null
    const labels = labelsIn(text).filter(({ words }) => !honours.some(({ start, end }) => start < words.end && end > words.start))
    const quoted = quotesIn(text)
    const framed = frames.filter((frame) => !honours.some((honour) => isInside(honour, frame)))
    const outside = cues.filter(
      (found) =>
        ![...framed, ...quoted].some((other) => isInside(found, other)) &&
        !labels.some(({ words, ofKind }) => ofKind && isInside(found, words)) &&
        !honours.some(({ start, end, note }) => isInside(found, { start, end }) || (note !== null && isInside(found, note))),
    )
    return {
      text,
      clauses,
      cues,
      outside,
      honours,
      frames: framed,
      labels,
      amongHonours,
      issuedAbove: officeLevel(identity, levels) !== null,
    }
  }

  /** What a prize that says nothing by itself was won in. */
  const eventOf = ({ text, honours }: Survey, honour: Honour, previous: Earlier | null, earlier: string): string | null => {
    if (honour.award?.level || levels.in(honour.title)) return null
    const before = honours.findLast(({ start, bare, award }) => start < honour.start && !bare && award !== null)?.title
    const prize = honour.bare ? (previous?.honour.title ?? before) : undefined
    const won = prize === undefined ? undefined : (CONTEST_OF.exec(prize)?.[1] ?? prize)
    const told = contest(text.slice(0, honour.start)) ?? (won?.endsWith('奖') || match.test(won ?? '') ? (won ?? null) : null)
    return told ?? (PLACED.test(honour.title) ? contest(earlier) : null)
  }

  /** 荣誉名称：…；获得单位：…；状态：…: a row of a table, written in a line. */
  const recordIn = ({ raw, clauses, toFolded }: PassageText, { plannedFrom, start, above }: PassageAround): AchievementDraft[] => {
    const fields = record(raw)
    const [title, holder] = [fields?.get('title'), fields?.get('holder')]
    const honour = title ? honoursIn(raw, clauses, []).find((one) => one.start >= title.start && one.end <= title.end) : undefined
    if (!fields || !holder || !honour) return []
    const words = (field: Field): string => raw.slice(fields.get(field)?.start ?? 0, fields.get(field)?.end ?? 0)
    const said = statusOf(cuesOf.words(words('status')))
    if (said === null) return []
    const held = names.in({ masked: raw, raw, known: () => false }, holder).names
    const status = said ?? (start >= plannedFrom ? 'planned' : 'obtained')
    const level = honour.award?.level ?? levels.in(honour.title) ?? levels.ofGiver(words('level')) ?? 'unknown'
    const base = {
      span: toFolded(honour.start, honour.end),
      award: honour.award?.level ? honour.award.name : null,
      title: honour.title,
      level,
      status,
    }
    return held.map((name) => ({
      ...base,
      holder: name,
      year: yearOf(words('year')),
      region: regionOf(regionsOf, name, above),
      confidence: 0.9,
      notes: awardNotes(honour),
    }))
  }

  return (passage, around) => {
    const recorded = recordIn(passage, around)
    if (recorded.length > 0) return recorded
    const surveyed = survey(passage, around)
    if (!surveyed || ASKED.test(passage.raw)) return []
    const { text, clauses, outside, honours, labels, frames } = surveyed
    const { identity, above, known, earlier } = around
    const source = { masked: text, raw: passage.raw, known, earlier }
    const drafts: AchievementDraft[] = []
    const statuses = new Map<Honour, AchievementStatus>()
    let standing: Standing | null = null
    let previous: Earlier | null = null
    const year = identity.period === null ? null : Number(lastMonth(identity.period).slice(0, 4))
    const state = { reported: around.reported, noted: around.noted, inPlan: around.inPlan, year }
    honours.forEach((honour, index) => {
      standing = standingOf({ ...surveyed, ...state, planned: around.start + honour.start >= around.plannedFrom }, index, standing)
      if (!standing || isElsewhere(text, clauses, honour)) return
      const event = eventOf(surveyed, honour, previous, earlier)
      if (honour.bare && event && ranks.has(honour.title) && !match.test(event)) return
      const named = holdersOf({ source, clauses, outside, honours, honour, frames, labels, standing, previous, event })
      const from = clauses.find(({ end }) => honour.start < end)?.start ?? 0
      const author = named?.names.length === 0 ? around.authorOf(text.slice(from, honour.start)) : null
      const holders = named && author !== null ? { ...named, names: [author] } : named
      const isNobody = holders === null || holders.names.length === 0
      // 乌苏市新培育…示范单位46家: whoever builds them up, they are only counted.
      if (!holders || ((isNobody || standing.status === 'creating') && isStock(text, honour, standing))) return
      if (isNobody && around.isCell && standing.item) return
      if (isNobody && standing.status !== 'obtained' && isEncouraged(text, clauses, honour)) return
      const shared = previous?.standing.verb === standing.verb ? previous.giver : ''
      const giver =
        honour.note?.giver ||
        honour.by ||
        standing.by ||
        givers(text, from, honour, standing.ahead, previous) ||
        hostOf(text, frames, honour) ||
        shared
      // 获得中国县市报研究会一等奖: by whom it was given says what it is worth.
      if (honour.bare && !event && (!PLACED.test(honour.title) || ranks.has(honour.title) || !isAbove(levels.ofGiver(giver)))) return
      const isAboveCounty = isAbove(levels.in(honour.title) ?? honour.award?.level ?? null)
      if (standing.status === 'obtained' && ofCounty(giver) && !isAboveCounty && !isOwnAct(honour, standing)) return
      statuses.set(honour, standing.status)
      const hints: LevelHints = {
        giver,
        event,
        lead: standing.item ? text.slice(standing.item.lead.start, standing.item.lead.end) : '',
        label: labelOf(labels, honour.start)?.level ?? null,
        behind: text.slice(honour.tailEnd, Math.max(honour.tailEnd, standing.verb.end)),
        akin: previous && isAkin(honour.title, previous.honour.title) ? previous.level : null,
        paper: paperBefore(passage.raw, honour.start),
        office: isOwnAct(honour, standing) ? (officeLevel(identity, levels) ?? ownLevel(text, honour, standing)) : null,
        headings: above,
      }
      const level = levels.of(honour, hints)
      // 梯次推进政府质量奖培育: work on honours of no level, and nobody's.
      const isWork = standing.status === 'creating' && standing.indirect && level === 'unknown'
      if (isWork && !holders.names.some((name) => names.isWellFormed(name) && !organOfOwn.test(name))) return
      previous = { honour, standing, holders, giver, level }
      const { status, notes } = standing
      const quoted = quotedSpan(honour, standing, holders)
      const dealt = sharedOut(text, honours, honour, holders)
      for (const [at, each] of titlesOf(honour).entries()) {
        const level = levels.of(each.led ? { ...each, awardName: '' } : each, hints)
        const base = {
          span: passage.toFolded(quoted.start, quoted.end),
          award: each.award?.level ? each.award.name : null,
          title: event && !contests.has(event) ? `${event}${each.title}` : each.title,
          level,
          status,
          year: yearIn(honour, { text, clauses, honours, cues: outside, status, period: identity.period }),
          notes: [...notes, ...holders.notes, ...awardNotes(honour)],
          confidence: confidence(each, standing, holders, level),
        }
        for (const holder of dealt ? [dealt[at] as string] : isNobody ? [''] : holders.names) {
          const draft = { ...base, holder, region: regionOf(regionsOf, holders.whole?.[holders.names.indexOf(holder)] ?? holder, above) }
          if (honour.isAgain) dropOvertaken(drafts, draft)
          drafts.push(draft)
        }
      }
    })
    for (const { honour, holders, status, span } of elliptic(source, clauses, outside, honours, statuses)) {
      const isComing = around.start + span.start >= around.plannedFrom
      const base = { title: honour.title, award: honour.award?.level ? honour.award.name : null, notes: [], confidence: 0.81 }
      const year = yearIn(
        { ...span, title: honour.title, note: null },
        { text, clauses, honours, cues: outside, status, period: identity.period },
      )
      const level = levels.of(honour, {
        giver: '',
        event: null,
        lead: '',
        label: null,
        behind: '',
        akin: null,
        paper: '',
        office: null,
        headings: above,
      })
      for (const holder of holders)
        drafts.push({
          ...base,
          span: passage.toFolded(span.start, span.end),
          year,
          level,
          status: isComing ? 'planned' : status,
          holder,
          region: regionOf(regionsOf, holder, above),
        })
    }
    return drafts
  }
}

/** 《…》 names a document, not an honour. */
const maskFileTitles = (text: string): string => text.replace(/《[^《》]{0,80}》/gu, (title) => '□'.repeat(title.length))

/** “杨记凉皮”: a name, whatever words it is made of. */
const quotesIn = (text: string): Span[] =>
  [...text.matchAll(/“[^“”]{1,12}”/gu)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

/** Who held what it was won in, told before it in the same half of the sentence. */
const hostOf = (text: string, frames: readonly Frame[], { start }: Honour): string =>
  frames.findLast(({ end, host }) => host !== '' && end <= start && !text.slice(end, start).includes('；'))?.host ?? ''

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
