/**
 * All values of a document, and the account of its numbers: each is part of a value, structural, or unexplained.
 *
 * Sentences and tables give drafts over the folded text; here they are mapped back, the quotes are cut, and the lexicon's ids become names.
 */
import { type Document, type FoldedSpan, foldedSpan } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import { kept } from '../language/kept.ts'
import { seamed } from '../language/seams.ts'
import { headingsAbove, type Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Indicator, type Lexicon } from '../lexicon.ts'
import { type Period, readPeriods, yearOf } from '../quantities/period.ts'
import { createQuantityReader, type NumberReading, type Quantity } from '../quantities/quantity.ts'
import { createRegionReader } from '../quantities/region.ts'
import { createRateByCounts } from './by-counts.ts'
import { createCampaignReader } from './campaign.ts'
import { opensWithComparison } from './carried.ts'
import { chronicleOf } from './chronicle.ts'
import { createComparedReader } from './compared.ts'
import { countTerms } from './counted.ts'
import { compileRoleCues } from './cues.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { countedEvents, createEventReader } from './events.ts'
import { createAccrualTest, createFieldWords, createStockTest } from './field-words.ts'
import { createGenericResolver, createSubjectTest } from './generic.ts'
import { labelOpeners, labelTails } from './label.ts'
import { type NumberLedger, openLedger } from './ledger.ts'
import { createLikeness } from './likeness.ts'
import { createMentionReader } from './mention.ts'
import { createOwnName, createPlainName, createQualifierReader, createResultTest } from './name.ts'
import { createKindReader, createPartTeller } from './part-told.ts'
import { createPlanReader } from './plan.ts'
import { readBlocks } from './read-blocks.ts'
import { createSeasonReader, type Seasons } from './season.ts'
import { readSentence } from './sentence.ts'
import type { SentenceKit } from './sentence-context.ts'
import { noteRates } from './sentence-state.ts'
import { createMeasureTest } from './shared-head.ts'
import { createBodyTest, createCompletionTest, idlePattern, unitNames } from './subject-kit.ts'
import { tableReferences } from './table-told.ts'
import { createTableUnits } from './table-units.ts'
import { createTableReader } from './tables.ts'
import { toValue } from './to-value.ts'
import { createSuperlativeReader, rowLabels, tableParts } from './told-parts.ts'
import type { Basis, Value } from './value.ts'
import { ofLastLevel } from './when.ts'

export interface ValueInput {
  readonly document: Document
  readonly structure: Structure
  readonly identity: Identity
}

export interface ValueReading {
  /** Without their ids, which the pipeline gives. In order of position. */
  readonly values: readonly Omit<Value, 'id'>[]
  readonly numbers: NumberLedger
}

export type ValueExtractor = (input: ValueInput) => ValueReading

/** How far back a paragraph is looked through for the field that it speaks of. */
const LOOK_BACK = 240
/** 今年, 到今年年底: what a sentence turns to stands at its beginning. */
const OPENING = 6

export function createValueExtractor(lexicon: Lexicon): ValueExtractor {
  const read = createQuantityReader(lexicon)
  const resolve = createGenericResolver(lexicon)
  const cues = compileRoleCues(lexicon)
  const ownName = createOwnName(lexicon)
  const qualifierOf = createQualifierReader(lexicon)
  const regionsIn = kept(createRegionReader(lexicon, true))
  const kit: SentenceKit = {
    mentionsOf: createMentionReader(lexicon),
    resolve,
    rateByCounts: createRateByCounts(lexicon, resolve),
    saysStock: createStockTest(lexicon),
    saysSubject: createSubjectTest(lexicon),
    labelTail: labelTails(lexicon),
    labelOpener: labelOpeners(lexicon),
    labelIdle: endingWith(lexicon, 'label-idle'),
    wholeSide: endingWith(lexicon, 'whole-sides'),
    endsInMeasure: createMeasureTest(lexicon),
    namesCompletion: createCompletionTest(lexicon),
    namesBody: createBodyTest(lexicon),
    ownName,
    superlative: createSuperlativeReader(lexicon),
    compared: createComparedReader(lexicon, cues, ownName, regionsIn),
    plainName: createPlainName(lexicon),
    idle: idlePattern(lexicon),
    liken: createLikeness(lexicon),
    qualifierOf,
    partIn: createPartTeller(lexicon, qualifierOf),
    kindBefore: createKindReader(lexicon, qualifierOf),
    isResult: createResultTest(lexicon),
    countTerms: countTerms(lexicon),
    unitNames: unitNames(lexicon),
    cues,
    eventsOf: createEventReader(lexicon),
    countedEvents: countedEvents(lexicon),
    regionsIn,
    plans: createPlanReader(lexicon),
    campaigns: createCampaignReader(lexicon),
    seasons: createSeasonReader(lexicon),
    labelUnits: createTableUnits(lexicon),
    ...createFieldWords(lexicon),
    accrues: createAccrualTest(lexicon),
    counties: new Set(lexicon.regions.counties.map(({ id }) => id)),
    areas: new Set(lexicon.regions.areas.map(({ name }) => name)),
  }
  const readTables = createTableReader(lexicon, kit)

  return ({ document, structure, identity: submitted }) => {
    const period = kit.campaigns.within(submitted.title, submitted.about ?? submitted.period)
    const identity = { ...submitted, period }
    const seasons = kit.seasons.over(document, structure, period)
    const readings = readBlocks(document, read)
    const headingsOf = (block: number): string[] => [
      ...headingsAbove(structure, structure.sectionOfBlock[block] ?? 0).map(({ title }) => title),
      identity.title,
    ]
    const scope = { county: identity.countyId, period: identity.period }
    const tables = readTables({ ...scope, headings: [], document, read, headingsOf, seasonOf: seasons.ofBlock })
    const drafts: ValueDraft[] = [
      ...tables.drafts,
      ...readProse(
        kit,
        document,
        structure,
        identity,
        readings,
        new Map(tables.prose.map(({ block, label }) => [block, label])),
        tables.drafts,
        seasons,
      ),
    ]
    const values = drafts
      .map((draft) => toValue(draft, document, identity, lexicon))
      .sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
    return {
      values,
      numbers: openLedger(
        document,
        readings,
        drafts.map(({ quantity }) => quantity.span),
        tables.structural,
      ),
    }
  }
}

