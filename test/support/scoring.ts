/**
 * Feeds for the engine from a few words: `{ industrial_sampling_pass_rate: 91.5 }` is a value of the county in the quarter asked.
 *
 *   indicator, indicator@2020, indicator:change                         a number, or '≥91', '约85', '91—95', or a list of them
 *   indicator:reference           the level of the same period last year, as the report states it: it stands at that period
 *   text                          sentences of the report, read as every report is
 *   text@2019-Q3                  those of the report that the county had sent then, given with --history
 *   fact.id                       yes, no or unknown
 *   document.analysis             yes, rejected, or the day on which it came in
 *   assessment.comparison         a level; the criteria not named are at their top
 *   achievements                  [{ title, holder?, level, status?, year?, quote? }]
 *   errors                        how many findings of the checks
 *   entry, entry.name             what a reviewer entered for the item under test
 */
import { createHash } from 'node:crypto'
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { Evidence } from '../../extractors/document.ts'
import type { Basis, Role, Value } from '../../extractors/indicators/value.ts'
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { writeYaml } from '../../extractors/yaml.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import { parseDecisions } from '../../rules/scoring/decisions.ts'
import { score } from '../../rules/scoring/engine.ts'
import type { Feed, FeedAssessment, FeedDocument, FeedFact } from '../../rules/scoring/feed.ts'
import { before } from '../../rules/scoring/period.ts'
import { parseScheme, type Scheme } from '../../rules/scoring/scheme.ts'
import type { Scores } from '../../rules/scoring/score.ts'
import { lexicon, textDocument, valuesOf } from './text-document.ts'

export type Given = Readonly<Record<string, unknown>>

export interface Submitted {
  readonly county: string
  readonly period: string
  readonly given: Given
}

const idOf = (...parts: readonly unknown[]): string => createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)
const evidence = (quote: string): Evidence => ({ quote, start: 0, end: quote.length, block: 0 })
const nameOf = (county: string): string => lexicon.regions.counties.find(({ id }) => id === county)?.names[0]?.name ?? county

/** One analysis a county and period carries all that is stated, unless its document is given apart. */
export function feedOf(submitted: readonly Submitted[]): Feed {
  const feed = {
    documents: [] as FeedDocument[],
    values: [] as Value[],
    achievements: [] as Achievement[],
    assessments: [] as FeedAssessment[],
    checks: [] as Finding[],
    facts: [] as FeedFact[],
    earlier: [] as Value[],
  }
  for (const { county, period, given } of submitted) {
    const place = { county: nameOf(county), period, file: `${county}/${period}/报告.docx` }
    const kinds = Object.keys(given).filter((key) => key.startsWith('document.'))
    for (const key of kinds) feed.documents.push(document(county, period, key.replace('document.', '') as FeedDocument['kind'], given[key]))
    if (!kinds.includes('document.analysis'))
      feed.documents.push({
        ...document(county, period, 'analysis', 'yes'),
        file: place.file,
        kind: kinds.length > 0 || given['silent'] ? 'evidence' : 'analysis',
      })
    for (const [key, content] of Object.entries(given)) {
      state(feed, place, key, content)
      const [, then] = /^text@(.+)$/u.exec(key) ?? []
      if (then === undefined) continue
      const file = `history:${county}/${then}/报告.docx`
      feed.documents.push({ ...document(county, then, 'analysis', 'yes'), id: idOf('document', file), file })
      feed.earlier.push(...readValues({ ...place, period: then, file }, String(content)).filter(({ role }) => role === 'actual'))
    }
    const levels = Object.entries(given).filter(([key]) => key.startsWith('assessment.'))
    if (levels.length > 0)
      feed.assessments.push(
        assessment(place, Object.fromEntries(levels.map(([key, level]) => [key.replace('assessment.', ''), String(level)]))),
      )
  }
  return feed
}

type Place = { readonly county: string; readonly period: string; readonly file: string }

function document(county: string, period: string, kind: FeedDocument['kind'], content: unknown): FeedDocument {
  const day = typeof content === 'string' && /^\d/u.test(content) ? content : null
  const file = kind === 'analysis' ? `${county}/${period}/报告.docx` : `${county}/${period}/${kind}.docx`
  return {
    id: idOf('document', file),
    file,
    status: content === 'rejected' ? 'rejected' : 'ok',
    kind,
    county: nameOf(county),
    period,
    receivedAt: day,
  }
}

/** The values that a report's sentences state, as the program reads them. */
function readValues({ county, period, file }: Place, sentences: string): Value[] {
  const read = textDocument(`${county}${periodWords(period)}质量状况分析报告\n${sentences}`, file)
  return valuesOf(read).values.map((each, index) => ({ id: idOf('value', file, 'text', index), ...each }))
}

type Building = { values: Value[]; achievements: Achievement[]; checks: Finding[]; facts: FeedFact[] }

function state(feed: Building, place: Place, key: string, content: unknown): void {
  if (key === 'text') feed.values.push(...readValues(place, String(content)))
  else if (key.startsWith('fact.'))
    feed.facts.push({
      ...place,
      id: idOf('fact', place.file, key),
      fact: key.slice(5),
      answer: content as FeedFact['answer'],
      evidence: evidence(`关于${key}的说法`),
      confidence: 0.9,
    })
  else if (key === 'achievements')
    for (const [index, each] of (content as readonly Partial<Achievement & { quote: string }>[]).entries())
      feed.achievements.push(achievement(place, each, index))
  else if (key === 'errors')
    for (let index = 0; index < Number(content); index++)
      feed.checks.push({
        id: idOf('check', place.file, index),
        file: place.file,
        kind: 'rate',
        severity: 'error',
        claimed: 1,
        recomputed: 2,
        evidence: [{ ...evidence('98.5%'), start: 9000, end: 9005 }],
        message: '对不上',
      })
  else if (/^[a-z_0-9]+(?:[@:]|$)/u.test(key) && lexicon.indicators.some(({ id }) => id === key.split(/[@:]/u)[0]))
    for (const [index, each] of [content].flat().entries()) feed.values.push(value(place, key, each, index))
}

