/** 总体情况: what was handed in, how the score is made, the grades, who is commended, and whether the events of a veto happened. */
import type { ScoredVeto } from '../../../rules/scoring/score.ts'
import { periodWords, statusWords } from '../../wording.ts'
import type { Words } from '../paper.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, decisionSource, listed, sourceOf } from './facts.ts'
import { gap, heading, type Passage, type Piece, paragraph, plain, type Source, statement } from './statement.ts'
import { submittedDocuments } from './submissions.ts'
import type { BulletinWording } from './wording.ts'

export function resultPassages(facts: BulletinFacts, wording: BulletinWording): Passage[] {
  return [
    heading(1, wording.result.heading),
    paragraph(gap('result.overall', wording.gaps.overall)),
    materials(facts, wording),
    ...formula(facts, wording),
    ...grades(facts, wording),
    ...commended(facts, wording),
    ...vetoes(facts, wording),
  ]
}

function materials({ counties }: BulletinFacts, { result }: BulletinWording): Passage {
  const documents = counties.flatMap((county) => submittedDocuments(county).map((document) => ({ county, document })))
  const ofKind = (kind: string) => documents.filter(({ document }) => document.kind === kind).length
  const given = {
    count: new Set(documents.map(({ county }) => county.id)).size,
    total: documents.length,
    analysis: ofKind('analysis'),
    summary: ofKind('summary'),
  }
  const sources = documents.map(
    ({ county, document: { id, file, status } }): Source => ({
      county: county.name,
      record: 'document',
      id,
      file,
      words: statusWords[status],
    }),
  )
  return paragraph(statement('result.materials', filled(result.materials, given), sources))
}

function formula({ scheme, scores }: BulletinFacts, { result }: BulletinWording): Passage[] {
  if (scheme.quarters.length === 0) return []
  const terms = scheme.quarters.map(({ quarter, name, weight }) =>
    filled(result.term, { name: name ?? periodWords(`${scheme.year}-${quarter}`), value: weight }),
  )
  const hasExtra = scores.counties.some(({ yearly }) => yearly.length > 0)
  const source: Source = { county: null, record: 'scheme', id: scores.scheme.id, file: SCORES, words: scheme.name }
  return [
    paragraph(
      statement(
        'result.formula',
        filled(hasExtra ? result.formulaExtra : result.formula, { terms: terms.join('+') }),
        [source],
        scores.scheme.settings,
      ),
    ),
  ]
}

const SCORES = 'scores.jsonl'

export const scoreSource = ({ name, score }: BulletinCounty): Source => {
  const { shown, low, high } = score.score
  const range = low === high ? '' : `，最低${brief(low)}，最高${brief(high)}`
  return {
    county: name,
    record: 'score',
    id: score.id,
    file: SCORES,
    words: `${shown}分（${score.quartersScored}/${score.quartersAsked}季度${range}${score.provisional ? '，暂定' : ''}），${score.gradeWords}${score.gradeDecision === undefined ? '' : `，按复核决定第${score.gradeDecision}条`}`,
  }
}

const brief = (decimal: string): string => String(Number(Number(decimal).toFixed(2)))

function grades(facts: BulletinFacts, wording: BulletinWording): Passage[] {
  const { counties, scheme } = facts
  const { result, comments, gaps } = wording
  const graded = (scheme.grades?.bands ?? []).map(({ grade }) => ({
    grade,
    members: byPlace(counties.filter(({ score }) => score.grade === grade)),
  }))
  const filledGrades = graded.filter(({ members }) => members.length > 0)
  if (filledGrades.length === 0)
    return [paragraph(gap('result.pending', filled(gaps.pending, { counties: listed(counties) }), counties.map(scoreSource)))]
  const lines = filledGrades.map(({ grade, members }, index) => {
    const names = members.flatMap((county, at): (string | Words)[] => [...(at === 0 ? [] : ['、']), named(county, wording)])
    const text = [filled(result.grade, { grade, counties: '' }), ...names, index === filledGrades.length - 1 ? '。' : '；']
    return paragraph(statement(`result.grade.${grade}`, text, members.map(scoreSource), [comments.order]))
  })
  const pending = counties.filter(({ score }) => score.grade === null)
  const decided = counties.filter(({ score }) => score.gradeDecision !== undefined)
  return [
    paragraph(plain(filled(decided.length === 0 ? result.grades : result.gradesDecided, { year: scheme.year, counties: listed(decided) }))),
    ...lines,
    ...(pending.length === 0
      ? []
      : [paragraph(gap('result.pending', filled(gaps.pending, { counties: listed(pending) }), pending.map(scoreSource)))]),
    ...provisional(facts, wording),
  ]
}

/** How many of the open items a comment names. */
const FIRST = 6