function readProse(
  kit: SentenceKit,
  document: Document,
  structure: Structure,
  identity: Identity,
  readings: readonly NumberReading[],
  prose: ReadonlyMap<number, FoldedSpan | null>,
  stated: readonly ValueDraft[],
  seasons: Seasons,
): ValueDraft[] {
  const { text } = document.folded
  const plannedSections = kit.plans.sections(structure, identity.period)
  const stageOf = chronicleOf(document, structure, identity.period)
  const drafts: ValueDraft[] = []
  const known = new Map<string, Indicator>()
  noteRates(kit, known, stated)
  const parts = tableParts(stated)
  const labels = rowLabels(text, stated, (label) => kit.regionsIn(label).length > 0)
  const references = tableReferences(text, stated)
  const planFrom = YEARS_OF_PLAN.exec(identity.title)?.[1]
  const preamble = identity.kind === 'plan' ? kit.plans.preamble(text, structure) : -1
  let last: Subject | null = null
  let lastLevels: readonly Subject[] = []
  let lastWay: Basis | null = null
  let paragraphLevels: readonly Subject[] = []
  let lastBlock = -1
  let next = 0
  let lastSection = -1
  let blockStart = 0
  let opened = false
  let back: Period | null = null
  let backBlock = -1
  let headings: string[] = []
  let joined = -1
  for (const [index, written] of structure.sentences.entries()) {
    const block = document.blocks[written.block]
    if (!block || block.zone === 'contact' || (block.cell && !prose.has(written.block)) || joined === index) continue
    // 造林成活率均 ⏎ 达到85%以上: what a page break cut is read as one.
    const seam = block.cell ? null : seamed(document, written, structure.sentences[index + 1])
    if (seam) joined = index + 1
    const sentence = seam ? { ...written, span: seam.span, clauses: seam.clauses } : written
    const words = text.slice(sentence.span.start, sentence.span.end)
    if (sentence.block !== lastBlock) {
      blockStart = sentence.span.start
      const goesOn = sentence.section === lastSection && opensWithComparison(kit, words)
      last = block.cell ? subjectOfLabel(kit, text, prose.get(sentence.block) ?? null) : goesOn ? last : null
      lastLevels = []
      lastWay = null
      paragraphLevels = []
      next = 0
      opened = false
    }
    lastBlock = sentence.block
    if (sentence.section !== lastSection) headings = headingsAbove(structure, sentence.section).map(({ title }) => title)
    lastSection = sentence.section
    const inBlock = (readings[sentence.block] as NumberReading).quantities
    while (next < inBlock.length && (inBlock[next] as Quantity).span.start < sentence.span.start) next++
    const quantities: Quantity[] = []
    for (; next < inBlock.length && (inBlock[next] as Quantity).span.end <= sentence.span.end; next++)
      quantities.push(inBlock[next] as Quantity)
    if (seam) quantities.push(...within(readings[structure.sentences[joined]?.block ?? -1], sentence.span))
    // 合格率97.3%…；宜存率99.6%。分县市看，…: what is told place by place is what the lexicon knows of it.
    if (last?.indicator === null && kit.cues.byPlace.test(words))
      last = lastLevels.find(({ indicator, rate }) => rate && indicator !== null) ?? last
    const mentions = kit.mentionsOf(words).map((mention) => ({
      ...mention,
      span: foldedSpan(mention.span.start + sentence.span.start, mention.span.end + sentence.span.start),
    }))
    const turn: number | null = opened ? 0 : kit.plans.opensAt(words, identity.period, headings.some(kit.plans.mixes))
    opened = turn !== null
    const inPlan = identity.kind === 'plan'
    // 今年…提高到98% turns to what is planned.
    const stays: boolean =
      inPlan &&
      sentence.block === backBlock &&
      !kit.cues.targetVerb.test(words) &&
      !RUN_IN.test(words) &&
      !readPeriods(words.slice(0, OPENING * 2)).some((said) => yearOf(said.period) >= Number(planFrom ?? identity.period?.slice(0, 4))) &&
      words.slice(0, OPENING).search(kit.cues.thisPeriod) < 0
    const season = seasons.ofSentence(index)
    // What a plan says of why it is made is of the year before it.
    const opening = index <= preamble && identity.period !== null && !kit.cues.targetVerb.test(words)
    const before = opening ? (season ?? String(yearOf(planFrom ?? identity.period ?? '') - 1)) : null
    const point = kit.plans.looksBack(words, identity.period, inPlan, planFrom)
    back = point ?? (stays ? back : null) ?? before
    backBlock = sentence.block
    const inSection = (inPlan || plannedSections[sentence.section] === true) && back === null
    const reading = readSentence(kit, {
      text,
      sentence,
      quantities,
      mentions,
      planned: opened || inSection,
      plannedFrom: inSection ? sentence.span.start : sentence.span.start + (turn ?? 0),
      known,
      parts,
      labels,
      references,
      isPlan: inPlan,
      planFrom,
      paragraph: text.slice(Math.max(blockStart, sentence.span.start - LOOK_BACK), sentence.span.start),
      last,
      lastWay,
      lastLevels,
      paragraphLevels,
      headings,
      title: identity.title,
      county: identity.countyId,
      period: inPlan
        ? (back ?? identity.period)
        : (ofLastLevel(kit, words, last) ??
          (kit.cues.backAt(words.replace(ASIDES, '')) < 0 ? (season ?? stageOf(sentence.block)) : null) ??
          identity.period),
    })
    const then = before ?? (inPlan ? point : null)
    drafts.push(...(then !== null && kit.cues.earlierAtHead.test(words) ? ofLastYear(reading.drafts, then) : reading.drafts))
    last = reading.last
    lastLevels = reading.levels
    lastWay = reading.way ?? null
    paragraphLevels = [...paragraphLevels, ...reading.levels].slice(-MOST_LEVELS)
  }
  return drafts
}