const SIGNS: Readonly<Record<string, Value['comparator']>> = { '≥': '>=', '≤': '<=', '＞': '>', '＜': '<', 约: '~' }

function value(place: Place, key: string, content: unknown, index: number): Value {
  const [, indicator = '', period = place.period, role = 'actual'] = /^([a-z_0-9]+)(?:@([\d/HQ-]+))?(?::(\w+))?$/u.exec(key) ?? []
  const { words, more } =
    typeof content === 'object' && content !== null
      ? { words: String((content as { value: unknown }).value), more: content }
      : { words: String(content), more: {} }
  const [, sign = '', low = '0', high] = /^([≥≤＞＜约]?)(-?[\d.]+)(?:—([\d.]+))?/u.exec(words) ?? []
  const basis: Basis | null = role === 'change' || role === 'reference' ? 'yoy' : null
  return {
    id: idOf('value', place.file, key, index),
    ...place,
    period: role === 'reference' && period === place.period ? (before(period, 12) ?? period) : period,
    indicator,
    name: indicator,
    breakdown: null,
    role: role as Role,
    value: Number(low),
    ...(high === undefined ? {} : { upper: Number(high) }),
    unit: lexicon.indicators.find(({ id }) => id === indicator)?.unit ?? '',
    comparator: SIGNS[sign] ?? '=',
    basis,
    evidence: evidence(words),
    subject: null,
    confidence: 0.95,
    notes: [],
    ...more,
    ...('value' in more ? { value: Number(low) } : {}),
  }
}

function achievement(place: Place, given: Partial<Achievement & { quote: string }>, index: number): Achievement {
  const { quote = `第${index}项成果的原文`, ...rest } = given
  return {
    id: idOf('achievement', place.file, index),
    ...place,
    title: '称号',
    holder: '某单位',
    level: 'provincial',
    status: 'obtained',
    year: null,
    evidence: { ...evidence(quote), start: 1000 * index, end: 1000 * index + quote.length },
    confidence: 0.9,
    notes: [],
    ...rest,
  }
}

function assessment(place: Place, levels: Readonly<Record<string, string>>): FeedAssessment {
  const criterion = (name: string, top: string) => ({ level: levels[name] ?? top, evidence: [], missing: '' })
  return {
    id: idOf('assessment', place.file),
    ...place,
    verdict: levels['verdict'] ?? 'pass',
    criteria: {
      comparison: criterion('comparison', 'adequate'),
      problems: criterion('problems', 'specific'),
      causes: criterion('causes', 'present'),
      measures: criterion('measures', 'concrete'),
    },
    narrativeShare: 0.2,
    copying: levels['copying'] === undefined ? null : { share: Number(levels['copying']), sources: [] },
    reviewSuggested: false,
    feedback: '',
  } as FeedAssessment
}

/** The figures of the judgement are not under test here: those of the package's own scheme. */
const { analysis } = loadKnowledge().scheme

export const schemeOf = (data: unknown): Scheme =>
  parseScheme({ path: '方案.yaml', text: writeYaml(typeof data === 'object' ? { ...data, analysis } : data) }, lexicon)

/** The scores of a feed as it stands. */
export const scoresOfFeed = (data: unknown, feed: Feed): Scores => score(feed, { scheme: schemeOf(data), lexicon })

export function scoresOf(data: unknown, submitted: readonly Submitted[], decisions: readonly unknown[] = []): Scores {
  const scheme = schemeOf(data)
  const signed = decisions.map((each) => ({ reason: '现场核实', by: '复核员', on: '2021-01-05', ...(each as object) }))
  return score(feedOf(submitted), {
    scheme,
    lexicon,
    decisions: parseDecisions({ path: '决定.yaml', text: writeYaml({ decisions: signed }) }, scheme, lexicon),
  })
}

/** A scheme around one item in the third quarter; all other points are given anyway. */
export function schemeAround(item: Given, more: Given = {}, counties: readonly string[] = ['wusu']): Given {
  const points = item['kind'] === undefined || item['kind'] === 'scored' ? Number(item['points']) : 0
  const filler = (id: string, all: number, quarters: readonly string[]) =>
    all === 0
      ? []
      : [{ id, name: '其他', part: '其他', standard: '其他', points: all, in: quarters, rule: { form: 'constant', points: all } }]
  return {
    year: 2020,
    office: '办公室',
    counties,
    submissions: [{ kind: 'analysis', period: '2020-Q3', due: '2020-10-20' }],
    targets: {},
    quarters: [
      { quarter: 'Q1', weight: 10 },
      { quarter: 'Q2', weight: 35 },
      { quarter: 'Q3', weight: 40 },
      { quarter: 'Q4', weight: 15 },
    ],
    grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'B', from: 80 }, { grade: 'C', from: 60 }, { grade: 'D' }] },
    items: [
      { id: 'tested', name: '所测项目', part: '测试', standard: '见规则', in: ['Q3'], ...item },
      ...filler('rest', 100 - points, ['Q3']),
      ...filler('other', 100, ['Q1', 'Q2', 'Q4']),
    ],
    ...more,
  }
}