/** A county whose grade is not settled stands out, with what could change it. */
function named({ name, score }: BulletinCounty, { comments }: BulletinWording): string | Words {
  if (score.stability.stable) return name
  const deciding = score.review.filter(({ decides }) => decides)
  const items = deciding.slice(0, FIRST).map((each) => `${periodWords(each.period)}${each.name}`)
  const rest = deciding.length === 0 ? '' : `\n${filled(comments.unstable, { count: deciding.length, items: items.join('、') })}`
  return { text: name, gap: true, comment: `${score.gradeWords}${rest}` }
}

/** The best first; those of one place as the office lists them, those without a place last. */
const byPlace = (counties: readonly BulletinCounty[]): BulletinCounty[] =>
  [...counties].sort((a, b) => (a.score.place.place ?? Number.MAX_SAFE_INTEGER) - (b.score.place.place ?? Number.MAX_SAFE_INTEGER))

function provisional({ counties }: BulletinFacts, { gaps }: BulletinWording): Passage[] {
  const open = counties.filter(({ score }) => score.provisional)
  if (open.length === 0) return []
  const unstable = open.filter(({ score }) => !score.stability.stable)
  const count = open.reduce((all, { score }) => all + score.review.length, 0)
  const words = apartWords(unstable.length === 0 ? open : unstable, gaps)
  const given = { counties: listed(unstable), count, words }
  return [
    paragraph(
      gap('result.provisional', filled(gaps[unsettled(unstable.length > 0, count > 0, words !== '')], given), open.map(scoreSource)),
    ),
  ]
}

/** Which words tell what is open: grades or scores alone, and by items, by what stands beside them, or by both. */
function unsettled(
  grades: boolean,
  items: boolean,
  apart: boolean,
): 'grades' | 'gradesApart' | 'gradesBoth' | 'provisional' | 'provisionalApart' {
  if (!grades) return items ? 'provisional' : 'provisionalApart'
  return items ? (apart ? 'gradesBoth' : 'grades') : 'gradesApart'
}

/** What beside items can still change a grade. */
const apartWords = (unstable: readonly BulletinCounty[], { apart }: BulletinWording['gaps']): string =>
  [
    ...(unstable.some(({ score }) => score.vetoes.some(({ answer }) => answer === 'unknown')) ? [apart.veto] : []),
    ...(unstable.some(({ score }) => score.quartersScored < score.quartersAsked) ? [apart.missing] : []),
  ].join('、')

function commended({ counties, scheme }: BulletinFacts, wording: BulletinWording): Passage[] {
  const best = scheme.grades?.bands[0]?.grade
  const members = byPlace(counties.filter(({ score }) => score.grade !== null && score.grade === best))
  if (members.length === 0) return []
  const [before = '', after = ''] = wording.result.commended.split('{counties}')
  const names = members.flatMap((county, at): (string | Words)[] => {
    const name = county.score.stability.stable ? county.name : { text: county.name, gap: true }
    return at === 0 ? [name] : ['、', name]
  })
  return [paragraph(statement('result.commended', [before, ...names, after], members.map(scoreSource)))]
}

/** Nobody is said to be free of an event for want of evidence. */
function vetoes(facts: BulletinFacts, wording: BulletinWording): Passage[] {
  const { counties, scheme } = facts
  const { result, gaps } = wording
  return scheme.vetoes.flatMap((veto): Passage[] => {
    const answers = counties.map((county) => ({ county, result: county.score.vetoes.find((each) => each.veto === veto.id) }))
    const having = (answer: string) => answers.filter((each) => each.result?.answer === answer)
    const sources = (of: typeof answers): Source[] =>
      of.flatMap(({ county, result: found }) => vetoSources(county, veto.name, found, scheme))
    const names = (of: typeof answers): string => listed(of.map(({ county }) => county))
    const [no, yes, unknown] = [having('no'), having('yes'), having('unknown')]
    const given = { year: scheme.year, name: veto.name, grade: veto.grade ?? '' }
    const said = no.length === answers.length ? result.vetoAll : result.vetoSome
    const pieces: Piece[] = [
      ...(yes.length === 0
        ? []
        : [statement(`result.veto.${veto.id}.yes`, filled(result.vetoed, { ...given, counties: names(yes) }), sources(yes))]),
      ...(no.length === 0 ? [] : [statement(`result.veto.${veto.id}.no`, filled(said, { ...given, counties: names(no) }), sources(no))]),
      ...(unknown.length === 0
        ? []
        : [gap(`result.veto.${veto.id}.unknown`, filled(gaps.veto, { ...given, counties: names(unknown) }), sources(unknown))]),
    ]
    return pieces.length === 0 ? [] : [paragraph(...pieces)]
  })
}

/** The decision alone bears out what a reviewer decided; the documents that say something stand after it. */
function vetoSources(county: BulletinCounty, name: string, found: ScoredVeto | undefined, scheme: BulletinFacts['scheme']): Source[] {
  const { uses = [], words = '', decision } = found ?? {}
  const stated = uses.map((use) => sourceOf(county.name, use))
  if (decision !== undefined) return [decisionSource(county, { decision, words: `${name}：${words}` }, scheme), ...stated]
  return stated.length > 0 ? stated : [{ ...scoreSource(county), words: `${name}：${words}` }]
}