const endingWith = (lexicon: Lexicon, group: string): RegExp => new RegExp(`(?:${wordPattern(cue(lexicon, group))})[（的为是]*$`, 'u')

/** （2023—2025年） */
const YEARS_OF_PLAN = /((?:19|20)[0-9]{2})年?[—–~～至到-]{1,2}(?:19|20)[0-9]{2}年/u

/** 二、创建目标 within a paragraph: what the sentences before looked back on is over. */
const RUN_IN = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u

/** 去年…: in what a plan says of why it is made, last year is what it tells of, and no other side. */
const ofLastYear = (drafts: readonly ValueDraft[], period: Period): ValueDraft[] =>
  drafts.map((draft) =>
    draft.role === 'reference' &&
    (draft.basis === 'yoy' || draft.basis === 'previous') &&
    draft.region === null &&
    draft.subject.how !== 'inherited'
      ? { ...draft, role: 'actual', basis: null, period }
      : draft,
  )

/** So many of a paragraph's levels can be taken up together (三项均持平). */
const MOST_LEVELS = 6

/** （上年9月至今年8月） says what a season is. */
const ASIDES = /（[^（）]{0,40}）/gu

const within = (reading: NumberReading | undefined, { start, end }: FoldedSpan): Quantity[] =>
  reading?.quantities.filter(({ span }) => span.start >= start && span.end <= end) ?? []

/** A cell of prose goes on about its row: 质量明白人培训 | 累计1500人次，完成75%. */
function subjectOfLabel(kit: SentenceKit, text: string, label: FoldedSpan | null): Subject | null {
  if (!label) return null
  const named = kit.mentionsOf(text.slice(label.start, label.end)).at(-1)?.indicator
  return named
    ? { indicator: named, name: named.name, breakdown: null, span: label, how: 'table', rate: named.unit === '%', notes: [] }
    : null
}
