/**
 * All honours of a document: one line for each holder and each title, with level, status and year.
 *
 * Sentences are walked here and read in `read-passage.ts`, tables of honours in `tables.ts`. What stands twice in a document with the same status is one line.
 */
import { type Document, toFolded } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import { createPlanReader } from '../indicators/plan.ts'
import { passageText, seamed } from '../language/seams.ts'
import { headingsAbove, type Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createRegionReader } from '../quantities/region.ts'
import type { Achievement } from './achievement.ts'
import { createAuthorReader } from './author.ts'
import { createComingReader } from './coming.ts'
import { createCueReader } from './cues.ts'
import { createHonourReader } from './honour.ts'
import { createKnownNames } from './known-names.ts'
import { createLevelReader, officeLevel } from './level.ts'
import { ITEM } from './look-back.ts'
import { createNameReader } from './names.ts'
import { passages } from './passages.ts'
import { createHonourPassageReader } from './read-passage.ts'
import { distinct, toAchievement } from './record.ts'
import { createHonourRosterReader } from './rosters.ts'
import { createHonourTableReader } from './tables.ts'

export interface AchievementInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
}

/** Without their ids, which the pipeline gives. In order of position. */
export type AchievementExtractor = (input: AchievementInput) => Omit<Achievement, 'id'>[]

/** 所获称号。 opens a list of them. */
const LONGEST_OPENING = 16
/** 1.地区文明村：新地乡前进村, short enough to be taken for a heading. */
const ROW = /——|：.|（/u
/** So far back a sentence looks into its paragraph. */
const LONGEST_EARLIER = 300

export function createAchievementExtractor(lexicon: Lexicon): AchievementExtractor {
  const regionsOf = createRegionReader(lexicon)
  const levels = createLevelReader(lexicon)
  const cuesOf = createCueReader(lexicon)
  const honoursIn = createHonourReader(lexicon, levels)
  const names = createNameReader(lexicon, regionsOf)
  const readTables = createHonourTableReader(lexicon, honoursIn, cuesOf.words, levels, names)
  const readRosters = createHonourRosterReader(lexicon, honoursIn, cuesOf.words, levels, names, regionsOf)
  const readPassage = createHonourPassageReader(lexicon, { regionsOf, levels, cuesOf, honoursIn, names })
  const plans = createPlanReader(lexicon)
  const coming = createComingReader(lexicon)
  const knownIn = createKnownNames(lexicon)
  const authorIn = createAuthorReader(lexicon)
  const reporting = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-reported'))})`, 'u')
  const present = new RegExp(wordPattern(cue(lexicon, 'honour-present')), 'u')
  const honoursAhead = new RegExp(wordPattern(cue(lexicon, 'honour-heading')), 'u')

  return (input) => {
    const { document, structure, identity } = input
    const tables = readTables(
      document,
      (block) => headingsAbove(structure, structure.sectionOfBlock[block] ?? 0).map(({ title }) => title),
      identity.kind === 'plan',
    )
    const known = knownIn(document.folded.text)
    const authorOf = authorIn(document)
    const plannedSections = plans.sections(structure, identity.period)
    const rosters = readRosters(
      document,
      (block) => identity.kind === 'plan' || plannedSections[structure.sectionOfBlock[block] ?? 0] === true,
      officeLevel(identity, levels),
    )
    const drafts = [...tables.drafts, ...rosters.drafts]
    const reportYear = identity.period === null ? null : Number(identity.period.split('/').at(-1)?.slice(0, 4))
    let headings: string[] = []
    let section = -1
    let lastBlock = -1
    let isComing = false
    let opening: string[] = []
    let joined = -1
    let reported = false
    let noted = false
    for (const [index, sentence] of structure.sentences.entries()) {
      const block = document.blocks[sentence.block]
      if (!block || block.zone === 'contact' || tables.blocks.has(sentence.block) || rosters.blocks.has(sentence.block) || joined === index)
        continue
      const whole = seamed(document, sentence, structure.sentences[index + 1])
      const text = document.folded.text.slice(sentence.span.start, sentence.span.end)
      if (section !== sentence.section) headings = headingsAbove(structure, sentence.section).map(({ title }) => title)
      section = sentence.section
      // 自治区级荣誉： opens the numbered lines below it.
      const inList = opening.some((words) => words.endsWith('：')) && (block.kind === 'list-item' || ITEM.test(text))
      const isRow = ROW.test(text) && ITEM.test(text) && (inList || headings.some((title) => honoursAhead.test(title)))
      if (block.kind === 'heading' && !whole && !isRow) {
        opening = []
        continue
      }
      const named = coming.year(text, reportYear)
      const wasComing: boolean = sentence.block === lastBlock && isComing
      const opensComing: boolean = coming.opening(text)
      isComing = wasComing || opensComing || named !== null
      if (sentence.block !== lastBlock) {
        opening = inList ? opening : []
        reported = reporting.test(text)
        noted = reported && /^[^，。；]{1,8}：/u.test(text)
      }
      if (text.length <= LONGEST_OPENING && honoursAhead.test(text)) opening = [text]
      lastBlock = sentence.block
      const isPlan =
        (identity.kind === 'plan' && !present.test(headings.at(-1) ?? '')) ||
        plannedSections[sentence.section] === true ||
        headings.some(coming.heading)
      // A year to come speaks of its clause and what follows: …获评A；乙计划2024年申请B.
      const comingFrom = named === null ? Number.POSITIVE_INFINITY : sentence.span.start + clauseStart(text, named)
      const plannedFrom = isPlan || wasComing || opensComing ? sentence.span.start : comingFrom
      const above = [...headings, ...opening]
      const blockStart = toFolded(document.folded, block.span).start
      if (whole) joined = index + 1
      for (const passage of whole ? [whole] : passages(document.folded.text, sentence))
        drafts.push(
          ...readPassage(passageText(document.folded.text, passage, whole?.seam ?? null), {
            identity,
            start: passage.span.start,
            plannedFrom,
            reported,
            noted,
            inPlan: identity.kind === 'plan',
            earlier: document.folded.text.slice(Math.max(blockStart, passage.span.start - LONGEST_EARLIER), passage.span.start),
            above,
            isCell: block.cell !== undefined,
            known,
            authorOf,
          }),
        )
    }
    return distinct(drafts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)).map((draft) =>
      toAchievement(draft, document, identity, lexicon),
    )
  }
}

const clauseStart = (text: string, at: number): number => Math.max(...['，', '；', '：'].map((mark) => text.lastIndexOf(mark, at) + 1))
