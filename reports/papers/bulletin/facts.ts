/** What a draft bulletin is written from: the scores, and the records of each county as people corrected them. */
import type { Span } from '../../../extractors/document.ts'
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../../extractors/lexicon.ts'
import type { Finding } from '../../../rules/checks/finding.ts'
import { applyDecisions } from '../../../rules/scoring/apply-decisions.ts'
import { type CountyFeed, feedByCounty } from '../../../rules/scoring/county-feed.ts'
import { type DecidedAspects, decidedAssessments } from '../../../rules/scoring/decided-judgement.ts'
import type { Decision } from '../../../rules/scoring/decisions.ts'
import type { Feed, FeedAssessment } from '../../../rules/scoring/feed.ts'
import { createOffice, type Office } from '../../../rules/scoring/office.ts'
import { serviceOf } from '../../../rules/scoring/period.ts'
import type { Scheme } from '../../../rules/scoring/scheme.ts'
import type { CountyScore, Scores } from '../../../rules/scoring/score.ts'
import type { Use } from '../../../rules/scoring/trace.ts'
import { countedAssessments } from '../../counted.ts'
import type { Source } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export interface BulletinInput {
  readonly feed: Feed
  readonly scores: Scores
  readonly scheme: Scheme
  readonly lexicon: Lexicon
  readonly decisions: readonly Decision[]
}

export interface BulletinSpeech {
  readonly wording: BulletinWording
  /** The day that the bulletin bears, or null where the office fills it in. */
  readonly day: string | null
}

export type BulletinAssessment = FeedAssessment & { readonly decided?: DecidedAspects }

export interface BulletinCounty {
  readonly id: string
  /** As the scores name it. */
  readonly name: string
  readonly feed: CountyFeed
  readonly score: CountyScore
  /** Of each analysis of the year the version that counts, as reviewers judged it. */
  readonly judged: readonly BulletinAssessment[]
}

export interface BulletinFacts {
  readonly scheme: Scheme
  readonly lexicon: Lexicon
  readonly scores: Scores
  readonly office: Office
  /** In the office's order. */
  readonly counties: readonly BulletinCounty[]
  /** Words of an honour that is kept, not new. */
  readonly retained: RegExp
  /** What the checks found of the honour that stands at a place: claimed by two counties, or told before. */
  readonly contested: (file: string, place: Span) => readonly string[]
}

export function bulletinFacts({ feed, scores, scheme, lexicon, decisions }: BulletinInput): BulletinFacts {
  const decided = applyDecisions(feed, decisions, lexicon)
  const byCounty = feedByCounty(decided, scheme.counties, lexicon)
  const counted = new Set(countedAssessments(decided, { lexicon, scheme }).map(({ file }) => file))
  const counties = scheme.counties.flatMap((id, index): BulletinCounty[] => {
    const [own, score] = [byCounty.get(id), scores.counties[index]]
    if (own === undefined || score === undefined) return []
    const judged = own.assessments.filter(({ file, period }) => counted.has(file) && serviceOf(period, String(scheme.year)) !== null)
    return [{ id, name: score.county, feed: own, score, judged: decidedAssessments(judged, decisions, scheme, lexicon) }]
  })
  return {
    scheme,
    lexicon,
    scores,
    office: createOffice(scheme, lexicon, byCounty, decisions),
    counties,
    retained: new RegExp(wordPattern(cue(lexicon, 'honour-retained')), 'u'),
    contested: contestedBy(feed.checks),
  }
}

function contestedBy(checks: readonly Finding[]): BulletinFacts['contested'] {
  const places = new Map<string, { readonly place: Span; readonly message: string }[]>()
  for (const { kind, file, evidence, message } of checks) {
    if (kind !== 'achievement') continue
    for (const place of evidence) {
      const own = places.get(place.file ?? file)
      if (own === undefined) places.set(place.file ?? file, [{ place, message }])
      else own.push({ place, message })
    }
  }
  return (file, { start, end }) =>
    (places.get(file) ?? []).filter(({ place }) => place.start < end && start < place.end).map(({ message }) => message)
}

export const sourceOf = (county: string, { record, id, file, words, evidence, decision, was }: Use): Source => ({
  county,
  record,
  id,
  file,
  words: `${words}${decision === undefined ? '' : `，复核决定第${decision}条，原读作“${was ?? ''}”`}`,
  ...(evidence === undefined ? {} : { evidence }),
})

export const decisionSource = (
  { name }: BulletinCounty,
  { decision, words }: { readonly decision: number; readonly words: string },
  scheme: Scheme,
): Source => ({
  county: name,
  record: 'decision',
  id: String(decision),
  file: 'scores.jsonl',
  words: `${words}（${scheme.name}，复核决定第${decision}条）`,
})

/** 甲、乙、丙 */
export const listed = (counties: readonly BulletinCounty[]): string => counties.map(({ name }) => name).join('、')
